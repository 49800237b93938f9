//! Words that come near to those that are looked for.

use std::ops::Range;

use crate::stream::{Sought, Stream};

/// Where words like `words` stand, and how unlike they are in half words.
///
/// A semi-global alignment on words (Sellers 1980): a word left out, put in or put for another is a whole one; for one that
/// differs by a quarter of its letters or less, a half. At most a quarter of the words may have changed, or half a word.
pub(crate) fn like(stream: &Stream<'_>, words: &[Sought]) -> Vec<(Range<usize>, usize)> {
    let most = (words.len() / 2).max(1);
    let count = words.len();
    // For each number of words from the beginning: the least cost that ends here, and where that began.
    let mut cells: Vec<(usize, usize)> = (0..=count).map(|n| (2 * n, 0)).collect();
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    for place in 0..stream.len() {
        let mut diagonal = cells[0];
        cells[0] = (0, place + 1);
        for (n, sought) in words.iter().enumerate() {
            let above = cells[n + 1];
            let instead = (diagonal.0 + unlike(stream, place, sought, most), diagonal.1);
            cells[n + 1] = instead.min((above.0 + 2, above.1)).min((cells[n].0 + 2, cells[n].1));
            diagonal = above;
        }
        let (cost, from) = cells[count];
        if cost <= most && from <= place {
            // Of those that overlap the likest, and of these the first.
            match found.last_mut() {
                Some((range, last)) if range.end > from => {
                    if cost < *last {
                        (*range, *last) = (from..place + 1, cost);
                    }
                }
                _ => found.push((from..place + 1, cost)),
            }
        }
    }
    found
}

/// 0 for the same word, 1 for one that differs in some letters, 2 for another.
fn unlike(stream: &Stream<'_>, place: usize, sought: &Sought, most: usize) -> usize {
    let word = stream.word(place);
    if word == sought.word {
        return 0;
    }
    let (one, other) = (word.chars().count(), sought.word.chars().count());
    let allowed = one.max(other) / 4;
    let is_like =
        most > 0 && allowed >= one.abs_diff(other).max(1) && strsim::osa_distance(word, &sought.word) <= allowed;
    if is_like { 1 } else { 2 }
}
