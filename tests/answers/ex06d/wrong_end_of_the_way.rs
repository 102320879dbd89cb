use std::path::{Path, PathBuf};

/// The regular file within `root` that the path of a request names, ready to be opened.
pub fn find(root: &Path, path: &str) -> Option<PathBuf> {
    let path = String::from_utf8(decoded(path.as_bytes())?).ok()?;
    if !path.starts_with('/') || path.contains(|c: char| c.is_control() || c == '\\') {
        return None;
    }
    let root = root.canonicalize().ok()?;
    let file = root.join(format!("./{path}")).canonicalize().ok()?;
    let is_inside = file.ancestors().any(|folder| folder == root);
    (is_inside && file.is_file()).then_some(file)
}

fn decoded(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut pieces = bytes.split(|&byte| byte == b'%');
    let mut decoded = pieces.next()?.to_vec();
    for piece in pieces {
        let (code, rest) = piece.split_at_checked(2)?;
        let code = str::from_utf8(code).ok()?;
        decoded.push(u8::from_str_radix(code, 16).ok()?);
        decoded.extend_from_slice(rest);
    }
    Some(decoded)
}
