//! Worlds in a file: what was acknowledged is still there after the power went.
//!
//! SQLite with a write-ahead log and `synchronous=FULL`: a change is on the disk before the
//! answer to the request that made it goes out. Two tables: the states of worlds, and their
//! events, which only ever get longer. Both hold JSON that this file does not look into.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OptionalExtension as _, TransactionBehavior, params};

/// The layout of the tables that this program writes, as SQLite's `user_version`.
const LAYOUT: i64 = 1;

/// What marks a file as one of ours, as SQLite's `application_id`: "KTsm".
const APPLICATION: i32 = 0x4b54_736d;

/// How long a file may take to be let go by a program that is just ending.
const PATIENCE: Duration = Duration::from_secs(2);

/// The name of the state that a world is in, beside those of its snapshots.
const CURRENT: &str = "";

/// The name of the server's key, which belongs to no world.
const KEY: &str = "key";

/// Why a store cannot be opened or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file was written by a newer program.
    #[error("the file has layout {found}; this program knows {LAYOUT}")]
    Newer {
        /// The layout in the file.
        found: i64,
    },
    /// What the file says of a world cannot be read.
    #[error("world {world} cannot be read: {reason}")]
    Damaged {
        /// The world.
        world: String,
        /// Why.
        reason: String,
    },
    /// Two programs would each go on from what they read, and overwrite the other's worlds.
    #[error("another program has the file open")]
    InUse,
    /// Nothing is written into a file that has something else in it.
    #[error("it is not a file of worlds")]
    Foreign,
    /// The file may not be written, say, or the disk is full.
    #[error("{}", told(.0))]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy) => Self::InUse,
            Some(ErrorCode::NotADatabase) => Self::Foreign,
            _ => Self::Sqlite(error),
        }
    }
}

/// One event, in JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub seq: u64,
    pub json: String,
}

/// The file.
pub(crate) struct Store(Mutex<Connection>);

impl Store {
    /// Opens the file at `path`, or makes it. Until it is dropped nobody else can.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        // The lock that the first transaction takes is kept.
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        let change = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
        prepare(&change)?;
        change.commit()?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        Ok(Self(Mutex::new(connection)))
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a world's state and the events that led to it; on the disk when this returns.
    pub(crate) fn commit(
        &self,
        world: &str,
        state: &str,
        events: &[Row],
    ) -> Result<(), StoreError> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        append(&change, world, events)?;
        put(&change, world, CURRENT, state)?;
        Ok(change.commit()?)
    }

    /// Writes a world's state and all its events in place of what was there.
    pub(crate) fn replace(
        &self,
        world: &str,
        state: &str,
        events: &[Row],
    ) -> Result<(), StoreError> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        change.execute("DELETE FROM events WHERE world = ?1", [world])?;
        append(&change, world, events)?;
        put(&change, world, CURRENT, state)?;
        Ok(change.commit()?)
    }

    /// Keeps `state` as a snapshot called `name`.
    pub(crate) fn keep(&self, world: &str, name: &str, state: &str) -> Result<(), StoreError> {
        put(&self.connection(), world, name, state)
    }

    /// The snapshot `name` of a world.
    pub(crate) fn kept(&self, world: &str, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self
            .connection()
            .query_row(
                "SELECT json FROM snapshots WHERE world = ?1 AND name = ?2",
                [world, name],
                |row| row.get(0),
            )
            .optional()?)
    }

    /// The key under which the file's server vouches for cookies.
    pub(crate) fn key(&self) -> Result<Option<String>, StoreError> {
        self.kept("", KEY)
    }

    /// Keeps that key.
    pub(crate) fn keep_key(&self, key: &str) -> Result<(), StoreError> {
        self.keep("", KEY, key)
    }

    /// Forgets a world.
    pub(crate) fn remove(&self, world: &str) -> Result<(), StoreError> {
        let mut connection = self.connection();
        let change = connection.transaction()?;
        change.execute("DELETE FROM snapshots WHERE world = ?1", [world])?;
        change.execute("DELETE FROM events WHERE world = ?1", [world])?;
        Ok(change.commit()?)
    }

    /// The worlds in the file and the state each is in.
    pub(crate) fn worlds(&self) -> Result<Vec<(String, String)>, StoreError> {
        let connection = self.connection();
        let mut rows = connection
            .prepare("SELECT world, json FROM snapshots WHERE name = ?1 ORDER BY world")?;
        let worlds = rows.query_map([CURRENT], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(worlds.collect::<Result<_, _>>()?)
    }

    /// The names of a world's snapshots.
    pub(crate) fn names(&self, world: &str) -> Result<Vec<String>, StoreError> {
        let connection = self.connection();
        let mut rows = connection
            .prepare("SELECT name FROM snapshots WHERE world = ?1 AND name <> ?2 ORDER BY name")?;
        let names = rows.query_map([world, CURRENT], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// A world's events, in order.
    pub(crate) fn events(&self, world: &str) -> Result<Vec<Row>, StoreError> {
        let connection = self.connection();
        let mut rows =
            connection.prepare("SELECT seq, json FROM events WHERE world = ?1 ORDER BY seq")?;
        let events = rows.query_map([world], |row| {
            Ok(Row {
                seq: row.get::<_, i64>(0)?.cast_unsigned(),
                json: row.get(1)?,
            })
        })?;
        Ok(events.collect::<Result<_, _>>()?)
    }
}

/// Makes the tables in an empty file, and leaves alone what is not ours.
fn prepare(connection: &Connection) -> Result<(), StoreError> {
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, layout) = (pragma("application_id")?, pragma("user_version")?);
    if application == i64::from(APPLICATION) {
        return match layout {
            LAYOUT => Ok(()),
            found => Err(StoreError::Newer { found }),
        };
    }
    let tables = tables(connection)?;
    let tables: Vec<&str> = tables.iter().map(String::as_str).collect();
    match (application, layout, tables.as_slice()) {
        (0, 0, []) => connection.execute_batch(
            "CREATE TABLE snapshots (
               world TEXT NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL,
               PRIMARY KEY (world, name)
             ) WITHOUT ROWID;
             CREATE TABLE events (
               world TEXT NOT NULL, seq INTEGER NOT NULL, json TEXT NOT NULL,
               PRIMARY KEY (world, seq)
             ) WITHOUT ROWID;",
        )?,
        // Ours, from before files were marked.
        (0, LAYOUT, ["events", "snapshots"]) => {}
        _ => return Err(StoreError::Foreign),
    }
    connection.pragma_update(None, "user_version", LAYOUT)?;
    Ok(connection.pragma_update(None, "application_id", APPLICATION)?)
}

/// The names of everything that the file has, in order.
fn tables(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut rows = connection
        .prepare("SELECT name FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' ORDER BY name")?;
    let names = rows.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// What SQLite says, without the number of its error.
fn told(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
        error => error.to_string(),
    }
}

fn append(connection: &Connection, world: &str, events: &[Row]) -> Result<(), StoreError> {
    let mut insert =
        connection.prepare_cached("INSERT INTO events (world, seq, json) VALUES (?1, ?2, ?3)")?;
    for event in events {
        insert.execute(params![world, event.seq.cast_signed(), event.json])?;
    }
    Ok(())
}

fn put(connection: &Connection, world: &str, name: &str, state: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO snapshots (world, name, json) VALUES (?1, ?2, ?3)")?
        .execute([world, name, state])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(seq: u64) -> Row {
        Row {
            seq,
            json: format!("{{\"seq\":{seq}}}"),
        }
    }

    #[test]
    fn what_was_committed_is_there_when_opened_again() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lab.db");
        let store = Store::open(&file).unwrap();
        store.commit("demo", "one", &[row(1)]).unwrap();
        store.commit("demo", "two", &[row(2), row(3)]).unwrap();
        store.keep("demo", "before", "one").unwrap();
        // As after `kill -9`: nobody closes the connection.
        let killed = folder.path().join("killed.db");
        for end in ["", "-wal"] {
            let name = |file: &Path| format!("{}{end}", file.display());
            std::fs::copy(name(&file), name(&killed)).unwrap();
        }

        let store = Store::open(&killed).unwrap();
        assert_eq!(
            store.worlds().unwrap(),
            [("demo".to_owned(), "two".to_owned())]
        );
        assert_eq!(store.events("demo").unwrap(), [row(1), row(2), row(3)]);
        assert_eq!(
            store.kept("demo", "before").unwrap().as_deref(),
            Some("one")
        );
        assert_eq!(store.names("demo").unwrap(), ["before"]);
    }

    #[test]
    fn an_event_is_never_written_twice_and_a_failed_change_leaves_no_trace() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("lab.db")).unwrap();
        store.commit("demo", "one", &[row(1)]).unwrap();
        assert!(store.commit("demo", "two", &[row(2), row(1)]).is_err());
        assert_eq!(store.worlds().unwrap()[0].1, "one");
        assert_eq!(store.events("demo").unwrap(), [row(1)]);
    }

    #[test]
    fn a_removed_world_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("lab.db")).unwrap();
        store.commit("demo", "one", &[row(1)]).unwrap();
        store.remove("demo").unwrap();
        assert!(store.worlds().unwrap().is_empty());
        assert!(store.events("demo").unwrap().is_empty());
    }

    #[test]
    fn a_newer_file_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lab.db");
        let connection = Connection::open(&file).unwrap();
        connection
            .pragma_update(None, "application_id", APPLICATION)
            .unwrap();
        connection.pragma_update(None, "user_version", 9).unwrap();
        drop(connection);
        assert!(matches!(
            Store::open(&file),
            Err(StoreError::Newer { found: 9 })
        ));
    }

    #[test]
    fn a_file_of_another_program_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        for (number, foreign) in [
            "CREATE TABLE contacts (name TEXT)",
            "CREATE TABLE contacts (name TEXT); PRAGMA user_version = 1",
            "CREATE TABLE events (at TEXT); PRAGMA user_version = 1",
            "PRAGMA application_id = 7",
        ]
        .iter()
        .enumerate()
        {
            let file = folder.path().join(format!("{number}.db"));
            Connection::open(&file)
                .unwrap()
                .execute_batch(foreign)
                .unwrap();
            let before = std::fs::read(&file).unwrap();
            let opened = Store::open(&file);
            assert!(matches!(opened, Err(StoreError::Foreign)), "{foreign}");
            assert_eq!(std::fs::read(&file).unwrap(), before, "{foreign}");
        }
        let text = folder.path().join("notes.txt");
        std::fs::write(&text, "Notes. ".repeat(1000)).unwrap();
        assert!(matches!(Store::open(&text), Err(StoreError::Foreign)));
    }

    #[test]
    fn a_file_from_before_files_were_marked_is_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lab.db");
        let store = Store::open(&file).unwrap();
        store.commit("demo", "one", &[row(1)]).unwrap();
        drop(store);
        let mark = |id: i32| {
            let connection = Connection::open(&file).unwrap();
            connection
                .pragma_update(None, "application_id", id)
                .unwrap();
        };
        mark(0);
        assert_eq!(
            Store::open(&file).unwrap().events("demo").unwrap(),
            [row(1)]
        );
        let connection = Connection::open(&file).unwrap();
        let id: i32 = connection
            .pragma_query_value(None, "application_id", |row| row.get(0))
            .unwrap();
        assert_eq!(id, APPLICATION);
    }
}
