//! What a template gives is what the processor gives for the true values.

mod common;

use memcon_cite::csl::{direct, templates};
use memcon_cite::{Cited, Name, Rich, Style, Templates};

/// Without links, which the processor's answer has as words.
fn unlinked(rich: &Rich) -> Vec<(String, bool)> {
    let mut runs: Vec<(String, bool)> = Vec::new();
    for run in &rich.0 {
        match runs.last_mut() {
            Some((text, italic)) if *italic == run.italic => text.push_str(&run.text),
            _ => runs.push((run.text.clone(), run.italic)),
        }
    }
    runs
}

#[test]
fn a_filled_template_is_what_the_processor_gives() {
    for (name, record) in common::all() {
        let templates = templates(&record);
        for (what, cited) in common::citations(&record) {
            // hayagriva drops the particle of a name: tests/citeproc.rs sees to such names.
            if cited.speakers.iter().any(|name| matches!(name, Name::Parts { particle: Some(_), .. })) {
                continue;
            }
            for style in Style::ALL.into_iter().filter(|style| *style != Style::Archive) {
                let filled = templates.cite(style, &cited);
                assert_eq!(
                    unlinked(&filled),
                    unlinked(&direct(&templates.facts, style, &cited)),
                    "{name}, {what}, {style:?}"
                );
            }
        }
    }
}

#[test]
fn any_row_of_names_is_set_as_the_processor_sets_it() {
    // No name with a particle: hayagriva drops it.
    let names =
        ["Enver Hoxha", "Ri Jong-ok", "Henry A. Kissinger", "Mao", "Seán O’Brien", "The Chairman"].map(Name::new);
    let templates = templates(&common::everything());
    for count in 1..=names.len() {
        for first in 0..names.len() {
            let speakers = names.iter().cycle().skip(first).take(count).cloned().collect();
            let cited = Cited { speakers, ..Cited::record() };
            for style in Style::ALL.into_iter().filter(|style| *style != Style::Archive) {
                let direct = direct(&templates.facts, style, &cited);
                assert_eq!(templates.cite(style, &cited).plain(), direct.plain(), "{style:?}");
            }
        }
    }
}

#[test]
fn any_day_of_reading_is_set_as_the_processor_sets_it() {
    let templates = templates(&common::nothing());
    for month in 1..=12 {
        let day = memcon_cite::Day { year: 2026, month: Some(month), day: Some(month * 2) };
        let cited = Cited::record().linked("https://memcon.example/").read_on(day);
        for style in Style::ALL.into_iter().filter(|style| *style != Style::Archive) {
            let direct = direct(&templates.facts, style, &cited);
            assert_eq!(templates.cite(style, &cited).plain(), direct.plain(), "{style:?}");
        }
    }
}

#[test]
fn templates_go_through_json() {
    let templates = templates(&common::seed());
    let json = serde_json::to_string(&templates).expect("JSON");
    println!("{} templates, {} bytes of JSON", templates.templates.len(), json.len());
    assert_eq!(serde_json::from_str::<Templates>(&json).expect("templates"), templates);
}
