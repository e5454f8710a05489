//! `keytick vault backups`: earlier states of the vault, without its password.

use clap::ArgMatches;
use keytick_texts::text;
use keytick_vault::Backup;
use serde::Serialize;

use crate::commands::{Entry, plain};
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::timestamps::rfc3339;

pub(super) const ENTRY: Entry = Entry {
    name: "backups",
    define: plain,
    run,
    json: r#"[{"file","generation","written_at","undamaged"}]"#,
    children: &[],
};

#[derive(Serialize)]
struct Row {
    file: String,
    generation: u64,
    written_at: Option<String>,
    undamaged: bool,
}

fn run(_: &ArgMatches, context: &Context) -> Result<(), Error> {
    let backups = keytick_vault::backups(&context.vault_path()?)?;
    let rows: Vec<Row> = backups.iter().map(row).collect();
    if context.json {
        return output::json(&rows);
    }
    if rows.is_empty() {
        context.say("cli-backups-none", &[]);
        return Ok(());
    }
    let heading = ["generation", "written-at", "state", "file"];
    let heading = heading.map(|name| text(&format!("cli-backups-{name}"), &[]));
    let lines = rows.iter().map(words);
    let table: Vec<Vec<String>> = std::iter::once(heading.to_vec()).chain(lines).collect();
    output::line(&output::table(&table))
}

fn row(backup: &Backup) -> Row {
    Row {
        file: backup.path.display().to_string(),
        generation: backup.generation,
        written_at: rfc3339(backup.written_at),
        undamaged: backup.check().is_ok(),
    }
}

fn words(row: &Row) -> Vec<String> {
    let state = match row.undamaged {
        true => "cli-backups-undamaged",
        false => "cli-backups-damaged",
    };
    vec![
        row.generation.to_string(),
        row.written_at.clone().unwrap_or_default(),
        text(state, &[]),
        output::plain(&row.file),
    ]
}
