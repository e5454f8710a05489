//! The characters that recovery codes are made of.

/// Single characters and ranges, such as `0-9a-zA-Z`, one by one and without repetition. A dash
/// at the start or the end is itself.
pub(crate) fn alphabet(pattern: &str) -> Vec<char> {
    let pattern: Vec<char> = pattern.chars().collect();
    let mut letters = Vec::new();
    let mut at = 0;
    while let Some(&first) = pattern.get(at) {
        match (pattern.get(at + 1), pattern.get(at + 2)) {
            (Some('-'), Some(&last)) => {
                letters.extend(first..=last);
                at += 3;
            }
            _ => {
                letters.push(first);
                at += 1;
            }
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    letters.retain(|letter| seen.insert(*letter));
    letters
}

#[cfg(test)]
mod tests {
    use super::alphabet;

    #[test]
    fn reads_ranges_and_single_characters() {
        let text = |pattern| alphabet(pattern).into_iter().collect::<String>();
        assert_eq!(text("0-3a-cX"), "0123abcX");
        assert_eq!(text("a-cb-d-"), "abcd-");
        assert_eq!(text("z-a"), "");
        assert_eq!(text(""), "");
    }
}
