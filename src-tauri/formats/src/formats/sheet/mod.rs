//! A sheet for printing: a QR code and the key in letters for each account, as a web page or
//! as a PDF. Both can be read back.

mod html;
mod pdf;

use keytick_accounts::Account;
use keytick_otp::{Algorithm, Kind, Names, write_uri};
use keytick_qr::Matrix;
use zeroize::Zeroizing;

use crate::{Error, Field, Holds};

pub(super) const HTML: crate::Format = html::FORMAT;
pub(super) const PDF: crate::Format = pdf::FORMAT;

const HOLDS: Holds = Holds {
    types: &["totp", "hotp", "steam", "motp", "yandex"],
    algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
    digits: &[4, 5, 6, 7, 8, 9, 10],
    periods: &[],
    fields: &[Field::Order],
};

/// What stands on the sheet for one account.
struct Card {
    /// The issuer, or the account where there is none.
    title: String,
    /// The account, or nothing.
    subtitle: String,
    uri: Zeroizing<String>,
    code: Matrix,
    /// The key, four letters at a time, as people read them to each other.
    key: Zeroizing<String>,
    /// What has to be set by hand where the key is typed, if it is not what everybody takes.
    settings: String,
}

/// Gives a sentence by its id, in a language that the sheet can show.
type Say = fn(&str, &[(&str, &str)]) -> String;

impl Card {
    /// # Errors
    /// [`Error::NameTooLong`] where the code would be too large.
    fn of(account: &Account, say: Say) -> Result<Self, Error> {
        let uri = write_uri(&account.key, &account.issuer, &account.account);
        let names = Names::exact(&account.issuer, &account.account);
        let code = keytick_qr::encode(&uri).map_err(|_| Error::NameTooLong {
            name: names.to_string(),
        })?;
        let (title, subtitle) = match names.issuer.is_empty() {
            true => (names.account, String::new()),
            false => (names.issuer, names.account),
        };
        Ok(Self {
            title,
            subtitle,
            uri,
            code,
            key: in_groups(&account.key.to_text()),
            settings: settings(&account.key.kind, say),
        })
    }
}

fn settings(kind: &Kind, say: Say) -> String {
    if *kind == Kind::default() {
        return String::new();
    }
    let digits = kind.digits().to_string();
    let moves = match (kind.counter(), kind.period()) {
        (Some(counter), _) => say(
            "formats-sheet-counter",
            &[("counter", &counter.to_string())],
        ),
        (None, period) => {
            let period = period.unwrap_or_default().to_string();
            say("formats-sheet-period", &[("period", &period)])
        }
    };
    let args = [
        ("type", kind.type_name()),
        ("algorithm", kind.algorithm_name()),
        ("digits", &digits),
        ("moves", &moves),
    ];
    say("formats-sheet-settings", &args)
}

fn in_groups(key: &str) -> Zeroizing<String> {
    let mut groups = Zeroizing::new(String::with_capacity(key.len() * 5 / 4 + 1));
    for (place, character) in key.chars().enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            groups.push(' ');
        }
        groups.push(character);
    }
    groups
}
