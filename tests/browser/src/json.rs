//! As much JSON as WebDriver needs: a reader for what comes, and an escaper for what goes.

mod reader;

/// A value, as JSON knows them.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a whole text; `None` if it is not JSON.
    pub fn read(text: &str) -> Option<Json> {
        reader::read(text)
    }

    /// The value under a key of an object; `Null` if this has no such key.
    pub fn at(&self, key: &str) -> &Json {
        let Json::Object(members) = self else {
            return &Json::Null;
        };
        let member = members.iter().find(|(name, _)| name == key);
        member.map_or(&Json::Null, |(_, value)| value)
    }

    /// A text; empty if this is none.
    pub fn text(&self) -> &str {
        match self {
            Json::Text(text) => text,
            _ => "",
        }
    }

    /// Whether this is `true`.
    pub fn is_true(&self) -> bool {
        *self == Json::Bool(true)
    }

    /// A number; if this is none, one that equals nothing and is in no range.
    pub fn number(&self) -> f64 {
        match self {
            Json::Number(number) => *number,
            _ => f64::NAN,
        }
    }

    /// The elements of a list; none if this is no list.
    pub fn list(&self) -> &[Json] {
        match self {
            Json::List(list) => list,
            _ => &[],
        }
    }
}

/// A text as JSON writes it, quotes included.
pub fn quote(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\0'..' ' => quoted += &format!("\\u{:04x}", u32::from(character)),
            _ => quoted.push(character),
        }
    }
    quoted + "\""
}
