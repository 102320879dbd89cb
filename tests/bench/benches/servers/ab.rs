//! The load: `ab` of the Apache HTTP server, which asks for `/` again and again for a second.

use std::fs;
use std::process::Command;

use crate::running::Running;

/// Asks for a second, so many at a time: the requests per second, and the time in microseconds, from
/// before the connection to the end of the reply, than which half of the replies took less.
///
/// # Errors
/// A sentence, if `ab` is missing, or if a reply is wrong or does not come: numbers about a server that
/// fails would mean nothing.
pub fn run(server: &Running, clients: usize) -> Result<(f64, f64), String> {
    let percentiles = crate::folder().join("percentiles.csv");
    let mut ab = Command::new("ab");
    ab.args(["-q", "-t", "1", "-n", "1000000", "-s", "10"]);
    ab.args(["-c", &clients.to_string()])
        .arg("-e")
        .arg(&percentiles);
    if server.name.contains(crate::others::KEEPS) {
        ab.arg("-k");
    }
    let output = ab.arg(format!("http://{}/", server.address)).output();
    let output = output.map_err(|error| {
        format!("cannot start ab: {error}; on Debian: apt-get install apache2-utils")
    })?;
    let said = String::from_utf8_lossy(&output.stdout);
    let is_right = number(&said, "Failed requests:") == Some(0.0)
        && number(&said, "Non-2xx responses:").is_none();
    // Its lines are `percentage,milliseconds`.
    let percentiles = fs::read_to_string(percentiles).unwrap_or_default();
    match (
        number(&said, "Requests per second:"),
        number(&percentiles, "50,"),
    ) {
        (Some(per_second), Some(median)) if output.status.success() && is_right => {
            Ok((per_second, median * 1000.0))
        }
        _ => Err(format!("{said}{}", String::from_utf8_lossy(&output.stderr))),
    }
}

/// The first number of the line that begins so.
fn number(said: &str, name: &str) -> Option<f64> {
    let line = said.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
