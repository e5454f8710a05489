//! What the files gave, for a person and as JSON; and how the command ends.

use keytick_accounts::{Candidate, Reviewed, Status};
use keytick_formats::{FileRead, Format};
use keytick_otp::write_uri;
use keytick_texts::text;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::commands::add::outcome::Fate;
use crate::commands::add::review;
use crate::context::Context;
use crate::error::{Error, borrowed};
use crate::sources::Skipped;
use crate::{output, session};

#[derive(Serialize)]
pub(super) struct FileJson<'a> {
    file: &'a str,
    format: Option<&'static str>,
    encrypted: bool,
    accounts: Vec<AccountJson<'a>>,
    skipped: Vec<SkippedJson>,
    error: Option<String>,
}

#[derive(Serialize)]
struct AccountJson<'a> {
    r#type: &'static str,
    issuer: &'a str,
    account: &'a str,
    algorithm: &'static str,
    digits: u8,
    period: Option<u32>,
    counter: Option<u64>,
    tags: &'a [String],
    note: &'a str,
    status: &'static str,
    notes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<Zeroizing<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri: Option<Zeroizing<String>>,
}

#[derive(Serialize)]
struct SkippedJson {
    name: String,
    reason: String,
}

/// One object a file. The reviewed candidates stand in the order of the files.
pub(super) fn json<'a>(
    files: &'a [FileRead],
    reviewed: &'a [Reviewed],
    fates: &[Fate],
    with_secrets: bool,
) -> Vec<FileJson<'a>> {
    let mut rest = reviewed.iter().zip(fates);
    let each = files.iter().map(|file| {
        let count = file
            .result
            .as_ref()
            .map_or(0, |import| import.accounts.len());
        let accounts = rest.by_ref().take(count);
        FileJson {
            file: &file.name,
            format: file.format.map(|format| format.id),
            encrypted: file.encrypted,
            accounts: accounts
                .map(|(one, fate)| account(one, fate, twin(one, reviewed), with_secrets))
                .collect(),
            skipped: skipped(file)
                .into_iter()
                .map(|skipped| SkippedJson {
                    name: skipped.name,
                    reason: skipped.reason,
                })
                .collect(),
            error: refusal(file).map(|refusal| refusal.sentence),
        }
    });
    each.collect()
}

fn account<'a>(
    reviewed: &'a Reviewed,
    fate: &Fate,
    twin: Option<String>,
    with_secrets: bool,
) -> AccountJson<'a> {
    let candidate = &reviewed.candidate;
    let kind = &candidate.key.kind;
    let status = match (reviewed.status, fate) {
        (_, Fate::Raised(_)) | (Status::Changed(_), _) => "changed",
        (Status::New | Status::InTrash(_), _) => "new",
        (Status::Duplicate(_) | Status::Repeated(_), _) => "duplicate",
    };
    let notes = candidate.notes.iter().map(|note| text(note, &[]));
    let uri = || write_uri(&candidate.key, &candidate.issuer, &candidate.account);
    AccountJson {
        r#type: kind.type_name(),
        issuer: &candidate.issuer,
        account: &candidate.account,
        algorithm: kind.algorithm_name(),
        digits: kind.digits(),
        period: kind.period(),
        counter: kind.counter(),
        tags: &candidate.tags,
        note: &candidate.note,
        status,
        notes: notes.chain(twin).collect(),
        secret: with_secrets.then(|| candidate.key.secret.to_base32()),
        uri: with_secrets.then(uri),
    }
}

/// Says file by file what it is and what is in it.
pub(super) fn tell(files: &[FileRead], reviewed: &[Reviewed], fates: &[Fate], context: &Context) {
    let mut place = 0;
    for file in files {
        let count = file
            .result
            .as_ref()
            .map_or(0, |import| import.accounts.len());
        let end = (place + count).min(reviewed.len());
        let (own, fates) = (&reviewed[place..end], &fates[place..end]);
        place = end;
        match refusal(file) {
            None => {
                context.show(&heading(file, count));
                let table = review::table(own, fates, &skipped(file));
                if !table.is_empty() {
                    context.show(&table);
                }
                for one in own {
                    if let Some(twin) = twin(one, reviewed) {
                        let args = [("file", &*name(&one.candidate)), ("reason", &*twin)];
                        context.say("cli-file-problem", &args);
                    }
                }
            }
            Some(refusal) => {
                let name = called(file);
                let args = [("file", name.as_str()), ("reason", &refusal.sentence)];
                context.say("cli-file-problem", &args);
                let hints = [refusal.hint, file.resembles.and_then(help)];
                hints.iter().flatten().for_each(|hint| context.show(hint));
            }
        }
    }
}

/// Says which account the key that comes twice is kept as, where that has another name.
fn twin(one: &Reviewed, all: &[Reviewed]) -> Option<String> {
    let Status::Repeated(earlier) = one.status else {
        return None;
    };
    let (own, kept) = (name(&one.candidate), name(&all.get(earlier)?.candidate));
    (own != kept).then(|| output::sentence("cli-import-twin", &[("name", &kept)]))
}

fn name(candidate: &Candidate) -> String {
    session::name(&candidate.issuer, &candidate.account)
}

/// `vault.json: Aegis, locked, 12 accounts`.
fn heading(file: &FileRead, count: usize) -> String {
    let count = count.to_string();
    let name = file.format.map_or("", |format| format.name);
    let id = match file.encrypted {
        true => "cli-import-file-locked",
        false => "cli-import-file-read",
    };
    let args = [
        ("file", file.name.as_str()),
        ("format", name),
        ("count", &count),
    ];
    output::sentence(id, &args)
}

/// `vault.json (Aegis)`: a wrong password is one of that program. A guess is none.
fn called(file: &FileRead) -> String {
    match file.format.filter(|_| !file.is_guess) {
        Some(format) => format!("{} ({})", file.name, format.name),
        None => file.name.clone(),
    }
}

/// Where the export of the program that it looks like is found.
fn help(format: &Format) -> Option<String> {
    let help = keytick_texts::exists(format.help).then(|| text(format.help, &[]))?;
    let args = [("format", format.name), ("help", help.as_str())];
    Some(text("cli-import-resembles", &args))
}

/// The keys as addresses, one a line, where that was asked for.
pub(super) fn secrets(reviewed: &[Reviewed]) -> Result<(), Error> {
    for Reviewed { candidate, .. } in reviewed {
        output::line(&write_uri(
            &candidate.key,
            &candidate.issuer,
            &candidate.account,
        ))?;
    }
    Ok(())
}

fn skipped(file: &FileRead) -> Vec<Skipped> {
    let import = file.result.as_ref().ok();
    let skipped = import.into_iter().flat_map(|import| &import.skipped);
    skipped
        .map(|skipped| {
            let id = format!("{}-in-text", skipped.reason.id());
            let params = skipped.reason.params();
            let is_text = file.format.is_some_and(|format| format.id != "qr-picture");
            let error = Error::from(skipped.reason.clone());
            let reason = match is_text && keytick_texts::exists(&id) {
                true => output::sentence(&id, &borrowed(&params)),
                false => error.sentence(),
            };
            Skipped {
                name: output::plain(&skipped.name),
                reason,
                hint: None,
            }
        })
        .collect()
}

/// Why a file was not read, and what to do about it.
pub(super) struct Refusal {
    pub(super) sentence: String,
    hint: Option<String>,
}

pub(super) fn refusal(file: &FileRead) -> Option<Refusal> {
    let (id, params) = file.refusal()?;
    let params = borrowed(&params);
    Some(Refusal {
        sentence: output::sentence(id, &params),
        hint: output::hint(id, &params),
    })
}

/// All files were read, or the command failed as the first that was not.
pub(super) fn failure(files: &[FileRead]) -> Result<(), Error> {
    let mut errors = files.iter().filter_map(|file| file.result.as_ref().err());
    match errors.next() {
        Some(error) => Err(Error::Unread(Error::from(error.clone()).exit_code())),
        None => Ok(()),
    }
}
