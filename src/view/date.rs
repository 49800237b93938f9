//! How a date is written: as everything that is made of a record has it.

pub use memcon_record::date::written;
