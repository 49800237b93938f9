//! What becomes of a built site.

use std::fs;
use std::path::Path;

use memcon_offline::list::List;

fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let page = r#"<html data-root="./" data-offline="./">"#;
    for (name, text) in [
        ("index.html", page),
        ("about/index.html", &page.replace("./", "../")),
        ("404.html", "none"),
        ("app-1_bg.wasm", "wasm"),
        ("sitemap.xml", "<urlset/>"),
        ("preview.png", "picture"),
        ("icon-192.png", "picture"),
        ("_headers", "for a host"),
        ("vercel.json", "for a host"),
        ("app-1_bg.wasm.br", "compressed"),
        (".htaccess", "for a host"),
        ("records/a/preview.png", "picture"),
        ("records/a.json.gz", "compressed"),
        ("records/index.json", "{}"),
        ("records/a.json", "{\"id\":\"a\"}"),
        ("records/a/index.html", &page.replace("./", "../../")),
    ] {
        put(folder.path(), name, text);
    }
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
    fs::write(path, text).expect("a file");
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

fn list(folder: &Path, version: &str) -> List {
    serde_json::from_str(&read(folder, &format!("offline-{version}.json"))).expect("a list")
}

#[test]
fn every_file_is_listed_in_its_place() {
    let site = site();
    let version = memcon_offline::write(site.path()).expect("written");
    let list = list(site.path(), &version);
    let shell: Vec<_> = list.shell.keys().map(String::as_str).collect();
    let script = shell.iter().find(|name| name.starts_with("offline-")).expect("the page's script");
    assert_eq!(shell, ["", "about/", "app-1_bg.wasm", "icon-192.png", script, "offline.html", "records/index.json"]);
    let record: Vec<_> = list.records["a"].keys().map(String::as_str).collect();
    assert_eq!(record, ["records/a.json", "records/a/"]);
    assert!(read(site.path(), "index.html").contains(&format!("data-offline=\"./{script}\"")));
    assert!(read(site.path(), "about/index.html").contains(&format!("data-offline=\"../{script}\"")));
    assert!(read(site.path(), "records/a/index.html").contains(&format!("data-offline=\"../../{script}\"")));
    assert!(read(site.path(), "service-worker.js").contains(&format!("'offline-{version}.json'")));
}

#[test]
fn the_version_follows_the_content_and_nothing_else() {
    let site = site();
    let first = memcon_offline::write(site.path()).expect("written");
    put(site.path(), &format!("offline-{first}.json.br"), "compressed");
    assert_eq!(memcon_offline::write(site.path()).expect("written again"), first);
    put(site.path(), "records/a.json", "{\"id\":\"a\",\"title\":\"new\"}");
    let second = memcon_offline::write(site.path()).expect("written after a change");
    assert_ne!(second, first);
    for former in [format!("offline-{first}.json"), format!("offline-{first}.json.br")] {
        assert!(!site.path().join(&former).exists(), "{former}");
    }
    assert!(
        !list(site.path(), &second).shell.keys().any(|name| name.ends_with(".json") && name.starts_with("offline-"))
    );
}

#[test]
fn a_withdrawn_site_ends_the_worker_that_a_browser_has() {
    let site = site();
    memcon_offline::write(site.path()).expect("written");
    memcon_offline::withdraw(site.path()).expect("withdrawn");
    assert!(read(site.path(), "service-worker.js").contains("registration.unregister()"));
}

#[test]
fn a_page_without_the_place_is_named() {
    let site = site();
    put(site.path(), "index.html", "<html>");
    let fault = memcon_offline::write(site.path()).expect_err("refused").to_string();
    assert!(fault.contains("data-offline"), "{fault}");
}
