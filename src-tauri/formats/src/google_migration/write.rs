//! Writing a transfer as Google Authenticator's own: at most ten accounts a QR code.

use keytick_accounts::Account;
use keytick_otp::{Algorithm, Kind, Names};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use prost::Message;
use zeroize::Zeroizing;

use super::wire;
use crate::{Error, encoding};

/// What the app puts in one QR code.
const MOST_ACCOUNTS: usize = 10;
/// As many bytes as a code can have that cameras still read well: about 100 modules a side.
const MOST_BYTES: usize = 700;
/// As many as any QR code can have, in base64 with its escapes.
const MOST_BYTES_ALONE: usize = 2000;

/// The addresses for as many QR codes as it takes. `batch` is what they have in common, a
/// random number. Accounts that such a transfer cannot hold are left out.
///
/// # Errors
/// [`Error::NameTooLong`].
pub fn write(accounts: &[&Account], batch: i32) -> Result<Vec<Zeroizing<String>>, Error> {
    let mut parts: Vec<Vec<Vec<u8>>> = Vec::new();
    let mut room = 0;
    for account in accounts {
        let Some(entry) = entry(account) else {
            continue;
        };
        let bytes = entry.encode_to_vec();
        if bytes.len() > MOST_BYTES_ALONE {
            let name = Names::exact(&account.issuer, &account.account).to_string();
            return Err(Error::NameTooLong { name });
        }
        match parts.last_mut() {
            Some(part) if part.len() < MOST_ACCOUNTS && bytes.len() <= room => {
                room -= bytes.len();
                part.push(bytes);
            }
            _ => {
                room = MOST_BYTES.saturating_sub(bytes.len());
                parts.push(vec![bytes]);
            }
        }
    }
    let size = i32::try_from(parts.len()).unwrap_or(i32::MAX);
    let parts = (0..).zip(parts).map(|(index, entries)| {
        address(&wire::Payload {
            entries,
            version: 1,
            batch_size: size,
            batch_index: index,
            batch_id: batch,
        })
    });
    Ok(parts.collect())
}

fn address(payload: &wire::Payload) -> Zeroizing<String> {
    let bytes = Zeroizing::new(payload.encode_to_vec());
    let base64 = Zeroizing::new(encoding::to_base64(&bytes));
    let escaped = utf8_percent_encode(&base64, NON_ALPHANUMERIC);
    Zeroizing::new(format!("otpauth-migration://offline?data={escaped}"))
}

/// The account as a transfer has it; none where its codes would be wrong.
fn entry(account: &Account) -> Option<wire::Entry> {
    let number = |algorithm: &Algorithm| match algorithm {
        Algorithm::Sha1 => 1,
        Algorithm::Sha256 => 2,
        Algorithm::Sha512 => 3,
    };
    let (algorithm, digits, type_, counter) = match &account.key.kind {
        Kind::Totp {
            algorithm,
            digits,
            period,
        } if period.get() == 30 => (number(algorithm), digits, 2, 0),
        Kind::Hotp {
            algorithm,
            digits,
            counter,
        } => (number(algorithm), digits, 1, i64::try_from(*counter).ok()?),
        _ => return None,
    };
    let digits = match digits.get() {
        6 => 1,
        8 => 2,
        _ => return None,
    };
    Some(wire::Entry {
        secret: account.key.secret.expose().to_vec(),
        name: name(account).into_bytes(),
        issuer: account.issuer.as_bytes().to_vec(),
        algorithm,
        digits,
        type_,
        counter,
    })
}

/// The app's own label is `issuer:account`, by which readers that know no issuer field go. An
/// issuer with a colon would be split by them.
fn name(account: &Account) -> String {
    match (account.issuer.as_str(), account.account.contains(':')) {
        ("", false) => account.account.clone(),
        (issuer, _) if issuer.contains(':') => account.account.clone(),
        (issuer, _) => format!("{issuer}:{}", account.account),
    }
}
