//! The options that say how an account's codes are made, for `add` and `edit`.

use clap::{ArgMatches, Command, value_parser};
use keytick_otp::{Algorithm, Digits, Kind, Period};

use crate::arguments::{choice, value};
use crate::error::Error;

/// `--type`, `--algorithm`, `--digits`, `--period` and `--counter`.
pub(crate) fn define(command: Command) -> Command {
    command
        .arg(choice("type", &["totp", "hotp", "steam"]))
        .arg(choice("algorithm", &["SHA1", "SHA256", "SHA512"]))
        .arg(value("digits", "N").value_parser(value_parser!(u8).range(4..=10)))
        .arg(value("period", "SECONDS").value_parser(value_parser!(u32).range(1..=86_400)))
        .arg(value("counter", "N").value_parser(value_parser!(u64)))
}

/// The names of these options.
pub(crate) const NAMES: [&str; 5] = ["type", "algorithm", "digits", "period", "counter"];

/// Whether any of these options was given.
pub(crate) fn given(matches: &ArgMatches) -> bool {
    NAMES.iter().any(|name| matches.contains_id(name))
}

/// `base` with what the options say; another type starts from that type's usual values.
///
/// # Errors
/// [`Error::FieldNotForType`] for an option that the type does not have: a period that is
/// ignored would leave a person with codes other than they think.
pub(crate) fn kind(matches: &ArgMatches, base: Kind) -> Result<Kind, Error> {
    let mut kind = match matches.get_one::<String>("type") {
        Some(name) if name.eq_ignore_ascii_case(base.type_name()) => base,
        Some(name) => usual(name),
        None => base,
    };
    let named: Option<&String> = matches.get_one("algorithm");
    let new_algorithm = named.map(|name| Algorithm::parse(name)).transpose()?;
    let new_digits: Option<&u8> = matches.get_one("digits");
    let new_digits = new_digits.map(|digits| Digits::new(*digits)).transpose()?;
    let new_period: Option<&u32> = matches.get_one("period");
    let new_period = new_period.map(|period| Period::new(*period)).transpose()?;
    let new_counter: Option<u64> = matches.get_one("counter").copied();

    let mut left: Vec<&'static str> = NAMES[1..]
        .iter()
        .copied()
        .filter(|name| matches.contains_id(name))
        .collect();
    match &mut kind {
        Kind::Totp {
            algorithm,
            digits,
            period,
        } => {
            left.retain(|name| *name == "counter");
            set(algorithm, new_algorithm);
            set(digits, new_digits);
            set(period, new_period);
        }
        Kind::Hotp {
            algorithm,
            digits,
            counter,
        } => {
            left.retain(|name| *name == "period");
            set(algorithm, new_algorithm);
            set(digits, new_digits);
            set(counter, new_counter);
        }
        _ => {}
    }
    match left.first() {
        None => Ok(kind),
        Some(field) => Err(Error::FieldNotForType {
            field,
            kind: kind.type_name(),
        }),
    }
}

fn usual(name: &str) -> Kind {
    match name.to_ascii_lowercase().as_str() {
        "steam" => Kind::Steam,
        "hotp" => Kind::Hotp {
            algorithm: Algorithm::default(),
            digits: Digits::default(),
            counter: 0,
        },
        _ => Kind::default(),
    }
}

fn set<T>(slot: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *slot = new;
    }
}
