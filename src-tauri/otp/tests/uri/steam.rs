//! Steam's keys, and the links of its app.

use super::*;

#[test]
fn steam_in_all_its_forms() {
    let bare = read(&format!("steam://{SECRET}"));
    assert_eq!(bare.key.kind, Kind::Steam);
    assert_eq!((&*bare.issuer, &*bare.account), ("Steam", ""));

    check_kind("steam", "", Ok(Kind::Steam));
    check_kind(
        "steam",
        "digits=5&algorithm=SHA1&period=30",
        Ok(Kind::Steam),
    );
    check_kind("steam", "digits=6", Ok(Kind::Steam));
    check_kind("totp", "steam", Ok(Kind::Steam));
    check_kind("totp", "issuer=Valve&encoder=steam", Ok(Kind::Steam));
    check_kind("totp", "issuer=steam", Ok(Kind::Steam));
    check_kind("totp", "issuer=Steam&digits=5", Ok(Kind::Steam));
    let prefix = read(&format!("otpauth://totp/Steam:me?secret={SECRET}"));
    assert_eq!(prefix.key.kind, Kind::Steam);
    assert_eq!(prefix.notes, [Note::SteamByIssuer]);
}

#[test]
fn an_issuer_called_steam_with_other_settings_is_not_steam() {
    use Algorithm::{Sha1, Sha256};
    check_kind("totp", "issuer=Steam&digits=6", totp(Sha1, 6, 30));
    check_kind("totp", "issuer=Steam&digits=8", totp(Sha1, 8, 30));
    check_kind("totp", "issuer=Steam&algorithm=SHA256", totp(Sha256, 6, 30));
    check_kind("totp", "issuer=Steam&period=60", totp(Sha1, 6, 60));
    check_kind("totp", "issuer=Steamed%20Hams", totp(Sha1, 6, 30));
    check_kind("hotp", "issuer=Steam&counter=1", hotp(Sha1, 6, 1));
}

#[test]
fn what_contradicts_steam_is_refused_by_its_name() {
    let sha512 = Error::Algorithm {
        found: found("SHA512"),
    };
    let sixty = Error::Period { found: found("60") };
    let steam = Error::Encoder {
        found: found("steam"),
    };
    let other = Error::Encoder {
        found: found("base58"),
    };
    check_kind("steam", "algorithm=SHA512", Err(sha512));
    check_kind("totp", "encoder=steam&period=60", Err(sixty));
    check_kind("hotp", "encoder=steam", Err(steam));
    check_kind("totp", "encoder=base58", Err(other));
}

#[test]
fn steam_that_is_said_to_be_false_is_not_steam() {
    for yes in ["steam", "steam=", "steam=true", "steam=True", "steam=1"] {
        check_kind("totp", yes, Ok(Kind::Steam));
    }
    for no in ["steam=false", "steam=FALSE", "steam=0"] {
        check_kind("totp", no, totp(Algorithm::Sha1, 6, 30));
        let issuer = format!("issuer=Steam&{no}");
        check_kind("totp", &issuer, totp(Algorithm::Sha1, 6, 30));
    }
    let no = Error::Encoder { found: found("no") };
    check_kind("totp", "steam=no", Err(no));
}

#[test]
fn a_steam_key_with_another_alphabet_is_refused() {
    for parameter in ["encoder=digits", "steam=false"] {
        let digits = Error::Encoder {
            found: found("digits"),
        };
        check_kind("steam", parameter, Err(digits));
    }
}

/// The Steam app opens its pages by `steam://` links, many of which are base32 by chance.
#[test]
fn links_of_the_steam_app_do_not_become_accounts() {
    for link in [
        "steam://open/friends",
        "steam://run/440",
        "steam://connect/1.2.3.4:27015",
        "steam://store/440",
        "steam://rungameid/440",
        "steam:///open/main",
        &format!("steam://{SECRET}/a"),
    ] {
        let refused = KeyUri::parse(link).map_err(|error| error.id());
        assert_eq!(refused, Err("otp-steam-link"), "{link}");
    }
    for link in [
        "steam://settings",
        "steam://exit/",
        "steam://GEZDGNBVGY3TQOI",
    ] {
        assert_eq!(KeyUri::parse(link), Err(Error::SecretTooShort), "{link}");
    }
}

#[test]
fn an_empty_path_or_a_query_behind_a_steam_key_does_no_harm() {
    for end in ["", "/", "?", "?x=y", "/?x=y"] {
        let uri = read(&format!("steam://{SECRET}{end}"));
        assert_eq!(uri.key.secret.to_base32().as_str(), SECRET, "{end}");
    }
}

#[test]
fn five_digits_of_a_site_called_steam_stay_what_they_are() {
    let key = |digits| OtpKey {
        secret: read(&format!("otpauth://totp/a?secret={SECRET}"))
            .key
            .secret,
        kind: totp(Algorithm::Sha1, digits, 30).unwrap_or_default(),
    };
    // Readers take five digits of that name for Steam's code, unless they are told.
    let five = write_uri(&key(5), "Steam", "me");
    assert!(five.ends_with("&digits=5&period=30&encoder=digits"));
    assert_eq!(read(&five).key, key(5));
    assert!(write_uri(&key(6), "Steam", "me").ends_with("&digits=6&period=30"));
}
