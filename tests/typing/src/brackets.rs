//! The brackets that are open. One that is left out spoils no more than the block that it is in.

#[derive(Default)]
pub struct Brackets(pub Vec<String>);

impl Brackets {
    /// Whether a bracket that closes has one that opens.
    pub fn see(&mut self, text: &str) -> bool {
        let partner = match text {
            "(" | "[" | "{" => {
                self.0.push(text.to_string());
                return true;
            }
            ")" => "(",
            "]" => "[",
            "}" => "{",
            _ => return true,
        };
        let block = self.0.iter().rposition(|open| open == "{");
        let found = self.0.iter().rposition(|open| open == partner);
        let found = found.filter(|found| partner == "{" || Some(*found) > block);
        if let Some(found) = found {
            self.0.truncate(found);
        }
        found.is_some()
    }
}
