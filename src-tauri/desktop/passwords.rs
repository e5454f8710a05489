//! How strong a password is, and one to take.

use bip39::Language;
use zeroize::Zeroizing;

use crate::error::UiError;
use crate::views::Level;

/// Characters that are looked at. The estimate takes quadratic time, and a password that
/// is strong by its first hundred characters does not get weaker after them.
const LOOKED_AT: usize = 100;

/// The guesses that the levels begin at, as powers of ten.
///
/// The vault's key derivation takes about half a second; an attacker with a hundred
/// machines has some hundred guesses a second. 10^6 guesses then take hours, 10^8 days,
/// 10^10 years.
const WEAK_FROM: f64 = 6.0;
const GOOD_FROM: f64 = 8.5;
const VERY_STRONG_FROM: f64 = 11.0;

/// The level of a password.
#[must_use]
pub fn level(password: &str) -> Level {
    let start: Zeroizing<String> = Zeroizing::new(password.chars().take(LOOKED_AT).collect());
    // The program's own name is the first word that a guesser adds.
    let guesses = zxcvbn::zxcvbn(&start, &["keytick"]).guesses_log10();
    match guesses {
        guesses if guesses < WEAK_FROM => Level::TooEasy,
        guesses if guesses < GOOD_FROM => Level::Weak,
        guesses if guesses < VERY_STRONG_FROM => Level::Good,
        _ => Level::VeryStrong,
    }
}

/// Words of a suggested password: 44 bits, since the list has 2,048.
const WORDS: usize = 4;

/// Four random words, joined by dashes.
///
/// # Errors
/// `desktop-no-random`.
pub fn suggest() -> Result<Zeroizing<String>, UiError> {
    let list = Language::English.word_list();
    let mut words = Vec::with_capacity(WORDS);
    for _ in 0..WORDS {
        let number = getrandom::u32().map_err(|_| UiError::new("desktop-no-random"))?;
        // 2,048 divides 2^32, so that every word is as likely as any other.
        words.push(list[number as usize % list.len()]);
    }
    Ok(Zeroizing::new(words.join("-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_follow_from_how_long_guessing_takes() {
        let cases = [
            ("", Level::TooEasy),
            ("password1", Level::TooEasy),
            ("keytick2026", Level::TooEasy),
            ("Sommer12x", Level::Weak),
            ("ozNd4pqLw", Level::Good),
            ("horse battery staple lamp", Level::VeryStrong),
        ];
        for (password, expected) in cases {
            assert_eq!(level(password), expected, "{password}");
        }
    }

    #[test]
    fn a_very_long_password_takes_no_longer() {
        assert_eq!(level(&"x7Qp".repeat(100_000)), level(&"x7Qp".repeat(25)));
    }

    #[test]
    fn a_suggestion_is_four_words_and_strong() {
        let suggestion = suggest().unwrap();
        assert_eq!(suggestion.split('-').count(), 4);
        assert!(level(&suggestion) >= Level::Good);
        assert_ne!(suggestion, suggest().unwrap());
    }

    #[test]
    fn every_word_is_as_likely_as_any_other() {
        assert!(Language::English.word_list().len().is_power_of_two());
    }
}
