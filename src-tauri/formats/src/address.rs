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

/// Scheme, host and the path's plain beginning, with `…` for what follows. All else may be
/// a password, a ticket, or a whole key: some sites have their QR codes drawn by addresses
/// that hold it, encoded or not.
fn shown(address: &str) -> String {
    const MAX_CHARACTERS: usize = 200;
    const SLASHES: [char; 2] = ['/', '\\'];
    let (scheme, rest) = address.split_once(':').unwrap_or_default();
    let rest = rest.trim_start_matches(SLASHES);
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let (_, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    let plain: String = [host, path]
        .iter()
        .flat_map(|part| part.chars())
        .take_while(|character| character.is_alphanumeric() || "-._~/:[]".contains(*character))
        .take(MAX_CHARACTERS)
        .collect();
    let more = match plain.len() < host.len() + path.len() {
        true => "…",
        false => "",
    };
    format!("{}://{plain}{more}", scheme.to_ascii_lowercase())
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
        check("motp://a:b?secret=00", "otp-pin-missing");
        check("otpauth://totp/a", "otp-secret-missing");
    }

    #[test]
    fn a_web_address_is_shown_without_what_may_be_secret() {
        for (text, expected) in [
            ("https://example.com/app", "https://example.com/app"),
            ("HTTP://EXAMPLE.COM", "http://EXAMPLE.COM"),
            (
                "https://chart.googleapis.com/chart?cht=qr&chl=otpauth://totp/x?secret=JBSWY3DP",
                "https://chart.googleapis.com/chart…",
            ),
            (
                "https://a.example/otpauth%3A%2F%2Ftotp%2Fx%3Fsecret%3DJBSWY3DP",
                "https://a.example/otpauth…",
            ),
            (
                "https://a.example/secret=JBSWY3DP",
                "https://a.example/secret…",
            ),
            (
                "https://me:JBSWY3DP@a.example:8080/b",
                "https://a.example:8080/b",
            ),
            ("https:me:JBSWY3DP@a.example", "https://a.example"),
            ("https://a.example#JBSWY3DP", "https://a.example…"),
            ("https://a.example?b@JBSWY3DP", "https://a.example…"),
            ("https://a.example/\u{202e}gpj", "https://a.example/…"),
        ] {
            let refused = read(text).err();
            let params = refused.as_ref().map(Error::params);
            assert_eq!(params, Some(vec![("address", expected.to_owned())]));
            let said = format!("{refused:?} {}", refused.as_ref().unwrap());
            assert!(!said.contains("JBSWY3DP"), "{said}");
        }
        let long = read(&format!("https://{}", "a".repeat(300))).err();
        let shown = format!("https://{}…", "a".repeat(200));
        assert_eq!(long, Some(Error::WebAddress { address: shown }));
    }

    #[test]
    fn names_the_app_that_a_code_is_for() {
        let duo = read("duo://abc").err();
        assert_eq!(duo, Some(Error::OtherApp { app: "Duo Mobile" }));
    }
}
