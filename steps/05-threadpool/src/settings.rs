//! Times that an environment variable can change, for a test or a reader who cannot wait.

use std::env;
use std::time::Duration;

use crate::log;

/// The number of milliseconds in the environment variable `name`, or `default` milliseconds.
pub fn millis(name: &str, default: u64) -> Duration {
    let value = match env::var_os(name).map(|text| text.to_string_lossy().parse()) {
        Some(Ok(value)) => value,
        Some(Err(error)) => {
            log::line(format!(
                "{name} is not in milliseconds ({error}): taking {default}"
            ));
            default
        }
        None => default,
    };
    Duration::from_millis(value)
}
