//! Builds and serves the whole site, by Trunk.

use std::{net::TcpListener, path::Path, process::Command};

use anyhow::{Context, Result};

use crate::{
    Options, content,
    run::{run, say},
    setup,
};

const FIRST_PORT: u16 = 8080;

/// Builds the site as it is published, into `dist/`.
pub(crate) fn build(options: &Options) -> Result<()> {
    setup::for_release()?;
    say("Building the site");
    let dist = options.dist.as_deref().unwrap_or(Path::new("dist"));
    run(trunk(options).args(["build", "--release", "--dist"]).arg(dist))?;
    println!("\nThe site is in {}. Any static host can serve it, from any folder.", dist.display());
    Ok(())
}

/// Serves the site on this machine and builds it again on every change, until it is stopped.
pub(crate) fn serve(options: &Options) -> Result<()> {
    setup::for_building()?;
    let port = match options.port {
        Some(port) => port,
        None => free_port().context("no port from 8080 on is free; name one by --port")?,
    };
    say(&format!("Building the guide; it will be at http://127.0.0.1:{port}/ (stop with Ctrl+C)"));
    let mut serve = trunk(options);
    serve.args(["serve", "--port", &port.to_string()]);
    if let Some(folder) = &options.content {
        // Naming folders replaces those of Trunk.toml.
        for watched in ["src", "crates", "style", "index.html", "build.rs", "Cargo.toml"] {
            serve.args(["--watch", watched]);
        }
        serve.arg("--watch").arg(folder);
    }
    run(&mut serve)
}

fn trunk(options: &Options) -> Command {
    let mut trunk = setup::building("trunk");
    trunk.env("CONCORD_CONTENT", content::folder(options));
    if options.pseudo {
        trunk.env("CONCORD_PSEUDO", "1");
    }
    // Set by some terminals and continuous-integration systems; Trunk takes only true or false.
    trunk.env_remove("NO_COLOR");
    trunk
}

fn free_port() -> Option<u16> {
    (FIRST_PORT..FIRST_PORT + 100).find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
}
