use std::path::{Path, PathBuf};

/// The regular file within `root` that the path of a request names, ready to be opened.
pub fn find(root: &Path, path: &str) -> Option<PathBuf> {
    if path.split('/').any(|part| part == "..") {
        return None;
    }
    let path = decoded(path)?;
    if path.contains(|letter: char| letter.is_control() || letter == '\\') {
        return None;
    }
    let file = root.join(format!("./{}", path.strip_prefix('/')?));
    if has_link(root, &file) {
        return None;
    }
    let file = file.canonicalize().ok()?;
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

/// Whether a part behind the root is a link.
fn has_link(root: &Path, file: &Path) -> bool {
    let mut behind_root = file.ancestors().take_while(|path| *path != root);
    behind_root.any(Path::is_symlink)
}
