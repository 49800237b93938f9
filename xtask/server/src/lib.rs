//! Serves a folder of files on 127.0.0.1, as any static host would: no rewriting, no listing, nothing outside the folder.
//!
//! It can hang the folder under a sub-folder of the address (`/some/folder/`), which proves that a site needs no place
//! of its own, add headers, which shows what a site does where a host sends strict ones, and send files
//! compressed ahead of time, as a good host does.

mod answer;
mod compression;
mod place;

use std::convert::Infallible;
use std::future::pending;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hyper::header::{HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::runtime::Runtime;

/// What to serve and how.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    mount: String,
    headers: Vec<(HeaderName, HeaderValue)>,
    compressed: bool,
}

impl Folder {
    /// The files under `root`, at the top of the address.
    ///
    /// # Errors
    /// When `root` cannot be found.
    pub fn new(root: &Path) -> io::Result<Self> {
        Ok(Self { root: root.canonicalize()?, mount: "/".to_owned(), headers: Vec::new(), compressed: false })
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
        let no_header = |fault| io::Error::new(io::ErrorKind::InvalidInput, format!("“{name}: {value}”: {fault}"));
        let parsed = (
            name.parse().map_err(|fault: hyper::header::InvalidHeaderName| no_header(fault.to_string()))?,
            value.parse().map_err(|fault: hyper::header::InvalidHeaderValue| no_header(fault.to_string()))?,
        );
        self.headers.push(parsed);
        Ok(self)
    }

    /// Sends the file compressed ahead of time, `index.html.br`, where there is one and the client reads brotli.
    #[must_use]
    pub fn compressed(mut self) -> Self {
        self.compressed = true;
        self
    }

    /// Starts serving; port 0 takes any free one.
    ///
    /// # Errors
    /// When the port cannot be had: [`io::ErrorKind::AddrInUse`] when another program has it.
    pub fn serve(self, port: u16) -> io::Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let url = format!("http://{}{}", listener.local_addr()?, self.mount);
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().build()?;
        runtime.spawn(answer_all(Arc::new(self), listener));
        Ok(Server { runtime: Some(runtime), url })
    }
}

async fn answer_all(folder: Arc<Folder>, listener: TcpListener) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        // A connection given up before it was accepted is no reason to stop.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let folder = Arc::clone(&folder);
        let service = service_fn(move |request| {
            let answer = answer::answer(&folder, &request);
            async { Ok::<_, Infallible>(answer) }
        });
        // How a connection ends is the browser's affair.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

/// A running server; it stops when dropped.
pub struct Server {
    runtime: Option<Runtime>,
    url: String,
}

impl Server {
    /// Where the folder is found, with a slash at the end: `http://127.0.0.1:8080/some/folder/`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Serves until the process is ended.
    pub fn wait(self) {
        if let Some(runtime) = &self.runtime {
            runtime.block_on(pending())
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Not by waiting for its threads, which a caller that is itself asynchronous must not do.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
