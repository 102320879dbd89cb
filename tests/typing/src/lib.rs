//! What a reader types who follows the chapters: after each piece, the project is known.

pub mod align;
mod apply;
mod brackets;
mod compare;
pub mod diff;
pub mod files;
pub mod follow;
mod hunks;
mod items;
mod lex;
pub mod moment;
mod moved;
mod nearest;
mod next;
mod origin;
pub mod pages;
mod paths;
mod place;
mod rename;
pub mod report;
pub mod route;
pub mod source;
mod stop;
mod style;
mod told;

pub use apply::unmark;
pub use pages::to_lines;
