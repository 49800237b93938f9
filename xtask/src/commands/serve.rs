//! `cargo xtask serve`: builds the site and serves it on this machine only.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Error, Result, anyhow};
use memcon_static_server::Folder;

use crate::command::say;
use crate::site::{self, Site};

/// What to serve, and where.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Port on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Build it small, as it is published
    #[arg(long)]
    release: bool,
}

/// Builds the site into dist/ and serves it until the process is ended.
pub(crate) fn run(options: &Options) -> Result<()> {
    // Better heard now than after minutes of building.
    TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).map_err(|fault| no_port(options.port, fault))?;
    say("Memcon: building, then serving. The first run takes some minutes, later ones seconds.");
    let site = Site { release: options.release, base: None, url: None, offline: options.release, dist: site::dist() };
    site::build(&site)?;
    let server = Folder::new(&site.dist)
        .with_context(|| format!("{} cannot be served", site.dist.display()))?
        .serve(options.port)
        .map_err(|fault| no_port(options.port, fault))?;
    say(format!("serving at {} (Ctrl-C ends it)", server.url()));
    server.wait();
    Ok(())
}

fn no_port(port: u16, fault: std::io::Error) -> Error {
    match fault.kind() {
        ErrorKind::AddrInUse => {
            anyhow!("port {port} is taken by another program: choose another one with --port, or 0 for any free one")
        }
        ErrorKind::PermissionDenied => {
            anyhow!("port {port} may not be used by this user: choose one above 1023 with --port")
        }
        _ => anyhow!("port {port} cannot be used: {fault}"),
    }
}
