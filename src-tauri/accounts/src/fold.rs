//! Names as search sees them: without case and accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text folded for comparison; each folded character knows where it came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Folded {
    pub(crate) chars: Vec<char>,
    /// For each folded character the index of its character in the text.
    origins: Vec<u32>,
}

impl Folded {
    pub(crate) fn new(text: &str) -> Self {
        let mut folded = Self::default();
        for (index, c) in text.chars().enumerate() {
            let origin = u32::try_from(index).unwrap_or(u32::MAX);
            if c.is_ascii() {
                folded.push(c.to_ascii_lowercase(), origin);
                continue;
            }
            for plain in c.nfkd().filter(|c| !is_combining_mark(*c)) {
                for lower in plain.to_lowercase() {
                    folded.push(lower, origin);
                }
            }
        }
        folded
    }

    fn push(&mut self, c: char, origin: u32) {
        self.chars.push(c);
        self.origins.push(origin);
    }

    /// The characters of the text behind `start..end` of the folded ones.
    pub(crate) fn origin_range(&self, start: usize, end: usize) -> (usize, usize) {
        let at = |index: usize| self.origins.get(index).map_or(0, |origin| *origin as usize);
        (at(start), at(end.saturating_sub(1)) + 1)
    }

    /// Whether a word begins at `index`: at the start, after a sign, or where letters meet digits.
    pub(crate) fn begins_word(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).and_then(|i| self.chars.get(i)) else {
            return true;
        };
        !before.is_alphanumeric()
            || self
                .chars
                .get(index)
                .is_some_and(|c| c.is_numeric() != before.is_numeric())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        Folded::new(text).chars.into_iter().collect()
    }

    #[test]
    fn drops_case_and_accents() {
        assert_eq!(folded("Crédit ÉCOLE"), "credit ecole");
        assert_eq!(folded("ﬁn"), "fin");
    }

    #[test]
    fn knows_where_a_folded_character_came_from() {
        assert_eq!(Folded::new("xﬁn").origin_range(1, 3), (1, 2));
    }
}
