//! Files for other programs: written, read back and compared.

use std::path::PathBuf;
use std::sync::atomic::AtomicU64;

use keytick_accounts::Account;
use keytick_formats::{
    self as formats, FORMATS, Format, Output, Reading, SealVault, Writer, Writing,
};
use keytick_texts::text;
use zeroize::Zeroizing;

use crate::backup::Ears;
use crate::clock::now;
use crate::error::UiError;
use crate::files;
use crate::gather::Running;
use crate::open::stamp;
use crate::own;
use crate::state::AppState;
use crate::views::{Exported, FileKind, FormatView, Level, Lock, Target, WriterView};

/// The table of formats, as the page sees it.
#[must_use]
pub fn table() -> Vec<FormatView> {
    let view = |format: &&'static Format| FormatView {
        id: format.id.to_owned(),
        name: format.name.to_owned(),
        help: format.help.to_owned(),
        reads: format.read.is_some(),
        writes: format.write.as_ref().map(|writer| WriterView {
            kind: kind(format, writer),
            plain: writer.plain,
            locked: writer.encrypted,
            extension: writer.extension.to_owned(),
        }),
    };
    FORMATS.iter().map(view).collect()
}

/// Formats that are no other app's file.
const KINDS: [(&str, FileKind); 2] = [("keytick", FileKind::Own), ("uri-list", FileKind::Text)];

fn kind(format: &Format, writer: &Writer) -> FileKind {
    let named = KINDS.iter().find(|(id, _)| *id == format.id);
    match (named, writer.extension) {
        (Some((_, kind)), _) => *kind,
        (None, "png" | "svg" | "html" | "pdf") => FileKind::Codes,
        (None, _) => FileKind::App,
    }
}

/// The format that is to be written.
///
/// # Errors
/// `desktop-unknown-format`.
pub fn writer(id: &str) -> Result<(&'static Format, &'static Writer), UiError> {
    let format = FORMATS.iter().find(|format| format.id == id);
    format
        .and_then(|format| Some((*format, format.write.as_ref()?)))
        .ok_or_else(|| UiError::new("desktop-unknown-format"))
}

impl AppState {
    /// Writes accounts to a file that a person chooses, after the vault's password; then
    /// reads it back and compares. None if they changed their mind.
    ///
    /// # Errors
    /// `vault-wrong-password`, `desktop-plain-not-understood`, `desktop-password-too-easy`,
    /// `desktop-nothing-to-export`, `desktop-cannot-save`, `desktop-not-checked`, and those of
    /// `keytick_formats`.
    pub fn export(
        &self,
        target: &Target,
        own: Zeroizing<String>,
        lock: &Lock,
        understood: bool,
    ) -> Result<Option<Exported>, UiError> {
        let (format, writer) = writer(&target.format)?;
        let password = match lock {
            Lock::None if !understood => {
                return Err(UiError::new("desktop-plain-not-understood"));
            }
            Lock::None => None,
            Lock::Own => Some(own.clone()),
            Lock::Other { password } if crate::passwords::level(password) < Level::Good => {
                return Err(UiError::new("desktop-password-too-easy"));
            }
            Lock::Other { password } => Some(password.clone()),
        };
        self.verify(own)?;
        // Copies, so that other commands go on while a key is derived.
        let accounts = self.with_open(|open| open.chosen(&target.accounts, target.lab, writer))?;
        if accounts.is_empty() {
            return Err(UiError::new("desktop-nothing-to-export"));
        }
        let accounts: Vec<&Account> = accounts.iter().collect();
        let running = Running::start(self)?;
        let password = password.as_deref().map(String::as_str);
        let device = self.with_open(|open| Ok(open.device()))?;
        let cost = (self.options.cost)();
        let seal =
            |payload: &[u8], password: &str| own::seal(payload, password, cost, &stamp(device));
        let written = write(format, &accounts, password, &seal, &running.ears())?;
        let Some(places) = self.places(&written) else {
            return Ok(None);
        };
        for (file, place) in written.iter().zip(&places) {
            files::write(place, &file.bytes).map_err(|_| UiError::new("desktop-cannot-save"))?;
        }
        let count = check(format, &places, &accounts, password, &running.ears())?;
        Ok(Some(Exported {
            accounts: count,
            name: places
                .first()
                .map(|path| files::name(path))
                .unwrap_or_default(),
            files: places.len(),
        }))
    }

    /// Where the files go: one has a name, several have a folder.
    fn places(&self, written: &[Output]) -> Option<Vec<PathBuf>> {
        let title = text("desktop-export-title", &[]);
        match written {
            [only] => {
                let place = self.outside.pick_target(&title, &only.name)?;
                Some(vec![place])
            }
            several => {
                let folder = self.outside.pick_target_folder(&title)?;
                Some(several.iter().map(|file| folder.join(&file.name)).collect())
            }
        }
    }
}

fn write(
    format: &Format,
    accounts: &[&Account],
    password: Option<&str>,
    seal: &SealVault,
    ears: &Ears<'_>,
) -> Result<Vec<Output>, UiError> {
    let mut no_random = false;
    let mut random = |bytes: &mut [u8]| no_random |= getrandom::fill(bytes).is_err();
    let told = AtomicU64::new(u64::MAX);
    let progress = |progress| ears.tell(&told, progress);
    let cancelled = || ears.stopped();
    let mut writing = Writing {
        seal_vault: Some(seal),
        progress: &progress,
        cancelled: &cancelled,
        ..Writing::new(password, &mut random, now())
    };
    let written = formats::write(format, accounts, &mut writing);
    match no_random {
        true => Err(UiError::new("desktop-no-random")),
        false => Ok(written?),
    }
}

/// Opens what was written, from the disk, and compares.
fn check(
    format: &'static Format,
    places: &[PathBuf],
    accounts: &[&Account],
    password: Option<&str>,
    ears: &Ears<'_>,
) -> Result<usize, UiError> {
    let not_checked = || UiError::new("desktop-not-checked");
    let read = |path: &PathBuf| {
        Ok(Output {
            name: files::name(path),
            bytes: files::bytes(path)?,
        })
    };
    let outputs: Result<Vec<Output>, UiError> = places.iter().map(read).collect();
    let outputs = outputs.map_err(|_| not_checked())?;
    let told = AtomicU64::new(u64::MAX);
    let progress = |progress| ears.tell(&told, progress);
    let cancelled = || ears.stopped();
    let mut reading = Reading {
        open_vault: Some(&own::open),
        progress: &progress,
        cancelled: &cancelled,
        ..Reading::new(password)
    };
    let checked = formats::check(format, &outputs, accounts, &mut reading);
    Ok(checked.map_err(|_| not_checked())?.accounts)
}
