//! The vault's payload: accounts as JSON, schema 1. `SCHEMA.md` describes it.
//!
//! Nothing is dropped on the way through: fields of a newer program stay in place, and an
//! account that this version cannot read is kept byte for byte. Secrets are never copied
//! into memory that is not wiped.

mod read;
mod write;

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use keytick_otp::{Guarded, Safe};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::ser::Error as _;
use serde_json::value::RawValue;
use zeroize::Zeroizing;

pub(crate) use read::read_damaged;

/// The newest schema that this program reads, and the one it writes.
const SCHEMA: u32 = 1;

/// The names that the parameters of keys have, known and reserved. A field of another type
/// of key stays with the account, and must not be written twice when the type changes.
const PARAMETERS: [&str; 5] = ["algorithm", "digits", "period", "counter", "pin"];

/// The field of a repaired account with the text that was no key. It stays: a key may be won back
/// from it, and merging knows by it what was repaired.
pub(crate) const DAMAGED_SECRET: &str = "damaged_secret";

/// JSON that is kept as it was read. It may hold secrets, so it is wiped.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Kept(Guarded);

impl Kept {
    pub(crate) fn new(raw: &RawValue) -> Self {
        let json = Zeroizing::new(raw.get().as_bytes().to_vec());
        Self(Guarded::new(json))
    }

    /// Whether the text occurs in it.
    pub(crate) fn mentions(&self, text: &str) -> bool {
        let json = self.0.expose();
        str::from_utf8(&json).is_ok_and(|json| json.contains(text))
    }

    /// A text.
    pub(crate) fn of_text(text: &str) -> Self {
        let json = serde_json::to_vec(text).unwrap_or_default();
        Self(Guarded::new(Zeroizing::new(json)))
    }

    /// Its value, if it can be read as `T`.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&self.0.expose()).ok()
    }

    pub(crate) fn keep_in(&mut self, safe: &Arc<dyn Safe>) {
        self.0.keep_in(safe);
    }

    pub(crate) fn take_out(&mut self) {
        self.0 = self.0.taken_out();
    }
}

/// Nothing of it: it may hold a secret.
impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept")
    }
}

/// By its bytes: an order that is the same on every device.
impl Ord for Kept {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.expose().cmp(&*other.0.expose())
    }
}

impl PartialOrd for Kept {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Kept {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = self.0.expose();
        let raw: &RawValue = serde_json::from_slice(&json).map_err(S::Error::custom)?;
        raw.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use keytick_otp::{Kind, OtpKey, Pin};

    use crate::testing::{accounts, hotp_candidate, id_of, with_edit};
    use crate::{Accounts, Changes, Error, Id, Origin};

    const TOTP: &str = r#"{"id":"00000000-0000-4000-8000-000000000001","type":"totp","secret":"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ","algorithm":"SHA1","digits":6,"period":30,"issuer":"Batch","account":"a","origin":"person","created":5}"#;
    const TOTP_ID: Id = Id::from_u128(0x4000_8000_0000_0000_0001);

    fn payload(accounts: &str) -> String {
        format!(
            r#"{{"schema":1,"clock":"5.0.0101010101010101","accounts":[{accounts}],"tombstones":{{}}}}"#
        )
    }

    #[track_caller]
    fn passes_through_unchanged(json: &str) -> Accounts {
        let accounts = Accounts::from_payload(json.as_bytes()).unwrap();
        assert_eq!(String::from_utf8_lossy(&accounts.to_payload()), json);
        accounts
    }

    /// The one account of [`TOTP`] with `field` added at its end.
    #[track_caller]
    fn keeps_live(field: &str) -> Accounts {
        let account = TOTP.replace(r#""created":5"#, &format!(r#""created":5,{field}"#));
        let accounts = passes_through_unchanged(&payload(&account));
        assert_eq!(
            (accounts.live().count(), accounts.unreadable()),
            (1, 0),
            "{field}"
        );
        accounts
    }

    #[test]
    fn reads_and_writes_the_documented_shape() {
        let accounts = passes_through_unchanged(&payload(TOTP));
        assert_eq!(accounts.get(TOTP_ID).unwrap().issuer, "Batch");
    }

    #[test]
    fn keys_with_a_pin_keep_it_and_nothing_that_never_differs() {
        let kinds = r#""algorithm":"SHA1","digits":6,"period":30"#;
        let motp = TOTP
            .replace(kinds, r#""pin":"12 34""#)
            .replace("totp", "motp");
        let yandex = TOTP
            .replace(kinds, r#""pin":"7586""#)
            .replace("totp", "yandex")
            .replace(
                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                "LA2V6KMCGYMWWVEW64RNP3JA3I",
            );
        for (json, code) in [(&motp, "227312"), (&yandex, "oactmacq")] {
            let accounts = passes_through_unchanged(&payload(json));
            let account = accounts.get(TOTP_ID).unwrap();
            assert_eq!(*account.key.code_at(1_581_064_020).text, code);
        }
        for broken in [
            motp.replace(r#""pin":"12 34","#, ""),
            motp.replace("12 34", " "),
            yandex.replace("LA2V6KMC", ""),
        ] {
            let accounts = passes_through_unchanged(&payload(&broken));
            assert_eq!((accounts.live().count(), accounts.unreadable()), (0, 1));
        }
    }

    #[test]
    fn a_pin_of_a_key_without_one_stays_until_a_kind_needs_its_own() {
        let mut book = keeps_live(r#""pin":"of a newer version""#);
        let key = OtpKey {
            kind: Kind::Motp {
                pin: Pin::new("1").unwrap(),
            },
            ..book.get(TOTP_ID).unwrap().key.clone()
        };
        let changes = Changes {
            key: Some(key),
            ..Changes::default()
        };
        let _ = with_edit(7, |edit| book.edit(TOTP_ID, changes, edit)).unwrap();
        let json = String::from_utf8(book.to_payload().to_vec()).unwrap();
        assert_eq!(json.matches("pin").count(), 1, "{json}");
    }

    #[test]
    fn a_changed_account_reads_back_equal() {
        let mut book = accounts(&[("Batch", "a")]);
        let _ = with_edit(7, |edit| book.add(vec![hotp_candidate(3)], edit)).unwrap();
        let id = id_of(&book, "Batch");
        let changes = Changes {
            note: Some("n\u{1f511}\"".into()),
            tags: Some(vec!["Work".into()]),
            colour: Some(Some(4)),
            favourite: Some(true),
            ..Changes::default()
        };
        let _ = with_edit(9, |edit| book.edit(id, changes, edit)).unwrap();
        let _ = with_edit(10, |edit| book.trash(&[id], edit)).unwrap();
        let again = Accounts::from_payload(&book.to_payload()).unwrap();
        assert_eq!(again.all, book.all);
        assert_eq!(again.clock, book.clock);
    }

    #[test]
    fn keeps_fields_that_a_newer_version_wrote_to_the_byte() {
        keeps_live(r#""number":123456789012345678901234567890,"recovery_codes":["x", 1.50]"#);
        keeps_live(r#""huge":1e999"#);
        keeps_live(r#""counter":7"#);
        let json = payload(TOTP).replace(
            r#""tombstones":{}"#,
            r#""tombstones":{},"tags":{"Work": {"colour":3}}"#,
        );
        passes_through_unchanged(&json);
    }

    #[test]
    fn an_account_whose_new_fields_have_clocks_stays_live() {
        keeps_live(r#""modified":{"of_later":"6.0.0101010101010101"},"of_later":["x"]"#);
        keeps_live(r#""modified":{"issuer":"a clock of another form"}"#);
    }

    #[test]
    fn an_unknown_origin_does_not_hide_an_account() {
        let synced = TOTP.replace(r#""person""#, r#""sync""#);
        let accounts = passes_through_unchanged(&payload(&synced));
        assert_eq!(
            accounts.get(TOTP_ID).unwrap().origin,
            Origin::Other("sync".into())
        );
    }

    #[test]
    fn keeps_accounts_and_tombstones_of_another_form() {
        let ocra = r#"{"id":"00000000-0000-4000-8000-000000000002","type":"ocra","suite": "7"}"#;
        let json = payload(&format!("{TOTP},{ocra}")).replace(
            r#""tombstones":{}"#,
            r#""tombstones":{"00000000-0000-4000-8000-000000000003":"another form"}"#,
        );
        assert_eq!(passes_through_unchanged(&json).unreadable(), 1);
    }

    #[test]
    fn an_account_that_cannot_be_read_never_takes_a_good_one_along() {
        let broken = TOTP.replace("GEZD", "1111");
        let without_digits = TOTP.replace(r#""digits":6,"#, "");
        let json = payload(&format!("{TOTP},{broken},{without_digits},{TOTP}"));
        let accounts = passes_through_unchanged(&json);
        assert_eq!((accounts.live().count(), accounts.unreadable()), (1, 3));
    }

    #[test]
    fn forgetting_one_of_two_accounts_under_one_id_leaves_no_tombstone_for_the_other() {
        let mut book =
            Accounts::from_payload(payload(&format!("{TOTP},{TOTP}")).as_bytes()).unwrap();
        let _ = with_edit(6, |edit| book.trash(&[TOTP_ID], edit)).unwrap();
        with_edit(7, |edit| book.purge(&[TOTP_ID], edit));
        let again = Accounts::from_payload(&book.to_payload()).unwrap();
        assert_eq!((again.live().count(), again.tombstones.len()), (1, 0));
    }

    #[test]
    fn refuses_another_schema_and_what_is_no_payload() {
        let refused = |json: &str| Accounts::from_payload(json.as_bytes()).unwrap_err();
        assert_eq!(
            refused(r#"{"schema":2}"#),
            Error::TooNew {
                schema: 2,
                known: 1
            }
        );
        assert_eq!(refused(r#"{"schema":0}"#), Error::Payload("schema".into()));
        assert_eq!(refused("{}"), Error::Payload("schema".into()));
        assert_eq!(
            refused("JBSWY3DP"),
            Error::Payload("line 1, column 1".into())
        );
    }

    proptest::proptest! {
        #[test]
        fn any_names_read_back(issuer in ".*", account in ".*") {
            let book = accounts(&[(&issuer, &account)]);
            let again = Accounts::from_payload(&book.to_payload()).unwrap();
            proptest::prop_assert_eq!(&again.all, &book.all);
        }

        #[test]
        fn any_bytes_are_read_or_refused(payload: Vec<u8>) {
            let _ = Accounts::from_payload(&payload);
        }
    }
}
