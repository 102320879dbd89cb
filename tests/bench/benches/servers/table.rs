//! A table that can be read as it is, and pasted into Markdown.

/// The first column is aligned to the left, all others to the right: they are numbers.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(head: &[&str]) -> Table {
        let head = head.iter().map(|cell| cell.to_string()).collect();
        Table { rows: vec![head] }
    }

    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Prints the title, an empty line, and the table.
    pub fn print(&self, title: &str) {
        println!("\n{title}\n");
        for (number, row) in self.rows.iter().enumerate() {
            println!("{}", self.line(row));
            if number == 0 {
                println!("{}", self.rule());
            }
        }
    }

    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    }

    fn line(&self, row: &[String]) -> String {
        let mut text = "|".to_string();
        for (column, cell) in row.iter().enumerate() {
            let width = self.width(column);
            text += &match column {
                0 => format!(" {cell:<width$} |"),
                _ => format!(" {cell:>width$} |"),
            };
        }
        text
    }

    fn rule(&self) -> String {
        let mut text = "|".to_string();
        for column in 0..self.rows[0].len() {
            let dashes = "-".repeat(self.width(column) + 1);
            text += &match column {
                0 => format!("{dashes}-|"),
                _ => format!("{dashes}:|"),
            };
        }
        text
    }
}

/// A number with so many decimals, or a dash for a number that there is not.
pub fn cell(number: Option<f64>, decimals: usize) -> String {
    number.map_or("-".to_string(), |number| format!("{number:.decimals$}"))
}
