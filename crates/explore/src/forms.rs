//! Other forms of a word, by its stem: what `~fertilizer` asks for beside the word itself.
//!
//! A stem says little to a reader, and a record's own words are few: so a stem is
//! not sought, but the words of the record that have the same are worked out
//! once ([`Forms::of`], where there is room for a stemmer), shown, and sought as
//! they are. Stems are those of Porter's second English algorithm (Snowball),
//! whatever the language of the record: it is a question about English words.

use memcon_engine::Pattern;

/// For words whose other forms are asked for, what the record has of them: a line for each, the word, folded, and its forms,
/// a space between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms(pub String);

impl Forms {
    /// `word`, which is folded, and the forms of it that the record has; `None` where they are not known yet.
    pub fn of_word(&self, word: &str) -> Option<impl Iterator<Item = &str> + Clone> {
        self.0.lines().map(|line| line.split(' ')).find(|line| line.clone().next() == Some(word))
    }

    /// `phrases`, and with them the forms of `stems`.
    pub(crate) fn widen(&self, phrases: &[Vec<Pattern>], stems: &[String]) -> Vec<Vec<Pattern>> {
        let forms = stems.iter().filter_map(|stem| self.of_word(stem)).flat_map(|words| words.skip(1));
        phrases.iter().cloned().chain(forms.map(|form| vec![Pattern::exact(form)])).collect()
    }
}

#[cfg(feature = "whole")]
impl Forms {
    /// What `question` asks for, of the words of `corpus`: those that are not asked for anyway.
    pub fn of(question: &crate::Question, corpus: &crate::Corpus) -> Self {
        let stemmer = rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English);
        let mut asked: Vec<&String> = question.parts.iter().flat_map(|part| &part.stems).collect();
        asked.sort_unstable();
        asked.dedup();
        let forms = asked.into_iter().map(|word| {
            let stem = stemmer.stem(word);
            let alike = corpus.text.vocabulary().filter(|other| other != word && stemmer.stem(other) == stem);
            let mut alike: Vec<&str> = alike.collect();
            alike.sort_unstable();
            std::iter::once(word.as_str()).chain(alike).collect::<Vec<_>>().join(" ")
        });
        Forms(forms.collect::<Vec<_>>().join("\n"))
    }
}
