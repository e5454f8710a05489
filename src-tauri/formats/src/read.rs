//! Files of any kind, recognised by what is in them: backups of one program, pictures and
//! texts, archives of any of these.

use keytick_accounts::Origin;
use keytick_otp::Names;

use crate::charset;
use crate::formats::{FORMATS, archive, qr_picture, uri_list};
use crate::resembles::{looks_like_data, resembles};
use crate::{Error, File, Format, Import, Pictures, Probe, Reading, Skipped, Source};

/// What one file gave.
#[derive(Debug)]
pub struct FileRead {
    /// The file's name; a file in an archive is `backup.zip/keys.txt`.
    pub name: String,
    /// What it is. A file of no known format may still look like one: see
    /// [`FileRead::resembles`].
    pub format: Option<&'static Format>,
    /// Whether it is locked with a password.
    pub encrypted: bool,
    /// Whether nothing in it says that it is of this format: a locked file without a mark,
    /// which its password alone would tell from bytes at random.
    pub is_guess: bool,
    /// What is in it.
    pub result: Result<Import, Error>,
    /// For a file that is not recognised, or not as what it is named: the format whose help
    /// may help.
    pub resembles: Option<&'static Format>,
    /// Whether nothing speaks for keys in it: it is of no known format and like none. In a
    /// folder or an archive such a file is no failure.
    pub is_foreign: bool,
}

impl FileRead {
    /// The message that says why it was not read, with what that is filled in with. Where the
    /// format is a guess, it says so.
    #[must_use]
    pub fn refusal(&self) -> Option<(&'static str, Vec<(&'static str, String)>)> {
        let error = self.result.as_ref().err()?;
        let guess = GUESSES.iter().find(|(certain, _)| *certain == error.id());
        match (guess, self.format) {
            (Some((_, id)), Some(format)) if self.is_guess => {
                Some((id, vec![("format", format.name.to_owned())]))
            }
            _ => Some((error.id(), error.params())),
        }
    }
}

/// What is said of a locked file without a mark, in place of what is said of others.
const GUESSES: [(&str, &str); 2] = [
    ("formats-password-needed", "formats-password-needed-perhaps"),
    ("formats-wrong-password", "formats-wrong-password-perhaps"),
];

/// Reads files, together: a transfer of Google Authenticator may be spread over several, and
/// a database may have its log beside it. An archive gives a line for each file in it that
/// is known.
///
/// With `format`, every file is read as that, whatever it looks like.
pub fn read(
    files: &[File],
    format: Option<&'static Format>,
    reading: &mut Reading,
) -> Vec<FileRead> {
    let mut readers = Readers {
        forced: format,
        pictures: Pictures::new(),
        gathered: Vec::new(),
        read: Vec::new(),
        budget: reading.limits.max_bytes,
    };
    readers.group(files, "", 0, reading);
    readers.finish()
}

/// How deep archives may lie in each other: an archive of archives.
const DEEPEST: usize = 2;

type Add = fn(&mut Pictures, &Source, &Reading) -> Result<(), Error>;

/// The formats whose files may hold parts of one transfer, and are put together.
const GATHERED: [(&Format, Add); 2] = [
    (&qr_picture::FORMAT, qr_picture::add),
    (&uri_list::FORMAT, uri_list::add),
];

struct Readers {
    forced: Option<&'static Format>,
    /// All pictures and texts together.
    pictures: Pictures,
    /// For each file of [`Pictures::take_file`], its place in `read`.
    gathered: Vec<usize>,
    read: Vec<FileRead>,
    /// What may still be unpacked.
    budget: u64,
}

impl Readers {
    /// Reads the files of one folder or archive.
    fn group(&mut self, files: &[File], within: &str, depth: usize, reading: &mut Reading) {
        for file in files {
            if is_for_systems_only(&file.name) || belongs_to_another(file, files) {
                continue;
            }
            let name = format!("{within}{}", file.name);
            let source = Source {
                name: &name,
                bytes: &file.bytes,
                beside: files,
            };
            self.one(&source, depth, reading);
        }
    }

    fn one(&mut self, source: &Source, depth: usize, reading: &mut Reading) {
        reading.locked.set(false);
        reading.unmarked.set(false);
        if let Err(error) = reading.limits.check_bytes(source.bytes.len() as u64) {
            return self.done(source, None, Err(error), reading);
        }
        if source.bytes.is_empty() {
            return self.done(source, None, Err(Error::Empty), reading);
        }
        let converted = charset::to_utf8(source.bytes);
        let letters_guessed = converted.as_ref().is_some_and(|text| text.is_guess);
        let source = &Source {
            bytes: converted.as_ref().map_or(source.bytes, |text| &text.bytes),
            ..*source
        };
        let before = self.read.len();
        self.recognised(source, depth, reading);
        if letters_guessed {
            self.read[before..]
                .iter_mut()
                .for_each(note_guessed_letters);
        }
    }

    fn recognised(&mut self, source: &Source, depth: usize, reading: &mut Reading) {
        let format = self.forced.or_else(|| recognise(&Probe::new(source.bytes)));
        let Some(format) = format else {
            return self.done(source, None, Err(Error::Unknown), reading);
        };
        if format.id == archive::FORMAT.id {
            return self.archive(source, depth, reading);
        }
        let add = GATHERED
            .iter()
            .find(|(gathered, _)| gathered.id == format.id);
        let result = match (add, format.read) {
            (Some((_, add)), _) => self.gathered(source, *add, reading),
            (None, Some(read)) => read(source, reading),
            (None, None) => Err(Error::Unknown),
        };
        self.done(source, Some(format), result, reading);
    }

    fn archive(&mut self, source: &Source, depth: usize, reading: &mut Reading) {
        if depth >= DEEPEST {
            return self.done(source, Some(&archive::FORMAT), Err(Error::TooDeep), reading);
        }
        let limits = reading.limits;
        reading.limits.max_bytes = self.budget;
        let unpacked = archive::unpack(source, reading);
        reading.limits = limits;
        let files = match unpacked {
            Ok(files) => files,
            Err(error) => return self.done(source, Some(&archive::FORMAT), Err(error), reading),
        };
        let bytes: u64 = files.iter().map(|file| file.bytes.len() as u64).sum();
        self.budget = self.budget.saturating_sub(bytes);
        let encrypted = reading.locked.get();
        let before = self.read.len();
        self.group(&files, &format!("{}/", source.name), depth + 1, reading);
        let inside = &mut self.read[before..];
        inside
            .iter_mut()
            .for_each(|file| file.encrypted |= encrypted);
        // Pictures of cats beside a backup are no failure; an archive with nothing in it is.
        if inside.iter().any(|file| !file.is_foreign) {
            self.keep_known_after(before);
        } else {
            self.read.truncate(before);
            reading.locked.set(encrypted);
            self.done(source, None, Err(Error::Unknown), reading);
        }
    }

    /// What is not known is named with the first file that was read.
    fn keep_known_after(&mut self, before: usize) {
        let inside = self.read.split_off(before);
        let mut moved = vec![None; inside.len()];
        let mut foreign = Vec::new();
        for (index, file) in inside.into_iter().enumerate() {
            if !file.is_foreign {
                moved[index] = Some(self.read.len());
                self.read.push(file);
            } else {
                foreign.push(file);
            }
        }
        let mut known = self.read[before..].iter_mut();
        if let Some(import) = known.find_map(|file| file.result.as_mut().ok()) {
            let unread = foreign.into_iter().map(|file| Skipped {
                name: file.name,
                reason: file.result.err().unwrap_or(Error::Unknown),
            });
            import.skipped.extend(unread);
        }
        for place in &mut self.gathered {
            if let Some(new) = place.checked_sub(before).and_then(|index| moved[index]) {
                *place = new;
            }
        }
    }

    /// Adds a picture or a text to those of the other files.
    fn gathered(&mut self, source: &Source, add: Add, reading: &Reading) -> Result<Import, Error> {
        let added = add(&mut self.pictures, source, reading);
        let found = self.pictures.take_file();
        self.gathered.push(self.read.len());
        added.map(|()| found.into())
    }

    fn done(
        &mut self,
        source: &Source,
        format: Option<&'static Format>,
        result: Result<Import, Error>,
        reading: &Reading,
    ) {
        let asked = matches!(result, Err(Error::PasswordNeeded | Error::WrongPassword));
        let resembles = match result {
            Err(Error::Unknown | Error::Damaged { .. }) => {
                another(source, format).or_else(|| resembles(source))
            }
            _ => None,
        };
        let is_foreign = matches!(result, Err(Error::Unknown | Error::Empty))
            && resembles.is_none()
            && !looks_like_data(source.bytes);
        self.read.push(FileRead {
            is_foreign,
            name: source.name.to_owned(),
            format,
            encrypted: asked || reading.locked.get(),
            is_guess: asked && reading.unmarked.get(),
            result: result.map(|import| belonging(import, source.name, format)),
            resembles,
        });
    }

    fn finish(mut self) -> Vec<FileRead> {
        for (file, problem) in self.pictures.missing() {
            let place = self.gathered.get(file);
            let file = place.and_then(|place| self.read.get_mut(*place));
            if let Some(Ok(import)) = file.map(|file| &mut file.result) {
                import.skipped.push(Skipped::from(problem));
            }
        }
        self.read
    }
}

/// The first format of the table that takes it for its own.
fn recognise(probe: &Probe) -> Option<&'static Format> {
    let formats = FORMATS.iter().copied();
    formats
        .filter(|format| format.read.is_some())
        .find(|format| (format.detect)(probe))
}

/// What a file is that was read as `format` because somebody said so.
fn another(source: &Source, format: Option<&Format>) -> Option<&'static Format> {
    let format = format?;
    recognise(&Probe::new(source.bytes)).filter(|own| own.id != format.id)
}

/// Sets where the accounts are from, and sees to it that one account that a vault cannot
/// keep does not lose the others: neither is any business of a reader.
fn belonging(import: Import, name: &str, format: Option<&Format>) -> Import {
    let id = format.map_or("unknown", |format| format.id);
    let mut own = Import {
        accounts: Vec::with_capacity(import.accounts.len()),
        skipped: import.skipped,
    };
    for mut candidate in import.accounts {
        if candidate.origin == Origin::Person {
            candidate.origin = Origin::Import(id.to_owned());
        }
        name.clone_into(&mut candidate.source);
        if candidate.cut_note() {
            candidate.notes.push(NOTE_CUT);
        }
        let names = Names::exact(&candidate.issuer, &candidate.account).to_string();
        let entry = candidate.check().map(|()| candidate);
        own.entry(&names, entry.map_err(Error::from));
    }
    own
}

/// The message that says so.
const NOTE_CUT: &str = "formats-note-cut";

/// Says of the names that may be spelled wrong that they may be.
fn note_guessed_letters(file: &mut FileRead) {
    const LETTERS_GUESSED: &str = "formats-letters-guessed";
    for candidate in file
        .result
        .iter_mut()
        .flat_map(|import| &mut import.accounts)
    {
        if !(candidate.issuer.is_ascii() && candidate.account.is_ascii()) {
            candidate.notes.push(LETTERS_GUESSED);
        }
    }
}

/// What systems leave in folders and archives and nobody put there.
fn is_for_systems_only(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    name.starts_with("__MACOSX/")
        || name.ends_with('/')
        || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&last)
        || last.starts_with("._")
}

/// A database's log and index are read with the database.
fn belongs_to_another(file: &File, files: &[File]) -> bool {
    ["-wal", "-shm", "-journal"].iter().any(|end| {
        let main = file.name.strip_suffix(end);
        main.is_some_and(|main| files.iter().any(|other| other.name == main))
    })
}
