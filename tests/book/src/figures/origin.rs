//! Where recorded numbers come from: without that they say nothing.

use std::fs;
use std::process::Command;
use std::thread;

/// The command that records this figure, the day, the compiler, the machine and how many programs
/// wanted its processors in the minute before; between semicolons.
pub fn now(figure: &str) -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or("unknown".to_string());
    let load = load.split(' ').next().unwrap_or_default();
    let day = output("date", &["--utc", "+%Y-%m-%d"]);
    let processors = thread::available_parallelism().map_or(0, usize::from);
    let compiler = output("rustc", &["--version"]);
    let compiler = compiler.split(" (").next().unwrap_or_default();
    format!(
        "cargo run -p book -- record figures {figure}; {day}; {compiler}; \
         Linux, {processors} processors; load {load}"
    )
}

fn output(program: &str, arguments: &[&str]) -> String {
    match Command::new(program).args(arguments).output() {
        Ok(output) => String::from_utf8_lossy(&output.stdout).trim().to_string(),
        Err(error) => format!("{program}: {error}"),
    }
}

/// The two lines that stand below a figure: the command, and all the rest.
pub fn lines(origin: &str) -> [String; 2] {
    let (command, rest) = origin.split_once("; ").unwrap_or((origin, ""));
    [command.to_string(), rest.replace(';', ",")]
}

/// A table in Markdown, its first column aligned to the left and all others to the right, and a
/// paragraph that says where its numbers come from.
pub fn table(head: &str, rows: &[Vec<String>], origin: &str) -> String {
    let rule = "| --- |".to_string() + &" ---: |".repeat(head.matches(" | ").count());
    let mut text = format!("{head}\n{rule}\n");
    for row in rows {
        text += &format!("| {} |\n", row.join(" | "));
    }
    let [command, rest] = lines(origin);
    format!("{text}\n*Recorded with `{command}`: {rest}.*\n")
}
