//! The programs that are measured: built in release mode, by the Cargo that runs this bench.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use kit::get;

use crate::bare_loop;
use crate::server::Server;

/// A server that can be started.
pub struct Program {
    /// How the tables call it.
    pub name: &'static str,
    /// The program and its arguments, all but the last: the address.
    pub command: Vec<OsString>,
}

/// All of them, and the folder for what they write.
pub struct Programs {
    pub bare_loop: Program,
    pub step_03: Program,
    pub step_04: Program,
    pub step_05: Program,
    pub step_06: Program,
    pub folder: PathBuf,
}

/// Builds the steps, and lets the bare loop reply exactly what step 06 replies.
pub fn build() -> Programs {
    // Cargo names a folder for temporary files, inside of the target directory.
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let target = target.parent().expect("it is inside of another folder");
    let folder = target.join("bench");
    fs::create_dir_all(&folder).expect("the target directory can be written");
    let step = |name, package| Program {
        name,
        command: vec![build_step(target, package).into()],
    };
    let step_06 = step("step 06", "step-06-graceful-shutdown");
    Programs {
        bare_loop: bare_loop(&reply_of(&step_06, &folder), &folder),
        step_03: step("step 03", "step-03-respond"),
        step_04: step("step 04", "step-04-slow-route"),
        step_05: step("step 05", "step-05-threadpool"),
        step_06,
        folder,
    }
}

/// This very program, with other arguments.
fn bare_loop(reply: &[u8], folder: &Path) -> Program {
    let file = folder.join("reply");
    fs::write(&file, reply).expect("the folder can be written");
    let this = env::current_exe().expect("this program has a path");
    Program {
        name: "bare loop",
        command: vec![this.into(), bare_loop::WORD.into(), file.into()],
    }
}

fn build_step(target: &Path, package: &str) -> PathBuf {
    let target = target.to_str().expect("its path is text");
    kit::build_program(package, &["--release", "--target-dir", target])
        .unwrap_or_else(|problem| panic!("{problem}"))
}

fn reply_of(program: &Program, folder: &Path) -> Vec<u8> {
    let server = Server::start(program, folder);
    let mut client = kit::Client::connect(server.address());
    client.send(get("/"));
    client.read_to_end().0
}
