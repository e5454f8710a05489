//! Whatever a QR code holds, reading it never panics; whatever is written reads back.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use keytick_otp::{Algorithm, Digits, KeyUri, Kind, OtpKey, Period, Secret, write_uri};
use proptest::prelude::*;

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn kinds() -> impl Strategy<Value = Kind> {
    let algorithm = prop_oneof![
        Just(Algorithm::Sha1),
        Just(Algorithm::Sha256),
        Just(Algorithm::Sha512)
    ];
    let digits = (4..=10_u8).prop_map(|digits| Digits::new(digits).unwrap());
    let period = prop_oneof![Just(30), 1..=86_400_u32].prop_map(|s| Period::new(s).unwrap());
    let parts = (algorithm, digits, period, any::<u64>());
    (0..3, parts).prop_map(
        |(which, (algorithm, digits, period, counter))| match which {
            0 => Kind::Totp {
                algorithm,
                digits,
                period,
            },
            1 => Kind::Hotp {
                algorithm,
                digits,
                counter,
            },
            _ => Kind::Steam,
        },
    )
}

/// Names as the vault keeps them: without space around and without control characters.
fn names() -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        Just("Steam".to_owned()),
        "[ -~]{0,12}",
        "[a:%+&#?/= ]{0,8}",
        "\\PC{0,8}"
    ];
    odd.prop_map(|name| name.trim().to_owned())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = KeyUri::parse(&text);
        let _ = Secret::from_base32(&text);
        let _ = Algorithm::parse(&text);
    }

    #[test]
    fn any_text_behind_a_scheme_is_read_or_refused(
        start in "(otpauth|OTPAUTH|steam|motp):/{0,3}(totp|hotp|steam|)/?",
        rest in any::<String>(),
    ) {
        let _ = KeyUri::parse(&format!("{start}{rest}"));
    }

    #[test]
    fn any_text_in_a_parameter_is_read_or_refused(
        name in "secret|issuer|algorithm|digits|period|counter|encoder|codeDisplay|steam",
        value in any::<String>(),
        time in any::<u64>(),
    ) {
        let uri = format!("otpauth://totp/a:b?{name}={value}&secret=GEZDGNBVGY3TQOJQ");
        if let Ok(read) = KeyUri::parse(&uri) {
            let _ = (read.key.code_at(time), read.key.next_code(time));
        }
    }

    #[test]
    fn what_is_written_reads_back(
        secret in prop::collection::vec(any::<u8>(), 1..=80),
        kind in kinds(),
        issuer in names(),
        account in names(),
    ) {
        let key = OtpKey { secret: Secret::from_bytes(secret).unwrap(), kind };
        let uri = write_uri(&key, &issuer, &account);
        let read = KeyUri::parse(&uri).unwrap();
        prop_assert_eq!(&read.key, &key);
        prop_assert_eq!((read.issuer, read.account), (issuer, account), "{}", &*uri);
    }
}
