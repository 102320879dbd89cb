//! The servers of others, and how they are told what to do: this page from a file, on this port of
//! loopback, and a line of log for each request, as ours write one. In Debian each package has the name
//! of the program.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::running::{Place, Running};

/// What keeps a connection after its reply has this in its name.
pub const KEEPS: &str = "keep-alive";

/// What a program is told.
type Words = fn(&Place) -> String;

/// The name in the tables, and the program. The last two close after each reply by themselves.
const ALL: [(&str, &str, Words); 6] = [
    ("nginx (1 process)", "nginx", |at| nginx(at, 1, "0")),
    ("nginx (2 processes)", "nginx", |at| nginx(at, 2, "0")),
    ("nginx (keep-alive)", "nginx", |at| nginx(at, 1, "60s")),
    ("lighttpd", "lighttpd", lighttpd),
    ("busybox httpd", "busybox", busybox),
    ("python http.server", "python3", python),
];

/// Starts those that are on this machine; says which are not.
pub fn start_all(page: &[u8]) -> Vec<Running> {
    let mut all = Vec::new();
    for (name, program, tell) in ALL {
        let Some(path) = find(program) else {
            println!("{name} is not measured: {program} is not installed");
            continue;
        };
        let words = |place: &Place| tell(place).split(' ').map(str::to_string).collect();
        let running = Running::start(name, &path, words);
        let is_right = running.reply().ends_with(page);
        assert!(is_right, "{name} does not send the page");
        all.push(running);
    }
    all
}

/// The system's own program, before others of the same name that PATH may have.
fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = ["/usr/sbin", "/usr/bin", "/bin"].map(PathBuf::from);
    let mut folders = folders.into_iter().chain(env::split_paths(&path));
    folders.find_map(|folder| Some(folder.join(program)).filter(|file| file.is_file()))
}

/// Writes a configuration file; returns its path.
fn write(place: &Place, text: &str) -> String {
    let file = place.folder.join("configuration");
    fs::write(&file, text).expect("the folder can be written");
    file.display().to_string()
}

/// `keep` is how long a connection is kept after a reply. nginx puts these workers below a process
/// that only watches over them. `user` is for who runs this as root: the workers would not be
/// allowed to read the page otherwise.
fn nginx(place: &Place, workers: usize, keep: &str) -> String {
    let (address, folder, pages) = (place.address, place.folder.display(), place.pages.display());
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|what| format!("{what}_temp_path {folder}/{what};\n"))
        .concat();
    let text = format!(
        "daemon off;
        user root;
        worker_processes {workers};
        pid {folder}/pid;
        events {{ worker_connections 1024; }}
        http {{
        {temporary}
        access_log {folder}/access.log;
        sendfile on;
        tcp_nopush on;
        keepalive_timeout {keep};
        keepalive_requests 1000000000;
        types {{ text/html html; }}
        charset utf-8;
        server {{ listen {address}; root {pages}; }}
        }}"
    );
    format!("-e {folder}/errors.log -c {}", write(place, &text))
}

fn lighttpd(place: &Place) -> String {
    let (port, folder, pages) = (
        place.address.port(),
        place.folder.display(),
        place.pages.display(),
    );
    let text = format!(
        "server.bind = \"127.0.0.1\"
        server.port = {port}
        server.document-root = \"{pages}\"
        server.errorlog = \"{folder}/errors.log\"
        server.modules = ( \"mod_accesslog\" )
        accesslog.filename = \"{folder}/access.log\"
        index-file.names = ( \"index.html\" )
        mimetype.assign = ( \".html\" => \"text/html; charset=utf-8\" )
        server.max-keep-alive-requests = 0\n"
    );
    format!("-D -f {}", write(place, &text))
}

fn busybox(place: &Place) -> String {
    let (address, pages) = (place.address, place.pages.display());
    format!("httpd -f -v -p {address} -h {pages}")
}

fn python(place: &Place) -> String {
    let (port, pages) = (place.address.port(), place.pages.display());
    format!("-m http.server {port} --bind 127.0.0.1 --directory {pages}")
}
