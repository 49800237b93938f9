//! Short notices: what was copied, what in a link means nothing.

use leptos::prelude::*;

/// The notices that are shown, if any; a context.
#[derive(Clone, Copy, Default)]
pub struct Notice {
    said: RwSignal<Option<String>>,
    odd: RwSignal<Vec<String>>,
}

impl Notice {
    /// Shows `text` until it is dismissed or replaced.
    pub fn say(&self, text: impl Into<String>) {
        // A screen reader hears a change only: the same words twice must differ.
        self.said.set(None);
        self.said.set(Some(text.into()));
    }

    /// Names what in the link was passed over; nothing takes the notice away.
    pub fn pass_over(&self, odd: Vec<String>) {
        self.odd.set(odd);
    }

    /// Takes the notices away; whether there was one.
    pub fn dismiss(&self) -> bool {
        let said = self.said.try_update(|text| text.take().is_some());
        let odd = self.odd.try_update(|odd| !std::mem::take(odd).is_empty());
        said.unwrap_or(false) || odd.unwrap_or(false)
    }
}

/// Where notices appear: one place that is always there, or a screen reader would not hear the first.
#[component]
pub fn Notices() -> impl IntoView {
    let notice = expect_context::<Notice>();
    view! {
        <div class="notices" role="status">
            {move || notice.said.get().map(|text| view! {
                <div class="notice">
                    <p>{text}</p>
                    <button class="plain" on:click=move |_| notice.said.set(None)>"Dismiss"</button>
                </div>
            })}
            {move || Some(notice.odd.get()).filter(|odd| !odd.is_empty()).map(|odd| view! {
                <div class="notice oddities">
                    <div>
                        <p>"Part of this link means nothing here and was passed over:"</p>
                        <ul>{odd.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                    </div>
                    <button class="plain" on:click=move |_| notice.odd.set(Vec::new())>"Dismiss"</button>
                </div>
            })}
        </div>
    }
}
