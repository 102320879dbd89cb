//! Whoever types what a chapter shows has a program at each checkpoint, and the step at its end.

use book::{follow, limits, mark, refused};

fn follow_along(step: &str) {
    let walk = follow::walk(step).unwrap_or_else(|problem| panic!("{problem}"));
    let mut problems = walk.problems.clone();
    for more in [refused::check(&walk), mark::check(&walk)] {
        problems.extend(more.unwrap_or_else(|problem| vec![problem]));
    }
    problems.extend(limits::far(&walk));
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
    let checkpoints = walk.moments.iter().filter(|moment| moment.is_checkpoint());
    let (pieces, checkpoints) = (walk.pieces.len(), checkpoints.count());
    assert!(checkpoints >= 3, "{step}: only {checkpoints} checkpoints");
    assert!(pieces > checkpoints, "{step}: only {pieces} pieces");
}

#[test]
fn chapter_01() {
    follow_along("01-listener");
}

#[test]
fn chapter_02() {
    follow_along("02-parse-request");
}

#[test]
fn chapter_03() {
    follow_along("03-respond");
}

#[test]
fn chapter_04() {
    follow_along("04-slow-route");
}

#[test]
fn chapter_05() {
    follow_along("05-threadpool");
}

#[test]
fn chapter_06() {
    follow_along("06-graceful-shutdown");
}
