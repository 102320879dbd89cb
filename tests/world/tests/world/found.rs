//! Faults that are put into copies of step 06, one at a time: a seed finds each.

use crate::faults::Fault;
use crate::runs::{Run, SEEDS, first_broken, run};
use crate::servers::Copies;

#[test]
fn each_fault_is_found_by_its_seed() {
    let faults = Fault::all().unwrap_or_else(|problem| panic!("{problem}"));
    let copies = Copies::new("faults").unwrap_or_else(|problem| panic!("{problem}"));
    let missed = faults
        .iter()
        .filter_map(|fault| found(&copies, fault).err());
    let missed: Vec<String> = missed.collect();
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
    assert!(faults.len() >= 24, "{} faults", faults.len());
}

fn found(copies: &Copies, fault: &Fault) -> Result<(), String> {
    let (name, words) = (&fault.name, &fault.words);
    let server = copies.server(fault)?;
    let report = |run: &Run| run.report(&format!(" --wrong {name}"));
    let run = run(&server, fault.seed, true);
    if run.is_kept() {
        let other = first_broken(&server, 1..SEEDS + 1, |_| {});
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
