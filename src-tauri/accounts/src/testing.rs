//! Accounts for this crate's tests.

use keytick_otp::{Algorithm, Digits, Kind, OtpKey, Period, Secret};

use crate::{Accounts, Candidate, Edit, Id};

/// A time-based candidate whose secret follows from its names.
pub(crate) fn candidate(issuer: &str, account: &str) -> Candidate {
    let mut secret = format!("{issuer}/{account}").into_bytes();
    secret.resize(20, b'.');
    let kind = Kind::Totp {
        algorithm: Algorithm::Sha1,
        digits: Digits::new(6).unwrap(),
        period: Period::new(30).unwrap(),
    };
    let key = OtpKey {
        secret: Secret::from_bytes(secret).unwrap(),
        kind,
    };
    Candidate::new(key, issuer, account)
}

/// A counter-based candidate with the secret of RFC 4226 appendix D.
pub(crate) fn hotp_candidate(counter: u64) -> Candidate {
    let secret = Secret::from_bytes(b"12345678901234567890".to_vec()).unwrap();
    let digits = Digits::new(6).unwrap();
    let kind = Kind::Hotp {
        algorithm: Algorithm::Sha1,
        digits,
        counter,
    };
    Candidate {
        key: OtpKey { secret, kind },
        ..candidate("Counter", "c")
    }
}

/// Live accounts with these issuers and account names.
pub(crate) fn accounts(names: &[(&str, &str)]) -> Accounts {
    let mut accounts = Accounts::new();
    let candidates = names
        .iter()
        .map(|(issuer, account)| candidate(issuer, account))
        .collect();
    with_edit(0, |edit| accounts.add(candidates, edit)).unwrap();
    accounts
}

pub(crate) fn id_of(accounts: &Accounts, issuer: &str) -> Id {
    accounts
        .live()
        .find(|account| account.issuer == issuer)
        .unwrap()
        .id
}

/// Runs a change at `now` seconds, with ids that count upwards from there.
pub(crate) fn with_edit<T>(now: u64, change: impl FnOnce(&mut Edit<'_>) -> T) -> T {
    let mut next = (now % 100) as u8;
    let mut random = |bytes: &mut [u8]| {
        next += 1;
        bytes.fill(next);
    };
    change(&mut Edit {
        now_ms: now * 1000,
        device: [1; 8],
        random: &mut random,
    })
}
