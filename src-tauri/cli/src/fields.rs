//! The options that say how an account's codes are made, for `add` and `edit`.

use clap::{ArgMatches, Command, value_parser};
use keytick_otp::{Algorithm, Digits, Kind, Period, Pin};

use crate::arguments::{choice, flag, value};
use crate::error::Error;
use crate::secrets;

/// `--type`, `--algorithm`, `--digits`, `--period`, `--counter` and `--pin-stdin`.
pub(crate) fn define(command: Command) -> Command {
    command
        .arg(choice("type", &["totp", "hotp", "steam", "motp", "yandex"]))
        .arg(choice("algorithm", &["SHA1", "SHA256", "SHA512"]))
        .arg(value("digits", "N").value_parser(value_parser!(u8).range(4..=10)))
        .arg(value("period", "SECONDS").value_parser(value_parser!(u32).range(1..=86_400)))
        .arg(value("counter", "N").value_parser(value_parser!(u64)))
        .arg(flag(PIN))
}

/// The names of these options.
pub(crate) const NAMES: [&str; 6] = ["type", "algorithm", "digits", "period", "counter", PIN];

const PIN: &str = "pin-stdin";

/// Whether any of these options was given.
pub(crate) fn given(matches: &ArgMatches) -> bool {
    NAMES.iter().any(|name| is_given(matches, name))
}

fn is_given(matches: &ArgMatches, name: &str) -> bool {
    match name {
        PIN => matches.get_flag(PIN),
        _ => matches.contains_id(name),
    }
}

/// Checks that the type, which is `base`'s unless one is given, has all options that were
/// given.
///
/// # Errors
/// [`Error::FieldNotForType`]: a period that is ignored would leave a person with codes other
/// than they think.
pub(crate) fn check(matches: &ArgMatches, base: &Kind) -> Result<(), Error> {
    let kind = type_name(matches, base);
    let allowed: &[&str] = match kind {
        "totp" => &["algorithm", "digits", "period"],
        "hotp" => &["algorithm", "digits", "counter"],
        "motp" | "yandex" => &[PIN],
        _ => &[],
    };
    let left = NAMES[1..]
        .iter()
        .find(|name| is_given(matches, name) && !allowed.contains(name));
    match left {
        None => Ok(()),
        Some(field) => Err(Error::FieldNotForType { field, kind }),
    }
}

/// The PIN: the next line of standard input where the options say so, and asked for where
/// the type needs one that `base` does not have.
///
/// # Errors
/// `otp-pin-*`, and what reading it can bring.
pub(crate) fn pin(matches: &ArgMatches, base: &Kind) -> Result<Option<Pin>, Error> {
    let kind = type_name(matches, base);
    let is_needed = matches!(kind, "motp" | "yandex") && kind != base.type_name();
    let typed = match (matches.get_flag(PIN), is_needed) {
        (true, _) => secrets::line_from_stdin("pin")?,
        (false, true) => secrets::hidden("cli-ask-pin", "pin")?,
        (false, false) => return Ok(None),
    };
    Ok(Some(Pin::new(&typed)?))
}

/// `base` with what the options and the PIN say; another type starts from that type's usual
/// values.
///
/// # Errors
/// Those of [`check`], and `otp-pin-missing`.
pub(crate) fn kind(matches: &ArgMatches, base: Kind, pin: Option<Pin>) -> Result<Kind, Error> {
    check(matches, &base)?;
    let name = type_name(matches, &base);
    let mut kind = match name == base.type_name() {
        true => base,
        false => usual(name, pin.clone())?,
    };
    let new_algorithm: Option<&String> = matches.get_one("algorithm");
    let new_digits: Option<&u8> = matches.get_one("digits");
    let new_period: Option<&u32> = matches.get_one("period");
    if let Kind::Totp {
        algorithm, digits, ..
    }
    | Kind::Hotp {
        algorithm, digits, ..
    } = &mut kind
    {
        set(
            algorithm,
            new_algorithm.map(|n| Algorithm::parse(n)).transpose()?,
        );
        set(digits, new_digits.map(|n| Digits::new(*n)).transpose()?);
    }
    match &mut kind {
        Kind::Totp { period, .. } => {
            set(period, new_period.map(|n| Period::new(*n)).transpose()?);
        }
        Kind::Hotp { counter, .. } => set(counter, matches.get_one("counter").copied()),
        Kind::Motp { pin: slot } | Kind::Yandex { pin: slot } => set(slot, pin),
        _ => {}
    }
    Ok(kind)
}

/// The type that is given, or that of `base`.
fn type_name(matches: &ArgMatches, base: &Kind) -> &'static str {
    let given: Option<&String> = matches.get_one("type");
    match given.map(|name| name.to_ascii_lowercase()).as_deref() {
        None => base.type_name(),
        Some("hotp") => "hotp",
        Some("steam") => "steam",
        Some("motp") => "motp",
        Some("yandex") => "yandex",
        Some(_) => "totp",
    }
}

fn usual(name: &str, pin: Option<Pin>) -> Result<Kind, Error> {
    let pin = pin.ok_or(keytick_otp::Error::PinMissing);
    Ok(match name {
        "steam" => Kind::Steam,
        "hotp" => Kind::Hotp {
            algorithm: Algorithm::default(),
            digits: Digits::default(),
            counter: 0,
        },
        "motp" => Kind::Motp { pin: pin? },
        "yandex" => Kind::Yandex { pin: pin? },
        _ => Kind::default(),
    })
}

fn set<T>(slot: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *slot = new;
    }
}
