enum Status {
    NotFound = 404,
}

impl Status {
    fn code(self) -> u16 {
        self as u16
    }
}

struct Response {
    status: Status,
}

fn main() {
    let response = Response {
        status: Status::NotFound,
    };
    print!("{}", first_line(&response));
}

fn first_line(response: &Response) -> String {
    format!("HTTP/1.1 {}\r\n", response.status.code())
}
