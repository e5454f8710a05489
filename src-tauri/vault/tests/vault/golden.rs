//! Vaults of every released version open for ever: every file of `tests/fixtures/vaults`
//! with everything that its description says opens it, here and in the independent reader.

use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use keytick_vault::{Credential, KeychainKey, LockedVault, RecoveryKey};
use serde_json::Value;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::independent;
use crate::support::password;

/// The SHA-256 of each. A line here is never changed or removed: a vault that was written
/// once must be readable for ever. A new version of the format adds its own.
const KEPT: [(&str, &str); 7] = [
    (
        "v1-empty",
        "fba56464879c5ccce343a5bb83cb93f7d878a1d68186b68276a6a6bbe71f1533",
    ),
    (
        "v1-floor-cost",
        "144b55659076e011150d3f71f335793bb5d6beb9663725d2946f65a2fc812de6",
    ),
    (
        "v1-future",
        "6fdde75e40c0e089beb7cd6ff535b3e5f0aad5eb749ee64e60f969035a8501ef",
    ),
    (
        "v1-large",
        "2b255fc82dd0fc39df08c1e1f172a10c35c109452a36a5ddb975d2997a2a5ad3",
    ),
    (
        "v1-password",
        "58159bfa2a18909e2cd8a2b03d550be3ecc446e1b7c11c29178cac74634091c9",
    ),
    (
        "v1-slots",
        "7a798ad14fc8c83b6c32d512b26a88e33be638faa19ba15edc8820484add92d9",
    ),
    (
        "v1-unicode",
        "c37b7cd70c933f3379a6af8bf1e2c04575eb15439cace3dee26452dc02317e23",
    ),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/vaults")
}

/// A golden vault and one of the secrets that open it.
pub struct Golden {
    pub name: &'static str,
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    /// The type of the slot that the secret opens.
    pub slot: &'static str,
    pub secret: String,
    payload_size: usize,
    payload_sha256: String,
}

/// Every golden vault with each of its secrets.
pub fn all() -> Vec<Golden> {
    let mut all = Vec::new();
    for (name, _) in KEPT {
        let path = folder().join(format!("{name}.keytick"));
        let bytes = std::fs::read(&path).unwrap();
        let about = std::fs::read(path.with_extension("json")).unwrap();
        let about: Value = serde_json::from_slice(&about).unwrap();
        for (slot, field) in [
            ("password", "password"),
            ("recovery", "recovery"),
            ("os-keychain", "keychain"),
        ] {
            let Some(secret) = about[field].as_str() else {
                continue;
            };
            all.push(Golden {
                name,
                path: path.clone(),
                bytes: bytes.clone(),
                slot,
                secret: secret.to_owned(),
                payload_size: usize::try_from(about["payload_size"].as_u64().unwrap()).unwrap(),
                payload_sha256: about["payload_sha256"].as_str().unwrap().to_owned(),
            });
        }
    }
    all
}

fn payload(golden: &Golden) -> Zeroizing<Vec<u8>> {
    let locked = LockedVault::open(&golden.path).unwrap();
    let unlock = |credential: Credential| locked.unlock(credential).unwrap().1;
    match golden.slot {
        "password" => unlock(Credential::Password(&password(&golden.secret))),
        "recovery" => unlock(Credential::Recovery(
            &RecoveryKey::parse(&golden.secret).unwrap(),
        )),
        _ => {
            let bytes = HEXLOWER.decode(golden.secret.as_bytes()).unwrap();
            let key = KeychainKey::from_bytes(Zeroizing::new(bytes.try_into().unwrap()));
            unlock(Credential::Keychain(&key))
        }
    }
}

#[test]
fn all_golden_vaults_open_with_all_their_secrets() {
    let all = all();
    for golden in &all {
        let payload = payload(golden);
        assert_eq!(payload.len(), golden.payload_size, "{}", golden.name);
        assert_eq!(
            HEXLOWER.encode(&Sha256::digest(&*payload)),
            golden.payload_sha256
        );
    }
    assert_eq!(all.len(), 11);
}

#[test]
fn the_independent_reader_opens_all_golden_vaults_with_all_their_secrets() {
    let all = all();
    let questions: Vec<Value> = all
        .iter()
        .map(|golden| independent::question(&golden.bytes, golden.slot, &golden.secret))
        .collect();
    let Some(answers) = independent::ask(&questions) else {
        return;
    };
    for (golden, answer) in all.iter().zip(&answers) {
        let name = (golden.name, golden.slot);
        assert_eq!(answer["sha256"], golden.payload_sha256, "{name:?}");
        // Only this one holds what Keytick keeps in a vault; the others hold any bytes.
        let class = if golden.name == "v1-password" {
            "ok"
        } else {
            "schema"
        };
        assert_eq!(answer["class"], class, "{name:?}");
    }
    assert_eq!(answers.len(), all.len());
}

#[test]
fn no_golden_vault_is_ever_changed_or_removed() {
    for (name, sha256) in KEPT {
        let bytes = std::fs::read(folder().join(format!("{name}.keytick"))).unwrap();
        assert_eq!(HEXLOWER.encode(&Sha256::digest(&bytes)), sha256, "{name}");
    }
    let entries = std::fs::read_dir(folder()).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let vaults = paths.filter(|path| path.extension().is_some_and(|end| end == "keytick"));
    assert_eq!(vaults.count(), KEPT.len(), "a new vault is listed here");
}
