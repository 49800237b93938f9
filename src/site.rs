//! What views need to know of the site around them.

/// Where the site is; a context of every view that is printed.
#[derive(Clone, Debug)]
pub struct Site {
    /// The root of the site as seen from this page: `./` or `../../`.
    pub root: String,
}
