//! chromedriver: the program through which others steer Chromium. It speaks WebDriver, which is
//! HTTP with JSON in it (<https://www.w3.org/TR/webdriver2/>).

use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::json::Json;
use crate::tools;

/// How long one command may take, the start of a browser on a busy machine included.
const LIMIT: Duration = Duration::from_secs(60);

/// A running chromedriver. It is ended when this value is dropped.
pub struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts it on a port that is free.
    pub fn start() -> Driver {
        let mut child = tools::start(&["chromedriver", "--port=0"]);
        match child.stdout.take().and_then(announced_port) {
            Some(port) => Driver { child, port },
            None => {
                tools::end(&mut child);
                panic!("chromedriver names no port within {LIMIT:?}: does `chromedriver` start?");
            }
        }
    }

    /// One command, and what it returns. An error ends the check.
    pub fn command(&self, method: &str, path: &str, body: &str) -> Json {
        let result = self.try_command(method, path, body);
        result.unwrap_or_else(|problem| panic!("{method} {path}: {problem}"))
    }

    /// One command, and what it returns, which is under the key `value`.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub fn try_command(&self, method: &str, path: &str, body: &str) -> Result<Json, String> {
        let reply = self.exchange(method, path, body);
        let reply = reply.map_err(|error| format!("no reply: {error}"))?;
        let json = Json::read(&reply).ok_or_else(|| format!("not JSON: {reply:.300}"))?;
        let value = json.at("value");
        match value.at("error").text() {
            "" => Ok(value.clone()),
            error => Err(format!("{error}: {}", value.at("message").text())),
        }
    }

    /// One command, and the body of the reply as it comes; `WouldBlock` if none comes in a minute.
    fn exchange(&self, method: &str, path: &str, body: &str) -> io::Result<String> {
        let port = self.port;
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(LIMIT))?;
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(request.as_bytes())?;
        read_body(BufReader::new(stream))
    }
}

/// Reads the head for the length of the body, and no further than that: chromedriver says that it
/// closes the connection, and does not.
fn read_body(mut stream: impl BufRead) -> io::Result<String> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().map_err(io::Error::other)?;
            }
            _ if line.trim_end().is_empty() => break,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    String::from_utf8(body).map_err(io::Error::other)
}

impl Drop for Driver {
    fn drop(&mut self) {
        tools::end(&mut self.child);
    }
}

/// The port in `ChromeDriver was started successfully on port 41235.`
fn announced_port(stdout: ChildStdout) -> Option<u16> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            let port = line
                .split_once("successfully on port ")
                .map(|(_, port)| port);
            if let Some(port) = port.and_then(|port| port.trim_end_matches('.').parse().ok()) {
                let _ = sender.send(port);
            }
        }
    });
    receiver.recv_timeout(LIMIT).ok()
}
