//! Which accounts a window is about, by what stands in its title bar.
//!
//! A guess that only orders accounts: `Bytebase · Sign in — Mozilla Firefox` puts Bytebase
//! first. Before anything is typed Enter copies the first, so there only a whole name counts.

use crate::fold::Folded;
use crate::search::Names;

/// The words of a window's title.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Title {
    words: Vec<String>,
}

/// How well an account suits a title; more is better, and the default is not at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Suits {
    grade: Grade,
    /// Letters of the issuer: `Google Cloud` says more than `Google`.
    letters: usize,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    #[default]
    Not,
    /// The issuer's first word, as `Acme` of `Acme VPN`.
    FirstWord,
    Issuer,
    IssuerAndAccount,
}

/// How browsers end the titles of their windows, without what lies between the letters.
/// They name no site.
const BROWSERS: &[&str] = &[
    "brave",
    "chromium",
    "firefox",
    "gnomeweb",
    "googlechrome",
    "librewolf",
    "microsoftedge",
    "mozillafirefox",
    "opera",
    "safari",
    "torbrowser",
    "vivaldi",
    "zenbrowser",
];

/// What stands between a page's title and the browser's name.
const DASHES: [&str; 3] = [" - ", " – ", " — "];

/// A first word that is shorter says nothing.
const FIRST_WORD: usize = 3;

impl Title {
    /// Reads what stands in a title bar.
    #[must_use]
    pub fn new(title: &str) -> Self {
        let words = words(&Folded::new(without_browser(title)));
        Self { words }
    }

    /// How well the account of these names suits.
    pub(crate) fn suits(&self, names: &Names) -> Suits {
        let (issuer, account) = (words(&names.issuer), words(&names.account));
        let grade = if issuer.is_empty() {
            if self.has(&account) {
                Grade::Issuer
            } else {
                Grade::Not
            }
        } else if self.has(&issuer) {
            if self.has(&account) {
                Grade::IssuerAndAccount
            } else {
                Grade::Issuer
            }
        } else if issuer[0].chars().count() >= FIRST_WORD && self.has(&issuer[..1]) {
            Grade::FirstWord
        } else {
            Grade::Not
        };
        let letters = issuer.iter().map(String::len).sum();
        match grade {
            Grade::Not => Suits::default(),
            grade => Suits { grade, letters },
        }
    }

    /// Whether whole words of the title are this name, however either is split: `DeployHQ`
    /// is in `Deploy HQ`.
    fn has(&self, name: &[String]) -> bool {
        let name = name.concat();
        let begins = |start: usize| {
            let mut left = name.as_str();
            for word in &self.words[start..] {
                match left.strip_prefix(word.as_str()) {
                    Some("") => return true,
                    Some(rest) => left = rest,
                    None => return false,
                }
            }
            false
        };
        !name.is_empty() && (0..self.words.len()).any(begins)
    }
}

impl Suits {
    /// The same, or not at all where it is a weak guess: `Over the hills` has the first word
    /// of The Guardian.
    pub(crate) fn unless_weak(self) -> Self {
        if self.grade >= Grade::Issuer {
            self
        } else {
            Self::default()
        }
    }

    /// Whether at all.
    pub(crate) fn at_all(self) -> bool {
        self.grade > Grade::Not
    }
}

/// The title without the browser's name at its end.
fn without_browser(title: &str) -> &str {
    let ends = DASHES.iter().filter_map(|dash| {
        let at = title.rfind(dash)?;
        Some((at, at + dash.len()))
    });
    let (page, last) = match ends.max() {
        Some((end, start)) => (&title[..end], &title[start..]),
        None => ("", title),
    };
    let last = words(&Folded::new(last)).concat();
    let is_browser = BROWSERS.iter().any(|name| last.starts_with(name));
    if is_browser { page } else { title }
}

fn words(text: &Folded) -> Vec<String> {
    let words = text.chars.split(|c| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| word.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The accounts that suit, the best first.
    #[track_caller]
    fn check(title: &str, expected: &[&str]) {
        let names = [
            ("Bytebase", "admin@example.com"),
            ("Bytebase", "test@example.com"),
            ("DeployHQ", "deploy@example.com"),
            ("Rocket.Chat", "me@example.com"),
            ("Crédit Mutuel", "home@example.com"),
            ("Acme VPN", "work@example.com"),
            ("Google", "me@example.com"),
            ("Google Cloud", "me@example.com"),
            ("Firefox Accounts", "me@example.com"),
            ("X", "me"),
            ("", "root@server"),
        ];
        let title = Title::new(title);
        let mut found: Vec<_> = names
            .into_iter()
            .map(|(issuer, account)| {
                let suits = title.suits(&Names::new(issuer, account, &[]));
                (suits, format!("{issuer} {account}"))
            })
            .filter(|(suits, _)| suits.at_all())
            .collect();
        found.sort_by_key(|(suits, _)| std::cmp::Reverse(*suits));
        let found: Vec<_> = found.into_iter().map(|(_, name)| name).collect();
        assert_eq!(found, expected, "{title:?}");
    }

    #[test]
    fn a_name_in_the_title_suits_and_with_its_account_suits_best() {
        check(
            "Sign in · Bytebase",
            &["Bytebase admin@example.com", "Bytebase test@example.com"],
        );
        check(
            "test@example.com | Bytebase",
            &["Bytebase test@example.com", "Bytebase admin@example.com"],
        );
        check("ssh root@server", &[" root@server"]);
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        check("Deploy HQ: two-step", &["DeployHQ deploy@example.com"]);
        check("CREDIT MUTUEL", &["Crédit Mutuel home@example.com"]);
        check("chat.rocket.chat", &["Rocket.Chat me@example.com"]);
    }

    #[test]
    fn the_longer_name_says_more_and_a_first_word_less() {
        check(
            "Google Cloud console",
            &["Google Cloud me@example.com", "Google me@example.com"],
        );
        check("Acme intranet", &["Acme VPN work@example.com"]);
    }

    #[test]
    fn only_whole_words_count() {
        check("Bytebases", &[]);
        check("Rocketchatter", &[]);
        check("Fix X - notes", &["X me"]);
        check("Exit", &[]);
        check("", &[]);
    }

    #[test]
    fn the_browser_is_not_the_site() {
        check("News - Google Chrome", &[]);
        check("News — Mozilla Firefox", &[]);
        check("Inbox - Work - Microsoft\u{200b} Edge", &[]);
        check("Mozilla Firefox", &[]);
        check(
            "Google – Sign in - Google Chrome",
            &["Google me@example.com", "Google Cloud me@example.com"],
        );
    }

    proptest::proptest! {
        #[test]
        fn no_title_is_too_odd(title in "\\PC{0,40}", issuer in "\\PC{0,12}") {
            Title::new(&title).suits(&Names::new(&issuer, "me", &[]));
        }
    }
}
