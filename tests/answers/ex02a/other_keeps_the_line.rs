/// Method, target and version, with one space between. Keeps the line, and finds the parts when asked.
#[derive(Debug)]
pub struct RequestLine<'text> {
    line: &'text str,
}

impl<'text> RequestLine<'text> {
    pub fn parse(line: &'text str) -> Option<RequestLine<'text>> {
        let mut words = line.split(' ');
        let is_valid = words.clone().count() == 3 && words.all(|word| !word.is_empty());
        is_valid.then_some(RequestLine { line })
    }

    pub fn method(&self) -> &'text str {
        self.word(0)
    }

    pub fn path(&self) -> &'text str {
        self.word(1).split('?').next().unwrap_or_default()
    }

    pub fn query(&self) -> Option<&'text str> {
        let (_path, query) = self.word(1).split_once('?')?;
        Some(query)
    }

    pub fn version(&self) -> &'text str {
        self.word(2)
    }

    fn word(&self, number: usize) -> &'text str {
        self.line.split(' ').nth(number).unwrap_or_default()
    }
}
