//! The chores, but for `test`, which has a folder of its own.

pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod measure;
pub(crate) mod records;
pub(crate) mod serve;
pub(crate) mod size;
