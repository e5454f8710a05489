//! Which parts of which transfers were given.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

use super::{Batch, Part};
use crate::{Error, Import};

/// The parts that were given so far, each with the place `P` it was found at.
#[derive(Debug)]
pub struct Parts<P> {
    seen: HashSet<[u8; 32]>,
    /// In the order in which their first parts were given.
    transfers: Vec<Transfer<P>>,
    by_batch: HashMap<Batch, usize>,
}

/// What was given of one transfer.
#[derive(Debug)]
struct Transfer<P> {
    size: i32,
    first_place: P,
    indexes: Vec<i32>,
}

impl<P> Default for Parts<P> {
    fn default() -> Self {
        Self {
            seen: HashSet::new(),
            transfers: Vec::new(),
            by_batch: HashMap::new(),
        }
    }
}

impl<P: Clone> Parts<P> {
    /// Takes note of a part and gives what is in it; nothing if the very same part was
    /// given before.
    pub fn add(&mut self, part: Part, place: &P) -> Option<Import> {
        if !self.seen.insert(part.digest) {
            return None;
        }
        let transfer = *self.by_batch.entry(part.batch).or_insert_with(|| {
            self.transfers.push(Transfer {
                size: part.batch.size,
                first_place: place.clone(),
                indexes: Vec::new(),
            });
            self.transfers.len() - 1
        });
        self.transfers[transfer].indexes.push(part.index);
        Some(part.import)
    }

    /// For every transfer of which a part is missing: where its first given part was found,
    /// and the parts to look for.
    pub fn missing(&self) -> Vec<(&P, Error)> {
        self.transfers
            .iter()
            .filter_map(|transfer| Some((&transfer.first_place, transfer.missing()?)))
            .collect()
    }
}

impl<P> Transfer<P> {
    /// A size below 2, or an index outside of it, was not written by Google Authenticator,
    /// and says nothing about other parts.
    fn missing(&self) -> Option<Error> {
        let total = u32::try_from(self.size).ok().filter(|size| *size >= 2)?;
        let number = |index: &i32| {
            let index = u32::try_from(*index).ok()?;
            (index < total).then_some(index + 1)
        };
        let mut numbers: Vec<u32> = self.indexes.iter().map(number).collect::<Option<_>>()?;
        numbers.sort_unstable();
        let gaps = gaps(&numbers, total);
        if gaps.is_empty() {
            return None;
        }
        Some(Error::MigrationPartsMissing {
            parts: gaps.iter().map(shown).collect::<Vec<_>>().join(", "),
            missing: gaps.iter().map(|gap| gap.end() - gap.start() + 1).sum(),
            total,
        })
    }
}

/// What is missing from `1..=total`, given the rest in order. Work grows with what was
/// given, not with `total`, which anyone can write as 2,000,000,000.
fn gaps(numbers: &[u32], total: u32) -> Vec<RangeInclusive<u32>> {
    let mut gaps = Vec::new();
    let mut next = 1;
    for number in numbers.iter().copied() {
        if number > next {
            gaps.push(next..=number - 1);
        }
        next = number + 1;
    }
    if next <= total {
        gaps.push(next..=total);
    }
    gaps
}

fn shown(gap: &RangeInclusive<u32>) -> String {
    let (first, last) = (gap.start(), gap.end());
    match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(batch: Batch, index: i32) -> Part {
        let mut digest = [0; 32];
        digest[..4].copy_from_slice(&batch.id.to_le_bytes());
        digest[4..8].copy_from_slice(&index.to_le_bytes());
        Part {
            batch,
            index,
            digest,
            import: Import::default(),
        }
    }

    fn check(given: &[i32], size: i32, expected: Option<(&str, u32)>) {
        let mut parts = Parts::default();
        for (place, index) in given.iter().copied().enumerate() {
            let batch = Batch { id: -7, size };
            parts.add(part(batch, index), &place);
        }
        let missing: Vec<_> = parts
            .missing()
            .into_iter()
            .map(|(place, error)| (*place, error.params()[0].1.clone(), error))
            .collect();
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(parts, missing)| {
                let error = Error::MigrationPartsMissing {
                    parts: parts.to_owned(),
                    missing,
                    total: size.unsigned_abs(),
                };
                (0, parts.to_owned(), error)
            })
            .collect();
        assert_eq!(missing, expected);
    }

    #[test]
    fn names_the_parts_that_are_missing() {
        check(&[0], 1, None);
        check(&[2, 0, 1], 3, None);
        check(&[0, 2], 3, Some(("2", 1)));
        check(&[1], 3, Some(("1, 3", 2)));
        check(&[1, 1], 4, Some(("1, 3, 4", 3)));
        check(&[4], 9, Some(("1–4, 6–9", 8)));
        check(&[0], i32::MAX, Some(("2–2147483647", 2_147_483_646)));
    }

    #[test]
    fn says_nothing_about_numbers_that_make_no_sense() {
        check(&[0], 0, None);
        check(&[0], -3, None);
        check(&[3], 3, None);
        check(&[-1], 3, None);
        check(&[i32::MAX, i32::MIN], i32::MAX, None);
    }

    /// A text may hold as many transfer codes as it has lines.
    #[test]
    fn very_many_parts_take_no_time() {
        const PARTS: i32 = 100_000;
        let start = std::time::Instant::now();
        let mut parts = Parts::default();
        for id in 0..PARTS {
            assert!(parts.add(part(Batch { id, size: 2 }, 0), &id).is_some());
        }
        for id in 0..PARTS {
            assert_eq!(parts.add(part(Batch { id, size: 2 }, 0), &id), None);
        }
        assert_eq!(parts.missing().len(), 100_000);
        let took = start.elapsed();
        assert!(took.as_secs() < 20, "{took:?}");
    }
}
