//! Starts the explorer in the browser.

fn main() {
    memcon::start();
}
