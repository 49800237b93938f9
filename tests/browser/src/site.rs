//! The site a journey goes through: the built one, or a copy with something broken in it.

use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, bail};
use memcon_static_server::{Folder, Server};
use tempfile::TempDir;

use crate::Result;
use crate::setting::setting;
use crate::wait::until;

/// A site being served.
pub struct Site {
    url: String,
    copy: Option<Copy>,
}

/// What keeps a copy alive: its server first, then its files.
struct Copy {
    server: Mutex<Option<Server>>,
    files: TempDir,
}

impl Site {
    /// The site as built, under a sub-folder of its host.
    ///
    /// # Panics
    /// When the journeys were not started by `cargo xtask test`.
    pub fn built() -> Self {
        Self { url: setting("MEMCON_SITE"), copy: None }
    }

    /// A copy of the built site, changed by `change`, which is given the copy's folder: to see what the page says when
    /// a file is missing, cut short, or from another time.
    ///
    /// # Errors
    /// When the copy cannot be made, changed or served.
    ///
    /// # Panics
    /// When the journeys were not started by `cargo xtask test`.
    pub fn changed(change: impl FnOnce(&Path) -> Result) -> Result<Self> {
        Self::copy(change, &[])
    }

    /// The built site from a host that sends these headers with every file, such as a strict Content-Security-Policy.
    ///
    /// # Errors
    /// When the copy cannot be made or served.
    ///
    /// # Panics
    /// When the journeys were not started by `cargo xtask test`.
    pub fn with_headers(headers: &[(&str, &str)]) -> Result<Self> {
        Self::copy(|_| Ok(()), headers)
    }

    fn copy(change: impl FnOnce(&Path) -> Result, headers: &[(&str, &str)]) -> Result<Self> {
        let files = tempfile::tempdir()?;
        copy_folder(Path::new(&setting("MEMCON_DIST")), files.path())?;
        change(files.path()).context("the copy of the site could not be changed")?;
        let mut folder = Folder::new(files.path())?.under("a/changed/copy");
        for (name, value) in headers {
            folder = folder.with_header(name, value)?;
        }
        let server = folder.serve(0)?;
        Ok(Self { url: server.url().to_owned(), copy: Some(Copy { server: Mutex::new(Some(server)), files }) })
    }

    /// Changes the files of a copy while it is served, as a host does when a new version is published.
    ///
    /// # Errors
    /// When this is no copy, or `change` fails.
    pub fn change(&self, change: impl FnOnce(&Path) -> Result) -> Result {
        change(self.own_copy()?.files.path()).context("the copy of the site could not be changed")
    }

    /// Ends the server of a copy: there is no network to it any more.
    ///
    /// # Errors
    /// When this is no copy, or it still answers.
    pub async fn stop(&self) -> Result {
        drop(self.own_copy()?.server.lock().unwrap_or_else(PoisonError::into_inner).take());
        let host = self.url.trim_start_matches("http://").split('/').next().unwrap_or_default();
        until("the server to be gone", async || {
            Ok(if TcpStream::connect(host).is_err() { Ok(()) } else { Err("it answers".to_owned()) })
        })
        .await
    }

    fn own_copy(&self) -> Result<&Copy> {
        let Some(copy) = &self.copy else { bail!("the built site belongs to all journeys: take Site::changed") };
        Ok(copy)
    }

    /// The folder that holds the files of the site.
    ///
    /// # Panics
    /// When the journeys were not started by `cargo xtask test`.
    pub fn folder(&self) -> PathBuf {
        self.copy.as_ref().map_or_else(|| setting("MEMCON_DIST").into(), |copy| copy.files.path().to_owned())
    }

    /// The address of the site's root, with a slash at its end.
    pub fn url(&self) -> &str {
        &self.url
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
