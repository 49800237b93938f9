//! Turns found in other real files: Markdown with mid-paragraph labels, plays of thousands of turns.

mod common;

use memcon_ingest::ingest;

use common::{Turn, read, rebuild, shared, turns};

fn found(path: &std::path::Path) -> Vec<Turn> {
    let (source, made) = read(path);
    let made = made.expect("turns");
    assert_eq!(rebuild(&source, &made), source, "{}: the source comes back", path.display());
    turns(&made)
}

#[test]
fn shared_dfat_turns_are_found() {
    let Some(folder) = shared("corpora/dfat") else { return };
    for (name, turns, speakers) in [
        ("3-notes-of-discussion-between-barnes-and-select-committee.md", 33, 11),
        ("357-british-commonwealth-conference.md", 21, 7),
        ("362-british-commonwealth-conference.md", 21, 6),
    ] {
        let found = found(&folder.join(name));
        let who: std::collections::HashSet<&String> = found.iter().map(|turn| &turn.speaker).collect();
        assert_eq!((found.len(), who.len()), (turns, speakers), "{name}");
    }
    let first = &found(&folder.join("362-british-commonwealth-conference.md"))[0];
    assert_eq!(first.label, "DR.EVATT", "a label behind a heading on the same line");
}

#[test]
fn shared_plays_of_thousands_of_turns_are_read() {
    let Some(folder) = shared("corpora/scale") else { return };
    for (name, turns) in [("kraus-5635.txt", 5_635), ("scale-10k.txt", 10_000)] {
        let (source, made) = read(&folder.join(name));
        let made = made.expect("turns");
        let found = common::turns(&made).len();
        println!("{name}: {found} of {turns} turns");
        // A few voices that come once look like sentences (“Vier Burschen und vier Mädchen Arm in Arm:”),
        // and a few verses that end in a colon like voices.
        assert!(found.abs_diff(turns) * 1000 <= turns * 3, "{name}: {found} of {turns}");
        let again = ingest(&source, None, Some(&made.record)).expect("turns");
        assert!(again.record == made.record, "{name}: an unchanged source gives the same ids, repeated words too");
    }
}
