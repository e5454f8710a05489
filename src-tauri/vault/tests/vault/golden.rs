//! Vaults of every released version open for ever: every file of `tests/fixtures/vaults`
//! with everything that its description says opens it.

use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use keytick_vault::{Credential, KeychainKey, LockedVault, RecoveryKey};
use serde_json::Value;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::support::password;

fn vaults() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/vaults");
    let paths = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut vaults: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "keytick"))
        .collect();
    vaults.sort();
    vaults
}

#[track_caller]
fn check(vault: &Path, about: &Value, credential: Credential) {
    let locked = LockedVault::open(vault).unwrap();
    let (_, payload) = locked.unlock(credential).unwrap();
    assert_eq!(about["payload_size"], payload.len());
    assert_eq!(
        about["payload_sha256"],
        HEXLOWER.encode(&Sha256::digest(payload.as_slice()))
    );
}

#[test]
fn all_golden_vaults_open_with_all_their_secrets() {
    let mut opened = 0;
    for vault in vaults() {
        let about = std::fs::read(vault.with_extension("json")).unwrap();
        let about: Value = serde_json::from_slice(&about).unwrap();
        let secret = |name: &str| about[name].as_str().map(str::to_owned);
        if let Some(text) = secret("password") {
            check(&vault, &about, Credential::Password(&password(&text)));
            opened += 1;
        }
        if let Some(text) = secret("recovery") {
            let key = RecoveryKey::parse(&text).unwrap();
            check(&vault, &about, Credential::Recovery(&key));
            opened += 1;
        }
        if let Some(text) = secret("keychain") {
            let bytes = HEXLOWER.decode(text.as_bytes()).unwrap();
            let key = KeychainKey::from_bytes(Zeroizing::new(bytes.try_into().unwrap()));
            check(&vault, &about, Credential::Keychain(&key));
            opened += 1;
        }
    }
    assert_eq!(opened, 11);
}
