//! Where recorded numbers come from: without that they say nothing.

use std::fs;
use std::process::Command;
use std::thread;

/// The command that records this figure, the day, the compiler, the machine and how many programs
/// wanted its processors in the minute before; between semicolons.
pub fn now(figure: &str) -> String {
    let load = load().unwrap_or("unknown".to_string());
    with(figure, &today(&[]), &format!("load {load}"))
}

/// The same, with a day and a sentence on how busy the machine was.
pub fn with(figure: &str, day: &str, load: &str) -> String {
    let processors = thread::available_parallelism().map_or(0, usize::from);
    let compiler = output("rustc", &["--version"]);
    let compiler = compiler.split(" (").next().unwrap_or_default();
    format!(
        "cargo run -p book -- record figures {figure}; {day}; {compiler}; \
         Linux, {processors} processors; {load}"
    )
}

/// The day, or with further arguments for `date` another one.
pub fn today(arguments: &[&str]) -> String {
    let arguments = [&["--utc", "+%Y-%m-%d"], arguments].concat();
    output("date", &arguments)
}

fn load() -> Option<String> {
    let text = fs::read_to_string("/proc/loadavg").ok()?;
    text.split(' ').next().map(str::to_string)
}

fn output(program: &str, arguments: &[&str]) -> String {
    match Command::new(program).args(arguments).output() {
        Ok(output) => String::from_utf8_lossy(&output.stdout).trim().to_string(),
        Err(error) => format!("{program}: {error}"),
    }
}

/// The two lines that stand below a figure: the command, and all the rest.
pub fn lines(origin: &str) -> [String; 2] {
    match origin.split_once("; ") {
        Some((command, rest)) => [command.to_string(), rest.replace(';', ",")],
        None => [origin.to_string(), String::new()],
    }
}

/// The same as a paragraph of Markdown, for below a table.
pub fn paragraph(origin: &str) -> String {
    let [command, rest] = lines(origin);
    format!("*Recorded with `{command}`: {rest}.*\n")
}
