//! The pictures of records of every shape: what is drawn, by its pixels.

use memcon::edition::Edition;
use memcon_record::Record;
use memcon_site::{preview, tokens};
use resvg::tiny_skia::Pixmap;
use serde_json::{Value, json};

/// A record in which each of `turns` is a speaker and a number of words; the first half are of one delegation.
fn record(title: &str, people: usize, turns: &[(usize, usize)], delegations: bool) -> Record {
    let mut participants: Vec<Value> = (0..people)
        .map(|i| json!({ "id": format!("p{i}"), "name": format!("Comrade Number {i}"), "presence": "listed" }))
        .collect();
    if delegations {
        for (i, person) in participants.iter_mut().enumerate() {
            person["delegation"] = json!(if i < people.div_ceil(2) { "hosts" } else { "guests" });
        }
    }
    let blocks: Vec<Value> = turns
        .iter()
        .enumerate()
        .map(|(i, (speaker, words))| {
            json!({ "id": format!("t{i}"), "kind": "turn", "speaker": format!("p{speaker}"), "label": "",
                    "paragraphs": [[{ "text": "word ".repeat(*words) }]] })
        })
        .collect();
    let sides = if delegations {
        json!([{ "id": "hosts", "name": "Hosts" }, { "id": "guests", "name": "Guests" }])
    } else {
        json!([])
    };
    let json = json!({ "format": "memcon-record/1", "id": "invented", "title": title, "provenance": {},
                       "delegations": sides, "participants": participants, "blocks": blocks });
    memcon_record::read(&json.to_string()).expect("a record").0
}

fn picture(record: Record) -> Pixmap {
    let folder = tempfile::tempdir().expect("a temporary folder");
    preview::of_record(folder.path(), &Edition::new(record, Vec::new())).expect("drawn");
    let png = std::fs::read(folder.path().join(preview::FILE)).expect("the picture");
    Pixmap::decode_png(&png).expect("a PNG")
}

/// How many pixels have exactly this colour.
fn count(picture: &Pixmap, colour: &str) -> usize {
    let part = |from: usize| u8::from_str_radix(&colour[from..from + 2], 16).expect("hexadecimal");
    let colour = (part(1), part(3), part(5));
    picture.pixels().iter().filter(|pixel| (pixel.red(), pixel.green(), pixel.blue()) == colour).count()
}

#[test]
fn turns_have_the_colours_of_their_delegations_in_proportion_to_their_words() {
    let picture = picture(record("Talks", 2, &[(0, 300), (1, 100)], true));
    let (hosts, guests) = (count(&picture, tokens::light("side-0")), count(&picture, tokens::light("side-1")));
    assert!(guests > 1000 && hosts > 2 * guests && hosts < 4 * guests, "{hosts} {guests}");
    assert_eq!(count(&picture, tokens::light("no-side")), 0);
}

#[test]
fn without_delegations_turns_are_grey() {
    let picture = picture(record("Talks", 2, &[(0, 300), (1, 100)], false));
    assert!(count(&picture, tokens::light("no-side")) > 1000);
    assert_eq!(count(&picture, tokens::light("side-0")), 0);
}

#[test]
fn without_turns_there_is_no_band() {
    let with = picture(record("Talks", 1, &[(0, 1)], false));
    let without = picture(record("Talks", 1, &[], false));
    assert!(count(&with, tokens::light("card")) > 100_000);
    assert!(count(&without, tokens::light("card")) < 1_000);
}

/// Nothing runs over the sides: the margins are paper, or the band.
#[test]
fn the_longest_title_and_the_largest_cast_stay_within_the_picture() {
    let turns: Vec<_> = (0..400).map(|i| (i % 14, 1 + i % 90)).collect();
    let picture = picture(record(&"Memorandum of Conversation ".repeat(40), 14, &turns, true));
    let quiet = [tokens::light("paper"), tokens::light("card"), tokens::light("line")];
    for x in (0..60).chain(1140..1200) {
        for y in 0..picture.height() {
            let pixel = picture.pixel(x, y).expect("a pixel");
            let colour = format!("#{:02x}{:02x}{:02x}", pixel.red(), pixel.green(), pixel.blue());
            // The lines of the band lie between two rows of pixels.
            let is_quiet = quiet.contains(&colour.as_str()) || (340..=350).contains(&y) || (545..=551).contains(&y);
            assert!(is_quiet, "{colour} at {x}, {y}");
        }
    }
}
