//! Databases of Android apps, read from a copy in memory: opened in place, SQLite would
//! leave files beside them.
//!
//! A database is a program of sorts: views and triggers run when it is asked something. So
//! only plain tables are named here, the schema is not trusted, and work is bounded.

mod log;

use std::io::Cursor;
use std::time::Duration;

use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use crate::{Error, File, Import, Reading, Source, entries};

const DAMAGED: Error = Error::Damaged { what: "database" };

/// The first bytes of a database.
pub(crate) const MAGIC: &[u8] = b"SQLite format 3\0";

/// Opens a database, with what its write-ahead log holds where that lies beside it.
///
/// # Errors
/// [`Error::Damaged`].
pub(crate) fn open(source: &Source) -> Result<Connection, Error> {
    let log = format!("{}-wal", source.name);
    let log = source.beside.iter().find(|file| file.name == log);
    open_bytes(source.bytes, log)
}

/// The names of the plain tables; empty for anything that is no database.
pub(crate) fn tables(bytes: &[u8]) -> Vec<String> {
    if !bytes.starts_with(MAGIC) {
        return Vec::new();
    }
    open_bytes(bytes, None)
        .and_then(|connection| table_names(&connection))
        .unwrap_or_default()
}

fn open_bytes(bytes: &[u8], log: Option<&File>) -> Result<Connection, Error> {
    if !bytes.starts_with(MAGIC) {
        return Err(DAMAGED);
    }
    let whole = log::applied(bytes, log.map(|log| log.bytes.as_slice()));
    let mut connection = Connection::open_in_memory().map_err(|_| DAMAGED)?;
    let size = whole.len();
    connection
        .deserialize_read_exact("main", Cursor::new(whole.as_slice()), size, true)
        .and_then(|()| {
            connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
        })
        .and_then(|()| connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, 1_000_000))
        .and_then(|_| connection.busy_timeout(Duration::ZERO))
        .map_err(|_| DAMAGED)?;
    bound_work(&mut connection)?;
    Ok(connection)
}

/// Ends a query that would go on for ever.
fn bound_work(connection: &mut Connection) -> Result<(), Error> {
    /// Steps of SQLite's machine, in thousands: a hundred for each of 200,000 entries.
    const MOST: u32 = 20_000;
    let mut done = 0_u32;
    let over = move || {
        done += 1;
        done > MOST
    };
    connection
        .progress_handler(1000, Some(over))
        .map_err(|_| DAMAGED)
}

fn table_names(connection: &Connection) -> Result<Vec<String>, Error> {
    const NAMES: &str = "SELECT name FROM sqlite_schema \
         WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND rootpage > 0";
    let mut statement = connection.prepare(NAMES).map_err(|_| DAMAGED)?;
    let names = statement
        .query_map([], |row| row.get(0))
        .map_err(|_| DAMAGED)?;
    names.collect::<Result<_, _>>().map_err(|_| DAMAGED)
}

/// Runs a query on a plain table and hands over each of its rows.
///
/// # Errors
/// [`Error::Damaged`], and what `each` returns.
pub(crate) fn rows(
    connection: &Connection,
    table: &str,
    query: &str,
    mut each: impl FnMut(&Row) -> Result<(), Error>,
) -> Result<(), Error> {
    if !table_names(connection)?.iter().any(|name| name == table) {
        return Err(DAMAGED);
    }
    let mut statement = connection.prepare(query).map_err(|_| DAMAGED)?;
    let mut rows = statement.query([]).map_err(|_| DAMAGED)?;
    while let Some(row) = rows.next().map_err(|_| DAMAGED)? {
        each(row)?;
    }
    Ok(())
}

/// Reads a plain table with an entry a row, of which `read` tells the names and the account.
///
/// # Errors
/// Those of [`rows`] and [`Reading::entries`].
pub(crate) fn entries(
    connection: &Connection,
    table: &str,
    query: &str,
    reading: &Reading,
    mut read: impl FnMut(usize, &Row) -> entries::Entry,
) -> Result<Import, Error> {
    let mut import = Import::default();
    let mut place = 0;
    rows(connection, table, query, |row| {
        reading.entries(place + 1)?;
        let (names, account) = read(place, row);
        import.entry(&entries::name(&names, place), account);
        place += 1;
        Ok(())
    })?;
    Ok(import)
}

/// The text of a field, empty for `NULL`, whatever type it was stored as.
pub(crate) fn text(row: &Row, column: &str) -> String {
    match row.get_ref(column) {
        Ok(ValueRef::Text(text) | ValueRef::Blob(text)) => {
            String::from_utf8_lossy(text).into_owned()
        }
        Ok(ValueRef::Integer(number)) => number.to_string(),
        Ok(ValueRef::Real(number)) => number.to_string(),
        Ok(ValueRef::Null) | Err(_) => String::new(),
    }
}

/// The number in a field, if it is one or a text of one.
pub(crate) fn number(row: &Row, column: &str) -> Option<i64> {
    match row.get_ref(column) {
        Ok(ValueRef::Integer(number)) => Some(number),
        Ok(ValueRef::Text(text)) => std::str::from_utf8(text).ok()?.trim().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A database made by SQLite itself, as bytes.
    fn database(sql: &str) -> Vec<u8> {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(sql).unwrap();
        connection.serialize("main").unwrap().to_vec()
    }

    fn source(bytes: &[u8]) -> Source<'_> {
        Source {
            name: "db",
            bytes,
            beside: &[],
        }
    }

    const TWO: &str = "CREATE TABLE accounts (name TEXT, type INTEGER); \
         INSERT INTO accounts VALUES ('me', 1), (NULL, 'x'); \
         CREATE VIEW other AS SELECT 1;";

    #[test]
    fn reads_a_copy_in_memory() {
        let bytes = database(TWO);
        assert_eq!(tables(&bytes), ["accounts"]);
        let connection = open(&source(&bytes)).unwrap();
        let mut found = Vec::new();
        let query = "SELECT * FROM accounts ORDER BY rowid";
        rows(&connection, "accounts", query, |row| {
            found.push((text(row, "name"), number(row, "type"), text(row, "none")));
            Ok(())
        })
        .unwrap();
        assert_eq!(
            found,
            [
                ("me".to_owned(), Some(1), String::new()),
                (String::new(), None, String::new())
            ]
        );
    }

    #[test]
    fn a_view_is_no_table() {
        let connection_bytes = database(TWO);
        let connection = open(&source(&connection_bytes)).unwrap();
        let refused = rows(&connection, "other", "SELECT * FROM other", |_| Ok(()));
        assert_eq!(refused, Err(DAMAGED));
    }

    #[test]
    fn work_without_end_is_ended() {
        let bytes = database("CREATE TABLE accounts (name TEXT);");
        let connection = open(&source(&bytes)).unwrap();
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) \
             SELECT max(i) FROM n";
        assert_eq!(
            rows(&connection, "accounts", endless, |_| Ok(())),
            Err(DAMAGED)
        );
    }

    #[test]
    fn damaged_and_cut_files_are_refused() {
        let whole = database(TWO);
        for length in [0, 15, 16, 99, 100, 600] {
            assert_eq!(tables(&whole[..length]), [""; 0], "{length}");
        }
        let mut damaged = whole.clone();
        damaged[100..].fill(0xff);
        assert_eq!(tables(&damaged), [""; 0]);
    }
}
