//! Tables as spreadsheets write them, by column name. Columns may come in any order, and in
//! any case.

use csv::{ReaderBuilder, StringRecord, Writer};
use zeroize::Zeroizing;

use crate::{Error, Reading};

/// A table that was read.
pub(crate) struct Table {
    columns: Vec<String>,
    rows: Vec<StringRecord>,
}

/// One line of it.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    columns: &'a [String],
    record: &'a StringRecord,
}

impl Table {
    /// Reads a table whose first line names its columns.
    ///
    /// # Errors
    /// [`Error::Damaged`] and [`Error::TooMany`].
    pub(crate) fn read(bytes: &[u8], reading: &Reading) -> Result<Self, Error> {
        const DAMAGED: Error = Error::Damaged { what: "csv" };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .delimiter(delimiter(bytes))
            .from_reader(bytes);
        let header = reader.headers().map_err(|_| DAMAGED)?;
        let columns = header.iter().map(plain).collect();
        let mut rows = Vec::new();
        for record in reader.records() {
            rows.push(record.map_err(|_| DAMAGED)?);
            reading.limits.check_entries(rows.len())?;
        }
        Ok(Self { columns, rows })
    }

    /// The lines below the first.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|record| Row {
            columns: &self.columns,
            record,
        })
    }
}

impl<'a> Row<'a> {
    /// What stands in this column; empty where there is no such column.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        let column = plain(column);
        let index = self.columns.iter().position(|own| *own == column);
        index
            .and_then(|index| self.record.get(index))
            .unwrap_or_default()
    }
}

/// The columns of a first line, for telling tables apart; empty where there is no comma.
pub(crate) fn columns(bytes: &[u8]) -> Vec<String> {
    /// A line longer than this is no heading.
    const LONGEST: usize = 4096;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let end = bytes
        .iter()
        .take(LONGEST)
        .position(|byte| matches!(byte, b'\n' | b'\r'));
    let line = &bytes[..end.unwrap_or(bytes.len().min(LONGEST))];
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(line))
        .from_reader(line);
    match reader.headers() {
        Ok(header) if header.len() > 1 => header.iter().map(plain).collect(),
        _ => Vec::new(),
    }
}

/// Writes a table, every field in quotes where it needs them.
pub(crate) fn write<const N: usize>(
    columns: [&str; N],
    rows: impl IntoIterator<Item = [Zeroizing<String>; N]>,
) -> Vec<u8> {
    const WHOLE: &str = "every row has as many fields, and the writer is a vector";
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(columns).expect(WHOLE);
    for row in rows {
        let fields = row.iter().map(|field| field.as_bytes());
        writer.write_record(fields).expect(WHOLE);
    }
    writer.into_inner().expect(WHOLE)
}

/// In lower case, without space around it.
fn plain(column: &str) -> String {
    column.trim().to_lowercase()
}

/// Some spreadsheets put semicolons where the comma is in numbers.
fn delimiter(bytes: &[u8]) -> u8 {
    let line = bytes.iter().take_while(|byte| **byte != b'\n');
    let (mut commas, mut semicolons) = (0, 0);
    for byte in line {
        match byte {
            b',' => commas += 1,
            b';' => semicolons += 1,
            _ => {}
        }
    }
    match commas == 0 && semicolons > 0 {
        true => b';',
        false => b',',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_by_column_name_in_any_order_and_case() {
        let text = "\u{feff}Title, OTPAuth\r\n\"a, \"\"b\"\"\nc\",x\r\nshort\r\n";
        let table = Table::read(text.as_bytes(), &Reading::new(None)).unwrap();
        let rows: Vec<_> = table
            .rows()
            .map(|row| (row.get("title"), row.get("OTPAuth"), row.get("none")))
            .collect();
        assert_eq!(rows, [("a, \"b\"\nc", "x", ""), ("short", "", "")]);
    }

    #[test]
    fn tells_the_columns_of_the_first_line() {
        assert_eq!(columns(b"Title;URL\n1;2"), ["title", "url"]);
        assert_eq!(columns(b"\"Title\",URL"), ["title", "url"]);
        assert_eq!(columns(b"just a text\n"), [""; 0]);
        assert_eq!(columns(b""), [""; 0]);
        assert_eq!(columns(b"\xff,\xfe"), [""; 0]);
    }

    #[test]
    fn what_is_written_reads_back() {
        let row = ["a,\"b\"\n", ""].map(|text| Zeroizing::new(text.to_owned()));
        let bytes = write(["One", "Two"], [row]);
        assert_eq!(bytes, b"One,Two\n\"a,\"\"b\"\"\n\",\n");
        let table = Table::read(&bytes, &Reading::new(None)).unwrap();
        let row = table.rows().next().unwrap();
        assert_eq!((row.get("one"), row.get("two")), ("a,\"b\"\n", ""));
    }
}
