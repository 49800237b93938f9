//! What every journey asks of the page of a record.

use memcon_browser_tests::{Page, Result};
use serde_json::Value;

/// The address of the record that the journeys read.
pub const RECORD: &str = "records/1964-11-25-kwp-delegation-enver-hoxha/";

/// What the count says.
pub const STATUS: &str = "document.querySelector('[role=status].count').textContent";
/// Ids of the turns to be seen, as one word.
pub const SHOWN: &str = "[...document.querySelectorAll('article.turn:not([hidden])')].map((turn) => turn.id).join(' ')";
/// The words marked as hits in the text, in order.
pub const MARKS: &str = "[...document.querySelectorAll('.text mark')].map((mark) => mark.textContent)";
/// Everything that a state shows: what a link and a hand must bring about alike.
const FACTS: &str = "({
    shown: [...document.querySelectorAll('article.turn:not([hidden])')].map((turn) => turn.id),
    dimmed: [...document.querySelectorAll('article.turn[data-dimmed]')].map((turn) => turn.id),
    marks: [...document.querySelectorAll('.text mark')].map((mark) => mark.textContent),
    status: document.querySelector('[role=status].count').textContent,
    pressed: [...document.querySelectorAll('main [aria-pressed=true]')].filter((button) => button.checkVisibility()).map((button) => button.textContent),
    gaps: [...document.querySelectorAll('.gap')].map((gap) => gap.textContent),
    faded: [...document.querySelectorAll('.segment.faded')].map((segment) => segment.dataset.turn),
    counts: [...document.querySelectorAll('.facet-value, .card .turns')].map((count) => count.textContent),
    title: document.title,
})";

/// Opens the record at a link, as one that was pasted, and waits until the program has taken over.
pub async fn arrive(page: &Page, link: &str) -> Result {
    page.open(&format!("{RECORD}{link}")).await?;
    page.until("the program runs", "'started' in document.documentElement.dataset").await
}

/// What the page shows once it stays as it is: what is not on screen follows the answer, a slice after each frame.
async fn at_rest(page: &Page) -> Result<Value> {
    /// Frames after which nothing has changed; a slice has a turn in each.
    const STILL: u8 = 8;
    page.eval(&format!(
        "(async () => {{
            const facts = () => JSON.stringify([location.href, {FACTS}]);
            for (let [was, still] = [facts(), 0]; still < {STILL}; ) {{
                await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
                const now = facts();
                [was, still] = [now, now === was ? still + 1 : 0];
            }}
            return {FACTS};
        }})()"
    ))
    .await
}

/// Compares what a hand has brought about with what its link shows in a new window.
pub async fn by_link_as_by_hand(page: &Page) -> Result {
    let by_hand = at_rest(page).await?;
    let address = page.address().await?;
    page.open(&address).await?;
    page.until("the program runs", "'started' in document.documentElement.dataset").await?;
    page.until_eq(&format!("the same by link: {address}"), FACTS, by_hand).await
}
