//! What is said when nothing answers: which part of the question found nothing.

use leptos::prelude::*;
use memcon_explore::answer::PartAnswer;
use memcon_record::Speaker;

use super::numbers::count;
use crate::explorer::Explorer;

/// What is said when nothing answers.
#[component]
pub fn Nothing() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let empty = Memo::new(move |_| {
        let answer = explorer.answer.read();
        answer.active && !answer.shown.contains(&true)
    });
    move || {
        empty.get().then(|| {
            let reasons = reasons(explorer);
            view! {
                <div class="nothing">
                    <h2>"Nothing in this record answers"</h2>
                    <ul>{reasons}</ul>
                    <p>
                        <button class="plain" on:click=move |_| explorer.push(|link| *link = link.without_filter())>"Show everything"</button>
                    </p>
                </div>
            }
        })
    }
}

fn reasons(explorer: Explorer) -> Vec<AnyView> {
    let opened = explorer.opened();
    let answer = explorer.answer.get();
    let filter = explorer.filter.get().0;
    let mut said: Vec<AnyView> = answer.parts.iter().filter_map(|part| alone(explorer, part)).collect();
    for speaker in &filter.speakers {
        let Speaker::Known(i) = *speaker else { continue };
        if let Some(silent) = opened.record.participants.get(i).filter(|_| opened.record.turns_of(i).next().is_none()) {
            said.push(view! { <li>{format!("{} is present and does not speak.", silent.name)}</li> }.into_any());
        }
    }
    if said.is_empty() {
        let found = answer.parts.iter().map(|part| {
            format!(
                "{}“{}” {}",
                if part.without { "without " } else { "" },
                plain(&part.typed),
                count(part.turns, "turn")
            )
        });
        let found: Vec<String> = found.collect();
        let what = match found.len() {
            0 => "Nothing has all that was chosen at once.".to_owned(),
            1 => {
                format!("By itself it is found ({}), but not together with what was chosen besides.", found.join(", "))
            }
            _ => format!("Each part is found by itself ({}), but no turn has all that was asked.", found.join(", ")),
        };
        said.push(view! { <li>{what}</li> }.into_any());
    }
    said
}

/// What one part has to say for itself, where it found nothing.
fn alone(explorer: Explorer, part: &PartAnswer) -> Option<AnyView> {
    if part.without || part.hits > 0 {
        return None;
    }
    let typed = plain(&part.typed).to_owned();
    let Some((wider, hits)) = part.wider.clone() else {
        return Some(view! { <li>{format!("“{typed}” stands in no turn.")}</li> }.into_any());
    };
    let question = part.wider_question(&explorer.address.now().question);
    let widen = move |_| explorer.push(|link| link.question = question.clone().unwrap_or_default());
    Some(
        view! {
            <li>
                {format!("“{typed}” stands in no turn as a whole word. ")}
                <button class="link" on:click=widen>{format!("{wider} finds {}", count(hits, "hit"))}</button>
            </li>
        }
        .into_any(),
    )
}

/// A part without the quotes that it was typed with.
fn plain(typed: &str) -> &str {
    typed.trim_matches(['"', '“', '”', '„', '«', '»'])
}
