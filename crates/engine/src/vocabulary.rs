//! The words of a text, each once.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::index::hash;
use crate::text::Text;

impl Text {
    /// Every folded word as often as it stands there, in order.
    pub fn all_words(&self) -> impl Iterator<Item = &str> {
        std::str::from_utf8(&self.folded).unwrap_or_default().split_ascii_whitespace()
    }

    /// Every folded word once, in no order.
    pub fn vocabulary(&self) -> impl Iterator<Item = &str> {
        let mut seen: HashTable<&str> = HashTable::new();
        self.all_words().filter(move |word| {
            let entry = seen.entry(hash(word.as_bytes()), |known| known == word, |known| hash(known.as_bytes()));
            match entry {
                Entry::Occupied(_) => false,
                Entry::Vacant(place) => {
                    place.insert(*word);
                    true
                }
            }
        })
    }
}
