//! Every flipped bit of a header under a good trailer: which check refuses it is said by two
//! readers, and they agree. (That all flips everywhere are refused, `src/damage.rs` shows.)

use std::fs::File;

use keytick_vault::{Credential, LockedVault, RecoveryKey};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::golden::{self, Golden};
use crate::independent;
use crate::support::{count, folder, overwrite, password, path_in, report};

/// Every how many bits one is flipped, unless `KEYTICK_FLIP_STEP` says. A prime, so that all
/// bits of a byte come round.
const STEP: usize = 11;

/// The bits of the header and its MAC that are flipped.
fn bits(golden: &Golden) -> Vec<usize> {
    let length = u32::from_be_bytes(golden.bytes[12..16].try_into().unwrap());
    let end = 24 + length as usize + 32;
    (0..end * 8)
        .step_by(count("KEYTICK_FLIP_STEP", STEP))
        .collect()
}

fn classes(golden: &Golden, bits: &[usize]) -> Vec<&'static str> {
    let folder = folder();
    let path = path_in(&folder);
    let mut file = File::create(&path).unwrap();
    let class = |bit: &usize| {
        let mut bytes = golden.bytes.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let end = bytes.len() - 32;
        let trailer = Sha256::digest(&bytes[..end]);
        bytes[end..].copy_from_slice(&trailer);
        overwrite(&mut file, &bytes);
        let opened = LockedVault::open(&path).and_then(|locked| match golden.slot {
            "password" => locked.unlock(Credential::Password(&password(&golden.secret))),
            _ => {
                let key = RecoveryKey::parse(&golden.secret).unwrap();
                locked.unlock(Credential::Recovery(&key))
            }
        });
        opened.map_or_else(|error| error.class().unwrap(), |_| "ok")
    };
    bits.iter().map(class).collect()
}

#[test]
fn two_readers_name_every_flip_in_a_header_the_same() {
    // The other passwords are slow, and their slots are like this one's.
    let wanted = |golden: &Golden| match golden.slot {
        "recovery" => golden.name != "v1-large",
        slot => slot == "password" && golden.name == "v1-password",
    };
    let vaults: Vec<Golden> = golden::all().into_iter().filter(wanted).collect();
    assert_eq!(vaults.len(), 5);
    let all_bits: Vec<Vec<usize>> = vaults.iter().map(bits).collect();
    let questions: Vec<Value> = vaults
        .iter()
        .zip(&all_bits)
        .map(|(golden, bits)| {
            let mut question = independent::question(&golden.bytes, golden.slot, &golden.secret);
            question["bits"] = bits.as_slice().into();
            question
        })
        .collect();
    let Some(answers) = independent::ask(&questions) else {
        return;
    };
    for ((golden, bits), answer) in vaults.iter().zip(&all_bits).zip(&answers) {
        let ours = classes(golden, bits);
        let theirs = answer["flipped"].as_array().unwrap();
        for ((bit, ours), theirs) in bits.iter().zip(&ours).zip(theirs) {
            assert_eq!(theirs, ours, "{} {} bit {bit}", golden.name, golden.slot);
            assert_ne!(*ours, "ok", "{} {} bit {bit}", golden.name, golden.slot);
        }
        assert_eq!(ours.len(), theirs.len());
    }
    let flips: usize = all_bits.iter().map(Vec::len).sum();
    report(&format!(
        "bits flipped in 5 headers: {flips}, both readers refuse all, by the same checks"
    ));
}
