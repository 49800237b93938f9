//! `memcon schema`: the contract of the format, printed.

use crate::Done;

/// The JSON Schema as its committed file holds it.
pub fn text() -> String {
    format!("{:#}\n", memcon_record::wire::schema())
}

/// Prints the schema.
pub fn run() -> Done {
    print!("{}", text());
    Ok(())
}
