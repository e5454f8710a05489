//! Keys pressed together, as a person reads them: `Ctrl Shift D`.

use std::str::FromStr;

/// A key with the keys that are held beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chord {
    /// Whether Ctrl is held; the Control key on a Mac too.
    pub ctrl: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Alt is held; Option on a Mac.
    pub alt: bool,
    /// Whether the Windows key is held; Cmd on a Mac.
    pub meta: bool,
    /// The key: a letter `A` to `Z`, a digit, `F1` to `F24`, or `Space`.
    pub key: String,
}

/// These are no keys that can work in every window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoChord;

impl FromStr for Chord {
    type Err = NoChord;

    /// Reads names with spaces between them, the key last. Without Ctrl, Alt or the Windows
    /// key a letter could not be typed any more, so at least one of them is asked for.
    fn from_str(text: &str) -> Result<Self, NoChord> {
        let mut names: Vec<&str> = text.split_whitespace().collect();
        let key = names.pop().filter(|key| is_key(key)).ok_or(NoChord)?;
        let mut chord = Self {
            ctrl: false,
            shift: false,
            alt: false,
            meta: false,
            key: key.to_owned(),
        };
        for name in names {
            let held = match name {
                "Ctrl" => &mut chord.ctrl,
                "Shift" => &mut chord.shift,
                "Alt" => &mut chord.alt,
                "Meta" => &mut chord.meta,
                _ => return Err(NoChord),
            };
            if std::mem::replace(held, true) {
                return Err(NoChord);
            }
        }
        let types_nothing = chord.ctrl || chord.alt || chord.meta || chord.function().is_some();
        types_nothing.then_some(chord).ok_or(NoChord)
    }
}

impl Chord {
    /// The number of a function key: 1 for `F1`.
    #[must_use]
    pub fn function(&self) -> Option<u8> {
        function(&self.key)
    }

    /// The chord as libraries for Windows and macOS read it: `Control+Shift+KeyD`.
    #[must_use]
    pub fn accelerator(&self) -> String {
        let held = [
            (self.ctrl, "Control"),
            (self.shift, "Shift"),
            (self.alt, "Alt"),
            (self.meta, "Super"),
        ];
        let names = held.into_iter().filter(|(held, _)| *held);
        let names: String = names.map(|(_, name)| format!("{name}+")).collect();
        let code = match self.key.as_bytes() {
            [letter] if letter.is_ascii_uppercase() => format!("Key{}", self.key),
            [_] => format!("Digit{}", self.key),
            _ => self.key.clone(),
        };
        names + &code
    }
}

fn is_key(key: &str) -> bool {
    match key.as_bytes() {
        [one] => one.is_ascii_uppercase() || one.is_ascii_digit(),
        _ => key == "Space" || function(key).is_some(),
    }
}

fn function(key: &str) -> Option<u8> {
    let number: u8 = key.strip_prefix('F')?.parse().ok()?;
    ((1..=24).contains(&number) && key == format!("F{number}")).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, accelerator: &str) {
        let chord: Chord = text.parse().unwrap();
        assert_eq!(chord.accelerator(), accelerator, "{text}");
    }

    #[test]
    fn is_read_and_said_in_the_words_of_other_libraries() {
        check("Ctrl Shift D", "Control+Shift+KeyD");
        check("Alt Space", "Alt+Space");
        check("Meta 2", "Super+Digit2");
        check("F12", "F12");
    }

    #[test]
    fn what_is_no_key_or_would_take_a_letter_away_is_refused() {
        for text in [
            "",
            "Ctrl",
            "D",
            "Shift D",
            "Ctrl d",
            "Ctrl Ctrl D",
            "Hyper D",
            "Ctrl F25",
            "Ctrl F01",
        ] {
            assert_eq!(text.parse::<Chord>(), Err(NoChord), "{text:?}");
        }
    }
}
