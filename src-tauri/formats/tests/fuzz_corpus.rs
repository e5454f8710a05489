//! The corpus of the fuzz target, replayed on every run of the tests: as it is, cut, and
//! with bytes changed. `KEYTICK_UPDATE=1` writes the seeds again, one file for each format
//! that is written and each shape of what is not.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../fuzz/migration.rs"]
mod migration;
#[path = "../../../tests/fuzz/replay.rs"]
mod replay;
mod shared;

use std::fs;
use std::path::{Path, PathBuf};

use keytick_accounts::Account;
use keytick_formats::{FORMATS, File, Limits, Reading};
use shared::{accounts, in_order, written};
use zeroize::Zeroizing;

fn corpus() -> PathBuf {
    corpus_of("read")
}

fn corpus_of(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target)
}

/// Small files that lead far into one reader each, locked with `test` where they are locked.
const SHAPES: &[(&str, &str)] = &[
    (
        "aegis-locked",
        r#"{"version":1,"header":{"slots":[{"type":1,"uuid":"x","key":"00","key_params":{"nonce":"00","tag":"00"},"n":16,"r":8,"p":1,"salt":"00"}],"params":{"nonce":"00","tag":"00"}},"db":"AAAA"}"#,
    ),
    (
        "2fas-locked",
        r#"{"services":[],"schemaVersion":4,"servicesEncrypted":"AAAA:AAAA:AAAA","reference":"AAAA:AAAA:AAAA"}"#,
    ),
    (
        "ente-locked",
        r#"{"version":1,"kdfParams":{"memLimit":8192,"opsLimit":1,"salt":"AAAAAAAAAAAAAAAAAAAAAA=="},"encryptedData":"AAAA","encryptionNonce":"AAAA"}"#,
    ),
    (
        "bitwarden-locked",
        r#"{"encrypted":true,"passwordProtected":true,"salt":"x","kdfType":0,"kdfIterations":1,"encKeyValidation_DO_NOT_EDIT":"2.AAAA|AAAA|AAAA","data":"2.AAAA|AAAA|AAAA"}"#,
    ),
    (
        "bitwarden-restricted",
        r#"{"encrypted":true,"encKeyValidation_DO_NOT_EDIT":"2.A|A|A","folders":[],"items":[]}"#,
    ),
    (
        "proton-locked",
        r#"{"version":1,"salt":"AAAAAAAAAAAAAAAAAAAAAA==","content":"AAAA"}"#,
    ),
    (
        "raivo",
        r#"[{"kind":"TOTP","timer":"30","secret":"JBSWY3DP","digits":"6","algorithm":"SHA1","issuer":"a","account":"b"}]"#,
    ),
    (
        "duo",
        r#"[{"name":"a","otpGenerator":{"otpSecret":"JBSWY3DP","counter":1}}]"#,
    ),
    (
        "lastpass",
        r#"{"version":3,"accounts":[{"issuerName":"a","userName":"b","secret":"JBSWY3DP","timeStep":30,"digits":6,"algorithm":"SHA1"}],"folders":[]}"#,
    ),
    (
        "steam",
        r#"{"shared_secret":"AAAAAAAAAAAAAAAAAAAAAAAAAAA=","account_name":"a"}"#,
    ),
    (
        "authenticator-extension",
        r#"{"x":{"dataType":"OTPStorage","issuer":"a","account":"b","secret":"JBSWY3DP","type":"totp","hash":"x","index":0}}"#,
    ),
    (
        "preferences",
        "<map><string name=\"com.authy.storage.tokens.authenticator.key\">[{&quot;decryptedSecret&quot;:&quot;JBSWY3DP&quot;,&quot;digits&quot;:6,&quot;name&quot;:&quot;a&quot;}]</string></map>",
    ),
    (
        "freeotp-1",
        "<map><string name=\"a:b\">{&quot;algo&quot;:&quot;SHA1&quot;,&quot;counter&quot;:0,&quot;digits&quot;:6,&quot;issuerExt&quot;:&quot;a&quot;,&quot;label&quot;:&quot;b&quot;,&quot;period&quot;:30,&quot;secret&quot;:[1,2,3,4,5],&quot;type&quot;:&quot;TOTP&quot;}</string></map>",
    ),
    (
        "keepass-xml",
        "<KeePassFile><Root><Group><Entry><String><Key>otp</Key><Value>otpauth://totp/a?secret=JBSWY3DP</Value></String></Entry></Group></Root></KeePassFile>",
    ),
    (
        "html",
        "<html><code>otpauth://totp/a?secret=JBSWY3DP&amp;digits=8</code></html>",
    ),
    (
        "onepassword-csv",
        "Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\na,,b,,otpauth://totp/a?secret=JBSWY3DP,,,,\n",
    ),
    (
        "bitwarden-csv",
        "folder,favorite,type,name,login_uri,login_totp\n,,1,a,,JBSWY3DP\n",
    ),
    (
        "proton-pass-csv",
        "name,url,username,password,note,totp\na,,b,,,JBSWY3DP\n",
    ),
    (
        "uris",
        "otpauth://hotp/a?secret=JBSWY3DP&counter=1\nmotp://a:b?secret=00aa\nsteam://JBSWY3DP\notpauth-migration://offline?data=CgoKAwECAxIBYRgB\n",
    ),
    ("depth", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["),
];

#[test]
fn every_seed_is_read_or_refused_whatever_happens_to_it() {
    if std::env::var_os("KEYTICK_UPDATE").is_some() {
        write_seeds();
    }
    let mut count = 0;
    for entry in fs::read_dir(corpus()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        count += 1;
        read(&bytes);
        for part in 1..8 {
            read(&bytes[..bytes.len() * part / 8]);
        }
        for step in 0..24 {
            let mut changed = bytes.clone();
            let at = step * 7919 % changed.len().max(1);
            if let Some(byte) = changed.get_mut(at) {
                *byte ^= 1 << (step % 8);
            }
            read(&changed);
        }
    }
    assert!(count > 30, "only {count} seeds");
}

#[test]
fn any_file_is_read_or_refused() {
    assert!(replay::replay(&corpus(), 20, read) > 30);
}

#[test]
fn any_transfer_code_is_read_or_refused() {
    assert!(replay::replay(&corpus_of("migration"), 2, migration::migration) >= 25);
}

fn read(bytes: &[u8]) {
    let files = [File {
        name: "x".to_owned(),
        bytes: Zeroizing::new(bytes.to_vec()),
    }];
    let mut reading = Reading {
        limits: Limits {
            max_files: 100,
            max_bytes: 10_000_000,
            max_entries: 10_000,
            max_kdf_memory_kib: 256,
            max_kdf_ms: 10,
        },
        ..Reading::new(Some("test"))
    };
    let _ = keytick_formats::read(&files, None, &mut reading);
}

fn write_seeds() {
    fs::create_dir_all(corpus()).unwrap();
    for (name, text) in SHAPES {
        fs::write(corpus().join(name), text).unwrap();
    }
    let (book, usage) = accounts();
    let all = in_order(&book);
    // One of each type, and one of those with a note, with tags.
    let picked = [0, 1, 58, 59, 60, 71, 73].map(|place| all[place.min(all.len() - 1)]);
    let few: Vec<&Account> = picked.to_vec();
    for format in FORMATS {
        let Some(writer) = &format.write else {
            continue;
        };
        if writer.plain {
            for (place, file) in written(format, &few, &usage, None)
                .unwrap()
                .iter()
                .enumerate()
            {
                let name = format!("{}-{place}", format.id);
                fs::write(corpus().join(name), &file.bytes).unwrap();
            }
        }
    }
}
