//! A KeePass entry: its names, its note and tags, and the account for each key in it.

use keytick_accounts::Candidate;
use keytick_otp::{KeyUri, Names};
use zeroize::Zeroizing;

use super::styles::STYLES;
use crate::{Error, login};

/// An entry, as far as it matters here.
#[derive(Default)]
pub(in crate::formats) struct Entry {
    fields: Vec<(String, Zeroizing<String>)>,
    tags: Vec<String>,
    /// The name of the group it lies in, unless that is the outermost.
    pub(super) group: Option<String>,
    /// Whether it lies in the recycle bin.
    pub(in crate::formats) in_trash: bool,
}

impl Entry {
    pub(in crate::formats) fn set(&mut self, name: String, value: Zeroizing<String>) {
        self.fields.push((name, value));
    }

    /// Takes tags between semicolons or commas.
    pub(super) fn set_tags(&mut self, text: &str) {
        self.tags = login::tags(text);
    }

    pub(in crate::formats) fn set_group(&mut self, name: &str) {
        self.group = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
    }

    /// A field's value, if anything stands in it.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(own, _)| own == name);
        field
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    fn names(&self) -> Names {
        let field = |name| self.get(name).filter(|text| !text.starts_with("{REF:"));
        Names::exact(
            field("Title").unwrap_or_default(),
            field("UserName").unwrap_or_default(),
        )
    }

    /// What a person would call it.
    pub(in crate::formats) fn name(&self) -> String {
        self.names().to_string()
    }

    /// The keys in it, each once: usually none or one.
    pub(in crate::formats) fn candidates(&self) -> Vec<Result<Candidate, Error>> {
        let found = STYLES.iter().filter_map(|style| style(self));
        let mut candidates: Vec<Result<Candidate, Error>> = Vec::new();
        for found in found {
            let candidate = match found {
                _ if self.in_trash => Err(Error::InTrash),
                found => found.map(|found| self.candidate(found)),
            };
            // Programs that know several styles write the same key in each.
            let is_new = candidates
                .iter()
                .all(|earlier| match (earlier, &candidate) {
                    (Ok(earlier), Ok(candidate)) => earlier.key != candidate.key,
                    (earlier, candidate) => earlier != candidate,
                });
            if is_new {
                candidates.push(candidate);
            }
        }
        candidates
    }

    /// The entry's own names come first: people rename entries, and the URI stays as it was.
    fn candidate(&self, found: KeyUri) -> Candidate {
        let own = self.names();
        let mut candidate = Candidate::from(found);
        if own.issuer.is_empty() && candidate.issuer == KEEPASSXC_NO_TITLE {
            candidate.issuer.clear();
        }
        if own.account.is_empty() && candidate.account == KEEPASSXC_NO_USER {
            candidate.account.clear();
        }
        if !own.issuer.is_empty() {
            candidate.issuer = own.issuer;
        }
        if !own.account.is_empty() {
            candidate.account = own.account;
        }
        if let Some(note) = self.get("Notes") {
            candidate.note = note.to_owned();
        }
        for tag in self.tags.iter().chain(&self.group) {
            if !candidate.tags.contains(tag) {
                candidate.tags.push(tag.clone());
            }
        }
        candidate
    }
}

/// What KeePassXC writes into a URI where the entry has no title, and no user name.
const KEEPASSXC_NO_TITLE: &str = "KeePassXC";
const KEEPASSXC_NO_USER: &str = "none";

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn entry(fields: &[(&str, &str)]) -> Entry {
        let mut entry = Entry::default();
        for (name, value) in fields {
            entry.set((*name).to_owned(), Zeroizing::new((*value).to_owned()));
        }
        entry
    }

    #[test]
    fn the_entrys_own_names_come_before_those_in_the_uri() {
        let names = |fields: &[(&str, &str)]| {
            let mut fields = fields.to_vec();
            let none = "otpauth://totp/KeePassXC:none?secret=JBSWY3DPEHPK3PXP&issuer=KeePassXC";
            if !fields.iter().any(|(name, _)| *name == "otp") {
                fields.push(("otp", none));
            }
            let candidate = entry(&fields).candidates().remove(0).unwrap();
            (candidate.issuer, candidate.account)
        };
        let otp = ("otp", "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP");
        let pair = |issuer: &str, account: &str| (issuer.to_owned(), account.to_owned());
        assert_eq!(names(&[otp]), pair("Acme", "me"));
        assert_eq!(names(&[otp, ("Title", "Work")]), pair("Work", "me"));
        assert_eq!(names(&[otp, ("UserName", "you")]), pair("Acme", "you"));
        assert_eq!(
            names(&[otp, ("UserName", "{REF:U@I:46C9}")]),
            pair("Acme", "me")
        );
        assert_eq!(names(&[]), pair("", ""));
        assert_eq!(names(&[("Title", "A:b")]), pair("A:b", ""));
    }

    #[test]
    fn notes_tags_and_the_group_come_along() {
        let mut entry = entry(&[("TOTP Seed", "JBSWY3DPEHPK3PXP"), ("Notes", "Call Ann")]);
        entry.set_tags("work; bank,work2");
        entry.set_group("Internet");
        let candidate = entry.candidates().remove(0).unwrap();
        assert_eq!(candidate.note, "Call Ann");
        assert_eq!(candidate.tags, ["work", "bank", "work2", "Internet"]);
    }

    #[test]
    fn an_entry_in_the_recycle_bin_is_skipped_by_name() {
        let mut entry = entry(&[
            ("TOTP Seed", "JBSWY3DPEHPK3PXP"),
            ("Title", "Acme"),
            ("UserName", "me"),
        ]);
        entry.in_trash = true;
        assert_eq!(entry.candidates(), [Err(Error::InTrash)]);
        assert_eq!(entry.name(), "Acme (me)");
    }
}
