//! No password but the right one: a thousand at random, and every one that is nearly right.

use std::sync::Mutex;

use keytick_vault::{Credential, KdfCost, LockedVault, Vault};
use sha2::{Digest, Sha256};

use crate::support::{folder, password, path_in, stamp, vault};

const RIGHT: &str = "Zürich hunter2";

/// Tries texts on all cores: the classes of the refusals, `ok` where one opens the vault.
fn classes(right: &str, texts: &[String]) -> Vec<&'static str> {
    let folder = folder();
    let path = path_in(&folder);
    Vault::create(&path, &password(right), KdfCost::cheap(), b"x", &stamp()).unwrap();
    let locked = LockedVault::open(&path).unwrap();
    let left = Mutex::new(texts.iter().enumerate());
    let classes = Mutex::new(vec![""; texts.len()]);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let Some((place, text)) = left.lock().unwrap().next() else {
                        break;
                    };
                    let opened = locked.unlock(Credential::Password(&password(text)));
                    let class = opened.map_or_else(|error| error.class().unwrap(), |_| "ok");
                    classes.lock().unwrap()[place] = class;
                }
            });
        }
    });
    classes.into_inner().unwrap()
}

#[track_caller]
fn check(texts: &[String], expected: &str) {
    for (class, text) in classes(RIGHT, texts).iter().zip(texts) {
        assert_eq!(*class, expected, "{text:?}");
    }
}

/// Printable texts of 1 to 24 characters, always the same ones.
fn random_texts(count: u32) -> Vec<String> {
    let text = |number: u32| {
        let hash = Sha256::digest(number.to_be_bytes());
        let length = usize::from(hash[31] % 24) + 1;
        let letters = hash[..length].iter();
        letters.map(|byte| char::from(b' ' + byte % 95)).collect()
    };
    (0..count).map(text).collect()
}

#[test]
fn a_password_is_checked_and_a_new_one_made_without_holding_the_vault() {
    let folder = folder();
    let mut vault = vault(&folder, b"one");
    let check = vault.password_check();
    let (path, cost) = (path_in(&folder), KdfCost::cheap());
    let new = keytick_vault::NewPassword::derive(&path, &password("new"), cost).unwrap();
    vault.set_new_password(new, &stamp()).unwrap();
    assert!(vault.verify_password(&password("new")));
    drop(vault);
    // What it was when it was asked for.
    assert!(check.is_right(&password("hunter2")));
    assert!(!check.is_right(&password("new")));
}

#[test]
fn a_thousand_random_passwords_are_wrong() {
    let texts = random_texts(1_000);
    assert!(!texts.iter().any(|text| text == RIGHT));
    check(&texts, "password");
}

#[test]
fn a_password_that_is_nearly_right_is_wrong() {
    let letters: Vec<char> = RIGHT.chars().collect();
    let mut texts: Vec<String> = [" ", "\n", "\r\n", "\t", "\0", "\u{200b}", "\u{feff}", "."]
        .iter()
        .flat_map(|more| [format!("{RIGHT}{more}"), format!("{more}{RIGHT}")])
        .collect();
    for (place, letter) in letters.iter().enumerate() {
        let with = |middle: &str| {
            let before: String = letters[..place].iter().collect();
            let after: String = letters[place + 1..].iter().collect();
            format!("{before}{middle}{after}")
        };
        texts.push(with(""));
        texts.push(with(&format!("{letter}{letter}")));
        let upper = letter.to_uppercase().to_string();
        let lower = letter.to_lowercase().to_string();
        texts.extend([upper, lower].iter().map(|other| with(other)));
    }
    // The same to the eye: Cyrillic у and е, u with a dot below, an umlaut written out.
    texts.extend(
        [
            "Zürich huntеr2",
            "Zürich hуnter2",
            "Zụrich hunter2",
            "Zuerich hunter2",
        ]
        .map(str::to_owned),
    );
    texts.retain(|text| text != RIGHT);
    assert!(texts.len() > 50, "{}", texts.len());
    check(&texts, "password");
}

#[test]
fn one_text_typed_on_two_systems_is_one_password() {
    // Composed and decomposed, full-width, with a no-break space: one text in NFKC.
    let typed = [
        "Zürich hunter2",
        "Zu\u{308}rich hunter2",
        "Ｚürich hunter２",
        "Zürich\u{a0}hunter2",
    ];
    check(&typed.map(str::to_owned), "ok");
}
