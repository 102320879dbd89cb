/// The value of the first header with this name.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    let headers = || {
        let lines = head.split("\r\n").skip(1);
        lines.filter_map(|line| line.split_once(':'))
    };
    let exact = headers().find(|(header, _)| *header == name);
    let (_, value) =
        exact.or_else(|| headers().find(|(header, _)| header.eq_ignore_ascii_case(name)))?;
    Some(value.trim_matches([' ', '\t']))
}
