use std::path::{Component, Path, PathBuf};

/// The regular file within `root` that the path of a request names, ready to be opened.
pub fn find(root: &Path, path: &str) -> Option<PathBuf> {
    let path = decoded(path.strip_prefix('/')?)?;
    let is_name = |part| matches!(part, Component::Normal(_));
    let is_safe = |letter: char| !letter.is_control() && letter != '\\';
    if !path.chars().all(is_safe) || !Path::new(&path).components().all(is_name) {
        return None;
    }
    let file = root.join(path).canonicalize().ok()?;
    let root = root.canonicalize().ok()?;
    (file.starts_with(root) && file.is_file()).then_some(file)
}

/// Decodes each percent sign once.
fn decoded(text: &str) -> Option<String> {
    let mut decoded = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        decoded.extend(rest[..at].bytes());
        decoded.push(u8::from_str_radix(&rest[at + 1..at + 3], 16).ok()?);
        rest = &rest[at + 3..];
    }
    decoded.extend(rest.bytes());
    String::from_utf8(decoded).ok()
}
