//! Who and whose: the label of an account and its issuer.

use std::fmt;

use super::percent;
use crate::unseen::is_unseen;

/// The names of an account, told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// Who the account is with; may be empty.
    pub issuer: String,
    /// Whose account it is; may be empty.
    pub account: String,
    /// Whether `account` begins with an issuer other than `issuer`.
    pub prefix_kept: bool,
}

impl Names {
    /// Tells apart a label such as `Acme: me@example.com`, as other programs store it, with
    /// the issuer that they store beside it, if any.
    ///
    /// The label is split once. `issuer` is the issuer; without one the label's prefix is. A
    /// prefix that says something else (Microsoft puts the organisation there) stays in the
    /// account, so that nothing is lost.
    #[must_use]
    pub fn of(label: &str, issuer: &str) -> Self {
        let (prefix, account) = label.split_once(':').unwrap_or(("", label));
        Self::settle(readable(prefix), readable(account), readable(issuer))
    }

    /// Names that a program stores apart, taken as they are but for what nobody sees.
    #[must_use]
    pub fn exact(issuer: &str, account: &str) -> Self {
        Self {
            issuer: readable(issuer),
            account: readable(account),
            prefix_kept: false,
        }
    }

    /// As [`Names::of`], from the pieces of a URI: `label` is still encoded.
    pub(super) fn of_encoded(label: &str, issuer: Option<String>) -> Self {
        let (prefix, account) = split(label);
        let decode = |piece| readable(&percent::decode_path(piece));
        Self::settle(decode(prefix), decode(account), issuer.unwrap_or_default())
    }

    /// Whether a secret may have got into the names, as it does in a broken address: the
    /// given one, one that is called so, or a word as long as a key of 80 bits.
    pub(super) fn may_hold(&self, secret: &str) -> bool {
        const KEY_CHARACTERS: usize = 16;
        [&self.issuer, &self.account].into_iter().any(|name| {
            let mut words = name.split(|character: char| !character.is_ascii_alphanumeric());
            name.contains(secret)
                || name.to_ascii_lowercase().contains("secret")
                || words.any(|word| word.len() >= KEY_CHARACTERS)
        })
    }

    fn settle(prefix: String, account: String, issuer: String) -> Self {
        let (issuer, account, prefix_kept) = if issuer.is_empty() {
            (prefix, account, false)
        } else if prefix.is_empty() || same(&issuer, &prefix) {
            (issuer, account, false)
        } else if account.is_empty() {
            (issuer, prefix, true)
        } else {
            (issuer, format!("{prefix}:{account}"), true)
        };
        Self {
            issuer,
            account,
            prefix_kept,
        }
    }
}

/// As people know an account: `Acme (me)`, or the one name that there is.
impl fmt::Display for Names {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.issuer.as_str(), self.account.as_str()) {
            (name, "") | ("", name) => formatter.write_str(name),
            (issuer, account) => write!(formatter, "{issuer} ({account})"),
        }
    }
}

/// Text for people: trimmed, and without what they would not see but a terminal obeys.
pub(super) fn readable(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|character| !is_unseen(*character))
        .collect();
    visible.trim().to_owned()
}

/// Splits once, at the first literal colon, else at the first `%3A`. Without either, all of
/// it is the account.
fn split(label: &str) -> (&str, &str) {
    const ENCODED_COLON: &[u8] = b"%3a";
    let encoded = || {
        label
            .as_bytes()
            .windows(ENCODED_COLON.len())
            .position(|window| window.eq_ignore_ascii_case(ENCODED_COLON))
            .map(|at| (&label[..at], &label[at + ENCODED_COLON.len()..]))
    };
    label
        .split_once(':')
        .or_else(encoded)
        .unwrap_or(("", label))
}

/// Whether parameter and prefix mean the same, by case and by the two ways to write a space.
fn same(issuer: &str, prefix: &str) -> bool {
    let plain = |name: &str| name.replace('+', " ").to_lowercase();
    plain(issuer) == plain(prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(label: &str, issuer: Option<&str>, expected: (&str, &str)) {
        let names = Names::of_encoded(label, issuer.map(str::to_owned));
        assert_eq!((&*names.issuer, &*names.account), expected, "{label}");
    }

    #[test]
    fn splits_once_at_a_literal_colon_else_at_an_encoded_one() {
        check("Acme:me", None, ("Acme", "me"));
        check("Acme%3Ame", None, ("Acme", "me"));
        check("Acme%3a%20me", None, ("Acme", "me"));
        check("Text%3A%20More:Secret", None, ("Text: More", "Secret"));
        check("a:b:c", None, ("a", "b:c"));
        check("a%3Ab%3Ac", None, ("a", "b:c"));
        check("a:b%3Ac", None, ("a", "b:c"));
        check("me", None, ("", "me"));
        check("", None, ("", ""));
        check(":me", None, ("", "me"));
        check("Acme:", None, ("Acme", ""));
        check(" Acme : me ", None, ("Acme", "me"));
        check("Acme%2FLab:me", None, ("Acme/Lab", "me"));
    }

    #[test]
    fn the_parameter_is_the_issuer_and_another_prefix_stays_visible() {
        check("Acme:me", Some("Acme"), ("Acme", "me"));
        check("ACME:me", Some("Acme"), ("Acme", "me"));
        check("My+Company:me", Some("My Company"), ("My Company", "me"));
        check("Tenant:me", Some("Microsoft"), ("Microsoft", "Tenant:me"));
        check("Tenant:", Some("Microsoft"), ("Microsoft", "Tenant"));
        check("me", Some("Acme"), ("Acme", "me"));
        check("a:b", Some("b"), ("b", "a:b"));
    }

    #[test]
    fn tells_apart_what_was_never_encoded() {
        let names = Names::of("Acme: 50%3A me\u{1b}", "acme ");
        assert_eq!((&*names.issuer, &*names.account), ("acme", "50%3A me"));
        let names = Names::exact(" Acme: Lab\n", "a:b");
        assert_eq!((&*names.issuer, &*names.account), ("Acme: Lab", "a:b"));
        let names = Names::of("me", "");
        assert_eq!((&*names.issuer, &*names.account), ("", "me"));
    }
}
