fn main() {
    let head = String::from("Host: localhost\r\nAccept: */*\r\n");
    println!("{:?}", value(&head, "host"));
}

/// The value of the first header with this name.
fn value<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines()
        .filter_map(|line| line.split_once(": "))
        .find(|(header, _)| header.eq_ignore_ascii_case(name))
        .map(|(_, value)| value)
}
