//! A file system on a disk in memory that can be stopped, can refuse, and can forget to wait.

use std::ffi::OsString;
use std::fs::TryLockError;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use super::disk::{Disk, Entry, File, Folder, Node, split};
use crate::fs::{Fs, Kind, Metadata, Opened};

/// What goes wrong, and at which call.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Fate {
    /// Nothing.
    #[default]
    Good,
    /// The program is killed at this call, counted from 1.
    Killed { call: usize, moment: Moment },
    /// This call fails, and as many after it.
    Fails {
        call: usize,
        calls: usize,
        error: io::ErrorKind,
        moment: Moment,
    },
}

/// When during a call something goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    Before,
    /// After half of the bytes, for a call that writes; any other has done its work.
    Amid,
}

/// What this file system cannot do, or only says that it did.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lacks {
    /// A file's `sync` returns at once: the first negative control.
    pub(super) file_sync: bool,
    /// A folder's `sync` returns at once: the second one.
    pub(super) folder_sync: bool,
    /// There are no second names.
    pub(super) links: bool,
    /// A write takes at most so many bytes.
    pub(super) long_writes: Option<usize>,
}

/// The simulated file system.
#[derive(Debug)]
pub(super) struct Simulated(Arc<Mutex<Machine>>);

#[derive(Debug, Default)]
struct Machine {
    disk: Disk,
    lacks: Lacks,
    fate: Fate,
    dead: bool,
    calls: usize,
    /// Moves onto this path fail, as often as said: another program holds the file.
    held: Option<(PathBuf, usize)>,
    /// Nothing can be made in this folder.
    closed: Option<PathBuf>,
    /// The disk after every call that changed it, if wanted.
    record: Option<Vec<Disk>>,
}

impl Simulated {
    /// An empty disk with a root folder.
    pub(super) fn new(lacks: Lacks) -> Self {
        let root = Entry::Folder(Folder::default());
        Self::on(Disk { nodes: vec![root] }, lacks)
    }

    pub(super) fn on(disk: Disk, lacks: Lacks) -> Self {
        Self(Arc::new(Mutex::new(Machine {
            disk,
            lacks,
            ..Machine::default()
        })))
    }

    pub(super) fn disk(&self) -> Disk {
        self.machine().disk.clone()
    }

    pub(super) fn set_disk(&self, disk: Disk) {
        self.machine().disk = disk;
    }

    /// Starts counting calls, with what is to happen.
    pub(super) fn set_fate(&self, fate: Fate) {
        let mut machine = self.machine();
        machine.fate = fate;
        machine.calls = 0;
    }

    /// The calls since [`Self::set_fate`].
    pub(super) fn calls(&self) -> usize {
        self.machine().calls
    }

    pub(super) fn start_recording(&self) {
        self.machine().record = Some(Vec::new());
    }

    pub(super) fn recorded(&self) -> Vec<Disk> {
        self.machine().record.take().unwrap_or_default()
    }

    pub(super) fn hold(&self, path: &Path, times: usize) {
        self.machine().held = Some((path.to_owned(), times));
    }

    pub(super) fn close(&self, folder: &Path) {
        self.machine().closed = Some(folder.to_owned());
    }

    /// Puts a file there without a call, as something other than Keytick does.
    pub(super) fn put(&self, path: &Path, bytes: &[u8]) {
        let mut machine = self.machine();
        let bytes = Arc::new(bytes.to_vec());
        let file = File {
            durable: bytes.clone(),
            bytes,
            read_only: false,
        };
        machine.disk.place(path, Entry::File(file));
    }

    /// The bytes at a path, without a call.
    pub(super) fn peek(&self, path: &Path) -> Option<Arc<Vec<u8>>> {
        match self.machine().disk.at(path).ok()? {
            Entry::File(file) => Some(file.bytes.clone()),
            _ => None,
        }
    }

    pub(super) fn put_link(&self, path: &Path, to: &Path) {
        self.machine().disk.place(path, Entry::Link(to.to_owned()));
    }

    pub(super) fn put_folder(&self, path: &Path) {
        let folder = Entry::Folder(Folder::default());
        self.machine().disk.place(path, folder);
    }

    pub(super) fn set_read_only(&self, path: &Path, read_only: bool) {
        let mut machine = self.machine();
        if let Ok(Entry::File(file)) = machine.disk.at(path) {
            file.read_only = read_only;
        }
    }

    pub(super) fn take_away(&self, path: &Path) {
        let mut machine = self.machine();
        let (folder, name) = split(path);
        if let Ok(folder) = machine.disk.folder(folder) {
            folder.names.remove(name);
            folder.durable.remove(name);
        }
    }

    fn machine(&self) -> MutexGuard<'_, Machine> {
        self.0.lock().expect("no test panics while it holds this")
    }
}

impl Machine {
    /// A call that changes nothing.
    fn look<T>(&mut self, act: impl FnOnce(&mut Self) -> io::Result<T>) -> io::Result<T> {
        self.call(|machine, _| act(machine))
    }

    /// A call that changes the disk. `act` is told whether to do only half.
    fn change<T>(&mut self, act: impl FnOnce(&mut Self, bool) -> io::Result<T>) -> io::Result<T> {
        let calls = self.calls;
        let done = self.call(act);
        if self.calls > calls
            && let Some(record) = &mut self.record
        {
            record.push(self.disk.clone());
        }
        done
    }

    /// One call: counted, and as the fate wants it.
    fn call<T>(&mut self, act: impl FnOnce(&mut Self, bool) -> io::Result<T>) -> io::Result<T> {
        if self.dead {
            return Err(killed());
        }
        self.calls += 1;
        let (moment, error) = match self.fate {
            Fate::Killed { call, moment } if call == self.calls => {
                self.dead = true;
                (moment, killed())
            }
            Fate::Fails {
                call,
                calls,
                error,
                moment,
            } if (call..call + calls).contains(&self.calls) => (moment, error.into()),
            _ => return act(self, false),
        };
        if moment != Moment::Before {
            // What it gave is lost on the way back.
            let _ = act(self, moment == Moment::Amid);
        }
        Err(error)
    }

    fn refuse_closed(&self, path: &Path) -> io::Result<()> {
        match &self.closed {
            Some(closed) if closed == split(path).0 => Err(io::ErrorKind::PermissionDenied.into()),
            _ => Ok(()),
        }
    }
}

fn killed() -> io::Error {
    io::Error::other("the program is dead")
}

impl Fs for Simulated {
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        self.machine().look(|machine| {
            let (kind, read_only) = match machine.disk.at(path)? {
                Entry::File(file) => (Kind::File, file.read_only),
                _ => (Kind::Folder, false),
            };
            Ok(Metadata { kind, read_only })
        })
    }

    fn is_link(&self, path: &Path) -> io::Result<bool> {
        self.machine().look(|machine| {
            let node = machine.disk.find_link(path)?;
            Ok(matches!(machine.disk.nodes[node], Entry::Link(_)))
        })
    }

    fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        self.machine().look(|machine| {
            let node = machine.disk.find_link(path)?;
            match &machine.disk.nodes[node] {
                Entry::Link(to) => Ok(to.clone()),
                _ => Ok(path.to_owned()),
            }
        })
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Opened>> {
        let node = self.machine().look(|machine| machine.disk.find(path))?;
        Ok(Box::new(Handle::new(&self.0, node)))
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn Opened>> {
        let node = self.machine().change(|machine, _| {
            machine.refuse_closed(path)?;
            machine.disk.make(path, Entry::File(File::default()))
        })?;
        Ok(Box::new(Handle::new(&self.0, node)))
    }

    fn open_lock(&self, path: &Path) -> io::Result<Box<dyn Opened>> {
        let node = self
            .machine()
            .change(|machine, _| match machine.disk.find(path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    machine.disk.make(path, Entry::File(File::default()))
                }
                found => found,
            })?;
        Ok(Box::new(Handle::new(&self.0, node)))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.machine().change(|machine, _| {
            machine.refuse_closed(path)?;
            let folder = Entry::Folder(Folder::default());
            machine.disk.make(path, folder).map(drop)
        })
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.machine()
            .look(|machine| Ok(machine.disk.folder(folder)?.names.keys().cloned().collect()))
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        self.machine().change(|machine, _| {
            if machine.lacks.links {
                return Err(io::ErrorKind::Unsupported.into());
            }
            machine.refuse_closed(name)?;
            let node = machine.disk.find_link(file)?;
            if machine.disk.find_link(name).is_ok() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            let (folder, name) = split(name);
            machine.disk.folder(folder)?.set(name, Some(node), None);
            Ok(())
        })
    }

    /// Within one folder, which is all that the vault does.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.machine().change(|machine, _| {
            if let Some((held, times)) = &mut machine.held
                && held == to
                && *times > 0
            {
                *times -= 1;
                return Err(io::ErrorKind::ResourceBusy.into());
            }
            let node = machine.disk.find_link(from)?;
            let (folder, name) = split(to);
            let (folder_before, name_before) = split(from);
            assert_eq!(folder, folder_before, "a move into another folder");
            let folder = machine.disk.folder(folder)?;
            folder.set(name, Some(node), None);
            let after = folder.pending.len() - 1;
            folder.set(name_before, None, Some(after));
            Ok(())
        })
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        self.machine().change(|machine, _| {
            machine.refuse_closed(file)?;
            machine.disk.find_link(file)?;
            let (folder, name) = split(file);
            machine.disk.folder(folder)?.set(name, None, None);
            Ok(())
        })
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.machine().change(|machine, _| {
            let ignored = machine.lacks.folder_sync;
            let folder = machine.disk.folder(folder)?;
            if !ignored {
                folder.sync();
            }
            Ok(())
        })
    }

    /// Time passes at once.
    fn pause(&self, _: Duration) {}
}

/// An open file of the simulation.
struct Handle {
    machine: Arc<Mutex<Machine>>,
    node: Node,
    position: usize,
}

impl Handle {
    fn new(machine: &Arc<Mutex<Machine>>, node: Node) -> Self {
        Self {
            machine: machine.clone(),
            node,
            position: 0,
        }
    }

    fn machine(&self) -> MutexGuard<'_, Machine> {
        self.machine
            .lock()
            .expect("no test panics while it holds this")
    }
}

impl Read for Handle {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (node, position) = (self.node, self.position);
        let count = self.machine().look(|machine| {
            let bytes = &machine.disk.file(node).bytes;
            let rest = bytes.get(position..).unwrap_or_default();
            let count = rest.len().min(buffer.len());
            buffer[..count].copy_from_slice(&rest[..count]);
            Ok(count)
        })?;
        self.position += count;
        Ok(count)
    }
}

impl Write for Handle {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let (node, position) = (self.node, self.position);
        let count = self.machine().change(|machine, half| {
            let mut count = buffer
                .len()
                .min(machine.lacks.long_writes.unwrap_or(usize::MAX));
            if half {
                count = count.div_ceil(2);
            }
            let bytes = Arc::make_mut(&mut machine.disk.file(node).bytes);
            bytes.resize(bytes.len().max(position + count), 0);
            bytes[position..position + count].copy_from_slice(&buffer[..count]);
            Ok(count)
        })?;
        self.position += count;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Handle {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let SeekFrom::Start(position) = to else {
            return Err(io::ErrorKind::Unsupported.into());
        };
        self.position = usize::try_from(position).map_err(io::Error::other)?;
        Ok(position)
    }
}

impl Opened for Handle {
    fn size(&self) -> io::Result<u64> {
        let node = self.node;
        self.machine()
            .look(|machine| Ok(machine.disk.file(node).bytes.len() as u64))
    }

    fn sync(&mut self) -> io::Result<()> {
        let node = self.node;
        self.machine().change(|machine, _| {
            let ignored = machine.lacks.file_sync;
            let file = machine.disk.file(node);
            if !ignored {
                file.durable = file.bytes.clone();
            }
            Ok(())
        })
    }

    /// The simulation has one program at a time.
    fn try_lock(&self) -> Result<(), TryLockError> {
        let locked = self.machine().look(|_| Ok(()));
        locked.map_err(TryLockError::Error)
    }
}
