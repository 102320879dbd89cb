//! `std::env`: the arguments and variables that the seed has chosen.

use crate::system::with;
use std::ffi::{OsStr, OsString};

pub fn args_os() -> std::vec::IntoIter<OsString> {
    let address = with(|system| system.plan.address);
    vec!["server".into(), address.into()].into_iter()
}

pub fn var_os(name: impl AsRef<OsStr>) -> Option<OsString> {
    let name = name.as_ref().to_string_lossy().into_owned();
    let time = with(|system| system.plan.times.named(&name))?;
    Some(time.as_millis().to_string().into())
}
