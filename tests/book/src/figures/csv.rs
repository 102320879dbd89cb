//! Comma-separated values: a comment that says where they come from, names of columns, rows.

/// What one run gave.
pub struct Csv {
    /// The first line, without its `# `.
    pub origin: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Csv {
    pub fn new(origin: String, columns: &[&str]) -> Csv {
        let columns = columns.iter().map(|name| name.to_string()).collect();
        Csv {
            origin,
            columns,
            rows: Vec::new(),
        }
    }

    pub fn push(&mut self, values: &[String]) {
        self.rows.push(values.to_vec());
    }

    /// # Errors
    /// What is missing.
    pub fn parse(text: &str) -> Result<Csv, String> {
        let split = |line: &str| line.split(',').map(str::to_string).collect::<Vec<_>>();
        let (origin, table) = text.split_once('\n').ok_or("it has only one line")?;
        let origin = origin
            .strip_prefix("# ")
            .ok_or("its first line is no comment")?;
        let mut lines = table.lines();
        let columns = split(lines.next().ok_or("it has no names of columns")?);
        let rows: Vec<Vec<String>> = lines.map(split).collect();
        match rows.iter().position(|row| row.len() != columns.len()) {
            Some(number) => Err(format!("row {} has not one value a column", number + 1)),
            None => Ok(Csv {
                origin: origin.to_string(),
                columns,
                rows,
            }),
        }
    }

    pub fn text(&self) -> String {
        let mut text = format!("# {}\n{}\n", self.origin, self.columns.join(","));
        for row in &self.rows {
            text += &row.join(",");
            text += "\n";
        }
        text
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|values| Row { csv: self, values })
    }

    /// The first row that has these values in these columns.
    ///
    /// # Errors
    /// If there is none.
    pub fn find(&self, wanted: &[(&str, &str)]) -> Result<Row<'_>, String> {
        let has = |row: &Row, (column, value): &(&str, &str)| {
            row.text(column).is_ok_and(|text| text == *value)
        };
        self.rows()
            .find(|row| wanted.iter().all(|pair| has(row, pair)))
            .ok_or_else(|| format!("it has no row with {wanted:?}"))
    }
}

/// One row.
pub struct Row<'a> {
    csv: &'a Csv,
    values: &'a [String],
}

impl<'a> Row<'a> {
    /// # Errors
    /// If there is no such column.
    pub fn text(&self, column: &str) -> Result<&'a str, String> {
        let place = self.csv.columns.iter().position(|name| name == column);
        place
            .and_then(|place| self.values.get(place))
            .map(String::as_str)
            .ok_or_else(|| format!("it has no column {column}"))
    }

    /// # Errors
    /// If there is no such column, or no number in it.
    pub fn number(&self, column: &str) -> Result<f64, String> {
        let text = self.text(column)?;
        text.parse()
            .map_err(|error| format!("{column} is {text:?}: {error}"))
    }
}
