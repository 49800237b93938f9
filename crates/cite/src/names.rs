//! Several names, as a style sets them in a row.

use crate::name::Name;
use crate::style::Style;

type Form = fn(&Name) -> String;

/// How a style sets names in a row.
struct Row {
    first: Form,
    others: Form,
    and: &'static str,
    /// From how many names on only the first stands, with “et al.”, and before which number all stand.
    shortened_from: usize,
    /// How many stand before “et al.”.
    before_et_al: usize,
    /// Whether a comma always comes before the word for “and”, of two names as well.
    comma_of_two: bool,
}

/// The names as `style` sets them where a citation begins. Of no names, nothing.
pub(crate) fn row(style: Style, names: &[Name]) -> String {
    let row = of(style);
    let [first, others @ ..] = names else { return String::new() };
    let first_set = (row.first)(first);
    if names.len() >= row.shortened_from {
        let kept = &others[..row.before_et_al.saturating_sub(1).min(others.len())];
        let mut set: Vec<String> = vec![first_set];
        set.extend(kept.iter().map(row.others));
        // MLA: “Hoxha, Enver, et al.”
        let comma = style == Style::Mla || set.len() > 1;
        return format!("{}{} et al.", set.join(", "), if comma { "," } else { "" });
    }
    let Some((last, middle)) = others.split_last() else { return first_set };
    let mut set = first_set;
    for name in middle {
        set += ", ";
        set += &(row.others)(name);
    }
    let comma = !middle.is_empty() || row.comma_of_two;
    format!("{set}{} {} {}", if comma { "," } else { "" }, row.and, (row.others)(last))
}

fn of(style: Style) -> Row {
    let (natural, family): (Form, Form) = (Name::natural, Name::family);
    let plain =
        Row { first: natural, others: natural, and: "and", shortened_from: 3, before_et_al: 1, comma_of_two: false };
    match style {
        Style::ChicagoNote => plain,
        Style::ChicagoShortNote | Style::MlaInText => Row { first: family, others: family, ..plain },
        Style::ApaInText => Row { first: family, others: family, and: "&", ..plain },
        Style::ChicagoBibliography => {
            Row { first: Name::demoted, shortened_from: 7, before_et_al: 3, comma_of_two: true, ..plain }
        }
        Style::Mla => Row { first: Name::inverted, comma_of_two: true, ..plain },
        Style::Apa => Row {
            first: Name::with_initials,
            others: Name::with_initials,
            and: "&",
            shortened_from: 21,
            before_et_al: 19,
            comma_of_two: true,
        },
        Style::Archive => Row { shortened_from: usize::MAX, ..plain },
    }
}
