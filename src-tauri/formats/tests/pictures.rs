//! What many pictures give together.

mod common;

use common::{Entry, Payload};
use keytick_accounts::Origin;
use keytick_formats::{Error, Found, Pictures, read_text};
use keytick_qr::{FoundCode, Picture, PictureError};

/// Gathers pictures, each given by its name and the texts of its codes.
fn gather(pictures: &[(&str, &[&str])]) -> Found {
    let pixel = Picture::from_rgba(1, 1, vec![255; 4]).expect("one pixel");
    let mut gathered = Pictures::new();
    for (name, texts) in pictures {
        let codes: Vec<FoundCode> = texts.iter().map(|text| code(text)).collect();
        gathered.add(name, Ok(&pixel), &codes);
    }
    gathered.finish()
}

fn code(text: &str) -> FoundCode {
    FoundCode {
        text: text.to_owned().into(),
        corners: [[0.0; 2]; 4],
    }
}

/// Accounts as `issuer in source, picture`.
fn accounts(found: &Found) -> Vec<String> {
    let shown = found.accounts.iter().map(|(candidate, picture)| {
        format!("{} in {}, {picture:?}", candidate.issuer, candidate.source)
    });
    shown.collect()
}

/// Problems as `name, picture: id`.
fn problems(found: &Found) -> Vec<String> {
    let shown = found.problems.iter().map(|problem| {
        format!(
            "{}, {:?}: {}",
            problem.name,
            problem.picture,
            problem.reason.id()
        )
    });
    shown.collect()
}

fn key(issuer: &str) -> String {
    format!("otpauth://totp/{issuer}:me?secret=GEZDGNBVGY3TQOJQ&issuer={issuer}")
}

/// One part of a transfer, with an account called as the part.
fn part(issuer: &'static str, index: i64, size: i64) -> String {
    let entry = Entry {
        secret: b"1234567890",
        name: "me",
        issuer,
        ..Entry::default()
    };
    Payload {
        entries: vec![entry.bytes()],
        batch_size: size,
        batch_index: index,
        batch_id: -99,
        ..Payload::default()
    }
    .address()
}

#[test]
fn every_code_of_every_picture_counts() {
    let found = gather(&[
        ("both.png", &[&key("A"), &key("B")]),
        ("third.png", &[&key("C")]),
    ]);
    assert_eq!(
        accounts(&found),
        [
            "A in both.png, Some(0)",
            "B in both.png, Some(0)",
            "C in third.png, Some(1)"
        ]
    );
    assert_eq!(found.problems, []);
    assert_eq!(found.accounts[0].0.origin, Origin::Person);
}

#[test]
fn a_picture_that_gives_nothing_says_why_and_keeps_its_number() {
    let mut pictures = Pictures::new();
    pictures.add("a.png", Err(PictureError::NotAPicture), &[]);
    let pixel = Picture::from_rgba(1, 1, vec![255; 4]).expect("one pixel");
    pictures.add("b.png", Ok(&pixel), &[]);
    pictures.add("c.png", Ok(&pixel), &[code("otpauth://totp/a?secret=A1")]);
    pictures.add("d.png", Ok(&pixel), &[code(&key("D"))]);
    let found = pictures.finish();
    assert_eq!(accounts(&found), ["D in d.png, Some(3)"]);
    assert_eq!(
        problems(&found),
        [
            "a.png, Some(0): qr-not-a-picture",
            "b.png, Some(1): formats-no-code",
            "c.png, Some(2): otp-secret-character",
        ]
    );
}

#[test]
fn a_web_address_is_a_problem_only_without_a_key_beside_it() {
    let found = gather(&[
        ("app.png", &["https://example.com/app"]),
        ("site.png", &["https://example.com/app", &key("A")]),
        ("push.png", &["phonefactor://activate_account", &key("B")]),
    ]);
    assert_eq!(found.accounts.len(), 2);
    assert_eq!(
        problems(&found),
        [
            "app.png, Some(0): formats-web-address",
            "push.png, Some(2): formats-other-app",
        ]
    );
    let address = "https://example.com/app".to_owned();
    assert_eq!(found.problems[0].reason, Error::WebAddress { address });
}

#[test]
fn parts_of_a_transfer_may_be_in_one_picture_or_in_many_in_any_order() {
    let (first, second, third) = (part("A", 0, 3), part("B", 1, 3), part("C", 2, 3));
    let one = gather(&[("all.png", &[&first, &second, &third])]);
    assert_eq!((one.accounts.len(), one.problems.len()), (3, 0));
    let many = gather(&[
        ("3.png", &[&third]),
        ("1.png", &[&first]),
        ("2.png", &[&second]),
    ]);
    assert_eq!(
        accounts(&many),
        [
            "C in 3.png, Some(0)",
            "A in 1.png, Some(1)",
            "B in 2.png, Some(2)"
        ]
    );
    assert_eq!(many.problems, []);
}

#[test]
fn a_missing_part_is_named_where_the_first_one_was() {
    let found = gather(&[
        ("a.png", &[&key("X")]),
        ("b.png", &[&part("A", 0, 3)]),
        ("c.png", &[&part("C", 2, 3)]),
    ]);
    assert_eq!(found.accounts.len(), 3);
    assert_eq!(
        problems(&found),
        ["b.png, Some(1): formats-migration-parts-missing"]
    );
    let missing = Error::MigrationPartsMissing {
        parts: "2".to_owned(),
        missing: 1,
        total: 3,
    };
    assert_eq!(found.problems[0].reason, missing);
}

#[test]
fn the_same_part_twice_is_the_same_as_once() {
    let first = part("A", 0, 2);
    let found = gather(&[
        ("a.png", &[&first, &first]),
        ("b.png", &[&first, &part("B", 1, 2)]),
    ]);
    assert_eq!(
        accounts(&found),
        ["A in a.png, Some(0)", "B in b.png, Some(1)"]
    );
    assert_eq!(found.problems, []);
}

/// Other programs write the same batch number and index into every code.
#[test]
fn parts_that_only_claim_to_be_the_same_all_count() {
    let found = gather(&[("a.png", &[&part("A", 0, 1), &part("B", 0, 1)])]);
    assert_eq!(found.accounts.len(), 2);
    assert_eq!(found.problems, []);
}

#[test]
fn a_part_that_is_found_later_completes_its_transfer() {
    let mut pictures = Pictures::new();
    pictures.add_to(0, "a.png", &[code(&part("One", 0, 2))]);
    let first = pictures.so_far();
    assert_eq!(accounts(&first), ["One in a.png, Some(0)"]);
    assert_eq!(
        problems(&first),
        ["a.png, Some(0): formats-migration-parts-missing"]
    );
    pictures.add_to(1, "b.png", &[code(&part("Two", 1, 2))]);
    let second = pictures.so_far();
    assert_eq!(accounts(&second), ["Two in b.png, Some(1)"]);
    assert_eq!(problems(&second), Vec::<String>::new());
}

#[test]
fn an_entry_that_cannot_be_used_is_named_with_its_picture() {
    let md5 = Entry {
        secret: b"1234567890",
        name: "me",
        issuer: "Old",
        algorithm: 4,
        ..Entry::default()
    };
    let payload = Payload {
        entries: vec![md5.bytes()],
        ..Payload::default()
    };
    let found = gather(&[("export.png", &[&payload.address()])]);
    assert_eq!(
        problems(&found),
        ["export.png: Old (me), Some(0): otp-algorithm"]
    );
}

#[test]
fn text_and_pictures_make_one_transfer() {
    let pixel = Picture::from_rgba(1, 1, vec![255; 4]).expect("one pixel");
    let mut pictures = Pictures::new();
    pictures.add_text("", &part("A", 0, 2));
    pictures.add("b.png", Ok(&pixel), &[code(&part("B", 1, 2))]);
    let found = pictures.finish();
    assert_eq!(accounts(&found), ["A in , None", "B in b.png, Some(0)"]);
    assert_eq!(found.problems, []);
}

#[test]
fn a_text_holds_one_key_a_line() {
    let text = format!(
        "\u{feff}# my keys\r\n{}\r\n\r\n  steam://GEZDGNBVGY3TQOJQ\nhttps://example.com\nhello\n",
        key("A")
    );
    let import = read_text(&text, "keys.txt");
    let issuers: Vec<_> = import.accounts.iter().map(|found| &*found.issuer).collect();
    assert_eq!(issuers, ["A", "Steam"]);
    assert_eq!(import.accounts[0].source, "keys.txt");
    let skipped: Vec<_> = import
        .skipped
        .iter()
        .map(|skipped| format!("{}: {}", skipped.name, skipped.reason.id()))
        .collect();
    assert_eq!(
        skipped,
        [
            "keys.txt:5: formats-web-address",
            "keys.txt:6: formats-not-a-key"
        ]
    );
}

/// What a text gives no account for, as `name: id`.
fn skipped(text: &str, source: &str) -> Vec<String> {
    let import = read_text(text, source);
    let shown = import
        .skipped
        .iter()
        .map(|skipped| format!("{}: {}", skipped.name, skipped.reason.id()));
    shown.collect()
}

#[test]
fn a_pasted_line_is_called_by_its_names_else_by_its_number() {
    let text = format!(
        "{}\nhello\notpauth://totp/Acme:me?secret=A1\notpauth://totp/x&secret=JBSWY3DPEHPK3PXP",
        key("A")
    );
    assert_eq!(
        skipped(&text, ""),
        [
            "line 2: formats-not-a-key",
            "Acme (me): otp-secret-character",
            "line 4: otp-secret-missing",
        ]
    );
}

#[test]
fn transfers_in_a_text_are_named_too() {
    let damaged = Payload {
        entries: vec![vec![0xff]],
        ..Payload::default()
    };
    let text = format!("\n{}\n{}", damaged.address(), part("A", 0, 2));
    assert_eq!(
        skipped(&text, ""),
        [
            "line 2: formats-migration-entry-damaged",
            "line 3: formats-migration-parts-missing"
        ]
    );
    assert_eq!(
        skipped(&text, "keys.txt"),
        [
            "keys.txt:2: formats-migration-entry-damaged",
            "keys.txt:3: formats-migration-parts-missing"
        ]
    );
}
