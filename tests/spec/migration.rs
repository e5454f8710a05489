//! Google Authenticator's export codes through `keytick add`.

use crate::google::{Entry, Payload};
use crate::keytick::Vault;

fn entry(name: &'static str, secret: &'static [u8]) -> Entry {
    Entry {
        secret,
        name,
        issuer: "Google",
        algorithm: 1,
        digits: 1,
        kind: 2,
        ..Entry::default()
    }
}

fn part(entries: &[Entry], index: i64, size: i64) -> String {
    Payload {
        entries: entries.iter().map(Entry::bytes).collect(),
        batch_size: size,
        batch_index: index,
        batch_id: -7,
        ..Payload::default()
    }
    .address()
}

#[test]
fn a_missing_part_is_named_and_the_others_come_in() {
    let vault = Vault::new();
    let part = part(&[entry("me", b"12345678901234567890")], 1, 3);
    let missing = [("parts", "1, 3"), ("missing", "2"), ("total", "3")];
    let missing = keytick_texts::text("formats-migration-parts-missing", &missing);
    let answer = vault
        .keytick(["add", "--uri=-", "--yes", "--json", "--quiet"])
        .stdin(&part)
        .run()
        .succeeds()
        .json();
    assert_eq!(answer["added"].as_array().unwrap().len(), 1);
    assert_eq!(answer["skipped"][0]["reason"], missing);
    assert_eq!(vault.names(), ["Google/me"]);
}

#[test]
fn the_same_part_twice_adds_nothing_twice() {
    let vault = Vault::new();
    let part = part(&[entry("me", b"12345678901234567890")], 0, 1);
    vault
        .keytick(["add", "--uri=-", "--yes"])
        .stdin(&part)
        .stdin(&part)
        .run()
        .stderr(
            "STATUS  ISSUER  ACCOUNT  TYPE\n\
             new     Google  me       totp\n\
             Added 1 account.",
        )
        .code(0);
}

#[test]
fn entries_keep_their_settings() {
    let vault = Vault::new();
    let eight = Entry {
        algorithm: 3,
        digits: 2,
        ..entry("eight", b"12345678901234567890")
    };
    let counted = Entry {
        kind: 1,
        counter: 9,
        ..entry("counted", b"12345678901234567890")
    };
    vault
        .keytick(["add", "--uri=-", "--yes", "--quiet"])
        .stdin(&part(&[eight, counted], 0, 0))
        .run()
        .code(0);
    vault
        .keytick(["code", "counted"])
        .run()
        .stdout("520489")
        .code(0);
    vault
        .keytick(["list", "eight", "--json"])
        .run()
        .hiding(&["created"])
        .stdout(r#"{"accounts":[{"id":"[id]","type":"totp","issuer":"Google","account":"eight","algorithm":"SHA512","digits":8,"period":30,"counter":null,"tags":[],"note":"","icon":null,"created":…,"used":null}]}"#)
        .code(0);
}
