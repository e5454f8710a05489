//! Codes against the vectors of the RFCs and of other authenticators.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use keytick_otp::{Algorithm, Digits, Error, Kind, OtpKey, Period, Pin, Secret, Validity};

use Algorithm::{Sha1, Sha256, Sha512};

/// Any time, for codes that time does not change.
const WHENEVER: u64 = 1_234_567;

/// The seed of both RFCs, repeated to the length of the hash as RFC 6238 does it.
fn rfc_secret(algorithm: Algorithm) -> Secret {
    let length = match algorithm {
        Sha1 => 20,
        Sha256 => 32,
        Sha512 => 64,
    };
    let bytes = b"1234567890".iter().copied().cycle().take(length).collect();
    Secret::from_bytes(bytes).unwrap()
}

fn base32(text: &str) -> Secret {
    Secret::from_base32(text).unwrap().0
}

fn totp(secret: Secret, algorithm: Algorithm, digits: u8, period: u32) -> OtpKey {
    let kind = Kind::Totp {
        algorithm,
        digits: Digits::new(digits).unwrap(),
        period: Period::new(period).unwrap(),
    };
    OtpKey { secret, kind }
}

fn hotp(secret: Secret, algorithm: Algorithm, digits: u8, counter: u64) -> OtpKey {
    let kind = Kind::Hotp {
        algorithm,
        digits: Digits::new(digits).unwrap(),
        counter,
    };
    OtpKey { secret, kind }
}

fn steam(secret: &str) -> OtpKey {
    OtpKey {
        secret: base32(secret),
        kind: Kind::Steam,
    }
}

fn motp(secret: &str, pin: &str) -> OtpKey {
    let pin = Pin::new(pin).unwrap();
    OtpKey::from_text(secret, Kind::Motp { pin }).unwrap().0
}

fn yandex(secret: &str, pin: &str) -> OtpKey {
    let pin = Pin::new(pin).unwrap();
    OtpKey::from_text(secret, Kind::Yandex { pin }).unwrap().0
}

fn code(key: &OtpKey, unix_seconds: u64) -> String {
    key.code_at(unix_seconds).text.to_string()
}

#[test]
fn rfc_4226_appendix_d() {
    let whole = [
        1_284_755_224_u64,
        1_094_287_082,
        137_359_152,
        1_726_969_429,
        1_640_338_314,
        868_254_676,
        1_918_287_922,
        82_162_583,
        673_399_871,
        645_520_489,
    ];
    let six_digits = [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
    ];
    for counter in 0..10_usize {
        let of = |digits| hotp(rfc_secret(Sha1), Sha1, digits, counter as u64);
        assert_eq!(code(&of(6), WHENEVER), six_digits[counter]);
        assert_eq!(code(&of(10), WHENEVER), format!("{:010}", whole[counter]));
    }
}

#[test]
fn rfc_6238_appendix_b() {
    for (unix_seconds, sha1, sha256, sha512) in [
        (59, "94287082", "46119246", "90693936"),
        (1_111_111_109, "07081804", "68084774", "25091201"),
        (1_111_111_111, "14050471", "67062674", "99943326"),
        (1_234_567_890, "89005924", "91819424", "93441116"),
        (2_000_000_000, "69279037", "90698825", "38618901"),
        (20_000_000_000, "65353130", "77737706", "47863826"),
    ] {
        for (algorithm, expected) in [(Sha1, sha1), (Sha256, sha256), (Sha512, sha512)] {
            let key = totp(rfc_secret(algorithm), algorithm, 8, 30);
            assert_eq!(code(&key, unix_seconds), expected, "{algorithm:?}");
        }
    }
}

#[test]
fn every_number_of_digits() {
    for (digits, sha1, sha256, sha512) in [
        (4, "7082", "7374", "2147"),
        (5, "87082", "47374", "42147"),
        (6, "287082", "247374", "342147"),
        (7, "4287082", "2247374", "9342147"),
        (8, "94287082", "32247374", "69342147"),
        (9, "094287082", "332247374", "369342147"),
        (10, "1094287082", "1332247374", "0369342147"),
    ] {
        for (algorithm, expected) in [(Sha1, sha1), (Sha256, sha256), (Sha512, sha512)] {
            let timed = totp(rfc_secret(Sha1), algorithm, digits, 30);
            assert_eq!(code(&timed, 59), expected);
            let counted = hotp(rfc_secret(Sha1), algorithm, digits, 1);
            assert_eq!(code(&counted, WHENEVER), expected);
        }
    }
}

#[test]
fn steam_codes() {
    let key = steam("63BEDWCQZKTQWPESARIERL5DTTQFCJTK");
    assert_eq!(code(&key, 1_511_200_518), "FR8RV");
    assert_eq!(code(&key, 1_511_200_714), "9P3VP");
}

/// Codes that mOTP programs agree on; computed once more with Python's hashlib.
#[test]
fn motp_codes() {
    for (unix_seconds, secret, pin, expected) in [
        (123_456_789, "e3152afee62599c8", "1234", "4ebfb2"),
        (165_892_298, "E3152AFE E62599C8", "1234", "e7d8b6"),
        (1_659_540_020, "bbb1912bb5c515be", "9999", "ced7b1"),
        (1_659_540_029, "bbb1912bb5c515be", "9999", "ced7b1"),
        (1_700_000_000, "e3152afee62599c8", "1234", "ac896a"),
    ] {
        assert_eq!(code(&motp(secret, pin), unix_seconds), expected);
    }
    let key = motp("e3152afee62599c8", "1234");
    let code = key.code_at(1_700_000_009);
    let (from, to) = (1_700_000_000, 1_700_000_010);
    assert_eq!(code.valid, Some(Validity { from, to }));
    assert_eq!(*key.next_code(1_700_000_009).text, "027a48");
}

/// Codes that Yandex's own app showed, as its reimplementations record them; computed once
/// more with Python's hmac and hashlib. The last PIN makes a hash that begins with a zero
/// byte.
#[test]
fn yandex_codes() {
    let typed = "LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI";
    let scanned = "LA2V6KMCGYMWWVEW64RNP3JA3I";
    let long = "JBGSAU4G7IEZG6OY4UAXX62JU4AAAAAAHTSG4HXU3M";
    let other = "6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY";
    for (unix_seconds, secret, pin, expected) in [
        (1_641_559_648, other, "5239", "umozdicq"),
        (1_581_064_020, typed, "7586", "oactmacq"),
        (1_581_064_020, scanned, "7586", "oactmacq"),
        (1_581_090_810, typed, "7586", "wemdwrix"),
        (1_581_091_469, long, "5210481216086702", "dfrpywob"),
        (1_581_093_059, long, "5210481216086702", "vunyprpd"),
        (1_700_000_000, scanned, "0261", "yforxyjf"),
    ] {
        assert_eq!(code(&yandex(secret, pin), unix_seconds), expected);
    }
    let key = yandex(scanned, "0261");
    let (from, to) = (1_699_999_980, 1_700_000_010);
    assert_eq!(
        key.code_at(1_700_000_000).valid,
        Some(Validity { from, to })
    );
    assert_eq!(*key.next_code(1_700_000_000).text, "fsrbsalx");
}

#[test]
fn a_yandex_key_with_a_typing_error_is_refused() {
    let refused = |secret: &str| {
        let pin = Pin::new("7586").unwrap();
        OtpKey::from_text(secret, Kind::Yandex { pin }).map_err(|error| error.id())
    };
    let whole = "LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI";
    assert!(refused(whole).is_ok());
    let first = whole.replacen('L', "A", 1);
    assert_eq!(refused(&first), Err("otp-yandex-check"));
    let last = whole.replacen("ZPI", "ZPM", 1);
    assert_eq!(refused(&last), Err("otp-yandex-check"));
    assert_eq!(refused(&whole[..32]), Err("otp-yandex-length"));
}

/// The accounts that stand in test backups of several authenticators, at one moment; the
/// codes were computed with Python's hmac and hashlib.
#[test]
fn accounts_of_other_authenticators() {
    for (key, now, next) in [
        (
            totp(base32("4SJHB4GSD43FZBAI7C2HLRJGPQ"), Sha1, 6, 30),
            "790195",
            "863737",
        ),
        (
            totp(base32("5OM4WOOGPLQEF6UGN3CPEOOLWU"), Sha256, 7, 20),
            "9993814",
            "4156023",
        ),
        (
            totp(base32("7ELGJSGXNCCTV3O6LKJWYFV2RA"), Sha512, 8, 50),
            "65516786",
            "63085486",
        ),
        (
            hotp(base32("YOOMIXWS5GN6RTBPUFFWKTW5M4"), Sha1, 6, 1),
            "253717",
            "178033",
        ),
        (
            hotp(base32("KUVJJOM753IHTNDSZVCNKL7GII"), Sha256, 7, 50),
            "4444976",
            "1686577",
        ),
        (
            hotp(base32("5VAML3X35THCEBVRLV24CGBKOY"), Sha512, 8, 10_300),
            "24622277",
            "43610905",
        ),
        (steam("JRZCL47CMXVOQMNPZR2F7J4RGI"), "747JR", "TN8HR"),
    ] {
        assert_eq!(code(&key, 1_700_000_000), now);
        assert_eq!(*key.next_code(1_700_000_000).text, next);
    }
}

/// Some authenticators make wrong codes of SHA-512 with a secret of 20 bytes.
#[test]
fn a_secret_need_not_be_as_long_as_its_hash() {
    let key = totp(rfc_secret(Sha1), Sha512, 8, 30);
    assert_eq!(code(&key, 59), "69342147");
}

/// Many sites give 80 bits, less than RFC 4226 asks for.
#[test]
fn a_secret_of_ten_bytes_is_enough() {
    let key = totp(base32("JBSWY3DPEHPK3PXP"), Sha1, 6, 30);
    assert_eq!(code(&key, 1_700_000_000), "324550");
}

#[test]
fn a_timed_code_says_when_it_is_good() {
    let key = totp(rfc_secret(Sha1), Sha1, 6, 20);
    for (now, from, to, left) in [(0, 0, 20, 20), (39, 20, 40, 1), (40, 40, 60, 20)] {
        let code = key.code_at(now);
        assert_eq!(code.valid, Some(Validity { from, to }));
        assert_eq!(code.valid.unwrap().seconds_left(now), left);
        assert_eq!(code.counter, None);
    }
    let next = key.next_code(39);
    assert_eq!(next.valid, Some(Validity { from: 40, to: 60 }));
    assert_eq!(next, key.code_at(40));
}

#[test]
fn a_counted_code_says_its_counter() {
    let key = hotp(rfc_secret(Sha1), Sha1, 6, 7);
    assert_eq!(key.code_at(WHENEVER).counter, Some(7));
    assert_eq!(key.code_at(WHENEVER).valid, None);
    assert_eq!(key.next_code(WHENEVER).counter, Some(8));
    assert_eq!(*key.next_code(WHENEVER).text, "399871");
}

#[test]
fn the_ends_of_time_and_counter_do_not_panic() {
    let timed = totp(rfc_secret(Sha1), Sha1, 6, 86_400);
    assert_eq!(timed.next_code(u64::MAX).valid.unwrap().to, u64::MAX);
    assert_eq!(timed.code_at(u64::MAX).text.len(), 6);
    let counted = hotp(rfc_secret(Sha1), Sha1, 6, u64::MAX);
    assert_eq!(counted.next_code(WHENEVER).counter, Some(0));
    assert_eq!(*counted.next_code(WHENEVER).text, "755224");
}

#[test]
fn debug_shows_neither_secret_nor_code() {
    let key = totp(rfc_secret(Sha1), Sha1, 6, 30);
    let shown = format!("{key:?} {:?}", key.code_at(59));
    assert!(shown.contains("Secret([REDACTED])"), "{shown}");
    assert!(!shown.contains("287082"), "{shown}");
}

#[test]
fn every_error_has_its_own_id_in_the_list() {
    let found = String::new;
    let errors = [
        Error::NotAUri,
        Error::Scheme { scheme: found() },
        Error::Type { found: found() },
        Error::TypeMissing,
        Error::SteamLink,
        Error::SecretMissing,
        Error::SecretEmpty,
        Error::SecretTooShort,
        Error::SecretTooLong,
        Error::SecretCharacter {
            position: 1,
            character: '0',
        },
        Error::HexCharacter {
            position: 1,
            character: 'g',
        },
        Error::HexOdd,
        Error::YandexLength,
        Error::YandexCheck,
        Error::PinMissing,
        Error::PinTooLong,
        Error::Algorithm { found: found() },
        Error::Digits { found: found() },
        Error::Period { found: found() },
        Error::Counter { found: found() },
        Error::Encoder { found: found() },
    ];
    let ids: Vec<_> = errors.iter().map(Error::id).collect();
    assert_eq!(ids, keytick_otp::ERROR_IDS);
}
