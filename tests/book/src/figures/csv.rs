//! Comma-separated values: a comment that says where they come from, names of columns, rows.

use std::collections::BTreeMap;

/// What one run gave.
pub struct Csv {
    /// The first line, without its `# `.
    pub origin: String,
    pub rows: Vec<Row>,
}

/// One row: its values, by the names of their columns.
pub struct Row(BTreeMap<String, String>);

impl Csv {
    pub fn parse(text: &str) -> Result<Csv, String> {
        let (origin, table) = text.split_once('\n').ok_or("it has only one line")?;
        let origin = origin.strip_prefix("# ");
        let mut lines = table.lines();
        let columns = lines.next().ok_or("it has no names of columns")?;
        let mut rows = Vec::new();
        for (number, line) in (1..).zip(lines) {
            if line.split(',').count() != columns.split(',').count() {
                return Err(format!("row {number} has not one value a column"));
            }
            let values = columns.split(',').zip(line.split(','));
            let values = values.map(|(name, value)| (name.to_string(), value.to_string()));
            rows.push(Row(values.collect()));
        }
        let origin = origin.ok_or("its first line is no comment")?.to_string();
        Ok(Csv { origin, rows })
    }

    /// The first row that has these values in these columns.
    pub fn find(&self, wanted: &[(&str, &str)]) -> Result<&Row, String> {
        let has = |row: &Row| {
            let mut wanted = wanted.iter();
            wanted.all(|(column, value)| row.0.get(*column).is_some_and(|text| text == value))
        };
        let row = self.rows.iter().find(|row| has(row));
        row.ok_or_else(|| format!("it has no row with {wanted:?}"))
    }
}

impl Row {
    pub fn text(&self, column: &str) -> Result<&str, String> {
        let text = self.0.get(column);
        text.map(String::as_str)
            .ok_or_else(|| format!("it has no column {column}"))
    }

    pub fn number(&self, column: &str) -> Result<f64, String> {
        let text = self.text(column)?;
        text.parse()
            .map_err(|error| format!("{column} is {text:?}: {error}"))
    }
}
