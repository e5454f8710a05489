//! Whatever a QR code holds, reading it never panics; whatever is written reads back.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use keytick_otp::{Algorithm, Digits, KeyUri, Kind, OtpKey, Period, Pin, Secret, write_uri};
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
    let pin = "[0-9]{1,16}|[!-~]{1,8}".prop_map(|pin| Pin::new(&pin).unwrap());
    (0..5, parts, pin).prop_map(
        |(which, (algorithm, digits, period, counter), pin)| match which {
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
            2 => Kind::Steam,
            3 => Kind::Motp { pin },
            _ => Kind::Yandex { pin },
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
        start in "(otpauth|OTPAUTH|steam|motp):/{0,3}(totp|hotp|steam|yaotp|)/?",
        rest in any::<String>(),
    ) {
        let _ = KeyUri::parse(&format!("{start}{rest}"));
    }

    #[test]
    fn any_text_in_a_parameter_is_read_or_refused(
        type_name in "totp|hotp|steam|motp|yaotp",
        name in "secret|issuer|algorithm|digits|period|counter|encoder|codeDisplay|steam|pin",
        value in any::<String>(),
        time in any::<u64>(),
    ) {
        let uri = format!("otpauth://{type_name}/a:b?{name}={value}&secret=22222222&pin=1");
        if let Ok(read) = KeyUri::parse(&uri) {
            let _ = (read.key.code_at(time), read.key.next_code(time));
        }
    }

    #[test]
    fn what_is_written_reads_back(
        mut secret in prop::collection::vec(any::<u8>(), 1..=80),
        kind in kinds(),
        issuer in names(),
        account in names(),
    ) {
        if matches!(kind, Kind::Yandex { .. }) {
            secret.resize(16, 0);
        }
        let key = OtpKey { secret: Secret::from_bytes(secret).unwrap(), kind };
        let uri = write_uri(&key, &issuer, &account);
        let read = KeyUri::parse(&uri).unwrap();
        prop_assert_eq!(&read.key, &key);
        prop_assert_eq!((read.issuer, read.account), (issuer, account), "{}", &*uri);
    }
}
