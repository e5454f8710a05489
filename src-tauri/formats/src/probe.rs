//! A first look at a file's bytes, shared by all formats: each asks for what it knows, and
//! nothing is parsed twice.

use std::cell::OnceCell;

/// A file's content, as far as telling formats apart needs it.
pub struct Probe<'a> {
    bytes: &'a [u8],
    json: OnceCell<Json>,
}

/// The outline of a JSON file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Json {
    /// Whether it is an array; else an object, or no JSON at all.
    pub is_array: bool,
    /// The keys of the object, or of the array's first object.
    pub keys: Vec<String>,
}

impl Json {
    /// Whether all of `keys` are there.
    #[must_use]
    pub fn has(&self, keys: &[&str]) -> bool {
        keys.iter().all(|key| self.keys.iter().any(|own| own == key))
    }
}

impl<'a> Probe<'a> {
    /// Looks at `bytes`.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            json: OnceCell::new(),
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
        let bytes = self.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(self.bytes);
        std::str::from_utf8(bytes).ok()
    }

    /// The outline of a JSON file; empty for anything else.
    #[must_use]
    pub fn json(&self) -> &Json {
        self.json.get_or_init(Json::default)
    }

    /// Whether the text begins with `<` (an XML or HTML file) and holds `needle` in its first
    /// 64 KiB.
    #[must_use]
    pub fn markup_with(&self, needle: &str) -> bool {
        let _ = needle;
        false
    }

    /// The columns of a CSV file's first line; empty for anything else.
    #[must_use]
    pub fn csv_columns(&self) -> &[String] {
        &[]
    }

    /// The names of a zip archive's entries; empty for anything else.
    #[must_use]
    pub fn zip_names(&self) -> &[String] {
        &[]
    }

    /// The table names of an SQLite database; empty for anything else.
    #[must_use]
    pub fn sqlite_tables(&self) -> &[String] {
        &[]
    }
}
