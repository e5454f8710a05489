//! What a page shows so that an app gets the key: the `otpauth` address, its QR code, the key to
//! type. Faults make it odd or wrong here, once, when the key is made.

use std::fmt;

use keytick_otp::Secret;
use serde::{Deserialize, Serialize};

use super::fault_kind::{FaultKind, Mismatch};
use super::{SiteKey, User};
use crate::profile::{Algorithm, Encoding, Identifier, Param, Profile, Totp};

/// What a page shows so that an app gets the key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// The `otpauth` address: the text of the QR code, and of the link.
    pub uri: String,
    /// The key to type by hand, in groups as the profile has it.
    pub key: String,
    /// How the QR code is drawn.
    pub qr: QrLook,
}

impl fmt::Debug for Provision {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Provision")
            .field("qr", &self.qr)
            .finish_non_exhaustive()
    }
}

/// How a QR code is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QrLook {
    /// As it should be.
    #[default]
    Plain,
    /// With a hole that no reader can mend.
    Damaged,
    /// Grey on grey.
    LowContrast,
    /// Far too large.
    Huge,
    /// Far too small.
    Small,
}

/// A key as the QR code and the page are to say it, and as the site checks it: the same, unless
/// a fault says otherwise.
struct Plan {
    type_name: &'static str,
    secret: Secret,
    shown_secret: Secret,
    algorithm: Algorithm,
    digits: u8,
    period: u32,
    shown: (Algorithm, u8, u32),
    label_issuer: String,
    param_issuer: Option<String>,
    write: fn(&str) -> String,
    qr: QrLook,
}

/// Makes the key and what the page shows of it.
///
/// # Errors
/// The profile's numbers cannot be made into a key, which its parser has ruled out.
pub(super) fn provision(
    profile: &Profile,
    user: &User,
    secret: Secret,
    other: Secret,
    faults: &[FaultKind],
) -> Result<(SiteKey, Provision), keytick_otp::Error> {
    let mut plan = Plan::new(profile, secret);
    for fault in faults {
        plan.spoil(fault, &other)?;
    }
    let key = SiteKey::new(
        plan.secret.clone(),
        plan.algorithm,
        plan.digits,
        plan.period,
    )?;
    let provision = Provision {
        uri: uri(profile, user, &plan),
        key: grouped(
            &(plan.write)(&plan.secret.to_base32()),
            profile.totp.key_groups,
        ),
        qr: plan.qr,
    };
    Ok((key, provision))
}

impl Plan {
    fn new(profile: &Profile, secret: Secret) -> Self {
        let totp = &profile.totp;
        let issuer = issuer(profile).to_owned();
        let has = |param| totp.params.contains(&param);
        Self {
            type_name: "totp",
            shown_secret: secret.clone(),
            secret,
            algorithm: totp.algorithm,
            digits: totp.digits,
            period: totp.period,
            shown: (totp.algorithm, totp.digits, totp.period),
            label_issuer: issuer.clone(),
            param_issuer: has(Param::Issuer).then_some(issuer),
            write: str::to_owned,
            qr: QrLook::Plain,
        }
    }

    fn spoil(&mut self, fault: &FaultKind, other: &Secret) -> Result<(), keytick_otp::Error> {
        match fault {
            FaultKind::QrWrongSecret => self.shown_secret = other.clone(),
            FaultKind::IssuerMismatch { issuer } => self.param_issuer = Some(issuer.clone()),
            FaultKind::IssuerMissing => {
                self.label_issuer.clear();
                self.param_issuer = None;
            }
            // The site checks otherwise than the QR code says.
            FaultKind::ParamMismatch { param } => match param {
                Mismatch::Algorithm => self.algorithm = other_algorithm(self.algorithm),
                Mismatch::Digits => self.digits = if self.digits == 6 { 8 } else { 6 },
                Mismatch::Period => self.period = if self.period == 30 { 60 } else { 30 },
            },
            FaultKind::AlgSha256 => {
                self.algorithm = Algorithm::Sha256;
                self.shown.0 = Algorithm::Sha256;
            }
            FaultKind::Digits8 => (self.digits, self.shown.1) = (8, 8),
            FaultKind::Period60 => (self.period, self.shown.2) = (60, 60),
            FaultKind::SecretLowercase => self.write = |key| key.to_lowercase(),
            FaultKind::SecretPadded => {
                self.write = |key| format!("{key}{}", "=".repeat((8 - key.len() % 8) % 8));
                // A key whose length asks for padding.
                self.cut(self.secret.expose().len().saturating_sub(1))?;
            }
            FaultKind::SecretSpaced => self.write = |key| grouped(key, 4),
            FaultKind::SecretDashed => self.write = dashed,
            FaultKind::SecretShort => self.cut(5)?,
            FaultKind::UriHotp => self.type_name = "hotp",
            FaultKind::QrDamaged => self.qr = QrLook::Damaged,
            FaultKind::QrLowContrast => self.qr = QrLook::LowContrast,
            FaultKind::QrHuge => self.qr = QrLook::Huge,
            FaultKind::QrSmall => self.qr = QrLook::Small,
            _ => {}
        }
        Ok(())
    }

    /// The first so many bytes of the key; at least one.
    fn cut(&mut self, bytes: usize) -> Result<(), keytick_otp::Error> {
        let cut = |secret: &Secret| {
            let all = secret.expose();
            Secret::from_bytes(all[..bytes.clamp(1, all.len())].to_vec())
        };
        self.secret = cut(&self.secret)?;
        self.shown_secret = cut(&self.shown_secret)?;
        Ok(())
    }
}

fn other_algorithm(algorithm: Algorithm) -> Algorithm {
    match algorithm {
        Algorithm::Sha1 => Algorithm::Sha256,
        Algorithm::Sha256 | Algorithm::Sha512 => Algorithm::Sha1,
    }
}

/// The issuer: the profile's, or the site's name.
pub(super) fn issuer(profile: &Profile) -> &str {
    match profile.totp.issuer.as_str() {
        "" => &profile.site.name,
        issuer => issuer,
    }
}

/// What a person logs in with.
pub(super) fn account<'a>(profile: &Profile, user: &'a User) -> &'a str {
    match profile.login.identifier {
        Identifier::Email => &user.email,
        Identifier::Username | Identifier::Any => &user.name,
    }
}

fn uri(profile: &Profile, user: &User, plan: &Plan) -> String {
    let totp = &profile.totp;
    let mut uri = format!(
        "otpauth://{}/{}",
        plan.type_name,
        label(profile, user, plan)
    );
    let mut separator = '?';
    let issuer_extra = plan.param_issuer.is_some() && !totp.params.contains(&Param::Issuer);
    let params = totp
        .params
        .iter()
        .chain(issuer_extra.then_some(&Param::Issuer));
    for param in params {
        if let Some((name, value)) = parameter(*param, plan) {
            let value = encoded(&value, totp.encoding);
            uri.push_str(&format!("{separator}{name}={value}"));
            separator = '&';
        }
    }
    extra(&mut uri, separator, totp, plan);
    uri
}

/// What a fault needs said although the profile does not say it.
fn extra(uri: &mut String, mut separator: char, totp: &Totp, plan: &Plan) {
    let usual = (Algorithm::Sha1, 6, 30);
    let changed = |param, differs| !totp.params.contains(&param) && differs;
    let mut push = |text: String| {
        uri.push(separator);
        uri.push_str(&text);
        separator = '&';
    };
    let (algorithm, digits, period) = plan.shown;
    let was = (totp.algorithm, totp.digits, totp.period);
    if changed(Param::Algorithm, algorithm != was.0 && algorithm != usual.0) {
        push(format!("algorithm={}", algorithm.name()));
    }
    if changed(Param::Digits, digits != was.1 && digits != usual.1) {
        push(format!("digits={digits}"));
    }
    if changed(Param::Period, period != was.2 && period != usual.2) {
        push(format!("period={period}"));
    }
    if plan.type_name == "hotp" {
        push("counter=0".to_owned());
    }
}

fn parameter(param: Param, plan: &Plan) -> Option<(&'static str, String)> {
    let (algorithm, digits, period) = plan.shown;
    Some(match param {
        Param::Secret => ("secret", (plan.write)(&plan.shown_secret.to_base32())),
        Param::Issuer => ("issuer", plan.param_issuer.clone()?),
        Param::Algorithm => ("algorithm", algorithm.name().to_owned()),
        Param::Digits => ("digits", digits.to_string()),
        Param::Period => ("period", period.to_string()),
    })
}

/// The label, with its names encoded one by one, so that a colon of the pattern stays one.
fn label(profile: &Profile, user: &User, plan: &Plan) -> String {
    let totp = &profile.totp;
    let pattern = if plan.label_issuer.is_empty() {
        // The fault: no issuer, so neither its colon.
        totp.label
            .split_once(':')
            .map_or(totp.label.as_str(), |(_, rest)| rest)
    } else {
        &totp.label
    };
    [
        ("{issuer}", plan.label_issuer.as_str()),
        ("{account}", account(profile, user)),
        ("{user}", &user.name),
        ("{email}", &user.email),
    ]
    .into_iter()
    .fold(pattern.replace(' ', "%20"), |label, (name, value)| {
        label.replace(name, &encoded(value, totp.encoding))
    })
}

/// Percent-encoded, as far as the profile goes.
fn encoded(text: &str, encoding: Encoding) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let harmless = encoding == Encoding::Lenient && b"@!$'()*,;".contains(&byte);
        if unreserved || harmless {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Text in groups with a space between; in one piece if `size` is 0.
fn grouped(text: &str, size: usize) -> String {
    if size == 0 {
        return text.to_owned();
    }
    let characters: Vec<char> = text.chars().collect();
    let groups: Vec<String> = characters
        .chunks(size)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}

/// Text in groups of four, with a dash after every other one: `GEZD-GNBV GY3T-QOJQ`.
fn dashed(text: &str) -> String {
    let spaced = grouped(text, 4);
    let groups: Vec<&str> = spaced.split(' ').collect();
    let pairs: Vec<String> = groups.chunks(2).map(|pair| pair.join("-")).collect();
    pairs.join(" ")
}
