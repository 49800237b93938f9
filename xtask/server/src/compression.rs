//! Files compressed ahead of time with brotli (RFC 7932), `index.html.br` beside `index.html`, as a good host sends them.

use std::fs;
use std::path::Path;

use hyper::header::HeaderValue;

/// What stands compressed beside the file at `path`, if anything does.
pub(crate) fn beside(path: &Path) -> Option<Vec<u8>> {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    fs::read(name).ok()
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
}
