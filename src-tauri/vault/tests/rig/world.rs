//! What a scenario starts from, what is done in it, and what must hold whatever happens.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use zeroize::Zeroizing;

use super::disk::Disk;
use super::simulated::{Lacks, Simulated};
use crate::conflict::Join;
use crate::fs::SharedFs;
use crate::slot::{Kdf, Prepared};
use crate::{
    Credential, Error, LockedVault, RecoveryKey, SlotKind, Stamp, Vault, backups, load, random,
    restore,
};

/// How many opened files are remembered.
const REMEMBERED: usize = 32;

/// What is done while something happens.
#[derive(Clone, Debug)]
pub(super) enum Deed {
    Create(Vec<u8>),
    Save(Vec<u8>),
    Password,
    RecoveryKey,
    /// A new key for the vault.
    Rekey,
    SideFile,
    /// Merges the copies beside the vault, one payload after the other.
    Merge,
    /// Restores the backup of this generation.
    Restore(u64),
}

/// What is at the vault's place: nothing, or a generation with its payload.
pub(super) type State = Option<(u64, Vec<u8>)>;

/// The start of a scenario.
pub(super) struct World {
    pub(super) name: &'static str,
    pub(super) path: PathBuf,
    pub(super) deed: Deed,
    /// When the deed is done, in Unix seconds.
    pub(super) now: u64,
    pub(super) lacks: Lacks,
    /// The disk when the program opened the vault, and the one that it finds when it acts:
    /// other programs were there in between.
    pub(super) opened: Disk,
    pub(super) found: Disk,
    /// What the program must know the vault by in the end.
    pub(super) before: State,
    pub(super) after: State,
    /// The deed cannot succeed as things are.
    pub(super) refused: Option<&'static str>,
    /// The generation before must be among the backups once the deed is done.
    pub(super) backed_up: bool,
    /// What the disk has besides: other programs hold the vault, a folder is closed.
    pub(super) obstacle: Obstacle,
    pub(super) keys: Vec<RecoveryKey>,
    pub(super) password: Prepared,
    /// Files of the person's own, which must stay.
    pub(super) own: Vec<PathBuf>,
    /// Files that must be somewhere: a copy is moved, never removed.
    pub(super) precious: Vec<Arc<Vec<u8>>>,
    pub(super) checked: Mutex<Checked>,
}

/// What need not be checked again, since the very same was.
#[derive(Debug, Default)]
pub(super) struct Checked {
    /// Files that opened, with what was in them.
    opened: Vec<(Arc<Vec<u8>>, State)>,
    /// The names that the next save met, with the vault that was there. It never reads any
    /// file but the vault and its backups, so that torn temporary files are all alike.
    gone_on: HashSet<u64>,
}

/// What stands in the way, until it is removed.
#[derive(Clone, Debug, Default)]
pub(super) enum Obstacle {
    #[default]
    None,
    /// Moves onto the vault fail so often.
    Held(usize),
    /// Nothing can be made in the folder of backups.
    Closed,
    /// The vault is marked as read-only.
    ReadOnly,
}

/// A program in the middle of a scenario: it has the vault open, unless it is to make it.
pub(super) struct Stage {
    pub(super) fs: Arc<Simulated>,
    vault: Option<Vault>,
}

/// What a state is checked against.
pub(super) enum Seen {
    /// The program got its answer: only the new state will do.
    Acknowledged,
    /// It did not.
    Unknown,
}

pub(super) fn stamp(now: u64) -> Stamp {
    Stamp {
        now,
        writer: "keytick 0.1.0".to_owned(),
        device: [7; 8],
    }
}

/// A slot that opens without a slow key derivation.
pub(super) fn quick_slot(key: &RecoveryKey) -> Prepared {
    let kdf = Kdf::hkdf(&mut random::system).expect("the system gives random numbers");
    Prepared::new(SlotKind::Recovery, kdf, key.as_bytes()).expect("a key derivation without limits")
}

impl World {
    /// The program, just before it does its deed.
    pub(super) fn stage(&self) -> Stage {
        self.stage_with(self.lacks)
    }

    pub(super) fn stage_with(&self, lacks: Lacks) -> Stage {
        let fs = Arc::new(Simulated::on(self.opened.clone(), lacks));
        let vault = match self.deed {
            Deed::Create(_) | Deed::Restore(_) => None,
            _ => Some(self.open(&fs).expect("what a scenario starts from opens").0),
        };
        fs.set_disk(self.found.clone());
        match self.obstacle {
            Obstacle::None => {}
            Obstacle::Held(times) => fs.hold(&self.path, times),
            Obstacle::Closed => fs.close(&self.folder().join("backups")),
            Obstacle::ReadOnly => fs.set_read_only(&self.path, true),
        }
        Stage { fs, vault }
    }

    /// What must be true of a disk: returns what is wrong with it.
    pub(super) fn check(&self, disk: &Disk, seen: &Seen) -> Result<(), String> {
        self.check_backup(disk)?;
        self.check_state(disk, seen)
    }

    /// The same where the generation before need not be among the backups.
    pub(super) fn check_state(&self, disk: &Disk, seen: &Seen) -> Result<(), String> {
        let lacks = Lacks {
            links: self.lacks.links,
            ..Lacks::default()
        };
        let fs = Arc::new(Simulated::on(disk.clone(), lacks));
        let state = self.state(&fs)?;
        let expected = match seen {
            Seen::Acknowledged => state == self.after,
            Seen::Unknown => state == self.before || state == self.after,
        };
        if !expected {
            return Err(format!("the vault is {}", shown(&state)));
        }
        self.check_backups(&fs)?;
        let files = disk.files();
        if self
            .precious
            .iter()
            .any(|it| files.values().all(|file| file != it))
        {
            return Err("a copy is gone".to_owned());
        }
        self.go_on(&fs, &state)
    }

    /// What is at the vault's place, or why it cannot be opened.
    fn state(&self, fs: &Arc<Simulated>) -> Result<State, String> {
        let bytes = fs.peek(&self.path);
        if let Some(known) = bytes.as_ref().and_then(|bytes| self.known(bytes)) {
            return Ok(known);
        }
        match (self.open(fs), bytes) {
            (Ok((vault, payload)), Some(bytes)) => {
                let state = Some((vault.info().generation, payload));
                let opened = &mut self.checked().opened;
                opened.truncate(REMEMBERED);
                opened.insert(0, (bytes, state.clone()));
                Ok(state)
            }
            (Ok(_), None) => Err("opened what is not there".to_owned()),
            (Err(Error::NotFound { .. }), _) => Ok(None),
            // A scenario that begins with a damaged file may end with it.
            (Err(error), Some(bytes))
                if error.class().is_some()
                    && self.found.files().get(&self.path) == Some(&bytes) =>
            {
                Ok(None)
            }
            (Err(error), _) => Err(format!("unopenable: {error}")),
        }
    }

    fn known(&self, bytes: &Arc<Vec<u8>>) -> Option<State> {
        let checked = self.checked();
        let found = checked
            .opened
            .iter()
            .rev()
            .find(|(known, _)| known == bytes);
        found.map(|(_, state)| state.clone())
    }

    fn checked(&self) -> MutexGuard<'_, Checked> {
        self.checked
            .lock()
            .expect("no check panics while it holds this")
    }

    /// The payload after a deed that nothing stands in the way of.
    fn wanted(&self) -> Option<Vec<u8>> {
        match &self.deed {
            Deed::Create(payload) | Deed::Save(payload) => Some(payload.clone()),
            _ => self.after.as_ref().map(|(_, payload)| payload.clone()),
        }
    }

    /// Every backup is the generation that its name says, whole.
    fn check_backups(&self, fs: &Arc<Simulated>) -> Result<(), String> {
        let found = self.found.files();
        let all = backups::list(&**fs, &self.path).unwrap_or_default();
        // The scenario's own damage is not held against the save.
        for backup in all
            .iter()
            .filter(|backup| !found.contains_key(&backup.path))
        {
            let info = LockedVault::open_on(fs.clone(), &backup.path)
                .map_err(|error| format!("a backup: {error}"))?;
            if info.info().generation != backup.generation {
                return Err(format!("{} is another generation", backup.path.display()));
            }
        }
        Ok(())
    }

    /// Where the new generation is, the one before is among the backups.
    fn check_backup(&self, disk: &Disk) -> Result<(), String> {
        let fs = Arc::new(Simulated::on(disk.clone(), Lacks::default()));
        let Some((before, _)) = self.before else {
            return Ok(());
        };
        if !self.backed_up || self.before == self.after || self.state(&fs)? != self.after {
            return Ok(());
        }
        let all = backups::list(&*fs, &self.path).map_err(|error| error.to_string())?;
        match all.iter().any(|backup| backup.generation == before) {
            true => Ok(()),
            false => Err(format!("generation {before} is gone without a backup")),
        }
    }

    /// The next program saves and leaves the folder tidy, as if nothing had happened.
    fn go_on(&self, fs: &Arc<Simulated>, state: &State) -> Result<(), String> {
        let mut met = DefaultHasher::new();
        fs.disk()
            .files()
            .keys()
            .for_each(|path| path.hash(&mut met));
        state.hash(&mut met);
        if !self.checked().gone_on.insert(met.finish()) {
            return Ok(());
        }
        fs.set_read_only(&self.path, false);
        let mut stage = Stage {
            fs: fs.clone(),
            vault: None,
        };
        let payload = b"what comes after".to_vec();
        let failed = |error: Error| format!("the next save fails: {error}");
        if state.is_none() {
            fs.take_away(&self.path);
            stage.create(self, &payload).map_err(failed)?;
        } else {
            stage.vault = Some(self.open(fs).map_err(failed)?.0);
            stage.save(self, &payload).map_err(failed)?;
        }
        match self.state(fs)? {
            Some((_, after)) if after == payload => {}
            other => {
                return Err(format!(
                    "after the next save the vault is {}",
                    shown(&other)
                ));
            }
        }
        let files = fs.disk().files();
        if let Some(left) = files.keys().find(|path| is_temporary(path)) {
            return Err(format!("{} was not swept", left.display()));
        }
        match self.own.iter().find(|path| !files.contains_key(*path)) {
            Some(gone) => Err(format!("{} is gone", gone.display())),
            None => Ok(()),
        }
    }

    fn open(&self, fs: &Arc<Simulated>) -> Result<(Vault, Vec<u8>), Error> {
        let locked = LockedVault::open_on(fs.clone(), &self.path)?;
        let mut opened = Err(Error::Random);
        for key in &self.keys {
            opened = locked.unlock(Credential::Recovery(key));
            if opened.is_ok() {
                break;
            }
        }
        let (vault, payload) = opened?;
        Ok((vault, payload.to_vec()))
    }

    fn folder(&self) -> &Path {
        crate::path::folder(&self.path)
    }
}

impl Stage {
    /// Does the scenario's deed.
    pub(super) fn act(&mut self, world: &World) -> Result<(), Error> {
        let stamp = stamp(world.now);
        match &world.deed {
            Deed::Create(payload) => self.create(world, payload),
            Deed::Save(payload) => self.save(world, payload),
            Deed::Password => {
                let prepared = world.password.clone();
                self.vault().set_slot(SlotKind::Password, prepared, &stamp)
            }
            Deed::RecoveryKey => {
                let prepared = quick_slot(world.keys.last().expect("a world has keys"));
                self.vault().set_slot(SlotKind::Recovery, prepared, &stamp)
            }
            Deed::Rekey => {
                let recovery = quick_slot(world.keys.last().expect("a world has keys"));
                let password = world.password.clone();
                self.vault().rekey_prepared(password, recovery, &stamp)
            }
            Deed::Merge => {
                let ours = world.before.as_ref().map(|(_, payload)| payload.clone());
                let join = |join: Join<'_>| {
                    let both = [join.ours, join.theirs].concat();
                    Ok::<_, Error>(Zeroizing::new(both))
                };
                let ours = ours.unwrap_or_default();
                self.vault().merge(&stamp, &ours, join).map(drop)
            }
            Deed::SideFile => self.vault().write_sealed("usage", &[7; 9_000]),
            Deed::Restore(generation) => {
                let fs: SharedFs = self.fs.clone();
                let all = backups::list(&*fs, &world.path)?;
                let missing = || Error::NotFound {
                    path: world.path.clone(),
                };
                let mut all = all.iter();
                let backup = all
                    .find(|backup| backup.generation == *generation)
                    .ok_or_else(missing)?;
                restore::restore_on(&fs, &world.path, backup, world.now).map(drop)
            }
        }
    }

    /// The same deed by the same program after an error; says what is wrong with the result.
    pub(super) fn act_again(&mut self, world: &World) -> Result<(), String> {
        let made = matches!(world.deed, Deed::Create(_)) && world.state(&self.fs)?.is_some();
        if !made {
            self.act(world)
                .map_err(|error| format!("the next try fails: {error}"))?;
        }
        let (state, wanted) = (world.state(&self.fs)?, world.wanted());
        match state.map(|(_, payload)| payload) == wanted {
            true => Ok(()),
            false => Err("after the next try the vault is another".to_owned()),
        }
    }

    /// Takes away what stood in the way, as a person would.
    pub(super) fn clear(&self, world: &World) {
        self.fs.hold(&world.path, 0);
        self.fs.close(Path::new("/nowhere"));
        self.fs.set_read_only(&world.path, false);
    }

    fn create(&mut self, world: &World, payload: &[u8]) -> Result<(), Error> {
        let slot = quick_slot(&world.keys[0]);
        let (fs, stamp) = (self.fs.clone(), stamp(world.now));
        let vault = Vault::create_prepared(fs, &world.path, slot, payload, &stamp)?;
        self.vault = Some(vault);
        Ok(())
    }

    fn save(&mut self, world: &World, payload: &[u8]) -> Result<(), Error> {
        self.vault()
            .update(&stamp(world.now), |_| Ok(Zeroizing::new(payload.to_vec())))
    }

    fn vault(&mut self) -> &mut Vault {
        self.vault.as_mut().expect("the scenario opened it")
    }
}

fn shown(state: &State) -> String {
    match state {
        None => "missing".to_owned(),
        Some((generation, payload)) => {
            format!("generation {generation} with {} bytes", payload.len())
        }
    }
}

fn is_temporary(path: &Path) -> bool {
    let name = path.to_string_lossy();
    let suffix = name.rsplit_once(".tmp-").map(|(_, suffix)| suffix);
    suffix
        .is_some_and(|it| it.len() == 16 && it.bytes().all(|it| b"0123456789abcdef".contains(&it)))
}

/// The file at the vault's place, for a scenario that damages or moves it.
pub(super) fn bytes(fs: &Simulated, path: &Path) -> Vec<u8> {
    load::whole(fs, path).expect("what a scenario starts from can be read")
}
