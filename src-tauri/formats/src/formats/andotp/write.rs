//! Writes andOTP's backup.

use keytick_accounts::{Account, Usage};
use serde::Serialize;
use zeroize::Zeroizing;

use super::lock;
use crate::{Error, Output, Writing, entries, json};

#[derive(Serialize)]
struct Entry<'a> {
    secret: Zeroizing<String>,
    issuer: &'a str,
    label: &'a str,
    digits: u8,
    #[serde(rename = "type")]
    type_name: String,
    algorithm: &'static str,
    thumbnail: &'static str,
    last_used: u64,
    used_frequency: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counter: Option<u64>,
    tags: &'a [String],
}

pub(super) fn write(accounts: &[&Account], writing: &mut Writing) -> Result<Vec<Output>, Error> {
    let list: Vec<Entry> = entries::in_order(accounts)
        .into_iter()
        .map(|account| entry(account, writing.usage))
        .collect();
    let bytes = Zeroizing::new(json::write(&list));
    let (name, bytes) = match writing.password {
        None => ("keytick-andotp.json", bytes),
        Some(password) => {
            let locked = lock::lock(&bytes, password, writing)?;
            ("keytick-andotp.json.aes", locked.into())
        }
    };
    Ok(vec![Output {
        name: name.to_owned(),
        bytes,
    }])
}

fn entry<'a>(account: &'a Account, usage: Option<&Usage>) -> Entry<'a> {
    const MILLISECONDS: u64 = 1000;
    let last = usage.and_then(|usage| usage.last(account.id));
    let kind = &account.key.kind;
    Entry {
        secret: padded(&account.key.to_text()),
        issuer: &account.issuer,
        label: &account.account,
        digits: kind.digits(),
        type_name: kind.type_name().to_ascii_uppercase(),
        algorithm: kind.algorithm_name(),
        thumbnail: "Default",
        last_used: last.unwrap_or_default().saturating_mul(MILLISECONDS),
        used_frequency: usage.map_or(0, |usage| usage.count(account.id)),
        period: kind.period(),
        counter: kind.counter(),
        tags: &account.tags,
    }
}

/// Base32 with padding, as andOTP writes it.
fn padded(base32: &str) -> Zeroizing<String> {
    const GROUP: usize = 8;
    let length = base32.len().next_multiple_of(GROUP);
    Zeroizing::new(format!("{base32:=<length$}"))
}
