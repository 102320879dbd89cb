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
    if let Some(next) = course.after(None, &notes) {
        let read = course.page(next).map(|_| format!("read {}, ", next.page()));
        let (read, file) = (read.unwrap_or_default(), next.file());
        say!(
            "Next: {read}edit {file}, and cargo course check {}",
            next.id
        );
    }
    let place = known.map(|known| known.place);
    let more = place.into_iter().chain(doctor::members(&course.root).err());
    more.for_each(|more| say(&more));
    say("Plain: your files are steps/*/exercises/ex*.rs; cargo test --test ex05b checks one.");
    Ok(true)
}

/// `05-threadpool`, the heading of its first page, and how far the reader's own project is.
fn chapter(course: &Course, step: &str, known: Option<&Known>) -> String {
    let number = step.split('-').next().unwrap_or(step);
    let page = course
        .read(&format!("book/src/{step}/README.md"))
        .unwrap_or_default();
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
    let about = course.page(exercise).map(|page| {
        let (title, time, difficulty) = (page.title(), page.time(), page.difficulty());
        format!("{title:<44}  {time:>6}  difficulty {difficulty}")
    });
    let about = about.unwrap_or("(no page yet)".to_string());
    format!("  {}  {state}  {about}", exercise.id)
}
