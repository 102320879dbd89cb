//! Where a play waits, and what both terminals show at its end.

use std::thread;
use std::time::{Duration, Instant};

use super::client::Client;
use super::command::ADDRESS;
use super::compare;
use super::stage::Stage;
use super::texts::{numbers_after, rename_clients, shorten};

/// What both terminals show.
pub struct Shown {
    pub server: String,
    pub client: String,
}

/// For so long a log must say nothing before it counts as complete.
const QUIET: Duration = Duration::from_millis(200);

/// How long a log may need for what has happened already.
const CATCH_UP: Duration = Duration::from_secs(3);

/// Waits until something is so; if it does not come to be so in time, `missing` says it.
pub fn wait_for(
    limit: Duration,
    is_so: impl Fn() -> bool,
    missing: impl Fn() -> String,
) -> Result<(), String> {
    let deadline = Instant::now() + limit;
    while !is_so() {
        if Instant::now() >= deadline {
            return Err(missing());
        }
        thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}

impl Stage<'_> {
    /// How long anything may take.
    fn patience(&self) -> Duration {
        match self.wanted {
            None => Duration::from_secs(60),
            Some(_) => kit::PATIENCE,
        }
    }

    /// Before something new is recorded, the log has its lines about what was before. A check has
    /// no need of that, since it does not compare the order of such lines.
    pub fn settle(&self) {
        let count = || self.server.log().len();
        let mut before = None;
        while self.wanted.is_none() && before != Some(count()) {
            before = Some(count());
            thread::sleep(QUIET);
        }
    }

    /// Waits until the log has what it will have: in a check, what is recorded. If that never
    /// comes, what there is by then is the log.
    pub fn complete(&self) {
        self.settle();
        if let Some(wanted) = &self.wanted {
            let shown = || compare::comparable(&self.server_text(), self.script.either());
            let is_complete = || self.log_at_end.is_some() || *wanted == shown();
            let _ = wait_for(CATCH_UP, is_complete, String::new);
        }
    }

    /// Waits for the end of a client.
    pub fn wait_for(&self, client: &Client) -> Result<(), String> {
        let (shown, patience) = (&client.shown, self.patience());
        let has_ended = || client.has_ended();
        wait_for(patience, has_ended, || {
            let text = client.text();
            format!("`{shown}` has not ended after {patience:?}; it has said {text:?}")
        })
    }

    /// Waits for lines with this text.
    pub fn wait_until(&self, count: usize, text: &str) -> Result<(), String> {
        let found = || {
            let said = self.clients.iter().map(Client::text);
            let all = said.chain([self.server.log().join("\n")]);
            let has = |said: String| said.lines().filter(|line| line.contains(text)).count();
            all.map(has).sum::<usize>()
        };
        let patience = self.patience();
        wait_for(
            patience,
            || found() >= count,
            || {
                let (found, log) = (found(), self.server.log());
                format!(
                    "`until {text}`: {found} such lines and not {count} after {patience:?}; the log: {log:#?}"
                )
            },
        )
    }

    /// Waits for all clients, and for the server if it was interrupted.
    pub fn close(mut self) -> Result<Shown, String> {
        self.clients.iter_mut().for_each(Client::enter);
        let mut clients = self.clients.iter();
        clients.try_for_each(|client| self.wait_for(client))?;
        if !self.interrupts.is_empty() {
            self.server.wait_for_exit(self.patience());
        }
        self.complete();
        Ok(Shown {
            server: self.server_text(),
            client: self
                .clients
                .iter()
                .map(|client| self.text(client))
                .collect(),
        })
    }

    fn server_text(&self) -> String {
        let mut lines = self.log_at_end.clone().unwrap_or_else(|| self.server.log());
        for at in &self.interrupts {
            // A terminal shows ^C where the cursor is: at the start of the line to come.
            match lines.get_mut(*at) {
                Some(line) => line.insert_str(0, "^C"),
                None => lines.push("^C".to_string()),
            }
        }
        if !self.script.is_silent() {
            lines.insert(0, format!("Listening on http://{ADDRESS}"));
        }
        let log = lines.join("\n");
        let log = rename_clients(&log.replace(&self.server.address().to_string(), ADDRESS));
        format!("$ {}\n{log}\n", self.script.server.shown)
    }

    /// What a client's terminal shows.
    fn text(&self, client: &Client) -> String {
        let real = self.server.address().port().to_string();
        let said = numbers_after("", &client.text(), |number| match number == real {
            true => "7878".to_string(),
            false => number.to_string(),
        });
        let text = format!("$ {}\n{}", client.shown, shorten(&said, client.lines));
        let end = if text.ends_with('\n') { "" } else { "\n" };
        text + end
    }
}
