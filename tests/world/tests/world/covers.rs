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

/// "There is no such function, module, or function of a type." Of types the compiler speaks only when
/// all other names are known: so it is asked twice.
const UNKNOWN: [&str; 3] = ["425]", "433]", "599]"];

#[test]
fn what_is_not_simulated_does_not_compile() -> Result<(), String> {
    let into = folder("refused")?;
    let root = into.join("lib.rs");
    let mut left = USES.to_vec();
    while !left.is_empty() {
        let uses = left.iter().zip(1..);
        let uses = uses.map(|(name, at)| format!("pub fn used_{at}() {{ let _ = {name}; }}\n"));
        let text: String = uses.collect();
        write(&root, &text)?;
        let said = compile("used", &root, vec![text.into_bytes()], &[], &into);
        let said = said.expect_err(&format!("one of these compiles: {left:?}"));
        let mut errors: Vec<&str> = said.split("error[E0").skip(1).collect();
        errors.retain(|error| UNKNOWN.iter().any(|code| error.starts_with(code)));
        let (before, mut line) = (left.len(), 0);
        left.retain(|name| {
            line += 1;
            let place = format!("lib.rs:{line}:");
            let part = |error: &str| {
                name.split("::")
                    .skip(1)
                    .any(|part| error.contains(&format!("`{part}`")))
            };
            !errors
                .iter()
                .any(|error| error.contains(&place) && part(error))
        });
        assert!(
            left.len() < before,
            "{left:?} are refused otherwise: {said}"
        );
    }
    Ok(())
}
