//! All exercises, and which one comes next.

use crate::course::{Course, Exercise, Progress};
use crate::doctor;
use crate::notes::Notes;
use crate::terminal::{Colour, paint, say};
use crate::whereabouts::Known;

/// # Errors
/// The notes cannot be read.
pub fn list(course: &Course) -> Result<bool, String> {
    let notes = Notes::read(&course.root)?;
    let known = Known::of(&notes);
    let mut step = "";
    let mut solved = 0;
    for exercise in &course.exercises {
        if exercise.step != step {
            let gap = if step.is_empty() { "" } else { "\n" };
            step = &exercise.step;
            say!("{gap}{}\n", chapter(course, step, known.as_ref()));
        }
        let progress = course.progress(exercise, &notes);
        solved += usize::from(progress == Progress::Solved);
        say(&line(course, exercise, progress));
    }
    say!("\n{solved} of {} solved.", course.exercises.len());
    let next = course
        .after(None, &notes)
        .map(|exercise| next(course, exercise));
    let place = known.as_ref().map(Known::place);
    let stranger = doctor::members(&course.root).err();
    for more in [next, place, stranger].iter().flatten() {
        say(more);
    }
    say("Plain: your files are steps/*/exercises/ex*.rs; cargo test --test ex05b checks one.");
    Ok(true)
}

fn next(course: &Course, exercise: &Exercise) -> String {
    let (file, id) = (exercise.file(), &exercise.id);
    let read = match course.page(exercise) {
        Some(_) => format!("read {}, ", exercise.page()),
        None => String::new(),
    };
    format!("Next: {read}edit {file}, and cargo course check {id}")
}

/// `05-threadpool`, the heading of its first page, and how far the reader's own project is.
fn chapter(course: &Course, step: &str, known: Option<&Known>) -> String {
    let number = step.split('-').next().unwrap_or(step);
    let page = course.read(&format!("book/src/{step}/README.md"));
    let page = page.unwrap_or_default();
    let page = String::from_utf8_lossy(&page);
    let title = match page.lines().next().and_then(|line| line.strip_prefix("# ")) {
        Some(title) => format!("{number}  {}", title.trim()),
        None => step.replacen('-', "  ", 1),
    };
    match known.and_then(|known| known.chapter(number)) {
        Some(reached) => format!("{title:<28}  {reached}"),
        None => title,
    }
}

fn line(course: &Course, exercise: &Exercise, progress: Progress) -> String {
    let state = match progress {
        Progress::Missing => paint(Colour::Red, "missing  "),
        Progress::Untouched => "untouched".to_string(),
        Progress::InWork => paint(Colour::Yellow, "in work  "),
        Progress::Solved => paint(Colour::Green, "solved   "),
    };
    let id = &exercise.id;
    match course.page(exercise) {
        Some(page) => format!(
            "  {id}  {state}  {:<44}  {:>6}  difficulty {}",
            page.title(),
            page.time(),
            page.difficulty()
        ),
        None => format!("  {id}  {state}  (no page yet)"),
    }
}
