//! What `add` shows before it asks: one row for each candidate, then what was skipped.

use keytick_accounts::{Reviewed, Status};
use keytick_texts::text;

use super::outcome::{is_new, trashed};
use crate::output::{self, plain};
use crate::sources::Skipped;

/// How many candidates would be added, and how many restored.
pub(super) struct Counts {
    new: usize,
    restored: usize,
}

impl Counts {
    pub(super) fn of(reviewed: &[Reviewed]) -> Self {
        let statuses = || reviewed.iter().map(|one| one.status);
        Self {
            new: statuses().filter(|status| is_new(*status)).count(),
            restored: statuses().filter_map(trashed).count(),
        }
    }

    pub(super) fn nothing(&self) -> bool {
        self.new == 0 && self.restored == 0
    }

    pub(super) fn question(&self) -> String {
        let (new, restored) = (self.new.to_string(), self.restored.to_string());
        let id = match (self.new, self.restored) {
            (_, 0) => "cli-ask-add",
            (0, _) => "cli-ask-restore",
            _ => "cli-ask-add-and-restore",
        };
        text(id, &[("new", &new), ("restored", &restored)])
    }
}

/// The review as lines. Never a secret.
pub(super) fn table(reviewed: &[Reviewed], skipped: &[Skipped]) -> String {
    let mut lines = Vec::new();
    if !reviewed.is_empty() {
        let heading = ["status", "issuer", "account", "type"]
            .map(|column| text(&format!("cli-column-{column}"), &[]))
            .to_vec();
        let rows: Vec<_> = reviewed.iter().map(row).collect();
        lines.push(output::table(&[vec![heading], rows].concat()));
    }
    for Reviewed { candidate, .. } in reviewed {
        let name = crate::session::name(&candidate.issuer, &candidate.account);
        for note in &candidate.notes {
            let reason = text(note, &[]);
            lines.push(problem(&name, &reason));
        }
    }
    lines.extend(
        skipped
            .iter()
            .map(|skipped| problem(&plain(&skipped.name), &skipped.reason)),
    );
    lines.join("\n")
}

fn problem(name: &str, reason: &str) -> String {
    match name {
        "" => reason.to_owned(),
        name => text("cli-file-problem", &[("file", name), ("reason", reason)]),
    }
}

fn row(reviewed: &Reviewed) -> Vec<String> {
    let status = match reviewed.status {
        Status::New => "new",
        Status::Duplicate(_) => "duplicate",
        Status::Changed(_) => "changed",
        Status::InTrash(_) => "in-trash",
        Status::Repeated(_) => "repeated",
    };
    let candidate = &reviewed.candidate;
    vec![
        text(&format!("cli-status-{status}"), &[]),
        plain(&candidate.issuer),
        plain(&candidate.account),
        candidate.key.kind.type_name().to_owned(),
    ]
}
