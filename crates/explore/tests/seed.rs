//! The conversation of 25 November 1964, asked.

use memcon_explore::link::{Grouping, Link};
use memcon_explore::timeline::Timeline;
use memcon_explore::{Answer, Corpus, Filter, Forms, Question, concordance, exchange, figures};
use memcon_record::{Record, Speaker, read};

fn record() -> Record {
    let json = include_str!("../../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");
    let (record, problems) = read(json).expect("the committed record is readable");
    assert_eq!(problems, []);
    record
}

fn ask(record: &Record, query: &str) -> Answer {
    let (corpus, link) = (Corpus::of(record), Link::parse(query, ""));
    let forms = Forms::of(&Question::parse(&link.question), &corpus);
    let (filter, odd) = Filter::resolve(record, &link, &forms);
    assert_eq!(odd, [], "{query}");
    Answer::of(record, &corpus, &filter)
}

/// Numbers of the turns shown.
fn turns(record: &Record, answer: &Answer) -> Vec<usize> {
    record
        .turns()
        .filter(|(block, _)| answer.shown[record.blocks.iter().position(|b| b.id == block.id).unwrap_or(0)])
        .map(|(_, t)| t.place + 1)
        .collect()
}

#[test]
fn a_question_leaves_the_turns_that_hold_all_its_parts() {
    let record = record();
    for (query, expected) in [
        ("?q=fertilizer*", vec![12, 13, 15, 16]),
        ("?q=FERTILIZER", vec![12, 15, 16]),
        ("?q=~fertilize", vec![12, 13, 15, 16]),
        ("?q=-~fertilizing ~chemicals", vec![]),
        ("?q=fertili?er* -organic", vec![12, 13, 16]),
        ("?q=\"raw material\"", vec![16, 18]),
        ("?q=“raw material” coal", vec![16]),
        ("?q=marxism-leninism", vec![2, 11, 12]),
        ("?q=mud", vec![10]),
        // A note mark between two words does not part them, and may be typed as it is printed.
        ("?q=\"mud this\"", vec![10]),
        ("?q=mud5", vec![10]),
        ("?q=\"the mud5 this\"", vec![10]),
        ("?q=workers'", vec![2, 4, 12]),
        ("?q=fir", vec![5]),
        ("?q=fertilizer*&speaker=mehmet-shehu", vec![13, 15]),
        ("?q=fertilizer*&speaker=mehmet-shehu&speaker=ri-jong-ok", vec![13, 15, 16]),
        ("?speaker=mehmet-shehu", vec![7, 13, 15, 18]),
        ("?delegation=korean-delegation&from=t20", vec![21, 23, 25]),
        ("?from=t12&to=t10", vec![10, 11, 12]),
        ("?mentions=petro-dode", vec![12]),
        ("?mode=reported", vec![]),
        ("?speaker=an-yong", vec![]),
    ] {
        assert_eq!(turns(&record, &ask(&record, query)), expected, "{query}");
    }
}

#[test]
fn hits_are_counted_where_they_stand() {
    let record = record();
    let answer = ask(&record, "?q=fertilizer*");
    assert_eq!((answer.hits_in_turns, answer.turns), (8, 4));
    for hit in &answer.hits {
        let text = &record.blocks[hit.block].paragraphs[hit.paragraph].text[hit.range()];
        assert!(text.to_lowercase().starts_with("fertilizer"), "{text}");
    }
    let everything = ask(&record, "");
    assert!(!everything.active && everything.shown.iter().all(|shown| *shown) && everything.turns == 25);
    // “Manush” stands in the list of those present only.
    let outside = ask(&record, "?q=Manush");
    assert_eq!((outside.turns, outside.hits_in_turns, outside.hits.len()), (0, 0, 1));
}

#[test]
fn each_choice_says_what_it_would_leave() {
    let record = record();
    let place = |id: &str| record.participants.iter().position(|p| p.id == id).expect("a participant");
    let all = ask(&record, "").facets;
    assert_eq!(all.speakers[place("mehmet-shehu")], 4);
    let fertilizer = ask(&record, "?q=fertilizer*&speaker=ri-jong-ok").facets;
    assert_eq!(fertilizer.speakers[place("mehmet-shehu")], 2);
    assert_eq!(fertilizer.speakers[place("ri-jong-ok")], 1);
    // What is seen when a value is chosen is what its count says: so many, or so many more beside others of its facet.
    let names = |facet: &str| -> Vec<String> {
        match facet {
            "speaker" => record.participants.iter().map(|p| p.id.clone()).collect(),
            "delegation" => record.delegations.iter().map(|d| d.id.clone()).collect(),
            "topic" => record.topics.iter().map(|t| t.id.clone()).collect(),
            _ => record.entities.iter().map(|e| e.id.clone()).collect(),
        }
    };
    let counts = |answer: &Answer, facet: &str| match facet {
        "speaker" => answer.facets.speakers.clone(),
        "delegation" => answer.facets.delegations.clone(),
        "topic" => answer.facets.topics.clone(),
        _ => answer.facets.entities.clone(),
    };
    for facet in ["speaker", "delegation", "topic", "mentions"] {
        for (query, chosen) in
            [("?q=fertilizer*", 0), ("?delegation=korean-delegation", 0), ("?topic=fertilizers", 0), ("?", 1), ("?", 2)]
        {
            let ids = names(facet);
            let chosen: String = ids.iter().take(chosen).map(|id| format!("&{facet}={id}")).collect();
            let query = format!("{query}{chosen}");
            let before = ask(&record, &query);
            let others = query.contains(&format!("{facet}="));
            for (id, count) in ids.iter().zip(counts(&before, facet)) {
                if !query.contains(&format!("{facet}={id}")) {
                    let after = ask(&record, &format!("{query}&{facet}={id}")).turns;
                    assert_eq!(after, count + if others { before.turns } else { 0 }, "{query} and {facet}={id}");
                }
            }
        }
    }
}

#[test]
fn a_question_without_an_answer_says_which_part_found_nothing() {
    let record = record();
    let answer = ask(&record, "?q=fertiliser reed fert");
    assert_eq!(answer.turns, 0);
    let parts: Vec<(&str, usize)> = answer.parts.iter().map(|p| (p.typed.as_str(), p.turns)).collect();
    assert_eq!(parts, [("fertiliser", 0), ("reed", 3), ("fert", 0)]);
    assert_eq!(answer.parts[0].others[0], ("fertilizer*".into(), 8), "the nearest word of the record is offered");
    assert_eq!(answer.parts[2].others[0], ("fert*".into(), 8));
    assert!(ask(&record, "?q=fertilizer").parts.is_empty(), "nothing to explain where something answers");
}

#[test]
fn fields_and_neighbours_and_alternatives_can_be_asked_for() {
    let record = record();
    let turns = |question: &str| ask(&record, &format!("?q={question}")).turns;
    let all = record.turns.len();
    // By name, by a word of the name, by id; the others of a facet are the same turns.
    let hoxha = ask(&record, "?speaker=enver-hoxha").turns;
    for question in ["speaker:hoxha", "speaker:enver-hoxha", "speaker:\"Enver Hoxha\"", "SPEAKER:hox*"] {
        assert_eq!(turns(question), hoxha, "{question}");
    }
    assert_eq!(turns("-speaker:hoxha"), all - hoxha);
    assert_eq!(turns("speaker:hoxha|shehu"), hoxha + ask(&record, "?speaker=mehmet-shehu").turns);
    assert_eq!(turns("fertilizer|reed"), 6);
    assert_eq!(turns("fertilizer | reed"), 6);
    assert_eq!(turns("fertilizer reed"), 0);
    assert_eq!(turns("near:0(raw material)"), turns("\"raw material\""));
    // A name that is asked for is a hit wherever it stands, as with the facet.
    let entity = &record.entities[0].id;
    assert_eq!(ask(&record, &format!("?q=mentions:{entity}")).hits, ask(&record, &format!("?mentions={entity}")).hits);
    let topic = &record.topics[0].id;
    assert_eq!(turns(&format!("topic:{topic}")), ask(&record, &format!("?topic={topic}")).turns);
    let nobody = ask(&record, "?q=speaker:nobody");
    assert_eq!((nobody.turns, nobody.parts[0].turns), (0, 0));
}

#[test]
fn what_means_nothing_in_this_record_is_named_and_the_rest_works() {
    let record = record();
    let link = Link::parse("?speaker=nobody&speaker=mehmet-shehu&topic=x&from=t99&rest=maybe&view=wide&utm=1", "");
    let (filter, odd) = Filter::resolve(&record, &link, &Forms::default());
    let named: Vec<(&str, &str)> = odd.iter().map(|o| (o.name.as_str(), o.value.as_str())).collect();
    assert_eq!(named, [("rest", "maybe"), ("view", "wide"), ("speaker", "nobody"), ("topic", "x"), ("from", "t99")]);
    assert_eq!(Answer::of(&record, &Corpus::of(&record), &filter).turns, 4);
}

#[test]
fn figures_agree_with_the_record() {
    let record = record();
    let figures = figures::of(&record, &Corpus::of(&record));
    let of = |id: &str| &figures[record.participants.iter().position(|p| p.id == id).unwrap_or(0)];
    let hoxha = of("enver-hoxha");
    assert_eq!((hoxha.turns, hoxha.words, hoxha.first_and_last), (10, 1405, Some((1, 23))));
    assert_eq!(hoxha.spoken_of, [4]);
    assert_eq!((of("ri-jong-ok").turns, of("ri-jong-ok").words), (11, 784));
    assert_eq!((of("mehmet-shehu").turns, of("mehmet-shehu").words), (4, 115));
    assert_eq!((of("manush-myftiu").turns, of("manush-myftiu").first_and_last), (0, None));
    assert_eq!(of("petro-dode").spoken_of, [11]);
    let told: Vec<&str> = of("mehmet-shehu").distinctive.iter().map(|d| d.word.as_str()).collect();
    assert!(told.contains(&"fertilizers"), "{told:?}");
    println!(
        "{:?}",
        figures
            .iter()
            .map(|f| f
                .distinctive
                .iter()
                .map(|d| (d.word.clone(), d.here, d.in_all, (d.score * 100.0).round() / 100.0))
                .collect::<Vec<_>>())
            .filter(|v| !v.is_empty())
            .collect::<Vec<_>>()
    );
}

#[test]
fn the_timeline_is_as_wide_as_the_words() {
    let record = record();
    let timeline = Timeline::of(&record);
    assert_eq!(timeline.lanes.len(), 3);
    let width = |turn: usize| timeline.segments[turn].x.end - timeline.segments[turn].x.start;
    assert!(
        timeline.segments.windows(2).all(|pair| pair[0].x.end == pair[1].x.start && pair[0].x.start < pair[0].x.end)
    );
    assert!((timeline.segments[24].x.end - 1.0).abs() < 1e-9);
    assert!(width(11) > width(1) && width(1) > width(24));
    for (place, segment) in timeline.segments.iter().enumerate() {
        assert_eq!(timeline.turn_at((segment.x.start + segment.x.end) / 2.0), Some(place));
    }
    assert_eq!((timeline.turn_at(-1.0), timeline.turn_at(2.0)), (Some(0), Some(24)));
}

#[test]
fn lines_and_exchanges_come_from_the_same_turns() {
    let record = record();
    let answer = ask(&record, "?q=mud");
    let lines = concordance::lines(&record, &answer.hits, 24);
    assert_eq!((lines.len(), lines[0].hit.as_str(), lines[0].after.as_str()), (1, "mud", "5. This is the essence"));
    assert!(lines[0].before.ends_with("donkey out of the "));
    let exchange = exchange::Exchange::of(&record);
    assert_eq!(exchange.pairs.values().sum::<usize>(), 24);
    assert_eq!(exchange.speakers.len(), 3);
    let mut listed = 0;
    for ((earlier, later), n) in &exchange.pairs {
        let pairs: Vec<_> = exchange::exchanges(&record, *earlier, *later).collect();
        assert_eq!(pairs.len(), *n);
        for ((_, one), (_, other)) in &pairs {
            assert_eq!((one.speaker, other.speaker, one.place + 1), (*earlier, *later, other.place));
        }
        listed += pairs.len();
    }
    assert_eq!(listed, 24);
    for speaker in &exchange.speakers {
        assert_eq!(exchange::speaker_of(&record, exchange::id_of(&record, *speaker)), Some(*speaker));
    }
    assert_eq!(exchange::speaker_of(&record, "unknown"), Some(Speaker::Unknown));
    assert_eq!(exchange::speaker_of(&record, "somebody"), None);
    let matrix = exchange::matrix(&exchange, |speaker| exchange::id_of(&record, speaker));
    assert!(matrix.len() == 4 && matrix.iter().all(|row| row.len() == 4), "{matrix:?}");
}

#[test]
fn a_line_is_a_row_that_says_where_it_stands() {
    let record = record();
    let answer = ask(&record, "?q=fertilizer*");
    let lines = concordance::lines(&record, &answer.hits, concordance::WIDTH);
    let all = concordance::grouped(&record, lines.clone(), Grouping::Order);
    assert_eq!((all.len(), all[0].lines.len(), all[0].speaker), (1, 8, None));
    assert_eq!(
        concordance::grouped(&record, lines.clone(), Grouping::Speaker),
        concordance::by_speaker(&record, lines)
    );
    assert!(concordance::grouped(&record, Vec::new(), Grouping::Order).is_empty());
    let row = concordance::row(&record, &all[0].lines[0]);
    assert_eq!(row.len(), concordance::COLUMNS.len());
    assert_eq!((row[0].as_str(), row[1].as_str()), ("t12", "12"));
    assert!(row[5].starts_with("fertilizer"), "{row:?}");
    let (block, turn) = record.turns().nth(11).expect("a twelfth turn");
    assert_eq!((row[0].as_str(), row[2].as_str()), (block.id.as_str(), record.speaker_name(turn)));
}

#[test]
fn a_wider_form_is_the_bare_word_and_takes_the_place_of_what_was_typed() {
    let record = record();
    for (question, expected) in [
        ("fertiliz,", Some("fertiliz*")),
        ("\"fertiliz\"", Some("fertiliz*")),
        ("fert raw", Some("fert* raw")),
        ("-fertilizer fertiliz", Some("-fertilizer fertiliz*")),
        ("\"raw mat\"", None),
        ("xyzzy", None),
    ] {
        let link = Link { question: question.into(), ..Link::default() };
        let answer = Answer::of(&record, &Corpus::of(&record), &Filter::resolve(&record, &link, &Forms::default()).0);
        let question = Question::parse(question);
        let wider = answer.parts.iter().enumerate().find_map(|(i, part)| {
            let (wording, _) = part.others.first()?;
            Some(question.reworded(&link.question, i, wording))
        });
        assert_eq!(wider.as_deref(), expected, "{}", link.question);
    }
}

#[test]
fn every_hit_has_its_line_under_its_voice() {
    let record = record();
    let answer = ask(&record, "?q=workers");
    let groups = concordance::by_speaker(&record, concordance::lines(&record, &answer.hits, 40));
    assert_eq!(groups.iter().map(|group| group.lines.len()).sum::<usize>(), answer.hits.len());
    assert_eq!(groups.last().map(|group| (group.speaker, group.name.as_str())), Some((None, "Outside the turns")));

    // Two voices that nobody has named are two.
    let mut record = record;
    for (block, label) in record.turns.clone().into_iter().zip(["First voice", "Second voice"]) {
        let memcon_record::model::Body::Turn(turn) = &mut record.blocks[block].body else { panic!("a turn") };
        (turn.speaker, turn.label) = (Speaker::Unknown, label.into());
    }
    let answer = ask(&record, "?speaker=unknown&q=a*");
    let names: Vec<String> = concordance::by_speaker(&record, concordance::lines(&record, &answer.hits, 40))
        .into_iter()
        .map(|group| group.name)
        .collect();
    assert_eq!(
        {
            let mut names = names;
            names.sort();
            names
        },
        ["First voice", "Second voice"]
    );
}

#[test]
fn of_two_values_that_mean_something_the_second_is_said_to_stand_twice() {
    for value in ["view=words", "view=lines", "rest=dim", "sort=right", "group=order", "pair=a,b", "around=9", "hit=2"]
    {
        let said = |query: &str| Link::parse(query, "").oddities().map(|odd| odd.what).collect::<Vec<_>>();
        assert_eq!(said(&format!("{value}&{value}")), ["it stands twice; the first is taken"], "{value}");
        let name = value.split('=').next().unwrap_or_default();
        let nonsense = said(&format!("{name}=nonsense"));
        assert!(nonsense.len() == 1 && !nonsense[0].contains("twice"), "{name}: {nonsense:?}");
    }
}
