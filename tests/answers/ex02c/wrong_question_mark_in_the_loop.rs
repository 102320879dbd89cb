/// The value of the first header with this name.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    for line in head.lines().skip(1) {
        let (header, value) = line.split_once(':')?;
        if header.eq_ignore_ascii_case(name) {
            return Some(value.trim_matches([' ', '\t']));
        }
    }
    None
}
