//! The checks, one file for each kind of client.

pub mod curl;
pub mod idle;
pub mod keyboard;
pub mod load;
pub mod pages;
pub mod protocols;
pub mod tabs;
