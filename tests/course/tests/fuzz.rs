#![allow(
    clippy::all,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]
use typing::follow::Project;
use typing::report::report;
use typing::route::{Route, sources};
#[test]
fn fuzz() {
    let route = Route::read().unwrap();
    let mut seed: u64 = 12345;
    let mut next = |n: usize| {
        seed = seed
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        ((seed >> 33) as usize) % n
    };
    let (mut total, mut off, mut many, mut none) = (0, 0, 0, 0);
    for at in 0..route.stops.len() {
        for kind in 0..3 {
            let stop = &route.stops[at];
            let mut p: Project = stop
                .files
                .iter()
                .map(|(n, f)| (n.clone(), f.lines.clone()))
                .collect();
            // a changed file preferably
            let names: Vec<String> = p.keys().filter(|n| n.ends_with(".rs")).cloned().collect();
            let changed: Vec<String> = names
                .iter()
                .filter(|n| {
                    at > 0
                        && route.stops[at - 1]
                            .files
                            .get(*n)
                            .is_none_or(|f| f.lines != stop.files[*n].lines)
                })
                .cloned()
                .collect();
            let pool = if changed.is_empty() { &names } else { &changed };
            let name = pool[next(pool.len())].clone();
            let lines = p.get_mut(&name).unwrap();
            let code: Vec<usize> = (0..lines.len())
                .filter(|i| {
                    let t = lines[*i].trim();
                    !t.is_empty() && !t.starts_with("//") && t.len() > 3
                })
                .collect();
            if code.is_empty() {
                continue;
            }
            let i = code[next(code.len())];
            let old = lines[i].clone();
            match kind {
                0 => {
                    lines.remove(i);
                }
                1 => {
                    let w: Vec<usize> = old
                        .char_indices()
                        .filter(|(_, c)| c.is_alphabetic())
                        .map(|(i, _)| i)
                        .collect();
                    if w.is_empty() {
                        continue;
                    }
                    let k = w[next(w.len())];
                    lines[i].remove(k);
                }
                _ => {
                    let w: Vec<usize> = old
                        .char_indices()
                        .filter(|(_, c)| c.is_ascii_punctuation())
                        .map(|(i, _)| i)
                        .collect();
                    if w.is_empty() {
                        continue;
                    }
                    let k = w[next(w.len())];
                    lines[i].remove(k);
                }
            }
            if old.contains("//") {
                continue;
            }
            total += 1;
            let r = report(&route, &sources(&p, None, "server"), "server", 0).unwrap();
            let text = r.text();
            let a = route.settled(at);
            let same_place = r.at == a
                || route.stops[r.at]
                    .files
                    .iter()
                    .map(|(n, f)| (n, &f.lines))
                    .eq(route.stops[a].files.iter().map(|(n, f)| (n, &f.lines)));
            let near = (r.at as i64 - a as i64).abs() <= 3;
            let named = text.contains(old.trim()) || text.contains(lines_at(&p, &name, i).trim());
            let bad = if r.differences.is_empty() && !r.own.is_empty() {
                "OWN"
            } else if r.differences.is_empty() {
                none += 1;
                "NONE"
            } else if !near {
                off += 1;
                "OFF"
            } else if r.differences.len() > 3 {
                many += 1;
                "MANY"
            } else if !named {
                "UNNAMED"
            } else {
                ""
            };
            if !bad.is_empty() {
                println!(
                    "#### {bad} kind {kind} same {same_place} {} {name}:{} [{old}] -> [{}]\n{text}\n",
                    stop.at,
                    i + 1,
                    if kind == 0 {
                        ""
                    } else {
                        lines_at(&p, &name, i)
                    }
                );
            }
        }
    }
    println!("total {total} off {off} many {many} none {none}");
}
fn lines_at<'a>(p: &'a Project, name: &str, i: usize) -> &'a str {
    p[name].get(i).map_or("", |s| s.as_str())
}
