//! A record in one file: what it holds, and that it asks for nothing.

use std::fs;

use memcon_policy::digest::sha256;
use memcon_site::one_file::{self, Program, Source};

const ID: &str = "1964-11-25-kwp-delegation-enver-hoxha";
const JSON: &str = include_str!("../../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");
const LOADER: &str = "async function start(what) {}\nexport { start as default };\n";
const DESK: &str = "(() => {})();";
const STYLE: &str = "p { color: red }";

fn page(json: &str, url: Option<&str>) -> String {
    pages(&[json], url).expect("a page")
}

fn pages(records: &[&str], url: Option<&str>) -> anyhow::Result<String> {
    let dist = tempfile::tempdir().expect("a temporary folder");
    for (name, content) in [
        ("style-1.css", STYLE),
        ("loader-1.js", LOADER),
        ("app_bg.wasm", "Wasm"),
        ("desk-1.css", ""),
        ("desk-1.js", DESK),
        ("desk-1.wasm", "Desk"),
    ] {
        fs::write(dist.path().join(name), content).expect("a file");
    }
    let program = Program::of(dist.path()).expect("a program");
    let sources: Vec<_> = records.iter().map(|json| Source::read((*json).into()).expect("a record")).collect();
    one_file::page(&sources, &program, url)
}

/// What stands between the first `start` and the `end` after it.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    page.split_once(start).and_then(|(_, rest)| rest.split_once(end)).unwrap_or_else(|| panic!("no {start}")).0
}

/// The elements of this name: what stands in the tag, and the text.
fn elements<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    page.split(&*open)
        .skip(1)
        .filter_map(|part| part.split_once('>'))
        .filter(|(tag, _)| tag.is_empty() || tag.starts_with(' '))
        .map(|(tag, rest)| (tag, rest.split_once(&*close).expect("its end").0))
        .collect()
}

#[test]
fn it_leads_to_nothing_but_itself_and_what_the_record_cites() {
    for url in [None, Some("https://host.example/memcon/")] {
        let page = page(JSON, url);
        let cited = ["data:", "https://", "http://id.loc.gov/vocabulary/relators/"];
        // Of everything that begins like a tag; in scripts and data nothing does.
        for tag in page.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            for address in tag.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                let leads_to_itself = address.is_empty() || address.starts_with('#');
                assert!(leads_to_itself || cited.iter().any(|start| address.starts_with(start)), "{url:?}: <{tag}>");
            }
            for attribute in [" src=", " srcset=", " action=", " poster=", " style="] {
                assert!(!tag.contains(attribute), "{url:?}: <{tag}>");
            }
        }
        for part in ["./", "@import", "url(", "data-root", "data-offline", "rel=\"manifest\"", "rel=\"stylesheet\""] {
            assert!(!page.contains(part), "{url:?}: {part}");
        }
        assert_eq!(page.matches("rel=\"canonical\"").count(), usize::from(url.is_some()));
        assert_eq!(
            page.matches("All records</a>").count(),
            usize::from(url.is_some()),
            "a way to a site only if there is one"
        );
    }
}

#[test]
fn its_policy_allows_what_stands_in_it_and_no_more() {
    let page = page(JSON, None);
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    let part =
        |name: &str| policy.split("; ").find(|part| part.starts_with(name)).unwrap_or_else(|| panic!("no {name}"));
    let sums = |list: Vec<&str>| list.into_iter().map(|text| format!(" '{}'", sha256(text))).collect::<String>();
    let run = |tag: &str| tag.is_empty() || tag.contains("type=\"module\"");
    let scripts: Vec<_> =
        elements(&page, "script").into_iter().filter(|(tag, _)| run(tag)).map(|(_, text)| text).collect();
    assert_eq!(scripts.len(), 3);
    assert_eq!(scripts[1], DESK);
    assert!(scripts[2].starts_with(LOADER) && scripts[2].contains("await start({"), "{}", scripts[2]);
    assert_eq!(part("script-src"), format!("script-src 'wasm-unsafe-eval'{}", sums(scripts)));
    let styles: Vec<_> = elements(&page, "style").into_iter().map(|(_, text)| text).collect();
    assert!(styles.contains(&STYLE));
    assert_eq!(part("style-src"), format!("style-src{}", sums(styles)));
    for name in ["default-src", "connect-src", "worker-src", "manifest-src", "font-src", "object-src"] {
        assert_eq!(part(name), format!("{name} 'none'"));
    }
}

#[test]
fn it_holds_the_text_and_the_record_as_its_file_says_it() {
    let page = page(JSON, None);
    let (record, _) = memcon_record::read(JSON).expect("readable");
    for (block, _) in record.turns() {
        assert!(page.contains(&format!("<article id=\"{}\"", block.id)), "{}", block.id);
    }
    assert!(page.contains(&format!("<title>{}</title>", record.title)));
    let head = page.split_once("</head>").expect("a head").0;
    assert_eq!((head.matches("<title>").count(), head.matches("name=\"description\"").count()), (1, 1));
    let json = between(&page, &format!("<script type=\"application/json\" data-record=\"{ID}\">"), "</script>");
    let read: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(read, serde_json::from_str::<serde_json::Value>(JSON).expect("JSON"));
}

#[test]
fn a_record_that_would_leave_its_element_cannot() {
    let evil = "</script><script>alert(1)</script><!--page--><!--data--><!--head-->";
    let json = JSON.replacen("And to your health.", &format!("And to your health. {evil}"), 1);
    assert_ne!(json, JSON);
    let page = page(&json, None);
    assert!(!page.contains("<script>alert"), "escaped in the text and in the data");
    let json = between(&page, &format!("data-record=\"{ID}\">"), "</script>");
    assert!(!json.contains('<'));
    let read: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert!(read.to_string().contains("</script><script>alert(1)"), "and whole where it is read");
    assert_eq!(page.matches("id=\"program\"").count(), 1);
}

#[test]
fn several_records_stand_one_after_the_other_and_no_id_twice() {
    let other = JSON.replace(ID, "another-record");
    let page = pages(&[JSON, &other], Some("https://host.example/memcon/")).expect("a page");
    for id in [ID, "another-record"] {
        for part in [
            format!("<a href=\"#{id}.\">"),
            format!("<section id=\"{id}.\""),
            format!("<article id=\"{id}.t25\""),
            format!("data-record=\"{id}\">"),
        ] {
            assert!(page.contains(&part), "{part}");
        }
    }
    let tags: Vec<_> = page.split('<').skip(1).filter_map(|rest| rest.split('>').next()).collect();
    let values = |opening: &'static str| {
        tags.iter().filter_map(move |tag| tag.split_once(opening)?.1.split('"').next()).collect::<Vec<_>>()
    };
    let ids = values(" id=\"");
    let once: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(once.len(), ids.len(), "an id stands twice");
    for reference in [" href=\"#", " aria-labelledby=\"", " popovertarget=\""] {
        for id in values(reference) {
            assert!(once.contains(&id), "{reference}{id}");
        }
    }
    assert_eq!(page.matches("<main").count(), 1);
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    assert_eq!(
        policy.matches("sha256-").count(),
        elements(&page, "style").len() + 4,
        "what fails, what chooses, the desk, the module"
    );
    assert!(pages(&[JSON, JSON], None).expect_err("refused").to_string().contains(ID), "the same record twice");
    assert!(pages(&[], None).is_err());
}
