//! What `cargo xtask test` tells the journeys: where the site, the driver and the browser are.

use std::env;

/// The value of a setting.
///
/// # Panics
/// When it is missing: the journeys were started alone, and must not seem to pass.
pub(crate) fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set: these journeys need the built site and a browser. Run `cargo xtask test browser`")
    })
}
