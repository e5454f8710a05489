//! Files with exactly one fault each, and the class of the check that must name it.
//!
//! They are made by [`crate::writer`] and kept in `tests/fixtures/vaults/faults.json`, so that
//! other readers can use them; `KEYTICK_UPDATE=1` writes that file again.

mod frame;
mod header;
mod json;
mod kept;
mod sealed;
mod slots;
mod whole;

use keytick_accounts::Accounts;
use keytick_vault::{Credential, LockedVault, RecoveryKey};
use serde_json::Value;

use crate::independent;
use crate::support::{folder, password, path_in};
use crate::writer::{PASSWORD, RECOVERY, Writer, password_slot, recovery_slot};

/// The cheapest numbers that a reader takes: KiB, passes, lanes.
const CHEAP: (u32, u32, u32) = (19 * 1024, 1, 1);

/// A file, what is brought to open it, and what comes of that.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector {
    pub name: String,
    /// The check that refuses the file, or `ok`.
    pub class: String,
    /// The type of the slot to open.
    pub slot: &'static str,
    pub secret: String,
    pub bytes: Vec<u8>,
}

/// Vectors in the making.
#[derive(Default)]
struct Vectors(Vec<Vector>);

impl Vectors {
    /// Bytes that are opened with the recovery key.
    fn bytes(&mut self, class: &str, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.push(Vector {
            name: name.into(),
            class: class.to_owned(),
            slot: "recovery",
            secret: RECOVERY.to_owned(),
            bytes: bytes.into(),
        });
    }

    /// A file that is whole but for one change, made before it is sealed.
    fn writer(&mut self, class: &str, name: impl Into<String>, change: impl FnOnce(&mut Writer)) {
        let mut writer = base();
        change(&mut writer);
        self.bytes(class, name, writer.bytes());
    }

    /// The same with a change in the header.
    fn header(&mut self, class: &str, name: impl Into<String>, change: impl FnOnce(&mut Value)) {
        self.writer(class, name, |writer| change(&mut writer.header));
    }

    /// The base with its header's text replaced.
    fn text(&mut self, class: &str, name: impl Into<String>, text: impl Into<Vec<u8>>) {
        self.writer(class, name, |writer| writer.header_text = Some(text.into()));
    }

    /// The same file, opened with a password.
    fn password(&mut self, class: &str, name: impl Into<String>, secret: &str, file: Vec<u8>) {
        self.bytes(class, name, file);
        let last = self.0.last_mut().unwrap();
        last.slot = "password";
        secret.clone_into(&mut last.secret);
    }
}

/// The file that nearly all vectors start from: two slots and the smallest payload that
/// Keytick writes.
pub fn base() -> Writer {
    let mut writer = Writer::new();
    writer.header["slots"] = vec![recovery_slot(1), password_slot(2, CHEAP)].into();
    writer.content(br#"{"schema":1,"accounts":[]}"#);
    writer
}

pub fn all() -> Vec<Vector> {
    let mut vectors = Vectors::default();
    whole::add(&mut vectors);
    frame::add(&mut vectors);
    json::add(&mut vectors);
    header::add(&mut vectors);
    slots::add(&mut vectors);
    sealed::add(&mut vectors);
    vectors.0
}

/// What Keytick says of a vector, down to the payload's schema.
fn class(vector: &Vector) -> String {
    let folder = folder();
    std::fs::write(path_in(&folder), &vector.bytes).unwrap();
    let opened = LockedVault::open(&path_in(&folder)).and_then(|locked| match vector.slot {
        "recovery" => {
            let key = RecoveryKey::parse(&vector.secret).unwrap();
            locked.unlock(Credential::Recovery(&key))
        }
        _ => locked.unlock(Credential::Password(&password(&vector.secret))),
    });
    let class = match opened {
        Err(error) => error.class().expect("refused by a check"),
        Ok((_, payload)) if Accounts::from_payload(&payload).is_err() => "schema",
        Ok(_) => "ok",
    };
    class.to_owned()
}

#[test]
fn every_fault_is_named_by_the_check_it_belongs_to() {
    let wrong: Vec<String> = all()
        .iter()
        .filter(|vector| class(vector) != vector.class)
        .map(|vector| format!("{}: {} not {}", vector.name, class(vector), vector.class))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_independent_reader_names_every_fault_the_same() {
    let vectors = all();
    let Some(classes) = independent::classes(&vectors) else {
        return;
    };
    let wrong: Vec<String> = vectors
        .iter()
        .zip(&classes)
        .filter(|(vector, class)| vector.class != **class)
        .map(|(vector, class)| format!("{}: {class} not {}", vector.name, vector.class))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(vectors.len(), classes.len());
}

#[test]
fn there_are_vectors_for_every_class() {
    const LEAST: [(&str, usize); 11] = [
        ("magic", 15),
        ("length", 25),
        ("trailer", 10),
        ("version", 10),
        ("header", 90),
        ("slot", 50),
        ("password", 15),
        ("header-mac", 15),
        ("payload", 10),
        ("padding", 8),
        ("schema", 15),
    ];
    let all = all();
    let faults = all.iter().filter(|vector| vector.class != "ok").count();
    assert!(faults >= 300, "{faults} faults");
    for (class, least) in LEAST {
        let found = all.iter().filter(|vector| vector.class == class).count();
        assert!(found >= least, "{class}: {found}");
    }
    let mut names: Vec<&str> = all.iter().map(|vector| vector.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all.len(), "names are used once");
}

#[test]
fn the_kept_vectors_are_these() {
    let made = all();
    if std::env::var_os("KEYTICK_UPDATE").is_some() {
        kept::write(&made);
    }
    assert!(kept::read() == made, "KEYTICK_UPDATE=1 writes them again");
}

#[test]
fn the_password_in_them_is_the_writers() {
    let opened = all().into_iter().find(|vector| vector.slot == "password");
    assert_eq!(opened.unwrap().secret, PASSWORD);
}
