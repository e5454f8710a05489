//! Battle.net's key in the preferences of Blizzard's Android app, which only a rooted phone
//! gives out. Both values are XORed with one mask that every copy of the app has.

use keytick_accounts::Candidate;
use keytick_otp::{Algorithm, Digits, Kind, Names, OtpKey, Period, Secret};
use zeroize::Zeroizing;

use crate::encoding::from_hex;
use crate::{Error, Format, Import, Reading, Source, entries, xml};

pub(super) const FORMAT: Format = Format {
    id: "battle-net",
    name: "Battle.net",
    help: "format-battle-net-help",
    extensions: &["xml"],
    reads_encrypted: false,
    detect: |probe| probe.markup_with(SECRET),
    read: Some(read),
    write: None,
};

const SERIAL: &str = "com.blizzard.messenger.AUTHENTICATOR_SERIAL";
const SECRET: &str = "com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET";

/// The mask of Blizzard's app.
const MASK: [u8; 57] = [
    0x39, 0x8e, 0x27, 0xfc, 0x50, 0x27, 0x6a, 0x65, 0x60, 0x65, 0xb0, 0xe5, 0x25, 0xf4, 0xc0, 0x6c,
    0x04, 0xc6, 0x10, 0x75, 0x28, 0x6b, 0x8e, 0x7a, 0xed, 0xa5, 0x9d, 0xa9, 0x81, 0x3b, 0x5d, 0xd6,
    0xc8, 0x0d, 0x2f, 0xb3, 0x80, 0x68, 0x77, 0x3f, 0xa5, 0x9b, 0xa4, 0x7c, 0x17, 0xca, 0x6c, 0x64,
    0x79, 0x01, 0x5c, 0x1d, 0x5b, 0x8b, 0x8f, 0x6b, 0x9a,
];

fn read(source: &Source, _reading: &mut Reading) -> Result<Import, Error> {
    let values = xml::preferences(source.bytes)?;
    let value = |wanted: &str| {
        let found = values.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.as_str())
    };
    let serial = value(SERIAL).and_then(|text| unmasked(text).ok());
    let serial = serial.as_deref().map_or("", String::as_str);
    let names = Names::exact("Battle.net", serial);
    let mut import = Import::default();
    let account = candidate(value(SECRET), &names);
    import.entry(&entries::name(&names, 0), account);
    Ok(import)
}

fn candidate(secret: Option<&str>, names: &Names) -> Result<Candidate, Error> {
    let hex = unmasked(secret.ok_or(Error::NoKey)?)?;
    let kind = Kind::Totp {
        algorithm: Algorithm::Sha1,
        digits: Digits::new(8)?,
        period: Period::default(),
    };
    let key = OtpKey::new(Secret::from_hex(&hex)?, kind)?;
    Ok(entries::candidate(key, None, names))
}

/// The text under the mask.
fn unmasked(hex: &str) -> Result<Zeroizing<String>, Error> {
    const DAMAGED: Error = Error::Damaged { what: "secret" };
    let mut bytes = from_hex(hex, "secret")?;
    if bytes.len() > MASK.len() {
        return Err(DAMAGED);
    }
    for (byte, mask) in bytes.iter_mut().zip(MASK) {
        *byte ^= mask;
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| DAMAGED)?;
    Ok(Zeroizing::new(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::to_hex;
    use crate::formats::testing::{read, rows, skipped};

    fn masked(text: &str) -> String {
        let bytes = text.bytes().zip(MASK).map(|(byte, mask)| byte ^ mask);
        to_hex(&bytes.collect::<Vec<_>>())
    }

    fn file(secret: &str) -> String {
        format!(
            "<?xml version='1.0' encoding='utf-8' standalone='yes' ?><map>\
             <string name=\"{SERIAL}\">{}</string><long name=\"x\" value=\"15\" />\
             <string name=\"{SECRET}\">{secret}</string></map>",
            masked("US-1234-5678-9012")
        )
    }

    #[test]
    fn the_key_under_the_mask() {
        let file = file(&masked("3132333435363738393031323334353637383930"));
        let import = read(&FORMAT, file.as_bytes(), None).unwrap();
        assert_eq!(
            rows(&import),
            ["Battle.net|US-1234-5678-9012|totp|GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ|SHA1|8|30"]
        );
    }

    #[test]
    fn another_secret_is_skipped_by_name() {
        for (secret, id) in [
            ("zz".to_owned(), "formats-damaged"),
            (masked("no hex"), "otp-hex-character"),
            ("00".repeat(58), "formats-damaged"),
        ] {
            let import = read(&FORMAT, file(&secret).as_bytes(), None).unwrap();
            let expected = format!("Battle.net (US-1234-5678-9012): {id}");
            assert_eq!(skipped(&import), [expected]);
        }
    }
}
