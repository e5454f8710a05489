//! The XML of a database that we write: one group with an entry for each account, in the
//! fields that KeePassXC reads.

use keytick_accounts::Account;
use keytick_otp::{Kind, OtpKey, write_uri};
use quick_xml::escape::escape;
use zeroize::Zeroizing;

use super::inner::Stream;
use crate::Error;
use crate::encoding::to_base64;
use crate::holds::TAG_ENDS;

/// What the database and its one group are called.
const NAME: &str = "Keytick";

/// The database as XML, its keys protected by `stream`.
///
/// # Errors
/// None, as long as the keys are far less than the stream's 256 GiB.
pub(super) fn database(
    accounts: &[&Account],
    group_uuid: [u8; 16],
    now: u64,
    stream: &mut Stream,
) -> Result<Zeroizing<String>, Error> {
    let mut xml = Zeroizing::new(String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<KeePassFile><Meta>",
    ));
    put(&mut xml, "Generator", NAME);
    put(&mut xml, "DatabaseName", NAME);
    xml.push_str("<RecycleBinEnabled>False</RecycleBinEnabled></Meta><Root><Group>");
    put(&mut xml, "UUID", &to_base64(&group_uuid));
    put(&mut xml, "Name", NAME);
    for account in accounts {
        put_entry(&mut xml, account, now, stream)?;
    }
    xml.push_str("</Group></Root></KeePassFile>\n");
    Ok(xml)
}

fn put_entry(
    xml: &mut String,
    account: &Account,
    now: u64,
    stream: &mut Stream,
) -> Result<(), Error> {
    xml.push_str("<Entry>");
    put(xml, "UUID", &to_base64(account.id.as_bytes()));
    put(xml, "Tags", &tags(&account.tags));
    xml.push_str("<Times>");
    put(xml, "CreationTime", &time(account.created));
    put(xml, "LastModificationTime", &time(now));
    xml.push_str("</Times>");
    for (name, value) in [
        ("Title", &account.issuer),
        ("UserName", &account.account),
        ("Notes", &account.note),
    ] {
        xml.push_str("<String>");
        put(xml, "Key", name);
        put(xml, "Value", value);
        xml.push_str("</String>");
    }
    let mut uri = Zeroizing::new(otp(account).as_bytes().to_vec());
    stream.apply(&mut uri)?;
    let protected = to_base64(&uri);
    xml.push_str("<String><Key>otp</Key><Value Protected=\"True\">");
    xml.push_str(&protected);
    xml.push_str("</Value></String></Entry>");
    Ok(())
}

/// The URI as KeePassXC writes it: a Steam key is a TOTP key with another alphabet.
pub(in crate::formats) fn otp(account: &Account) -> Zeroizing<String> {
    uri(&account.key, &account.issuer, &account.account)
}

fn uri(key: &OtpKey, issuer: &str, account: &str) -> Zeroizing<String> {
    let uri = write_uri(key, issuer, account);
    match (&key.kind, uri.strip_prefix("otpauth://steam/")) {
        (Kind::Steam, Some(rest)) => Zeroizing::new(format!("otpauth://totp/{rest}&encoder=steam")),
        _ => uri,
    }
}

/// Tags stand between semicolons, and a comma ends one too; there is no other way to write
/// either.
fn tags(tags: &[String]) -> String {
    let plain = tags.iter().map(|tag| tag.replace(TAG_ENDS, " "));
    plain.collect::<Vec<_>>().join(";")
}

/// Seconds since the year 1, as KDBX 4 has them.
fn time(unix_seconds: u64) -> String {
    const UNIX_EPOCH: u64 = 62_135_596_800;
    to_base64(&unix_seconds.saturating_add(UNIX_EPOCH).to_le_bytes())
}

fn put(xml: &mut String, name: &str, text: &str) {
    // Characters that no XML can hold, escaped or not.
    let is_legal = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    let text: String = text.chars().filter(is_legal).collect();
    xml.push_str(&format!("<{name}>{}</{name}>", escape(text)));
}

#[cfg(test)]
mod tests {
    use keytick_otp::Secret;

    use super::*;

    #[test]
    fn times_count_from_the_year_1() {
        // 2025-02-08 13:19:11, as KeePassXC wrote it.
        assert_eq!(time(1_739_020_751), "z1A53w4AAAA=");
    }

    #[test]
    fn a_steam_key_is_written_as_keepassxc_does() {
        let secret = Secret::from_bytes(b"1234567890".to_vec()).unwrap();
        let key = OtpKey::new(secret, Kind::Steam).unwrap();
        assert_eq!(
            uri(&key, "Steam", "me").as_str(),
            "otpauth://totp/Steam:me?secret=GEZDGNBVGY3TQOJQ&issuer=Steam&encoder=steam"
        );
    }

    #[test]
    fn a_tag_stays_one() {
        assert_eq!(tags(&["a;b".into(), "c, d".into()]), "a b;c  d");
    }

    #[test]
    fn text_is_escaped_and_what_xml_cannot_hold_is_left_out() {
        let mut xml = String::new();
        put(&mut xml, "Value", "<a> & \u{1}\"b\"\n");
        assert_eq!(xml, "<Value>&lt;a&gt; &amp; &quot;b&quot;\n</Value>");
    }
}
