/// Method, target and version, with one space between.
#[derive(Debug)]
pub struct RequestLine<'text> {
    method: &'text str,
    target: &'text str,
    version: &'text str,
}

impl<'text> RequestLine<'text> {
    pub fn parse(line: &'text str) -> Option<RequestLine<'text>> {
        let mut words = line.split(' ');
        let (method, target, version) = (words.next()?, words.next()?, words.next()?);
        if words.next().is_some() {
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
