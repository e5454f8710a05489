//! Keys that work in every window of the computer: one opens quick search, one copies the
//! last account again.
//!
//! X11 is asked by `keytick-front`, Windows and macOS by Tauri's plugin, which was never run
//! there. On Wayland a desktop keeps its keys to itself: its portal is asked once a person
//! wants that, and it can be told to start `keytick-desktop --quick`.

use std::sync::Mutex;

use keytick_front::Chord;
use tauri::{AppHandle, Manager, Runtime};

use crate::error::UiError;
use crate::events::{Ends, Failed, Happening, SessionChanged};
use crate::quick;
use crate::settings::Settings;
use crate::state::{AppState, hold};
use crate::views::SessionKind;

/// What keys are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    QuickSearch,
    CopyLast,
}

/// The keys that are ours now.
#[derive(Default)]
pub struct Hotkeys {
    quick_search: Mutex<Option<system::Held>>,
    copy_last: Mutex<Option<system::Held>>,
    /// What is still to be told.
    trouble: Mutex<Option<UiError>>,
}

impl Hotkeys {
    /// Whether there are keys that open quick search.
    pub fn open_quick_search(&self) -> bool {
        // A desktop may be asking the person for them just now.
        let held = self.quick_search.try_lock();
        held.is_ok_and(|held| held.is_some())
    }

    fn held(&self, what: For) -> &Mutex<Option<system::Held>> {
        match what {
            For::QuickSearch => &self.quick_search,
            For::CopyLast => &self.copy_last,
        }
    }
}

/// Takes the keys that are set. If another program has them, that is told when the vault is
/// opened: before, nobody may hear it. A desktop that has to be asked may take its time.
pub fn begin<R: Runtime>(app: &AppHandle<R>, settings: &Settings) {
    app.manage(Hotkeys::default());
    let (asks, app, settings) = (settings.desktop_keys, app.clone(), settings.clone());
    let take = move || {
        let quick_search = set(&app, For::QuickSearch, &settings);
        let copy_last = set(&app, For::CopyLast, &settings);
        *hold(&app.state::<Hotkeys>().trouble) = quick_search.and(copy_last).err();
    };
    if asks && cfg!(target_os = "linux") {
        std::thread::spawn(take);
    } else {
        take();
    }
}

/// Whether the desktop has to be asked before keys work from anywhere, and can be.
pub fn lends_keys() -> bool {
    #[cfg(target_os = "linux")]
    let lends = keytick_front::is_wayland() && keytick_front::portal::Portal::default().lends();
    #[cfg(not(target_os = "linux"))]
    let lends = false;
    lends
}

/// The vault was opened, or something else happened.
pub fn hear<R: Runtime>(app: &AppHandle<R>, happening: &Happening) {
    let Happening::SessionChanged(SessionChanged(status)) = happening else {
        return;
    };
    let trouble = match app.try_state::<Hotkeys>() {
        Some(hotkeys) if status.session == SessionKind::Unlocked => hold(&hotkeys.trouble).take(),
        _ => None,
    };
    if let Some(error) = trouble {
        let ends = Ends::Nothing;
        Happening::Failed(Failed { error, ends }).emit(app);
    }
}

/// Takes other keys, where the settings have others.
///
/// # Errors
/// `desktop-keys-taken`, `desktop-keys-impossible`, `desktop-keys-refused`. What was done until
/// then stays; who asks sets it back.
pub fn change<R: Runtime>(
    app: &AppHandle<R>,
    before: &Settings,
    now: &Settings,
) -> Result<(), UiError> {
    let Some(hotkeys) = app.try_state::<Hotkeys>() else {
        return Ok(());
    };
    let taken = |settings: &Settings, what| {
        let keys = keys(settings, what).map(str::to_owned);
        (keys, settings.desktop_keys)
    };
    let all = [For::QuickSearch, For::CopyLast];
    let changed = all
        .iter()
        .filter(|what| taken(before, **what) != taken(now, **what));
    // All are given up first: two may have been swapped.
    for what in changed.clone() {
        *hold(hotkeys.held(*what)) = None;
    }
    changed
        .into_iter()
        .try_for_each(|what| set(app, *what, now))
}

/// The keys that are set for this.
fn keys(settings: &Settings, what: For) -> Option<&str> {
    match what {
        For::QuickSearch => settings.quick_keys.as_deref(),
        For::CopyLast => settings.copy_last_keys.as_deref(),
    }
}

fn set<R: Runtime>(app: &AppHandle<R>, what: For, settings: &Settings) -> Result<(), UiError> {
    let Some(hotkeys) = app.try_state::<Hotkeys>() else {
        return Ok(());
    };
    let mut held = hold(hotkeys.held(what));
    // Given up first: the same keys may be wanted in another place.
    *held = None;
    let Some(keys) = keys(settings, what) else {
        return Ok(());
    };
    let chord: Chord = keys
        .parse()
        .map_err(|_| UiError::new("desktop-bad-request"))?;
    *held = system::take(app, &chord, what, settings.desktop_keys)?;
    Ok(())
}

fn press<R: Runtime>(app: &AppHandle<R>, what: For) {
    match what {
        For::QuickSearch => quick::toggle(app),
        For::CopyLast => copy_last(app),
    }
}

/// Copies the last account again. Where that cannot be done, quick search says why. In a
/// thread of its own: it may wait for the next code.
fn copy_last<R: Runtime>(app: &AppHandle<R>) {
    let shell = app.state::<AppState>();
    if let Err(why) = tauri::async_runtime::block_on(shell.copy_last()) {
        // That it is locked, or that nothing was used yet, quick search shows by itself.
        let is_seen = ["desktop-locked", "desktop-nothing-to-copy"].contains(&why.id.as_ref());
        quick::open_with(app, (!is_seen).then_some(why));
    }
}

#[cfg(target_os = "linux")]
mod system {
    use keytick_front::portal::{Portal, Purpose};
    use keytick_front::{Chord, Hotkey, NotGrabbed, is_wayland};
    use keytick_texts::text;
    use tauri::{AppHandle, Runtime};

    use super::{For, press};
    use crate::error::UiError;

    pub type Held = Hotkey;

    /// None on Wayland, unless the desktop is to be asked.
    pub fn take<R: Runtime>(
        app: &AppHandle<R>,
        chord: &Chord,
        what: For,
        asks: bool,
    ) -> Result<Option<Held>, UiError> {
        let app = app.clone();
        let held = match (is_wayland(), asks) {
            (false, _) => Hotkey::grab(chord, move || press(&app, what)),
            (true, true) => ask(&app, chord, what),
            (true, false) => return Ok(None),
        };
        held.map(Some).map_err(|error| {
            UiError::new(match error {
                NotGrabbed::Taken => "desktop-keys-taken",
                NotGrabbed::Refused => "desktop-keys-refused",
                NotGrabbed::Impossible => "desktop-keys-impossible",
            })
        })
    }

    fn ask<R: Runtime>(app: &AppHandle<R>, chord: &Chord, what: For) -> Result<Held, NotGrabbed> {
        let (id, description) = match what {
            For::QuickSearch => ("quick-search", "shortcuts-quick"),
            For::CopyLast => ("copy-last", "shortcuts-copy-last"),
        };
        let description = text(description, &[]);
        let purpose = Purpose {
            id,
            description: &description,
            app: &app.config().identifier,
        };
        let pressed = app.clone();
        let pressed = move || press(&pressed, what);
        let lent = Portal::default().grab(chord, purpose, pressed);
        lent.map(Hotkey::Portal)
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use keytick_front::Chord;
    use tauri::{AppHandle, Runtime};
    use tauri_plugin_global_shortcut::{GlobalShortcutExt, ShortcutState};

    use super::{For, press};
    use crate::error::UiError;

    /// Keys that are given back when this is dropped.
    pub struct Held(Box<dyn Fn() + Send>);

    impl Drop for Held {
        fn drop(&mut self) {
            (self.0)();
        }
    }

    pub fn take<R: Runtime>(
        app: &AppHandle<R>,
        chord: &Chord,
        what: For,
        _asks: bool,
    ) -> Result<Option<Held>, UiError> {
        let keys = chord.accelerator();
        let taken = |_| UiError::new("desktop-keys-taken");
        app.global_shortcut()
            .on_shortcut(keys.as_str(), move |app, _, event| {
                if event.state() == ShortcutState::Pressed {
                    let app = app.clone();
                    // Quick search is not opened by the window's thread.
                    std::thread::spawn(move || press(&app, what));
                }
            })
            .map_err(taken)?;
        let app = app.clone();
        Ok(Some(Held(Box::new(move || {
            let _gone = app.global_shortcut().unregister(keys.as_str());
        }))))
    }
}
