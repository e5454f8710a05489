//! The text for a sign-in QR code.

use zeroize::Zeroizing;

use super::percent::encode_into;
use crate::{Kind, OtpKey, Pin};

/// Writes a key as an otpauth URI that [`KeyUri::parse`](crate::KeyUri::parse) and other
/// authenticators read back. `issuer` and `account` are expected without spaces around them.
///
/// All settings are written out, also those that have a default: some readers have others.
///
/// ```
/// use keytick_otp::{Kind, OtpKey, Secret, write_uri};
///
/// let secret = Secret::from_bytes(b"1234567890".to_vec())?;
/// let key = OtpKey { secret, kind: Kind::default() };
/// assert_eq!(
///     write_uri(&key, "Acme & Co", "me").as_str(),
///     "otpauth://totp/Acme%20%26%20Co:me?secret=GEZDGNBVGY3TQOJQ\
///      &issuer=Acme%20%26%20Co&algorithm=SHA1&digits=6&period=30"
/// );
/// # Ok::<(), keytick_otp::Error>(())
/// ```
#[must_use]
pub fn write_uri(key: &OtpKey, issuer: &str, account: &str) -> Zeroizing<String> {
    let secret = key.to_text();
    // Room for all of it at once, so that no copy of the secret is left behind by growing.
    let capacity = 128 + secret.len() + 6 * issuer.len() + 3 * (account.len() + Pin::MAX_BYTES);
    let mut uri = Zeroizing::new(String::with_capacity(capacity));
    uri.push_str(match key.kind {
        Kind::Totp { .. } => "otpauth://totp/",
        Kind::Hotp { .. } => "otpauth://hotp/",
        Kind::Steam => "otpauth://steam/",
        Kind::Motp { .. } => "motp://",
        Kind::Yandex { .. } => "otpauth://yaotp/",
    });
    write_label(&mut uri, issuer, account);
    uri.push_str("?secret=");
    uri.push_str(&secret);
    if !issuer.is_empty() {
        uri.push_str("&issuer=");
        encode_into(&mut uri, issuer);
    }
    write_kind(&mut uri, &key.kind, issuer);
    if let Some(pin) = key.kind.pin() {
        uri.push_str("&pin=");
        encode_into(&mut uri, pin.as_str());
    }
    uri
}

/// `issuer:account`. A colon inside a name is encoded; where there is no issuer, a colon in
/// the account needs one before it, or readers would split there.
fn write_label(uri: &mut String, issuer: &str, account: &str) {
    encode_into(uri, issuer);
    if !issuer.is_empty() || account.contains(':') {
        uri.push(':');
    }
    encode_into(uri, account);
}

fn write_kind(uri: &mut String, kind: &Kind, issuer: &str) {
    let settings = match kind {
        Kind::Totp {
            algorithm,
            digits,
            period,
        } => format!(
            "&algorithm={}&digits={}&period={}",
            algorithm.name(),
            digits.get(),
            period.get()
        ),
        Kind::Hotp {
            algorithm,
            digits,
            counter,
        } => format!(
            "&algorithm={}&digits={}&counter={counter}",
            algorithm.name(),
            digits.get()
        ),
        Kind::Steam | Kind::Motp { .. } | Kind::Yandex { .. } => String::new(),
    };
    uri.push_str(&settings);
    let looks_like_steam = matches!(kind, Kind::Totp { .. })
        && kind.digits() == Kind::STEAM_DIGITS
        && issuer.eq_ignore_ascii_case("steam");
    if looks_like_steam {
        uri.push_str("&encoder=digits");
    }
}
