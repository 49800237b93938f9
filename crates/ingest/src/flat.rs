//! A text that lost its line breaks: cut again where labels and fields begin.
//!
//! What comes out are paragraphs like any other, so that everything later treats a
//! flattened text and a laid-out one alike. Only names that come again, or bear a
//! form of address, can tell where a label begins in running text.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::cues;
use crate::labels::{key, name_words};
use crate::names;
use crate::text::{Paragraph, is_blank};

/// Longest label looked for, in words.
const LONGEST: usize = 6;

/// A label found in running text.
struct Found {
    /// The paragraph.
    at: usize,
    /// The label, without the colon.
    label: Range<usize>,
    /// Where the sentence ends before it.
    bound: usize,
}

/// The paragraphs cut at labels, and which of them are running heads of pages; none if the text is not flattened.
pub fn cut(paragraphs: &[Paragraph], turns: usize) -> Option<(Vec<Paragraph>, HashSet<usize>)> {
    let found = labels(paragraphs);
    let speakers: HashSet<String> = found.iter().map(|f| key(&paragraphs[f.at].text[f.label.clone()])).collect();
    let inside = found.iter().filter(|f| f.label.start > 0).count();
    if found.len() < 4 || speakers.len() < 2 || inside < 3 || turns * 2 > found.len() {
        return None;
    }
    let mut heads: HashMap<String, usize> = HashMap::new();
    for f in &found {
        *heads.entry(numberless(&paragraphs[f.at].text[f.bound..f.label.start])).or_insert(0) += 1;
    }
    let first = found.first()?.at;
    let mut cut = Vec::new();
    let mut running = HashSet::new();
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let mut places: Vec<(usize, bool)> = vec![(0, false)];
        let mut here = found.iter().filter(|f| f.at == i).peekable();
        if i == first
            && let Some(f) = here.peek()
        {
            places.extend(front(&paragraph.text[..f.label.start]).into_iter().map(|at| (at, false)));
        }
        for f in here {
            let head = &paragraph.text[f.bound..f.label.start];
            if !head.trim().is_empty() && heads.get(&numberless(head)).copied().unwrap_or(0) >= 2 {
                places.push((f.bound, true));
            }
            places.push((f.label.start, false));
        }
        for (n, (from, head)) in places.iter().enumerate() {
            let to = places.get(n + 1).map_or(paragraph.text.len(), |(to, _)| *to);
            let lines = paragraph.source(*from..to);
            if lines.is_empty() {
                continue;
            }
            if *head {
                running.insert(cut.len());
            }
            let text = paragraph.text[*from..to].trim_matches(is_blank).to_owned();
            cut.push(Paragraph { text, lines, gap: if n == 0 { paragraph.gap } else { 0 } });
        }
    }
    Some((cut, running))
}

/// Labels in running text: the longest run of name-like words before a colon that comes
/// again and stands once after the end of a sentence, or that bears a form of address there.
fn labels(paragraphs: &[Paragraph]) -> Vec<Found> {
    let mut counts: HashMap<String, (usize, usize)> = HashMap::new();
    let mut places: Vec<(usize, usize, Vec<Range<usize>>)> = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let text = paragraph.text.as_str();
        let ends = cues::sentence_ends(text);
        for (colon, _) in text.match_indices(':') {
            if !text[colon + 1..].starts_with(char::is_whitespace) {
                continue;
            }
            let near = text[..colon].char_indices().rev().take(90).last().map_or(0, |(i, _)| i);
            let end = ends[..ends.partition_point(|end| *end <= colon)].last().copied().unwrap_or(0);
            let bound = end.max(near);
            let suffixes: Vec<Range<usize>> = suffixes(text, bound, colon);
            for (n, suffix) in suffixes.iter().enumerate() {
                let entry = counts.entry(key(&text[suffix.clone()])).or_insert((0, 0));
                entry.0 += 1;
                entry.1 +=
                    usize::from(n + 1 == suffixes.len() && end >= near && text[end..suffix.start].trim().is_empty());
            }
            places.push((at, end, suffixes));
        }
    }
    places
        .into_iter()
        .filter_map(|(at, bound, suffixes)| {
            let text = paragraphs[at].text.as_str();
            let label = suffixes.into_iter().rev().find(|suffix| {
                let label = &text[suffix.clone()];
                let (count, bounded) = counts.get(&key(label)).copied().unwrap_or((0, 0));
                let titled = label.split(' ').next().is_some_and(names::is_title) && !name_words(label).is_empty();
                let own = text.get(bound..suffix.start).is_some_and(|gap| gap.trim().is_empty());
                let full =
                    titled || name_words(label).len() >= 2 || cues::is_capitals(label) || count >= 3 || bounded >= 2;
                (count >= 2 && bounded >= 1 && full) || (titled && own)
            })?;
            let bound = bound.min(label.start);
            Some(Found { at, label, bound })
        })
        .collect()
}

/// The runs of up to six words that end at `colon` and are like a name, the shortest first.
fn suffixes(text: &str, bound: usize, colon: usize) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut before_is_space = true;
    for (i, c) in text[bound..colon].char_indices() {
        if before_is_space && !c.is_whitespace() {
            starts.push(bound + i);
        }
        before_is_space = c.is_whitespace();
    }
    starts
        .into_iter()
        .rev()
        .take(LONGEST)
        .map(|start| start..start + text[start..colon].trim_end().len())
        .map(|range| (&text[range.clone()], range))
        .filter(|(label, _)| names::is_name_like(label) && !names::is_field(label))
        .filter(|(label, _)| label.matches(['(', '[']).count() == label.matches([')', ']']).count())
        .map(|(_, range)| range)
        .collect()
}

/// Where the front of a flattened text is to be cut: after sentences and before labels of fields.
fn front(text: &str) -> Vec<usize> {
    let mut places: Vec<usize> = cues::sentence_ends(text);
    for (colon, _) in text.match_indices(':') {
        let bound = text[..colon].char_indices().rev().take(40).last().map_or(0, |(i, _)| i);
        let mut starts = vec![bound];
        starts.extend(text[bound..colon].match_indices(' ').map(|(i, _)| bound + i + 1));
        if let Some(start) = starts.into_iter().find(|start| {
            let label = &text[*start..colon];
            names::is_field(label) && label.starts_with(char::is_uppercase) && label.split(' ').count() <= 3
        }) {
            places.push(start);
        }
    }
    // “English Translation At the meeting there were also present:”
    for (at, _) in text.match_indices(" present:") {
        let words: Vec<&str> = text[..at].rsplit(' ').collect();
        let low = words.iter().take_while(|word| word.starts_with(char::is_lowercase)).count();
        let length: usize = words.iter().take(low + 1).map(|word| word.len() + 1).sum();
        places.push((at + 1).saturating_sub(length));
    }
    if let Some(end) = crate::dates::prefix(text) {
        places.push(end);
    }
    places.retain(|at| *at > 0 && *at < text.len() && text.is_char_boundary(*at));
    places.sort_unstable();
    places.dedup();
    places
}

fn numberless(text: &str) -> String {
    text.split_whitespace()
        .map(|word| if word.chars().all(|c| c.is_ascii_digit()) { "#" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}
