//! A compressed file beside each that gains by it, `.br` and `.gz`, for hosts that send such files in its place: they are
//! smaller than what a host compresses while a reader waits. The last step of a build, since it must see each file as it
//! is served.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, anyhow};

use crate::compress::{brotli, gzip};

/// Kinds of files that gain by it; pictures are compressed in themselves.
const KINDS: [&str; 10] = ["html", "css", "js", "wasm", "json", "svg", "xml", "atom", "webmanifest", "txt"];
/// Below this a file fits one packet of the network as it is.
const SMALLEST: u64 = 1024;

/// What came of it, in bytes.
#[derive(Default, Debug)]
pub(crate) struct Sums {
    pub(crate) files: usize,
    pub(crate) plain: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// Writes the compressed files of all of `dist`.
pub(crate) fn write(dist: &Path) -> Result<Sums> {
    let mut files = Vec::new();
    gather(dist, &mut files)?;
    // The largest first: the last thread is then not left alone with it.
    files.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    let next = AtomicUsize::new(0);
    let work = || -> Result<Sums> {
        let mut sums = Sums::default();
        while let Some((_, path)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (plain, gzip, brotli) =
                pack(path).with_context(|| format!("{} cannot be compressed", path.display()))?;
            sums = Sums {
                files: sums.files + 1,
                plain: sums.plain + plain,
                gzip: sums.gzip + gzip,
                brotli: sums.brotli + brotli,
            };
        }
        Ok(sums)
    };
    thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_fold(Sums::default(), |all, thread| {
            let sums = thread.join().map_err(|_| anyhow!("a thread that compresses has panicked"))??;
            Ok(Sums {
                files: all.files + sums.files,
                plain: all.plain + sums.plain,
                gzip: all.gzip + sums.gzip,
                brotli: all.brotli + sums.brotli,
            })
        })
    })
}

/// The files of these kinds in `folder` and below, with their sizes.
fn gather(folder: &Path, files: &mut Vec<(u64, PathBuf)>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry.with_context(|| format!("{} cannot be read", folder.display()))?;
        let (path, about) = (entry.path(), entry.metadata()?);
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if about.is_dir() {
            gather(&path, files)?;
        } else if about.len() >= SMALLEST && KINDS.contains(&kind) {
            files.push((about.len(), path));
        }
    }
    Ok(())
}

/// Writes the compressed files of one; the three sizes.
fn pack(path: &Path) -> Result<(usize, usize, usize)> {
    let plain = fs::read(path)?;
    let (gzip, brotli) = (gzip(&plain)?, brotli(&plain)?);
    fs::write(beside(path, "gz"), &gzip)?;
    fs::write(beside(path, "br"), &brotli)?;
    Ok((plain.len(), gzip.len(), brotli.len()))
}

/// Where the compressed file stands: `index.html.br`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_gains_has_its_compressed_ones_and_no_other_has() {
        let dist = tempfile::tempdir().expect("a temporary folder");
        let text = "word ".repeat(1000);
        let inner = dist.path().join("records/a");
        fs::create_dir_all(&inner).expect("a folder");
        for (name, text) in
            [("app.wasm", &*text), ("records/a/index.html", &text), ("short.json", "{}"), ("preview.png", &text)]
        {
            fs::write(dist.path().join(name), text).expect("a file");
        }
        let sums = write(dist.path()).expect("packed");
        assert_eq!((sums.files, sums.plain), (2, 2 * text.len()));
        assert!(sums.brotli < sums.gzip && sums.gzip < sums.plain, "{sums:?}");
        for (name, packed) in
            [("app.wasm", true), ("records/a/index.html", true), ("short.json", false), ("preview.png", false)]
        {
            for ending in ["br", "gz"] {
                assert_eq!(beside(&dist.path().join(name), ending).exists(), packed, "{name}.{ending}");
            }
        }
        let mut back = Vec::new();
        let packed = fs::read(inner.join("index.html.br")).expect("the file");
        brotli::BrotliDecompress(&mut &packed[..], &mut back).expect("brotli");
        assert_eq!(back, text.as_bytes());
    }
}
