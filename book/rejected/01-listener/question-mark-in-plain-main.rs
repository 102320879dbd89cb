use std::net::TcpListener;

fn main() {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    println!("Listening: {listener:?}");
}
