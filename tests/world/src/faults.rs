//! The faults of `wrong.diff`.

use proof::{apply, read, root};

const WRONG: &str = "tests/world/wrong.diff";

type Result<T> = std::result::Result<T, String>;

/// What is wrong in a copy of the server, and how that shows.
#[allow(dead_code)] // only the tests ask for seed and words
pub struct Fault {
    pub name: String,
    pub file: String,
    /// It finds the fault.
    pub seed: u64,
    /// Of the sentence about it; `|` is between those that may be.
    pub words: String,
    edits: String,
}

impl Fault {
    /// # Errors
    /// A fault is not written as the others are.
    pub fn all() -> Result<Vec<Fault>> {
        let parse = |fault: &str| {
            let (head, edits) = fault.split_once('\n')?;
            let (head, words) = head.split_once(": ")?;
            let mut head = head.split(", ");
            Some(Fault {
                name: head.next()?.to_string(),
                file: head.next()?.to_string(),
                seed: head.next()?.strip_prefix("seed ")?.parse().ok()?,
                words: words.to_string(),
                edits: edits.to_string(),
            })
        };
        let text = read(&root().join(WRONG))?.replace("\r\n", "\n");
        let faults = text.split("@@ ").skip(1);
        let not_read = |fault| format!("{WRONG} has no file, seed and words of this: {fault}");
        let faults = faults.map(|fault| parse(fault).ok_or_else(|| not_read(fault)));
        faults.collect()
    }

    /// # Errors
    /// There is none of this name.
    pub fn named(name: &str) -> Result<Fault> {
        let fault = Fault::all()?.into_iter().find(|fault| fault.name == name);
        fault.ok_or_else(|| match Fault::names() {
            Ok(names) => format!("{WRONG} has these faults: {names}"),
            Err(problem) => problem,
        })
    }

    /// # Errors
    /// As `all`.
    pub fn names() -> Result<String> {
        let all = Fault::all()?.into_iter().map(|fault| fault.name);
        Ok(all.collect::<Vec<String>>().join(", "))
    }

    /// # Errors
    /// It does not fit.
    pub fn put_into(&self, text: &str) -> Result<String> {
        let edits: Vec<&str> = self.edits.lines().collect();
        apply(text, &edits).map_err(|why| format!("{WRONG}, {}: {why}", self.name))
    }
}
