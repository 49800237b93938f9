//! The pages of the site, made at build time from the app's own views.
//!
//! A page is a document first: it has the whole text, its styles, and what
//! search engines, previews and reference managers read ([`head`]). The program
//! replaces its body once it has come ([`memcon::start`]). [`pages`] writes
//! them into a built site; [`render`] turns views into HTML; [`preview`] draws
//! the picture that is shown beside a link; [`one_file`] puts a record and the
//! program into a single page; [`citations`] has how each is cited.

#![recursion_limit = "256"]

pub mod citations;
pub mod escape;
mod find;
pub mod fonts;
pub mod head;
pub mod icons;
pub mod lettering;
pub mod manifest;
pub mod one_file;
pub mod pages;
pub mod preview;
pub mod raster;
pub mod render;
pub mod tokens;
