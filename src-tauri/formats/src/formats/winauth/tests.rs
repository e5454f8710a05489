//! WinAuth's files, made here.

use blowfish::Blowfish;
use blowfish::cipher::{Block, BlockCipherEncrypt};
use sha2::{Digest, Sha256};

use super::*;
use crate::encoding::to_hex;
use crate::formats::testing::{check_lock, read, rows, skipped};

const KEY: &str = "31323334353637383930";

fn encrypted(key: &[u8; lock::KEY], plain: &[u8]) -> Vec<u8> {
    let cipher = lock::cipher(key);
    let padding = 8 - plain.len() % 8;
    let mut bytes = plain.to_vec();
    bytes.extend((1..padding).map(|byte| byte as u8));
    bytes.push(padding as u8);
    for chunk in bytes.chunks_mut(8) {
        let mut block = Block::<Blowfish>::from(<[u8; 8]>::try_from(&*chunk).unwrap());
        cipher.encrypt_block(&mut block);
        chunk.copy_from_slice(&block);
    }
    bytes
}

/// Locks as version 3 does, and as version 2 did, which had no hash.
fn locked(plain: &[u8], hashed: bool) -> String {
    let salt = [7; 8];
    let mut key = [0; lock::KEY];
    let derived = Reading::new(None).derive(&lock::KDF, b"test", &salt, &mut key);
    derived.unwrap();
    let sealed = [&salt[..], &encrypted(&key, plain)].concat();
    let bytes = match hashed {
        true => {
            let hash = Sha256::new().chain_update(salt).chain_update(plain);
            [&b"WINAUTH3"[..], &salt, &hash.finalize(), &sealed].concat()
        }
        false => sealed,
    };
    to_hex(&bytes).to_uppercase()
}

/// Blowfish under the first 72 bytes of `0, 1, 2, ...`, computed with a second
/// implementation, whose tables are the digits of pi.
#[test]
fn a_key_longer_than_blowfish_allows() {
    let key = std::array::from_fn(|byte| byte as u8);
    assert_eq!(to_hex(&encrypted(&key, b"1234567")), "513b377a55fdc222");
}

fn file(content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<WinAuth version=\"3.6\">\n  \
         <alwaysontop>false</alwaysontop>\n{content}</WinAuth>"
    )
}

fn entry(product: &str, name: &str, data: &str) -> String {
    format!(
        "<WinAuthAuthenticator id=\"1\" type=\"WinAuth.{product}\"><name>{name}</name>\
         <created>1</created>{data}</WinAuthAuthenticator>\n"
    )
}

fn data(secret_data: &str) -> String {
    format!(
        "<authenticatordata><servertimediff>0</servertimediff>\
         <secretdata>{secret_data}</secretdata></authenticatordata>"
    )
}

#[test]
fn every_product_in_the_clear() {
    let content = [
        entry(
            "GoogleAuthenticator",
            "Acme: me",
            &data(&format!("{KEY}\t8\tSHA256\t60")),
        ),
        entry("GoogleAuthenticator", "old &amp; short", &data(KEY)),
        entry(
            "HOTPAuthenticator",
            "count",
            &data(&format!("{KEY}\t6\tSHA1\t30|4")),
        ),
        entry(
            "SteamAuthenticator",
            "me",
            &data(&format!("{KEY}\t5\tSHA1\t30|3132|3132|7b7d")),
        ),
        entry(
            "BattleNetAuthenticator",
            "EU",
            &data(&format!("{KEY}|45552d31")),
        ),
        entry(
            "TrionAuthenticator",
            "Rift",
            &data(&format!("{KEY}|3132|3132")),
        ),
        entry("GoogleAuthenticator", "none", ""),
        entry("GoogleAuthenticator", "odd", &data("xyz")),
    ]
    .concat();
    let import = read(&FORMAT, file(&content).as_bytes(), None).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA256|8|60",
            "|old & short|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
            "|count|hotp|GEZDGNBVGY3TQOJQ|SHA1|6|#5",
            "Steam|me|steam|GEZDGNBVGY3TQOJQ|SHA1|5|30",
            "Battle.net|EU|totp|GEZDGNBVGY3TQOJQ|SHA1|8|30"
        ]
    );
    assert_eq!(
        skipped(&import),
        [
            "Rift: formats-unknown-type",
            "none: formats-no-key",
            "odd: otp-hex-character"
        ]
    );
}

#[test]
fn one_lock_around_everything_and_a_lock_on_each_entry() {
    let plain = file(&entry("GoogleAuthenticator", "Acme: me", &data(KEY)));
    let around = |hashed| {
        let locked = locked(plain.as_bytes(), hashed);
        format!(
            "<?xml version=\"1.0\"?><WinAuth version=\"3.6\" encrypted=\"y\">{locked}</WinAuth>"
        )
    };
    let inside = format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>{}",
        data(KEY)
    );
    let each = entry(
        "GoogleAuthenticator",
        "Acme: me",
        &format!(
            "<authenticatordata encrypted=\"y\">{}</authenticatordata>",
            locked(inside.as_bytes(), true)
        ),
    );
    for file in [around(true), around(false), file(&each)] {
        let import = read(&FORMAT, file.as_bytes(), Some("test")).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|GEZDGNBVGY3TQOJQ|SHA1|6|30"]);
        check_lock(&FORMAT, file.as_bytes());
    }
}

#[test]
fn what_is_tied_to_windows_says_so() {
    let closed = |letters: &str| {
        let file = format!("<WinAuth version=\"3.6\" encrypted=\"{letters}\">00</WinAuth>");
        read(&FORMAT, file.as_bytes(), Some("test")).map_err(|error| error.id())
    };
    for letters in ["u", "m", "yu", "ya"] {
        assert_eq!(closed(letters), Err("formats-winauth-elsewhere"));
    }
}
