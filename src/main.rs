//! Starts the explorer in the browser.

/// Smaller than the one of the standard library, and as quick for what a page needs.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    memcon::start();
}
