//! What the words of a TEI file point to: persons, places, terms.

use std::collections::HashMap;
use std::ops::Range;

use memcon_record::wire::{Entity, EntityKind, Run};

use super::words::{Says, Words};
use crate::names;

/// What is pointed to, in the order in which the text first does.
#[derive(Default)]
pub struct Mentions {
    all: Vec<Mention>,
    places: HashMap<String, usize>,
}

struct Mention {
    key: String,
    kind: EntityKind,
    /// The longest name in the text.
    name: String,
}

impl Mentions {
    /// What these words point to.
    pub fn of<'a>(paragraphs: impl Iterator<Item = &'a Words>) -> Self {
        let mut mentions = Mentions::default();
        for words in paragraphs {
            for (range, says) in &words.says {
                let Says::Names { kind, key } = says else { continue };
                let name = &words.text[range.clone()];
                let place = *mentions.places.entry(key.clone()).or_insert_with(|| {
                    mentions.all.push(Mention { key: key.clone(), kind: *kind, name: String::new() });
                    mentions.all.len() - 1
                });
                let known = &mut mentions.all[place].name;
                if name.chars().count() > known.chars().count() {
                    name.clone_into(known);
                }
            }
        }
        mentions
    }

    /// An entity for each, and the id for each key; `person` says who of those present a key means.
    pub fn entities(
        &self,
        taken: &[Entity],
        person: impl Fn(&str) -> Option<(String, String)>,
    ) -> (Vec<Entity>, HashMap<String, String>) {
        let mut used: Vec<String> = taken.iter().map(|entity| entity.id.clone()).collect();
        let (mut entities, mut ids) = (Vec::new(), HashMap::new());
        for mention in &self.all {
            let present = person(&mention.key);
            if let Some((id, _)) = &present
                && used.contains(id)
            {
                ids.insert(mention.key.clone(), id.clone());
                continue;
            }
            let (id, name) = present.unwrap_or_else(|| {
                let stem = names::short_slug(&mention.name);
                let mut id = stem.clone();
                let mut n = 2;
                while used.contains(&id) {
                    id = format!("{stem}-{n}");
                    n += 1;
                }
                (id, mention.name.clone())
            });
            used.push(id.clone());
            ids.insert(mention.key.clone(), id.clone());
            entities.push(Entity { id, kind: mention.kind, name, value: None, note: None });
        }
        (entities, ids)
    }
}

/// The runs, cut also where the file says something of their words.
pub fn decorate(runs: Vec<Run>, says: &[(Range<usize>, Says)], ids: &HashMap<String, String>) -> Vec<Run> {
    if says.is_empty() {
        return runs;
    }
    let mut cuts: Vec<usize> = says.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    cuts.sort_unstable();
    let mut cut: Vec<Run> = Vec::with_capacity(runs.len() + cuts.len());
    let mut start = 0;
    for run in runs {
        let end = start + run.text.len();
        let first = cuts.partition_point(|at| *at <= start);
        let within = cuts[first..].iter().copied().take_while(|at| *at < end);
        let mut from = start;
        for to in within.chain([end]) {
            let Some(text) = run.text.get(from - start..to - start).filter(|_| from < to) else { continue };
            let mut piece = Run { text: text.to_owned(), entity: run.entity.clone(), marks: run.marks.clone() };
            for (range, says) in says.iter().filter(|(range, _)| range.start <= from && to <= range.end) {
                debug_assert!(!range.is_empty());
                match says {
                    Says::Mark(mark) => piece.marks.push(*mark),
                    // An editor's word counts before the file's, the inner name before the outer.
                    Says::Names { key, .. } => piece.entity = piece.entity.or_else(|| ids.get(key).cloned()),
                }
            }
            piece.marks.sort();
            piece.marks.dedup();
            match cut.last_mut() {
                Some(last) if last.entity == piece.entity && last.marks == piece.marks => {
                    last.text.push_str(&piece.text)
                }
                _ => cut.push(piece),
            }
            from = to;
        }
        start = end;
    }
    cut
}
