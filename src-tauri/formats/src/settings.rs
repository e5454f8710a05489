//! The settings of a key as JSON files of other programs hold them: a number or a text,
//! `null`, or missing. What is there and cannot be meant is refused by its field's name.

use keytick_otp::{Algorithm, Digits, Error, Kind, Note, Period};
use serde_json::Value;

/// The hash. None: the file does not say.
pub(crate) fn algorithm(value: &Value) -> Result<Option<Algorithm>, Error> {
    let read = |text: String| Algorithm::parse(&text);
    text(value).map(read).transpose()
}

/// The number of digits. None: the file does not say.
pub(crate) fn digits(value: &Value) -> Result<Option<Digits>, Error> {
    let read = |text: String| {
        let digits = text
            .parse()
            .ok()
            .and_then(|digits| Digits::new(digits).ok());
        digits.ok_or_else(|| Error::Digits { found: shown(text) })
    };
    text(value).map(read).transpose()
}

/// The period in seconds. None: the file does not say.
pub(crate) fn period(value: &Value) -> Result<Option<Period>, Error> {
    let read = |text: String| {
        let seconds = text
            .parse()
            .ok()
            .and_then(|seconds| Period::new(seconds).ok());
        seconds.ok_or_else(|| Error::Period { found: shown(text) })
    };
    text(value).map(read).transpose()
}

/// The counter of the next code. None: the file does not say.
pub(crate) fn counter(value: &Value) -> Result<Option<u64>, Error> {
    let read = |text: String| match text.parse() {
        Ok(counter) => Ok(counter),
        Err(_) => Err(Error::Counter { found: shown(text) }),
    };
    text(value).map(read).transpose()
}

/// The setting called `field`, where a format has no usual value for it.
///
/// # Errors
/// [`crate::Error::SettingMissing`].
pub(crate) fn needed<T>(setting: Option<T>, field: &'static str) -> Result<T, crate::Error> {
    setting.ok_or(crate::Error::SettingMissing { field })
}

/// The remark that a counter starts at 0 because the file does not say where it is.
pub(crate) fn counter_note(kind: &Kind, counter: &Value) -> Option<Note> {
    let is_missing = kind.counter().is_some() && text(counter).is_none();
    is_missing.then_some(Note::CounterDefaulted)
}

/// Refuses a version of a format that is newer than `newest`, the newest known here. A file
/// that does not say its version is of one that never did.
///
/// # Errors
/// [`crate::Error::NewerVersion`].
pub(crate) fn known_version(version: &Value, newest: u64) -> Result<(), crate::Error> {
    let number = text(version).and_then(|text| text.parse::<u64>().ok());
    match number {
        Some(number) if number > newest => Err(crate::Error::NewerVersion {
            found: number.to_string(),
            newest,
        }),
        _ => Ok(()),
    }
}

/// The name of an icon, if it is one: up to 64 letters, digits, spaces and `._-`.
pub(crate) fn icon(name: &str) -> Option<String> {
    const MAX_BYTES: usize = 64;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" ._-".contains(&byte);
    let is_name = (1..=MAX_BYTES).contains(&name.len()) && name.bytes().all(is_plain);
    is_name.then(|| name.to_owned())
}

/// A type that makes no codes known here, as the file has it.
pub(crate) fn unknown_type(found: &str) -> crate::Error {
    crate::Error::UnknownType {
        found: shown(found.to_owned()),
    }
}

/// A number or a text as text; `null`, missing and empty are nothing.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    };
    (!text.is_empty()).then_some(text)
}

/// A wrong value, shortened so that it may stand in a sentence.
fn shown(text: String) -> String {
    const MAX_CHARACTERS: usize = 20;
    text.chars()
        .filter(|character| !character.is_control())
        .take(MAX_CHARACTERS)
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_and_texts_are_settings() {
        assert_eq!(algorithm(&json!("HmacSHA256")), Ok(Some(Algorithm::Sha256)));
        for value in [json!(8), json!("8"), json!(" 8 ")] {
            assert_eq!(digits(&value), Digits::new(8).map(Some), "{value}");
            assert_eq!(period(&value), Period::new(8).map(Some), "{value}");
            assert_eq!(counter(&value), Ok(Some(8)), "{value}");
        }
        assert_eq!(counter(&json!(u64::MAX)), Ok(Some(u64::MAX)));
    }

    #[test]
    fn null_and_nothing_are_left_to_the_format() {
        for value in [json!(null), json!(""), json!(" ")] {
            assert_eq!(algorithm(&value), Ok(None));
            assert_eq!(digits(&value), Ok(None));
            assert_eq!(period(&value), Ok(None));
            assert_eq!(counter(&value), Ok(None));
        }
        let missing = needed(None::<u64>, "counter");
        let named = crate::Error::SettingMissing { field: "counter" };
        assert_eq!(missing, Err(named));
    }

    #[test]
    fn a_counter_that_is_missing_is_remarked_on() {
        let hotp = Kind::Hotp {
            algorithm: Algorithm::Sha1,
            digits: Digits::default(),
            counter: 0,
        };
        let defaulted = Some(Note::CounterDefaulted);
        assert_eq!(counter_note(&hotp, &json!(null)), defaulted);
        assert_eq!(counter_note(&hotp, &json!(0)), None);
        assert_eq!(counter_note(&Kind::default(), &json!(null)), None);
    }

    #[test]
    fn only_a_newer_version_is_refused() {
        for version in [json!(null), json!(1), json!("3"), json!(3), json!("x")] {
            assert_eq!(known_version(&version, 3), Ok(()), "{version}");
        }
        let newer = crate::Error::NewerVersion {
            found: "4".to_owned(),
            newest: 3,
        };
        assert_eq!(known_version(&json!(4), 3), Err(newer));
    }

    #[test]
    fn what_cannot_be_meant_is_refused_by_its_field() {
        let found = |text: &str| text.to_owned();
        let sha3 = algorithm(&json!("SHA3"));
        assert_eq!(
            sha3,
            Err(Error::Algorithm {
                found: found("SHA3")
            })
        );
        for (value, text) in [
            (json!(0), "0"),
            (json!(99), "99"),
            (json!(-6), "-6"),
            (json!(6.5), "6.5"),
            (json!("six"), "six"),
            (json!([6]), "[6]"),
        ] {
            let refused = Err(Error::Digits { found: found(text) });
            assert_eq!(digits(&value), refused);
        }
        let zero = Err(Error::Period { found: found("0") });
        assert_eq!(period(&json!(0)), zero);
        let minus = Err(Error::Counter { found: found("-1") });
        assert_eq!(counter(&json!(-1)), minus);
        let long = Err(Error::Counter {
            found: "x".repeat(20),
        });
        assert_eq!(counter(&json!("x".repeat(50))), long);
    }
}
