//! The servers of the steps, and the *bare loop*: what the operating system takes for one connection
//! after another, and nothing else. It runs as a process of its own, as the servers do.

use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::{env, fs};

use crate::running::{Place, Running};

pub const BARE_LOOP: &str = "bare loop";

/// The argument that turns this program into the bare loop.
pub const WORD: &str = "bare-loop";

/// Starts all of them. The bare loop sends each byte that step 06 sends; the page of that is written
/// for the others, and returned.
pub fn start_all() -> (Vec<Running>, Vec<u8>) {
    let step = |name, package| Running::start(name, &build(package), address);
    let step_06 = step("step 06", "step-06-graceful-shutdown");
    let reply = step_06.reply();
    let end = reply.windows(4).position(|bytes| bytes == b"\r\n\r\n");
    let page = reply[end.expect("the head ends in an empty line") + 4..].to_vec();
    let file = crate::folder().join("reply");
    fs::write(crate::folder().join("pages/index.html"), &page).expect("the folder can be written");
    fs::write(&file, reply).expect("the folder can be written");
    let this = env::current_exe().expect("this program has a path");
    let bare_loop = Running::start(BARE_LOOP, &this, |place| {
        let words = [WORD.to_string(), file.display().to_string()];
        [&words[..], &address(place)].concat()
    });
    let step_03 = step("step 03", "step-03-respond");
    let step_05 = step("step 05", "step-05-threadpool");
    (vec![bare_loop, step_03, step_05, step_06], page)
}

fn address(place: &Place) -> Vec<String> {
    vec![place.address.to_string()]
}

/// The path of a step's program, built in release mode by the Cargo that runs this bench.
pub fn build(package: &str) -> PathBuf {
    let target = crate::folder().with_file_name("");
    let target = target.to_str().expect("its path is text");
    kit::build_program(package, &["--release", "--target-dir", target])
        .unwrap_or_else(|problem| panic!("{problem}"))
}

/// Listens on `address`, and sends everybody the bytes of the file `reply`.
pub fn bare_loop(reply: &OsStr, address: &OsStr) {
    let reply = fs::read(reply).expect("the bench has written the reply");
    let listener = TcpListener::bind(&*address.to_string_lossy()).expect("the port is free");
    for stream in listener.incoming() {
        // A client that goes away costs its reply, as it does in the steps.
        let _ = stream.and_then(|stream| serve(stream, &reply));
    }
}

fn serve(mut stream: TcpStream, reply: &[u8]) -> io::Result<()> {
    let _count = stream.read(&mut [0; 1024])?; // a request comes in one piece, more or less
    stream.write_all(reply)
}
