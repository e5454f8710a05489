//! Passwords and recovery keys that change, and what this version does not know.

use keytick_vault::{Credential, KdfCost, LockedVault, RecoveryKey, SlotKind};
use serde_json::{Value, json};

use crate::support::{folder, password, path_in, put, reload, stamp, vault, vault_with_recovery};
use crate::writer::{RECOVERY, Writer};

fn header(path: &std::path::Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    let length = u32::from_be_bytes(bytes[12..16].try_into().unwrap()) as usize;
    String::from_utf8(bytes[24..24 + length].to_vec()).unwrap()
}

#[test]
fn a_new_password_replaces_the_old_one_and_keeps_everything_else() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"kept");
    let (old, new) = (password("hunter2"), password("correct horse"));
    vault
        .set_password(&new, KdfCost::cheap(), &stamp())
        .unwrap();
    assert!(vault.verify_password(&new) && !vault.verify_password(&old));
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let (_, payload) = locked.unlock(Credential::Password(&new)).unwrap();
    assert_eq!(payload.as_slice(), b"kept");
    assert!(locked.unlock(Credential::Recovery(&recovery)).is_ok());
    let error = locked.unlock(Credential::Password(&old)).unwrap_err();
    assert_eq!(error.id(), "vault-wrong-password");
    assert_eq!(locked.info().slots.len(), 2);
    assert_eq!(locked.info().generation, 3);
}

#[test]
fn a_new_recovery_key_voids_the_one_before() {
    let folder = folder();
    let mut vault = vault(&folder, b"kept");
    assert!(!vault.has_recovery());
    let first = vault.new_recovery_key(&stamp()).unwrap();
    assert!(vault.has_recovery() && vault.check_recovery(&first));
    let second = vault.new_recovery_key(&stamp()).unwrap();
    assert!(vault.check_recovery(&second) && !vault.check_recovery(&first));
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    assert!(locked.unlock(Credential::Recovery(&second)).is_ok());
    let error = locked.unlock(Credential::Recovery(&first)).unwrap_err();
    assert_eq!(error.id(), "vault-wrong-recovery-key");
}

#[test]
fn changing_a_password_keeps_what_another_program_saved_meanwhile() {
    let folder = folder();
    let (mut first, recovery) = vault_with_recovery(&folder, b"one");
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let (mut second, _) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    put(&mut second, b"two").unwrap();
    first
        .set_password(&password("new"), KdfCost::cheap(), &stamp())
        .unwrap();
    // The first program has never seen it, so it is handed out, once.
    assert_eq!(reload(&mut first).unwrap(), Some(b"two".to_vec()));
    assert_eq!(reload(&mut first).unwrap(), None);
    // And the second program learns of the new password.
    assert_eq!(reload(&mut second).unwrap(), Some(b"two".to_vec()));
    assert!(second.verify_password(&password("new")));
}

#[test]
fn what_this_version_does_not_know_survives_a_save() {
    let folder = folder();
    let path = path_in(&folder);
    let card = r#"{"id":7,"type":"smart-card","n":1.50,"deep":{"b":[1, null],"a":"\u0041"}}"#;
    let fido = r#"{"type":"fido2-hmac-secret","id":8,"credential":"AQID"}"#;
    let mut writer = Writer::new();
    writer.version = (1, 3);
    writer.header["slots"][0]["label"] = json!("safe in the cellar");
    let text = writer.header.to_string();
    let text = text.replacen('{', r#"{"colour":{"r" : 1e2},"#, 1);
    // The list of slots ends where its only one does.
    let text = text.replacen("}}]", &format!("}}}},{card},{fido}]"), 1);
    assert!(text.contains(card), "{text}");
    writer.header_text = Some(text.into_bytes());
    std::fs::write(&path, writer.bytes()).unwrap();

    let recovery = RecoveryKey::parse(RECOVERY).unwrap();
    let locked = LockedVault::open(&path).unwrap();
    let (mut vault, _) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    put(&mut vault, b"changed").unwrap();
    vault
        .set_password(&password("hunter2"), KdfCost::cheap(), &stamp())
        .unwrap();
    let new_recovery = vault.new_recovery_key(&stamp()).unwrap();

    let text = header(&path);
    for kept in [
        card,
        fido,
        r#""colour":{"r" : 1e2}"#,
        r#""label":"safe in the cellar""#,
    ] {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    let locked = LockedVault::open(&path).unwrap();
    assert!(locked.unlock(Credential::Recovery(&new_recovery)).is_ok());
    assert_eq!(locked.info().format, (1, 3));
    let kinds: Vec<_> = locked
        .info()
        .slots
        .iter()
        .map(|slot| (slot.id, slot.kind.name()))
        .collect();
    assert_eq!(
        kinds,
        [
            (1, "recovery"),
            (7, "smart-card"),
            (8, "fido2-hmac-secret"),
            (2, "password")
        ]
    );
    assert_eq!(
        locked.info().slots[1].kind,
        SlotKind::Other("smart-card".to_owned())
    );
}

#[test]
fn a_header_without_room_for_another_slot_refuses_it() {
    let folder = folder();
    let path = path_in(&folder);
    let bytes = Writer::with(|writer| {
        let slots = writer.header["slots"].as_array_mut().unwrap();
        slots.extend((2..=8).map(|id| -> Value { json!({"id": id, "type": "smart-card"}) }));
    });
    std::fs::write(&path, &bytes).unwrap();
    let recovery = RecoveryKey::parse(RECOVERY).unwrap();
    let locked = LockedVault::open(&path).unwrap();
    let (mut vault, _) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    let error = vault
        .set_password(&password("x"), KdfCost::cheap(), &stamp())
        .unwrap_err();
    assert_eq!(error.id(), "vault-too-large");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert!(vault.new_recovery_key(&stamp()).is_ok());
}
