//! Search: which accounts match what was typed, and in which order they are listed.

use std::cmp::Reverse;

use crate::fold::Folded;
use crate::title::Suits;
use crate::{Account, Accounts, Id, Title, Usage};

/// One account that matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The account.
    pub id: Id,
    /// The matched parts of the issuer, as ranges of characters (Unicode code points).
    pub issuer: Vec<(usize, usize)>,
    /// The matched parts of the account name.
    pub account: Vec<(usize, usize)>,
}

/// Accounts that are offered before anything is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The accounts, the likeliest first.
    pub hits: Vec<Hit>,
    /// How many of them, from the first, are of the window's site.
    pub suited: usize,
    /// How many of them were ever used.
    pub used: usize,
}

/// How well a word matches; a lower value is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Quality {
    WordStart,
    Inside,
    LettersInOrder,
}

/// The folded names of an account, made once when it changes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Names {
    pub(crate) issuer: Folded,
    pub(crate) account: Folded,
    tags: Vec<Folded>,
}

impl Names {
    pub(crate) fn new(issuer: &str, account: &str, tags: &[String]) -> Self {
        Self {
            issuer: Folded::new(issuer),
            account: Folded::new(account),
            tags: tags.iter().map(|tag| Folded::new(tag)).collect(),
        }
    }

    /// What an account is listed under: its issuer, or where that is empty its account.
    fn sort_key(&self) -> (&[char], &[char]) {
        if self.issuer.chars.is_empty() {
            (&self.account.chars, &[])
        } else {
            (&self.issuer.chars, &self.account.chars)
        }
    }
}

impl Accounts {
    /// The live accounts that match every word of `query`, best first: a word that begins
    /// with it, then one that holds it, then its letters in order; ties by use, then by
    /// list order. An empty query lists all: favourites first, then A to Z.
    #[must_use]
    pub fn search(&self, query: &str, usage: &Usage) -> Vec<Hit> {
        self.search_for(query, usage, &Title::default())
    }

    /// [`Self::search`] for somebody who was at a window with this title: among equally good
    /// matches, accounts of its site come first.
    #[must_use]
    pub fn search_for(&self, query: &str, usage: &Usage, title: &Title) -> Vec<Hit> {
        let words = words(query);
        let mut found: Vec<(Quality, &Account, Hit)> = self
            .live()
            .filter_map(|account| {
                let (quality, hit) = match_all(account, &words)?;
                Some((quality, account, hit))
            })
            .collect();
        found.sort_by_cached_key(|(quality, account, _)| {
            let used = if words.is_empty() {
                0
            } else {
                usage.count(account.id)
            };
            let (first, second) = account.names.sort_key();
            (
                *quality,
                Reverse(title.suits(&account.names)),
                Reverse(used),
                !account.favourite,
                first.to_vec(),
                second.to_vec(),
                account.id,
            )
        });
        found.into_iter().map(|(_, _, hit)| hit).collect()
    }

    /// What to offer before anything is typed, `count` accounts at most: those of the
    /// window's site, then those used lately, then the list from its top.
    #[must_use]
    pub fn offer(&self, usage: &Usage, title: &Title, count: usize) -> Offered {
        let listed = self.search("", usage);
        let mut ranked: Vec<_> = listed
            .into_iter()
            .filter_map(|hit| {
                let suits = title.suits(&self.get(hit.id)?.names).unless_weak();
                Some((Reverse(suits), Reverse(usage.last(hit.id)), hit))
            })
            .collect();
        // A stable sort: what was never used stays in the order of the list.
        ranked.sort_by_key(|(suits, last, _)| (*suits, *last));
        ranked.truncate(count);
        let suits = |(Reverse(suits), ..): &&(Reverse<Suits>, _, _)| suits.at_all();
        Offered {
            suited: ranked.iter().take_while(suits).count(),
            used: ranked
                .iter()
                .filter(|(_, Reverse(last), _)| last.is_some())
                .count(),
            hits: ranked.into_iter().map(|(.., hit)| hit).collect(),
        }
    }
}

/// The words of a query, folded. One of nothing but accents folds to nothing and asks for nothing.
fn words(query: &str) -> Vec<Folded> {
    query
        .split_whitespace()
        .map(Folded::new)
        .filter(|word| !word.chars.is_empty())
        .collect()
}

/// Whether an account matches every word of `query`.
pub(crate) fn suits(account: &Account, query: &str) -> bool {
    match_all(account, &words(query)).is_some()
}

fn match_all(account: &Account, words: &[Folded]) -> Option<(Quality, Hit)> {
    let mut worst = Quality::WordStart;
    let mut hit = Hit {
        id: account.id,
        issuer: Vec::new(),
        account: Vec::new(),
    };
    for word in words {
        let names = &account.names;
        let issuer = find(&names.issuer, &word.chars);
        let name = find(&names.account, &word.chars);
        let tags = names.tags.iter().filter_map(|tag| find(tag, &word.chars));
        let best = [&issuer, &name]
            .into_iter()
            .flatten()
            .map(|(quality, _)| *quality)
            .chain(tags.map(|(quality, _)| quality))
            .min()?;
        worst = worst.max(best);
        // Only matches of the quality that brought the account here are worth marking.
        for (found, marks) in [(issuer, &mut hit.issuer), (name, &mut hit.account)] {
            marks.extend(
                found
                    .filter(|(q, _)| *q == best)
                    .into_iter()
                    .flat_map(|(_, m)| m),
            );
        }
    }
    hit.issuer.sort_unstable();
    hit.account.sort_unstable();
    Some((worst, hit))
}

/// The best match of `word` in `text`, and the characters of the text it covers.
fn find(text: &Folded, word: &[char]) -> Option<(Quality, Vec<(usize, usize)>)> {
    let places = || {
        text.chars
            .windows(word.len())
            .enumerate()
            .filter(|(_, window)| *window == word)
            .map(|(start, _)| start)
    };
    let mark = |start: usize| vec![text.origin_range(start, start + word.len())];
    if let Some(start) = places().find(|start| text.begins_word(*start)) {
        return Some((Quality::WordStart, mark(start)));
    }
    if let Some(start) = places().next() {
        return Some((Quality::Inside, mark(start)));
    }
    letters_in_order(text, word).map(|marks| (Quality::LettersInOrder, marks))
}

/// `rc` in `Rocket.Chat`: the first letter begins a word, each later one begins a word where
/// it can. Anything looser finds half the list with two letters.
fn letters_in_order(text: &Folded, word: &[char]) -> Option<Vec<(usize, usize)>> {
    let mut marks = Vec::with_capacity(word.len());
    let mut from = 0;
    for (nth, letter) in word.iter().enumerate() {
        let places = || (from..text.chars.len()).filter(|i| text.chars[*i] == *letter);
        let at_word = places().find(|i| text.begins_word(*i));
        let at = if nth == 0 {
            at_word
        } else {
            at_word.or_else(|| places().next())
        }?;
        marks.push(text.origin_range(at, at + 1));
        from = at + 1;
    }
    Some(marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{accounts, id_of};

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let accounts = accounts(&[
            ("Batch", "work@example.com"),
            ("Bytebase", "admin@example.com"),
            ("Rocket.Chat", "me@example.com"),
            ("Crédit Mutuel", "home@example.com"),
            ("", "root@server"),
        ]);
        let found: Vec<_> = accounts
            .search(query, &Usage::default())
            .iter()
            .map(|hit| {
                accounts
                    .get(hit.id)
                    .map(|a| a.issuer.as_str())
                    .unwrap_or("gone")
            })
            .collect();
        assert_eq!(found, expected, "{query:?}");
    }

    #[test]
    fn lists_all_from_a_to_z_without_a_query() {
        check(
            "",
            &["Batch", "Bytebase", "Crédit Mutuel", "Rocket.Chat", ""],
        );
    }

    #[test]
    fn a_words_start_comes_before_its_inside_before_letters_in_order() {
        check("b", &["Batch", "Bytebase"]);
        check("base", &["Bytebase"]);
        check("rc", &["Rocket.Chat"]);
        check("ch", &["Rocket.Chat", "Batch"]);
    }

    #[test]
    fn ignores_case_and_accents_and_wants_every_word() {
        check("CREDIT", &["Crédit Mutuel"]);
        check("example work", &["Batch"]);
        check("batch admin", &[]);
    }

    #[test]
    fn a_lone_accent_asks_for_nothing() {
        check(
            "\u{301}",
            &["Batch", "Bytebase", "Crédit Mutuel", "Rocket.Chat", ""],
        );
    }

    #[test]
    fn an_account_without_an_issuer_is_found_by_its_name() {
        check("root", &[""]);
    }

    #[test]
    fn what_is_used_more_comes_first_among_equals() {
        let accounts = accounts(&[("Batch", ""), ("Bytebase", "")]);
        let mut usage = Usage::default();
        usage.used(id_of(&accounts, "Bytebase"), 100);
        let first = accounts.search("b", &usage).remove(0);
        assert_eq!(first.id, id_of(&accounts, "Bytebase"));
        assert_eq!(first.issuer, [(0, 1)]);
    }

    /// The issuers in the order of hits.
    fn issuers<'a>(accounts: &'a Accounts, hits: &[Hit]) -> Vec<&'a str> {
        let issuer = |hit: &Hit| Some(accounts.get(hit.id)?.issuer.as_str());
        hits.iter().filter_map(issuer).collect()
    }

    #[test]
    fn the_windows_site_comes_first_among_equals_and_before_use() {
        let accounts = accounts(&[("Batch", ""), ("Bytebase", ""), ("Rabbit", "")]);
        let mut usage = Usage::default();
        usage.used(id_of(&accounts, "Batch"), 100);
        let title = Title::new("Rabbit, Bytebase and others");
        let hits = accounts.search_for("b", &usage, &title);
        assert_eq!(issuers(&accounts, &hits), ["Bytebase", "Batch", "Rabbit"]);
    }

    #[test]
    fn offers_the_windows_site_then_what_was_used_lately_then_the_list() {
        let accounts = accounts(&[
            ("Batch", ""),
            ("Bytebase", ""),
            ("Infura", ""),
            ("The Guardian", ""),
            ("Zulip", ""),
        ]);
        let mut usage = Usage::default();
        let offer = |usage: &Usage, title: &str, count| {
            let offered = accounts.offer(usage, &Title::new(title), count);
            let names = issuers(&accounts, &offered.hits).join(" ");
            (names, offered.suited, offered.used)
        };
        let all = "Batch Bytebase Infura The Guardian Zulip".to_owned();
        assert_eq!(offer(&usage, "", 5), (all, 0, 0));
        usage.used(id_of(&accounts, "Zulip"), 100);
        usage.used(id_of(&accounts, "Zulip"), 150);
        usage.used(id_of(&accounts, "Infura"), 200);
        let lately = "Infura Zulip Batch Bytebase The Guardian".to_owned();
        assert_eq!(offer(&usage, "", 5), (lately.clone(), 0, 2));
        // A word is too little to put an account before the one that was used last.
        assert_eq!(offer(&usage, "Over the hills", 5), (lately, 0, 2));
        let suited = "Bytebase Infura".to_owned();
        assert_eq!(offer(&usage, "Bytebase", 2), (suited, 1, 1));
    }

    #[test]
    fn marks_the_letters_that_matched() {
        let accounts = accounts(&[("Rocket.Chat", "crc@example.com")]);
        let hit = accounts.search("cket", &Usage::default()).remove(0);
        assert_eq!((hit.issuer, hit.account), (vec![(2, 6)], vec![]));
        let hit = accounts.search("rc", &Usage::default()).remove(0);
        assert_eq!((hit.issuer, hit.account), (vec![], vec![(1, 3)]));
    }

    proptest::proptest! {
        #[test]
        fn a_hit_marks_only_characters_that_are_there(
            issuer in ".{0,12}", account in ".{0,12}", query in ".{0,4}",
        ) {
            let book = accounts(&[(&issuer, &account)]);
            for hit in book.search(&query, &Usage::default()) {
                for (marks, text) in [(hit.issuer, &issuer), (hit.account, &account)] {
                    let length = text.chars().count();
                    proptest::prop_assert!(marks.iter().all(|(from, to)| from < to && *to <= length));
                }
            }
        }

        #[test]
        fn an_account_is_found_by_its_whole_issuer(issuer in "[a-zA-Z0-9 .é-]{1,20}") {
            let book = accounts(&[(&issuer, "x")]);
            proptest::prop_assert_eq!(book.search(&issuer, &Usage::default()).len(), 1);
        }
    }
}
