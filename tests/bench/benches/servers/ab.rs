//! The load: `ab` of the Apache HTTP server, which asks for `/` again and again for a second.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

pub struct Load {
    pub per_second: f64,
    /// Half of the replies took less, in microseconds, from before the connection to their end.
    pub median: f64,
}

/// Asks for a second, so many at a time.
///
/// # Errors
/// A sentence, if `ab` is missing, or if a reply is wrong or does not come: numbers about a server that
/// fails would mean nothing.
pub fn run(
    address: SocketAddr,
    clients: usize,
    keeps_alive: bool,
    folder: &Path,
) -> Result<Load, String> {
    let percentiles = folder.join("percentiles.csv");
    let mut ab = Command::new("ab");
    ab.args(["-q", "-t", "1", "-n", "1000000", "-s", "10"])
        .args(["-c", &clients.to_string()])
        .arg("-e")
        .arg(&percentiles);
    if keeps_alive {
        ab.arg("-k");
    }
    let output = ab.arg(format!("http://{address}/")).output();
    let output = output.map_err(|error| {
        format!("cannot start ab: {error}; on Debian: apt-get install apache2-utils")
    })?;
    let said = String::from_utf8_lossy(&output.stdout);
    let is_right = field(&said, "Failed requests:") == Some(0.0)
        && field(&said, "Non-2xx responses:").is_none();
    match (field(&said, "Requests per second:"), median(&percentiles)) {
        (Some(per_second), Some(median)) if output.status.success() && is_right => {
            Ok(Load { per_second, median })
        }
        _ => Err(format!("{said}{}", String::from_utf8_lossy(&output.stderr))),
    }
}

/// The first number of the line with this name.
fn field(said: &str, name: &str) -> Option<f64> {
    let line = said.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}

/// From the lines `percentage,milliseconds`.
fn median(file: &Path) -> Option<f64> {
    let text = fs::read_to_string(file).ok()?;
    let milliseconds = text.lines().find_map(|line| line.strip_prefix("50,"))?;
    Some(milliseconds.parse::<f64>().ok()? * 1000.0)
}
