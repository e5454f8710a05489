//! The keys among the fields of an entry. KeePass has no place for them, so every program
//! made its own:
//!
//! - `otp` with an otpauth URI: KeePassXC, KeePassDX, Strongbox;
//! - `otp` with `key=…&step=30&size=6`: the plugins KeeOtp and KeeOtp2;
//! - `TOTP Seed` and `TOTP Settings` with `30;6`, or `30;S` for Steam: KeeTrayTOTP, and
//!   KeePassXC before 2.6;
//! - [`TimeOtp-Secret…` and `HmacOtp-Secret…`](https://keepass.info/help/base/placeholders.html#otp):
//!   KeePass itself since 2.47.

use keytick_otp::{Algorithm, Digits, KeyUri, Kind, Note, OtpKey, Period, Secret};
use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

use super::entry::Entry;
use crate::encoding::{from_base64, from_hex};
use crate::{Error, settings};

/// A way to keep a key in fields: the key, if the entry has those fields.
type Style = fn(&Entry) -> Option<Result<KeyUri, Error>>;

/// All of them.
pub(super) const STYLES: [Style; 4] = [otp, seed, time_otp, hmac_otp];

/// The field with an address, or with what KeeOtp makes of it.
const OTP: &str = "otp";

fn otp(entry: &Entry) -> Option<Result<KeyUri, Error>> {
    entry.get(OTP).map(|text| match text.contains("://") {
        true => KeyUri::parse(text).map_err(Error::Key),
        false => keeotp(text),
    })
}

fn seed(entry: &Entry) -> Option<Result<KeyUri, Error>> {
    let seed = entry.get("TOTP Seed")?;
    let settings = entry.get("TOTP Settings").unwrap_or_default();
    Some(tray_totp(seed, settings))
}

fn time_otp(entry: &Entry) -> Option<Result<KeyUri, Error>> {
    let secret = secret(entry, "TimeOtp-Secret")?;
    Some(secret.and_then(|secret| {
        let kind = Kind::Totp {
            algorithm: algorithm(entry.get("TimeOtp-Algorithm"))?,
            digits: digits(entry.get("TimeOtp-Length"))?,
            period: period(entry.get("TimeOtp-Period"))?,
        };
        key(secret, kind, None)
    }))
}

/// KeePass makes these codes with SHA-1 and 6 digits only.
fn hmac_otp(entry: &Entry) -> Option<Result<KeyUri, Error>> {
    let secret = secret(entry, "HmacOtp-Secret")?;
    let counter = entry.get("HmacOtp-Counter");
    Some(secret.and_then(|secret| {
        let (algorithm, digits) = Default::default();
        counter_key(secret, algorithm, digits, counter)
    }))
}

/// The secret in the field `name`, or in the one that says how it is written.
fn secret(entry: &Entry, name: &str) -> Option<Result<FoundSecret, Error>> {
    ENCODINGS.iter().find_map(|(suffix, encoding)| {
        let text = entry.get(&format!("{name}{suffix}"))?;
        Some(encoding.decode(text))
    })
}

type FoundSecret = (Secret, Option<Note>);

/// How a secret is written as text.
#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    Hex,
    Base32,
    Base64,
}

/// In the order in which KeePass looks for them.
const ENCODINGS: [(&str, Encoding); 4] = [
    ("", Encoding::Utf8),
    ("-Hex", Encoding::Hex),
    ("-Base32", Encoding::Base32),
    ("-Base64", Encoding::Base64),
];

impl Encoding {
    fn decode(self, text: &str) -> Result<FoundSecret, Error> {
        const WHAT: &str = "key";
        let bytes = match self {
            Self::Base32 => return Ok(Secret::from_base32(text)?),
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Hex => from_hex(text, WHAT)?.to_vec(),
            Self::Base64 => from_base64(text, WHAT)?.to_vec(),
        };
        let secret = Secret::from_bytes(bytes)?;
        let note = secret.is_short().then_some(Note::ShortKey);
        Ok((secret, note))
    }
}

/// A query without an address: `key=JBSWY3DPEHPK3PXP&step=30&size=6`.
fn keeotp(text: &str) -> Result<KeyUri, Error> {
    let value = |name: &str| {
        let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
        let mut values = pairs.filter(|(own, _)| own.trim().eq_ignore_ascii_case(name));
        let (_, value) = values.next()?;
        let value = percent_decode_str(value.trim()).decode_utf8_lossy();
        Some(Zeroizing::new(value.into_owned())).filter(|value| !value.is_empty())
    };
    let named = |name: &str| value(name).map(|value| value.to_ascii_lowercase());
    let secret = value("key").ok_or(Error::NotAKey)?;
    let encoding = match named("encoding").as_deref() {
        None | Some("base32") => Encoding::Base32,
        Some("base64") => Encoding::Base64,
        Some("hex") => Encoding::Hex,
        Some("utf8") => Encoding::Utf8,
        Some(_) => return Err(Error::Damaged { what: "encoding" }),
    };
    let secret = encoding.decode(&secret)?;
    let text = |name: &str| value(name);
    let algorithm = algorithm(text("otpHashMode").as_deref().map(String::as_str))?;
    let digits = digits(text("size").as_deref().map(String::as_str))?;
    match named("type").as_deref() {
        None | Some("totp") => {
            let period = period(text("step").as_deref().map(String::as_str))?;
            let kind = Kind::Totp {
                algorithm,
                digits,
                period,
            };
            key(secret, kind, None)
        }
        Some("hotp") => {
            let counter = text("counter");
            counter_key(
                secret,
                algorithm,
                digits,
                counter.as_deref().map(String::as_str),
            )
        }
        Some("steam") => key(secret, Kind::Steam, None),
        Some(other) => Err(Error::UnknownType {
            found: other.chars().take(20).collect(),
        }),
    }
}

/// Period and digits as `30;6`, with `S` for Steam; what may follow is the address of a clock.
fn tray_totp(seed: &str, settings: &str) -> Result<KeyUri, Error> {
    let mut settings = settings.split(';').map(str::trim);
    let step = settings.next();
    let length = settings.next();
    let kind = match length {
        Some("S") => Kind::Steam,
        length => Kind::Totp {
            algorithm: Algorithm::default(),
            digits: digits(length)?,
            period: period(step)?,
        },
    };
    key(Encoding::Base32.decode(seed)?, kind, None)
}

fn counter_key(
    secret: FoundSecret,
    algorithm: Algorithm,
    digits: Digits,
    counter: Option<&str>,
) -> Result<KeyUri, Error> {
    let counter = settings::counter(&counter.into())?;
    let note = counter.is_none().then_some(Note::CounterDefaulted);
    let kind = Kind::Hotp {
        algorithm,
        digits,
        counter: counter.unwrap_or_default(),
    };
    key(secret, kind, note)
}

fn algorithm(text: Option<&str>) -> Result<Algorithm, Error> {
    Ok(settings::algorithm(&text.into())?.unwrap_or_default())
}

fn digits(text: Option<&str>) -> Result<Digits, Error> {
    Ok(settings::digits(&text.into())?.unwrap_or_default())
}

fn period(text: Option<&str>) -> Result<Period, Error> {
    Ok(settings::period(&text.into())?.unwrap_or_default())
}

/// A key without names, in the shape that URIs are read into.
fn key((secret, note): FoundSecret, kind: Kind, more: Option<Note>) -> Result<KeyUri, Error> {
    Ok(KeyUri {
        key: OtpKey::new(secret, kind)?,
        issuer: String::new(),
        account: String::new(),
        notes: note.into_iter().chain(more).collect(),
        tags: Vec::new(),
        note: String::new(),
        icon: None,
    })
}

#[cfg(test)]
mod tests {
    use keytick_accounts::Candidate;

    use super::super::entry::tests::entry;
    use super::*;

    /// `type SECRET algorithm digits period-or-counter`, or the id of the error.
    fn shown(candidate: &Result<Candidate, Error>) -> String {
        match candidate {
            Ok(candidate) => {
                let kind = &candidate.key.kind;
                let period = kind.period().map(u64::from);
                format!(
                    "{} {} {} {} {}",
                    kind.type_name(),
                    &*candidate.key.secret.to_base32(),
                    kind.algorithm_name(),
                    kind.digits(),
                    period.or(kind.counter()).unwrap_or_default()
                )
            }
            Err(error) => error.id().to_owned(),
        }
    }

    fn check(fields: &[(&str, &str)], expected: &[&str]) {
        let candidates = entry(fields).candidates();
        let shown: Vec<_> = candidates.iter().map(shown).collect();
        assert_eq!(shown, expected, "{fields:?}");
    }

    #[test]
    fn reads_every_programs_own_fields() {
        let plain = "totp JBSWY3DPEHPK3PXP SHA1 6 30";
        check(
            &[("otp", "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP")],
            &[plain],
        );
        check(&[("otp", "key=JBSWY3DPEHPK3PXP")], &[plain]);
        check(&[("TOTP Seed", "jbsw y3dp ehpk 3pxp")], &[plain]);
        check(&[("TimeOtp-Secret-Base32", "JBSWY3DPEHPK3PXP")], &[plain]);
        check(&[("TimeOtp-Secret-Base64", "SGVsbG8h3q2+7w==")], &[plain]);
        check(&[("TimeOtp-Secret-Hex", "48656C6C6F21DEADBEEF")], &[plain]);
        check(
            &[("TimeOtp-Secret", "1234567890")],
            &["totp GEZDGNBVGY3TQOJQ SHA1 6 30"],
        );
        check(
            &[("HmacOtp-Secret", "1234567890"), ("HmacOtp-Counter", "7")],
            &["hotp GEZDGNBVGY3TQOJQ SHA1 6 7"],
        );
    }

    #[test]
    fn takes_the_settings_that_stand_beside() {
        check(
            &[(
                "otp",
                "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&encoder=steam",
            )],
            &["steam JBSWY3DPEHPK3PXP SHA1 5 30"],
        );
        check(
            &[(
                "otp",
                "key=JBSWY3DPEHPK3PXP%3d&step=60&size=8&otpHashMode=Sha512",
            )],
            &["totp JBSWY3DPEHPK3PXP SHA512 8 60"],
        );
        check(
            &[(
                "otp",
                "Key=SGVsbG8h3q2%2B7w%3D%3D&encoding=Base64&type=Hotp&counter=3",
            )],
            &["hotp JBSWY3DPEHPK3PXP SHA1 6 3"],
        );
        check(
            &[("otp", "key=JBSWY3DPEHPK3PXP&type=Steam")],
            &["steam JBSWY3DPEHPK3PXP SHA1 5 30"],
        );
        for (settings, expected) in [
            ("60;8", "totp JBSWY3DPEHPK3PXP SHA1 8 60"),
            (
                "30;6;https://example.com",
                "totp JBSWY3DPEHPK3PXP SHA1 6 30",
            ),
            ("30;S", "steam JBSWY3DPEHPK3PXP SHA1 5 30"),
            ("0;6", "otp-period"),
            ("30;x", "otp-digits"),
        ] {
            let fields = [
                ("TOTP Seed", "JBSWY3DPEHPK3PXP"),
                ("TOTP Settings", settings),
            ];
            check(&fields, &[expected]);
        }
        check(
            &[
                ("TimeOtp-Secret-Base32", "JBSWY3DPEHPK3PXP"),
                ("TimeOtp-Length", "8"),
                ("TimeOtp-Period", "15"),
                ("TimeOtp-Algorithm", "HMAC-SHA-256"),
            ],
            &["totp JBSWY3DPEHPK3PXP SHA256 8 15"],
        );
    }

    #[test]
    fn refuses_what_it_does_not_know_by_name() {
        check(&[("otp", "hello")], &["formats-not-a-key"]);
        check(&[("otp", "key=a!")], &["otp-secret-character"]);
        check(
            &[("otp", "key=JBSWY3DP&type=Motp")],
            &["formats-unknown-type"],
        );
        check(
            &[("otp", "key=JBSWY3DP&encoding=Base85")],
            &["formats-damaged"],
        );
        check(
            &[("otp", "key=JBSWY3DP&otpHashMode=Md5")],
            &["otp-algorithm"],
        );
        check(&[("TimeOtp-Secret-Hex", "4")], &["formats-damaged"]);
        check(&[("Password", "x"), ("otp", " ")], &[]);
    }

    #[test]
    fn the_same_key_in_several_styles_is_one() {
        let mut fields = vec![
            ("otp", "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP"),
            ("TimeOtp-Secret-Base32", "JBSWY3DPEHPK3PXP"),
        ];
        check(&fields, &["totp JBSWY3DPEHPK3PXP SHA1 6 30"]);
        fields.push(("TimeOtp-Length", "8"));
        check(
            &fields,
            &[
                "totp JBSWY3DPEHPK3PXP SHA1 6 30",
                "totp JBSWY3DPEHPK3PXP SHA1 8 30",
            ],
        );
    }
}
