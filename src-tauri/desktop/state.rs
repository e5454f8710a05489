//! The shell's state, in one place: whether the vault is there, locked or open, and the few
//! things that outlive a session.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use keytick_presence::Leaving;
use keytick_vault::KdfCost;
use zeroize::Zeroizing;

use crate::clipboard::Clipboard;
use crate::clock::{Moment, now_ms};
use crate::error::UiError;
use crate::events::{
    ClipboardCleared, ClipboardFilled, Happening, SessionChanged, SettingsChanged,
};
use crate::lab::Lab;
use crate::links::Links;
use crate::open::Open;
use crate::outside::Outside;
use crate::pin::Armed;
use crate::quick::Quick;
use crate::rest::Rest;
use crate::settings::Settings;
use crate::throttle::Throttle;
use crate::views::{SessionKind, Status};

/// Where the accounts stand. Locking drops [`Session::Unlocked`], and everything secret
/// with it.
pub enum Session {
    /// First run: there is no vault.
    NoVault,
    /// The vault was there since the program started, and is not there now.
    Missing(UiError),
    /// There is a file that is no whole vault, and why.
    Damaged(UiError),
    /// There is a vault. It is read afresh when the password comes, since another program
    /// may have written it.
    Locked {
        /// Whether the system's keychain opens it.
        keychain: bool,
    },
    /// The accounts are open.
    Unlocked(Box<Open>),
}

impl Session {
    fn kind(&self) -> SessionKind {
        match self {
            Self::NoVault => SessionKind::NoVault,
            Self::Missing(_) => SessionKind::Missing,
            Self::Damaged(_) => SessionKind::Damaged,
            Self::Locked { .. } => SessionKind::Locked,
            Self::Unlocked(_) => SessionKind::Unlocked,
        }
    }
}

/// What differs between the program and its tests.
pub struct Options {
    /// The vault's file; none where the system has no folder for it.
    pub vault: Option<PathBuf>,
    /// The file of a person's settings; none where the system has no folder for it.
    pub settings: Option<PathBuf>,
    /// Where this computer remembers the newest vaults it has seen; none: nowhere.
    pub seen: Option<PathBuf>,
    /// Time without a key or click until the vault is locked, in place of what is set.
    pub idle: Option<Duration>,
    /// Time without a window on view until the web views are let go.
    pub rest: Duration,
    /// The cost of a new password's key derivation.
    pub cost: fn() -> KdfCost,
    /// The command line, which the test lab runs practice sites with.
    pub keytick: PathBuf,
}

/// The shell behind the commands. Cheap to clone: all clones are the same shell.
#[derive(Clone)]
pub struct AppState(Arc<Shell>);

/// See [`AppState`], which derefs to it.
pub struct Shell {
    pub(crate) options: Options,
    pub(crate) outside: Arc<dyn Outside>,
    pub(crate) clipboard: Clipboard,
    session: Mutex<Session>,
    /// Counts sessions, so that what belongs to an old one can tell.
    sessions: AtomicU64,
    /// Held while a password is tried: guesses come one after the other.
    pub(crate) throttle: Mutex<Throttle>,
    /// Whether there was a vault since the program started.
    seen: AtomicBool,
    last_touch: Mutex<Moment>,
    settings: Mutex<Settings>,
    /// Stops the running read, if there is one.
    pub(crate) reading: Mutex<Option<Arc<AtomicBool>>>,
    /// The practice sites that run.
    pub(crate) lab: Mutex<Lab>,
    /// The vault's key under a PIN, if one is set.
    pub(crate) pin: Mutex<Option<Armed>>,
    pub(crate) quick: Quick,
    pub(crate) rest: Rest,
    /// Links from outside that wait for a review.
    pub(crate) links: Mutex<Links>,
    /// Whether the screens were read since the program started.
    pub(crate) captured: AtomicBool,
}

impl std::ops::Deref for AppState {
    type Target = Shell;

    fn deref(&self) -> &Shell {
        &self.0
    }
}

/// Locks a mutex. A panic elsewhere left the value whole, as changes are made to copies.
pub(crate) fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl AppState {
    /// Looks for the vault, without opening it.
    pub fn new(options: Options, outside: impl Outside) -> Self {
        let outside: Arc<dyn Outside> = Arc::new(outside);
        let (opener, teller) = (outside.clone(), outside.clone());
        let clipboard = Clipboard::start(
            move || opener.open_board(),
            move || teller.tell(Happening::ClipboardCleared(ClipboardCleared)),
        );
        let settings = Settings::read(options.settings.as_deref());
        let shell = Self(Arc::new(Shell {
            settings: Mutex::new(settings),
            options,
            outside,
            clipboard,
            session: Mutex::new(Session::NoVault),
            sessions: AtomicU64::new(0),
            throttle: Mutex::default(),
            seen: AtomicBool::new(false),
            last_touch: Mutex::new(Moment::now()),
            reading: Mutex::default(),
            lab: Mutex::default(),
            pin: Mutex::default(),
            quick: Quick::default(),
            rest: Rest::default(),
            links: Mutex::default(),
            captured: AtomicBool::new(false),
        }));
        shell.look_for_vault();
        shell
    }

    /// Runs what may take long away from the window's thread and from the other commands.
    ///
    /// # Errors
    /// Those of `act`.
    pub async fn work<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Self) -> Result<T, UiError> + Send + 'static,
    ) -> Result<T, UiError> {
        let shell = self.clone();
        let work = tauri::async_runtime::spawn_blocking(move || act(&shell));
        work.await
            .unwrap_or_else(|_| Err(UiError::new("desktop-internal")))
    }

    /// [`Self::work`] on the open accounts.
    ///
    /// # Errors
    /// `desktop-locked`, and those of `act`.
    pub async fn work_open<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Open) -> Result<T, UiError> + Send + 'static,
    ) -> Result<T, UiError> {
        self.work(|shell| shell.with_open(act)).await
    }

    /// Opens the session, and watches over it from now on.
    pub(crate) fn enter(&self, open: Open) {
        self.touch();
        self.seen.store(true, Ordering::Relaxed);
        let number = {
            let mut session = hold(&self.session);
            *session = Session::Unlocked(Box::new(open));
            self.sessions.fetch_add(1, Ordering::Relaxed) + 1
        };
        crate::watch::start(self, number);
        self.tell_session();
    }

    pub(crate) fn downgrade(&self) -> std::sync::Weak<Shell> {
        Arc::downgrade(&self.0)
    }

    pub(crate) fn upgrade(shell: &std::sync::Weak<Shell>) -> Option<Self> {
        shell.upgrade().map(Self)
    }
}

impl Shell {
    /// What the window needs to know before anything else.
    pub fn status(&self) -> Status {
        self.look_for_vault();
        self.status_of(&hold(&self.session))
    }

    /// [`Self::status`] of this session as it is, without a look at the disk.
    fn status_of(&self, session: &Session) -> Status {
        let kind = session.kind();
        let reason = match session {
            Session::Missing(reason) | Session::Damaged(reason) => Some(reason.clone()),
            _ => None,
        };
        let (recovery_confirmed, recovery_reminder) = match session {
            Session::Unlocked(open) => (open.recovery_confirmed(), open.recovery_reminder()),
            _ => (true, false),
        };
        let keychain = matches!(session, Session::Locked { keychain: true });
        Status {
            keychain,
            pin: kind == SessionKind::Locked && self.has_pin(),
            session: kind,
            reason,
            recovery_confirmed,
            recovery_reminder,
            clipboard_clears_at: self.clipboard.clears_at(),
            idle_minutes: self.idle().map_or(0, |idle| {
                u32::try_from(idle.as_secs().div_ceil(60)).unwrap_or(u32::MAX)
            }),
            wait_until: self.wait_until(),
            links: hold(&self.links).count(),
        }
    }

    /// Where the accounts stood when they were last looked at.
    pub(crate) fn kind(&self) -> SessionKind {
        hold(&self.session).kind()
    }

    /// Locks the vault and takes our text off the clipboard. Does nothing if it is not open.
    pub fn lock(&self) {
        if let Some(stop) = &*hold(&self.reading) {
            stop.store(true, Ordering::Relaxed);
        }
        let mut session = hold(&self.session);
        if !matches!(*session, Session::Unlocked(_)) {
            return;
        }
        // The page hears of it when it is so.
        let locked = Session::Locked { keychain: false };
        let Session::Unlocked(open) = std::mem::replace(&mut *session, locked) else {
            return;
        };
        let rest = open.close();
        // At once, so that no window shows codes for as long as a disk takes; and again below,
        // when the disk has told what lies there now.
        let locked = SessionChanged(self.status_of(&session));
        self.outside.tell(Happening::SessionChanged(locked));
        // A clipboard that is busy now is cleared by its owner in its time.
        let _later = self.clipboard.clear();
        // The last, since a disk may take its time; nobody opens the vault before it is done.
        rest.write();
        drop(session);
        self.tell_session();
    }

    /// The program ends: nothing of ours stays behind.
    pub fn quit(&self) {
        self.lock();
        self.forget_pin();
        hold(&self.lab).end();
        // Locked before, but a code was still on the clipboard.
        let _too_late = self.clipboard.clear();
    }

    /// A person is there: the idle time starts over.
    pub fn touch(&self) {
        *hold(&self.last_touch) = Moment::now();
    }

    /// Time left until the idle lock; none if it is due.
    pub(crate) fn idle_left(&self) -> Option<Duration> {
        let Some(allowed) = self.idle() else {
            return Some(Duration::MAX);
        };
        let idle = hold(&self.last_touch).elapsed();
        allowed.checked_sub(idle).filter(|left| !left.is_zero())
    }

    /// Time without a key or click until the vault is locked; none: never.
    fn idle(&self) -> Option<Duration> {
        let minutes = || self.settings().lock_after.map(u64::from);
        let set = || minutes().map(|minutes| Duration::from_secs(minutes * 60));
        self.options.idle.or_else(set)
    }

    /// What a person set.
    pub fn settings(&self) -> Settings {
        hold(&self.settings).clone()
    }

    /// Sets it, from now on, in every window.
    ///
    /// # Errors
    /// `desktop-bad-request`, `desktop-settings-not-saved`, and those of a system that does
    /// not do as it is told; nothing is set then.
    pub fn change_settings(&self, settings: Settings) -> Result<(), UiError> {
        settings.check()?;
        let before = self.settings();
        let applied = self.outside.apply(&before, &settings);
        let saved = applied.and_then(|()| settings.save(self.options.settings.as_deref()));
        if let Err(error) = saved {
            // Half of it may have been done.
            let _as_before = self.outside.apply(&settings, &before);
            return Err(error);
        }
        self.keep_settings(settings);
        Ok(())
    }

    /// Takes over whether the system starts the program: it may have been changed there.
    pub(crate) fn learn_autostart(&self, on: bool) {
        let before = self.settings();
        if before.autostart != on {
            let settings = Settings {
                autostart: on,
                ..before
            };
            // Not saved, it is learnt anew at the next start.
            let _for_now = settings.save(self.options.settings.as_deref());
            self.keep_settings(settings);
        }
    }

    fn keep_settings(&self, settings: Settings) {
        *hold(&self.settings) = settings.clone();
        let changed = SettingsChanged(settings);
        self.outside
            .tell(Happening::SettingsChanged(changed.into()));
    }

    /// The person leaves: locks the vault, if they set that.
    pub fn leave(&self, how: Leaving) {
        let set = self.settings();
        let locks = match how {
            Leaving::ScreenLocked => set.lock_with_screen,
            Leaving::Sleep => set.lock_on_sleep,
        };
        if locks {
            self.lock();
        }
    }

    /// Whether the session with this number is still open.
    pub(crate) fn is_open(&self, number: u64) -> bool {
        let session = hold(&self.session);
        self.sessions.load(Ordering::Relaxed) == number && matches!(*session, Session::Unlocked(_))
    }

    /// Does something with the open accounts.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-no-vault` or `desktop-file-missing`, and those of `act`.
    pub(crate) fn with_open<T>(
        &self,
        act: impl FnOnce(&mut Open) -> Result<T, UiError>,
    ) -> Result<T, UiError> {
        self.with_session(|_, open| act(open))
    }

    /// [`Self::with_open`], with the number of the session for [`Self::is_open`].
    ///
    /// # Errors
    /// Those of [`Self::with_open`].
    pub(crate) fn with_session<T>(
        &self,
        act: impl FnOnce(u64, &mut Open) -> Result<T, UiError>,
    ) -> Result<T, UiError> {
        match &mut *hold(&self.session) {
            Session::Unlocked(open) => act(self.sessions.load(Ordering::Relaxed), open),
            Session::NoVault => Err(UiError::new("desktop-no-vault")),
            Session::Missing(reason) | Session::Damaged(reason) => Err(reason.clone()),
            Session::Locked { .. } => Err(UiError::new("desktop-locked")),
        }
    }

    /// Whether a vault may be made or opened now, and which file it is in.
    ///
    /// # Errors
    /// `desktop-already-unlocked`, `desktop-file-missing`, `desktop-no-data-folder`.
    pub(crate) fn closed_vault(&self) -> Result<PathBuf, UiError> {
        self.look_for_vault();
        match &*hold(&self.session) {
            Session::Unlocked(_) => Err(UiError::new("desktop-already-unlocked")),
            // No second vault is begun while the first may come back.
            Session::Missing(reason) => Err(reason.clone()),
            _ => self.vault_path(),
        }
    }

    pub(crate) fn vault_path(&self) -> Result<PathBuf, UiError> {
        self.options
            .vault
            .clone()
            .ok_or_else(|| UiError::new("desktop-no-data-folder"))
    }

    /// Copies a secret, to be taken away after some time.
    pub(crate) fn put_on_clipboard(
        &self,
        text: Zeroizing<String>,
        seconds: u32,
    ) -> Result<u32, UiError> {
        self.clipboard
            .put(text, Duration::from_secs(seconds.into()))?;
        let filled = ClipboardFilled { seconds };
        self.outside.tell(Happening::ClipboardFilled(filled));
        Ok(seconds)
    }

    pub(crate) fn tell_session(&self) {
        self.outside
            .tell(Happening::SessionChanged(SessionChanged(self.status())));
    }

    /// A person gave the vault up: a file that is not there is a first run again.
    pub(crate) fn forget_vault(&self) {
        self.seen.store(false, Ordering::Relaxed);
        self.forget_pin();
    }

    /// Another program may have made, mended or removed the vault since the last look.
    pub(crate) fn look_for_vault(&self) {
        let mut session = hold(&self.session);
        if !matches!(*session, Session::Unlocked(_)) {
            let found = crate::session::look(self.options.vault.as_deref());
            let there = !matches!(found, Ok(None));
            let seen = self.seen.fetch_or(there, Ordering::Relaxed);
            *session = match found {
                Ok(Some(found)) => Session::Locked {
                    keychain: found.keychain,
                },
                Ok(None) if seen => Session::Missing(self.missing()),
                Ok(None) => Session::NoVault,
                Err(reason) if reason.id == "vault-broken-link" => Session::Missing(reason),
                Err(reason) => Session::Damaged(reason),
            };
        }
    }

    /// Says that the vault is not where it was, by its name.
    fn missing(&self) -> UiError {
        let name = self.options.vault.as_deref().and_then(Path::file_name);
        let name = name.unwrap_or_default().to_string_lossy();
        UiError::new("desktop-file-missing").with("path", name)
    }

    fn wait_until(&self) -> Option<u64> {
        // While a password is being tried there is no answer yet, and nobody waits for one.
        let throttle = self.throttle.try_lock().ok()?;
        let wait = throttle.wait(Instant::now())?;
        Some(now_ms() + u64::try_from(wait.as_millis()).unwrap_or(u64::MAX))
    }
}
