//! Words that tell the grammar, not the matter.

/// English words that are left out, the parts of shortened ones included: “isn’t” is “isn” and “t”. In order.
// A word to a line would fill pages.
#[rustfmt::skip]
pub const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "against", "all", "also", "am", "an", "and", "any", "are", "aren", "as", "at", "be",
    "because", "been", "before", "being", "between", "both", "but", "by", "can", "cannot", "could", "couldn", "d",
    "did", "didn", "do", "does", "doesn", "don", "down", "during", "each", "even", "every", "for", "from", "get", "had",
    "hadn", "has", "hasn", "have", "haven", "he", "her", "here", "him", "himself", "his", "how", "i", "if", "in",
    "into", "is", "isn", "it", "its", "itself", "just", "like", "ll", "m", "made", "make", "many", "may", "me", "might",
    "mine", "more", "most", "much", "must", "mustn", "my", "myself", "no", "not", "now", "of", "on", "one", "only",
    "or", "other", "our", "ours", "ourselves", "out", "over", "own", "per", "re", "s", "say", "shall", "she", "should",
    "shouldn", "so", "some", "such", "t", "than", "that", "the", "their", "theirs", "them", "themselves", "then",
    "there", "these", "they", "this", "those", "though", "through", "to", "too", "until", "up", "upon", "us", "use",
    "ve", "very", "was", "wasn", "we", "well", "were", "weren", "what", "when", "where", "whether", "which", "while",
    "who", "why", "will", "with", "within", "without", "would", "wouldn", "yet", "you", "your", "yours", "yourself",
    "yourselves",
];

#[cfg(test)]
mod tests {
    use super::STOP_WORDS;

    #[test]
    fn the_stop_list_is_in_order() {
        assert!(STOP_WORDS.is_sorted());
    }
}
