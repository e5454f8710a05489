//! Accounts whose key alone cannot be read: told by name, and repaired with the key entered again.
//!
//! Nothing is guessed, and nothing thrown away: all else of the account stays, and so does the
//! text that is no key.

use keytick_otp::Kind;

use crate::account::{Account, Candidate, Field, Id};
use crate::change::{Changes, Edit, Undo, apply};
use crate::collection::Accounts;
use crate::error::Error;
use crate::schema::read_damaged;
use crate::search::suits;

/// An account whose key cannot be read, as it may be shown.
#[derive(Clone)]
pub struct Damaged {
    /// Its id, which it keeps.
    pub id: Id,
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// Names of tags.
    pub tags: Vec<String>,
    /// Whether a person wants it first.
    pub favourite: bool,
    /// The name of an icon.
    pub icon: Option<String>,
    /// The colour of its avatar, 0 to 11.
    pub colour: u8,
    /// The letter of its avatar.
    pub letter: String,
    /// How its codes were made.
    pub kind: Kind,
}

impl Accounts {
    /// The accounts out of the trash of which nothing but the key cannot be read, and that match
    /// every word of `query`; by name. They are among the [`Accounts::unreadable`].
    #[must_use]
    pub fn damaged(&self, query: &str) -> Vec<Damaged> {
        let mut found: Vec<Damaged> = Vec::new();
        for account in (0..self.unreadable.len()).filter_map(|place| self.damaged_at(place)) {
            // Of two under one id, only one can be repaired.
            if suits(&account, query) && found.iter().all(|other| other.id != account.id) {
                found.push(account.into());
            }
        }
        found.sort_by(|a, b| (&a.issuer, &a.account, a.id).cmp(&(&b.issuer, &b.account, b.id)));
        found
    }

    /// Gives a damaged account the key, the parameters and the names of `candidate`. All else of
    /// it stays, also what only newer versions know.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`] for an id that is not among the [`Accounts::damaged`], and
    /// [`Error::TooLong`].
    pub fn fix(
        &mut self,
        id: Id,
        candidate: Candidate,
        edit: &mut Edit<'_>,
    ) -> Result<Undo, Error> {
        candidate.check()?;
        let places = 0..self.unreadable.len();
        let (place, mut account) = places
            .filter_map(|place| Some((place, self.damaged_at(place)?)))
            .find(|(_, account)| account.id == id)
            .ok_or(Error::UnknownAccount(id))?;
        let clock = self.tick(edit);
        account.key = candidate.key;
        account.modified.insert(Field::Key, clock);
        let names = Changes {
            issuer: Some(candidate.issuer),
            account: Some(candidate.account),
            ..Changes::default()
        };
        apply(&mut account, names, clock);
        self.tombstones.remove(&id);
        self.all.insert(id, account);
        Ok(Undo::to_damaged(id, self.unreadable.remove(place)))
    }

    /// What lies at this place among what cannot be read, if it can be repaired; with a key that
    /// is none.
    fn damaged_at(&self, place: usize) -> Option<Account> {
        let account = read_damaged(self.unreadable.get(place)?)?;
        let is_free = !self.all.contains_key(&account.id) && account.deleted_at.is_none();
        is_free.then_some(account)
    }
}

impl From<Account> for Damaged {
    fn from(account: Account) -> Self {
        Self {
            id: account.id,
            colour: account.avatar_colour(),
            letter: account.avatar_letter(),
            issuer: account.issuer,
            account: account.account,
            tags: account.tags,
            favourite: account.favourite,
            icon: account.icon,
            kind: account.key.kind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{candidate, with_edit};

    const ID: Id = Id::from_u128(0x4000_8000_0000_0000_0001);
    const DAMAGED: &str = r#"{"id":"00000000-0000-4000-8000-000000000001","type":"totp","secret":"GEZD!","algorithm":"SHA256","digits":8,"period":60,"issuer":"Batch","account":"a","note":"mine","origin":"person","created":5,"of_a_newer":[1]}"#;

    fn book(entries: &str) -> Accounts {
        let payload = format!(
            r#"{{"schema":1,"clock":"5.0.0101010101010101","accounts":[{entries}],"tombstones":{{}}}}"#
        );
        Accounts::from_payload(payload.as_bytes()).unwrap()
    }

    fn fix(book: &mut Accounts, id: Id) -> Result<Undo, Error> {
        with_edit(9, |edit| book.fix(id, candidate("Batch", "b"), edit))
    }

    fn payload(book: &Accounts) -> String {
        String::from_utf8(book.to_payload().to_vec()).unwrap()
    }

    #[test]
    fn an_account_whose_key_alone_is_damaged_is_told_with_how_its_codes_were_made() {
        let damaged = book(DAMAGED).damaged("");
        let [one] = damaged.as_slice() else {
            panic!("{} accounts", damaged.len());
        };
        assert_eq!(
            (one.id, &*one.issuer, &*one.account, &*one.letter),
            (ID, "Batch", "a", "B")
        );
        assert_eq!(
            (one.kind.algorithm_name(), one.kind.digits()),
            ("SHA256", 8)
        );
        assert_eq!(one.kind.period(), Some(60));
    }

    #[test]
    fn what_a_newer_version_may_read_is_not_called_damaged() {
        let secret = r#""secret":"GEZD!","#;
        for (entry, is_damaged) in [
            (DAMAGED.replace(secret, ""), true),
            (DAMAGED.replace("GEZD!", ""), true),
            (DAMAGED.replace(r#""GEZD!""#, r#"{"sealed":"GEZD"}"#), false),
            (DAMAGED.replace("totp", "newer"), false),
            (DAMAGED.replace("SHA256", "SHA3"), false),
            (DAMAGED.replace(r#""period":60,"#, ""), false),
            (
                DAMAGED.replace(r#""created":5"#, r#""created":5,"deleted_at":6"#),
                false,
            ),
            (DAMAGED.replace("\"Batch\"", "7"), false),
            (r#""text""#.to_owned(), false),
        ] {
            let book = book(&entry);
            assert_eq!(book.unreadable(), 1, "{entry}");
            assert_eq!(book.damaged("").len(), usize::from(is_damaged), "{entry}");
        }
    }

    #[test]
    fn an_id_in_use_or_there_twice_is_told_once_at_most() {
        let good = DAMAGED.replace("GEZD!", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert!(book(&format!("{good},{DAMAGED}")).damaged("").is_empty());
        // A good account beside another one of its id is not damaged either.
        assert!(book(&format!("{good},{good}")).damaged("").is_empty());
        assert_eq!(book(&format!("{DAMAGED},{DAMAGED}")).damaged("").len(), 1);
    }

    #[test]
    fn a_search_finds_damaged_accounts_too() {
        let book = book(DAMAGED);
        let found = ["bat", "a batch", "other"].map(|query| book.damaged(query).len());
        assert_eq!(found, [1, 1, 0]);
    }

    #[test]
    fn fixing_keeps_all_else_and_the_damaged_text() {
        let mut book = book(DAMAGED);
        let _undo = fix(&mut book, ID).unwrap();
        assert_eq!((book.unreadable(), book.damaged("").len()), (0, 0));
        assert_eq!(
            payload(&book),
            r#"{"schema":1,"clock":"9000.0.0101010101010101","accounts":[{"id":"00000000-0000-4000-8000-000000000001","type":"totp","secret":"IJQXIY3IF5RC4LROFYXC4LROFYXC4LRO","algorithm":"SHA1","digits":6,"period":30,"issuer":"Batch","account":"b","note":"mine","origin":"person","created":5,"modified":{"key":"9000.0.0101010101010101","account":"9000.0.0101010101010101"},"damaged_secret":"GEZD!","of_a_newer":[1]}],"tombstones":{}}"#
        );
    }

    #[test]
    fn undoing_it_brings_the_damaged_entry_back_byte_for_byte() {
        let mut book = book(DAMAGED);
        let undo = fix(&mut book, ID).unwrap();
        with_edit(9, |edit| book.undo(undo, edit)).unwrap();
        assert_eq!((book.live().count(), book.damaged("").len()), (0, 1));
        assert!(payload(&book).contains(DAMAGED));
    }

    #[test]
    fn what_is_not_damaged_is_not_fixed() {
        let mut book = book(&DAMAGED.replace("totp", "newer"));
        let before = payload(&book);
        assert_eq!(fix(&mut book, ID).unwrap_err(), Error::UnknownAccount(ID));
        assert_eq!(payload(&book), before);
    }
}
