//! `keytick formats`: what other programs' files are read and written.

use clap::ArgMatches;
use keytick_formats::{FORMATS, Format};
use keytick_texts::text;
use serde::Serialize;

use super::{Entry, plain};
use crate::context::Context;
use crate::error::Error;
use crate::output;

pub(super) const ENTRY: Entry = Entry {
    name: "formats",
    define: plain,
    run,
    json: r#"{"formats":[{"id","name","help","extensions","reads","reads_encrypted","writes","writes_encrypted","writes_plain"}]}"#,
    children: &[],
};

#[derive(Serialize)]
struct Answer {
    formats: Vec<FormatJson>,
}

#[derive(Serialize)]
struct FormatJson {
    id: &'static str,
    name: &'static str,
    help: String,
    extensions: &'static [&'static str],
    reads: bool,
    reads_encrypted: bool,
    writes: bool,
    writes_encrypted: bool,
    writes_plain: bool,
}

impl From<&Format> for FormatJson {
    fn from(format: &Format) -> Self {
        let writer = format.write.as_ref();
        Self {
            id: format.id,
            name: format.name,
            help: text(format.help, &[]),
            extensions: format.extensions,
            reads: format.read.is_some(),
            reads_encrypted: format.read.is_some() && format.reads_encrypted,
            writes: writer.is_some(),
            writes_encrypted: writer.is_some_and(|writer| writer.encrypted),
            writes_plain: writer.is_some_and(|writer| writer.plain),
        }
    }
}

fn run(_: &ArgMatches, context: &Context) -> Result<(), Error> {
    let formats: Vec<FormatJson> = FORMATS.iter().copied().map(FormatJson::from).collect();
    if context.json {
        return output::json(&Answer { formats });
    }
    let heading = ["id", "name", "reads", "writes"];
    let heading = heading.map(|column| text(&format!("cli-column-{column}"), &[]));
    let rows = formats.iter().map(|format| {
        vec![
            format.id.to_owned(),
            format.name.to_owned(),
            ability(format.reads, format.reads_encrypted),
            ability(format.writes_plain, format.writes_encrypted),
        ]
    });
    let rows: Vec<_> = std::iter::once(heading.to_vec()).chain(rows).collect();
    output::line(&output::table(&rows))
}

fn ability(plain: bool, encrypted: bool) -> String {
    match (plain, encrypted) {
        (false, false) => text("cli-formats-no", &[]),
        (false, true) => text("cli-formats-locked", &[]),
        (true, false) => text("cli-formats-yes", &[]),
        (true, true) => text("cli-formats-encrypted", &[]),
    }
}
