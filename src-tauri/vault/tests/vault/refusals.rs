//! What a refusal says, beyond the class of its check (see `vectors`).

use keytick_vault::{Credential, Error, LockedVault, RecoveryKey};

use crate::support::{folder, password, path_in};
use crate::writer::{PASSWORD, RECOVERY, Writer};

/// Opens a file with the recovery key.
fn open(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    open_with(
        bytes,
        Credential::Recovery(&RecoveryKey::parse(RECOVERY).unwrap()),
    )
}

fn open_with(bytes: &[u8], credential: Credential) -> Result<Vec<u8>, Error> {
    let folder = folder();
    std::fs::write(path_in(&folder), bytes).unwrap();
    let locked = LockedVault::open(&path_in(&folder))?;
    let (_, payload) = locked.unlock(credential)?;
    Ok(payload.to_vec())
}

fn id_of(change: impl FnOnce(&mut Writer)) -> &'static str {
    open(&Writer::with(change)).unwrap_err().id()
}

#[test]
fn each_kind_of_refusal_has_its_own_sentence() {
    assert_eq!(id_of(|w| w.magic[0] = 0), "vault-not-a-vault");
    assert_eq!(id_of(|w| w.length_lies.0 = 1), "vault-damaged");
    assert_eq!(id_of(|w| w.header["nonce"] = "".into()), "vault-damaged");
    assert_eq!(id_of(|w| w.version = (2, 0)), "vault-too-new");
    assert_eq!(id_of(|w| w.header["crit"] = ["x"].into()), "vault-too-new");
    // No program ever wrote it, and no newer one will.
    assert_eq!(id_of(|w| w.version = (0, 0)), "vault-damaged");
    let commit = "00".repeat(32);
    assert_eq!(
        id_of(|w| w.header["slots"][0]["commit"] = commit.into()),
        "vault-wrong-recovery-key"
    );
    let wrapped = "00".repeat(48);
    assert_eq!(
        id_of(|w| w.header["slots"][0]["wrap"]["ct"] = wrapped.into()),
        "vault-tampered"
    );
    assert_eq!(
        id_of(|w| w.change_mac = |mac| mac[0] ^= 1),
        "vault-tampered"
    );
    assert_eq!(
        id_of(|w| w.change_payload = |p| p[0] ^= 1),
        "vault-tampered"
    );
    assert_eq!(id_of(|w| w.plain[4095] = 1), "vault-tampered");
}

#[test]
fn a_newer_version_is_named() {
    let error = open(&Writer::with(|w| w.version = (2, 1))).unwrap_err();
    let needs = error
        .params()
        .into_iter()
        .find(|(name, _)| *name == "needs");
    assert_eq!(needs, Some(("needs", "format 2.1".to_owned())));
}

#[test]
fn a_slot_that_is_not_there_is_named() {
    let typed = password(PASSWORD);
    let error = open_with(&Writer::new().bytes(), Credential::Password(&typed)).unwrap_err();
    assert_eq!(
        (error.id(), error.class()),
        ("vault-no-slot", Some("password"))
    );
    assert!(error.to_string().ends_with("it has no password slot"));
}

#[test]
fn an_error_shows_neither_secret_nor_content() {
    let bytes = Writer::with_header_text(r#"{"vault_id":"sentinel"}"#);
    let shown = format!("{:?} {0}", open(&bytes).unwrap_err());
    assert!(!shown.contains("sentinel"), "{shown}");
}
