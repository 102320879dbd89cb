use std::net::TcpListener;

fn main() {
    if let Err(problem) = run() {
        eprintln!("{problem}");
    }
}

fn run() -> Result<(), String> {
    let listener =
        TcpListener::bind("127.0.0.1:7878").map_err(|error| format!("cannot listen: {error}"))?;
    println!("Listening: {listener:?}");
    Ok(())
}
