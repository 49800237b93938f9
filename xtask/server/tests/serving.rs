//! The server as a browser meets it: over a socket.

use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use memcon_static_server::Folder;

fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("index.html"), "<p>Hello</p>").expect("a file");
    fs::write(folder.path().join("404.html"), "<p>Nothing</p>").expect("a file");
    folder
}

fn ask(url: &str, method: &str, path: &str) -> String {
    ask_with(url, method, path, "")
}

fn ask_with(url: &str, method: &str, path: &str, headers: &str) -> String {
    let host = url.trim_start_matches("http://").split('/').next().expect("a host");
    let mut stream = TcpStream::connect(host).expect("a connection");
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n").expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn pages_come_with_their_headers_and_misses_with_the_page_for_them() {
    let folder = site();
    let server = Folder::new(folder.path())
        .and_then(|served| served.under("some/folder").with_header("Content-Security-Policy", "default-src 'self'"))
        .and_then(|served| served.serve(0))
        .expect("a server");
    assert!(server.url().ends_with("/some/folder/"), "{}", server.url());

    let page = ask(server.url(), "GET", "/some/folder/");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.ends_with("<p>Hello</p>"), "{page}");
    for header in [
        "content-type: text/html; charset=utf-8",
        "cache-control: no-store",
        "content-security-policy: default-src 'self'",
    ] {
        assert!(page.contains(header), "{header} in {page}");
    }

    let head = ask(server.url(), "HEAD", "/some/folder/");
    assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"), "{head}");

    let missing = ask(server.url(), "GET", "/some/folder/absent");
    assert!(missing.starts_with("HTTP/1.1 404") && missing.ends_with("<p>Nothing</p>"), "{missing}");

    let moved = ask(server.url(), "GET", "/some/folder?q=1");
    assert!(moved.starts_with("HTTP/1.1 301") && moved.contains("location: /some/folder/?q=1"), "{moved}");

    assert!(ask(server.url(), "POST", "/some/folder/").starts_with("HTTP/1.1 405"));
}

#[test]
fn who_reads_brotli_is_sent_what_was_compressed_ahead_of_time() {
    let folder = site();
    fs::write(folder.path().join("index.html.br"), "stands for brotli").expect("a file");
    let plain = Folder::new(folder.path()).and_then(|served| served.serve(0)).expect("a server");
    let server = Folder::new(folder.path()).and_then(|served| served.compressed().serve(0)).expect("a server");
    let accepting = "Accept-Encoding: gzip, br\r\n";

    let page = ask_with(server.url(), "GET", "/", accepting);
    for part in ["content-encoding: br\r\n", "vary: Accept-Encoding\r\n", "content-type: text/html; charset=utf-8\r\n"]
    {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(page.ends_with("\r\n\r\nstands for brotli"), "{page}");
    // Without a compressed file, a client that reads it, or a host that sends it, the file goes as it is.
    for (url, path, headers, text) in [
        (server.url(), "/404.html", accepting, "<p>Nothing</p>"),
        (server.url(), "/", "", "<p>Hello</p>"),
        (plain.url(), "/", accepting, "<p>Hello</p>"),
    ] {
        let page = ask_with(url, "GET", path, headers);
        assert!(!page.contains("content-encoding") && page.ends_with(text), "{page}");
    }
}

#[test]
fn a_taken_port_is_told_apart_from_other_failures() {
    let folder = site();
    let first = Folder::new(folder.path()).and_then(|served| served.serve(0)).expect("a server");
    let port = first.url().trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    let second = Folder::new(folder.path()).and_then(|served| served.serve(port));
    assert_eq!(second.err().map(|fault| fault.kind()), Some(ErrorKind::AddrInUse));
}

/// Browsers keep connections open between requests, and open several at once: each must be answered meanwhile.
#[test]
fn idle_connections_keep_nobody_waiting() {
    let folder = site();
    let server = Folder::new(folder.path()).and_then(|served| served.serve(0)).expect("a server");
    let host = server.url().trim_start_matches("http://").trim_end_matches('/').to_owned();
    let open = || {
        let mut stream = TcpStream::connect(&host).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a limit");
        write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("sent");
        stream
    };
    let answered = |stream: &mut TcpStream| {
        let mut start = [0; 12];
        stream.read_exact(&mut start).expect("an answer while others are idle");
        assert_eq!(&start, b"HTTP/1.1 200");
    };
    let mut kept: Vec<_> = (0..8).map(|_| open()).collect();
    kept.iter_mut().for_each(answered);
    for _ in 0..100 {
        // One gives up its place, two come at once: what a server with too few threads trips over.
        kept.remove(0);
        let mut pair = [open(), open()];
        pair.iter_mut().for_each(answered);
        kept.extend(pair);
    }
}
