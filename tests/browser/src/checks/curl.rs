//! curl, and what one can ask of it.

use kit::{Server, fail};

use crate::server::{self, url};
use crate::tools::{self, Ran};

const PAGE: &str = "<h1>Hello. This page is yours.</h1>";

/// curl with these arguments and the address of `/`; `-i` lets it show the head too.
pub fn curl(server: &Server, arguments: &[&str]) -> Ran {
    let address = url(server, "/");
    curl_to(&address, arguments, Vec::new())
}

pub fn curl_to(address: &str, arguments: &[&str], input: Vec<u8>) -> Ran {
    let words = [&["curl", "-sSi", "--max-time", "20"], arguments, &[address]].concat();
    tools::run_with_input(&words, input)
}

/// A complete reply that begins so and has all of this in it.
fn expect(ran: &Ran, arguments: &[&str], start: &str, parts: &[&str]) {
    let has_all = parts.iter().all(|part| ran.output.contains(part));
    if ran.code != Some(0) || !ran.output.starts_with(start) || !has_all {
        let came = format!(
            "exit code {:?}, {} {:.400}",
            ran.code, ran.errors, ran.output
        );
        let expected = format!("exit code 0, {start} and {parts:?}");
        fail(
            &format!("curl {}", arguments.join(" ")),
            &expected,
            &came,
            "src/connection.rs",
        );
    }
}

fn expect_page(arguments: &[&str]) {
    let server = server::start();
    let ran = curl(&server, arguments);
    expect(&ran, arguments, "HTTP/1.1 200 OK\r\n", &[PAGE, "</html>"]);
}

pub fn get() {
    expect_page(&[]);
}

pub fn http_1_0() {
    expect_page(&["--http1.0"]);
}

pub fn query() {
    expect_page(&["--get", "--data", "a=b&c=d"]);
}

/// As a proxy is asked: the target is a whole URL.
pub fn absolute_form() {
    let server = server::start();
    let arguments = ["-x", &url(&server, "")];
    let ran = curl_to("http://example.test/", &arguments, Vec::new());
    expect(&ran, &arguments, "HTTP/1.1 200 OK\r\n", &[PAGE, "</html>"]);
    server.wait_for_log("GET http://example.test/");
}

/// The head of the page, with its length, and no page. `-I` shows the first; curl's way to show the
/// second is to read until the server ends the connection, whatever length was announced.
pub fn head() {
    let server = server::start();
    let page = curl(&server, &[]);
    let (head, _) = page
        .output
        .split_once("\r\n\r\n")
        .expect("a page has a head");
    for arguments in [&["-I"][..], &["-X", "HEAD", "--ignore-content-length"]] {
        let ran = curl(&server, arguments);
        expect(
            &ran,
            arguments,
            "HTTP/1.1 200 OK\r\n",
            &["Content-Length: "],
        );
        assert_eq!(
            ran.output,
            format!("{head}\r\n\r\n"),
            "the head of GET, and nothing more"
        );
    }
}

pub fn post() {
    let server = server::start();
    let arguments = ["-d", "name=value"];
    expect_not_allowed(&curl(&server, &arguments), &arguments);
}

fn expect_not_allowed(ran: &Ran, arguments: &[&str]) {
    let start = "HTTP/1.1 405 Method Not Allowed\r\n";
    expect(
        ran,
        arguments,
        start,
        &["\r\nAllow: GET, HEAD\r\n", "</html>"],
    );
}

/// A long body, which curl announces with `Expect: 100-continue` and waits.
pub fn long_body_announced() {
    post_long_body_ten_times("Expect: 100-continue");
}

/// A long body that is sent at once, while the server answers already.
pub fn long_body_at_once() {
    post_long_body_ten_times("Expect:");
}

fn post_long_body_ten_times(expect: &str) {
    let server = server::start();
    let address = url(&server, "/");
    let arguments = ["-H", expect, "--data-binary", "@-"];
    for _ in 0..10 {
        let ran = curl_to(&address, &arguments, vec![b'x'; 1024 * 1024]);
        expect_not_allowed(&ran, &arguments);
    }
    server.serves_on();
}
