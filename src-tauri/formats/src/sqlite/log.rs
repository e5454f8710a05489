//! What lies in a write-ahead log and not yet in the database
//! ([its format](https://www.sqlite.org/fileformat2.html#walformat)). Phones are often
//! copied while their apps run, and then the newest accounts are there alone.

use zeroize::Zeroizing;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The database with all whole transactions of its log, in the mode that needs no log.
pub(super) fn applied(database: &[u8], log: Option<&[u8]>) -> Zeroizing<Vec<u8>> {
    let mut whole = Zeroizing::new(database.to_vec());
    if let Some(log) = log.and_then(Log::read) {
        log.apply(&mut whole);
    }
    // Bytes 18 and 19: 2 for a log, 1 for none. In memory there is none.
    if let Some(modes) = whole.get_mut(18..20) {
        modes.fill(1);
    }
    whole
}

struct Log<'a> {
    page_size: usize,
    /// Whether checksums are over big-endian numbers.
    big_endian: bool,
    salts: &'a [u8],
    checksum: (u32, u32),
    frames: &'a [u8],
}

impl<'a> Log<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let (header, frames) = bytes.split_at_checked(HEADER)?;
        let big_endian = match number(header, 0)? {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        let page_size = usize::try_from(number(header, 8)?).ok()?;
        let checksum = summed((0, 0), header.get(..24)?, big_endian);
        let is_whole = checksum == (number(header, 24)?, number(header, 28)?);
        (is_whole && page_size.is_power_of_two() && (512..=65_536).contains(&page_size)).then_some(
            Self {
                page_size,
                big_endian,
                salts: header.get(16..24)?,
                checksum,
                frames,
            },
        )
    }

    /// Puts pages in as far as each frame is whole, and no further than the last frame that
    /// ends a transaction.
    fn apply(self, database: &mut Vec<u8>) {
        let mut checksum = self.checksum;
        let mut pending = Vec::new();
        for frame in self.frames.chunks_exact(FRAME_HEADER + self.page_size) {
            let (header, page) = frame.split_at(FRAME_HEADER);
            checksum = summed(checksum, &header[..8], self.big_endian);
            checksum = summed(checksum, page, self.big_endian);
            let is_whole = header[8..16] == *self.salts
                && number(header, 16) == Some(checksum.0)
                && number(header, 20) == Some(checksum.1);
            let (Some(place), Some(pages), true) = (number(header, 0), number(header, 4), is_whole)
            else {
                return;
            };
            pending.push((place, page));
            if pages > 0 {
                self.commit(database, &mut pending, pages);
            }
        }
    }

    /// A database grows by at most what the log holds.
    fn commit(&self, database: &mut Vec<u8>, pending: &mut Vec<(u32, &[u8])>, pages: u32) {
        let most = database.len() + self.frames.len();
        let size = (pages as usize).saturating_mul(self.page_size);
        if size > most {
            pending.clear();
            return;
        }
        database.resize(size, 0);
        for (place, page) in pending.drain(..) {
            let start = (place as usize)
                .checked_sub(1)
                .and_then(|index| index.checked_mul(self.page_size));
            let slot =
                start.and_then(|start| database.get_mut(start..start.checked_add(self.page_size)?));
            if let Some(slot) = slot {
                slot.copy_from_slice(page);
            }
        }
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

fn summed((mut a, mut b): (u32, u32), bytes: &[u8], big_endian: bool) -> (u32, u32) {
    let word = |four: &[u8]| {
        let four = four.try_into().unwrap_or_default();
        match big_endian {
            true => u32::from_be_bytes(four),
            false => u32::from_le_bytes(four),
        }
    };
    for eight in bytes.chunks_exact(8) {
        a = a.wrapping_add(word(&eight[..4])).wrapping_add(b);
        b = b.wrapping_add(word(&eight[4..])).wrapping_add(a);
    }
    (a, b)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    /// A database and its log as they lie on a phone whose app is running: one row in the
    /// database, two more in the log.
    fn on_a_phone() -> (Vec<u8>, Vec<u8>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("db");
        let connection = Connection::open(&path).unwrap();
        let run = |sql: &str| connection.execute_batch(sql).unwrap();
        run("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;");
        run("CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA wal_checkpoint(TRUNCATE);");
        run("INSERT INTO t VALUES (2);");
        run("INSERT INTO t VALUES (3);");
        let database = std::fs::read(&path).unwrap();
        let log = std::fs::read(folder.path().join("db-wal")).unwrap();
        (database, log)
    }

    fn rows(database: &[u8], log: Option<&[u8]>) -> Vec<i64> {
        let whole = applied(database, log);
        let mut connection = Connection::open_in_memory().unwrap();
        let size = whole.len();
        connection
            .deserialize_read_exact("main", whole.as_slice(), size, true)
            .unwrap();
        let mut statement = connection.prepare("SELECT a FROM t ORDER BY a").unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn what_is_only_in_the_log_is_read_too() {
        let (database, log) = on_a_phone();
        assert_eq!(rows(&database, None), [1]);
        assert_eq!(rows(&database, Some(&log)), [1, 2, 3]);
    }

    #[test]
    fn a_log_counts_as_far_as_it_is_whole() {
        let (database, log) = on_a_phone();
        let cut = &log[..log.len() - 1];
        assert_eq!(rows(&database, Some(cut)), [1, 2]);
        let mut changed = log.clone();
        let last = changed.len() - 1;
        changed[last] ^= 1;
        assert_eq!(rows(&database, Some(&changed)), [1, 2]);
        assert_eq!(rows(&database, Some(b"no log")), [1]);
    }
}
