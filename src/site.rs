//! What views need to know of the site around them.

/// Where the site is; a context of every view that is printed.
#[derive(Clone, Debug)]
pub struct Site {
    /// The root of the site: as seen from this page, `./` or `../../`, or its whole address; `None` for a page that knows
    /// of no site.
    pub root: Option<String>,
    /// Whether the page is a file that holds all it needs, and is read wherever it lies.
    pub one_file: bool,
}

impl Site {
    /// The site of a page that is one of its files.
    pub fn seen_from(root: &str) -> Self {
        Site { root: Some(root.to_owned()), one_file: false }
    }

    /// The address of a file of the site, `records/index.json`, or of its root, which has no name.
    pub fn file(&self, name: &str) -> Option<String> {
        self.root.as_ref().map(|root| format!("{root}{name}"))
    }

    /// Where the record with this id is read: on its page, or further down in the same file.
    pub fn record(&self, id: &str) -> Option<String> {
        // The dot parts it from the names of the page itself: see `memcon_site::one_file`.
        if self.one_file { Some(format!("#{id}.")) } else { self.file(&format!("records/{id}/")) }
    }
}
