//! Where a play waits, and what both terminals show at its end.

use std::thread;
use std::time::{Duration, Instant};

use super::stage::{Purpose, Stage};
use super::texts;
use super::wait::wait_for;

/// What both terminals show.
pub struct Shown {
    pub server: String,
    pub client: String,
}

/// For so long a log must say nothing before it counts as complete.
const QUIET: Duration = Duration::from_millis(200);

/// How long a log may need for what has happened already.
const CATCH_UP: Duration = Duration::from_secs(3);

impl Stage<'_> {
    /// How long anything may take.
    fn patience(&self) -> Duration {
        match self.purpose {
            Purpose::Record => Duration::from_secs(60),
            Purpose::Check { .. } => kit::PATIENCE,
        }
    }

    /// Before something new is recorded, the log has its lines about what was before. A check has
    /// no need of that, since it does not compare the order of such lines.
    pub fn settle(&self) {
        if self.purpose == Purpose::Record {
            let (mut count, mut since) = (self.server.log().len(), Instant::now());
            while since.elapsed() < QUIET {
                thread::sleep(Duration::from_millis(10));
                let now = self.server.log().len();
                if now != count {
                    (count, since) = (now, Instant::now());
                }
            }
        }
    }

    /// Waits until the log has what it will have: in a check, what is recorded. If that never
    /// comes, what there is by then is the log.
    pub fn complete(&self) {
        self.settle();
        if let Purpose::Check { recorded, .. } = &self.purpose {
            wait_for(CATCH_UP, || {
                self.log_at_end.is_some() || recorded.is(&self.server_text())
            });
        }
    }

    /// Waits for the end of the client that was started last. Nobody types anything into it.
    pub fn wait_for_last(&mut self) -> Result<(), String> {
        if let Some(visit) = self.visits.last_mut() {
            visit.client.enter();
        }
        self.wait_for(self.visits.len().saturating_sub(1))
    }

    /// Waits for the end of the client that was started as number `number`.
    fn wait_for(&self, number: usize) -> Result<(), String> {
        let patience = self.patience();
        match self.visits.get(number) {
            Some(visit) if !visit.client.wait(patience) => Err(format!(
                "`{}` has not ended after {patience:?}; it has said {:?}",
                visit.shown,
                visit.client.text()
            )),
            _ => Ok(()),
        }
    }

    /// Waits for lines with this text.
    pub fn wait_until(&self, count: usize, text: &str) -> Result<(), String> {
        let has = |lines: &str| lines.lines().filter(|line| line.contains(text)).count();
        let found = || {
            let clients = self.visits.iter().map(|visit| has(&visit.client.text()));
            clients.sum::<usize>() + has(&self.server.log().join("\n"))
        };
        match wait_for(self.patience(), || found() >= count) {
            true => Ok(()),
            false => Err(format!(
                "`until {text}`: {} such lines and not {count} after {:?}; the log: {:#?}",
                found(),
                self.patience(),
                self.server.log()
            )),
        }
    }

    /// Waits for all clients, and for the server if it was interrupted.
    pub fn close(mut self) -> Result<Shown, String> {
        self.enter();
        (0..self.visits.len()).try_for_each(|number| self.wait_for(number))?;
        if !self.interrupts.is_empty() {
            self.server.wait_for_exit(self.patience());
        }
        self.complete();
        Ok(Shown {
            server: self.server_text(),
            client: self.client_text(),
        })
    }

    fn server_text(&self) -> String {
        let (real, shown) = (
            self.server.address().to_string(),
            self.command.shown_address(),
        );
        let mut lines = Vec::new();
        if self.own.as_ref().is_none_or(|own| own.silent_at.is_none()) {
            lines.push(format!("Listening on http://{shown}"));
        }
        let before = lines.len();
        lines.extend(self.log_at_end.clone().unwrap_or_else(|| self.server.log()));
        for at in &self.interrupts {
            // A terminal shows ^C where the cursor is: at the start of the line to come.
            match lines.get_mut(at + before) {
                Some(line) => line.insert_str(0, "^C"),
                None => lines.push("^C".to_string()),
            }
        }
        let log = texts::rename_clients(&lines.join("\n").replace(&real, &shown), &shown);
        format!("$ {}\n{log}\n", self.command.shown)
    }

    fn client_text(&self) -> String {
        let port = |address: &str| address.rsplit(':').next().unwrap_or_default().to_string();
        let real = port(&self.server.address().to_string());
        let shown = port(&self.command.shown_address());
        let mut text = String::new();
        for visit in &self.visits {
            let said = texts::replace_number(&visit.client.text(), &real, &shown);
            text += &format!("$ {}\n{}", visit.shown, texts::shorten(&said, visit.lines));
            if !text.ends_with('\n') {
                text.push('\n');
            }
        }
        text
    }
}
