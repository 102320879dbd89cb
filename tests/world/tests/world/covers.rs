//! What the world does not have.

use crate::library;

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

#[test]
fn what_is_not_simulated_does_not_compile() {
    for name in USES {
        let said = library::refused(&format!("pub fn used() {{ let _ = {name}; }}"));
        let said = said.unwrap_or_else(|why| panic!("{name}: {why}"));
        let last = name.rsplit("::").next().unwrap_or_default();
        let names: Vec<&str> = name.split("::").collect();
        let named = names
            .iter()
            .skip(1)
            .any(|part| said.contains(&format!("`{part}`")));
        assert!(named && said.contains("error[E0"), "{last}: {said}");
    }
}
