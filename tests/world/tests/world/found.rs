//! Faults that are put into copies of step 06, one at a time: a seed finds each.

use std::thread;

use crate::faults::Fault;
use crate::runs::{Run, SEEDS, first_broken, run};
use crate::servers::Copies;

#[test]
fn each_fault_is_found_by_its_seed() {
    let faults = Fault::all().unwrap_or_else(|problem| panic!("{problem}"));
    let missed = |name: &str, faults: &[Fault]| match Copies::new(name) {
        Ok(copies) => faults
            .iter()
            .filter_map(|fault| found(&copies, fault).err())
            .collect(),
        Err(problem) => vec![problem],
    };
    // Two halves, side by side.
    let (some, others) = faults.split_at(faults.len() / 2);
    let missed: Vec<String> = thread::scope(|scope| {
        let first = scope.spawn(|| missed("some", some));
        let second = missed("others", others);
        [first.join().expect("it says what it misses"), second].concat()
    });
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
    assert!(faults.len() >= 24, "{} faults", faults.len());
}

fn found(copies: &Copies, fault: &Fault) -> Result<(), String> {
    let (name, words) = (&fault.name, &fault.words);
    let server = copies.server(fault)?;
    let report = |run: &Run| run.report(&format!(" --wrong {name}"));
    let run = run(&server, fault.seed, true);
    if run.is_kept() {
        let other = first_broken(&server, 1..SEEDS.max(2 * fault.seed), |_| {});
        let other = other.ok_or_else(|| format!("{name}: no seed finds it"))?;
        let (was, is) = (fault.seed, other.seed);
        let said = report(&other);
        return Err(format!(
            "{name}: write seed {is}; {was} does not find it: {said}"
        ));
    }
    let sentence = run.text.lines().next().unwrap_or_default();
    match words.split('|').any(|words| sentence.contains(words)) {
        true => Ok(()),
        false => Err(format!("{name}, without {words:?}: {}", report(&run))),
    }
}
