//! What happens in a session after its server has been started.

use std::time::Duration;

use super::command::Command;

/// A line of a script after its first, which starts the server.
#[derive(Clone, PartialEq)]
pub enum Action {
    /// A client, and whether the lines that follow wait for its end.
    Client(Command, bool),
    /// Waits for so many lines with this text, in the server's log or in what a client says.
    Until(usize, String),
    /// Ctrl-C in the server's terminal.
    Interrupt,
    /// Enter in the terminals of the clients that run beside.
    Enter,
    /// Lets time pass, where there is nothing to wait for.
    Pause(Duration),
    /// From here on, what the server says is not shown.
    End,
    /// Of what the following clients say, only so many lines are shown.
    Short(usize),
    /// A variable for the replay, so that it takes less time than the recording.
    Faster(String, String),
    /// The server closes while curl still speaks: curl says (52) or (56), as chance has it.
    Either,
}

impl Action {
    pub fn parse(line: &str) -> Result<Action, String> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        match (word, rest.strip_prefix("& ")) {
            ("client", Some(beside)) => Ok(Action::Client(Command::parse(beside)?, false)),
            ("client", None) => Ok(Action::Client(Command::parse(rest)?, true)),
            _ => plain(word, rest).ok_or(format!(
                "{line:?} is no line of a script; there are server, client, client &, until TEXT, \
                 interrupt, enter, end, either, pause MILLISECONDS, short LINES, faster NAME=VALUE"
            )),
        }
    }
}

fn plain(word: &str, value: &str) -> Option<Action> {
    match (word, value) {
        ("interrupt", "") => Some(Action::Interrupt),
        ("enter", "") => Some(Action::Enter),
        ("end", "") => Some(Action::End),
        ("either", "") => Some(Action::Either),
        // `TEXT`, or `3x TEXT` for the third line with it.
        ("until", text) if !text.is_empty() => {
            let (count, rest) = text.split_once("x ").unwrap_or(("", text));
            let counted = count
                .parse()
                .map(|count| Action::Until(count, rest.to_string()));
            Some(counted.unwrap_or(Action::Until(1, text.to_string())))
        }
        ("pause", millis) => Some(Action::Pause(Duration::from_millis(millis.parse().ok()?))),
        ("short", lines) => Some(Action::Short(lines.parse().ok()?)),
        ("faster", set) => {
            let (name, value) = set.split_once('=')?;
            Some(Action::Faster(name.to_string(), value.to_string()))
        }
        _ => None,
    }
}
