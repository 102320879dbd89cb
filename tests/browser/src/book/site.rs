//! A server for files in a folder: just enough for a browser to read the book, search and all.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::mem;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

type Missing = Arc<Mutex<Vec<String>>>;

/// A folder that is served until the program ends.
pub struct Site {
    address: SocketAddr,
    missing: Missing,
}

impl Site {
    /// Serves a folder on a port that is free. A browser opens connections that it does not use at
    /// once, so each has a thread of its own.
    pub fn start(folder: PathBuf) -> Site {
        let listener = TcpListener::bind("127.0.0.1:0").expect("this machine has a free port");
        let address = listener.local_addr().expect("a listener has an address");
        let missing = Missing::default();
        let site = Site {
            address,
            missing: Arc::clone(&missing),
        };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, missing) = (folder.clone(), Arc::clone(&missing));
                // A browser that goes away in the middle of a reply is no failure.
                thread::spawn(move || serve(stream, &folder, &missing));
            }
        });
        site
    }

    /// The address of a page.
    pub fn url(&self, page: &str) -> String {
        format!("http://{}/{page}", self.address)
    }

    /// What was asked for since the last time, and is not there.
    pub fn take_missing(&self) -> Vec<String> {
        let mut missing = self
            .missing
            .lock()
            .expect("no thread panics while it notes");
        mem::take(&mut *missing)
    }
}

/// Answers one request. What is not there is answered as GitHub Pages does, with `404.html`.
fn serve(mut stream: TcpStream, folder: &Path, missing: &Missing) -> io::Result<()> {
    let Some(target) = read_target(BufReader::new(&stream))? else {
        return Ok(());
    };
    let name = file_name(&target);
    let (status, name, body) = match fs::read(folder.join(name)) {
        Ok(body) if !name.contains("..") => ("200 OK", name, body),
        _ => {
            if let Ok(mut missing) = missing.lock() {
                missing.push(target.clone());
            }
            let name = "404.html";
            ("404 Not Found", name, fs::read(folder.join(name))?)
        }
    };
    let (kind, length) = (content_type(name), body.len());
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: max-age=600\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)
}

/// `set-up.html` for `/set-up.html?highlight=port`, and the first page for `/`.
fn file_name(target: &str) -> &str {
    let path = target.split('?').next().unwrap_or_default();
    match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    }
}

/// Reads the head of a request, for the target of a `GET`. `None` if it is something else.
fn read_target(mut stream: impl BufRead) -> io::Result<Option<String>> {
    let mut first = String::new();
    stream.read_line(&mut first)?;
    let mut line = String::new();
    while stream.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = first.split_whitespace();
    let is_get = words.next() == Some("GET");
    Ok(words.next().filter(|_| is_get).map(str::to_string))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, kind)| kind) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
