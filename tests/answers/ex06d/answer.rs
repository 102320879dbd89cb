use std::path::{Component, Path, PathBuf};

/// The regular file within `root` that the path of a request names, ready to be opened.
pub fn find(root: &Path, path: &str) -> Option<PathBuf> {
    let path = decoded(path.strip_prefix('/')?)?;
    let is_name = |part| matches!(part, Component::Normal(_));
    let is_safe = |letter: char| !letter.is_control() && letter != '\\';
    if !path.chars().all(is_safe) || !Path::new(&path).components().all(is_name) {
        return None;
    }
    let root = root.canonicalize().ok()?;
    let mut file = root.clone();
    // Step by step: a link may lead out, and the next name back in.
    for part in Path::new(&path) {
        file = file.join(part).canonicalize().ok()?;
        if !file.starts_with(&root) {
            return None;
        }
    }
    file.is_file().then_some(file)
}

/// Decodes each percent sign once.
fn decoded(text: &str) -> Option<String> {
    let mut decoded = Vec::new();
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => digit(bytes.next()?)? << 4 | digit(bytes.next()?)?,
            _ => byte,
        });
    }
    String::from_utf8(decoded).ok()
}

fn digit(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}
