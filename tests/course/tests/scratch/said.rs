//! What the program has said.

use std::process::Output;

pub struct Said {
    pub out: String,
    pub errors: String,
    pub is_success: bool,
}

impl Said {
    pub fn new(output: Output) -> Said {
        Said {
            out: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
            is_success: output.status.success(),
        }
    }

    /// All of it is there, in this order.
    #[track_caller]
    pub fn shows(&self, texts: &[&str]) {
        let mut rest = self.out.as_str();
        for text in texts {
            match rest.split_once(text) {
                Some((_, after)) => rest = after,
                None => panic!("{text:?} is not there, or not in this place:\n{}", self.out),
            }
        }
    }

    /// It fails with one line that has this in it.
    #[track_caller]
    pub fn fails_with(&self, text: &str) {
        assert!(!self.is_success, "it succeeds:\n{}", self.out);
        assert_eq!(self.out, "");
        assert_eq!(self.errors.lines().count(), 1, "{}", self.errors);
        assert!(self.errors.contains(text), "no {text:?}: {}", self.errors);
    }
}
