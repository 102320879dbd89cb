/// The value of the first header with this name.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    let mut lines = head.lines().skip(1).map(|line| line.split(':'));
    let mut parts = lines.find_map(|mut parts| {
        let header = parts.next()?;
        header.eq_ignore_ascii_case(name).then_some(parts)
    })?;
    Some(parts.next()?.trim_matches([' ', '\t']))
}
