//! Recovery codes of several versions of one account.

use std::collections::BTreeMap;

use super::{RecoveryCode, RecoveryCodes, Text};
use crate::schema::Kept;

impl RecoveryCodes {
    /// The codes of all versions. What one version changed since the ancestor `base` is as that
    /// one has it; where two did, or there is no ancestor, a code that one still has stays, and
    /// one that either says was used was used.
    ///
    /// For each code this is the greatest in a fixed order in which what the ancestor says comes
    /// last of all, so that it does not matter which versions are joined first.
    pub(crate) fn join(base: Option<&Self>, versions: &[&Self]) -> Self {
        let mut found = BTreeMap::<&Text, Vec<Option<&RecoveryCode>>>::new();
        for (at, version) in versions.iter().enumerate() {
            for code in &version.0 {
                let states = found.entry(&code.text);
                states.or_insert_with(|| vec![None; versions.len()])[at] = Some(code);
            }
        }
        let before: BTreeMap<&Text, &RecoveryCode> = base
            .into_iter()
            .flat_map(|base| &base.0)
            .map(|code| (&code.text, code))
            .collect();
        let joined = found.into_iter().filter_map(|(text, states)| {
            let base = before.get(text).copied();
            let greatest = states.into_iter().max_by_key(|state| {
                let state = state.map(rank);
                (state != base.map(rank), state)
            });
            greatest.flatten().cloned()
        });
        let mut joined: Vec<RecoveryCode> = joined.collect();
        // Those at one place stay in the order of their texts.
        joined.sort_by_key(|code| code.place);
        Self(joined)
    }
}

/// A used code comes after one that is not.
fn rank(code: &RecoveryCode) -> (Option<u64>, u32, &BTreeMap<String, Kept>) {
    (code.used, code.place, &code.unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes of a text such as `a b+`, where `+` marks a used one.
    fn codes(text: &str) -> RecoveryCodes {
        let codes = text.split_whitespace();
        let codes =
            codes.map(|code| (code.trim_end_matches('+'), code.ends_with('+').then_some(7)));
        RecoveryCodes::new(codes).unwrap()
    }

    #[track_caller]
    fn check(base: Option<&str>, versions: [&str; 2], expected: &str) {
        let base = base.map(codes);
        let [one, other] = versions.map(codes);
        for versions in [[&one, &other], [&other, &one]] {
            let joined = RecoveryCodes::join(base.as_ref(), &versions);
            let shown = joined.iter().map(|code| {
                let mark = if code.used.is_some() { "+" } else { "" };
                format!("{}{mark}", *code.text())
            });
            assert_eq!(shown.collect::<Vec<_>>().join(" "), expected);
        }
    }

    #[test]
    fn without_an_ancestor_nothing_is_lost_and_used_is_used() {
        check(None, ["x y", "x+ y"], "x+ y");
        check(None, ["a b", "c"], "a c b");
        check(None, ["a", ""], "a");
    }

    #[test]
    fn what_one_side_changed_is_as_it_has_it() {
        check(Some("x y"), ["x+ y", "x y+"], "x+ y+");
        check(Some("x+ y"), ["x y", "x+ y"], "x y");
        check(Some("x y"), ["n m", "x y"], "n m");
        check(Some("x y"), ["", "x y"], "");
    }

    #[test]
    fn a_code_that_one_side_used_outlives_its_removal_by_the_other() {
        check(Some("x y"), ["n", "x y+"], "n y+");
    }

    #[test]
    fn the_site_s_order_stays() {
        check(Some(""), ["z y x", ""], "z y x");
        check(Some("z y x"), ["z y+ x", "z y x"], "z y+ x");
    }
}
