//! The word lists: data in files of their own, so that a word can be added without reading code.
//!
//! They are English first, with the forms of address that translated records keep;
//! they say what is *likely*, the document as a whole decides.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A list of words or short phrases in lower case.
pub struct Words(LazyLock<HashSet<&'static str>>);

impl Words {
    /// Whether `word` is in the list.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether `text` begins with an entry of the list.
    pub fn begin(&self, text: &str) -> bool {
        self.0.iter().any(|word| text.starts_with(word))
    }

    /// Whether an entry of the list stands in `text`.
    pub fn within(&self, text: &str) -> bool {
        self.0.iter().any(|word| text.contains(word))
    }
}

/// The entries of a file: parted by commas, lines that begin with `#` left out.
fn parse(file: &'static str) -> HashSet<&'static str> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(',')).map(str::trim).filter(|word| !word.is_empty()).collect()
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident $file:literal;)*) => {
        $($(#[$doc])* pub static $name: Words = Words(LazyLock::new(|| parse(include_str!($file))));)*
    };
}

lists! {
    /// Words that stand before a name or for one: forms of address, ranks, offices.
    TITLES "words/titles.txt";
    /// Words of address after which a name must follow, whatever it looks like: “Mr. Lord”.
    ADDRESSES "words/addresses.txt";
    /// Departments in the titles of those who head them.
    DEPARTMENTS "words/departments.txt";
    /// Words that name a voice without a name.
    VOICES "words/voices.txt";
    /// Words that join the parts of a name or an office.
    PARTICLES "words/particles.txt";
    /// Words that begin a sentence or a heading, not a name.
    OPENERS "words/openers.txt";
    /// Labels of fields and headings of a page or a memorandum, never of a speaker.
    FIELDS "words/fields.txt";
    /// Last words of headings: “U.S. Position”, “Option A”, “Item 2”.
    HEADINGS "words/headings.txt";
    /// Words of classification and handling, which pages repeat at their head and foot.
    CLASSIFICATIONS "words/classifications.txt";
    /// Abbreviations whose period does not end a sentence.
    ABBREVIATIONS "words/abbreviations.txt";
    /// Words that begin an office.
    OFFICES "words/offices.txt";
    /// Words of bodies, which are no names of people.
    BODIES "words/bodies.txt";
    /// Names of states and offices that head a list in two words.
    SIDES "words/sides.txt";
    /// Beginnings of stage notes in parentheses or brackets.
    STAGE "words/stage.txt";
    /// Words of notes that say that something was not surely heard or read.
    UNCLEAR "words/unclear.txt";
    /// Words of the page that belong to every page of the site.
    PAGE "words/page.txt";
    /// Kinds of documents, as titles and bare lines name them.
    KINDS "words/kinds.txt";
    /// Labels of fields of the page whose values come after them, or were lost.
    PAGE_FIELDS "words/page_fields.txt";
    /// Verbs that tell of speech.
    VERBS "words/verbs.txt";
}
