//! The earlier generations that a header names, so that two copies can be compared although the
//! files between them are gone: a folder may be synced without its backups.

use std::collections::BTreeSet;
use std::fmt;

use crate::backup_name::Mark;
use crate::fields::{Fields, bytes_from_hex, hex};
use crate::frame::TRAILER;
use crate::vault::Known;

/// How many a header names at most.
pub(crate) const MOST: usize = 32;

/// A generation that a file came from: `42.9f86d081884c7d65`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ancestor {
    pub(crate) generation: u64,
    pub(crate) mark: Mark,
}

/// What a file comes from whose parents these are: the newest, with no generation left out
/// between the newest and the oldest of them.
pub(crate) fn of(parents: &[&Known]) -> BTreeSet<Ancestor> {
    let lines = parents.iter().map(|parent| {
        let mut line = parent.header.ancestors.clone();
        line.insert(Ancestor {
            generation: parent.header.generation,
            mark: mark(&parent.trailer),
        });
        line
    });
    let lines: Vec<BTreeSet<Ancestor>> = lines.collect();
    let oldest = lines.iter().filter_map(|line| line.first());
    // Below that, something of one of the lines is not known.
    let known = oldest.map(|it| it.generation).max().unwrap_or_default();
    let all: BTreeSet<Ancestor> = lines.into_iter().flatten().collect();
    let newest = all.into_iter().rev().take(MOST);
    newest.filter(|it| it.generation >= known).collect()
}

/// What a header tells. A list that is not as it should be tells nothing, and so does one that
/// a program without this field has kept: the parents are not in it.
pub(crate) fn read(fields: &Fields, parents: &[[u8; TRAILER]]) -> BTreeSet<Ancestor> {
    let texts: Option<Vec<String>> = fields.optional("ancestors").ok().flatten();
    let texts = texts
        .filter(|texts| texts.len() <= MOST)
        .unwrap_or_default();
    let all: Option<BTreeSet<Ancestor>> = texts.iter().map(|text| parse(text)).collect();
    let whole = |all: &BTreeSet<Ancestor>| {
        let named = |parent: &[u8; TRAILER]| all.iter().any(|it| it.mark == mark(parent));
        parents.iter().all(named)
    };
    all.filter(whole).unwrap_or_default()
}

/// The first bytes of a trailer, which name a generation among its like.
pub(crate) fn mark(trailer: &[u8; TRAILER]) -> Mark {
    let mut mark = Mark::default();
    let length = mark.len();
    mark.copy_from_slice(&trailer[..length]);
    mark
}

fn parse(text: &str) -> Option<Ancestor> {
    let (generation, mark) = text.split_once('.')?;
    let ancestor = Ancestor {
        generation: generation.parse().ok()?,
        mark: bytes_from_hex(mark)?,
    };
    (ancestor.to_string() == text).then_some(ancestor)
}

impl fmt::Display for Ancestor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.generation, hex(&self.mark))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::Stamp;
    use crate::header::Header;

    const STAMP: Stamp = Stamp {
        now: 1_767_225_600,
        writer: String::new(),
        device: [7; 8],
    };

    fn random(bytes: &mut [u8]) -> Result<(), crate::Error> {
        bytes.fill(1);
        Ok(())
    }

    /// A first generation, whose trailer is zero.
    pub(crate) fn first() -> Known {
        let header = Header::new(&STAMP, &mut random).unwrap();
        known(header, 0)
    }

    fn known(header: Header, number: u8) -> Known {
        Known {
            trailer: [number; TRAILER],
            size: 0,
            header,
        }
    }

    /// A generation after these, with a trailer of this byte.
    pub(crate) fn after(parents: &[&Known], number: u8) -> Known {
        let mut header = parents[0].header.clone();
        header.advance(parents, &STAMP, &mut random).unwrap();
        known(header, number)
    }

    fn numbers(known: &Known) -> Vec<u8> {
        known.header.ancestors.iter().map(|it| it.mark[0]).collect()
    }

    #[test]
    fn a_file_names_the_last_thirty_two() {
        let mut line = first();
        assert!(numbers(&line).is_empty());
        for number in 1..=40 {
            line = after(&[&line], number);
        }
        assert_eq!(numbers(&line), (8..40).collect::<Vec<_>>());
    }

    #[test]
    fn a_merge_names_no_generation_below_which_one_side_is_not_known() {
        let mut short = first();
        let mut long = short.clone();
        for number in 1..=12 {
            long = after(&[&long], number);
        }
        for number in 101..=110 {
            short = after(&[&short], number);
        }
        let merged = after(&[&long, &short], 200);
        assert_eq!(numbers(&merged)[..3], [0, 1, 101]);
        short.header.ancestors.clear();
        let merged = after(&[&long, &short], 200);
        // From the eleventh on, which is all that is known of the shorter one.
        assert_eq!(numbers(&merged), [10, 110, 11, 12]);
    }

    #[test]
    fn what_another_program_kept_tells_nothing() {
        let line = after(&[&after(&[&first()], 1)], 2);
        let json = line.header.to_json().unwrap();
        let text = String::from_utf8(json).unwrap();
        assert!(text.contains(r#""ancestors":["2.0101010101010101","1.0000000000000000"]"#));
        for bad in [
            r#""ancestors":["1.0000000000000000"]"#,
            r#""ancestors":["2.0101010101010101","01.0000000000000000"]"#,
            r#""ancestors":["2.0101010101010101",7]"#,
            r#""ancestors":"all""#,
        ] {
            let good = r#""ancestors":["2.0101010101010101","1.0000000000000000"]"#;
            let fields = Fields::parse(text.replace(good, bad).as_bytes()).unwrap();
            assert_eq!(super::read(&fields, &line.header.parents).len(), 0, "{bad}");
        }
        let fields = Fields::parse(text.as_bytes()).unwrap();
        assert_eq!(super::read(&fields, &line.header.parents).len(), 2);
    }
}
