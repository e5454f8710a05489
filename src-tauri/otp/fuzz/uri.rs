//! What the fuzz target and the replay of its corpus call.

use keytick_otp::{Algorithm, KeyUri, Names, Secret, diagnose, write_uri};

/// Reads any bytes as an address, a key and a code that was typed; what is read is written so
/// that it reads the same.
pub fn read(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = Secret::from_base32(&text);
    let _ = Secret::from_hex(&text);
    let _ = Algorithm::parse(&text);
    let _: Option<Names> = KeyUri::names(&text);
    let _ = KeyUri::parameter(&text, "secret");
    let Ok(read) = KeyUri::parse(&text) else {
        return;
    };
    for time in [0, 59, 1_700_000_000, u64::MAX] {
        let code = read.key.code_at(time);
        let _ = read.key.next_code(time);
        let _ = diagnose(&read.key, &code.text, time);
    }
    let written = write_uri(&read.key, &read.issuer, &read.account);
    let again = KeyUri::parse(&written).expect("what is written is read");
    assert!(again.key == read.key, "another key");
    assert_eq!(
        (&again.issuer, &again.account),
        (&read.issuer, &read.account)
    );
}
