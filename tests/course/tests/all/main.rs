//! `cargo course`, for learners and for teachers. All tests are one program: it is linked once, and
//! what checks are compiled with is compiled once for many of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "these are tests"
)]

mod checking;
mod class;
#[cfg(unix)]
mod doctor;
mod grade;
mod graded_again;
mod handed_in;
mod messages;
mod own;
mod pages;
mod places;
mod printing;
mod printing_in_an_order;
mod reading;
mod same;
mod scratch;
mod slips;
