//! The order of the list while nobody searches: by name, by use, or as a person puts it.

use std::cmp::Reverse;

use crate::change::{Changes, Edit, Undo};
use crate::{Accounts, Error, Hit, Id, Usage};

/// How the list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Favourites, then A to Z.
    Name,
    /// What was used most comes first.
    Most,
    /// What was used last comes first.
    Lately,
    /// As a person put them; what they never moved comes after.
    Own,
}

/// Room between two places, so that most moves change one account only.
const STRIDE: i64 = 1 << 20;

impl Accounts {
    /// All live accounts in this order; ties are in the order of [`Accounts::search`].
    #[must_use]
    pub fn list(&self, order: Order, usage: &Usage) -> Vec<Hit> {
        let mut hits = self.search("", usage);
        match order {
            Order::Name => {}
            Order::Most => hits.sort_by_cached_key(|hit| Reverse(usage.count(hit.id))),
            Order::Lately => hits.sort_by_cached_key(|hit| Reverse(usage.last(hit.id))),
            Order::Own => hits.sort_by_cached_key(|hit| {
                let place = self.get(hit.id).and_then(|account| account.order);
                (place.is_none(), place)
            }),
        }
        hits
    }

    /// Puts an account before another one in the person's own order, or at its end. What has
    /// no place yet keeps where it is listed. Taking it back needs all that it gives.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`]; then nothing was moved.
    pub fn place(
        &mut self,
        id: Id,
        before: Option<Id>,
        edit: &mut Edit<'_>,
    ) -> Result<Vec<Undo>, Error> {
        let listed = self.list(Order::Own, &Usage::default());
        let mut ids: Vec<Id> = listed.into_iter().map(|hit| hit.id).collect();
        let known = |ids: &[Id], id: Id| {
            let at = ids.iter().position(|other| *other == id);
            at.ok_or(Error::UnknownAccount(id))
        };
        let before_it = ids.clone();
        ids.remove(known(&ids, id)?);
        let at = match before {
            Some(before) if before == id => return Ok(Vec::new()),
            Some(before) => known(&ids, before)?,
            None => ids.len(),
        };
        ids.insert(at, id);
        if ids == before_it {
            return Ok(Vec::new());
        }
        let places = self.places(&ids, at);
        places
            .into_iter()
            .map(|(id, place)| {
                let changes = Changes {
                    order: Some(Some(place)),
                    ..Changes::default()
                };
                self.edit(id, changes, edit)
            })
            .collect()
    }

    /// The places that have to change so that `ids` is the order, where only the account at
    /// `moved` is not where it was.
    fn places(&self, ids: &[Id], moved: usize) -> Vec<(Id, i64)> {
        let place = |at: usize| self.get(ids[at]).and_then(|account| account.order);
        let before = moved.checked_sub(1).map(place);
        let after = (moved + 1 < ids.len()).then(|| place(moved + 1));
        let between = match (before, after) {
            (Some(Some(low)), Some(Some(high))) => {
                let middle = low.checked_add(high.checked_sub(low).unwrap_or(0) / 2);
                middle.filter(|middle| low < *middle && *middle < high)
            }
            (None, Some(Some(high))) => high.checked_sub(STRIDE),
            (Some(Some(low)), None) => low.checked_add(STRIDE),
            _ => None,
        };
        match between {
            Some(place) => vec![(ids[moved], place)],
            None => ids
                .iter()
                .copied()
                .zip((0..).map(|nth: i64| nth * STRIDE))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{accounts, id_of, with_edit};

    fn book() -> Accounts {
        accounts(&[("A", "a"), ("B", "b"), ("C", "c"), ("D", "d")])
    }

    fn names(book: &Accounts, order: Order, usage: &Usage) -> String {
        let hits = book.list(order, usage).into_iter();
        hits.map(|hit| book.get(hit.id).unwrap().issuer.as_str())
            .collect()
    }

    fn own(book: &Accounts) -> String {
        names(book, Order::Own, &Usage::default())
    }

    #[track_caller]
    fn place(book: &mut Accounts, name: &str, before: Option<&str>) -> Vec<Undo> {
        let (id, before) = (id_of(book, name), before.map(|name| id_of(book, name)));
        with_edit(9, |edit| book.place(id, before, edit)).unwrap()
    }

    #[test]
    fn what_was_used_most_or_last_comes_first() {
        let book = book();
        let mut usage = Usage::default();
        for (name, now) in [("C", 10), ("C", 20), ("B", 30)] {
            usage.used(id_of(&book, name), now);
        }
        assert_eq!(names(&book, Order::Name, &usage), "ABCD");
        assert_eq!(names(&book, Order::Most, &usage), "CBAD");
        assert_eq!(names(&book, Order::Lately, &usage), "BCAD");
    }

    #[test]
    fn an_account_that_stays_where_it_is_leaves_nothing_to_take_back() {
        let mut book = book();
        for (name, before) in [("B", Some("B")), ("B", Some("C")), ("D", None)] {
            assert!(place(&mut book, name, before).is_empty(), "{name}");
        }
    }

    #[test]
    fn an_account_goes_where_a_person_puts_it() {
        let mut book = book();
        assert_eq!(own(&book), "ABCD");
        for (name, before, expected) in [
            ("D", Some("B"), "ADBC"),
            ("A", None, "DBCA"),
            ("C", Some("D"), "CDBA"),
            ("C", Some("C"), "CDBA"),
        ] {
            place(&mut book, name, before);
            assert_eq!(own(&book), expected);
        }
    }

    #[test]
    fn a_move_is_taken_back_and_the_second_one_changes_one_account() {
        let mut book = book();
        assert_eq!(place(&mut book, "D", Some("B")).len(), 4);
        let undo = place(&mut book, "C", Some("D"));
        assert_eq!((undo.len(), own(&book).as_str()), (1, "ACDB"));
        for step in undo {
            with_edit(10, |edit| book.undo(step, edit)).unwrap();
        }
        assert_eq!(own(&book), "ADBC");
    }

    #[test]
    fn room_between_two_places_never_ends() {
        let mut book = book();
        for _ in 0..100 {
            place(&mut book, "D", Some("B"));
            place(&mut book, "C", Some("B"));
            assert_eq!(own(&book), "ADCB");
            place(&mut book, "D", Some("B"));
            assert_eq!(own(&book), "ACDB");
        }
    }

    #[test]
    fn an_account_that_is_not_there_moves_nothing() {
        let mut book = book();
        let gone = Id::from_u128(1);
        for (id, before) in [(gone, None), (id_of(&book, "A"), Some(gone))] {
            let refused = with_edit(9, |edit| book.place(id, before, edit)).unwrap_err();
            assert_eq!(refused, Error::UnknownAccount(gone));
        }
        assert!(book.live().all(|account| account.order.is_none()));
    }
}
