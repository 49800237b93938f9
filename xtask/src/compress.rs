//! Compression as hosts do it, at the highest setting: slow to make, which is done once, and quick to undo.

use std::io::Write;

use anyhow::Result;

/// Gzip at its best.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?)
}

/// Brotli at quality 11.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_comes_out_as_it_went_in() {
        let text = "fertilizer ".repeat(1000);
        let (gzip, brotli) = (gzip(text.as_bytes()).expect("gzip"), brotli(text.as_bytes()).expect("brotli"));
        assert!(brotli.len() < gzip.len() && gzip.len() < 200, "{} {}", brotli.len(), gzip.len());
        let mut back = String::new();
        flate2::read::GzDecoder::new(&gzip[..]).read_to_string(&mut back).expect("gzip");
        assert_eq!(back, text);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &brotli[..], &mut back).expect("brotli");
        assert_eq!(back, text.as_bytes());
    }
}
