//! What a person marked in a picture joins the review that the picture belongs to.

use keytick_accounts::Candidate;

use super::{Open, Pending};
use crate::error::UiError;
use crate::reading::Marked;
use crate::views::{Problem, Review};

/// What is said of a transfer, until its last part is found.
const PARTS_MISSING: &str = "formats-migration-parts-missing";

impl Open {
    /// Adds what was marked in a picture of the review, after what is in it already: items
    /// keep their numbers. A key that another picture gave as well is told as repeated.
    ///
    /// # Errors
    /// `desktop-no-review`, `desktop-bad-request`.
    pub fn extend_review(
        &mut self,
        review: u64,
        picture: usize,
        marked: Marked,
    ) -> Result<Review, UiError> {
        self.unread_picture(review, picture)?;
        let no_review = || UiError::new("desktop-no-review");
        let mut pending = self.review.take().ok_or_else(no_review)?;
        let name = pending.name_of(picture);
        pending.gathered.add_to(picture, &name, &marked.codes);
        let found = pending.gathered.so_far();
        if !found.accounts.is_empty() {
            pending.sources[picture] = None;
        }
        pending.pictures[picture] = marked.shown;
        pending.renew_problems(
            picture,
            found.problems.into_iter().map(Problem::from).collect(),
        );
        let (later, pictures): (Vec<Candidate>, Vec<_>) = found.accounts.into_iter().unzip();
        let earlier = std::mem::take(&mut pending.reviewed).into_iter();
        let all = earlier.map(|found| found.candidate).chain(later).collect();
        pending.picture_of.extend(pictures);
        pending.reviewed = self.reviewed(all);
        Ok(self.put(pending))
    }
}

impl Pending {
    /// What an unread picture is called.
    fn name_of(&self, picture: usize) -> String {
        let mut problems = self.problems.iter();
        let problem = problems.find(|it| it.picture == Some(picture));
        problem.map(|it| it.name.clone()).unwrap_or_default()
    }

    /// Nothing is said any more of this picture and of what was missing of transfers but
    /// what is `new`.
    fn renew_problems(&mut self, picture: usize, new: Vec<Problem>) {
        self.problems.retain(|old| {
            old.picture != Some(picture)
                && (old.picture.is_none() || old.reason.id != PARTS_MISSING)
        });
        self.problems.extend(new);
    }
}
