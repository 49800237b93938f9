//! One paragraph: its words, with marks and mentions.

use leptos::prelude::*;
use memcon_record::Record;
use memcon_record::model::{Paragraph, Span};
use memcon_record::wire::{Entity, EntityKind, Mark};

/// The paragraph as it is printed; the program marks hits in it.
pub fn paragraph(record: &Record, paragraph: &Paragraph) -> impl IntoView + use<> {
    paragraph.spans.iter().map(|span| words(record, paragraph, span)).collect_view()
}

fn words(record: &Record, paragraph: &Paragraph, span: &Span) -> AnyView {
    let text = paragraph.text[span.range.clone()].to_owned();
    let inner = match span.entity.and_then(|i| record.entities.get(i)) {
        None => text.into_any(),
        Some(entity) => view! {
            <span
                class="mention"
                data-entity=entity.id.clone()
                data-kind=kind(entity.kind)
                data-live="a"
            >
                {text}
            </span>
        }
        .into_any(),
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

/// Name and kind of what is mentioned, and the editor's note on it. The program says it of every mention; the page as it
/// was sent has the notes where things spoken of are listed: they would weigh more than the text.
pub fn title(entity: &Entity) -> String {
    let note = entity.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{}, {}{note}", entity.name, kind(entity.kind))
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
