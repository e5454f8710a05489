//! A disk in memory: what programs see of it, and what would be left of that without power.
//!
//! Every file has the bytes that programs see and those that the disk has; every folder the
//! same of its names. What lies between the two is pending until somebody waits for it: only
//! the file's own `sync` makes bytes durable, only that of a folder its names. A file that is
//! renamed before it was waited for may be empty after a power cut, and a name that was not
//! waited for may be the old one. Real file systems are kinder than this, none is allowed to
//! be less kind.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The number of a file or folder, whatever its names are.
pub(super) type Node = usize;

/// Everything on the disk and everything that is on its way there.
#[derive(Clone, Debug, Default)]
pub(super) struct Disk {
    pub(super) nodes: Vec<Entry>,
}

/// What a node is.
#[derive(Clone, Debug)]
pub(super) enum Entry {
    File(File),
    Folder(Folder),
    Link(PathBuf),
}

/// A file's bytes, as programs see them and as the disk has them.
#[derive(Clone, Debug, Default)]
pub(super) struct File {
    pub(super) bytes: Arc<Vec<u8>>,
    pub(super) durable: Arc<Vec<u8>>,
    pub(super) read_only: bool,
}

/// A folder's names as programs see them, and what came since the disk had them.
#[derive(Clone, Debug, Default)]
pub(super) struct Folder {
    pub(super) names: BTreeMap<OsString, Node>,
    pub(super) durable: BTreeMap<OsString, Node>,
    pub(super) pending: Vec<Naming>,
}

/// A change of a folder that the disk may or may not have yet.
#[derive(Clone, Debug)]
pub(super) struct Naming {
    name: OsString,
    /// What has the name now, or nothing.
    node: Option<Node>,
    /// The change before it without which it cannot be: the file that was moved has its new
    /// name before it loses the old one.
    pub(super) after: Option<usize>,
}

impl Disk {
    /// The node at a path, links followed.
    pub(super) fn find(&self, path: &Path) -> io::Result<Node> {
        let mut node = 0;
        let names = path.components().filter_map(|part| match part {
            Component::Normal(name) => Some(name),
            _ => None,
        });
        for name in names {
            node = self.follow(self.child(node, name)?)?;
        }
        Ok(node)
    }

    /// The same without following a link at its end.
    pub(super) fn find_link(&self, path: &Path) -> io::Result<Node> {
        let (folder, name) = split(path);
        self.child(self.find(folder)?, name)
    }

    fn child(&self, folder: Node, name: &OsStr) -> io::Result<Node> {
        match &self.nodes[folder] {
            Entry::Folder(folder) => folder.names.get(name).copied(),
            _ => return Err(io::ErrorKind::NotADirectory.into()),
        }
        .ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn follow(&self, node: Node) -> io::Result<Node> {
        match &self.nodes[node] {
            Entry::Link(to) => self.find(to),
            _ => Ok(node),
        }
    }

    pub(super) fn at(&mut self, path: &Path) -> io::Result<&mut Entry> {
        let node = self.find(path)?;
        Ok(&mut self.nodes[node])
    }

    pub(super) fn folder(&mut self, path: &Path) -> io::Result<&mut Folder> {
        match self.at(path)? {
            Entry::Folder(folder) => Ok(folder),
            _ => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    pub(super) fn file(&mut self, node: Node) -> &mut File {
        match &mut self.nodes[node] {
            Entry::File(file) => file,
            _ => unreachable!("only files are opened"),
        }
    }

    /// Makes something under a new name; the disk has it only after the folder's `sync`.
    pub(super) fn make(&mut self, path: &Path, entry: Entry) -> io::Result<Node> {
        if self.find_link(path).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let (folder, name) = split(path);
        let node = self.nodes.len();
        self.folder(folder)?.set(name, Some(node), None);
        self.nodes.push(entry);
        Ok(node)
    }

    /// Puts something in a place, on the disk at once.
    pub(super) fn place(&mut self, path: &Path, entry: Entry) {
        let node = self.nodes.len();
        self.nodes.push(entry);
        let (folder, name) = split(path);
        if let Ok(folder) = self.folder(folder) {
            folder.names.insert(name.to_owned(), node);
            folder.durable.insert(name.to_owned(), node);
        }
    }

    /// The folders with names that nobody waited for.
    pub(super) fn pending_folders(&self) -> impl Iterator<Item = (Node, &Folder)> {
        let nodes = self.nodes.iter().enumerate();
        nodes.filter_map(|(node, entry)| match entry {
            Entry::Folder(folder) if !folder.pending.is_empty() => Some((node, folder)),
            _ => None,
        })
    }

    /// The files with bytes that nobody waited for.
    pub(super) fn pending_files(&self) -> impl Iterator<Item = (Node, &File)> {
        let nodes = self.nodes.iter().enumerate();
        nodes.filter_map(|(node, entry)| match entry {
            Entry::File(file) if file.bytes != file.durable => Some((node, file)),
            _ => None,
        })
    }

    /// The disk after the power is back: of each folder with pending changes those that
    /// `survive`, of each file with pending bytes the `bytes` it is left with, of all others
    /// what the disk had.
    pub(super) fn after_power_cut(
        &self,
        survive: &BTreeMap<Node, Vec<bool>>,
        bytes: &BTreeMap<Node, Vec<u8>>,
    ) -> Self {
        let mut disk = self.clone();
        for (node, entry) in disk.nodes.iter_mut().enumerate() {
            match entry {
                Entry::Folder(folder) => folder.lose(survive.get(&node).map_or(&[], Vec::as_slice)),
                Entry::File(file) => {
                    if let Some(left) = bytes.get(&node) {
                        file.durable = Arc::new(left.clone());
                    }
                    file.bytes = file.durable.clone();
                }
                Entry::Link(_) => {}
            }
        }
        disk
    }

    /// What tells apart two disks that the same power cut may leave: the names, and the bytes
    /// of the files that are others than `before` it.
    pub(super) fn fingerprint(&self, before: &Self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let mut folders = vec![0];
        while let Some(node) = folders.pop() {
            let Entry::Folder(folder) = &self.nodes[node] else {
                continue;
            };
            folder.names.hash(&mut hasher);
            for node in folder.names.values() {
                match (&self.nodes[*node], &before.nodes[*node]) {
                    (Entry::Folder(_), _) => folders.push(*node),
                    (Entry::File(file), Entry::File(old)) if file.bytes != old.durable => {
                        file.bytes.hash(&mut hasher);
                    }
                    _ => {}
                }
            }
        }
        hasher.finish()
    }

    /// Every name that leads to a file, with the file's bytes.
    pub(super) fn files(&self) -> BTreeMap<PathBuf, Arc<Vec<u8>>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![(PathBuf::from("/"), 0)];
        while let Some((path, node)) = folders.pop() {
            let Entry::Folder(folder) = &self.nodes[node] else {
                continue;
            };
            for (name, node) in &folder.names {
                match &self.nodes[*node] {
                    Entry::Folder(_) => folders.push((path.join(name), *node)),
                    Entry::File(file) => {
                        files.insert(path.join(name), file.bytes.clone());
                    }
                    Entry::Link(_) => {}
                }
            }
        }
        files
    }

    /// Whether a node has a name in any folder, now or on the disk.
    pub(super) fn is_named(&self, node: Node) -> bool {
        self.nodes.iter().any(|entry| match entry {
            Entry::Folder(folder) => {
                folder.names.values().any(|it| *it == node)
                    || folder.durable.values().any(|it| *it == node)
                    || folder.pending.iter().any(|it| it.node == Some(node))
            }
            _ => false,
        })
    }
}

impl Folder {
    pub(super) fn set(&mut self, name: &OsStr, node: Option<Node>, after: Option<usize>) {
        match node {
            Some(node) => self.names.insert(name.to_owned(), node),
            None => self.names.remove(name),
        };
        self.pending.push(Naming {
            name: name.to_owned(),
            node,
            after,
        });
    }

    pub(super) fn sync(&mut self) {
        self.durable = self.names.clone();
        self.pending.clear();
    }

    fn lose(&mut self, survive: &[bool]) {
        let kept = std::mem::take(&mut self.pending);
        for (naming, _) in kept.into_iter().zip(survive).filter(|(_, kept)| **kept) {
            match naming.node {
                Some(node) => self.durable.insert(naming.name, node),
                None => self.durable.remove(&naming.name),
            };
        }
        self.names = self.durable.clone();
    }
}

/// A path's folder and name.
pub(super) fn split(path: &Path) -> (&Path, &OsStr) {
    let folder = path.parent().unwrap_or(Path::new("/"));
    (folder, path.file_name().unwrap_or_default())
}
