//! What the world does not have.

use proof::write;

use crate::servers::{compile, folder};

/// None of these is simulated, and none of them may be the real one.
const USES: [&str; 9] = [
    "std::fs::read",
    "std::os::unix::net::UnixStream::connect",
    "std::net::UdpSocket::bind",
    "std::net::TcpListener::incoming",
    "std::net::TcpStream::connect",
    "std::process::Command::new",
    "std::process::abort",
    "std::env::args",
    "std::io::stdin",
];

/// The compiler speaks of types only when all other names are known: so it is asked twice.
#[test]
fn what_is_not_simulated_does_not_compile() {
    let into = folder("refused").unwrap_or_else(|problem| panic!("{problem}"));
    let root = into.join("lib.rs");
    let mut left = USES.to_vec();
    while !left.is_empty() {
        let uses = left.iter().enumerate();
        let uses = uses.map(|(at, name)| format!("pub fn used_{at}() {{ let _ = {name}; }}\n"));
        let text: String = uses.collect();
        write(&root, &text).unwrap_or_else(|problem| panic!("{problem}"));
        let said = compile("used", &root, vec![text.into_bytes()], &[], &into);
        let said = said.expect_err(&format!("one of these compiles: {left:?}"));
        let is_refused = |line: usize, name: &str| {
            let mut errors = said.split("error[E0").skip(1);
            let mut parts = name.split("::").skip(1);
            let place = format!("lib.rs:{line}:");
            let mut named = |error: &str| parts.any(|part| error.contains(&format!("`{part}`")));
            errors.any(|error| error.contains(&place) && named(error))
        };
        let before = left.len();
        let mut line = 0;
        left.retain(|name| {
            line += 1;
            !is_refused(line, name)
        });
        assert!(
            left.len() < before,
            "{left:?} are refused otherwise: {said}"
        );
    }
}
