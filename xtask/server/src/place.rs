//! Which file an address means: the one step that must never leave the folder.

use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Place {
    /// A file inside the folder.
    File(PathBuf),
    /// A folder asked for without its slash: the address to go to, so that relative links in its page hold.
    Moved(String),
    /// Nothing that is served.
    Missing,
}

/// Finds the place of `url` (path and query as sent) in `root`, which must be canonical, hung under `mount`.
pub fn find(root: &Path, mount: &str, url: &str) -> Place {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if format!("{path}/") == mount {
        return moved(path, url);
    }
    let Some(inner) = path.strip_prefix(mount) else { return Place::Missing };
    let Ok(inner) = percent_decode_str(inner).decode_utf8() else { return Place::Missing };
    if inner.contains(['\\', '\0']) || !Path::new(&*inner).components().all(|part| matches!(part, Component::Normal(_)))
    {
        return Place::Missing;
    }
    // Links in the folder that lead out of it are refused here, after they are followed.
    let Ok(found) = root.join(&*inner).canonicalize() else { return Place::Missing };
    if !found.starts_with(root) {
        return Place::Missing;
    }
    if found.is_dir() {
        if !path.ends_with('/') {
            return moved(path, url);
        }
        let index = found.join("index.html");
        return if index.is_file() { Place::File(index) } else { Place::Missing };
    }
    // `style.css/` is no file.
    if path.ends_with('/') { Place::Missing } else { Place::File(found) }
}

fn moved(path: &str, url: &str) -> Place {
    Place::Moved(format!("{path}/{}", &url[path.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn site() -> (tempfile::TempDir, PathBuf) {
        let outer = tempfile::tempdir().expect("a temporary folder");
        let root = outer.path().join("site");
        fs::create_dir_all(root.join("records/a b")).expect("folders");
        fs::create_dir_all(root.join("empty")).expect("folders");
        for file in ["index.html", "style.css", "records/a b/index.html"] {
            fs::write(root.join(file), "x").expect("a file");
        }
        fs::write(outer.path().join("secret"), "x").expect("a file");
        let root = root.canonicalize().expect("the folder");
        (outer, root)
    }

    fn file(root: &Path, name: &str) -> Place {
        Place::File(root.join(name))
    }

    #[test]
    fn files_and_folders_are_found_under_the_mount() {
        let (_keep, root) = site();
        for (mount, url, name) in [
            ("/", "/", "index.html"),
            ("/", "/?q=a/b#c", "index.html"),
            ("/", "/style.css?v=1", "style.css"),
            ("/", "/records/a%20b/", "records/a b/index.html"),
            ("/some/folder/", "/some/folder/", "index.html"),
            ("/some/folder/", "/some/folder/style.css", "style.css"),
        ] {
            assert_eq!(find(&root, mount, url), file(&root, name), "{mount} {url}");
        }
    }

    #[test]
    fn a_folder_without_its_slash_is_moved_with_its_question() {
        let (_keep, root) = site();
        let moved = |to: &str| Place::Moved(to.to_owned());
        assert_eq!(find(&root, "/", "/records/a%20b?q=1"), moved("/records/a%20b/?q=1"));
        assert_eq!(find(&root, "/some/folder/", "/some/folder"), moved("/some/folder/"));
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let (_keep, root) = site();
        for url in [
            "/../secret",
            "/%2e%2e/secret",
            "/records/../../secret",
            "/..%2fsecret",
            "/..%5csecret",
            "//secret/../../secret",
            "/records/%00",
            "/%ff",
            "/style.css/",
            "/empty/",
            "/absent",
        ] {
            assert_eq!(find(&root, "/", url), Place::Missing, "{url}");
        }
        assert_eq!(find(&root, "/some/folder/", "/style.css"), Place::Missing);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_is_refused() {
        let (keep, root) = site();
        std::os::unix::fs::symlink(keep.path().join("secret"), root.join("door")).expect("a link");
        assert_eq!(find(&root, "/", "/door"), Place::Missing);
    }
}
