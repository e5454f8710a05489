//! The worlds of a server: finding them, taking steps in them, writing them down.
//!
//! A world's lock is held from the step until the step is on the disk, where there is a file:
//! an event that anybody has seen is one that is kept.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use tokio::sync::watch;

use crate::profile::Profile;
use crate::world::{Action, Event, Moment, Outcome, SessionId, World};

use super::store::{Row, Store, StoreError};

/// How many worlds a server holds.
pub(crate) const MOST_WORLDS: usize = 10_000;

/// How many snapshots a world keeps.
pub(crate) const MOST_SNAPSHOTS: usize = 64;

/// How many logins a world remembers that wait for their second request.
const MOST_RETRIES: usize = 1_000;

/// One world of a server.
pub(crate) struct Slot {
    pub id: Arc<str>,
    /// The world's profile, for those who do not take its turn.
    profile: RwLock<Arc<Profile>>,
    world: tokio::sync::Mutex<World>,
    /// The number of the newest event; whoever waits for events waits for this to change.
    newest: watch::Sender<u64>,
    snapshots: Mutex<BTreeMap<String, World>>,
    removed: AtomicBool,
    /// Challenges that a login's second request names only by being like the first.
    retries: Mutex<BTreeMap<String, SessionId>>,
}

/// All worlds of a server.
pub(crate) struct Worlds {
    slots: RwLock<BTreeMap<Arc<str>, Arc<Slot>>>,
    store: Option<Store>,
    clock: fn() -> u64,
    /// Who hears of every event, in order.
    listener: Mutex<Option<Sender<Arc<Event>>>>,
}

impl Worlds {
    /// The worlds of a file, or none yet.
    pub(crate) fn open(
        store: Option<Store>,
        clock: fn() -> u64,
        listener: Option<Sender<Arc<Event>>>,
    ) -> Result<Self, StoreError> {
        let worlds = Self {
            slots: RwLock::default(),
            store,
            clock,
            listener: Mutex::new(listener),
        };
        let Some(store) = &worlds.store else {
            return Ok(worlds);
        };
        let mut slots = BTreeMap::new();
        for (id, state) in store.worlds()? {
            let slot = restore(store, &id, &state)?;
            slots.insert(Arc::clone(&slot.id), Arc::new(slot));
        }
        Ok(Self {
            slots: RwLock::new(slots),
            ..worlds
        })
    }

    /// The time, for steps and views.
    pub(crate) fn now(&self) -> Moment {
        Moment::from_millis((self.clock)())
    }

    pub(crate) fn get(&self, id: &str) -> Option<Arc<Slot>> {
        self.slots
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(id)
            .cloned()
    }

    /// Every world, by id.
    pub(crate) fn all(&self) -> Vec<Arc<Slot>> {
        self.slots
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .values()
            .cloned()
            .collect()
    }
}

impl Worlds {
    /// Begins a world, in the file too.
    pub(crate) fn add(&self, world: World, id: &str) -> Result<Arc<Slot>, AddError> {
        let mut slots = self.slots.write().unwrap_or_else(PoisonError::into_inner);
        if slots.contains_key(id) {
            return Err(AddError::Taken);
        }
        if slots.len() >= MOST_WORLDS {
            return Err(AddError::TooMany);
        }
        let events: Vec<_> = world.events().since(0).cloned().collect();
        if let Some(store) = &self.store {
            store.replace(id, &state(&world), &rows(&events))?;
        }
        let slot = Arc::new(Slot::new(id, world));
        slots.insert(Arc::clone(&slot.id), Arc::clone(&slot));
        drop(slots);
        self.announce(&events);
        Ok(slot)
    }

    /// Ends a world, in the file too. `false` if there is none of this id.
    pub(crate) async fn remove(&self, id: &str) -> Result<bool, StoreError> {
        let Some(slot) = self.get(id) else {
            return Ok(false);
        };
        // The last turn: a step that is being taken is in the file before the world is not.
        let _last = slot.world.lock().await;
        let mut slots = self.slots.write().unwrap_or_else(PoisonError::into_inner);
        if slot.is_removed() {
            return Ok(false);
        }
        if let Some(store) = &self.store {
            store.remove(id)?;
        }
        slot.removed.store(true, Ordering::Relaxed);
        slots.remove(id);
        drop(slots);
        // Those who wait for its events wait no longer.
        slot.newest.send_modify(|_| {});
        Ok(true)
    }

    /// Takes turns in a world; nobody else does until it is dropped.
    pub(crate) async fn turn<'a>(&'a self, slot: &'a Slot) -> Turn<'a> {
        Turn {
            world: slot.world.lock().await,
            slot,
            worlds: self,
        }
    }

    fn announce(&self, events: &[Arc<Event>]) {
        let mut listener = self.listener.lock().unwrap_or_else(PoisonError::into_inner);
        let heard = listener.as_ref().is_none_or(|listener| {
            events
                .iter()
                .all(|event| listener.send(Arc::clone(event)).is_ok())
        });
        if !heard {
            *listener = None;
        }
    }
}

/// Why a world cannot begin.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AddError {
    #[error("there is a world of this id")]
    Taken,
    #[error("there are {MOST_WORLDS} worlds, the most there may be")]
    TooMany,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Slot {
    fn new(id: &str, world: World) -> Self {
        Self {
            id: id.into(),
            profile: RwLock::new(Arc::clone(world.profile())),
            newest: watch::Sender::new(newest(&world)),
            world: tokio::sync::Mutex::new(world),
            snapshots: Mutex::default(),
            removed: AtomicBool::new(false),
            retries: Mutex::default(),
        }
    }

    /// The world's profile. Its rules may change while the world goes on.
    pub(crate) fn profile(&self) -> Arc<Profile> {
        let profile = self.profile.read();
        Arc::clone(&profile.unwrap_or_else(PoisonError::into_inner))
    }

    fn take_over(&self, profile: &Arc<Profile>) {
        let mut known = self.profile.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone_from(&mut known, profile);
    }

    /// Tells of new events.
    pub(crate) fn newest(&self) -> watch::Receiver<u64> {
        self.newest.subscribe()
    }

    /// Whether the world is no more.
    pub(crate) fn is_removed(&self) -> bool {
        self.removed.load(Ordering::Relaxed)
    }

    fn retries(&self) -> MutexGuard<'_, BTreeMap<String, SessionId>> {
        self.retries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The challenge that a login like this one began.
    pub(crate) fn retry(&self, login: &str) -> Option<SessionId> {
        self.retries().get(login).cloned()
    }

    /// Remembers it.
    pub(crate) fn keep_retry(&self, login: &str, session: &SessionId) {
        let mut retries = self.retries();
        if retries.len() >= MOST_RETRIES {
            retries.clear();
        }
        retries.insert(login.to_owned(), session.clone());
    }

    /// Forgets it.
    pub(crate) fn forget_retry(&self, login: &str) {
        self.retries().remove(login);
    }

    fn snapshots(&self) -> MutexGuard<'_, BTreeMap<String, World>> {
        self.snapshots
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The names of the snapshots.
    pub(crate) fn snapshot_names(&self) -> Vec<String> {
        self.snapshots().keys().cloned().collect()
    }
}

/// A world in which steps are being taken.
pub(crate) struct Turn<'a> {
    world: tokio::sync::MutexGuard<'a, World>,
    slot: &'a Slot,
    worlds: &'a Worlds,
}

impl Turn<'_> {
    /// The world, to look at.
    pub(crate) fn world(&self) -> &World {
        &self.world
    }

    /// Takes a step. What it logged is in the file before this returns; a step that cannot be
    /// written was not taken.
    pub(crate) fn step(&mut self, action: Action) -> Result<Outcome, StoreError> {
        let now = self.worlds.now();
        self.change(|world| world.step(action, now))
    }

    /// Keeps the world as it is under a name.
    pub(crate) fn keep(&mut self, name: &str) -> Result<(), KeepError> {
        let mut snapshots = self.slot.snapshots();
        if snapshots.len() >= MOST_SNAPSHOTS && !snapshots.contains_key(name) {
            return Err(KeepError::TooMany);
        }
        let bare = self.world.bare();
        let store = self.worlds.store.as_ref();
        if let Some(store) = store.filter(|_| !self.slot.is_removed()) {
            blocking(|| store.keep(&self.slot.id, name, &json(&bare)))?;
        }
        snapshots.insert(name.to_owned(), bare);
        Ok(())
    }

    /// Puts the world back to how it was when `name` was kept. `None` if there is no such
    /// snapshot.
    pub(crate) fn restore(&mut self, name: &str) -> Result<Option<Outcome>, StoreError> {
        let Some(snapshot) = self.slot.snapshots().get(name).cloned() else {
            return Ok(None);
        };
        let now = self.worlds.now();
        self.change(|world| world.restore(&snapshot, now)).map(Some)
    }

    /// Changes the world, in the file first; it stays as it was if that fails.
    fn change(
        &mut self,
        change: impl FnOnce(&mut World) -> Outcome,
    ) -> Result<Outcome, StoreError> {
        // Who waited for the turn of a world that is no more leaves nothing of it in the file.
        let store = self.worlds.store.as_ref();
        let Some(store) = store.filter(|_| !self.slot.is_removed()) else {
            let outcome = change(&mut self.world);
            self.publish(&outcome.events);
            return Ok(outcome);
        };
        let mut changed = self.world.clone();
        let outcome = change(&mut changed);
        if !outcome.events.is_empty() {
            blocking(|| store.commit(&self.slot.id, &state(&changed), &rows(&outcome.events)))?;
        }
        *self.world = changed;
        self.publish(&outcome.events);
        Ok(outcome)
    }

    /// Lets everybody see what happened.
    fn publish(&self, events: &[Arc<Event>]) {
        if events.is_empty() {
            return;
        }
        self.slot.take_over(self.world.profile());
        self.slot.newest.send_replace(newest(&self.world));
        self.worlds.announce(events);
    }
}

/// Why a snapshot cannot be kept.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KeepError {
    #[error("a world keeps at most {MOST_SNAPSHOTS} snapshots")]
    TooMany,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Waits for the disk without keeping other requests from this thread.
fn blocking<T>(work: impl FnOnce() -> T) -> T {
    tokio::task::block_in_place(work)
}

fn newest(world: &World) -> u64 {
    world.events().next_seq() - 1
}

/// A world as the file has it: without its events, which have rows of their own.
fn state(world: &World) -> String {
    json(&world.bare())
}

fn json(bare: &World) -> String {
    serde_json::to_string(bare).expect("a world has text keys and finite numbers only")
}

fn rows(events: &[Arc<Event>]) -> Vec<Row> {
    events
        .iter()
        .map(|event| Row {
            seq: event.seq,
            json: serde_json::to_string(event).expect("an event has text keys only"),
        })
        .collect()
}

/// A world from the file, with its events and snapshots.
fn restore(store: &Store, id: &str, state: &str) -> Result<Slot, StoreError> {
    let read = |json: &str| {
        serde_json::from_str::<World>(json).map_err(|error| StoreError::Damaged {
            world: id.to_owned(),
            reason: error.to_string(),
        })
    };
    let events = store
        .events(id)?
        .iter()
        .map(|row| serde_json::from_str(&row.json))
        .collect::<Result<Vec<Event>, _>>()
        .map_err(|error| StoreError::Damaged {
            world: id.to_owned(),
            reason: error.to_string(),
        })?;
    let slot = Slot::new(id, read(state)?.with_events(events));
    for name in store.names(id)? {
        if let Some(json) = store.kept(id, &name)? {
            slot.snapshots().insert(name, read(&json)?);
        }
    }
    Ok(slot)
}
