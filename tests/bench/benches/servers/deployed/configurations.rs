//! How the servers of others are told what to do: this page from a file, on this port of loopback,
//! and a line of log for each request, as ours write one.

use std::fs;

use super::programs::Place;

/// Writes a configuration file; returns its path.
fn write(place: &Place, text: &str) -> String {
    let file = place.folder.join("configuration");
    fs::write(&file, text).expect("the folder can be written");
    file.display().to_string()
}

/// `keep` is how long a connection is kept after a reply. nginx puts these workers below a process
/// that only watches over them. `user` is for who runs this as root: the workers would not be
/// allowed to read the page otherwise.
pub fn nginx(place: &Place, workers: usize, keep: &str) -> Vec<String> {
    let (port, folder, pages) = (place.port, place.folder.display(), place.pages.display());
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|what| format!("{what}_temp_path {folder}/{what};\n"))
        .concat();
    let text = format!(
        "daemon off;\n\
         user root;\n\
         worker_processes {workers};\n\
         pid {folder}/pid;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\n\
         {temporary}\
         access_log {folder}/access.log;\n\
         sendfile on;\n\
         tcp_nopush on;\n\
         keepalive_timeout {keep};\n\
         keepalive_requests 1000000000;\n\
         types {{ text/html html; }}\n\
         charset utf-8;\n\
         server {{ listen 127.0.0.1:{port}; root {pages}; }}\n\
         }}\n"
    );
    let errors = format!("{folder}/errors.log");
    ["-e", &errors, "-c", &write(place, &text)]
        .map(str::to_string)
        .to_vec()
}

pub fn lighttpd(place: &Place) -> Vec<String> {
    let (port, folder, pages) = (place.port, place.folder.display(), place.pages.display());
    let text = format!(
        "server.bind = \"127.0.0.1\"\n\
         server.port = {port}\n\
         server.document-root = \"{pages}\"\n\
         server.errorlog = \"{folder}/errors.log\"\n\
         server.modules = ( \"mod_accesslog\" )\n\
         accesslog.filename = \"{folder}/access.log\"\n\
         index-file.names = ( \"index.html\" )\n\
         mimetype.assign = ( \".html\" => \"text/html; charset=utf-8\" )\n\
         server.max-keep-alive-requests = 0\n"
    );
    ["-D", "-f", &write(place, &text)]
        .map(str::to_string)
        .to_vec()
}

/// It closes after each reply by itself.
pub fn busybox(place: &Place) -> Vec<String> {
    let (address, pages) = (format!("127.0.0.1:{}", place.port), place.pages.display());
    let words = [
        "httpd",
        "-f",
        "-v",
        "-p",
        &address,
        "-h",
        &pages.to_string(),
    ];
    words.map(str::to_string).to_vec()
}

/// It closes after each reply by itself.
pub fn python(place: &Place) -> Vec<String> {
    let (port, pages) = (place.port.to_string(), place.pages.display().to_string());
    let words = [
        "-m",
        "http.server",
        &port,
        "--bind",
        "127.0.0.1",
        "--directory",
        &pages,
    ];
    words.map(str::to_string).to_vec()
}
