//! The recovery codes that a site gave for the day when its second factor is gone: each is
//! good once. They are secrets like the key, and lie in the safe like it.

mod join;
mod read;
mod text;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use keytick_otp::{Guarded, Safe};
use serde::Deserialize;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use zeroize::Zeroizing;

use crate::account::{Account, Id};
use crate::change::{Changes, Edit, Undo};
use crate::collection::Accounts;
use crate::error::Error;
use crate::schema::Kept;

pub use read::{FoundCode, FoundCodes, read_recovery_codes};
pub use text::{TEXT_BYTES, recovery_text};

/// The field of an account that they are in.
pub(crate) const FIELD: &str = "recovery_codes";

/// What an account keeps at most: many times what any site hands out.
const CODES: usize = 200;
const CODE_BYTES: usize = 256;

/// The recovery codes of one account, in the order in which the site gave them.
#[derive(Clone, Default, PartialEq)]
pub struct RecoveryCodes(Vec<RecoveryCode>);

/// One recovery code. What it is called is its text: no set has one twice.
#[derive(Clone, PartialEq)]
pub struct RecoveryCode {
    text: Text,
    /// When it was used, in Unix seconds; none: it is still good.
    pub used: Option<u64>,
    /// Its place in the set. Merged sets may have several at one place.
    place: u32,
    /// Fields that a newer program wrote, kept as they are.
    unknown: BTreeMap<String, Kept>,
}

/// Counts alone.
impl fmt::Debug for RecoveryCodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecoveryCodes({} of {})", self.left(), self.len())
    }
}

impl RecoveryCode {
    /// The code, as the site wrote it.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        self.text.read()
    }
}

impl RecoveryCodes {
    /// Codes in this order, each with when it was used. Blank ones and those that are there
    /// already are left out.
    ///
    /// # Errors
    /// [`Error::TooManyRecoveryCodes`] and [`Error::TooLong`].
    pub fn new<'a>(codes: impl IntoIterator<Item = (&'a str, Option<u64>)>) -> Result<Self, Error> {
        let mut set = Self::default();
        for (text, used) in codes {
            let text = text.trim();
            if text.len() > CODE_BYTES {
                return Err(Error::TooLong {
                    field: "recovery code",
                    limit: CODE_BYTES,
                });
            }
            if !text.is_empty() {
                set.push(Text::new(text), used, BTreeMap::new());
            }
        }
        match set.len() <= CODES {
            true => Ok(set),
            false => Err(Error::TooManyRecoveryCodes { limit: CODES }),
        }
    }

    /// Which code stands here, if it is among them.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&RecoveryCode> {
        self.0.get(index)
    }

    /// When this code was used, if it is among them and was.
    #[must_use]
    pub fn used(&self, code: &str) -> Option<u64> {
        let text = Text::new(code.trim());
        self.0.iter().find(|it| it.text == text)?.used
    }

    /// The codes in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &RecoveryCode> {
        self.0.iter()
    }

    /// How many there are, used or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are still good.
    #[must_use]
    pub fn left(&self) -> usize {
        self.0.iter().filter(|code| code.used.is_none()).count()
    }

    /// Puts them in a safe: from now on each lies encrypted in memory.
    pub fn keep_in(&mut self, safe: &Arc<dyn Safe>) {
        for code in &mut self.0 {
            code.text.0.keep_in(safe);
            code.unknown.values_mut().for_each(|it| it.keep_in(safe));
        }
    }

    /// Takes them out of the safe, for work that may go on after it was locked.
    pub(crate) fn take_out(&mut self) {
        for code in &mut self.0 {
            code.text.0 = code.text.0.taken_out();
            code.unknown.values_mut().for_each(Kept::take_out);
        }
    }

    /// Those that are not among `known`.
    #[must_use]
    pub fn without(&self, known: &Self) -> Self {
        let is_new = |code: &&RecoveryCode| known.0.iter().all(|it| it.text != code.text);
        Self(self.0.iter().filter(is_new).cloned().collect())
    }

    /// These, and those of `other` that are not among them. A code that either says was used
    /// was used.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for code in &other.0 {
            both.push(code.text.clone(), code.used, code.unknown.clone());
        }
        both
    }

    /// Adds a code at the end, or its mark to the one that is there.
    fn push(&mut self, text: Text, used: Option<u64>, unknown: BTreeMap<String, Kept>) {
        if let Some(there) = self.0.iter_mut().find(|code| code.text == text) {
            there.used = there.used.or(used);
            return;
        }
        let last = self.0.iter().map(|code| code.place).max();
        self.0.push(RecoveryCode {
            text,
            used,
            place: last.map_or(0, |last| last.saturating_add(1)),
            unknown,
        });
    }
}

impl Accounts {
    /// Gives an account these codes in place of those it has.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`] and [`Error::NewerRecoveryCodes`].
    pub fn set_recovery_codes(
        &mut self,
        id: Id,
        codes: RecoveryCodes,
        edit: &mut Edit<'_>,
    ) -> Result<Undo, Error> {
        let changes = Changes {
            recovery: Some(codes),
            ..Changes::default()
        };
        self.edit(id, changes, edit)
    }

    /// Ticks a code off as used now, or takes the tick away. One that was used before keeps
    /// its time.
    ///
    /// # Errors
    /// [`Error::UnknownAccount`]; [`Error::UnknownRecoveryCode`] if the account has no such
    /// code any more.
    pub fn mark_recovery_code(
        &mut self,
        id: Id,
        code: &str,
        used: bool,
        edit: &mut Edit<'_>,
    ) -> Result<Undo, Error> {
        let account = self.get(id).ok_or(Error::UnknownAccount(id))?;
        let mut codes = account.recovery.clone();
        let text = Text::new(code);
        let mut all = codes.0.iter_mut();
        let marked = all
            .find(|code| code.text == text)
            .ok_or(Error::UnknownRecoveryCode)?;
        marked.used = used.then(|| marked.used.unwrap_or(edit.now()));
        self.set_recovery_codes(id, codes, edit)
    }
}

/// Whether an account's codes can be replaced: those of a form that this version does not know
/// would be lost.
///
/// # Errors
/// [`Error::NewerRecoveryCodes`].
pub(crate) fn may_be_set(account: &Account) -> Result<(), Error> {
    match account.unknown.contains_key(FIELD) {
        true => Err(Error::NewerRecoveryCodes),
        false => Ok(()),
    }
}

/// Reads the field; none if it is of a form that this version does not know.
pub(crate) fn read_field(raw: &RawValue) -> Option<RecoveryCodes> {
    let entries: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
    let codes: Option<Vec<RecoveryCode>> = entries.into_iter().map(read_code).collect();
    let codes = RecoveryCodes(codes?);
    let mut texts: Vec<&Text> = codes.0.iter().map(|code| &code.text).collect();
    texts.sort_unstable();
    let twice = texts.windows(2).any(|pair| pair[0] == pair[1]);
    (!codes.is_empty() && !twice).then_some(codes)
}

fn read_code(raw: &RawValue) -> Option<RecoveryCode> {
    let mut fields: BTreeMap<String, &RawValue> = serde_json::from_str(raw.get()).ok()?;
    let text: Zeroizing<String> = take(&mut fields, "code")?;
    let place = take(&mut fields, "place")?;
    let used = match fields.contains_key("used") {
        true => Some(take(&mut fields, "used")?),
        false => None,
    };
    let unknown = fields.into_iter();
    Some(RecoveryCode {
        text: Text::new(&text),
        used,
        place,
        unknown: unknown.map(|(name, raw)| (name, Kept::new(raw))).collect(),
    })
}

fn take<'a, T: Deserialize<'a>>(
    fields: &mut BTreeMap<String, &'a RawValue>,
    name: &str,
) -> Option<T> {
    serde_json::from_str(fields.remove(name)?.get()).ok()
}

impl Serialize for RecoveryCodes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}

impl Serialize for RecoveryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", self.text.read().as_str())?;
        map.serialize_entry("place", &self.place)?;
        if let Some(used) = self.used {
            map.serialize_entry("used", &used)?;
        }
        for (name, kept) in &self.unknown {
            map.serialize_entry(name, kept)?;
        }
        map.end()
    }
}

/// The text of a code, in the safe while nobody reads it.
#[derive(Clone, PartialEq, Eq)]
struct Text(Guarded);

impl Text {
    fn new(text: &str) -> Self {
        Self(Guarded::new(Zeroizing::new(text.as_bytes().to_vec())))
    }

    fn read(&self) -> Zeroizing<String> {
        let bytes = self.0.expose();
        Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// By its bytes: an order that is the same on every device.
impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.expose().cmp(&*other.0.expose())
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Candidate;
    use crate::testing::{accounts, id_of, with_edit};

    fn codes(texts: &[&str]) -> RecoveryCodes {
        RecoveryCodes::new(texts.iter().map(|text| (*text, None))).unwrap()
    }

    /// Each code, with `✓` and the time where it was used.
    fn shown(book: &Accounts, id: Id) -> Vec<String> {
        let codes = &book.get(id).unwrap().recovery;
        let line = |code: &RecoveryCode| match code.used {
            Some(at) => format!("{} ✓{at}", *code.text()),
            None => code.text().to_string(),
        };
        codes.iter().map(line).collect()
    }

    /// Accounts of which one, `Batch`, has these codes.
    fn book(texts: &[&str]) -> (Accounts, Id) {
        let mut book = accounts(&[("Batch", "a")]);
        let id = id_of(&book, "Batch");
        let set = codes(texts);
        let _ = with_edit(5, |edit| book.set_recovery_codes(id, set, edit)).unwrap();
        (book, id)
    }

    #[test]
    fn a_set_keeps_its_order_and_has_no_code_twice() {
        let (book, id) = book(&[" b-2 ", "a-1", "", "b-2"]);
        assert_eq!(shown(&book, id), ["b-2", "a-1"]);
    }

    #[test]
    fn a_code_is_ticked_off_and_the_tick_taken_away_and_back() {
        let (mut book, id) = book(&["b-2", "a-1"]);
        let mark = |book: &mut Accounts, now, used| {
            with_edit(now, |edit| book.mark_recovery_code(id, "a-1", used, edit)).unwrap()
        };
        let undo = mark(&mut book, 9, true);
        let _again = mark(&mut book, 11, true);
        assert_eq!(shown(&book, id), ["b-2", "a-1 ✓9"]);
        assert_eq!(book.get(id).unwrap().recovery.left(), 1);
        let _untick = mark(&mut book, 12, false);
        assert_eq!(shown(&book, id), ["b-2", "a-1"]);
        with_edit(13, |edit| book.undo(undo, edit)).unwrap();
        assert_eq!(shown(&book, id), ["b-2", "a-1"]);
        let gone = with_edit(14, |edit| book.mark_recovery_code(id, "c", true, edit));
        assert_eq!(gone.unwrap_err(), Error::UnknownRecoveryCode);
    }

    #[test]
    fn a_set_that_was_replaced_or_deleted_comes_back_with_undo() {
        let (mut book, id) = book(&["old-1", "old-2"]);
        for set in [codes(&["new-1"]), RecoveryCodes::default()] {
            let undo = with_edit(7, |edit| book.set_recovery_codes(id, set, edit)).unwrap();
            assert_ne!(shown(&book, id), ["old-1", "old-2"]);
            with_edit(8, |edit| book.undo(undo, edit)).unwrap();
            assert_eq!(shown(&book, id), ["old-1", "old-2"]);
        }
    }

    #[test]
    fn what_another_device_ticked_off_stays_so_when_a_change_here_is_undone() {
        let (mut book, id) = book(&["a-1", "b-2"]);
        let set = codes(&["b-2", "c-3"]);
        let undo = with_edit(7, |edit| book.set_recovery_codes(id, set, edit)).unwrap();
        let _used = with_edit(8, |edit| book.mark_recovery_code(id, "b-2", true, edit)).unwrap();
        with_edit(9, |edit| book.undo(undo, edit)).unwrap();
        assert_eq!(shown(&book, id), ["a-1", "b-2 ✓8"]);
    }

    #[test]
    fn codes_of_a_newer_version_are_not_replaced() {
        let (book, id) = book(&["a-1"]);
        let json = String::from_utf8(book.to_payload().to_vec()).unwrap();
        let newer = json.replace(r#""place":0"#, r#""place":"first""#);
        let mut book = Accounts::from_payload(newer.as_bytes()).unwrap();
        let set = codes(&["b-2"]);
        let refused = with_edit(7, |edit| book.set_recovery_codes(id, set, edit));
        assert_eq!(refused.unwrap_err(), Error::NewerRecoveryCodes);
        let now = String::from_utf8(book.to_payload().to_vec()).unwrap();
        assert!(now.contains(r#"{"code":"a-1","place":"first"}"#), "{now}");
    }

    #[test]
    fn replacing_an_account_keeps_its_codes() {
        for issuer in ["Batch", "Other"] {
            let (mut book, id) = book(&["old-1"]);
            let candidate = Candidate {
                recovery: codes(&["new-1", "old-1"]),
                ..crate::testing::candidate(issuer, "a")
            };
            let added = with_edit(7, |edit| book.replace(id, candidate, edit)).unwrap();
            let mut now = shown(&book, added.ids[0]);
            now.sort();
            assert_eq!(now, ["new-1", "old-1"], "{issuer}");
        }
    }

    #[test]
    fn they_read_back_equal_and_what_a_newer_version_wrote_stays() {
        let (mut book, id) = book(&["b\"2", "\u{1f511}"]);
        let _ = with_edit(9, |edit| book.mark_recovery_code(id, "b\"2", true, edit)).unwrap();
        let json = String::from_utf8(book.to_payload().to_vec()).unwrap();
        let written =
            r#""recovery_codes":[{"code":"b\"2","place":0,"used":9},{"code":"🔑","place":1}]}]"#;
        assert!(json.contains(written), "{json}");
        for json in [
            json.clone(),
            json.replace(r#""used":9"#, r#""used":9,"by":[1, 1.50]"#),
            json.replace(r#""place":1"#, r#""place":"first""#),
            json.replace("🔑", r#"b\"2"#),
        ] {
            let again = Accounts::from_payload(json.as_bytes()).unwrap();
            assert_eq!(String::from_utf8_lossy(&again.to_payload()), json);
        }
    }

    #[test]
    fn there_is_an_end_to_them() {
        let many: Vec<String> = (0..=CODES).map(|number| number.to_string()).collect();
        let many = many.iter().map(|text| (text.as_str(), None));
        let limit = CODES;
        assert_eq!(
            RecoveryCodes::new(many),
            Err(Error::TooManyRecoveryCodes { limit })
        );
        let long = "x".repeat(CODE_BYTES + 1);
        assert!(RecoveryCodes::new([(long.as_str(), None)]).is_err());
    }

    #[test]
    fn debug_shows_counts_alone() {
        assert_eq!(format!("{:?}", codes(&["a-1"])), "RecoveryCodes(1 of 1)");
    }
}
