//! Opening and unlocking what is whole.

use keytick_vault::{Credential, KdfCost, LockedVault, RecoveryKey, SlotKind, Vault};

use crate::support::{folder, password, path_in, put, reload, stamp, vault, vault_with_recovery};
use crate::writer::{RECOVERY, VAULT_ID, Writer};

#[test]
fn a_vault_written_from_the_format_description_opens() {
    let folder = folder();
    std::fs::write(path_in(&folder), Writer::new().bytes()).unwrap();
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let recovery = RecoveryKey::parse(RECOVERY).unwrap();
    let (_, payload) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    assert_eq!(payload.as_slice(), b"abc");
    let info = locked.info();
    assert_eq!(info.vault_id.to_string(), VAULT_ID);
    assert_eq!((info.format, info.generation), ((1, 0), 1));
    assert_eq!(
        (info.written_at, info.writer.as_str()),
        (1_767_225_600, "a test")
    );
}

#[test]
fn a_new_vault_gives_its_payload_to_the_right_password_only() {
    let folder = folder();
    vault(&folder, b"hello");
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let (opened, payload) = locked
        .unlock(Credential::Password(&password("hunter2")))
        .unwrap();
    assert_eq!(payload.as_slice(), b"hello");
    assert!(opened.verify_password(&password("hunter2")));
    for wrong in ["hunter3", "Hunter2", "hunter2 ", " hunter2", "hunter", "2"] {
        let error = locked
            .unlock(Credential::Password(&password(wrong)))
            .unwrap_err();
        assert_eq!(error.id(), "vault-wrong-password", "{wrong:?}");
        assert_eq!(error.class(), Some("password"));
        assert!(!opened.verify_password(&password(wrong)));
    }
}

#[test]
fn the_same_password_typed_on_another_system_opens() {
    let folder = folder();
    let (path, composed) = (path_in(&folder), password("Zürich"));
    Vault::create(&path, &composed, KdfCost::cheap(), b"x", &stamp()).unwrap();
    let locked = LockedVault::open(&path).unwrap();
    let decomposed = password("Zu\u{308}rich");
    assert!(locked.unlock(Credential::Password(&decomposed)).is_ok());
}

#[test]
fn info_needs_no_password() {
    let folder = folder();
    vault_with_recovery(&folder, b"hello");
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let info = locked.info();
    assert_eq!(info.path, path_in(&folder));
    assert_eq!(info.generation, 2);
    assert_eq!(info.writer, "keytick 0.1.0");
    assert_eq!(
        info.size,
        std::fs::metadata(path_in(&folder)).unwrap().len()
    );
    let slots: Vec<_> = info
        .slots
        .iter()
        .map(|slot| (slot.id, slot.kind.clone(), slot.kdf))
        .collect();
    assert_eq!(
        slots,
        [
            (1, SlotKind::Password, Some(KdfCost::cheap())),
            (2, SlotKind::Recovery, None)
        ]
    );
}

#[test]
fn reload_hands_out_what_another_program_saved() {
    let folder = folder();
    let (mut first, recovery) = vault_with_recovery(&folder, b"one");
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let (mut second, _) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    assert_eq!(reload(&mut second).unwrap(), None);
    put(&mut first, b"two").unwrap();
    assert_eq!(reload(&mut second).unwrap(), Some(b"two".to_vec()));
    assert_eq!(reload(&mut second).unwrap(), None);
    assert_eq!(second.info().generation, 3);
}

#[test]
fn nothing_secret_is_shown_for_debugging() {
    let folder = folder();
    let (vault, recovery) = vault_with_recovery(&folder, b"sentinel");
    let shown = format!("{vault:?} {recovery:?} {:?}", password("hunter2"));
    for secret in ["sentinel", "hunter2", &recovery.groups()[0]] {
        assert!(!shown.contains(secret), "{secret}");
    }
}
