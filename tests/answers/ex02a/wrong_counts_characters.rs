/// Method, target and version, with one space between.
#[derive(Debug)]
pub struct RequestLine<'text> {
    method: &'text str,
    target: &'text str,
    version: &'text str,
}

impl<'text> RequestLine<'text> {
    pub fn parse(line: &'text str) -> Option<RequestLine<'text>> {
        let mut spaces = line
            .chars()
            .enumerate()
            .filter(|(_, char)| *char == ' ')
            .map(|(at, _)| at);
        let (first, second) = (spaces.next()?, spaces.next()?);
        let method = line.get(..first)?;
        let target = line.get(first + 1..second)?;
        let version = line.get(second + 1..)?;
        if method.is_empty() || target.is_empty() || version.is_empty() || version.contains(' ') {
            return None;
        }
        Some(RequestLine {
            method,
            target,
            version,
        })
    }

    pub fn method(&self) -> &'text str {
        self.method
    }

    pub fn path(&self) -> &'text str {
        self.target
            .split_once('?')
            .map_or(self.target, |(path, _)| path)
    }

    pub fn query(&self) -> Option<&'text str> {
        self.target.split_once('?').map(|(_, query)| query)
    }

    pub fn version(&self) -> &'text str {
        self.version
    }
}
