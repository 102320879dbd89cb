//! What a program has said.

use std::process::Command;

pub struct Said {
    pub out: String,
    pub errors: String,
    pub status: Option<i32>,
}

impl Said {
    pub fn of(command: &mut Command) -> Said {
        let output = command.output().unwrap();
        Said {
            out: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
            status: output.status.code(),
        }
    }

    /// It ends with 0 or 1, in no colour since nobody sees it, and all of these are there.
    #[track_caller]
    pub fn ends(&self, status: i32, texts: &str) {
        let (out, errors) = (&self.out, &self.errors);
        assert_eq!(self.status, Some(status), "{out}{errors}");
        self.hides("\x1b");
        self.shows(texts);
    }

    /// All of it is there, in this order: `one .. another`.
    #[track_caller]
    pub fn shows(&self, texts: &str) {
        let mut rest = self.out.as_str();
        for text in texts.split(" .. ") {
            match rest.split_once(text) {
                Some((_, after)) => rest = after,
                None => panic!("{text:?} is not there, or not in this place:\n{}", self.out),
            }
        }
    }

    #[track_caller]
    pub fn hides(&self, text: &str) {
        assert!(!self.out.contains(text), "{text:?} is there:\n{}", self.out);
    }

    /// It fails with one line that has this in it.
    #[track_caller]
    pub fn fails_with(&self, text: &str) {
        assert_eq!(self.status, Some(2), "{}{}", self.out, self.errors);
        assert_eq!(self.out, "");
        assert_eq!(self.errors.lines().count(), 1, "{}", self.errors);
        assert!(self.errors.contains(text), "no {text:?}: {}", self.errors);
    }
}
