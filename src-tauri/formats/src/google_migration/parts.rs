//! Which parts of which transfers were given.

use std::ops::RangeInclusive;

use super::{Batch, Part};
use crate::{Error, Import};

/// The parts that were given so far, each with the place `P` it was found at.
#[derive(Debug)]
pub struct Parts<P> {
    seen: Vec<(Part, P)>,
}

impl<P> Default for Parts<P> {
    fn default() -> Self {
        Self { seen: Vec::new() }
    }
}

impl<P: Clone> Parts<P> {
    /// Takes note of a part and gives what is in it; nothing if the very same part was
    /// given before.
    pub fn add(&mut self, part: Part, place: &P) -> Option<Import> {
        if self.seen.iter().any(|(seen, _)| *seen == part) {
            return None;
        }
        let import = part.import.clone();
        self.seen.push((part, place.clone()));
        Some(import)
    }

    /// For every transfer of which a part is missing: where its first given part was found,
    /// and the parts to look for.
    pub fn missing(&self) -> Vec<(&P, Error)> {
        let mut batches: Vec<Batch> = Vec::new();
        let mut missing = Vec::new();
        for (part, place) in &self.seen {
            if !batches.contains(&part.batch) {
                batches.push(part.batch);
                missing.extend(self.missing_of(part.batch).map(|error| (place, error)));
            }
        }
        missing
    }

    /// A size below 2, or an index outside of it, was not written by Google Authenticator,
    /// and says nothing about other parts.
    fn missing_of(&self, batch: Batch) -> Option<Error> {
        let total = u32::try_from(batch.size).ok().filter(|size| *size >= 2)?;
        let of_batch = self.seen.iter().filter(|(part, _)| part.batch == batch);
        let mut numbers: Vec<u32> = of_batch
            .map(|(part, _)| {
                u32::try_from(part.index)
                    .ok()
                    .filter(|index| *index < total)
            })
            .map(|index| index.map(|index| index + 1))
            .collect::<Option<_>>()?;
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

    fn check(given: &[i32], size: i32, expected: Option<(&str, u32)>) {
        let mut parts = Parts::default();
        for (place, index) in given.iter().copied().enumerate() {
            let batch = Batch { id: -7, size };
            let import = Import::default();
            parts.add(
                Part {
                    batch,
                    index,
                    import,
                },
                &place,
            );
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
}
