//! otpauth URIs as sites and programs really write them, and what becomes of each.

mod steam;

use keytick_otp::{Algorithm, Digits, Error, KeyUri, Kind, Note, OtpKey, Period, Pin, write_uri};

/// A secret in good order.
const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn read(uri: &str) -> KeyUri {
    KeyUri::parse(uri).unwrap_or_else(|error| panic!("{uri}: {error}"))
}

/// Checks issuer and account of `otpauth://totp/{rest}`, where `S` stands for the secret.
fn check_names(rest: &str, issuer: &str, account: &str) {
    let uri = format!(
        "otpauth://totp/{}",
        rest.replace("=S", &format!("={SECRET}"))
    );
    let uri = read(&uri);
    assert_eq!((&*uri.issuer, &*uri.account), (issuer, account), "{rest}");
}

/// Checks what `otpauth://{type_name}/a?secret=…&{parameters}` makes codes by.
fn check_kind(type_name: &str, parameters: &str, expected: Result<Kind, Error>) {
    let uri = format!("otpauth://{type_name}/a?secret={SECRET}&{parameters}");
    let kind = KeyUri::parse(&uri).map(|uri| uri.key.kind);
    assert_eq!(kind, expected, "{uri}");
}

fn totp(algorithm: Algorithm, digits: u8, period: u32) -> Result<Kind, Error> {
    Ok(Kind::Totp {
        algorithm,
        digits: Digits::new(digits)?,
        period: Period::new(period)?,
    })
}

fn hotp(algorithm: Algorithm, digits: u8, counter: u64) -> Result<Kind, Error> {
    Ok(Kind::Hotp {
        algorithm,
        digits: Digits::new(digits)?,
        counter,
    })
}

fn found(value: &str) -> String {
    value.to_owned()
}

#[test]
fn reads_the_example_of_the_specification() {
    let uri = read(
        "otpauth://totp/ACME%20Co:john.doe@email.com?secret=HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ\
         &issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30",
    );
    assert_eq!(uri.issuer, "ACME Co");
    assert_eq!(uri.account, "john.doe@email.com");
    assert_eq!(uri.key.kind, Kind::default());
    let secret = uri.key.secret.to_base32();
    assert_eq!(*secret, "HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ");
    assert_eq!(uri.notes, []);
}

#[test]
fn the_issuer_parameter_wins_and_another_prefix_stays_in_the_account() {
    check_names("Acme:me?secret=S&issuer=acme.com", "acme.com", "Acme:me");
    check_names(
        "Some+Company%3Ame%40x.net?secret=S&issuer=Microsoft",
        "Microsoft",
        "Some+Company:me@x.net",
    );
    let odd = read(&format!("otpauth://totp/A:me?secret={SECRET}&issuer=B"));
    assert_eq!(odd.notes, [Note::IssuerPrefixKept]);
    let even = read(&format!("otpauth://totp/b:me?secret={SECRET}&issuer=B"));
    assert_eq!(even.notes, []);
}

#[test]
fn no_issuer_is_no_issuer() {
    check_names("me@x.net?secret=S", "", "me@x.net");
    check_names("me?secret=S&issuer=", "", "me");
    check_names("?secret=S", "", "");
    let uri = read(&format!("otpauth://totp?secret={SECRET}"));
    assert_eq!((&*uri.issuer, &*uri.account), ("", ""));
}

#[test]
fn splits_the_label_at_a_literal_colon_else_at_an_encoded_one() {
    check_names("Acme:me?secret=S", "Acme", "me");
    check_names("Acme%3Ame?secret=S", "Acme", "me");
    check_names("Acme%3ALab:me?secret=S", "Acme:Lab", "me");
    check_names(
        "Text%3A%20More:Secret?secret=S&issuer=Text%3A%20More",
        "Text: More",
        "Secret",
    );
}

#[test]
fn splits_the_label_once_and_keeps_the_rest() {
    check_names("a:b:c?secret=S", "a", "b:c");
    check_names("a%3Ab%3Ac?secret=S&issuer=a", "a", "b:c");
}

#[test]
fn trims_both_parts_of_the_label() {
    check_names("Acme:%20me?secret=S&issuer=Acme", "Acme", "me");
    check_names("%20Acme%20:  me%20?secret=S", "Acme", "me");
}

#[test]
fn splits_before_it_decodes() {
    check_names("R%26D%3A%20a%3Fb%23c?secret=S&issuer=R%26D", "R&D", "a?b#c");
    check_names("Cisco%2FMeraki:me?secret=S", "Cisco/Meraki", "me");
    check_names("Cisco/Meraki:me?secret=S", "Cisco/Meraki", "me");
    check_names("a?issuer=x%26secret%3Dy&secret=S", "x&secret=y", "a");
    check_names("a?secret=S&issuer=50%2525", "50%25", "a");
    let padded = read("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGE======&issuer=b");
    assert_eq!(&*padded.key.secret.expose(), b"12345678901");
}

#[test]
fn a_plus_is_a_space_in_the_query_but_not_in_the_path() {
    check_names("me+tag?secret=S&issuer=My+Company", "My Company", "me+tag");
    check_names("a+b:me?secret=S&issuer=a+b", "a b", "me");
    let secret = KeyUri::parse("otpauth://totp/a?secret=JBSW+Y3DP");
    let refused = Error::SecretCharacter {
        position: 5,
        character: '+',
    };
    assert_eq!(secret, Err(refused));
}

#[test]
fn reads_what_is_no_valid_uri() {
    check_names("Acme #1:me?secret=S&issuer=Acme #1", "Acme #1", "me");
    check_names("B\u{fc}ro:J\u{f6}rg?secret=S", "B\u{fc}ro", "J\u{f6}rg");
    check_names("100%:me?secret=S&issuer=100%", "100%", "me");
    check_names("%zz:me?secret=S", "%zz", "me");
    for ampersand in [
        "&amp;",
        "&AMP;",
        "&amp;amp;",
        "&#38;",
        "&#038;",
        "&#x26;",
        "&#X26;",
        "&amp;#38;",
        "&amp;amp;amp;",
    ] {
        let rest = format!("a?secret=S{ampersand}issuer=Acme{ampersand}digits=8");
        check_names(&rest, "Acme", "a");
        check_kind(
            "totp",
            &format!("x=y{ampersand}digits=8"),
            totp(Algorithm::Sha1, 8, 30),
        );
    }
    check_names("a?&&secret=S&&issuer=Acme&", "Acme", "a");
    check_names("a?secret=S&issuer=%ff", "\u{fffd}", "a");
}

#[test]
fn space_around_the_text_makes_no_difference() {
    let uri = format!("\u{feff} otpauth://totp/Acme:me?secret={SECRET}\r\n");
    assert_eq!(read(&uri).key.secret.to_base32().as_str(), SECRET);
}

#[test]
fn control_characters_do_not_reach_names() {
    check_names("%1B[2JAcme:m%0Ae?secret=S", "[2JAcme", "me");
}

#[test]
fn escaped_control_characters_do_not_reach_tags_and_notes() {
    let uri = read(&format!(
        "otpauth://totp/a?secret={SECRET}&codeDisplay=\
         %7B%22tags%22:[%22W%5Cu001bork%22],%22note%22:%22Ask%5Cn%5Cu202eAnn%22%7D"
    ));
    assert_eq!(uri.tags, ["Work"]);
    assert_eq!(uri.note, "Ask\nAnn");
}

/// They turn the text around them, so that one name looks like another.
#[test]
fn text_direction_marks_do_not_reach_names() {
    for mark in "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}".chars() {
        let rest = format!("Ac{mark}me:{mark}m{mark}e?secret=S&issuer=Acme{mark}");
        check_names(&rest, "Acme", "me");
    }
    check_names("%E2%80%AEemcA:me?secret=S", "emcA", "me");
}

#[test]
fn the_first_of_two_equal_names_wins_in_any_case() {
    check_names("a?secret=S&issuer=First&issuer=Second", "First", "a");
    let uri = format!("OTPAuth://TOTP/a?Secret={SECRET}&ISSUER=Acme&Digits=8&digits=6");
    let uri = read(&uri);
    assert_eq!(uri.issuer, "Acme");
    assert_eq!(uri.key.kind.digits(), 8);
}

#[test]
fn spaces_dashes_padding_and_case_of_a_secret_make_no_difference() {
    for secret in [
        "JBSW Y3DP-ehpk 3pxp",
        "JBSW%20Y3DP%2Dehpk%203pxp",
        "jbswy3dpehpk3pxp%3D%3D%3D%3D",
        "JBSWY3DPEHPK3PXP====",
    ] {
        let uri = read(&format!("otpauth://totp/a?secret={secret}"));
        assert_eq!(*uri.key.secret.to_base32(), "JBSWY3DPEHPK3PXP", "{secret}");
        assert_eq!(*uri.key.code_at(1_700_000_000).text, "324550");
        assert_eq!(uri.notes, []);
    }
}

#[test]
fn a_secret_that_is_not_base32_is_refused_and_never_guessed() {
    for (secret, position, character) in [
        ("not base32!", 10, '!'),
        ("JBSWY3DPEHPK3PX0", 16, '0'),
        ("JBSWY3DPEHPK3PX1", 16, '1'),
        ("JBSWY3D8", 8, '8'),
        ("JBSWY3D9", 8, '9'),
        ("JBSWY3DP%23", 9, '#'),
        ("JBSWY3DP#", 9, '#'),
        ("J%C3%84", 2, '\u{c4}'),
    ] {
        let refused = Error::SecretCharacter {
            position,
            character,
        };
        let uri = format!("otpauth://totp/a?secret={secret}");
        assert_eq!(KeyUri::parse(&uri), Err(refused), "{secret}");
    }
}

#[test]
fn a_secret_of_an_odd_length_is_read_and_noted() {
    let uri = read("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQG");
    assert_eq!(&*uri.key.secret.expose(), b"1234567890");
    assert_eq!(uri.notes, [Note::UnusualKeyLength]);
}

#[test]
fn no_secret_is_refused() {
    for (uri, refused) in [
        ("otpauth://totp/a", Error::SecretMissing),
        ("otpauth://totp/a?issuer=b", Error::SecretMissing),
        ("otpauth://totp/a?secret=", Error::SecretEmpty),
        ("otpauth://totp/a?secret", Error::SecretEmpty),
        ("otpauth://totp/a?secret=%20-=", Error::SecretEmpty),
        ("otpauth://totp/a?secret=A", Error::SecretTooShort),
        (
            "otpauth://totp/a?issuer=%26secret%3DAAAA",
            Error::SecretMissing,
        ),
        ("steam://", Error::SecretEmpty),
    ] {
        assert_eq!(KeyUri::parse(uri), Err(refused), "{uri}");
    }
}

#[test]
fn algorithms_in_every_spelling() {
    use Algorithm::{Sha1, Sha256, Sha512};
    for (algorithm, spellings) in [
        (
            Sha1,
            "SHA1 SHA-1 sha1 HMACSHA1 HmacSHA1 HMAC-SHA-1 Algorithm.sha1 null",
        ),
        (
            Sha256,
            "SHA256 SHA-256 HMACSHA256 HMAC-SHA-256 Algorithm.sha256",
        ),
        (
            Sha512,
            "SHA512 SHA-512 HMACSHA512 HMAC-SHA-512 Algorithm.sha512",
        ),
    ] {
        for spelling in spellings.split(' ') {
            let parameter = format!("algorithm={spelling}");
            check_kind("totp", &parameter, totp(algorithm, 6, 30));
        }
    }
}

#[test]
fn an_unknown_algorithm_is_refused_and_never_taken_for_sha1() {
    for name in ["SHA3", "MD5", "SHA224", "none"] {
        let refused = Error::Algorithm { found: found(name) };
        check_kind("totp", &format!("algorithm={name}"), Err(refused));
    }
}

#[test]
fn digits_from_4_to_10() {
    for digits in 4..=10 {
        let parameter = format!("digits={digits}");
        check_kind("totp", &parameter, totp(Algorithm::Sha1, digits, 30));
        check_kind("hotp", &parameter, hotp(Algorithm::Sha1, digits, 0));
    }
    check_kind("totp", "digits=null", totp(Algorithm::Sha1, 6, 30));
    for value in [
        "0",
        "3",
        "11",
        "99",
        "-6",
        "6.0",
        "six",
        "262",
        "99999999999999999999",
    ] {
        let refused = Error::Digits {
            found: found(value),
        };
        check_kind("totp", &format!("digits={value}"), Err(refused));
    }
}

#[test]
fn periods_from_a_second_to_a_day() {
    for period in [1, 10, 20, 50, 60, 90, 86_400] {
        let parameter = format!("period={period}");
        check_kind("totp", &parameter, totp(Algorithm::Sha1, 6, period));
    }
    for value in ["0", "86401", "-30", "30s", "4294967326"] {
        let refused = Error::Period {
            found: found(value),
        };
        check_kind("totp", &format!("period={value}"), Err(refused));
    }
}

#[test]
fn a_parameter_is_found_by_its_name_alone() {
    check_kind(
        "totp",
        "issuer=period%3D10&image=digits=8",
        totp(Algorithm::Sha1, 6, 30),
    );
}

#[test]
fn hotp_keeps_its_counter_and_starts_at_zero_with_a_note() {
    let largest = "counter=18446744073709551615";
    check_kind("hotp", "counter=10300", hotp(Algorithm::Sha1, 6, 10_300));
    check_kind("hotp", largest, hotp(Algorithm::Sha1, 6, u64::MAX));
    for value in ["-1", "1.5", "x", "18446744073709551616"] {
        let refused = Error::Counter {
            found: found(value),
        };
        check_kind("hotp", &format!("counter={value}"), Err(refused));
    }
    let uri = read(&format!("otpauth://hotp/a?secret={SECRET}"));
    assert_eq!(uri.key.kind.counter(), Some(0));
    assert_eq!(uri.notes, [Note::CounterDefaulted]);
}

/// `1`, a zero byte and `0` are not ten.
#[test]
fn a_setting_with_a_control_character_is_refused_and_not_pieced_together() {
    let refused = |parameter: &str| {
        let uri = format!("otpauth://totp/a?secret={SECRET}&{parameter}");
        let error = KeyUri::parse(&uri).expect_err(parameter);
        (error.id(), error.params()[0].1.clone())
    };
    let one_odd_zero = found("1\u{fffd}0");
    assert_eq!(refused("digits=1%000"), ("otp-digits", one_odd_zero));
    assert_eq!(refused("digits=%00"), ("otp-digits", found("\u{fffd}")));
    assert_eq!(refused("period=6%0A0").0, "otp-period");
    assert_eq!(refused("algorithm=SHA%001").0, "otp-algorithm");
    assert_eq!(refused("encoder=st%07eam").0, "otp-encoder");
    check_kind("totp", "digits=%208%0A", totp(Algorithm::Sha1, 8, 30));
}

#[test]
fn a_setting_without_a_value_is_the_default() {
    for parameters in [
        "digits=&period=&algorithm=&encoder=",
        "digits&period&algorithm&encoder",
        "digits=%20&period=null&algorithm=NULL&encoder=null&steam=null",
    ] {
        check_kind("totp", parameters, totp(Algorithm::Sha1, 6, 30));
    }
}

#[test]
fn what_the_type_does_not_use_does_no_harm() {
    check_kind("totp", "counter=-1", totp(Algorithm::Sha1, 6, 30));
    check_kind("hotp", "counter=1&period=0", hotp(Algorithm::Sha1, 6, 1));
    check_kind("steam", "digits=0&counter=x", Ok(Kind::Steam));
}

#[test]
fn types_of_other_programs_are_refused_by_name() {
    for (uri, refused) in [
        (
            "otpauth://ocra/a?secret=AAAA",
            Error::Type {
                found: found("ocra"),
            },
        ),
        ("otpauth://?secret=AAAA", Error::TypeMissing),
    ] {
        assert_eq!(KeyUri::parse(uri), Err(refused), "{uri}");
    }
}

#[test]
fn other_schemes_are_refused_by_name() {
    for (uri, scheme) in [
        ("https://example.com/?secret=AAAA", "https"),
        ("otpauth-migration://offline?data=AAAA", "otpauth-migration"),
        ("apple-otpauth://totp/a?secret=AAAA", "apple-otpauth"),
        ("PhoneFactor://activate_account?code=1", "phonefactor"),
    ] {
        let scheme = found(scheme);
        assert_eq!(KeyUri::parse(uri), Err(Error::Scheme { scheme }), "{uri}");
    }
    for text in ["", "hello", "JBSWY3DPEHPK3PXP", "WIFI:S:home;;", ":", "://"] {
        assert_eq!(KeyUri::parse(text), Err(Error::NotAUri), "{text}");
    }
}

/// What stands where a type or a scheme should may be somebody's secret.
#[test]
fn no_error_repeats_a_secret() {
    for uri in [
        "otpauth://JBSWY3DPEHPK3PXP?issuer=a",
        "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP0",
        "JBSWY3DPEHPK3PXP:x",
    ] {
        let error = KeyUri::parse(uri).unwrap_err();
        let texts = format!("{error} {error:?} {:?}", error.params());
        assert!(!texts.to_uppercase().contains("JBSWY3DPEH"), "{texts}");
    }
}

#[test]
fn additions_of_other_programs_are_kept_where_known_and_do_no_harm() {
    let uri = read(&format!(
        "otpauth://totp/Acme:me?secret={SECRET}&issuer=Acme&lock=false&image=https%3A%2F%2Fa%2Fb.png\
         &codeDisplay=%7B%22pinned%22%3Atrue%2C%22tags%22%3A%5B%22Work%22%2C%22Mail%22%5D%2C\
         %22note%22%3A%22Ask%20Ann%22%7D"
    ));
    assert_eq!(uri.icon, None);
    assert_eq!(uri.tags, ["Work", "Mail"]);
    assert_eq!(uri.note, "Ask Ann");
    assert_eq!(uri.notes, []);

    let uri = read(&format!(
        "otpauth://totp/a?secret={SECRET}&icon=acme&codeDisplay=%7Bbroken&pin=1"
    ));
    assert_eq!(uri.icon.as_deref(), Some("acme"));
    assert!(uri.tags.is_empty());
}

/// An account's icon is one of ours, by name; nothing is ever fetched.
#[test]
fn only_the_name_of_an_icon_is_kept() {
    let icon = |value: &str| read(&format!("otpauth://totp/a?secret={SECRET}&icon={value}")).icon;
    for name in ["acme", "Acme%20Mail_2.0-b", &"a".repeat(64)] {
        assert_eq!(icon(name), Some(name.replace("%20", " ")));
    }
    for other in [
        "https%3A%2F%2Fa.example%2Fb.png",
        "data%3Aimage%2Fpng%3Bbase64,AAAA",
        "..%2Fb",
        "B%C3%BCro",
        "",
        &"a".repeat(65),
    ] {
        assert_eq!(icon(other), None, "{other}");
    }
}

#[test]
fn debug_does_not_show_what_a_person_wrote() {
    let uri = read(&format!(
        "otpauth://totp/Acme:me?secret={SECRET}&codeDisplay=%7B%22note%22%3A%22PIN%20is%2012%22%7D"
    ));
    let shown = format!("{uri:?}");
    assert!(!shown.contains("PIN is 12"), "{shown}");
    assert!(!shown.contains(SECRET), "{shown}");
    assert!(shown.contains("Acme") && shown.contains("Totp"), "{shown}");
}

#[test]
fn a_key_that_cannot_be_used_still_has_a_name() {
    let name = |uri: &str| KeyUri::names(uri).map(|names| names.to_string());
    let some = |name: &str| Some(name.to_owned());
    let uri = "otpauth://totp/Acme:me?secret=JBSWY3DP0&digits=99";
    assert_eq!(name(uri), some("Acme (me)"));
    assert_eq!(name("otpauth://hotp/me?secret=A1"), some("me"));
    assert_eq!(
        name("otpauth://x/a?secret=A1&issuer=Acme"),
        some("Acme (a)")
    );
    assert_eq!(name("otpauth://totp/?secret=A1"), None);
    assert_eq!(name("otpauth://totp/Acme:me"), None);
    assert_eq!(name("steam://open/friends"), None);
    assert_eq!(name("Acme:me"), None);
}

/// A broken address may have its secret anywhere.
#[test]
fn a_name_that_could_be_a_secret_is_no_name() {
    for uri in [
        "otpauth://totp/JBSWY3DPEHPK3PXP?secret=A1",
        "otpauth://totp/me&secret=JBSWY3DPEHPK3PXP",
        "otpauth://totp/me?issuer=x%26secret%3DJBSWY3DP",
        "otpauth://totp/me?issuer=x%26secret%3DJBSWY3DP&secret=A1",
        "otpauth://totp/JBSWY3DP0?secret=JBSWY3DP0",
        "otpauth://totp/JBSWY3DP:me?secret=",
    ] {
        assert_eq!(KeyUri::names(uri), None, "{uri}");
    }
}

#[test]
fn only_an_escaped_ampersand_is_one() {
    // `&lt;` is no `&`, so what follows it is no parameter of its own.
    let six = totp(Algorithm::Sha1, 6, 30);
    check_kind("totp", "issuer=x&lt;digits=8", six);
    let eight = totp(Algorithm::Sha1, 8, 30);
    check_kind("totp", "issuer=x&amp;digits=8", eight);
}

/// A text that grows leaves a copy of the secret behind.
#[test]
fn there_is_room_for_all_of_an_address_at_once() {
    let pin = Pin::new(&"%".repeat(Pin::MAX_BYTES)).expect("it is as long as may be");
    let key = OtpKey {
        secret: read(&format!("otpauth://totp/a?secret={SECRET}"))
            .key
            .secret,
        kind: Kind::Yandex { pin },
    };
    let (issuer, account) = ("%".repeat(500), "%".repeat(300));
    let uri = write_uri(&key, &issuer, &account);
    assert!(uri.len() > 6 * 500 + 3 * (300 + 64) + SECRET.len());
    assert_eq!(
        uri.capacity(),
        128 + SECRET.len() + 6 * 500 + 3 * (300 + 64)
    );
}
