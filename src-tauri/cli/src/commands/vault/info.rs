//! `keytick vault info`: what the file says about itself, without its password.

use clap::ArgMatches;
use keytick_texts::text;
use keytick_vault::{Info, KdfCost, LockedVault};
use serde::Serialize;

use crate::commands::{Entry, plain};
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::timestamps::rfc3339;

pub(super) const ENTRY: Entry = Entry {
    name: "info",
    define: plain,
    run,
    json: r#"{"path","format","vault_id","generation","written_at","writer","size","slots":[{"id","type","kdf":{"name","memory_kib","passes","lanes"}}]}"#,
    children: &[],
};

#[derive(Serialize)]
struct Answer<'a> {
    path: String,
    format: String,
    vault_id: String,
    generation: u64,
    written_at: Option<String>,
    writer: &'a str,
    size: u64,
    slots: Vec<Slot>,
}

#[derive(Serialize)]
struct Slot {
    id: u32,
    r#type: String,
    kdf: Option<Kdf>,
}

#[derive(Serialize)]
struct Kdf {
    name: &'static str,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

fn run(_: &ArgMatches, context: &Context) -> Result<(), Error> {
    let locked = LockedVault::open(&context.vault_path()?)?;
    let answer = answer(locked.info());
    match context.json {
        true => output::json(&answer),
        false => output::line(&table(&answer)),
    }
}

fn answer(info: &Info) -> Answer<'_> {
    Answer {
        path: info.path.display().to_string(),
        format: format!("{}.{}", info.format.0, info.format.1),
        vault_id: info.vault_id.to_string(),
        generation: info.generation,
        written_at: rfc3339(info.written_at),
        writer: &info.writer,
        size: info.size,
        slots: info
            .slots
            .iter()
            .map(|slot| Slot {
                id: slot.id,
                r#type: slot.kind.name().to_owned(),
                kdf: slot.kdf.map(kdf),
            })
            .collect(),
    }
}

fn kdf(cost: KdfCost) -> Kdf {
    Kdf {
        name: "argon2id",
        memory_kib: cost.memory_kib,
        passes: cost.passes,
        lanes: cost.lanes,
    }
}

fn table(answer: &Answer<'_>) -> String {
    let row = |name: &str, value: String| {
        let name = text(&format!("cli-info-{name}"), &[]);
        vec![name, output::plain(&value)]
    };
    let mut rows = vec![
        row("path", answer.path.clone()),
        row("format", answer.format.clone()),
        row("vault-id", answer.vault_id.clone()),
        row("generation", answer.generation.to_string()),
        row("written-at", answer.written_at.clone().unwrap_or_default()),
        row("writer", answer.writer.to_owned()),
        row("size", answer.size.to_string()),
    ];
    rows.extend(
        answer
            .slots
            .iter()
            .map(|slot| row("slot", slot_words(slot))),
    );
    output::table(&rows)
}

fn slot_words(slot: &Slot) -> String {
    match &slot.kdf {
        None => slot.r#type.clone(),
        Some(kdf) => text(
            "cli-info-slot-kdf",
            &[
                ("type", &slot.r#type),
                ("kdf", kdf.name),
                ("memory", &(kdf.memory_kib / 1024).to_string()),
                ("passes", &kdf.passes.to_string()),
                ("lanes", &kdf.lanes.to_string()),
            ],
        ),
    }
}
