/// The value of the first header with this name.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    if name.contains(':') {
        return None;
    }
    for line in head.lines().skip(1) {
        let Some((start, rest)) = line.split_at_checked(name.len()) else {
            continue;
        };
        match rest.strip_prefix(':') {
            Some(value) if start.eq_ignore_ascii_case(name) => {
                return Some(value.trim_matches([' ', '\t']));
            }
            _ => {}
        }
    }
    None
}
