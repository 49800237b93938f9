//! Serves a folder of files on 127.0.0.1, as any static host would: no rewriting, no listing, nothing outside the folder.
//!
//! It can hang the folder under a sub-folder of the address (`/some/folder/`), which proves that a site needs no place
//! of its own, and add headers, which shows what a site does where a host sends strict ones.

mod answer;
mod place;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::Header;

/// Requests answered at once; a browser opens six connections to a host.
const WORKERS: usize = 6;

/// What to serve and how.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    mount: String,
    headers: Vec<Header>,
}

impl Folder {
    /// The files under `root`, at the top of the address.
    ///
    /// # Errors
    /// When `root` cannot be found.
    pub fn new(root: &Path) -> io::Result<Self> {
        Ok(Self { root: root.canonicalize()?, mount: "/".to_owned(), headers: Vec::new() })
    }

    /// Hangs the folder under a path of the address. Slashes at either end are optional: `some/folder`.
    #[must_use]
    pub fn under(mut self, mount: &str) -> Self {
        let inner = mount.trim_matches('/');
        self.mount = if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") };
        self
    }

    /// Sends a header with every answer.
    ///
    /// # Errors
    /// When the name or the value cannot stand in a header.
    pub fn with_header(mut self, name: &str, value: &str) -> io::Result<Self> {
        self.headers.push(answer::header(name, value)?);
        Ok(self)
    }

    /// Starts serving; port 0 takes any free one.
    ///
    /// # Errors
    /// When the port cannot be had: [`io::ErrorKind::AddrInUse`] when another program has it.
    pub fn serve(self, port: u16) -> io::Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let http = Arc::new(tiny_http::Server::from_listener(listener, None).map_err(io::Error::other)?);
        let mount = self.mount.clone();
        let folder = Arc::new(self);
        let workers = (0..WORKERS)
            .map(|_| {
                let (http, folder) = (Arc::clone(&http), Arc::clone(&folder));
                thread::spawn(move || {
                    while let Ok(request) = http.recv() {
                        answer::answer(&folder, request);
                    }
                })
            })
            .collect();
        Ok(Server { http, workers, address, mount })
    }
}

/// A running server; it stops when dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    workers: Vec<JoinHandle<()>>,
    address: SocketAddr,
    mount: String,
}

impl Server {
    /// Where the folder is found, with a slash at the end: `http://127.0.0.1:8080/some/folder/`.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.mount)
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            // A worker only ends by a panic, which it has printed.
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.http.unblock();
        }
    }
}
