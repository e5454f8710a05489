//! What one QR code or one line of text says.

use keytick_accounts::Candidate;
use keytick_otp::KeyUri;

use crate::Error;
use crate::google_migration::{self, Part};

/// Something that holds accounts.
pub(crate) enum Address {
    Key(Box<Candidate>),
    Transfer(Part),
}

/// Reads `text`, which is without space around it.
pub(crate) fn read(text: &str) -> Result<Address, Error> {
    let scheme = scheme_of(text);
    match scheme.as_str() {
        google_migration::SCHEME => google_migration::read(text).map(Address::Transfer),
        "otpauth" | "steam" | "motp" => {
            let candidate = Candidate::from(KeyUri::parse(text)?);
            Ok(Address::Key(Box::new(candidate)))
        }
        _ => Err(refusal(&scheme, text)),
    }
}

/// Schemes of QR codes that set up one maker's own app.
const OTHER_APPS: [(&str, &str); 6] = [
    ("duo", "Duo Mobile"),
    ("microsoft-authenticator", "Microsoft Authenticator"),
    ("msauth", "Microsoft Authenticator"),
    ("oktaverify", "Okta Verify"),
    ("phonefactor", "Microsoft Authenticator"),
    ("com.rsa.securid", "RSA Authenticator"),
];

fn refusal(scheme: &str, text: &str) -> Error {
    let other = OTHER_APPS.iter().find(|(other, _)| *other == scheme);
    match scheme {
        _ if let Some((_, app)) = other => Error::OtherApp { app },
        _ if is_duo(text) => Error::OtherApp { app: "Duo Mobile" },
        "http" | "https" => Error::WebAddress {
            address: shown(text),
        },
        "fido" => Error::Passkey,
        "apple-otpauth" => Error::ApplePasswords,
        _ => match KeyUri::parse(text) {
            Err(named @ keytick_otp::Error::Scheme { .. }) => Error::Key(named),
            _ => Error::NotAKey,
        },
    }
}

/// The scheme in lower case, or nothing.
fn scheme_of(text: &str) -> String {
    let (scheme, _) = text.split_once(':').unwrap_or_default();
    scheme.to_ascii_lowercase()
}

/// Duo's QR codes hold `CODE-HOST`, the host in base64; its links lead to that host.
fn is_duo(text: &str) -> bool {
    const BASE64_OF_API: &str = "YXBpL";
    let host = text
        .strip_prefix("https://")
        .and_then(|rest| rest.split('/').next());
    let is_ticket = text
        .split_once('-')
        .is_some_and(|(code, host)| code.len() >= 16 && host.starts_with(BASE64_OF_API));
    is_ticket || host.is_some_and(|host| host.ends_with(".duosecurity.com"))
}

/// An address short enough to show.
fn shown(address: &str) -> String {
    const MAX_CHARACTERS: usize = 200;
    address
        .chars()
        .filter(|character| !character.is_control())
        .take(MAX_CHARACTERS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, id: &str) {
        let refused = read(text).err().map(|error| error.id());
        assert_eq!(refused, Some(id), "{text}");
    }

    #[test]
    fn says_what_a_code_is_that_holds_no_key() {
        check("https://example.com/app", "formats-web-address");
        check("HTTP://EXAMPLE.COM", "formats-web-address");
        check(
            "apple-otpauth://totp/a?secret=AAAA",
            "formats-apple-passwords",
        );
        check("FIDO:/123456789", "formats-passkey");
        check("phonefactor://activate_account?code=1", "formats-other-app");
        check("oktaverify://me@example.com/?t=x", "formats-other-app");
        check(
            "https://m-1.duosecurity.com/activate/x",
            "formats-other-app",
        );
        check(
            "abcdefghij0123456789-YXBpLTEyMzQuZHVvc2VjdXJpdHkuY29t",
            "formats-other-app",
        );
        check("WIFI:S:home;T:WPA;P:secret;;", "formats-not-a-key");
        check("geo:48.2,16.4", "formats-not-a-key");
        check("Hello", "formats-not-a-key");
        check("", "formats-not-a-key");
        check("bitcoin://abc", "otp-scheme");
        check("motp://a:b?secret=00", "otp-type-unsupported");
        check("otpauth://totp/a", "otp-secret-missing");
    }

    #[test]
    fn names_the_app_that_a_code_is_for() {
        let duo = read("duo://abc").err();
        assert_eq!(duo, Some(Error::OtherApp { app: "Duo Mobile" }));
    }
}
