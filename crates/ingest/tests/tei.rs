//! TEI made into records: what it says, what is accounted for, what is refused.

mod common;

use common::joined;
use common::xml::accounted;
use memcon_ingest::{Editor, Error, Ingested, tei};
use memcon_record::wire::{BlockKind, Mark, Record};
use proptest::prelude::*;

fn file(header: &str, text: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"en\">\n\
         <teiHeader><fileDesc><titleStmt><title>The Harbour</title></titleStmt>\
         <publicationStmt><publisher>N. N.</publisher></publicationStmt><sourceDesc><p>A book.</p></sourceDesc></fileDesc>\
         {header}</teiHeader>\n<text>{text}</text>\n</TEI>\n"
    )
}

fn made(source: &str) -> Ingested {
    let made = tei::ingest(source, None, None, &[]).unwrap_or_else(|error| panic!("{error}\n{source}"));
    accounted(source, &made);
    assert_eq!(memcon_record::check(&made.record), vec![]);
    made
}

fn lines(record: &Record) -> Vec<String> {
    let line = |block: &memcon_record::wire::Block| {
        let text: Vec<String> = block.paragraphs.iter().map(|p| joined(p)).collect();
        let speaker = block.speaker.as_deref().map(|who| format!(" {who}")).unwrap_or_default();
        format!("{}{speaker}: {}", block.id, text.join(" / "))
    };
    record.blocks.iter().map(line).collect()
}

const CAST: &str = "<profileDesc><particDesc><listPerson>\
    <person xml:id=\"anna_berg\"><persName><surname>Berg</surname><forename>Anna</forename></persName></person>\
    <person xml:id=\"carl\"><persName>Carl</persName></person></listPerson></particDesc></profileDesc>";

const PLAY: &str = "<front><castList><head>Persons</head><castItem><role>Anna Berg</role>, <roleDesc>a pilot.</roleDesc></castItem></castList></front>\
    <body><div><head>First Scene</head><stage>A quay.</stage>\
    <sp who=\"#anna_berg\" xml:id=\"a1\"><speaker>ANNA.</speaker><p>The <emph>tide</emph> &amp; the <stage>(points)</stage>\n   wind<note n=\"1\">Of 1911.</note>.</p><pb n=\"12\"/></sp>\
    <sp who=\"#carl\"><speaker>Carl:</speaker><l>One line</l><l>and <unclear>another</unclear>.</l><stage>Goes.</stage></sp>\
    <sp who=\"#anna_berg #carl\"><speaker>Both.</speaker><p>Yes<![CDATA[ <so> ]]>!</p></sp>\
    <sp who=\"#boy\"><p>Me too.</p></sp></div></body>";

#[test]
fn a_play_says_who_speaks() {
    let made = made(&file(CAST, PLAY));
    let record = &made.record;
    assert_eq!(
        lines(record),
        [
            "attendance-1: Persons / Anna Berg, a pilot.",
            "narrative-1: First Scene / A quay.",
            "a1 anna-berg: The tide & the (points) wind1. [Page 12]",
            "t1 carl: One line / and another. / Goes.",
            "t2 unknown: Yes <so> !",
            "t3 boy: Me too.",
            "note-1: 1 Of 1911.",
        ]
    );
    let labels: Vec<Option<&str>> = record.blocks.iter().map(|block| block.label.as_deref()).collect();
    assert_eq!(labels[2..6], [Some("ANNA"), Some("Carl"), Some("Both"), None]);
    let anna = &record.participants[0];
    assert_eq!((anna.name.as_str(), &anna.offices[..]), ("Anna Berg", &["a pilot".to_owned()][..]));
    assert_eq!(anna.labels, ["ANNA"]);
    let marked: Vec<(&str, &[Mark])> = record
        .blocks
        .iter()
        .flat_map(|block| block.paragraphs.iter().flatten())
        .filter(|run| !run.marks.is_empty())
        .map(|run| (run.text.as_str(), &run.marks[..]))
        .collect();
    assert_eq!(
        marked,
        [
            ("A quay.", &[Mark::Stage][..]),
            ("tide", &[Mark::Emphasis]),
            ("(points)", &[Mark::Stage]),
            ("1", &[Mark::NoteMark]),
            ("[Page 12]", &[Mark::PageBreak]),
            ("another", &[Mark::Unclear]),
            ("Goes.", &[Mark::Stage]),
        ]
    );
    assert!(made.warnings.iter().any(|warning| warning.contains("“#boy”")), "{:?}", made.warnings);
    assert_eq!((record.title.as_str(), record.language.as_deref()), ("The Harbour", Some("en")));
}

#[test]
fn a_sitting_may_list_its_members_elsewhere() {
    let sitting = file(
        "",
        "<body><div><head>Questions</head><note type=\"speaker\">Mr Speaker:</note>\
         <u who=\"#Ann\"><seg>Order.</seg><kinesic><desc>(Applause)</desc></kinesic><seg>We <note>[noise]</note> meet.</seg></u>\
         <note>The sitting ended.</note></div></body>",
    );
    let list = "<listPerson xmlns=\"http://www.tei-c.org/ns/1.0\"><person xml:id=\"Ann\"><persName>Ann Low</persName></person></listPerson>";
    let made = tei::ingest(&sitting, None, None, &[list]).expect("a record");
    accounted(&sitting, &made);
    assert_eq!(
        lines(&made.record),
        ["narrative-1: Questions", "t1 ann: Order. / (Applause) / We [noise] meet.", "narrative-2: The sitting ended.",]
    );
    assert_eq!(made.record.participants[0].name, "Ann Low");
    assert_eq!(made.record.blocks[1].label.as_deref(), Some("Mr Speaker"));
    assert!(made.warnings.is_empty(), "{:?}", made.warnings);
}

#[test]
fn labels_in_the_text_mean_whom_they_point_to() {
    let text = "<body><div><head>Conversation in the Harbour</head><list type=\"participants\"><head>PARTICIPANTS:</head>\
        <item><persName corresp=\"#p_B\">Anna Berg</persName>, Pilot</item><item>Carl Moe, Clerk</item></list>\
        <p>Mrs. <persName corresp=\"#p_B\">Berg</persName>: The tide comes.<note n=\"1\">See below.</note></p>\
        <p>Mr. Moe: Who saw <persName corresp=\"#p_X\">Olaf</persName>?</p>\
        <p>The <persName corresp=\"#p_B\">Pilot</persName>: Nobody &amp; nothing.</p><p>Mr. Moe: I see.</p>\
        <p>The <persName corresp=\"#p_B\">Pilot</persName>: Good.</p></div></body>";
    let record = made(&file("", text)).record;
    let turns: Vec<String> = lines(&record).into_iter().filter(|line| line.starts_with('t')).collect();
    assert_eq!(
        turns,
        [
            "t1 anna-berg: The tide comes.1",
            "t2 carl-moe: Who saw Olaf?",
            "t3 anna-berg: Nobody & nothing.",
            "t4 carl-moe: I see.",
            "t5 anna-berg: Good.",
        ]
    );
    assert_eq!(record.participants.len(), 2, "{:?}", record.participants);
    let olaf = record.blocks.iter().flat_map(|b| b.paragraphs.iter().flatten()).find(|run| run.text == "Olaf");
    assert_eq!(olaf.and_then(|run| run.entity.as_deref()), Some("olaf"));
    assert_eq!(record.source_digest, Some(memcon_ingest::digest(file("", text).as_bytes())));
}

#[test]
fn ids_are_given_once() {
    let first = made(&file(CAST, PLAY)).record;
    let changed = file(
        CAST,
        &PLAY.replace("<sp who=\"#carl\">", "<sp who=\"#carl\" xml:id=\"t1\"><p>New.</p></sp><sp who=\"#carl\">"),
    );
    let again = tei::ingest(&changed, None, Some(&first), &[]).expect("a record").record;
    let ids: Vec<&str> = again.blocks.iter().filter(|b| b.kind == BlockKind::Turn).map(|b| b.id.as_str()).collect();
    assert_eq!(ids, ["a1", "t4", "t1", "t2", "t3"], "the new turn’s id was another’s");
    let less = file(CAST, &PLAY.replace("<sp who=\"#boy\"><p>Me too.</p></sp>", ""));
    let less = tei::ingest(&less, None, Some(&first), &[]).expect("a record").record;
    assert_eq!(less.retired.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["t3"]);
}

#[test]
fn an_editor_completes_what_the_file_says() {
    let editor = Editor::read(
        "id = \"harbour\"\n[[participant]]\nid = \"boy\"\nname = \"Olaf Low\"\n\
         [[entity]]\nid = \"tide\"\nkind = \"term\"\nname = \"tide\"\nspellings = [\"tide\"]\n\
         [[topic]]\nid = \"all\"\nname = \"All\"\nfrom = \"a1\"\nto = \"t3\"\n",
    )
    .expect("TOML");
    let made = tei::ingest(&file(CAST, PLAY), Some(&editor), None, &[]).expect("a record");
    assert_eq!(made.record.id, "harbour");
    assert_eq!(made.record.topics.len(), 1);
    assert_eq!(made.record.participants[0].name, "Olaf Low");
    let tide = made.record.blocks.iter().flat_map(|b| b.paragraphs.iter().flatten()).find(|run| run.text == "tide");
    assert_eq!(tide.map(|run| (run.entity.as_deref(), run.marks.len())), Some((Some("tide"), 1)));
}

#[test]
fn what_memcon_wrote_is_the_record_again() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");
    let json = std::fs::read_to_string(path).expect("the record");
    let record: Record = serde_json::from_str(&json).expect("a record");
    let source = memcon_tei::write(&record, None, None);
    let again = made(&source);
    assert_eq!(again.record, record);
    assert!(again.warnings.is_empty());
    assert_eq!(tei::source_digest(source.as_bytes()), record.source_digest.clone().expect("a digest"));

    let mut part = record.clone();
    part.blocks.retain(|block| block.speaker.as_deref() == Some("mehmet-shehu"));
    let source = memcon_tei::write(&part, Some("4 of 25 turns"), Some("https://example.org/?speaker=mehmet-shehu"));
    let again = made(&source);
    assert_eq!(again.record.blocks, part.blocks);
    assert!(again.warnings[0].contains("4 of 25 turns"), "{:?}", again.warnings);
}

fn refused(source: &str) -> Error {
    tei::ingest(source, None, None, &[]).expect_err("no record")
}

#[test]
fn what_is_refused_is_said_with_its_place() {
    for (source, line, words) in [
        ("<TEI>\n<text><body>\n<p>x</q></body></text></TEI>", Some(3), "column 5"),
        ("<TEI>\n <text>", Some(2), "cut short"),
        ("<?xml version=\"1.0\"?>\n<html/>", Some(2), "root element is <html>"),
        ("<TEI><teiHeader/></TEI>", None, "no <text>"),
        ("<TEI><text><body><p>No one.</p></body></text></TEI>", None, "no turns found"),
        ("<TEI><text><body><p>&eacute;</p></body></text></TEI>", Some(1), "“&eacute;”"),
        ("<!DOCTYPE TEI [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;&a;\">]>\n<TEI>&b;</TEI>", Some(1), "document type"),
        ("<!DOCTYPE TEI SYSTEM \"file:///etc/passwd\">\n<TEI/>", Some(1), "document type"),
    ] {
        let error = refused(source);
        assert_eq!(error.line, line, "{source}: {error}");
        assert!(error.what.contains(words), "{source}: {error}");
    }
    let deep = format!("<TEI>{}{}</TEI>", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert!(refused(&deep).what.contains("nested"));
}

#[test]
fn a_byte_order_mark_and_line_ends_do_no_harm() {
    let source = format!("\u{feff}{}", file(CAST, PLAY).replace('\n', "\r\n"));
    assert_eq!(lines(&made(&source).record), lines(&made(&file(CAST, PLAY)).record));
}

#[test]
fn xml_is_told_from_text() {
    assert!(tei::is_xml("\n<?xml version=\"1.0\"?><TEI/>"));
    assert!(tei::is_xml("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"/>"));
    assert!(!tei::is_xml("Mr. Beam: <TEI> is a word.\n"));
    assert!(!tei::is_xml("<b>Mr. Beam:</b> We met."));
}

fn element(inner: impl Strategy<Value = String> + Clone + 'static) -> impl Strategy<Value = String> {
    let names = vec![
        "p",
        "l",
        "lg",
        "seg",
        "stage",
        "hi rend=\"bold\"",
        "emph",
        "q",
        "note n=\"2\"",
        "note",
        "note type=\"speaker\"",
        "speaker",
        "sp who=\"#carl\"",
        "u who=\"#anna_berg #carl\"",
        "sp",
        "u who=\"#x\" xml:id=\"b\"",
        "div",
        "castList",
        "castItem",
        "persName ref=\"#carl\"",
        "placeName ref=\"#y\"",
        "choice",
        "corr",
        "sic",
        "gap",
        "desc",
        "head",
        "list",
        "item",
        "unclear",
        "incident",
        "quote",
        "supplied",
        "table",
        "row",
        "cell",
        "w",
    ];
    (proptest::sample::select(names), proptest::collection::vec(inner, 0..4)).prop_map(|(open, inner)| {
        let name = open.split(' ').next().unwrap_or(open);
        format!("<{open}>{}</{name}>", inner.concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_whatever_the_file(parts in proptest::collection::vec(tree(), 0..8)) {
        let source = file(CAST, &format!("<body><sp who=\"#carl\"><p>Yes.</p></sp>{}</body>", parts.concat()));
        let made = tei::ingest(&source, None, None, &[]).expect("a record");
        accounted(&source, &made);
        prop_assert_eq!(memcon_record::check(&made.record), vec![]);
        let again = tei::ingest(&source, None, Some(&made.record), &[]).expect("a record");
        prop_assert_eq!(again.record, made.record);
    }

    #[test]
    fn nothing_is_lost_of_labels_in_text(parts in proptest::collection::vec(tree(), 0..5)) {
        let speech = parts.concat().replace("<sp", "<ab").replace("</sp", "</ab").replace("<u ", "<ab ").replace("</u>", "</ab>")
            .replace("<abeaker", "<ab").replace("</abeaker", "</ab");
        let talk = "<p>Mr. <persName ref=\"#carl\">Moe</persName>: We met.</p><p>Mr. Low: When?</p><p>Mr. Moe: Today.</p>";
        let source = file("", &format!("<body>{talk}{speech}{talk}</body>"));
        match tei::ingest(&source, None, None, &[]) {
            Ok(made) => accounted(&source, &made),
            Err(error) => prop_assert!(error.what.starts_with("no turns found"), "{}\n{}", error, source),
        }
    }
}

fn tree() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "[a-zA-Z .:\n]{0,12}",
        proptest::sample::select(vec![
            "&amp;",
            "&#160;",
            "&lt;",
            "<![CDATA[a]b<]]>",
            "<pb n=\"7\"/>",
            "<lb/>",
            "<!-- c -->",
            "<pb/>",
            "\u{200b}",
            "é ",
            "(x) ",
            "[y]",
            "“z”",
            "&#x2028;",
            "&#13;",
            "mud5",
        ])
        .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(4, 24, 4, element)
}
