//! Each place of the six chapters is recognised, and nothing is said to differ in it.

use typing::moment::Outcome;
use typing::report::report;
use typing::route::Route;

#[test]
fn whoever_types_as_the_pages_say_is_found_and_told_of_no_difference() {
    let route = Route::read().unwrap();
    let mut attempts = 0;
    for (at, stop) in route.stops.iter().enumerate() {
        let said = report(&route, &stop.files, "server", at).unwrap();
        let (is_at, text) = (&stop.at, said.text());
        assert_eq!(said.at, route.settled(at), "{is_at}: {text}");
        let place = route.place(route.stops.get(said.at).unwrap());
        assert_eq!(said.place, place, "{is_at}: {text}");
        assert!(
            said.differences.is_empty() && said.own.is_empty(),
            "{is_at}: {text}"
        );
        let next = route.stops.get(at + 1);
        if next.is_some_and(|next| next.is_checkpoint()) {
            assert!(said.at > at, "{is_at} reaches its checkpoint: {text}");
        }
        if let Outcome::Refused { codes, .. } = &stop.outcome {
            let wants = format!("the page wants this refusal: {codes}.");
            assert!(text.contains(&wants), "{is_at}: {text}");
            attempts += 1;
        }
    }
    let stops = route.stops.len();
    assert!(
        stops > 300 && attempts > 60,
        "{stops} stops, {attempts} attempts"
    );
}
