//! The command `memcon` as a person meets it: what it prints, what it writes, how it ends.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ID: &str = "1964-11-25-kwp-delegation-enver-hoxha";
const TALK: &str = "Talk\n\nMr. Beam: We met.\n\nMr. Cox: When was that?\n\nMr. Beam: It was today.\n";

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn memcon(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_memcon")).args(args).current_dir(repository()).output().expect("memcon runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// A folder with these files, and their paths.
fn folder<const N: usize>(files: [(&str, &[u8]); N]) -> (tempfile::TempDir, [String; N]) {
    let dir = tempfile::tempdir().expect("a folder");
    let paths = files.map(|(name, bytes)| {
        let path = dir.path().join(name);
        fs::write(&path, bytes).expect("written");
        path.to_str().expect("UTF-8").to_owned()
    });
    (dir, paths)
}

#[test]
fn ingest_writes_the_committed_record_and_reports() {
    let (dir, []) = folder([]);
    let written = dir.path().join("record.json");
    let source = format!("records/{ID}/source.txt");
    let toml = format!("records/{ID}/record.toml");
    let done = memcon(&["ingest", &source, "--record", &toml, "--output", written.to_str().expect("UTF-8")]);
    assert!(done.status.success(), "{}", err(&done));
    let report = out(&done);
    for says in [
        "25 turns, 41 paragraphs, 2304 words; 3 of 11 present speak",
        "Enver Hoxha: 10 turns, 1405 words",
        "1  page furniture: Skip to content",
        "24–30  t2",
        "143  signature-1",
        "149  metadata: summary",
    ] {
        assert!(report.contains(says), "{says}\n{report}");
    }
    let committed = fs::read_to_string(repository().join(format!("public/records/{ID}.json"))).expect("committed");
    assert_eq!(fs::read_to_string(&written).expect("written"), committed);
    assert_eq!(fs::read_dir(dir.path()).expect("a folder").count(), 1, "no temporary file is left");
}

#[test]
fn ingest_without_output_prints_the_record() {
    let (_dir, [source]) = folder([("talk.txt", TALK.as_bytes())]);
    let done = memcon(&["ingest", &source]);
    assert!(done.status.success());
    let record: serde_json::Value = serde_json::from_str(&out(&done)).expect("JSON on standard output");
    assert_eq!(record["blocks"][0]["speaker"], "beam");
    assert!(err(&done).contains("3 turns"), "the report on standard error");
    let account = memcon(&["ingest", &source, "--report", "json"]);
    let account: serde_json::Value = serde_json::from_str(&err(&account)).expect("a JSON report");
    assert_eq!(account["account"][1]["fate"], "label");
}

#[test]
fn the_starter_is_a_file_that_ingest_takes() {
    let (dir, [source]) = folder([("talk.txt", TALK.as_bytes())]);
    for source in [source, format!("records/{ID}/source.txt")] {
        let starter = memcon(&["ingest", &source, "--starter"]);
        assert!(starter.status.success(), "{}", err(&starter));
        let toml = dir.path().join("record.toml");
        fs::write(&toml, &starter.stdout).expect("written");
        let with = memcon(&["ingest", &source, "--record", toml.to_str().expect("UTF-8")]);
        assert!(with.status.success(), "{}", err(&with));
        assert_eq!(out(&with), out(&memcon(&["ingest", &source])), "a starter adds nothing of its own");
    }
}

#[test]
fn bad_input_is_told_and_leaves_the_old_record() {
    let (_dir, [empty, binary, latin, silent, toml, talk, old]) = folder([
        ("empty.txt", b""),
        ("binary.txt", b"a\x00b"),
        ("latin.txt", b"caf\xe9\n"),
        ("silent.txt", b"Nobody speaks here.\n"),
        ("record.toml", b"[[participant]]\nid = \"x\"\nname = \"Nobody\"\n"),
        ("talk.txt", TALK.as_bytes()),
        ("old.json", b"old"),
    ]);
    let missing = format!("{empty}.not");
    for (args, says) in [
        (vec![&empty], "the file is empty"),
        (vec![&binary], "line 1: byte 1 is the control byte 0x00"),
        (vec![&latin], "line 1: byte 3 (0xE9) is not UTF-8"),
        (vec![&silent], "no turns found; looked for"),
        (vec![&missing], "cannot read the source"),
        (vec![&talk, &toml], "record.toml: line 3: “Nobody” names an unknown person"),
    ] {
        let mut line = vec!["ingest", args[0], "--output", &old];
        if let Some(toml) = args.get(1) {
            line.extend(["--record", toml]);
        }
        let done = memcon(&line);
        assert_eq!(done.status.code(), Some(1));
        assert!(err(&done).contains(says), "{says}: {}", err(&done));
        assert_eq!(err(&done).lines().count(), 1, "one line");
        assert_eq!(fs::read(&old).expect("still there"), b"old", "never half a file");
    }
}

#[test]
fn check_finds_committed_files_good() {
    let done = memcon(&["check", &format!("public/records/{ID}.json"), "public/records/index.json"]);
    assert!(done.status.success(), "{}", err(&done));
    assert_eq!(err(&done), "", "the digest was checked");
}

#[test]
fn check_tells_each_fault_in_a_line() {
    let good = fs::read_to_string(repository().join(format!("public/records/{ID}.json"))).expect("committed");
    let source = repository().join(format!("records/{ID}/source.txt"));
    let fault = |text: &str, says: &[&str]| {
        let (_dir, [file]) = folder([("record.json", text.as_bytes())]);
        let done = memcon(&["check", &file, "--source", source.to_str().expect("UTF-8")]);
        assert_eq!(done.status.code(), Some(1), "{says:?}");
        let told = err(&done);
        assert_eq!(told.lines().count(), says.len(), "{told}");
        for (line, says) in told.lines().zip(says) {
            assert!(line.starts_with(&file) && line.contains(says), "{says}: {line}");
        }
    };
    fault("", &["the file is empty"]);
    fault(&good[..good.len() / 2], &["cut short"]);
    fault("{\n  \"format\": nonsense\n}", &["line 2, column 14"]);
    fault(&good.replace("memcon-record/1", "memcon-record/2"), &["“memcon-record/2” is not a format"]);
    fault(&good.replacen("\"presence\": \"listed\"", "\"presence\": \"perhaps\"", 1), &["participants[0].presence"]);
    fault(&good.replacen("\"title\"", "\"headline\"", 1), &["title", "headline"]);
    fault(
        &good.replacen("\"speaker\": \"ri-jong-ok\"", "\"speaker\": \"nobody-known\"", 1),
        &["blocks[3].speaker: “nobody-known” is no participant"],
    );
    fault(&good.replacen("sha256:d", "sha256:e", 1), &["source_digest: is sha256:e"]);
    fault(
        &good.replacen("sha256:d", "sha256:e", 1).replacen("\"to\": \"t3\"", "\"to\": \"t4\"", 1),
        &["topics[1].from", "source_digest"],
    );
}

#[test]
fn a_source_that_is_not_found_is_said_and_no_fault() {
    let good = fs::read(repository().join(format!("public/records/{ID}.json"))).expect("committed");
    let (_dir, [file]) = folder([("record.json", &good)]);
    let done = memcon(&["check", &file]);
    assert!(done.status.success());
    assert!(err(&done).contains("the digest was not checked"), "{}", err(&done));
}

#[test]
fn check_compares_the_list_with_the_records() {
    let record = fs::read(repository().join(format!("public/records/{ID}.json"))).expect("committed");
    let index = fs::read_to_string(repository().join("public/records/index.json")).expect("committed");
    for (index, says) in [
        (index.replace("\"turns\": 25", "\"turns\": 24"), "records[0]: does not say what"),
        (index.replace(ID, "another"), "has no file another.json"),
        ("{\"format\": \"memcon-index/1\", \"records\": []}".to_owned(), "is not in the list"),
        ("{".to_owned(), "line 1"),
    ] {
        let (dir, [_, list]) = folder([(&format!("{ID}.json") as &str, &record[..]), ("index.json", index.as_bytes())]);
        let done = memcon(&["check", &list]);
        assert_eq!(done.status.code(), Some(1));
        assert!(err(&done).contains(says), "{says}: {}", err(&done));
        let mended = memcon(&["index", dir.path().to_str().expect("UTF-8")]);
        assert!(mended.status.success(), "{}", err(&mended));
        assert!(memcon(&["check", &list]).status.success(), "memcon index mends it");
    }
}

#[test]
fn records_makes_every_record_and_the_list() {
    let (dir, []) = folder([]);
    let done = memcon(&["records", "--to", dir.path().to_str().expect("UTF-8")]);
    assert!(done.status.success(), "{}", err(&done));
    for name in [format!("{ID}.json"), "index.json".into()] {
        let made = fs::read(dir.path().join(&name)).expect("written");
        assert!(made == fs::read(repository().join("public/records").join(&name)).expect("committed"), "{name}");
    }
}

#[test]
fn a_record_without_toml_has_its_folder_for_an_id() {
    let (dir, []) = folder([]);
    let (from, to) = (dir.path().join("records"), dir.path().join("out"));
    fs::create_dir_all(from.join("a-talk")).expect("a folder");
    fs::write(from.join("a-talk/source.txt"), TALK).expect("written");
    let args = ["records", "--from", from.to_str().expect("UTF-8"), "--to", to.to_str().expect("UTF-8")];
    for _ in 0..2 {
        let done = memcon(&args);
        assert!(done.status.success(), "{}", err(&done));
        let checked = memcon(&[
            "check",
            to.join("a-talk.json").to_str().expect("UTF-8"),
            to.join("index.json").to_str().expect("UTF-8"),
        ]);
        assert!(checked.status.success(), "{}", err(&checked));
        assert_eq!(err(&checked), "", "the source is found above the record");
    }
}

const PLAY: &str = "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<text><body>\n\
    <sp who=\"#ann\"><speaker>Ann.</speaker><p>The tide.</p></sp>\n\
    <sp who=\"#bob\"><speaker>Bob.</speaker><p>I see.</p></sp>\n</body></text></TEI>\n";

#[test]
fn ingest_reads_tei() {
    let (dir, [source, broken]) = folder([
        ("play.xml", PLAY.as_bytes()),
        ("broken.xml", PLAY.replace("</speaker><p>I", "</spaeker><p>I").as_bytes()),
    ]);
    let written = dir.path().join("play.json");
    let done = memcon(&["ingest", &source, "--output", written.to_str().expect("UTF-8")]);
    assert!(done.status.success(), "{}", err(&done));
    let report = out(&done);
    for says in ["2 turns, 2 paragraphs, 4 words; 2 of 2 present speak", "4  t1", "1–3  markup", "“#ann”"] {
        assert!(report.contains(says), "{says}\n{report}");
    }
    let starter = memcon(&["ingest", &source, "--starter"]);
    let toml = dir.path().join("record.toml");
    fs::write(&toml, out(&starter)).expect("written");
    let again = memcon(&["ingest", &source, "--record", toml.to_str().expect("UTF-8")]);
    assert!(again.status.success(), "{}", err(&again));
    let record: serde_json::Value = serde_json::from_str(&out(&again)).expect("JSON");
    assert_eq!((&record["blocks"][1]["speaker"], &record["blocks"][1]["label"]), (&"bob".into(), &"Bob".into()));

    let done = memcon(&["ingest", &broken]);
    assert_eq!(done.status.code(), Some(1));
    assert!(err(&done).contains("broken.xml: line 5: column "), "{}", err(&done));
    assert_eq!(out(&done), "");
}

#[test]
fn a_folder_may_hold_tei_and_the_record_that_was_is_checked_by_its_own_digest() {
    let (dir, []) = folder([]);
    let (from, to) = (dir.path().join("records"), dir.path().join("out"));
    let record = fs::read_to_string(repository().join(format!("public/records/{ID}.json"))).expect("committed");
    let record: memcon_record::wire::Record = serde_json::from_str(&record).expect("a record");
    for (id, xml) in [("a-play", PLAY.to_owned()), (ID, memcon_tei::write(&record, None, None))] {
        fs::create_dir_all(from.join(id)).expect("a folder");
        fs::write(from.join(id).join("source.xml"), xml).expect("written");
    }
    let done = memcon(&["records", "--from", from.to_str().expect("UTF-8"), "--to", to.to_str().expect("UTF-8")]);
    assert!(done.status.success(), "{}", err(&done));
    let files =
        ["a-play.json".to_owned(), format!("{ID}.json")].map(|name| to.join(name).to_str().expect("UTF-8").to_owned());
    let checked = memcon(&["check", &files[0], &files[1]]);
    assert!(checked.status.success(), "{}", err(&checked));
    assert_eq!(err(&checked), "", "the sources are found above the records");
    let again: memcon_record::wire::Record =
        serde_json::from_str(&fs::read_to_string(&files[1]).expect("written")).expect("a record");
    assert_eq!(again, record);
}

#[test]
fn the_committed_schema_is_the_one_of_the_types() {
    let committed = fs::read_to_string(repository().join("public/memcon-record-1.schema.json")).expect("committed");
    assert!(out(&memcon(&["schema"])) == committed, "run memcon schema > public/memcon-record-1.schema.json");
}

#[test]
fn a_wrong_command_line_ends_with_two() {
    assert_eq!(memcon(&["ingets"]).status.code(), Some(2));
    assert_eq!(memcon(&["check"]).status.code(), Some(2));
    assert_eq!(memcon(&["--help"]).status.code(), Some(0));
}

/// A built site as far as a record in one file needs it.
fn site() -> (tempfile::TempDir, String) {
    let loader = b"export { start as default };";
    let (dir, _) = folder([
        ("style-1.css", b"p{}"),
        ("loader-1.js", loader),
        ("app_bg.wasm", b"Wasm"),
        ("desk-1.css", b""),
        ("desk-1.js", b""),
        ("desk-1.wasm", b"Desk"),
    ]);
    let path = dir.path().to_str().expect("UTF-8").to_owned();
    (dir, path)
}

#[test]
fn bundle_writes_a_record_as_one_file() {
    let (_site, site) = site();
    let (dir, []) = folder([]);
    let file = dir.path().join("talk.html");
    let json = format!("public/records/{ID}.json");
    let done =
        memcon(&["bundle", &json, "public/records/index.json", "-o", file.to_str().expect("UTF-8"), "--site", &site]);
    assert!(done.status.success(), "{}", err(&done));
    assert_eq!(out(&done), format!("wrote {}\n", file.display()));
    let page = fs::read_to_string(&file).expect("written");
    for part in ["<article id=\"t25\"", "data-record=", "await start(", "connect-src 'none'"] {
        assert!(page.contains(part), "{part}");
    }
    assert_eq!(fs::read_dir(dir.path()).expect("a folder").count(), 1, "no temporary file is left");
}

#[test]
fn bundle_writes_the_whole_file_or_none() {
    let (_site, site) = site();
    let good = format!("public/records/{ID}.json");
    let json = fs::read_to_string(repository().join(&good)).expect("the record");
    let broken = json.replacen("\"speaker\": \"ri-jong-ok\"", "\"speaker\": \"somebody\"", 1);
    let (dir, [broken, short, file]) = folder([
        ("broken.json", broken.as_bytes()),
        ("short.json", &json.as_bytes()[..json.len() / 2]),
        ("talk.html", b"an earlier file"),
    ]);
    let nowhere = dir.path().join("no/talk.html").to_str().expect("UTF-8").to_owned();
    let no_site = dir.path().to_str().expect("UTF-8");
    for (record, output, site, says) in [
        ("no/record.json", &file, &*site, "no/record.json: cannot be read"),
        (&*broken, &file, &site, "somebody"),
        (&short, &file, &site, "short.json: "),
        ("public/records/index.json", &file, &site, "there is no record"),
        (&good, &file, no_site, "holds no style (style-….css): run `cargo xtask build` first, or name"),
        (&good, &file, "no/site", "no/site cannot be read: run `cargo xtask build` first, or name"),
        (&good, &nowhere, &site, "no/talk.html: cannot write the file"),
    ] {
        let done = memcon(&["bundle", record, "-o", output, "--site", site]);
        assert_eq!(done.status.code(), Some(1), "{says}");
        assert!(err(&done).contains(says), "{says}: {}", err(&done));
    }
    let done = memcon(&["bundle", &good, &broken, &short, "-o", &file, "--site", &site]);
    assert!(err(&done).contains("somebody") && err(&done).contains("short.json"), "of all records: {}", err(&done));
    let done = memcon(&["bundle", &good, &good, "-o", &file, "--site", &site]);
    assert!(err(&done).contains("have the same id"), "{}", err(&done));
    let done = memcon(&["bundle", &good, "-o", &file, "--site", &site, "--url", "host.example"]);
    assert!(err(&done).contains("write the whole address"), "{}", err(&done));
    assert_eq!(fs::read_to_string(&file).expect("the file"), "an earlier file");
    assert_eq!(fs::read_dir(dir.path()).expect("a folder").count(), 3, "no temporary file is left");
}

fn seed() -> String {
    format!("public/records/{ID}.json")
}

#[test]
fn export_writes_a_record_in_every_format() {
    let committed = fs::read_to_string(repository().join(seed())).expect("committed");
    let json = memcon(&["export", &seed(), "--format", "json"]);
    assert!(json.status.success() && out(&json) == committed, "{}", err(&json));
    let (dir, []) = folder([]);
    for (format, says) in [
        ("csv", "t12,12,enver-hoxha,Enver Hoxha,Albanian side,Comrade Enver Hoxha,verbatim,"),
        ("txt", "[Turn 12] Comrade Enver Hoxha: "),
        ("md", "(12) **Comrade Enver Hoxha:** "),
        ("tei", "<TEI xmlns"),
        ("bibtex", "title = "),
        ("ris", "TY  - MANSCPT"),
        ("csl", "\"title\": \"Notes from a Meeting"),
        ("akn", "<speech eId=\"t12\" by=\"#person__enver-hoxha\""),
    ] {
        let file = dir.path().join(format);
        let done = memcon(&["export", &seed(), "--format", format, "--output", file.to_str().expect("UTF-8")]);
        assert!(done.status.success(), "{}", err(&done));
        assert_eq!(out(&done), format!("wrote {}\n", file.display()));
        let written = fs::read_to_string(&file).expect("written");
        assert!(written.contains(says), "{format}: {says}");
        assert_eq!(out(&memcon(&["export", &seed(), "--format", format])), written, "{format}, on standard output");
    }
}

#[test]
fn export_writes_what_a_link_shows_and_the_part_is_a_good_record() {
    let (dir, []) = folder([]);
    let path = dir.path().join("part.json");
    let file = path.to_str().expect("UTF-8");
    let (page, seed) = ("https://example.org/records/x/", seed());
    let by_link = ["--link", &format!("{page}?view=lines&q=fertilizer*#t12")];
    let by_query = ["--link", page, "--query", "?q=fertilizer*"];
    for asked in [&by_link[..], &by_query] {
        let line: Vec<&str> =
            ["export", &seed, "--format", "json", "--output", file].into_iter().chain(asked.iter().copied()).collect();
        let done = memcon(&line);
        assert!(done.status.success(), "{}", err(&done));
        let part: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).expect("written")).expect("JSON");
        let expected =
            serde_json::json!({"turns": [12, 13, 15, 16], "of": 25, "link": format!("{page}?q=fertilizer*")});
        assert_eq!(part["part"], expected);
        let checked = memcon(&["check", file]);
        assert!(checked.status.success(), "{}", err(&checked));
    }
    // Nothing is asked: the whole.
    let whole = memcon(&["export", &seed, "--format", "csv", "--query", "?view=lines"]);
    assert!(whole.status.success() && !out(&whole).contains("part_link"));
}

#[test]
fn what_cannot_be_exported_is_told_and_nothing_is_written() {
    let broken =
        fs::read_to_string(repository().join(seed())).expect("committed").replacen("\"ri-jong-ok\"", "\"x\"", 3);
    let (dir, [broken, old]) = folder([("broken.json", broken.as_bytes()), ("old", b"old")]);
    let missing = dir.path().join("no.json").display().to_string();
    let seed = seed();
    for (line, code, says) in [
        (vec![&*seed, "--format", "pdf"], 2, "[possible values: json, csv, txt, md, tei, akn, bibtex, ris, csl]"),
        (vec![&seed], 2, "--format"),
        (vec![&missing, "--format", "csv"], 1, "no.json: cannot be read"),
        (vec![&broken, "--format", "csv"], 1, "is no participant of this record"),
        (
            vec![&seed, "--format", "csv", "--query", "speaker=nobody"],
            1,
            "--query: speaker=nobody: nobody of this name",
        ),
        (vec![&seed, "--format", "csv", "--query", "q=zebra"], 1, "nothing in this record answers “?q=zebra”"),
        (vec![&seed, "--format", "csv", "--link", "records/x/"], 1, "--link: “records/x/” is no address of a web page"),
    ] {
        let mut args = vec!["export"];
        args.extend(line);
        args.extend(["--output", &old]);
        let done = memcon(&args);
        assert_eq!(done.status.code(), Some(code), "{args:?}: {}", err(&done));
        assert!(err(&done).contains(says), "{says}: {}", err(&done));
        assert_eq!(fs::read(&old).expect("still there"), b"old", "never half a file");
    }
}
