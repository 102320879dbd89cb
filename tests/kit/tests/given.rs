//! Whatever `SERVER` names: it is started or there is a sentence, and nothing of it is left.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use kit::Program;

/// Starts what listens, says which process that is, and waits for it.
const SCRIPT: &str = "#!/bin/sh
sleep 600 & echo $! >>\"$0.ids\"
echo Listening on http://127.0.0.1:9
sleep 0.2
echo still there
wait
";

/// Such a script, and a path with spaces.
fn script(name: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("a server that {name}"));
    let _ = fs::remove_file(path.with_extension("ids"));
    fs::write(&path, SCRIPT).unwrap();
    fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

#[test]
#[ignore = "the other tests start it"]
fn inner() {
    let server = Program::new("none").start();
    server.wait_for_log("still there");
    println!("started");
    let is_killed = env::var_os("IS_KILLED").is_some();
    thread::sleep(Duration::from_secs(if is_killed { 600 } else { 0 }));
    drop(server);
    nobody_is_left(&env::var("SCRIPT").unwrap());
}

/// That test, where `SERVER` is this.
fn with(server: &str, script: &str) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "inner", "--nocapture"]);
    command.env("SERVER", server).env("SCRIPT", script);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[track_caller]
fn nobody_is_left(script: &str) {
    let deadline = Instant::now() + kit::PATIENCE;
    let ids = PathBuf::from(script).with_extension("ids");
    for id in fs::read_to_string(ids).unwrap().lines() {
        let ps = || Command::new("ps").args(["-o", "args=", "-p", id]).output();
        while String::from_utf8_lossy(&ps().unwrap().stdout).contains("sleep 600") {
            assert!(Instant::now() < deadline, "{id} is still there");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

#[test]
fn paths_with_spaces_and_scripts_that_wait() {
    let path = script("waits");
    for server in [path.clone(), format!("sh \"{path}\"")] {
        let output = with(&server, &path).output().unwrap();
        assert!(output.status.success(), "{server}: {output:?}");
    }
}

#[test]
fn whoever_kills_the_tests_ends_the_server() {
    let path = script("is killed");
    let mut tests = with(&path, &path).env("IS_KILLED", "").spawn().unwrap();
    let mut lines = BufReader::new(tests.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("started")));
    tests.kill().unwrap();
    tests.wait().unwrap();
    nobody_is_left(&path);
}

#[test]
fn what_is_no_program_gets_a_sentence() {
    for (server, words) in [
        ("", "SERVER is set, and empty"),
        ("no/such server", "there is no file \"no/such\""),
        ("no-such-command", "which SERVER names: No such file"),
        ("tests/kit/Cargo.toml", "SERVER names: Permission denied"),
        ("true", "SERVER: the command"),
    ] {
        let output = with(server, "").output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let is_said = !output.status.success() && said.contains(words);
        assert!(is_said, "no {words:?}: {said}");
    }
}
