//! A site filled: what is in its pages without any program.

use std::fs;
use std::path::Path;

use resvg::tiny_skia::Pixmap;

const ID: &str = "1964-11-25-kwp-delegation-enver-hoxha";
const JSON: &str = include_str!("../../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");
const SHELL: &str = r#"<!doctype html><html data-root="ROOT"><head><title>x</title><meta name="description" content="x" /><!--head--></head><body><div id="app"><!--page--></div></body></html>"#;

const PROGRAM: &str =
    r#"<script type="module">start()</script><link rel="modulepreload" href="x.js"><link rel="preload" href="x.wasm">"#;

fn site(url: Option<&str>) -> tempfile::TempDir {
    let dist = tempfile::tempdir().expect("a temporary folder");
    let folder = dist.path().join("records").join(ID);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(dist.path().join("index.html"), SHELL.replace("ROOT", "./")).expect("a file");
    fs::create_dir_all(dist.path().join("about")).expect("a folder");
    // With a program in it, which this page does without.
    let about = SHELL.replace("ROOT", "../").replace("</head>", &format!("{PROGRAM}</head>"));
    fs::write(dist.path().join("about/index.html"), about).expect("a file");
    fs::write(folder.join("index.html"), SHELL.replace("ROOT", "../../")).expect("a file");
    fs::write(dist.path().join(format!("records/{ID}.json")), JSON).expect("a file");
    fs::write(dist.path().join("records/index.json"), "{}").expect("a file");
    for (name, content) in [
        ("style-1.css", "p{}"),
        ("loader-1.js", "export { init as default };"),
        ("app_bg.wasm", "Wasm"),
        ("desk-1.css", ""),
        ("desk-1.js", ""),
        ("desk-1.wasm", "Desk"),
    ] {
        fs::write(dist.path().join(name), content).expect("a file");
    }
    assert_eq!(memcon_site::pages::write(dist.path(), url).expect("written"), 3);
    dist
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a page")
}

fn record_page(url: Option<&str>) -> String {
    text(&site(url).path().join("records").join(ID).join("index.html"))
}

/// The content of the first `meta` with this attribute.
fn content<'a>(page: &'a str, attribute: &str) -> Option<&'a str> {
    page.split_once(&format!("<meta {attribute} content=\""))?.1.split_once('"').map(|(content, _)| content)
}

#[test]
fn a_record_s_page_has_the_whole_text_and_nothing_that_needs_a_program() {
    let page = record_page(None);
    let (record, _) = memcon_record::read(JSON).expect("readable");
    for (block, _) in record.turns() {
        assert!(page.contains(&format!("<article id=\"{}\"", block.id)), "{}", block.id);
    }
    for words in ["And to your health.", "Demarcation Line of the ", "Haxhi Kroi", "AQPPSH, MPP Korese, V. 1964, D 2"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.contains("<div id=\"app\" data-page>"));
    // Buttons that remain are those of popovers, which the browser itself opens, and those that wait for the program.
    let body = page.split_once("<main>").expect("a page").1;
    let text = body.split_once("class=\"text\"").expect("the text").1;
    assert!(!text.contains("<button class=\"number\""));
    assert!(!body.contains(" href=\"?"), "no link that only the program can follow");
    assert!(!body.contains("role=\"listbox\""));
}

#[test]
fn machines_read_what_the_record_says_and_no_more() {
    let page = record_page(Some("https://host.example/memcon/"));
    for tag in [
        "<title>Notes from a Meeting between a Delegation of the KWP and Enver Hoxha and Mehmet Shehu</title>",
        "<meta property=\"og:title\" content=\"Notes from a Meeting between",
        "<meta name=\"DC.date\" content=\"1964-11-25\">",
        "<meta name=\"DC.source\" content=\"AQPPSH, MPP Korese, V. 1964, D 2\">",
        "<meta name=\"MARCREL.trl\" content=\"Enkel Daljani\">",
        "<link rel=\"canonical\" href=\"https://host.example/memcon/records/1964-11-25-kwp-delegation-enver-hoxha/\">",
    ] {
        assert!(page.contains(tag), "{tag}");
    }
    let head = page.split_once("</head>").expect("a head").0;
    assert_eq!((head.matches("<title>").count(), head.matches("name=\"description\"").count()), (1, 1));
    assert!(!page.contains("DC.publisher"), "the source names no publisher");
    let json = page
        .split_once("application/ld+json\">")
        .and_then(|(_, rest)| rest.split_once("</script>"))
        .expect("linked data")
        .0;
    let data: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(data["@type"], "ArchiveComponent");
    assert_eq!(data["dateCreated"], "1964-11-25");
    assert!(data.get("holdingArchive").is_none());
}

/// As the translators “Embedded Metadata” and “RDF” of zotero/translators read a page: see `head`.
#[test]
fn zotero_files_a_record_as_a_manuscript_in_its_archive() {
    let page = record_page(None);
    let field = |name: &str| content(&page, &format!("name=\"z:{name}\""));
    assert_eq!(field("itemType"), Some("manuscript"));
    assert_eq!(field("archiveLocation"), Some("AQPPSH, MPP Korese, V. 1964, D 2"));
    assert_eq!(field("translators"), Some("Enkel Daljani"));
    assert_eq!(field("archive"), None, "the source names no repository");
    assert_eq!(content(&page, "name=\"DC.type\""), Some("Minutes of Conversation"), "becomes the kind of manuscript");
    for author in ["DC.creator", "DC.contributor", "citation_author"] {
        assert_eq!(content(&page, &format!("name=\"{author}\"")), None, "{author}: nobody here is the author");
    }
}

#[test]
fn a_link_has_a_picture_where_the_address_is_known() {
    let dist = site(Some("https://host.example/memcon/"));
    for (folder, words) in
        [("", "records"), (&*format!("records/{ID}/"), "25 turns, spoken by Enver Hoxha, Ri Jong-ok and Mehmet Shehu")]
    {
        let page = text(&dist.path().join(folder).join("index.html"));
        let image = content(&page, "property=\"og:image\"").expect("a picture");
        assert_eq!(image, format!("https://host.example/memcon/{folder}preview.png"));
        assert_eq!(content(&page, "name=\"twitter:image\""), Some(image));
        assert_eq!(content(&page, "name=\"twitter:card\""), Some("summary_large_image"));
        assert!(content(&page, "property=\"og:image:alt\"").is_some_and(|alt| alt.contains(words)), "{words}");
        let size = ["width", "height"].map(|side| content(&page, &format!("property=\"og:image:{side}\"")));
        assert_eq!(size, [Some("1200"), Some("630")]);
        let picture = fs::read(dist.path().join(folder).join("preview.png")).expect("the picture");
        let picture = Pixmap::decode_png(&picture).expect("a PNG");
        assert_eq!((picture.width(), picture.height()), (1200, 630));
    }
    let page = record_page(None);
    assert_eq!(content(&page, "property=\"og:image\""), None);
    assert_eq!(content(&page, "name=\"twitter:card\""), Some("summary"));
}

/// Every address in the manifest and in the tags of a page leads to a file of the site.
#[test]
fn the_site_can_be_kept_among_programs() {
    let dist = site(None);
    let manifest = text(&dist.path().join("manifest.webmanifest"));
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    for (field, value) in [("short_name", "Memcon"), ("start_url", "./"), ("scope", "./"), ("display", "standalone")] {
        assert_eq!(manifest[field], value);
    }
    let icons = manifest["icons"].as_array().expect("icons");
    let of = |field: &'static str| icons.iter().filter_map(move |icon| icon[field].as_str());
    assert_eq!(of("sizes").collect::<Vec<_>>(), ["192x192", "512x512", "512x512"]);
    assert_eq!(of("purpose").collect::<Vec<_>>(), ["any", "any", "maskable"]);
    for source in of("src") {
        assert!(dist.path().join(source).is_file(), "{source}");
    }
    for folder in ["", "about/", &*format!("records/{ID}/")] {
        let page = text(&dist.path().join(folder).join("index.html"));
        for relation in ["manifest", "apple-touch-icon"] {
            let link = page.split_once(&format!("rel=\"{relation}\" href=\"")).expect(relation).1;
            let address = link.split('"').next().expect("an address");
            assert!(dist.path().join(folder).join(address).is_file(), "{folder} {address}");
        }
        let colours: Vec<_> = ["light", "dark"]
            .iter()
            .map(|scheme| content(&page, &format!("name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\"")))
            .collect();
        assert_eq!(colours, [Some("#fbfaf7"), Some("#171614")], "the paper of style/tokens.css");
    }
}

#[test]
fn with_an_address_there_are_a_sitemap_and_a_feed() {
    let dist = site(Some("https://host.example/memcon/"));
    let page = format!("https://host.example/memcon/records/{ID}/");
    for file in ["sitemap.xml", "feed.atom"] {
        assert!(text(&dist.path().join(file)).contains(&page), "{file}");
    }
    let about = "<loc>https://host.example/memcon/about/</loc>";
    assert!(text(&dist.path().join("sitemap.xml")).contains(about));
    assert!(text(&dist.path().join("robots.txt")).contains("Sitemap: https://host.example/memcon/sitemap.xml"));
    assert!(!site(None).path().join("sitemap.xml").exists());
    assert!(memcon_site::pages::write(dist.path(), Some("host.example")).is_err());
}

/// The policy of a page refuses them: handlers and styles as attributes, scripts and styles that the shell does not have.
#[test]
fn nothing_in_a_page_needs_an_exception_from_its_policy() {
    let dist = site(Some("https://host.example/memcon/"));
    for folder in ["", "about/", &*format!("records/{ID}/")] {
        let page = text(&dist.path().join(folder).join("index.html"));
        for tag in page.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            let refused = tag.split_whitespace().skip(1).find(|word| {
                let name = word.split('=').next().unwrap_or_default();
                word.contains('=') && (name == "style" || name.starts_with("on"))
            });
            assert_eq!(refused, None, "<{tag}>");
            assert!(!tag.contains("=\"javascript:"), "<{tag}>");
        }
        assert_eq!(page.matches("<script").count(), page.matches("<script type=\"application/ld+json\">").count());
        assert!(!page.contains("<style"));
    }
}

#[test]
fn a_record_s_page_leads_to_the_record_as_one_file() {
    let dist = site(None);
    let folder = dist.path().join("records").join(ID);
    let page = text(&folder.join("index.html"));
    let before = page.split_once("\" download=\"\">One file</a>").expect("a link").0;
    let address = before.rsplit('"').next().expect("an address");
    let file = text(&folder.join(address));
    assert!(file.contains("And to your health.") && !file.contains("One file</a>"), "{address}");
    let with_address = site(Some("https://host.example/memcon/"));
    let sitemap = text(&with_address.path().join("sitemap.xml"));
    assert!(!sitemap.contains(".html"), "the same text is on the record's page");
}

#[test]
fn the_page_about_the_explorer_stands_by_itself() {
    let page = text(&site(Some("https://host.example/memcon/")).path().join("about/index.html"));
    assert!(page.contains("<link rel=\"canonical\" href=\"https://host.example/memcon/about/\">"));
    assert!(page.contains("<title>About the explorer: Memcon</title>"));
    assert_eq!(page.matches("<title>").count(), 1);
    let image = content(&page, "property=\"og:image\"");
    assert_eq!(image, Some("https://host.example/memcon/preview.png"), "there is no other picture");
    // From here the root of the site is one step up.
    for link in ["../", "../about/", "../memcon-record-1.schema.json", "../records/index.json"] {
        assert!(page.contains(&format!("href=\"{link}\"")), "{link}");
    }
    assert!(!page.contains("type=\"module\"") && !page.contains("preload"), "no program");
    let plain = text(&site(None).path().join("about/index.html"));
    assert!(!plain.contains("canonical") && !plain.contains("og:image"));
}

#[test]
fn the_list_leads_to_the_record() {
    let page = text(&site(None).path().join("index.html"));
    assert!(page.contains(&format!("href=\"./records/{ID}/\"")));
}

#[test]
fn the_data_is_the_same_without_white_space() {
    let dist = site(None);
    let sent = text(&dist.path().join(format!("records/{ID}.json")));
    assert!(sent.len() < JSON.len() && !sent.contains('\n'), "{}", sent.len());
    let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).expect("JSON");
    assert_eq!(value(&sent), value(JSON));
}
