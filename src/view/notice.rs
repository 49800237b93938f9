//! Short notices: what was copied, what in a link means nothing.

use leptos::prelude::*;

/// The notice that is shown, if any; a context.
#[derive(Clone, Copy, Default)]
pub struct Notice(RwSignal<Option<String>>);

impl Notice {
    /// Shows `text` until it is dismissed or replaced.
    pub fn say(&self, text: impl Into<String>) {
        // A screen reader hears a change only: the same words twice must differ.
        self.0.set(None);
        self.0.set(Some(text.into()));
    }

    /// Takes the notice away; whether there was one.
    pub fn dismiss(&self) -> bool {
        self.0.try_update(|text| text.take().is_some()).unwrap_or(false)
    }
}

/// Where notices appear.
#[component]
pub fn Notices() -> impl IntoView {
    let notice = expect_context::<Notice>();
    view! {
        <div class="notices" aria-live="polite">
            {move || notice.0.get().map(|text| view! {
                <p class="notice">
                    <span>{text}</span>
                    <button class="plain" on:click=move |_| _ = notice.dismiss()>"Dismiss"</button>
                </p>
            })}
        </div>
    }
}
