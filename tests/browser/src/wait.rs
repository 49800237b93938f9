//! Waiting for something, never for a while.

use std::time::{Duration, Instant};

use anyhow::bail;

use crate::Result;

/// How long something may take before it counts as not happening; a busy machine with two browsers is slow.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often to look.
const PAUSE: Duration = Duration::from_millis(25);

/// Looks again and again until `look` gives `Ok`; an `Err` is what was seen instead, and is told when patience ends.
/// A failure to look at all ends the wait at once.
pub(crate) async fn until<T>(
    what: &str,
    mut look: impl AsyncFnMut() -> Result<std::result::Result<T, String>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        let seen = match look().await? {
            Ok(value) => return Ok(value),
            Err(seen) => seen,
        };
        if start.elapsed() > PATIENCE {
            bail!("waited {} s for: {what}; seen last: {seen}", PATIENCE.as_secs());
        }
        tokio::time::sleep(PAUSE).await;
    }
}
