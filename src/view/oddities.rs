//! What in a link means nothing here: each value named, until it is dismissed.

use leptos::prelude::*;

use crate::explorer::Explorer;

/// A notice with the values that were passed over.
#[component]
pub fn Oddities() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let odd = Memo::new(move |_| odd(explorer));
    let dismissed = RwSignal::new(Vec::new());
    move || {
        let odd = odd.get();
        (!odd.is_empty() && *dismissed.read() != odd).then(|| {
            let lines = odd.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
            view! {
                <div class="notices">
                    <div class="notice oddities" role="status">
                        <div>
                            <p>"Part of this link means nothing here and was passed over:"</p>
                            <ul>{lines}</ul>
                        </div>
                        <button class="plain" on:click=move |_| dismissed.set(odd.clone())>"Dismiss"</button>
                    </div>
                </div>
            }
        })
    }
}

fn odd(explorer: Explorer) -> Vec<String> {
    let mut odd: Vec<String> =
        explorer.filter.read().1.iter().map(|odd| format!("{}={}: {}.", odd.name, odd.value, odd.what)).collect();
    // Headings of the page itself can be gone to as well.
    let at = explorer.address.link().read().at.clone().filter(|at| at != "record" && at != "about");
    if let Some(at) = at.filter(|at| explorer.opened().record.blocks.iter().all(|block| block.id != *at)) {
        odd.push(format!("#{at}: this record has no such passage."));
    }
    odd
}
