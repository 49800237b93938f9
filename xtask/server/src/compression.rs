//! Brotli (RFC 7932), as a host sends files that it has compressed ahead of time.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

use brotli::enc::BrotliEncoderParams;
use hyper::body::Bytes;
use hyper::header::HeaderValue;

/// What hosts use for files that never change: the best, and slow.
const QUALITY: i32 = 11;

/// Compressed files, each made once; a file that has changed since is made anew.
#[derive(Debug, Default)]
pub(crate) struct Compressed(Mutex<HashMap<PathBuf, (SystemTime, Bytes)>>);

impl Compressed {
    /// The file at `path`, whose content is `plain`, compressed.
    pub(crate) fn of(&self, path: &Path, plain: &[u8]) -> io::Result<Bytes> {
        let changed = path.metadata()?.modified()?;
        // Held while compressing: who asks for the same file at the same time waits, and it is made once.
        let mut made = self.0.lock().map_err(|_| io::Error::other("a thread failed while it compressed a file"))?;
        if let Some((when, bytes)) = made.get(path)
            && *when == changed
        {
            return Ok(bytes.clone());
        }
        let mut bytes = Vec::new();
        let parameters = BrotliEncoderParams { quality: QUALITY, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut &*plain, &mut bytes, &parameters)?;
        let bytes = Bytes::from(bytes);
        made.insert(path.to_owned(), (changed, bytes.clone()));
        Ok(bytes)
    }
}

/// Whether the client can read brotli: `br` in Accept-Encoding (RFC 9110, 12.5.3) and not refused by a weight of zero.
pub(crate) fn accepted(header: Option<&HeaderValue>) -> bool {
    header.and_then(|value| value.to_str().ok()).is_some_and(|value| {
        value.split(',').any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let br = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
            let zero = |weight: &str| weight.parse::<f32>().is_ok_and(|weight| weight == 0.0);
            br && !parts.any(|part| part.strip_prefix("q=").is_some_and(zero))
        })
    })
}

/// Whether files of this media type become smaller; pictures are compressed already.
pub(crate) fn worthwhile(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.starts_with("text/")
        || ["application/json", "application/wasm", "application/xml", "application/manifest+json", "image/svg+xml"]
            .contains(&essence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_reads_brotli_is_sent_it() {
        for (header, expected) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=0.5", true),
            ("BR", true),
            ("gzip", false),
            ("br;q=0, gzip", false),
            ("br; q=0.000", false),
            ("brotli", false),
        ] {
            assert_eq!(accepted(Some(&HeaderValue::from_static(header))), expected, "{header}");
        }
        assert!(!accepted(None));
    }

    #[test]
    fn what_is_compressed_already_is_left_alone() {
        for (media_type, expected) in [
            ("text/html; charset=utf-8", true),
            ("application/wasm", true),
            ("image/svg+xml", true),
            ("image/png", false),
            ("application/octet-stream", false),
        ] {
            assert_eq!(worthwhile(media_type), expected, "{media_type}");
        }
    }

    #[test]
    fn a_changed_file_is_compressed_anew() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("a.txt");
        let compressed = Compressed::default();
        let mut sizes = Vec::new();
        for (text, age) in [("one ".repeat(100), 10), ("two thousand words ".repeat(1000), 0)] {
            std::fs::write(&path, &text).expect("a file");
            let when = SystemTime::now() - std::time::Duration::from_secs(age);
            std::fs::File::options()
                .write(true)
                .open(&path)
                .and_then(|file| file.set_modified(when))
                .expect("its time");
            let bytes = compressed.of(&path, text.as_bytes()).expect("compressed");
            let mut plain = Vec::new();
            brotli::BrotliDecompress(&mut &bytes[..], &mut plain).expect("brotli");
            assert_eq!(plain, text.as_bytes());
            sizes.push(bytes.len());
        }
        assert!(sizes[0] < 100 && sizes[1] < 1000, "{sizes:?}");
    }
}
