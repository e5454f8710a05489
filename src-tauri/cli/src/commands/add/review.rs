//! What `add` shows before it asks: one row for each candidate, then what was skipped.

use keytick_accounts::{Reviewed, Status};
use keytick_texts::text;

use super::outcome::Fate;
use crate::output::{self, plain};
use crate::sources::Skipped;

/// How many accounts would be added, restored, and raised.
#[derive(Default)]
pub(in crate::commands) struct Counts {
    new: usize,
    restored: usize,
    raised: usize,
}

impl Counts {
    pub(in crate::commands) fn of(fates: &[Fate]) -> Self {
        let mut counts = Self::default();
        for fate in fates {
            match fate {
                Fate::Added => counts.new += 1,
                Fate::Restored(_) => counts.restored += 1,
                Fate::Raised(_) => counts.raised += 1,
                Fate::Here(_) | Fate::Repeated(_) => {}
            }
        }
        counts
    }

    pub(in crate::commands) fn nothing(&self) -> bool {
        self.new + self.restored + self.raised == 0
    }

    pub(in crate::commands) fn question(&self) -> String {
        let id = match (self.new, self.restored, self.raised) {
            (_, 0, 0) => "cli-ask-add",
            (0, _, 0) => "cli-ask-restore",
            (0, 0, _) => "cli-ask-raise",
            _ => "cli-ask-all",
        };
        let [new, restored, raised] =
            [self.new, self.restored, self.raised].map(|count| count.to_string());
        text(
            id,
            &[("new", &new), ("restored", &restored), ("raised", &raised)],
        )
    }
}

/// The review as lines. Never a secret.
pub(in crate::commands) fn table(
    reviewed: &[Reviewed],
    fates: &[Fate],
    skipped: &[Skipped],
) -> String {
    let mut lines = Vec::new();
    if !reviewed.is_empty() {
        let heading = ["status", "issuer", "account", "type"]
            .map(|column| text(&format!("cli-column-{column}"), &[]))
            .to_vec();
        let rows: Vec<_> = reviewed.iter().zip(fates).map(row).collect();
        lines.push(output::table(&[vec![heading], rows].concat()));
    }
    for Reviewed { candidate, .. } in reviewed {
        let name = crate::session::name(&candidate.issuer, &candidate.account);
        for note in &candidate.notes {
            let reason = text(note, &[]);
            lines.push(problem(&name, &reason));
        }
    }
    for skipped in skipped {
        lines.push(problem(&plain(&skipped.name), &skipped.reason));
        lines.extend(skipped.hint.clone());
    }
    lines.join("\n")
}

fn problem(name: &str, reason: &str) -> String {
    match name {
        "" => reason.to_owned(),
        name => text("cli-file-problem", &[("file", name), ("reason", reason)]),
    }
}

fn row((reviewed, fate): (&Reviewed, &Fate)) -> Vec<String> {
    let status = match (reviewed.status, fate) {
        (_, Fate::Raised(_)) => "raised",
        (Status::New, _) => "new",
        (Status::Duplicate(_), _) => "duplicate",
        (Status::Changed(_), _) => "changed",
        (Status::InTrash(_), _) => "in-trash",
        (Status::Repeated(_), _) => "repeated",
    };
    let candidate = &reviewed.candidate;
    vec![
        text(&format!("cli-status-{status}"), &[]),
        plain(&candidate.issuer),
        plain(&candidate.account),
        candidate.key.kind.type_name().to_owned(),
    ]
}
