//! A first look at a file's bytes, shared by all formats: each asks for what it knows, and
//! nothing is parsed twice.

use std::cell::OnceCell;

use crate::{csv, sqlite, zip};

mod outline;

pub use outline::Json;

/// A file's content, as far as telling formats apart needs it.
pub struct Probe<'a> {
    bytes: &'a [u8],
    json: OnceCell<Json>,
    csv_columns: OnceCell<Vec<String>>,
    zip_names: OnceCell<Vec<String>>,
    sqlite_tables: OnceCell<Vec<String>>,
}

impl<'a> Probe<'a> {
    /// Looks at `bytes`.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            json: OnceCell::new(),
            csv_columns: OnceCell::new(),
            zip_names: OnceCell::new(),
            sqlite_tables: OnceCell::new(),
        }
    }

    /// All of it.
    #[must_use]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// It as text without a byte order mark, if it is text.
    #[must_use]
    pub fn text(&self) -> Option<&'a str> {
        let bytes = self
            .bytes
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(self.bytes);
        std::str::from_utf8(bytes).ok()
    }

    /// The outline of a JSON file; empty for anything else.
    #[must_use]
    pub fn json(&self) -> &Json {
        self.json.get_or_init(|| Json::of(self.bytes))
    }

    /// Whether it begins with `<` (an XML or HTML file) and holds `needle` in its first
    /// 64 KiB.
    #[must_use]
    pub fn markup_with(&self, needle: &str) -> bool {
        const LOOKED_AT: usize = 64 * 1024;
        let start = self.bytes;
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
        let start = start.trim_ascii_start();
        let start = &start[..start.len().min(LOOKED_AT)];
        start.first() == Some(&b'<') && holds(start, needle.as_bytes())
    }

    /// The columns of a CSV file's first line in lower case; empty for anything else.
    #[must_use]
    pub fn csv_columns(&self) -> &[String] {
        self.csv_columns
            .get_or_init(|| csv::columns(self.bytes))
            .as_slice()
    }

    /// Whether it is a CSV file that has all these columns, in any case.
    #[must_use]
    pub fn has_columns(&self, columns: &[&str]) -> bool {
        let own = self.csv_columns();
        columns
            .iter()
            .all(|column| own.iter().any(|own| own.eq_ignore_ascii_case(column)))
    }

    /// The names of a zip archive's files, of the first thousand; empty for anything else.
    #[must_use]
    pub fn zip_names(&self) -> &[String] {
        self.zip_names
            .get_or_init(|| zip::names(self.bytes))
            .as_slice()
    }

    /// The names of an SQLite database's plain tables; empty for anything else.
    #[must_use]
    pub fn sqlite_tables(&self) -> &[String] {
        self.sqlite_tables
            .get_or_init(|| sqlite::tables(self.bytes))
            .as_slice()
    }
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes
        .windows(needle.len().max(1))
        .any(|part| part == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_markup_by_its_beginning_and_what_is_in_it() {
        let probe = Probe::new(b"\xef\xbb\xbf \n<?xml?><map>x</map>");
        assert!(probe.markup_with("<map>"));
        assert!(!probe.markup_with("<KeePassFile>"));
        assert!(!Probe::new(b"{\"a\":\"<map>\"}").markup_with("<map>"));
    }

    #[test]
    fn what_it_is_not_is_empty() {
        let probe = Probe::new(b"\x00\xff not anything");
        assert_eq!(probe.text(), None);
        assert_eq!(probe.json(), &Json::default());
        assert!(probe.csv_columns().is_empty());
        assert!(probe.zip_names().is_empty());
        assert!(probe.sqlite_tables().is_empty());
    }

    #[test]
    fn columns_in_any_case() {
        let probe = Probe::new(b"Title,URL,OTPAuth\n");
        assert!(probe.has_columns(&["title", "OTPAuth"]));
        assert!(!probe.has_columns(&["title", "login_totp"]));
    }
}
