//! What a program has said.

use std::process::{Command, Stdio};

use super::Scratch;

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

impl Scratch {
    /// The program, with its output in pipes, with cargo in favour of colour,
    /// and with tests in the order of their names.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_course"));
        command
            .args(words)
            .env("COURSE_ROOT", &self.root)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_TERM_COLOR", "always")
            .env("RUST_TEST_THREADS", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    pub fn run(&self, words: &[&str]) -> Said {
        Said::of(&mut self.command(words))
    }

    /// It succeeds, and shows these: `one .. another`.
    #[track_caller]
    pub fn says(&self, words: &str, texts: &str) -> Said {
        self.ends(words, 0, texts)
    }

    /// Not all is well, and it shows these.
    #[track_caller]
    pub fn fails(&self, words: &str, texts: &str) -> Said {
        self.ends(words, 1, texts)
    }

    #[track_caller]
    fn ends(&self, words: &str, status: i32, texts: &str) -> Said {
        let said = self.run(&words.split_whitespace().collect::<Vec<_>>());
        said.ends(status, texts);
        said
    }

    /// It says so in one line that has this in it.
    #[track_caller]
    pub fn refuses(&self, words: &str, text: &str) {
        let words: Vec<&str> = words.split_whitespace().collect();
        self.run(&words).fails_with(text);
    }

    /// What cargo says.
    pub fn cargo(&self, words: &[&str]) -> Said {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(words).current_dir(&self.root);
        cargo.env("CARGO_TARGET_DIR", &self.target);
        Said::of(cargo.env_remove("RUST_TEST_NOCAPTURE"))
    }

    /// What `cargo test` says of exercise 05b, with these words for the harness.
    pub fn plain(&self, words: &[&str]) -> String {
        let test = ["test", "--quiet", "--test", "ex05b", "--"];
        self.cargo(&[&test, words].concat()).out
    }
}
