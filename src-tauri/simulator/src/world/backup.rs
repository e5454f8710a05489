//! Recovery codes: giving them, using one, and what that does.

use super::chance::Purpose;
use super::factor::folded;
use super::fault_kind::Point;
use super::login::Entrance;
use super::step::{Result, Step, refusal};
use super::{
    Done, FactorState, FaultKind, FreshCodes, Go, RefusalKind, Session, SessionChange, SessionId,
    StoredCode, Typed, alphabet,
};
use crate::profile::{CodesKind, Exhausted, FactorAfter, Pool};

/// A recovery code that was right.
pub(super) struct UsedBackup {
    pub(super) rule: String,
}

impl Step<'_> {
    /// A try with a recovery code: it is counted, and a right one is spent.
    pub(super) fn try_backup(
        &mut self,
        id: &SessionId,
        session: &Session,
        typed: &Typed,
        event: &'static str,
    ) -> Result<UsedBackup> {
        let unlocked = self.factor_unlocked(Pool::Backup, id, session);
        self.noted(event, "backup", unlocked)?;
        match self.find_backup(&session.user, typed) {
            Ok(place) => {
                self.factor_passed(Pool::Backup, id, session);
                Ok(self.use_backup(&session.user, place))
            }
            Err((message, rule)) => {
                let entry = self.log(event).with("method", "backup");
                entry.secret("code", typed.as_str()).rule(&rule).write();
                self.factor_failed(Pool::Backup, id, session);
                Err(refusal(RefusalKind::Backup, &message, rule))
            }
        }
    }

    /// The place of a stored code. All of them are compared.
    fn find_backup(
        &self,
        name: &str,
        typed: &Typed,
    ) -> std::result::Result<usize, (String, String)> {
        let (rules, errors) = (&self.profile.codes, &self.profile.errors);
        let refused = |rule: String| Err((errors.backup.clone(), rule));
        if rules.kind == CodesKind::None {
            return refused("codes.kind=none".to_owned());
        }
        let user = self.world.users.get(name);
        let Some(enrolled) = user.and_then(|user| user.factor.enrolled.as_ref()) else {
            return refused("factor=OFF".to_owned());
        };
        let typed = folded(&typed.without(""), rules);
        let mut place = None;
        for (index, code) in enrolled.codes.iter().enumerate() {
            // A code that was used stays in the list, so that the log can say so.
            if code.is(&typed) {
                place = Some(index);
            }
        }
        match place {
            Some(index) if enrolled.codes[index].used.is_none() => Ok(index),
            Some(_) => {
                let message = match rules.on_use.tell_used {
                    true => &errors.backup_used,
                    false => &errors.backup,
                };
                let left = enrolled.codes_left();
                Err((message.clone(), format!("codes: used before, {left} left")))
            }
            None => {
                let (left, all) = (enrolled.codes_left(), enrolled.codes.len());
                let rule = format!(
                    "codes.case={}, none of {all} is it, {left} left",
                    case(rules)
                );
                refused(rule)
            }
        }
    }

    fn use_backup(&mut self, name: &str, place: usize) -> UsedBackup {
        let spared = |kind: &FaultKind| *kind == FaultKind::CodeNotConsumed;
        let spared = self.fire_one(Point::Backup, Some(name), spared).is_some();
        let consumed = self.profile.codes.on_use.consume && !spared;
        let now = self.now;
        let user = self.world.users.get_mut(name);
        let Some(enrolled) = user.and_then(|user| user.factor.enrolled.as_mut()) else {
            return UsedBackup {
                rule: String::new(),
            };
        };
        if let Some(code) = enrolled.codes.get_mut(place).filter(|_| consumed) {
            code.used = Some(now);
        }
        let (left, all) = (enrolled.codes_left(), enrolled.codes.len());
        let rule = format!("codes.on_use.consume={consumed}, {left} of {all} left");
        let event = self.log("codes.used").with("remaining", left);
        event.rule(&rule).write();
        UsedBackup { rule }
    }

    /// What follows a login with a recovery code.
    pub(super) fn after_backup(&mut self, session: &Session) -> Result {
        let name = session.user.clone();
        let mut entrance = Entrance::of(session);
        match self.profile.codes.on_use.factor {
            FactorAfter::Keep => return self.kept_factor(&name, entrance),
            FactorAfter::Disable => self.turn_off(&name, "codes.on_use.factor=disable"),
            FactorAfter::ForceReenroll => {
                self.turn_off(&name, "codes.on_use.factor=force_reenroll");
                self.user_mut(&name)?.must_enroll = true;
            }
        }
        entrance.notice = Some(self.profile.errors.factor_disabled.clone());
        self.admit(&name, entrance)
    }

    fn kept_factor(&mut self, name: &str, mut entrance: Entrance) -> Result {
        let left = self
            .user(name)?
            .factor
            .enrolled
            .as_ref()
            .map_or(0, |it| it.codes_left());
        let rules = &self.profile.codes;
        let (low_at, on_exhausted) = (rules.low_at, rules.on_exhausted);
        let message = match left {
            0 => self.profile.errors.codes_exhausted.clone(),
            _ => self
                .profile
                .errors
                .codes_low
                .replace("{count}", &left.to_string()),
        };
        if left <= low_at && low_at > 0 {
            entrance.notice = Some(message);
        }
        if left > 0 {
            return self.admit(name, entrance);
        }
        let rule = format!(
            "codes.on_exhausted={}, low_at={low_at}",
            exhausted(on_exhausted)
        );
        self.log("codes.exhausted").rule(rule).write();
        if on_exhausted == Exhausted::Disable {
            self.turn_off(name, "codes.on_exhausted=disable");
            entrance.notice = Some(self.profile.errors.factor_disabled.clone());
        }
        let done = self.admit(name, entrance)?;
        if let (Exhausted::Renew, SessionChange::Set(id)) = (on_exhausted, self.session.clone()) {
            self.issue_codes(name, &id, false);
            return Ok(Done::go(Go::Codes));
        }
        Ok(done)
    }

    /// New recovery codes as text: chosen from outside, or from the seed.
    pub(super) fn new_codes(&mut self) -> Vec<String> {
        if let Some(chosen) = self.world.next.codes.pop_front() {
            return chosen.iter().map(|code| code.as_str().to_owned()).collect();
        }
        let rules = self.profile.codes.clone();
        if rules.kind == CodesKind::None {
            return Vec::new();
        }
        let letters = alphabet(&rules.alphabet);
        (0..rules.count)
            .map(|_| {
                let chance = &mut self.world.chance;
                let code = chance.text(Purpose::Codes, &letters, rules.length);
                in_groups(&code, rules.groups)
            })
            .collect()
    }

    /// Gives new recovery codes to somebody whose codes are on. They count at once, unless they
    /// wait for being kept.
    pub(super) fn issue_codes(&mut self, name: &str, session: &SessionId, waiting: bool) {
        let codes = self.new_codes();
        if codes.is_empty() {
            return;
        }
        if !waiting {
            self.store_codes(name, &codes);
        }
        self.show_codes(name, codes, session, waiting);
        let state = self.state(name);
        self.codes_issued(name, state, state);
    }

    pub(super) fn codes_issued(&mut self, name: &str, before: FactorState, after: FactorState) {
        let shown = self
            .world
            .users
            .get(name)
            .and_then(|user| user.fresh.as_ref());
        let codes = shown.map(|fresh| fresh.codes.clone()).unwrap_or_default();
        let masked: Vec<String> = codes.iter().map(|code| self.masked(code)).collect();
        let event = self.log("codes.issued").with("count", codes.len());
        event.with("codes", masked).moved(before, after).write();
    }

    pub(super) fn show_codes(
        &mut self,
        name: &str,
        codes: Vec<String>,
        session: &SessionId,
        waiting: bool,
    ) {
        if let Some(user) = self.world.users.get_mut(name) {
            user.fresh = Some(FreshCodes {
                codes,
                session: session.clone(),
                downloaded: false,
                waiting,
            });
        }
    }

    pub(super) fn store_codes(&mut self, name: &str, codes: &[String]) {
        let rules = &self.profile.codes;
        let stored: Vec<StoredCode> = codes
            .iter()
            .map(|code| StoredCode::new(code, rules))
            .collect();
        let user = self.world.users.get_mut(name);
        if let Some(enrolled) = user.and_then(|user| user.factor.enrolled.as_mut()) {
            enrolled.codes = stored;
        }
    }

    pub(super) fn swap_codes(&mut self, name: &str) {
        let count = self.profile.codes.count;
        let others: Vec<String> = (0..count)
            .map(|_| self.world.chance.hex(Purpose::Faults, 8))
            .collect();
        self.store_codes(name, &others);
    }
}

fn case(rules: &crate::profile::Codes) -> &'static str {
    match rules.case {
        crate::profile::Case::Sensitive => "sensitive",
        crate::profile::Case::Insensitive => "insensitive",
    }
}

fn exhausted(rule: Exhausted) -> &'static str {
    match rule {
        Exhausted::Reject => "reject",
        Exhausted::Renew => "renew",
        Exhausted::Disable => "disable",
    }
}

fn in_groups(code: &str, size: usize) -> String {
    if size == 0 {
        return code.to_owned();
    }
    let characters: Vec<char> = code.chars().collect();
    let groups: Vec<String> = characters
        .chunks(size)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}
