//! URIs of keys with a PIN: mOTP and Yandex.

use keytick_otp::{KeyUri, Kind, Pin, write_uri};

fn read(uri: &str) -> KeyUri {
    KeyUri::parse(uri).unwrap_or_else(|error| panic!("{uri}: {error}"))
}

/// As Stratum and Aegis write them; Yandex's own have the length of the PIN only.
#[test]
fn motp_and_yandex_in_all_their_forms() {
    let secret = "LA2V6KMCGYMWWVEW64RNP3JA3I";
    let yandex = format!("otpauth://yaotp/me%40ya.ru?secret={secret}&name=me&pin=7586");
    let yandex = read(&yandex);
    let pin = Pin::new("7586").expect("a PIN");
    assert_eq!(yandex.key.kind, Kind::Yandex { pin });
    assert_eq!((&*yandex.issuer, &*yandex.account), ("", "me@ya.ru"));
    assert_eq!(*yandex.key.code_at(1_581_064_020).text, "oactmacq");
    assert_eq!(yandex.notes, []);

    for uri in [
        "motp://Acme:me?secret=e3152afee62599c8&pin=12%2034",
        "MOTP://Acme%3Ame/?secret=E3152AFE-E62599C8&pin=12%2034",
        "motp://me?secret=e3152afee62599c8&issuer=Acme&pin=12+34&algorithm=md5",
        "otpauth://motp/Acme:me?secret=e3152afee62599c8&pin=12%2034&digits=6&period=10",
    ] {
        let motp = read(uri);
        let pin = Pin::new("12 34").expect("a PIN");
        assert_eq!(motp.key.kind, Kind::Motp { pin }, "{uri}");
        assert_eq!((&*motp.issuer, &*motp.account), ("Acme", "me"), "{uri}");
        assert_eq!(*motp.key.to_text(), "e3152afee62599c8");
        let written = write_uri(&motp.key, &motp.issuer, &motp.account);
        let expected = "motp://Acme:me?secret=e3152afee62599c8&issuer=Acme&pin=12%2034";
        assert_eq!(*written, expected);
    }
}

#[test]
fn motp_and_yandex_without_what_they_need_are_refused_by_the_fields_name() {
    let yandex = "otpauth://yaotp/me?secret=LA2V6KMCGYMWWVEW64RNP3JA3I";
    let motp = "motp://Acme:me?secret=e3152afee62599c8";
    for (uri, parameters, expected) in [
        (motp, "", "otp-pin-missing"),
        (motp, "&pin=", "otp-pin-missing"),
        (motp, "&pin=1&digits=8", "otp-digits"),
        (motp, "&pin=1&period=30", "otp-period"),
        (motp, "&pin=1&algorithm=SHA1", "otp-algorithm"),
        (motp, "&pin=1&encoder=steam", "otp-encoder"),
        (motp, "0&pin=1", "otp-hex-odd"),
        (motp, "0g&pin=1", "otp-hex-character"),
        ("motp://Acme:me?pin=1", "", "otp-secret-missing"),
        (yandex, "&pin_length=4", "otp-pin-missing"),
        (yandex, "&pin=1&algorithm=SHA1", "otp-algorithm"),
        (yandex, "&pin=1&digits=6", "otp-digits"),
        (yandex, "AAAA&pin=1", "otp-yandex-length"),
        (yandex, "&pin=1&encoder=digits", "otp-encoder"),
    ] {
        let uri = format!("{uri}{parameters}");
        let refused = KeyUri::parse(&uri).map_err(|error| error.id());
        assert_eq!(refused, Err(expected), "{uri}");
    }
    let names = KeyUri::names("motp://Acme:me?secret=0g").map(|names| names.to_string());
    assert_eq!(names.as_deref(), Some("Acme (me)"));
}
