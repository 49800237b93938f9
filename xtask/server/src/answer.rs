//! Answers one request: the file with its media type, never to be kept by the browser, so that a new build is seen.

use std::fs;
use std::io;
use std::path::Path;

use tiny_http::{Header, Method, Request, Response};

use crate::Folder;
use crate::place::{self, Place};

/// Answers `request` from `folder`.
pub(crate) fn answer(folder: &Folder, request: Request) {
    let mut response = match request.method() {
        Method::Get | Method::Head => respond(folder, request.url()),
        _ => text(405, "Only GET and HEAD are answered here."),
    };
    for header in &folder.headers {
        response.add_header(header.clone());
    }
    // The reader may have gone away in the meantime: nothing to do about it.
    let _ = request.respond(response);
}

type Body = Response<io::Cursor<Vec<u8>>>;

fn respond(folder: &Folder, url: &str) -> Body {
    match place::find(&folder.root, &folder.mount, url) {
        Place::File(path) => file(200, &path).unwrap_or_else(|| text(500, "The file cannot be read.")),
        Place::Moved(to) => match header("Location", &to) {
            Ok(location) => text(301, "The folder has a slash at its end.").with_header(location),
            Err(_) => text(404, "There is no page at this address."),
        },
        Place::Missing => {
            file(404, &folder.root.join("404.html")).unwrap_or_else(|| text(404, "There is no page at this address."))
        }
    }
}

fn file(status: u16, path: &Path) -> Option<Body> {
    let body = fs::read(path).ok()?;
    Some(whole(status, body, &media_type(path)))
}

fn text(status: u16, sentence: &str) -> Body {
    whole(status, sentence.into(), "text/plain; charset=utf-8")
}

fn whole(status: u16, body: Vec<u8>, media_type: &str) -> Body {
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in
        [("Content-Type", media_type), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
    {
        if let Ok(header) = header(name, value) {
            response.add_header(header);
        }
    }
    response
}

/// The media type by the file's name, with the encoding where it is text: all of ours is UTF-8.
fn media_type(path: &Path) -> String {
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    match guess.type_().as_str() {
        "text" => format!("{}; charset=utf-8", guess.essence_str()),
        _ => guess.essence_str().to_owned(),
    }
}

/// A header from its two parts.
pub(crate) fn header(name: &str, value: &str) -> io::Result<Header> {
    Header::from_bytes(name, value)
        .map_err(|()| io::Error::new(io::ErrorKind::InvalidInput, format!("“{name}: {value}” is no header")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_types_are_those_that_browsers_insist_on() {
        for (name, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("style.css", "text/css; charset=utf-8"),
            ("app.js", "text/javascript; charset=utf-8"),
            ("app_bg.wasm", "application/wasm"),
            ("record.json", "application/json"),
            ("icon.svg", "image/svg+xml"),
            ("picture.png", "image/png"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(name)), expected, "{name}");
        }
    }
}
