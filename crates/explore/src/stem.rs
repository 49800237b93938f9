//! English stems, for those who ask for them.

/// The stem of a folded English word (Porter, “Snowball: a language for stemming algorithms”, 2001: the English stemmer).
pub fn stem(word: &str) -> String {
    rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English).stem(word).into_owned()
}
