//! Writes the text export, plain or locked.

use keytick_accounts::{Account, Usage};
use keytick_otp::write_uri;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use zeroize::Zeroizing;

use super::lock;
use crate::{Error, Output, Writing, entries, json};

/// What Ente keeps of an entry beside its key.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Display<'a> {
    pinned: bool,
    trashed: bool,
    last_used_at: u64,
    tap_count: u64,
    tags: &'a [String],
    note: &'a str,
    position: usize,
    icon_src: &'static str,
    #[serde(rename = "iconID")]
    icon_id: &'static str,
}

pub(super) fn write(accounts: &[&Account], writing: &mut Writing) -> Result<Vec<Output>, Error> {
    let text = text(accounts, writing.usage);
    let bytes = match writing.password {
        None => Zeroizing::new(text.as_bytes().to_vec()),
        Some(password) => {
            let locked = lock::lock(text.as_bytes(), password, writing)?;
            json::write(&locked).into()
        }
    };
    Ok(vec![Output {
        name: "keytick-ente.txt".to_owned(),
        bytes,
    }])
}

fn text(accounts: &[&Account], usage: Option<&Usage>) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::new());
    for (position, account) in entries::in_order(accounts).into_iter().enumerate() {
        text.push_str(&line(account, position, usage));
        text.push('\n');
    }
    text
}

fn line(account: &Account, position: usize, usage: Option<&Usage>) -> Zeroizing<String> {
    const MICROSECONDS: u64 = 1_000_000;
    let last = usage.and_then(|usage| usage.last(account.id));
    let display = Display {
        pinned: account.favourite,
        trashed: false,
        last_used_at: last.unwrap_or_default().saturating_mul(MICROSECONDS),
        tap_count: usage.map_or(0, |usage| usage.count(account.id)),
        tags: &account.tags,
        note: &account.note,
        position,
        icon_src: "",
        icon_id: "",
    };
    let display = serde_json::to_string(&display).expect("its keys are texts");
    let display = utf8_percent_encode(&display, NON_ALPHANUMERIC);
    let uri = write_uri(&account.key, &account.issuer, &account.account);
    // Without the parameter, Ente takes an account without issuer for its own issuer.
    let issuer = match account.issuer.is_empty() {
        true => "&issuer=",
        false => "",
    };
    Zeroizing::new(format!("{}{issuer}&codeDisplay={display}", *uri))
}
