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

macro_rules! chapters {
    ($($name:ident: $step:literal;)*) => {$(
        #[test]
        fn $name() {
            follow_along($step);
        }
    )*};
}

chapters! {
    chapter_01: "01-listener";
    chapter_02: "02-parse-request";
    chapter_03: "03-respond";
    chapter_04: "04-slow-route";
    chapter_05: "05-threadpool";
    chapter_06: "06-graceful-shutdown";
}
