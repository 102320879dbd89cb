//! Where a name stands in a line, and where it ends. One of the checks of exercise 02c.

use trial::{Outcome, equal};

use super::{ISTANBUL, check, look_up};

pub fn only_a_whole_name_counts() -> Outcome {
    let look = "A name stands at the beginning of a line, and ends at the colon. Elsewhere it is \
                somebody's text.";
    check("A: 1\r\n", "A", Some("1"), look)?;
    check("X-A: 1\r\n", "A", None, look)?;
    check("A-B: 1\r\n", "A", None, look)?;
    check("X: A: 1\r\n", "A", None, look)?;
    check("X: A\r\nA: 1\r\n", "A", Some("1"), look)?;
    check("", "GET / HTTP/1.1", None, look)?;
    // Whose value is not from the head itself is told so by another check.
    if look_up(ISTANBUL, "A") == Some("One") {
        let look = "A name ends at the first colon: this header is called X. Nobody says that the \
                    name that is\n  looked for has no colon.";
        check("X: A: 1\r\n", "X: A", None, look)?;
    }
    let look = "There is no space between a name and its colon. Another server may not forgive \
                one, and\n  then two of them read different headers.";
    check("A : 1\r\n", "A", None, look)?;
    check("X: 1\r\n A: 2\r\n", "A", None, look)?;
    let look = "This line has no colon. Does that end the search? A `?` leaves the whole function.";
    check("no header\r\nA: 1\r\n", "A", Some("1"), look)?;
    equal(
        "the head begins with the line \"A:1 / HTTP/1.1\"; what is the value of \"A\"?",
        look_up("A:1 / HTTP/1.1\r\nB: 2\r\n", "A"),
        None,
        "The first line of a head is the request line. It is no header, whatever is in it.",
    )
}
