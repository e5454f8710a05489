//! Opening and saving vaults of 1,000 and 10,000 accounts, without the key derivation,
//! which takes its half second on purpose.
//!
//! An unlocked vault that reads what another one saved does all of opening but that.

use std::path::Path;

use keytick_accounts::{Accounts, Candidate, Edit};
use keytick_otp::{KeyUri, Secret};
use keytick_vault::{Credential, KdfCost, LockedVault, Password, Stamp, Vault};
use zeroize::Zeroizing;

use crate::table::{median, milliseconds, row, time};

const RUNS: usize = 30;

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Prints the medians for both sizes.
pub fn measure() {
    for (accounts, open, save) in [(1_000, "10 ms", "20 ms"), (10_000, "60 ms", "150 ms")] {
        if let Err(error) = measure_size(accounts, open, save) {
            row(
                &format!("{accounts} accounts"),
                "not run",
                &error.to_string(),
            );
        }
    }
}

fn measure_size(count: usize, open_goal: &str, save_goal: &str) -> Result {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("vault.keytick");
    let accounts = filled(count)?;
    let (mut one, mut other) = two_vaults(&path, &accounts)?;
    let mut opens = Vec::new();
    let mut saves = Vec::new();
    for _ in 0..RUNS {
        saves.push(time(|| one.update(&stamp(), |_| saved(&accounts))));
        opens.push(time(|| {
            let mut live = 0;
            let read = other.reload(|payload| {
                live = Accounts::from_payload(&payload).map_or(0, |a| a.live().count());
                Ok::<_, keytick_vault::Error>(())
            });
            assert_eq!((read.ok(), live), (Some(true), count));
        }));
    }
    let size = std::fs::metadata(&path)?.len() / 1024;
    row(
        &format!("open {count} accounts"),
        &milliseconds(median(opens)),
        &format!("goal {open_goal}, {size} KiB"),
    );
    row(
        &format!("save {count} accounts"),
        &milliseconds(median(saves)),
        &format!("goal {save_goal}, written through to the disk"),
    );
    Ok(())
}

fn saved(accounts: &Accounts) -> std::result::Result<Zeroizing<Vec<u8>>, keytick_vault::Error> {
    Ok(accounts.to_payload())
}

/// The same file, unlocked twice.
fn two_vaults(path: &Path, accounts: &Accounts) -> Result<(Vault, Vault)> {
    let password = Password::new(Zeroizing::new("correct horse battery".to_owned()))?;
    let one = Vault::create(
        path,
        &password,
        KdfCost::FLOOR,
        &accounts.to_payload(),
        &stamp(),
    )?;
    let (other, _) = LockedVault::open(path)?.unlock(Credential::Password(&password))?;
    Ok((one, other))
}

fn stamp() -> Stamp {
    Stamp {
        now: 1_790_000_000,
        writer: "keytick-bench".to_owned(),
        device: [1; 8],
    }
}

/// Accounts as people have them: a name, an address, a key of 20 bytes.
fn filled(count: usize) -> Result<Accounts> {
    let mut next = 0_u64;
    // Ids have to differ, no more: these numbers protect nothing.
    let mut random = |bytes: &mut [u8]| {
        for byte in bytes {
            next = next
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            *byte = (next >> 56) as u8;
        }
    };
    let mut candidates = Vec::new();
    for number in 0..count {
        let mut key = vec![0; 20];
        random(&mut key);
        let key = Secret::from_bytes(key)?.to_base32();
        let uri = format!(
            "otpauth://totp/Service%20{number}:person{number}@example.com?secret={}&issuer=Service%20{number}",
            *key
        );
        candidates.push(Candidate::from(KeyUri::parse(&uri)?));
    }
    let mut accounts = Accounts::new();
    let mut edit = Edit {
        now_ms: 1_790_000_000_000,
        device: [1; 8],
        random: &mut random,
    };
    accounts.add(candidates, &mut edit)?;
    Ok(accounts)
}
