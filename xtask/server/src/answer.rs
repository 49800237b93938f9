//! Answers one request: the file with its media type, never to be kept by the browser, so that a new build is seen.

use std::fs;
use std::path::Path;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue, LOCATION, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Method, Request, Response, StatusCode};

use crate::place::{self, Place};
use crate::{Folder, compression};

pub(crate) type Answer = Response<Full<Bytes>>;

/// Answers `request` from `folder`. The files are small and on this machine: reading them holds nobody up.
pub(crate) fn answer<Body>(folder: &Folder, request: &Request<Body>) -> Answer {
    let mut answer = match *request.method() {
        Method::GET | Method::HEAD => {
            let uri = request.uri();
            respond(folder, request.headers(), uri.path_and_query().map_or(uri.path(), |whole| whole.as_str()))
        }
        _ => text(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered here."),
    };
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.extend(folder.headers.iter().cloned());
    answer
}

fn respond(folder: &Folder, asked: &HeaderMap, url: &str) -> Answer {
    match place::find(&folder.root, &folder.mount, url) {
        Place::File(path) => file(StatusCode::OK, folder, asked, &path)
            .unwrap_or_else(|| text(StatusCode::INTERNAL_SERVER_ERROR, "The file cannot be read.")),
        Place::Moved(to) => match HeaderValue::try_from(to) {
            Ok(location) => {
                let mut answer = text(StatusCode::MOVED_PERMANENTLY, "The folder has a slash at its end.");
                answer.headers_mut().insert(LOCATION, location);
                answer
            }
            Err(_) => missing(folder, asked),
        },
        Place::Missing => missing(folder, asked),
    }
}

fn missing(folder: &Folder, asked: &HeaderMap) -> Answer {
    file(StatusCode::NOT_FOUND, folder, asked, &folder.root.join("404.html"))
        .unwrap_or_else(|| text(StatusCode::NOT_FOUND, "There is no page at this address."))
}

fn file(status: StatusCode, folder: &Folder, asked: &HeaderMap, path: &Path) -> Option<Answer> {
    let body = fs::read(path).ok()?;
    let media_type = HeaderValue::try_from(media_type(path)).ok()?;
    let Some(compressed) = folder.compressed.then(|| compression::beside(path)).flatten() else {
        return Some(whole(status, body.into(), media_type));
    };
    let mut answer = if compression::accepted(asked.get(ACCEPT_ENCODING)) {
        let mut answer = whole(status, compressed.into(), media_type);
        answer.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
        answer
    } else {
        whole(status, body.into(), media_type)
    };
    answer.headers_mut().insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    Some(answer)
}

fn text(status: StatusCode, sentence: &'static str) -> Answer {
    whole(status, sentence.into(), HeaderValue::from_static("text/plain; charset=utf-8"))
}

fn whole(status: StatusCode, body: Bytes, media_type: HeaderValue) -> Answer {
    let mut answer = Response::new(Full::new(body));
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, media_type);
    answer
}

/// The media type by the file's name, with the encoding where it is text: all of ours is UTF-8.
fn media_type(path: &Path) -> String {
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    match guess.type_().as_str() {
        "text" => format!("{}; charset=utf-8", guess.essence_str()),
        _ => guess.essence_str().to_owned(),
    }
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
            ("manifest.webmanifest", "application/manifest+json"),
            ("picture.png", "image/png"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(name)), expected, "{name}");
        }
    }
}
