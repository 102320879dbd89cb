//! Unpacks an archive with what the system has for it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use super::limits::{self, Limits, limited};

/// What to type, with `A` for the archive and `D` for the folder. The `tar` of Windows and macOS
/// reads `.zip`, too. A password is given, so that nobody asks for one.
const TOOLS: [&str; 6] = [
    "tar -xf A -C D",
    "unzip -q -o -P x A -d D",
    "bsdtar -xf A -C D",
    "7z x -y -px A -oD",
    "7zz x -y -px A -oD",
    "unrar x -y -px A D",
];

const LIMIT: Duration = Duration::from_secs(30);

/// What comes out of a small archive may be without end.
const MOST: u64 = 256 << 20;

const LIMITS: Limits = Limits {
    mebibytes_of_memory: 2048,
    processor_seconds: LIMIT.as_secs(),
    mebibytes: MOST >> 20,
    threads: 64,
};

/// # Errors
/// Why nothing was unpacked, and what to do.
pub fn unpack(archive: &Path, folder: &Path) -> Result<(), String> {
    let mut tried = Vec::new();
    for tool in TOOLS {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        match run(tool, archive, folder) {
            Ok(()) => return Ok(()),
            Err(problem) => tried.push(problem),
        }
    }
    let _ = fs::remove_dir_all(folder);
    let tried = tried.join("; ");
    Err(format!(
        "not unpacked ({tried}): unpack it by hand, and grade the folder"
    ))
}

fn run(tool: &str, archive: &Path, folder: &Path) -> Result<(), String> {
    let mut words = tool.split(' ').map(|word| match word {
        "A" => archive.as_os_str().to_owned(),
        "D" => folder.as_os_str().to_owned(),
        "-oD" => format!("-o{}", folder.display()).into(),
        word => word.into(),
    });
    let program = words.next().unwrap_or_default();
    let no_tool = format!("no {}", program.display());
    let said = ["said", "errors"].map(|end| folder.with_extension(end));
    let [_, errors] = &said;
    let mut command = limited(Path::new(&program), &LIMITS);
    command.args(words);
    let status = limits::run(command, &said, folder, LIMIT, || size(folder) < MOST);
    match status.map(|status| status.map(|status| status.code())) {
        Ok(Some(Some(0))) => Ok(()),
        Ok(Some(Some(127))) => Err(no_tool),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(no_tool),
        Err(error) => Err(error.to_string()),
        Ok(Some(_)) => Err(first_line(&fs::read(errors).unwrap_or_default())),
        Ok(None) => Err("it is larger than 256 MiB, or takes too long".to_string()),
    }
}

fn first_line(said: &[u8]) -> String {
    let said = String::from_utf8_lossy(said);
    let mut lines = said.lines().map(str::trim);
    let line = lines.find(|line| !line.is_empty() && !line.starts_with('['));
    line.unwrap_or("the tool fails").to_string()
}

fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |path: &Path| match path.symlink_metadata() {
        Ok(about) if about.is_dir() => size(path),
        about => about.map_or(0, |about| about.len()),
    };
    entries.map(|entry| size(&entry.path())).sum()
}
