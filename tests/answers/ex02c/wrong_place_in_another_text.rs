/// The value of the first header with this name.
pub fn header<'head>(head: &'head str, name: &str) -> Option<&'head str> {
    let lower = head.to_lowercase();
    let start = lower.find(&format!("\r\n{}:", name.to_lowercase()))?;
    let (_, line) = head.get(start + 2..)?.lines().next()?.split_once(':')?;
    Some(line.trim_matches([' ', '\t']))
}
