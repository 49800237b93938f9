//! Starts the desk in the browser.

fn main() {
    memcon::desk::start();
}
