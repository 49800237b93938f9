//! Numbers and dates that are said: sentences, and what is read in them.

use memcon_explore::quantities::{self, COLUMNS, Kind, quantities_table};
use memcon_record::{Record, read};

/// A record of one turn; `{…}` in the text is marked as a note's sign, `<…>` as an editor's words.
fn record(language: &str, text: &str) -> Record {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '<']) {
        let (open, mark) = if rest[at..].starts_with('{') { ('}', "note-mark") } else { ('>', "editorial") };
        let end = rest[at..].find(open).map_or(rest.len(), |end| at + end);
        runs.push(format!(r#"{{"text":{:?}}}"#, &rest[..at]));
        runs.push(format!(r#"{{"text":{:?},"marks":["{mark}"]}}"#, &rest[at + 1..end]));
        rest = &rest[end + 1..];
    }
    runs.push(format!(r#"{{"text":{rest:?}}}"#));
    let json = format!(
        r#"{{"format":"memcon-record/1","id":"r","title":"R","language":"{language}","provenance":{{}},"participants":[{{"id":"a","name":"A","presence":"listed"}}],"blocks":[{{"id":"t1","kind":"turn","speaker":"a","paragraphs":[[{}]]}}]}}"#,
        runs.join(",")
    );
    read(&json).expect("the test's own record").0
}

/// Each as “kind: as printed [of what] = from..to”.
fn found(language: &str, text: &str) -> Vec<String> {
    let record = record(language, text);
    let list = quantities::of(&record);
    let one = |quantity: &quantities::Quantity| {
        let [from, to] = quantity.value.ends();
        let (printed, of) = (quantity.words(&record, &quantity.printed), quantity.words(&record, &quantity.of));
        let of = if of.is_empty() { String::new() } else { format!(" [{of}]") };
        let value = if from == to { from } else { format!("{from}..{to}") };
        format!("{}: {printed}{of} = {value}", quantity.kind.name())
    };
    list.iter().map(one).collect()
}

fn check(language: &str, cases: &[(&str, &[&str])]) {
    let wrong = cases.iter().map(|(text, expected)| (text, found(language, text), expected));
    let wrong: Vec<_> = wrong.filter(|(_, found, expected)| found != *expected).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn numbers_have_their_noun() {
    check(
        "en",
        &[
            (
                "They produce 6-700,000 tons of nitrogen fertilizers per year.",
                &["number: 6-700,000 [tons of nitrogen fertilizers per year] = 600000..700000"],
            ),
            ("We use 30 kg per hectare.", &["number: 30 [kg per hectare] = 30"]),
            ("a maximum of around 600 kg per hectare", &["number: around 600 [kg per hectare] = 600"]),
            (
                "To produce one ton of synthetic fiber, 4 tons of reed are needed.",
                &["number: one [ton of synthetic fiber] = 1", "number: 4 [tons of reed] = 4"],
            ),
            ("There are 1,500 Soviet advisers in the country.", &["number: 1,500 [Soviet advisers] = 1500"]),
            ("It was 12.5 kilometers away.", &["number: 12.5 [kilometers] = 12.5"]),
            ("25 000 tonnes of coal arrived yesterday", &["number: 25 000 [tonnes of coal] = 25000"]),
            ("a 20kg load, 20kg of tea", &["number: 20 [kg] = 20", "number: 20 [kg of tea] = 20"]),
            ("We have twenty-five factories.", &["number: twenty-five [factories] = 25"]),
            ("two hundred and fifty thousand workers", &["number: two hundred and fifty thousand [workers] = 250000"]),
            ("over half a million people", &["number: over half a million [people] = 500000"]),
            ("one and a half million hectares", &["number: one and a half million [hectares] = 1500000"]),
            ("a million and a half men", &["number: a million and a half [men] = 1500000"]),
            (
                "two million three hundred thousand tons",
                &["number: two million three hundred thousand [tons] = 2300000"],
            ),
            ("5 hundred thousand people", &["number: 5 hundred thousand [people] = 500000"]),
            ("2½ million sheep", &["number: 2½ million [sheep] = 2500000"]),
            ("two or three years", &["number: two or three [years] = 2..3"]),
            ("from 5 to 10 million tons a year", &["number: 5 to 10 million [tons a year] = 5000000..10000000"]),
            (
                "between one hundred and two hundred villages",
                &["number: between one hundred and two hundred [villages] = 100..200"],
            ),
            ("50–60,000 troops", &["number: 50–60,000 [troops] = 50000..60000"]),
            ("5-10,000 troops", &["number: 5-10,000 [troops] = 10000"]),
            ("They have 80,000.", &["number: 80,000 = 80000"]),
            ("80,000 of our soldiers fell", &["number: 80,000 [of our soldiers] = 80000"]),
            ("1.500.000 tons", &["number: 1.500.000 [tons] = 1500000"]),
            // Fifteen hundred, or one and a half.
            ("1.500 tons", &["number: 1.500 [tons] = "]),
            ("1,5 tons", &["number: 1,5 [tons] = "]),
            ("ammonia{5} 700 tons{6} of it; in all <20> tons", &["number: 700 [tons] = 700"]),
            ("Two million. Not one more.", &["number: Two million = 2000000"]),
        ],
    );
}

#[test]
fn what_counts_nothing_is_left_out() {
    let nothing = [
        "dozens of factories, hundreds of people, thousands",
        "the 20th anniversary, the 38th parallel, within the first year, the twentieth century",
        "on the one hand, one of them, one another, one day, not one",
        "our two parties, the two sides, both these two countries",
        "for three reasons, two things, two questions",
        "Article 5, article 5, Document 12, No. 7, no. 7, pages 296 and 297, paragraphs 22, 23 and 24",
        "a B-52, a T-34, the MIG–21, an F4, NSC 5616/2, Resolution 242 was passed",
        "at 10:30, at 10 a.m., at 11 o’clock, at 1500 hours, at 10, 7 pm",
        "the five-year plan, a 20-minute talk, a 5 year plan, two-thirds, a three hour meeting",
        "(2) we agree, [12] and",
        "1. We agree. 2. We do not. 3) Perhaps.",
        "the mud5. This",
        "It ended.26",
        "He came.” 26",
        "the mud{5} tons",
        "<2 lines not declassified> and <1956>",
        "3/4 of it, 1/2",
        "I left in ’62",
        "1961 was hard; the 1962 accords; 10.1.2.3",
        "a hundred, a thousand thanks",
        "it may march, you may",
        "",
    ];
    check("en", &nothing.map(|text| (text, [].as_slice())));
}

#[test]
fn shares_and_money_are_told_apart() {
    check(
        "en",
        &[
            ("3% of our imports", &["per cent: 3% [of our imports] = 3"]),
            ("10-15 per cent of the population", &["per cent: 10-15 per cent [of the population] = 10..15"]),
            ("nearly ten percent", &["per cent: nearly ten percent = 10"]),
            ("7.5 % more", &["per cent: 7.5 % = 7.5"]),
            ("$5 million worth of grain", &["money: $5 million [worth of grain] = 5000000"]),
            ("about US$ 1,500.50", &["money: about US$ 1,500.50 = 1500.5"]),
            ("£100", &["money: £100 = 100"]),
            ("500 million old rubles a year", &["money: 500 million [old rubles a year] = 500000000"]),
            ("50 pounds sterling, 50 pounds", &["money: 50 [pounds sterling] = 50", "number: 50 [pounds] = 50"]),
            ("two billion yuan", &["money: two billion [yuan] = 2000000000"]),
        ],
    );
}

#[test]
fn dates_have_the_value_that_is_said_and_no_other() {
    check(
        "en",
        &[
            ("On 25 November 1964 we met", &["date: 25 November 1964 = 1964-11-25"]),
            ("November 25, 1964, in Tirana", &["date: November 25, 1964 = 1964-11-25"]),
            ("the 25th of November 1964", &["date: 25th of November 1964 = 1964-11-25"]),
            ("on September 9", &["date: September 9 = "]),
            ("on 9 September they", &["date: 9 September = "]),
            ("Sept. 9, 1961", &["date: Sept. 9, 1961 = 1961-09-09"]),
            ("2–6 May 1960", &["date: 2–6 May 1960 = 1960-05-02..1960-05-06"]),
            ("in January, 1958", &["date: January, 1958 = 1958-01"]),
            ("until March. In May", &["date: March = ", "date: May = "]),
            ("In 1956 we visited", &["date: 1956 = 1956"]),
            (
                "since 1956; by 1970; in mid-1961; early 1962",
                &["date: 1956 = 1956", "date: 1970 = 1970", "date: 1961 = 1961", "date: 1962 = 1962"],
            ),
            ("in 1961, 1962 and 1963", &["date: 1961 = 1961", "date: 1962 = 1962", "date: 1963 = 1963"]),
            ("the 1961–1965 plan, 1967-69", &["date: 1961–1965 = 1961..1965", "date: 1967-69 = 1967..1969"]),
            ("from 1956 to 1960", &["date: 1956 to 1960 = 1956..1960"]),
            ("in the 1950s, the 1930’s", &["date: 1950s = 1950..1959", "date: 1930’s = 1930..1939"]),
            ("1964-11-25 and 25.11.1964", &["date: 1964-11-25 = 1964-11-25", "date: 25.11.1964 = 1964-11-25"]),
            (
                "in 1500 tons; of 1800 men; in 2100",
                &["number: 1500 [tons] = 1500", "number: 1800 [men] = 1800", "number: 2100 = 2100"],
            ),
            ("April 5 and 19, 1960", &["date: April 5 = "]),
        ],
    );
}

#[test]
fn of_other_languages_only_figures_are_read() {
    check(
        "de",
        &[
            ("Wir haben 250 Fabriken und zwei Häfen.", &["number: 250 = 250"]),
            (
                "1.500 Tonnen, 3,5 % und 1.500.000 $",
                &["number: 1.500 = ", "per cent: 3,5 % = ", "number: 1.500.000 = 1500000"],
            ),
            ("am 25.11.1964, in 1956, im Jahr 1956", &["date: 25.11.1964 = 1964-11-25"]),
        ],
    );
}

#[test]
fn the_table_says_who_said_it_where() {
    let record = record("en", "They use 4 quintals of it, and 10% in 1961.");
    let list = quantities::of(&record);
    assert_eq!(
        list.iter().map(|quantity| quantity.kind).collect::<Vec<_>>(),
        [Kind::Number, Kind::PerCent, Kind::Date]
    );
    let table = quantities_table(&record, &list);
    assert_eq!(table[0], COLUMNS);
    assert_eq!(table[1], ["number", "4", "quintals", "4", "4", "t1", "1", "A"]);
    assert_eq!(table[3], ["date", "1961", "", "1961", "1961", "t1", "1", "A"]);
    assert_eq!(table.len(), 4);
}

/// The whole list, as an editor would make it: nothing else in these turns is a number or a date.
#[test]
fn the_conversation_of_1964_has_twelve() {
    let json = include_str!("../../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");
    let (record, _) = read(json).expect("the committed record is readable");
    let table = quantities_table(&record, &quantities::of(&record));
    let rows: Vec<String> = table.iter().skip(1).map(|row| [&row[1..5], &row[6..]].concat().join("|")).collect();
    let expected = [
        "1956||1956|1956|11|Ri Jong-ok",
        "6-700,000|tons of nitrogen fertilizers per year|600000|700000|13|Mehmet Shehu",
        "4|quintals of chemical fertilizers per hectare|4|4|15|Mehmet Shehu",
        "30|kg per hectare|30|30|15|Mehmet Shehu",
        "10|quintals of chemical fertilizers per hectare|10|10|15|Mehmet Shehu",
        "two|years|2|2|21|Ri Jong-ok",
        "three|years|3|3|21|Ri Jong-ok",
        "one|ton of synthetic fiber|1|1|23|Ri Jong-ok",
        "4|tons of reed|4|4|23|Ri Jong-ok",
        "one|hectare|1|1|23|Ri Jong-ok",
        "2|tons of synthetic fibers|2|2|23|Ri Jong-ok",
        "around 600|kg per hectare|600|600|23|Ri Jong-ok",
    ];
    assert_eq!(rows, expected);
}
