//! Guided moves: the sites that a person sets up again one by one, because the app they
//! leave gives its keys to nobody. A move is kept in the vault until all of it is done.

use std::collections::BTreeMap;
use std::fmt;

use crate::account::Id;
use crate::change::{Edit, check_texts};
use crate::clock::Clock;
use crate::collection::Accounts;
use crate::error::Error;
use crate::schema::Kept;

/// A move away from one app.
#[derive(Clone, PartialEq)]
pub struct Move {
    /// Its name for programs.
    pub id: Id,
    /// The app that is left, as people know it: `Authy`.
    pub app: String,
    /// When it was begun, in Unix seconds.
    pub started: u64,
    /// The sites, in the order in which they were listed.
    pub sites: Vec<Site>,
    /// Fields that a newer program wrote, kept as they are.
    pub(crate) unknown: BTreeMap<String, Kept>,
}

/// One site of a move.
#[derive(Clone, PartialEq)]
pub struct Site {
    /// Its name for programs.
    pub id: Id,
    /// What the site is called: `Bytebase`.
    pub issuer: String,
    /// Who signs in there. May be empty.
    pub account: String,
    /// The account that makes its new codes, once it was added.
    pub new: Option<Id>,
    /// When the site accepted a new code, in Unix seconds.
    pub done: Option<u64>,
    /// When it was last changed.
    pub(crate) modified: Clock,
    /// Fields that a newer program wrote, kept as they are.
    pub(crate) unknown: BTreeMap<String, Kept>,
}

impl Move {
    /// What is kept unread in it.
    pub(crate) fn kept_mut(&mut self) -> impl Iterator<Item = &mut Kept> {
        let sites = self.sites.iter_mut();
        let of_sites = sites.flat_map(|site| site.unknown.values_mut());
        self.unknown.values_mut().chain(of_sites)
    }
}

/// Counts alone, as for accounts.
impl fmt::Debug for Move {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Move({}, {} sites)", self.id, self.sites.len())
    }
}

/// A site as a person lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// What the site is called.
    pub issuer: String,
    /// Who signs in there; empty where nothing was said.
    pub account: String,
}

/// What happens to a site of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteStep {
    /// This account makes its new codes; none: not yet after all.
    New(Option<Id>),
    /// Whether the site accepted a new code.
    Done(bool),
    /// It is taken off the list.
    Remove,
}

/// Sites of all moves together.
const SITES: usize = 1_000;

/// Reads a list as people type or paste it, one site a line: `Bytebase`,
/// `Bytebase (ada@example.com)`, `Bytebase: ada`, `2. Bytebase, ada`. Lines that say the same
/// count once.
#[must_use]
pub fn read_list(text: &str) -> Vec<Listed> {
    let mut sites: Vec<Listed> = Vec::new();
    for site in text.lines().filter_map(read_line) {
        if !sites.contains(&site) {
            sites.push(site);
        }
    }
    sites
}

fn read_line(line: &str) -> Option<Listed> {
    let line = without_bullet(line.trim());
    let (issuer, account) = match line.strip_suffix(')').and_then(|it| it.rsplit_once('(')) {
        Some(parts) => parts,
        None => [": ", "\t", ", ", " - ", " – ", " | "]
            .iter()
            .find_map(|mark| line.split_once(mark))
            .unwrap_or((line, "")),
    };
    let (issuer, account) = (issuer.trim(), account.trim());
    (!issuer.is_empty()).then(|| Listed {
        issuer: issuer.to_owned(),
        account: account.to_owned(),
    })
}

/// The line without what lists begin their lines with: `-`, `*`, `•`, `1.`, `1)`.
fn without_bullet(line: &str) -> &str {
    let number = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let rest = match number.len() < line.len() {
        true => number.strip_prefix(['.', ')']),
        false => line.strip_prefix(['-', '*', '•', '–']),
    };
    match rest {
        Some(rest) if rest.is_empty() || rest.starts_with(char::is_whitespace) => rest.trim_start(),
        _ => line,
    }
}

impl Accounts {
    /// The moves that are not done with, the oldest first.
    #[must_use]
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// Begins a move away from `app`.
    ///
    /// # Errors
    /// [`Error::TooLong`] and [`Error::TooManySites`].
    pub fn begin_move(
        &mut self,
        app: &str,
        sites: Vec<Listed>,
        edit: &mut Edit<'_>,
    ) -> Result<Id, Error> {
        check_texts([("app", app)])?;
        let sites = self.new_sites(sites, edit)?;
        let id = edit.new_id();
        self.moves.push(Move {
            id,
            app: app.to_owned(),
            started: edit.now(),
            sites,
            unknown: BTreeMap::new(),
        });
        Ok(id)
    }

    /// Adds sites to a move; those that are on its list already stay as they are.
    ///
    /// # Errors
    /// [`Error::UnknownMove`], [`Error::TooLong`] and [`Error::TooManySites`].
    pub fn extend_move(
        &mut self,
        id: Id,
        mut sites: Vec<Listed>,
        edit: &mut Edit<'_>,
    ) -> Result<(), Error> {
        let known = &self.a_move(id)?.sites;
        sites.retain(|new| {
            !known
                .iter()
                .any(|site| (&site.issuer, &site.account) == (&new.issuer, &new.account))
        });
        let sites = self.new_sites(sites, edit)?;
        self.move_mut(id)?.sites.extend(sites);
        Ok(())
    }

    /// Changes one site of a move.
    ///
    /// # Errors
    /// [`Error::UnknownMove`] where the move or the site is not there.
    pub fn step_move(
        &mut self,
        id: Id,
        site: Id,
        step: SiteStep,
        edit: &mut Edit<'_>,
    ) -> Result<(), Error> {
        let clock = self.tick(edit);
        let now = edit.now();
        let sites = &mut self.move_mut(id)?.sites;
        let place = sites.iter().position(|it| it.id == site);
        let place = place.ok_or(Error::UnknownMove(site))?;
        match step {
            SiteStep::New(new) => sites[place].new = new,
            SiteStep::Done(true) => sites[place].done = Some(sites[place].done.unwrap_or(now)),
            SiteStep::Done(false) => sites[place].done = None,
            SiteStep::Remove => {
                sites.remove(place);
                self.tombstones.insert(site, clock);
                return Ok(());
            }
        }
        sites[place].modified = clock;
        Ok(())
    }

    /// Forgets a move with its list. The accounts stay.
    ///
    /// # Errors
    /// [`Error::UnknownMove`].
    pub fn end_move(&mut self, id: Id, edit: &mut Edit<'_>) -> Result<(), Error> {
        self.a_move(id)?;
        let clock = self.tick(edit);
        self.moves.retain(|it| it.id != id);
        self.tombstones.insert(id, clock);
        Ok(())
    }

    fn new_sites(&mut self, listed: Vec<Listed>, edit: &mut Edit<'_>) -> Result<Vec<Site>, Error> {
        let there: usize = self.moves.iter().map(|it| it.sites.len()).sum();
        if there + listed.len() > SITES {
            return Err(Error::TooManySites { limit: SITES });
        }
        for site in &listed {
            check_texts([("issuer", &site.issuer), ("account", &site.account)])?;
        }
        let modified = self.tick(edit);
        let sites = listed.into_iter().map(|site| Site {
            id: edit.new_id(),
            issuer: site.issuer,
            account: site.account,
            new: None,
            done: None,
            modified,
            unknown: BTreeMap::new(),
        });
        Ok(sites.collect())
    }

    fn a_move(&self, id: Id) -> Result<&Move, Error> {
        let found = self.moves.iter().find(|it| it.id == id);
        found.ok_or(Error::UnknownMove(id))
    }

    fn move_mut(&mut self, id: Id) -> Result<&mut Move, Error> {
        let found = self.moves.iter_mut().find(|it| it.id == id);
        found.ok_or(Error::UnknownMove(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::with_edit;

    fn listed(issuer: &str, account: &str) -> Listed {
        Listed {
            issuer: issuer.to_owned(),
            account: account.to_owned(),
        }
    }

    /// A book with a move of these sites; each change has random numbers of its own.
    fn moving(text: &str) -> (Accounts, Id) {
        let mut book = Accounts::new();
        let mut next = 0;
        let mut random = |bytes: &mut [u8]| {
            next += 1;
            bytes.fill(next);
        };
        let mut edit = Edit {
            now_ms: 5_000,
            device: [1; 8],
            random: &mut random,
        };
        let id = book
            .begin_move("Authy", read_list(text), &mut edit)
            .unwrap();
        (book, id)
    }

    #[test]
    fn a_list_is_read_as_people_write_it() {
        let text = "
            Bytebase
            - Mail Desk (ada@example.com)
            2. Harbor Bank: ada
            * Infura, ops@example.com
            3) Deploy HQ\tme
            Batch - work
            Bytebase
            12
            •
            (odd)";
        let sites = [
            listed("Bytebase", ""),
            listed("Mail Desk", "ada@example.com"),
            listed("Harbor Bank", "ada"),
            listed("Infura", "ops@example.com"),
            listed("Deploy HQ", "me"),
            listed("Batch", "work"),
            listed("12", ""),
        ];
        assert_eq!(read_list(text), sites);
    }

    #[test]
    fn a_site_gets_its_account_and_is_ticked() {
        let (mut book, id) = moving("Batch\nBytebase");
        let site = book.moves()[0].sites[1].id;
        let account = Id::from_u128(7);
        let step = |book: &mut Accounts, step| {
            with_edit(9, |edit| book.step_move(id, site, step, edit)).unwrap();
        };
        step(&mut book, SiteStep::New(Some(account)));
        step(&mut book, SiteStep::Done(true));
        let moved = &book.moves()[0].sites[1];
        assert_eq!((moved.new, moved.done), (Some(account), Some(9)));
        step(&mut book, SiteStep::Done(false));
        assert_eq!(book.moves()[0].sites[1].done, None);
        step(&mut book, SiteStep::Remove);
        assert_eq!(book.moves()[0].sites.len(), 1);
    }

    #[test]
    fn a_move_reads_back_equal_until_it_is_ended() {
        let (mut book, id) = moving("Batch (me)\nBytebase");
        let site = book.moves()[0].sites[0].id;
        let step = SiteStep::New(Some(Id::from_u128(7)));
        with_edit(9, |edit| book.step_move(id, site, step, edit)).unwrap();
        with_edit(9, |edit| {
            book.step_move(id, site, SiteStep::Done(true), edit)
        })
        .unwrap();
        let mut again = Accounts::from_payload(&book.to_payload()).unwrap();
        assert_eq!(again.moves(), book.moves());
        with_edit(10, |edit| again.end_move(id, edit)).unwrap();
        let ended = Accounts::from_payload(&again.to_payload()).unwrap();
        assert_eq!(ended.moves(), []);
        let unknown = with_edit(11, |edit| again.end_move(id, edit));
        assert_eq!(unknown, Err(Error::UnknownMove(id)));
    }

    #[test]
    fn sites_that_are_listed_already_stay_as_they_are() {
        let (mut book, id) = moving("Batch (me)");
        let more = read_list("Batch (me)\nBytebase");
        with_edit(60, |edit| book.extend_move(id, more, edit)).unwrap();
        let names: Vec<&str> = book.moves()[0]
            .sites
            .iter()
            .map(|site| site.issuer.as_str())
            .collect();
        assert_eq!(names, ["Batch", "Bytebase"]);
    }

    #[test]
    fn moves_of_a_newer_version_are_kept_to_the_byte() {
        let json = r#"{"schema":1,"clock":"5.0.0101010101010101","accounts":[],"tombstones":{},"moves":[{"id":"00000000-0000-4000-8000-000000000001","app":"Authy","started":5,"sites":[{"id":"00000000-0000-4000-8000-000000000002","issuer":"Batch","account":"","modified":"5.0.0101010101010101","colour":[3, 1.50]}],"by":"x"},{"kind": "another"}]}"#;
        let book = Accounts::from_payload(json.as_bytes()).unwrap();
        assert_eq!(book.moves().len(), 1);
        assert_eq!(String::from_utf8_lossy(&book.to_payload()), json);
    }

    #[test]
    fn a_list_has_an_end() {
        let long: String = (0..=SITES)
            .map(|number| format!("Site {number}\n"))
            .collect();
        let mut book = Accounts::new();
        let refused = with_edit(1, |edit| book.begin_move("Authy", read_list(&long), edit));
        assert_eq!(refused, Err(Error::TooManySites { limit: SITES }));
        assert_eq!(book.moves(), []);
    }
}
