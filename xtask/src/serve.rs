//! The page while one works on it: built, served, and rebuilt and reloaded on change.

use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use notify::{Event as Change, RecursiveMode, Watcher};
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::dist::{self, Mode};
use crate::project;

/// The name of the script that waits for a rebuild. A file of our own folder: the page forbids inline scripts.
pub const RELOAD_SCRIPT: &str = "reload.js";

/// The script itself.
pub const RELOAD: &str = include_str!("serve/reload.js");

/// Folders and files of which a change makes a rebuild.
const FOLDERS: [&str; 5] = ["content", "loader", "src", "styles", "xtask/compile-content/src"];
const FILES: [&str; 2] = ["Cargo.toml", "index.html"];

/// The port that was asked for.
pub fn port(arguments: &[String]) -> Result<u16> {
    match arguments {
        [] => Ok(8080),
        [flag, port] if flag == "--port" => port.parse().with_context(|| format!("`{port}` is not a port")),
        _ => bail!("serve takes nothing but --port N"),
    }
}

/// Serves until it is stopped.
pub fn serve(port: u16) -> Result<()> {
    let folder = project::target().join("serve");
    // Before the first build, so that a change meanwhile is not missed.
    let (changed, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |change: notify::Result<Change>| {
        if change.is_ok_and(|change| matters(&change)) {
            let _ = changed.send(());
        }
    })?;
    for folder in FOLDERS {
        watcher.watch(&project::root().join(folder), RecursiveMode::Recursive)?;
    }
    // Their folder rather than the files: editors replace a file by another of the same name.
    watcher.watch(project::root(), RecursiveMode::NonRecursive)?;
    rebuild(&folder)?;

    let (built, builds) = watch::channel(());
    std::thread::spawn(move || {
        while changes.recv().is_ok() {
            // Many files may change at once: wait until it is quiet.
            while changes.recv_timeout(Duration::from_millis(100)).is_ok() {}
            match rebuild(&folder) {
                Ok(()) => {
                    let _ = built.send(());
                }
                Err(error) => eprintln!("error: {error:#}\nstill serving the last build that worked"),
            }
        }
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(listen(port, &project::target().join("serve"), builds))
}

/// A build reads all these files: only what changes them counts.
fn matters(change: &Change) -> bool {
    let root = project::root();
    let ours = |path: &PathBuf| {
        FOLDERS.iter().any(|folder| path.starts_with(root.join(folder)))
            || FILES.iter().any(|file| *path == root.join(file))
    };
    !change.kind.is_access() && change.paths.iter().any(ours)
}

fn rebuild(folder: &Path) -> Result<()> {
    let started = Instant::now();
    dist::build(Mode::Serve)?.write(folder)?;
    eprintln!("built in {:.1} s", started.elapsed().as_secs_f32());
    Ok(())
}

async fn listen(port: u16, folder: &Path, builds: watch::Receiver<()>) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port))
        .await
        .with_context(|| format!("port {port} is taken: choose another with --port"))?;
    println!("samenscan is at http://{}/", listener.local_addr()?);
    let app = Router::new()
        .route("/rebuilt", get(move || async move { rebuilt(builds.clone()) }))
        .fallback_service(ServeDir::new(folder))
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ));
    axum::serve(listener, app).await?;
    Ok(())
}

/// One event for each rebuild from now on.
fn rebuilt(mut builds: watch::Receiver<()>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    builds.mark_unchanged();
    let events = WatchStream::from_changes(builds).map(|()| Ok(Event::default().data("rebuilt")));
    Sse::new(events).keep_alive(KeepAlive::default())
}
