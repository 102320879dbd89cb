/// The value of the first header with this name.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    let mut lines = head.lines().skip(1);
    let line = lines.find(|line| {
        let start = line.get(..name.len()).unwrap_or_default();
        start.eq_ignore_ascii_case(name)
    })?;
    let (_, value) = line.split_once(':')?;
    Some(value.trim_matches([' ', '\t']))
}
