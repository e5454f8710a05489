//! What was found and waits for a person's word, and what comes of it.

use keytick_accounts::{Accounts, Candidate, Id, Reviewed, Status, Used};
use keytick_formats::Pictures;

use super::Open;
use crate::clock::now;
use crate::error::UiError;
use crate::marked::Source;
use crate::numbers;
use crate::reading::Found;
use crate::typed;
use crate::views::{
    Added, Choice, ChoiceAction, CodeView, Existing, KeyPreview, Problem, Review, ReviewItem,
    ReviewStatus, TypedKey, What,
};

/// Accounts that were found, with their keys: the part of a review that stays in Rust.
pub struct Pending {
    number: u64,
    pub(super) reviewed: Vec<Reviewed>,
    /// The picture of each.
    pub(super) picture_of: Vec<Option<usize>>,
    /// The format of the backup it all comes from.
    format: Option<&'static str>,
    /// One PNG a picture, every decoded code made unreadable.
    pub(super) pictures: Vec<Vec<u8>>,
    /// Where each is to be had again, if no code was read in it.
    pub(super) sources: Vec<Option<Source>>,
    pub(super) problems: Vec<Problem>,
    /// Knows of which transfers parts are missing.
    pub(super) gathered: Pictures,
}

impl Open {
    /// Holds what was found until a person decides, in place of an older review.
    pub fn hold(&mut self, found: Found) -> Review {
        let (candidates, picture_of) = found.accounts.into_iter().unzip();
        let pending = Pending {
            number: numbers::next(),
            reviewed: self.reviewed(candidates),
            picture_of,
            pictures: found.pictures,
            sources: found.sources,
            problems: found.problems,
            format: found.format,
            gathered: found.gathered,
        };
        self.put(pending)
    }

    /// Puts it on view.
    pub(super) fn put(&mut self, pending: Pending) -> Review {
        let review = self.review_view(&pending);
        self.review = Some(pending);
        review
    }

    pub(super) fn reviewed(&self, candidates: Vec<Candidate>) -> Vec<Reviewed> {
        let mut reviewed = self.accounts.review(candidates);
        for found in &mut reviewed {
            found.candidate.key.secret.keep_in(&self.safe());
            found.candidate.recovery.keep_in(&self.safe());
        }
        reviewed
    }

    /// The live codes of these items of the review on view. One that is not there is left
    /// out.
    ///
    /// # Errors
    /// `desktop-no-review`.
    pub fn review_codes(&self, review: u64, items: &[usize]) -> Result<Vec<CodeView>, UiError> {
        let reviewed = &self.pending(review)?.reviewed;
        let found = items
            .iter()
            .filter_map(|item| Some((*item, reviewed.get(*item)?)));
        Ok(found
            .map(|(item, found)| code(item, &found.candidate))
            .collect())
    }

    /// A picture of the review, small, with every decoded code made unreadable.
    ///
    /// # Errors
    /// `desktop-no-review`, `desktop-bad-request`.
    pub fn review_picture(&self, review: u64, picture: usize) -> Result<&[u8], UiError> {
        // Of a picture that could not be decoded there is nothing to show.
        let png = self.pending(review)?.pictures.get(picture);
        png.filter(|png| !png.is_empty())
            .map(Vec::as_slice)
            .ok_or_else(|| UiError::new("desktop-bad-request"))
    }

    /// Where a picture of the review is to be had again, in which no code was read.
    ///
    /// # Errors
    /// `desktop-no-review`, `desktop-bad-request`.
    pub fn unread_picture(&self, review: u64, picture: usize) -> Result<Source, UiError> {
        let source = self.pending(review)?.sources.get(picture);
        source
            .and_then(Clone::clone)
            .ok_or_else(|| UiError::new("desktop-bad-request"))
    }

    /// Carries out a person's choices: all of them, or none.
    ///
    /// # Errors
    /// `desktop-no-review`, `desktop-bad-request`, `accounts-*`, and those of saving; the
    /// review then stays.
    pub fn confirm_review(&mut self, review: u64, choices: Vec<Choice>) -> Result<Added, UiError> {
        let pending = self.pending(review)?;
        let steps: Vec<Step> = choices
            .into_iter()
            .map(|choice| pending.step(choice))
            .collect::<Result<_, _>>()?;
        let added = self.carry_out(steps)?;
        self.review = None;
        Ok(added)
    }

    /// Forgets what was found.
    ///
    /// # Errors
    /// `desktop-no-review`.
    pub fn discard_review(&mut self, review: u64) -> Result<(), UiError> {
        self.pending(review)?;
        self.review = None;
        Ok(())
    }

    /// Tries a typed key out.
    ///
    /// # Errors
    /// `otp-*`, naming the field that is wrong.
    pub fn check_key(&self, typed: TypedKey) -> Result<KeyPreview, UiError> {
        let candidate = typed::candidate(typed)?;
        let (key, now) = (&candidate.key, now());
        let code = match key.kind.counter() {
            // Nothing moves on by looking: the account is not there yet.
            Some(_) => CodeView::of(String::new(), &key.code_at(now)),
            None => CodeView::at(String::new(), key, now),
        };
        let notes = notes(&candidate);
        let status = self
            .accounts
            .review(vec![candidate])
            .first()
            .map(|found| found.status);
        Ok(KeyPreview {
            code,
            notes,
            status: status.unwrap_or(Status::New).into(),
        })
    }

    /// Adds a typed key, or takes it out of the trash if it is there.
    ///
    /// # Errors
    /// `otp-*`, `accounts-*`, and those of saving.
    pub fn add_typed(&mut self, typed: TypedKey) -> Result<Added, UiError> {
        self.carry_out(vec![Step::Add(Box::new(typed::candidate(typed)?))])
    }

    /// Adds an account, or takes it out of the trash if it is there.
    ///
    /// # Errors
    /// `accounts-*`, and those of saving.
    pub(super) fn add_candidate(&mut self, candidate: Candidate) -> Result<Added, UiError> {
        self.carry_out(vec![Step::Add(Box::new(candidate))])
    }

    fn carry_out(&mut self, steps: Vec<Step>) -> Result<Added, UiError> {
        let (done, restored, used) = self.change(|accounts, edit| {
            let steps = instead(steps.clone(), accounts);
            let restored = steps.iter().filter(|step| step.restores()).count();
            let (added, rest): (Vec<_>, Vec<_>) = steps.into_iter().partition(Step::adds);
            let added: Vec<Candidate> = added.into_iter().filter_map(Step::candidate).collect();
            let usage: Vec<Option<Used>> = added.iter().map(|added| added.usage).collect();
            // Together, so that they keep their order among themselves.
            let mut done = vec![accounts.add(added, edit)?];
            let used: Vec<_> = done[0].ids.iter().copied().zip(usage).collect();
            for step in rest {
                match step {
                    Step::Add(_) => {}
                    Step::Replace(id, candidate) => {
                        done.push(accounts.replace(id, *candidate, edit)?);
                    }
                    Step::Restore(id) => done.push(keytick_accounts::Added {
                        ids: vec![id],
                        undo: accounts.restore(&[id], edit)?,
                    }),
                }
            }
            Ok((done, restored, used))
        })?;
        self.take_over_usage(used);
        let ids: Vec<Id> = done.iter().flat_map(|done| done.ids.clone()).collect();
        let undo = done.into_iter().map(|done| done.undo).collect();
        self.fresh.extend(&ids);
        let what = match restored {
            count if count > 0 && count == ids.len() => What::Restored,
            _ => What::Added,
        };
        Ok(Added {
            change: self.remember(what, ids.len(), undo),
            ids: ids.iter().map(Id::to_string).collect(),
        })
    }

    /// How often accounts were used in the program they come from.
    fn take_over_usage(&mut self, used: Vec<(Id, Option<Used>)>) {
        for (id, used) in used {
            if let Some(used) = used {
                self.usage.set(id, used);
                self.unsaved_uses += 1;
            }
        }
        self.save_usage();
    }

    /// What was found, if it is still the review with this number that waits.
    pub(super) fn pending(&self, review: u64) -> Result<&Pending, UiError> {
        self.review
            .as_ref()
            .filter(|pending| pending.number == review)
            .ok_or_else(|| UiError::new("desktop-no-review"))
    }

    fn review_view(&self, pending: &Pending) -> Review {
        let items = pending.reviewed.iter().zip(&pending.picture_of).enumerate();
        Review {
            id: pending.number,
            pictures: pending.pictures.len(),
            format: pending.format.map(str::to_owned),
            items: items
                .map(|(item, (found, picture))| ReviewItem {
                    existing: self.existing(&pending.reviewed, found.status),
                    picture: *picture,
                    ..review_item(item, found)
                })
                .collect(),
            problems: pending.problems.clone(),
        }
    }

    fn existing(&self, reviewed: &[Reviewed], status: Status) -> Option<Existing> {
        let (issuer, account) = match status {
            Status::New => return None,
            Status::Repeated(earlier) => {
                let candidate = &reviewed.get(earlier)?.candidate;
                (&candidate.issuer, &candidate.account)
            }
            Status::Duplicate(id) | Status::Changed(id) | Status::InTrash(id) => {
                let account = self.accounts.get(id)?;
                (&account.issuer, &account.account)
            }
        };
        Some(Existing {
            issuer: issuer.clone(),
            account: account.clone(),
        })
    }
}

/// A choice, with what it takes to carry it out.
#[derive(Clone)]
enum Step {
    Add(Box<Candidate>),
    Replace(Id, Box<Candidate>),
    Restore(Id),
}

/// What is in the trash comes back from there instead of being added once more: a counter
/// would start over, and the site would refuse its codes.
fn instead(steps: Vec<Step>, accounts: &Accounts) -> Vec<Step> {
    if accounts.trashed().next().is_none() {
        return steps;
    }
    // All at once: a review of each by itself takes long for thousands.
    let added = steps.iter().filter_map(|step| match step {
        Step::Add(candidate) => Some((**candidate).clone()),
        Step::Replace(..) | Step::Restore(_) => None,
    });
    let mut found = accounts.review(added.collect()).into_iter();
    let instead = |step: Step| match step.adds().then(|| found.next()).flatten() {
        Some(found) => match found.status {
            Status::InTrash(id) => Step::Restore(id),
            _ => step,
        },
        None => step,
    };
    steps.into_iter().map(instead).collect()
}

impl Step {
    fn adds(&self) -> bool {
        matches!(self, Self::Add(_))
    }

    fn restores(&self) -> bool {
        matches!(self, Self::Restore(_))
    }

    fn candidate(self) -> Option<Candidate> {
        match self {
            Self::Add(candidate) | Self::Replace(_, candidate) => Some(*candidate),
            Self::Restore(_) => None,
        }
    }
}

impl Pending {
    fn step(&self, choice: Choice) -> Result<Step, UiError> {
        let bad = || UiError::new("desktop-bad-request");
        let found = self.reviewed.get(choice.item).ok_or_else(bad)?;
        let existing = match found.status {
            Status::Duplicate(id) | Status::Changed(id) | Status::InTrash(id) => Some(id),
            Status::New | Status::Repeated(_) => None,
        };
        let candidate = Box::new(Candidate {
            issuer: choice.issuer,
            account: choice.account,
            tags: choice.tags,
            ..found.candidate.clone()
        });
        Ok(match choice.action {
            ChoiceAction::Add | ChoiceAction::KeepBoth => Step::Add(candidate),
            ChoiceAction::Replace => Step::Replace(existing.ok_or_else(bad)?, candidate),
            ChoiceAction::Restore => Step::Restore(existing.ok_or_else(bad)?),
        })
    }
}

fn review_item(item: usize, found: &Reviewed) -> ReviewItem {
    let candidate = &found.candidate;
    ReviewItem {
        item,
        status: found.status.into(),
        existing: None,
        issuer: candidate.issuer.clone(),
        account: candidate.account.clone(),
        letter: candidate.avatar_letter(),
        colour: candidate.avatar_colour(),
        source: candidate.source.clone(),
        picture: None,
        r#type: (&candidate.key.kind).into(),
        algorithm: candidate.key.kind.algorithm_name().to_owned(),
        digits: candidate.key.kind.digits(),
        period: candidate.key.kind.period(),
        notes: notes(candidate),
        tags: candidate.tags.clone(),
        note: candidate.note.clone(),
        favourite: candidate.favourite,
        code: code(item, candidate),
    }
}

fn code(item: usize, candidate: &Candidate) -> CodeView {
    CodeView::at(item.to_string(), &candidate.key, now())
}

fn notes(candidate: &Candidate) -> Vec<String> {
    candidate
        .notes
        .iter()
        .map(|note| (*note).to_owned())
        .collect()
}

impl From<Status> for ReviewStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::New => Self::New,
            Status::Duplicate(_) => Self::Duplicate,
            Status::Changed(_) => Self::Changed,
            Status::InTrash(_) => Self::Trashed,
            Status::Repeated(_) => Self::Repeated,
        }
    }
}
