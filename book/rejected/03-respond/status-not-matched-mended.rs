#[derive(Clone, Copy)]
enum Status {
    Ok = 200,
    BadRequest = 400,
    NotFound = 404,
    NotImplemented = 501,
}

fn main() {
    use Status::*;
    for status in [Ok, BadRequest, NotFound, NotImplemented] {
        println!("HTTP/1.1 {} {}", status as u16, reason(status));
    }
}

fn reason(status: Status) -> &'static str {
    match status {
        Status::Ok => "OK",
        Status::BadRequest => "Bad Request",
        Status::NotFound => "Not Found",
        Status::NotImplemented => "Not Implemented",
    }
}
