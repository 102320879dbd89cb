//! Real files for the checks of exercise 06d.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::{env, fs, process};

use trial::{Outcome, equal, still_to_do};

use super::super::exercise::find;

/// A temporary folder, with `root` and, beside it, what must not be found. It is deleted in the end.
pub struct Folder(PathBuf);

impl Folder {
    /// With these files in `root`. Each file contains its own name.
    pub fn new(names: &[&str]) -> Result<Folder, String> {
        // Where it really is, so that no link is in it but ours.
        let place = fs::canonicalize(env::temp_dir()).map_err(|error| error.to_string())?;
        let folder = Folder(place.join(format!("ex06d-{}", process::id())));
        let _ = fs::remove_dir_all(&folder.0); // of an earlier process with the same number
        let inside = names.iter().map(|name| format!("root/{name}"));
        for name in inside.chain(["secret.txt", "root-2/b.txt"].map(String::from)) {
            let path = folder.0.join(&name);
            let parent = path.parent().unwrap_or(&path);
            let written = fs::create_dir_all(parent).and_then(|()| fs::write(&path, name));
            written.map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        }
        Ok(folder)
    }

    #[cfg(unix)]
    pub fn link(&self, name: &str, to: &str) -> Outcome {
        let made = std::os::unix::fs::symlink(self.0.join(to), self.0.join(name));
        made.map_err(|error| format!("cannot make a link: {error}"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// As a stranger would write it in a request: on Windows `C:/folder/name`.
    pub fn with_slashes(&self, name: &str) -> String {
        let path = self.path(name).display().to_string();
        match cfg!(windows) {
            true => path.trim_start_matches(r"\\?\").replace('\\', "/"),
            false => path,
        }
    }

    pub fn find(&self, root: &str, path: &str) -> Result<Option<PathBuf>, String> {
        let root = self.0.join(root);
        let found = panic::catch_unwind(AssertUnwindSafe(|| find(&root, path)));
        still_to_do()?;
        found.map_err(|_| {
            let look = "A stranger has sent this path, and it must not end anybody's work.";
            format!("what {path:?} names\n  came: a panic\n  {look}")
        })
    }

    /// What is found in `root`: a file by its name, or "nothing".
    pub fn expect_in(&self, root: &str, path: &str, expected: &str, look: &str) -> Outcome {
        let found = self.find(root, path)?;
        let came = match found.map(|file| (fs::read_to_string(&file), file)) {
            None => "nothing".to_string(),
            Some((Ok(name), _)) => name,
            Some((Err(_), file)) => format!("{}, which is no file", file.display()),
        };
        let what = format!("what {path:?} names");
        equal(&what, came, expected.to_string(), look)
    }

    pub fn expect(&self, path: &str, expected: &str, look: &str) -> Outcome {
        self.expect_in("root", path, expected, look)
    }

    /// None of these is found.
    pub fn refuse(&self, look: &str, paths: &[&str]) -> Outcome {
        let refused = |path: &&str| self.expect(path, "nothing", look);
        paths.iter().try_for_each(refused)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
