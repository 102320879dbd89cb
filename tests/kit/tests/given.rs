//! Whatever `SERVER` names: it is started or there is a sentence, and nothing of it is left.
#![cfg(unix)]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use kit::Program;

/// Says which process it is, and does nothing for a while.
const SERVER: &str = "echo $$ >>ids\necho Listening on http://127.0.0.1:9\nexec sleep 600\n";

/// A folder with a space in its name, in which a server and a script lie that starts it and waits.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("given {name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("server"), SERVER).unwrap();
    fs::write(
        folder.join("wrapper"),
        "#!/bin/sh\nsh ./server\necho over\n",
    )
    .unwrap();
    let wrapper = Command::new("chmod")
        .arg("+x")
        .arg(folder.join("wrapper"))
        .status();
    assert!(wrapper.unwrap().success());
    folder
}

#[test]
#[ignore = "the other tests start it"]
fn inner() {
    let folder = PathBuf::from(env::var_os("FOLDER").unwrap());
    let server = Program::new("none").folder(&folder).start();
    println!("started");
    let is_killed = env::var_os("IS_KILLED").is_some();
    thread::sleep(Duration::from_secs(if is_killed { 600 } else { 0 }));
    drop(server);
    nobody_is_left(&folder);
}

/// That test, where `SERVER` is this.
fn with(server: &str, folder: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "inner", "--nocapture"]);
    command
        .env("SERVER", server)
        .env("FOLDER", folder)
        .stdout(Stdio::piped());
    command
}

#[track_caller]
fn nobody_is_left(folder: &Path) {
    let deadline = Instant::now() + kit::PATIENCE;
    let ids = fs::read_to_string(folder.join("ids")).unwrap();
    for id in ids.lines() {
        let is_there = || {
            let said = Command::new("ps")
                .args(["-o", "args=", "-p", id])
                .output()
                .unwrap();
            String::from_utf8_lossy(&said.stdout).contains("sleep 600")
        };
        while is_there() {
            assert!(Instant::now() < deadline, "{id} is still there");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

#[test]
fn paths_with_spaces_and_scripts_that_wait() {
    let folder = folder("paths");
    let path = folder.join("wrapper").display().to_string();
    for server in [path.clone(), format!("sh \"{path}\"")] {
        let output = with(&server, &folder).output().unwrap();
        assert!(output.status.success(), "{server}: {output:?}");
    }
    assert_eq!(
        fs::read_to_string(folder.join("ids"))
            .unwrap()
            .lines()
            .count(),
        2
    );
}

#[test]
fn whoever_kills_the_tests_ends_the_server() {
    let folder = folder("kill");
    let path = folder.join("wrapper").display().to_string();
    let mut tests = with(&path, &folder).env("IS_KILLED", "").spawn().unwrap();
    let lines = BufReader::new(tests.stdout.take().unwrap()).lines();
    assert!(
        lines
            .map_while(Result::ok)
            .any(|line| line.contains("started"))
    );
    tests.kill().unwrap();
    tests.wait().unwrap();
    nobody_is_left(&folder);
}

#[test]
fn what_is_no_program_gets_a_sentence() {
    let folder = folder("no");
    for (server, words) in [
        ("", "SERVER is set, and empty"),
        (
            "no/such server",
            "SERVER is \"no/such server\", and there is no file \"no/such\"",
        ),
        (
            "no-such-command",
            "\"no-such-command\"], which SERVER names: ",
        ),
        (
            "tests/kit/Cargo.toml",
            "which SERVER names: Permission denied",
        ),
        ("true", "SERVER: the command"),
    ] {
        let output = with(server, &folder)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            !output.status.success() && said.contains(words),
            "no {words:?}: {said}"
        );
    }
}
