//! The chores that only do what they are told; the one that judges is in `test`.

pub(crate) mod build;
pub(crate) mod records;
pub(crate) mod serve;
pub(crate) mod size;
