//! One paragraph: its words, with marks, mentions and hits.

use std::ops::Range;

use leptos::prelude::*;
use memcon_explore::hits::Hit;
use memcon_record::Record;
use memcon_record::model::{Paragraph, Span};
use memcon_record::wire::{EntityKind, Mark};

use crate::explorer::Explorer;
use crate::site::is_live;

/// A stretch of text in which nothing changes: one span, and in one hit or none.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    range: Range<usize>,
    /// Place of the span.
    span: usize,
    /// Place among the hits given.
    hit: Option<usize>,
}

/// Cuts a paragraph where a span or a hit begins or ends.
fn pieces(spans: &[Span], hits: &[Hit]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (span, Span { range, .. }) in spans.iter().enumerate() {
        let mut at = range.start;
        for (hit, found) in hits.iter().enumerate() {
            let (start, end) = (found.start.max(range.start), found.end.min(range.end));
            if start >= end {
                continue;
            }
            if at < start {
                pieces.push(Piece { range: at..start, span, hit: None });
            }
            pieces.push(Piece { range: start..end, span, hit: Some(hit) });
            at = end;
        }
        if at < range.end {
            pieces.push(Piece { range: at..range.end, span, hit: None });
        }
    }
    pieces
}

/// The paragraph with `hits` marked; `first` is the place of the first of them among all hits.
pub fn paragraph(
    explorer: Explorer,
    record: &Record,
    paragraph: &Paragraph,
    hits: &[Hit],
    first: usize,
) -> impl IntoView + use<> {
    let pieces = pieces(&paragraph.spans, hits);
    pieces
        .chunk_by(|a, b| a.hit == b.hit)
        .map(|group| {
            let words = group.iter().map(|piece| words(record, paragraph, piece)).collect_view();
            match group[0].hit {
                None => words.into_any(),
                Some(hit) => {
                    let place = first + hit;
                    let current = move || explorer.at_hit.get() == Some(place);
                    view! { <mark data-hit=place.to_string() class:current=current>{words}</mark> }.into_any()
                }
            }
        })
        .collect_view()
}

fn words(record: &Record, paragraph: &Paragraph, piece: &Piece) -> AnyView {
    let span = &paragraph.spans[piece.span];
    let text = paragraph.text[piece.range.clone()].to_owned();
    let entity = span.entity.and_then(|i| record.entities.get(i));
    let inner = match entity {
        None => text.into_any(),
        Some(entity) if !is_live() => {
            view! { <span class="mention" data-kind=kind(entity.kind)>{text}</span> }.into_any()
        }
        Some(entity) => {
            let title = match &entity.note {
                Some(note) => format!("{}, {} ({note})", entity.name, kind(entity.kind)),
                None => format!("{}, {}", entity.name, kind(entity.kind)),
            };
            // A mention cut in two by a hit is one stop for the keyboard.
            let again = piece.range.start > span.range.start;
            view! {
                <a
                    class="mention"
                    data-entity=entity.id.clone()
                    data-kind=kind(entity.kind)
                    href=format!("?mentions={}", entity.id)
                    title=title
                    tabindex=again.then_some("-1")
                >
                    {text}
                </a>
            }
            .into_any()
        }
    };
    span.marks.iter().fold(inner, |inner, mark| marked(*mark, inner))
}

fn marked(mark: Mark, inner: AnyView) -> AnyView {
    match mark {
        Mark::Editorial => {
            view! { <span class="editorial" title="Added by the editor or translator">{inner}</span> }.into_any()
        }
        Mark::Quotation => view! { <span class="quotation">{inner}</span> }.into_any(),
        Mark::NoteMark => view! { <sup class="note-mark" title="Mark of a note">{inner}</sup> }.into_any(),
        Mark::Stage => view! { <span class="stage" title="Stage note, not speech">{inner}</span> }.into_any(),
        Mark::Unclear => view! { <span class="unclear" title="Not certainly read or heard">{inner}</span> }.into_any(),
        Mark::PageBreak => {
            view! { <span class="page-break" title="A page of the original begins here">{inner}</span> }.into_any()
        }
        Mark::Strong => view! { <strong>{inner}</strong> }.into_any(),
        Mark::Emphasis => view! { <em>{inner}</em> }.into_any(),
    }
}

/// The kind of an entity in words.
pub fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Place => "place",
        EntityKind::Organisation => "organisation",
        EntityKind::Work => "work",
        EntityKind::Event => "event",
        EntityKind::Term => "term",
        EntityKind::Quantity => "quantity",
        EntityKind::Date => "date",
    }
}

#[cfg(test)]
mod tests {
    use memcon_explore::hits::Hit;
    use memcon_record::model::Span;

    use super::pieces;

    fn span(range: std::ops::Range<usize>) -> Span {
        Span { range, entity: None, marks: Vec::new() }
    }

    fn hit(start: usize, end: usize) -> Hit {
        Hit { block: 0, paragraph: 0, start, end }
    }

    fn cut(spans: &[Span], hits: &[Hit]) -> Vec<(usize, usize, usize, Option<usize>)> {
        pieces(spans, hits).into_iter().map(|p| (p.range.start, p.range.end, p.span, p.hit)).collect()
    }

    #[test]
    fn a_paragraph_is_cut_where_a_span_or_a_hit_begins_or_ends() {
        let spans = [span(0..4), span(4..10)];
        assert_eq!(cut(&spans, &[]), [(0, 4, 0, None), (4, 10, 1, None)]);
        assert_eq!(
            cut(&spans, &[hit(2, 6)]),
            [(0, 2, 0, None), (2, 4, 0, Some(0)), (4, 6, 1, Some(0)), (6, 10, 1, None)]
        );
        assert_eq!(cut(&spans, &[hit(0, 4), hit(4, 10)]), [(0, 4, 0, Some(0)), (4, 10, 1, Some(1))]);
        assert_eq!(cut(&[], &[]), []);
    }
}
