//! An unlocked vault: reading what other programs saved, and saving without losing it.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::ancestry::Relation;
use crate::conflict::Passed;
use crate::error::Error;
use crate::fault::Fault;
use crate::file::Built;
use crate::frame::{Frame, TRAILER};
use crate::fs::SharedFs;
use crate::header::Header;
use crate::keys::Key;
use crate::lock::SideLock;
use crate::save::{Before, IfHeld, New, Place};
use crate::side_file::SealedFile;
use crate::slot::{Kdf, Prepared};
use crate::{
    Credential, Info, KdfCost, Password, RecoveryKey, SlotKind, backups, file, load, random, save,
    side_file,
};

/// How often a change is made, if other files are put in place while it is saved.
const TRIES: u32 = 4;

/// What a new generation of the file says of its making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The time, in Unix seconds.
    pub now: u64,
    /// The writing program, for example `keytick 0.1.0`; 64 bytes at most are kept.
    pub writer: String,
    /// The writing device, see [`crate::device_id`].
    pub device: [u8; 8],
}

/// An unlocked vault. It holds the vault's key but not the payload; dropping it locks the
/// vault.
#[derive(Debug)]
pub struct Vault {
    pub(crate) fs: SharedFs,
    /// The file itself, links followed.
    pub(crate) file: PathBuf,
    pub(crate) key: Key,
    pub(crate) known: Known,
    /// The payload of `known` was never taken: another program's change came along while a
    /// slot was changed, or with a save that ended in an error.
    pub(crate) unseen: bool,
    /// The last generation whose payload was taken.
    pub(crate) taken: Known,
    /// Copies beside the vault that there is nothing to do about.
    pub(crate) passed: Passed,
    /// Why the last save made no backup.
    pub(crate) backup_failure: Option<Error>,
    pub(crate) info: Info,
}

/// The generation of the file that was last read or written.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) header: Header,
    pub(crate) trailer: [u8; TRAILER],
    pub(crate) size: u64,
}

impl Known {
    /// Every check of a file that needs no key.
    pub(crate) fn parse(bytes: &[u8]) -> Result<(Frame<'_>, Self), Fault> {
        let (frame, header) = file::parse(bytes)?;
        let known = Self {
            header,
            trailer: frame.trailer,
            size: bytes.len() as u64,
        };
        Ok((frame, known))
    }

    /// A file and its payload, with the key of its vault.
    pub(crate) fn open(bytes: &[u8], key: &Key) -> Result<Opened, Fault> {
        let (frame, known) = Self::parse(bytes)?;
        let payload = file::open(&frame, &known.header, key)?;
        Ok(Opened { known, payload })
    }
}

/// A generation that is in place, and why there is no backup of the one before.
pub(crate) struct Saved {
    pub(crate) known: Known,
    pub(crate) backup_failure: Option<Error>,
}

/// A generation with its payload.
pub(crate) struct Opened {
    pub(crate) known: Known,
    pub(crate) payload: Zeroizing<Vec<u8>>,
}

impl Vault {
    pub(crate) fn new(fs: SharedFs, path: &Path, file: &Path, key: Key, known: Known) -> Self {
        Self {
            fs,
            file: file.to_owned(),
            key,
            unseen: false,
            taken: known.clone(),
            passed: Passed::new(),
            backup_failure: None,
            info: Info::new(path, &known.header, known.size),
            known,
        }
    }

    /// Changes the payload and saves it. `change` gets the payload that another program has
    /// saved meanwhile, if any, and returns the one to save; the vault is locked to other
    /// programs while it runs. After `Ok` the disk has the change.
    ///
    /// A file that was deleted meanwhile is made again if its folder is there: what this
    /// program has is the newest that is left.
    ///
    /// # Errors
    /// With an error of `change`, or one of the file, the file is as it was. What `change`
    /// got will be handed out again. [`Error::Busy`]: another program has the lock.
    /// [`Error::Overtaken`]: programs that take no lock put other files in place, again and
    /// again; `change` was called for each of them, and every time begins anew.
    ///
    /// The one exception is [`crate::Step::SyncFolder`]: the new file is in place, but the system
    /// could not say that it would survive a power cut. Trying again from the payload before
    /// the change is right then, too; the new file is handed out only if another program's
    /// change is in it.
    pub fn update<E: From<Error>>(
        &mut self,
        stamp: &Stamp,
        mut change: impl FnMut(Option<Zeroizing<Vec<u8>>>) -> Result<Zeroizing<Vec<u8>>, E>,
    ) -> Result<(), E> {
        let lock = SideLock::acquire(&*self.fs, &self.file)?;
        let mut again = 1..TRIES;
        let (saved, unseen) = loop {
            let newer = match self.newer() {
                Err(Error::NotFound { .. }) => None,
                newer => newer?,
            };
            let (base, newer) = match newer {
                Some(opened) => (opened.known, Some(opened.payload)),
                None => (self.known.clone(), None),
            };
            let unseen = newer.is_some();
            let payload = change(newer)?;
            match self.save(&lock, base, stamp, &payload, IfHeld::PutBeside, |_| Ok(())) {
                Err(Error::Overtaken { .. }) if again.next().is_some() => {}
                saved => break (saved?, unseen),
            }
        };
        self.learn(saved, unseen);
        save::settle(&*self.fs, &lock, &self.file, &self.known)?;
        self.take();
        Ok(())
    }

    /// Hands `take` the payload that another program has saved, if the file is another than
    /// the one last read or written, and tells whether it did.
    ///
    /// # Errors
    /// The file cannot be read, or is not a later generation of this vault. After an error
    /// of `take` the payload counts as not taken: it will be handed out again, by
    /// [`Vault::update`] too, so that nothing is saved over what could not be understood.
    pub fn reload<E: From<Error>>(
        &mut self,
        take: impl FnOnce(Zeroizing<Vec<u8>>) -> Result<(), E>,
    ) -> Result<bool, E> {
        let Some(Opened { known, payload }) = self.newer()? else {
            return Ok(false);
        };
        take(payload)?;
        self.know(known, false);
        Ok(true)
    }

    /// Makes a new recovery key, to be shown once. One that there was no longer opens the
    /// file; together with a copy of the file from before it still gives the vault's key, as
    /// with [`Vault::set_password`].
    ///
    /// # Errors
    /// The file is gone or cannot be written, or the operating system gives no random
    /// numbers.
    pub fn new_recovery_key(&mut self, stamp: &Stamp) -> Result<RecoveryKey, Error> {
        let recovery = RecoveryKey::generate()?;
        let prepared = self.prepare_random(SlotKind::Recovery, recovery.as_bytes())?;
        self.set_slot(SlotKind::Recovery, prepared, stamp)?;
        Ok(recovery)
    }

    /// Whether this is the vault's recovery key.
    #[must_use]
    pub fn check_recovery(&self, key: &RecoveryKey) -> bool {
        self.opens(Credential::Recovery(key))
    }

    /// Whether the vault has a recovery key.
    #[must_use]
    pub fn has_recovery(&self) -> bool {
        let mut slots = self.known.header.slots_of(&SlotKind::Recovery);
        slots.next().is_some()
    }

    /// What the file last read or written says about itself.
    #[must_use]
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// What the last save of this vault could not do with the backups: keep the generation
    /// before, [`Error::NoBackup`], or after [`Vault::rekey`] remove those from before,
    /// [`Error::OldBackups`]. The save itself is as safe as any; it is for the person to know.
    #[must_use]
    pub fn backup_failure(&self) -> Option<&Error> {
        self.backup_failure.as_ref()
    }

    /// The payload of an earlier generation, by its trailer, if it is among the backups. It
    /// is what two copies of a vault that went different ways came from.
    #[must_use]
    pub fn ancestor(&self, trailer: &[u8; TRAILER]) -> Option<Zeroizing<Vec<u8>>> {
        self.ancestor_named(trailer)
    }

    /// [`Vault::ancestor`], by the first bytes of its trailer.
    pub(crate) fn ancestor_named(&self, trailer: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let bytes = backups::find(&*self.fs, &self.file, trailer)?;
        Some(Known::open(&bytes, &self.key).ok()?.payload)
    }

    /// The path by which the vault was opened.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.info.path
    }

    /// Writes a small encrypted file beside the vault, for what may be lost: `usage` gives
    /// `vault.keytick.usage`. `name` has 1 to 32 characters of `a-z`, `0-9` and `-`.
    ///
    /// # Errors
    /// The file cannot be written, or `bytes` are more than about a mebibyte.
    pub fn write_sealed(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.seal_file(name, bytes)?.write()
    }

    /// The part of [`Vault::write_sealed`] that needs the vault, and asks nothing of the disk.
    ///
    /// # Errors
    /// `bytes` are more than about a mebibyte.
    pub fn seal_file(&self, name: &str, bytes: &[u8]) -> Result<SealedFile, Error> {
        let (fs, vault_id) = (self.fs.clone(), self.known.header.vault_id);
        side_file::seal(fs, &self.file, vault_id, &self.key, name, bytes)
    }

    /// Reads a small encrypted file beside the vault. None if there is none, or if anything
    /// is wrong with it: nothing in it may matter.
    ///
    /// # Errors
    /// There is a file and the system does not let it be read.
    pub fn read_sealed(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
        let vault_id = self.known.header.vault_id;
        side_file::read(&*self.fs, &self.file, vault_id, &self.key, name)
    }

    fn opens(&self, credential: Credential) -> bool {
        credential
            .find_key(&self.known.header, &self.info.path)
            .is_ok_and(|key| key == self.key)
    }

    /// The generation on disk, if its payload was not taken yet.
    pub(crate) fn newer(&self) -> Result<Option<Opened>, Error> {
        let file = &self.file;
        let (size, trailer) = load::identity(&*self.fs, file)?;
        let same = trailer == Some(self.known.trailer) && size == self.known.size;
        if same && !self.unseen {
            return Ok(None);
        }
        let opened = self.open_file()?;
        if opened.known.trailer != self.known.trailer {
            self.refuse_older(&opened.known)?;
        }
        Ok(Some(opened))
    }

    /// The file on disk, opened with the key of this vault.
    pub(crate) fn open_file(&self) -> Result<Opened, Error> {
        let refused = |fault: Fault| fault.at(&self.file);
        let bytes = load::whole(&*self.fs, &self.file)?;
        let (frame, known) = Known::parse(&bytes).map_err(refused)?;
        if known.header.vault_id != self.known.header.vault_id {
            return Err(Error::Replaced {
                path: self.file.clone(),
            });
        }
        let payload = file::open(&frame, &known.header, &self.key).map_err(refused)?;
        Ok(Opened { known, payload })
    }

    /// Every program that saves goes one generation on from the file that is there, so a
    /// file that did not come from the known one was put there by something else.
    fn refuse_older(&self, found: &Known) -> Result<(), Error> {
        let path = self.file.clone();
        let known = self.known.header.generation;
        match self.ancestry().relation(&self.known, found) {
            Relation::Later => Ok(()),
            Relation::Fork => Err(Error::Forked {
                path,
                generation: known,
            }),
            Relation::Earlier => Err(Error::OlderCopy {
                path,
                found: found.header.generation,
                known,
            }),
        }
    }

    pub(crate) fn set_slot(
        &mut self,
        kind: SlotKind,
        prepared: Prepared,
        stamp: &Stamp,
    ) -> Result<(), Error> {
        let key = self.key.clone();
        self.change_header(stamp, |header| add_slot(header, &key, kind, prepared))
    }

    /// Saves the payload that there is under another header.
    pub(crate) fn change_header(
        &mut self,
        stamp: &Stamp,
        change: impl FnOnce(&mut Header) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let lock = SideLock::acquire(&*self.fs, &self.file)?;
        // The payload is sealed to the header, so a new header needs it sealed again.
        let (Opened { known, payload }, unseen) = self.current()?;
        let saved = self.save(&lock, known, stamp, &payload, IfHeld::PutBeside, change)?;
        self.learn(saved, unseen);
        save::settle(&*self.fs, &lock, &self.file, &self.known)
    }

    /// What the file has, and whether nobody has taken its payload yet.
    pub(crate) fn current(&self) -> Result<(Opened, bool), Error> {
        match self.newer()? {
            Some(opened) => Ok((opened, true)),
            None => Ok((self.open_file()?, false)),
        }
    }

    /// Puts the generation after `base` in place. Whoever calls this learns it and waits for
    /// the disk, in this order: it is there even if that wait fails.
    pub(crate) fn save(
        &self,
        lock: &SideLock,
        base: Known,
        stamp: &Stamp,
        payload: &[u8],
        if_held: IfHeld,
        change: impl FnOnce(&mut Header) -> Result<(), Error>,
    ) -> Result<Saved, Error> {
        let mut header = base.header.clone();
        header.advance(&[&base], stamp, &mut random::system)?;
        change(&mut header)?;
        let place = Place {
            fs: &*self.fs,
            lock,
            path: &self.file,
            before: Before::Generation(&base),
            if_held,
        };
        write(&place, header, &self.key, payload)
    }

    pub(crate) fn learn(&mut self, saved: Saved, unseen: bool) {
        self.backup_failure = saved.backup_failure;
        self.know(saved.known, unseen);
    }

    pub(crate) fn know(&mut self, known: Known, unseen: bool) {
        self.info = Info::new(&self.info.path, &known.header, known.size);
        self.known = known;
        match unseen {
            true => self.unseen = true,
            false => self.take(),
        }
    }

    /// Whoever has this vault open has the payload of the known generation.
    pub(crate) fn take(&mut self) {
        self.unseen = false;
        self.taken = self.known.clone();
    }
}

/// Builds a file and puts it in place, after opening what the disk got of it.
pub(crate) fn write(
    place: &Place,
    header: Header,
    key: &Key,
    payload: &[u8],
) -> Result<Saved, Error> {
    let built = build(place.path, &header, key, payload)?;
    let new = New {
        bytes: &built.bytes,
        generation: header.generation,
    };
    let opens = |written: &[u8]| opens(written, key, payload);
    let backup_failure = save::vault(place, &new, opens)?;
    let known = Known {
        header,
        trailer: built.trailer,
        size: built.bytes.len() as u64,
    };
    Ok(Saved {
        known,
        backup_failure,
    })
}

pub(crate) fn build(
    path: &Path,
    header: &Header,
    key: &Key,
    payload: &[u8],
) -> Result<Built, Error> {
    file::build(header, key, payload).map_err(|what| Error::TooLarge {
        path: path.to_owned(),
        what,
    })
}

/// Whether a file that was written opens, and has this payload.
pub(crate) fn opens(written: &[u8], key: &Key, payload: &[u8]) -> bool {
    Known::open(written, key).is_ok_and(|it| it.payload.as_slice() == payload)
}

/// The slow part of making a password slot.
pub(crate) fn prepare_password(
    path: &Path,
    password: &Password,
    cost: KdfCost,
) -> Result<Prepared, Error> {
    let refused = |fault: Fault| fault.at(path);
    cost.check_limits().map_err(refused)?;
    let kdf = Kdf::argon2id(cost, &mut random::system)?;
    Prepared::new(SlotKind::Password, kdf, password.as_bytes()).map_err(refused)
}

pub(crate) fn add_slot(
    header: &mut Header,
    key: &Key,
    kind: SlotKind,
    prepared: Prepared,
) -> Result<(), Error> {
    let (generation, vault_id) = (header.generation, header.vault_id);
    header.replace_slot(&kind, |id, old| {
        prepared.wrap(id, generation, vault_id, key, old, &mut random::system)
    })
}
