//! The scenarios: what there is, what is done. Adding one is a row.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};

use super::simulated::{Lacks, Simulated};
use super::world::{Deed, Obstacle, State, World, bytes, quick_slot, stamp};
use crate::kdf::KdfCost;
use crate::slot::Prepared;
use crate::{Credential, LockedVault, RecoveryKey, SlotKind, Vault, backups};
use crate::{Password, vault::prepare_password};
use zeroize::Zeroizing;

const DAY: u64 = 86_400;
/// 1 January 2026.
const START: u64 = 1_767_225_600;

/// What there is before the deed, in this order.
#[derive(Clone, Copy, Debug)]
enum Given {
    /// The vault lies in folders that are not there yet.
    NewFolders,
    /// A vault with a payload of so many bytes.
    Vault(usize),
    /// So many saves, each this long after the one before.
    Saves(usize, u64),
    /// The clock jumps to this time.
    Clock(u64),
    /// The program opens the vault here; what follows happens meanwhile.
    Opened,
    /// Another program saves so often.
    Others(usize),
    /// Another program changes the password.
    OtherPassword,
    /// Temporary files of killed programs lie about.
    StaleTemps,
    /// The lock file of a killed program.
    LeftLock,
    /// Files of the person's own with names like ours.
    OwnFiles,
    /// The small sealed file beside the vault.
    SideFile,
    /// The vault is a link to a file in another folder.
    Linked,
    /// Beside the vault lies a copy that went its own way.
    Conflict,
    /// Somebody deleted the vault.
    Deleted,
    /// The vault's file was cut short.
    Damaged,
    /// So many of the newest backups were cut short.
    DamagedBackups(usize),
    /// A file has the name of the folder of backups.
    BackupsIsAFile,
    /// What the file system cannot do.
    NoLinks,
    ShortWrites,
    /// What stands in the way.
    Held(usize),
    ClosedBackups,
    ReadOnly,
}

/// What is done.
#[derive(Clone, Copy, Debug)]
enum Does {
    Creates(usize),
    Saves(usize),
    SetsPassword,
    MakesRecoveryKey,
    Rekeys,
    Merges,
    WritesSideFile,
    /// Restores the newest backup but so many.
    Restores(usize),
    /// As `Saves`, and is refused with this error.
    SavesInVain(usize, &'static str),
}

type Row = (&'static str, &'static [Given], Does);

use Does::{
    Creates, MakesRecoveryKey, Merges, Rekeys, Restores, SavesInVain, SetsPassword, WritesSideFile,
};
use Given::{
    BackupsIsAFile, Clock, ClosedBackups, Conflict, Damaged, DamagedBackups, Deleted, Held,
    LeftLock, Linked, NewFolders, NoLinks, Opened, OtherPassword, Others, OwnFiles, ReadOnly,
    ShortWrites, SideFile, StaleTemps,
};

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("first save", &[], Creates(50)),
    ("first save in new folders", &[NewFolders], Creates(50)),
    ("first save of a large payload", &[], Creates(70_000)),
    ("first save beside temporary files", &[StaleTemps], Creates(50)),
    ("first save where a lock file was left", &[LeftLock], Creates(50)),
    ("first save in short writes", &[ShortWrites], Creates(9_000)),
    ("second save", &[Given::Vault(50)], Does::Saves(60)),
    ("the same again", &[Given::Vault(50)], Does::Saves(50)),
    ("save of nothing", &[Given::Vault(50)], Does::Saves(0)),
    ("growing by a step", &[Given::Vault(4_092)], Does::Saves(4_093)),
    ("growing much", &[Given::Vault(50)], Does::Saves(70_000)),
    ("shrinking much", &[Given::Vault(70_000)], Does::Saves(50)),
    ("save in short writes", &[Given::Vault(9_000), ShortWrites], Does::Saves(9_001)),
    ("after five saves", &[Given::Vault(50), Given::Saves(5, 60)], Does::Saves(60)),
    ("pruning the eleventh", &[Given::Vault(50), Given::Saves(12, 60)], Does::Saves(60)),
    ("pruning a day", &[Given::Vault(50), Given::Saves(14, DAY), Given::Saves(10, 60)], Does::Saves(60)),
    ("pruning a week", &[Given::Vault(50), Given::Saves(9, 7 * DAY), Given::Saves(9, DAY), Given::Saves(9, 60)], Does::Saves(60)),
    ("pruning after years", &[Given::Vault(50), Given::Saves(20, 400 * DAY)], Does::Saves(60)),
    ("pruning where backups are damaged", &[Given::Vault(50), Given::Saves(13, 60), DamagedBackups(9)], Does::Saves(60)),
    ("pruning where one backup is damaged", &[Given::Vault(50), Given::Saves(13, 60), DamagedBackups(1)], Does::Saves(60)),
    ("the clock went back", &[Given::Vault(50), Given::Saves(12, 60), Clock(5)], Does::Saves(60)),
    ("the clock is far ahead", &[Given::Vault(50), Clock(u64::MAX)], Does::Saves(60)),
    ("another program saved", &[Given::Vault(50), Opened, Others(1)], Does::Saves(60)),
    ("another program saved often", &[Given::Vault(50), Opened, Others(13)], Does::Saves(60)),
    ("another program changed the password", &[Given::Vault(50), Opened, OtherPassword], Does::Saves(60)),
    ("the file was deleted", &[Given::Vault(50), Given::Saves(3, 60), Opened, Deleted], Does::Saves(60)),
    ("temporary files lie about", &[Given::Vault(50), Given::Saves(2, 60), StaleTemps], Does::Saves(60)),
    ("files of one's own", &[Given::Vault(50), Given::Saves(12, 60), OwnFiles], Does::Saves(60)),
    ("beside the small file", &[Given::Vault(50), SideFile], Does::Saves(60)),
    ("no links", &[NoLinks, Given::Vault(50), Given::Saves(2, 60)], Does::Saves(60)),
    ("no links, and pruning", &[NoLinks, Given::Vault(50), Given::Saves(12, 60), StaleTemps], Does::Saves(60)),
    ("no links, first backup", &[NoLinks, Given::Vault(9_000)], Does::Saves(9_001)),
    ("no folder for backups", &[Given::Vault(50), BackupsIsAFile], Does::Saves(60)),
    ("folder of backups closed", &[Given::Vault(50), Given::Saves(12, 60), ClosedBackups], Does::Saves(60)),
    ("through a link", &[Linked, Given::Vault(50), Given::Saves(2, 60)], Does::Saves(60)),
    ("held for a moment", &[Given::Vault(50), Held(3)], Does::Saves(60)),
    ("held for long", &[Given::Vault(50), Held(99)], SavesInVain(60, "vault-held")),
    ("marked as read-only", &[Given::Vault(50), ReadOnly], SavesInVain(60, "vault-read-only")),
    ("new password", &[Given::Vault(50), Given::Saves(2, 60)], SetsPassword),
    ("new password after another program", &[Given::Vault(50), Opened, Others(1)], SetsPassword),
    ("new recovery key", &[Given::Vault(50), Given::Saves(2, 60)], MakesRecoveryKey),
    ("new recovery key, and pruning", &[Given::Vault(50), Given::Saves(12, 60)], MakesRecoveryKey),
    ("new key", &[Given::Vault(50), Given::Saves(2, 60)], Rekeys),
    ("new key, and many backups", &[Given::Vault(50), Given::Saves(12, 60), SideFile], Rekeys),
    ("merging a copy", &[Given::Vault(50), Conflict, Given::Saves(1, 60)], Merges),
    ("merging a copy after many saves", &[Given::Vault(50), Given::Saves(8, 60), Conflict, Given::Saves(4, 60)], Merges),
    ("small file for the first time", &[Given::Vault(50)], WritesSideFile),
    ("small file again", &[Given::Vault(50), SideFile, StaleTemps], WritesSideFile),
    ("restoring the newest", &[Given::Vault(50), Given::Saves(3, 60)], Restores(0)),
    ("restoring an old one", &[Given::Vault(50), Given::Saves(12, 60)], Restores(7)),
    ("restoring over a damaged file", &[Given::Vault(50), Given::Saves(3, 60), Damaged], Restores(0)),
    ("restoring a deleted file", &[Given::Vault(50), Given::Saves(3, 60), Deleted], Restores(0)),
];

/// All scenarios, made ready once: each is begun thousands of times.
pub(super) fn all() -> &'static [World] {
    static ALL: LazyLock<Vec<World>> = LazyLock::new(|| ROWS.iter().map(world).collect());
    &ALL
}

/// A payload of so many bytes that names its number.
fn payload(length: usize, number: usize) -> Vec<u8> {
    let text = format!("payload {number} ");
    text.bytes().cycle().take(length).collect()
}

struct Making {
    fs: Arc<Simulated>,
    lacks: Lacks,
    path: PathBuf,
    now: u64,
    number: usize,
    key: RecoveryKey,
    vault: Option<Vault>,
    opened: Option<super::disk::Disk>,
    known: u64,
    obstacle: Obstacle,
    own: Vec<PathBuf>,
    /// The payload of a copy beside the vault, and its file.
    copy: Option<(Vec<u8>, Arc<Vec<u8>>)>,
}

fn world((name, given, does): &Row) -> World {
    let mut lacks = Lacks::default();
    for given in *given {
        match given {
            NoLinks => lacks.links = true,
            ShortWrites => lacks.long_writes = Some(1_000),
            _ => {}
        }
    }
    let mut making = Making {
        fs: Arc::new(Simulated::new(lacks)),
        lacks,
        path: PathBuf::from("/vault.keytick"),
        now: START,
        number: 0,
        key: RecoveryKey::generate().expect("the system gives random numbers"),
        vault: None,
        opened: None,
        known: 0,
        obstacle: Obstacle::None,
        own: Vec::new(),
        copy: None,
    };
    for given in *given {
        making.make(*given);
    }
    making.finish(name, *does)
}

impl Making {
    fn make(&mut self, given: Given) {
        match given {
            NewFolders => self.path = PathBuf::from("/data/keytick/vault.keytick"),
            Given::Vault(length) => {
                let payload = payload(length, 0);
                let (fs, slot) = (self.fs.clone(), quick_slot(&self.key));
                let made =
                    Vault::create_prepared(fs, &self.real_path(), slot, &payload, &stamp(self.now));
                made.expect("nothing stands in the way");
                self.reopen();
            }
            Given::Saves(count, pause) => {
                for _ in 0..count {
                    self.now += pause;
                    self.save();
                }
            }
            Clock(now) => self.now = now,
            Opened => {
                self.opened = Some(self.fs.disk());
                self.known = self.generation();
            }
            Others(count) => (0..count).for_each(|_| self.save()),
            OtherPassword => {
                let slot = slow_slot();
                let stamp = stamp(self.now);
                let set = self.vault().set_slot(SlotKind::Password, slot, &stamp);
                set.expect("nothing stands in the way");
            }
            StaleTemps => {
                let left = [
                    "vault.keytick.tmp-0123456789abcdef",
                    "vault.keytick.tmp-fedcba9876543210",
                ];
                for name in left {
                    self.fs.put(&self.beside(name), b"half a file");
                    self.fs
                        .put(&self.beside("backups").join(name), b"half a file");
                }
            }
            LeftLock => self.fs.put(&self.beside("vault.keytick.lock"), b""),
            OwnFiles => {
                let own = [
                    "vault.keytick.tmp-0123456789ABCDEF",
                    "vault.keytick.before-holiday",
                    "backups/vault.keytick",
                    "backups/vault.keytick.0123abcd.01.20260101T000000Z.0123456789abcdef.keytick",
                    "backups/vault.keytick.0123abcd.1.20260230T000000Z.0123456789abcdef.keytick",
                    "backups/vault.keytick.0123abcd.1.20260101T000000Z.0123456789abcdef.keytick.old",
                ];
                for name in own {
                    let path = self.beside(name);
                    self.fs.put(&path, b"mine");
                    self.own.push(path);
                }
            }
            SideFile => {
                let written = self.vault().write_sealed("usage", b"used");
                written.expect("nothing stands in the way");
            }
            Linked => {
                self.fs.put_folder(Path::new("/synced"));
                self.fs
                    .put_link(&self.path, Path::new("/synced/vault.keytick"));
            }
            Conflict => self.copy_apart(),
            Deleted => self.fs.take_away(&self.path),
            Damaged => self.cut(&self.path.clone()),
            DamagedBackups(count) => {
                let all = backups::list(&*self.fs, &self.path).expect("they can be listed");
                for backup in &all[..count] {
                    self.cut(&backup.path);
                }
            }
            BackupsIsAFile => self.fs.put(&self.beside("backups"), b"mine"),
            NoLinks | ShortWrites => {}
            Held(times) => self.obstacle = Obstacle::Held(times),
            ClosedBackups => self.obstacle = Obstacle::Closed,
            ReadOnly => self.obstacle = Obstacle::ReadOnly,
        }
    }

    fn finish(mut self, name: &'static str, does: Does) -> World {
        let before = match LockedVault::open_on(self.fs.clone(), &self.path) {
            Ok(locked) => {
                let (_, payload) = locked
                    .unlock(Credential::Recovery(&self.key))
                    .expect("the scenario's key");
                Some((locked.info().generation, payload.to_vec()))
            }
            Err(_) => None,
        };
        let mut keys = vec![self.key.clone()];
        if matches!(does, MakesRecoveryKey | Rekeys) {
            keys.push(RecoveryKey::generate().expect("the system gives random numbers"));
        }
        let found = self.fs.disk();
        let generation = before
            .as_ref()
            .map_or(self.known, |(generation, _)| *generation);
        let (deed, after, refused) = self.expected(does, generation, &before);
        let stays = matches!(deed, Deed::SideFile | Deed::Rekey) || refused.is_some();
        let no_folder = found.files().contains_key(&self.beside("backups"));
        let closed = matches!(self.obstacle, Obstacle::Closed);
        World {
            name,
            path: self.path,
            deed,
            now: self.now,
            lacks: self.lacks,
            opened: self.opened.take().unwrap_or_else(|| found.clone()),
            found,
            before,
            after,
            refused,
            backed_up: !(stays || no_folder || closed),
            obstacle: self.obstacle,
            keys,
            password: slow_slot(),
            own: self.own,
            precious: self.copy.into_iter().map(|(_, file)| file).collect(),
            checked: Mutex::default(),
        }
    }

    /// The deed, the state after it, and why it is refused.
    fn expected(
        &self,
        does: Does,
        generation: u64,
        before: &State,
    ) -> (Deed, State, Option<&'static str>) {
        let next = |payload: &[u8]| Some((generation + 1, payload.to_vec()));
        let same = before.as_ref().map(|(_, payload)| payload.as_slice());
        let new = |length| payload(length, 1_000);
        match does {
            Creates(length) => (Deed::Create(new(length)), next(&new(length)), None),
            Does::Saves(length) => (Deed::Save(new(length)), next(&new(length)), None),
            SavesInVain(length, why) => (Deed::Save(new(length)), before.clone(), Some(why)),
            SetsPassword => (Deed::Password, same.and_then(next), None),
            MakesRecoveryKey => (Deed::RecoveryKey, same.and_then(next), None),
            Rekeys => (Deed::Rekey, same.and_then(next), None),
            Merges => {
                let theirs = self.copy.as_ref().map(|(payload, _)| payload.as_slice());
                let both = [same.unwrap_or_default(), theirs.unwrap_or_default()].concat();
                (Deed::Merge, next(&both), None)
            }
            WritesSideFile => (Deed::SideFile, before.clone(), None),
            Restores(older) => {
                let all = backups::list(&*self.fs, &self.path).expect("they can be listed");
                let locked = LockedVault::open_on(self.fs.clone(), &all[older].path)
                    .expect("a whole backup");
                let (_, payload) = locked
                    .unlock(Credential::Recovery(&self.key))
                    .expect("the scenario's key");
                let after = Some((all[older].generation, payload.to_vec()));
                (Deed::Restore(all[older].generation), after, None)
            }
        }
    }

    fn save(&mut self) {
        self.number += 1;
        let (payload, stamp) = (payload(50, self.number), stamp(self.now));
        let saved = self.vault().update(&stamp, |_| {
            Ok::<_, crate::Error>(Zeroizing::new(payload.clone()))
        });
        saved.expect("nothing stands in the way");
    }

    /// Another device saves the vault as it is now, and a sync program leaves that beside ours.
    fn copy_apart(&mut self) {
        let there = Path::new("/there.keytick");
        self.fs.put(there, &bytes(&self.fs, &self.path));
        let locked = LockedVault::open_on(self.fs.clone(), there).expect("a copy opens");
        let (mut vault, _) = locked
            .unlock(Credential::Recovery(&self.key))
            .expect("the scenario's key");
        let payload = b"saved elsewhere".to_vec();
        let saved = vault.update(&stamp(self.now), |_| {
            Ok::<_, crate::Error>(Zeroizing::new(payload.clone()))
        });
        saved.expect("nothing stands in the way");
        let file = Arc::new(bytes(&self.fs, there));
        self.fs
            .put(&self.beside("vault (conflicted copy).keytick"), &file);
        self.fs.take_away(there);
        self.copy = Some((payload, file));
    }

    fn reopen(&mut self) {
        let locked = LockedVault::open_on(self.fs.clone(), &self.path).expect("it was just made");
        let opened = locked.unlock(Credential::Recovery(&self.key));
        self.vault = Some(opened.expect("the scenario's key").0);
    }

    fn generation(&self) -> u64 {
        self.vault
            .as_ref()
            .map_or(0, |vault| vault.info().generation)
    }

    fn vault(&mut self) -> &mut Vault {
        self.vault.as_mut().expect("a row makes the vault first")
    }

    fn cut(&self, path: &Path) {
        let whole = bytes(&self.fs, path);
        self.fs.take_away(path);
        self.fs.put(path, &whole[..whole.len() - 1]);
    }

    /// Where the vault's file is to be made: a new vault does not follow links.
    fn real_path(&self) -> PathBuf {
        match crate::path::resolve(&*self.fs, &self.path) {
            Ok(path) => path,
            Err(_) if crate::disk::exists(&*self.fs, &self.path) => {
                PathBuf::from("/synced/vault.keytick")
            }
            Err(_) => self.path.clone(),
        }
    }

    fn beside(&self, name: &str) -> PathBuf {
        crate::path::folder(&self.path).join(name)
    }
}

/// A password's slot, derived once.
fn slow_slot() -> Prepared {
    static SLOT: LazyLock<Prepared> = LazyLock::new(|| {
        let password = Password::new(Zeroizing::new("new".to_owned())).expect("a password");
        prepare_password(Path::new("v"), &password, KdfCost::cheap()).expect("a cheap derivation")
    });
    SLOT.clone()
}

#[test]
fn there_are_forty_and_each_works_when_nothing_happens() {
    assert!(all().len() >= 40);
    for world in all() {
        let mut stage = world.stage();
        let refused = stage.act(world).err().map(|error| error.id());
        assert_eq!(refused, world.refused, "{}", world.name);
        let checked = world.check(&stage.fs.disk(), &super::world::Seen::Acknowledged);
        assert_eq!(checked, Ok(()), "{}", world.name);
    }
}
