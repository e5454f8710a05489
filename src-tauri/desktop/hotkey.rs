//! Keys that work in every window of the computer: one opens quick search, one copies the
//! last account again.
//!
//! X11 is asked by `keytick-front`, Windows and macOS by Tauri's plugin, which was never run
//! there. On Wayland a desktop keeps its keys to itself; it can be told to start
//! `keytick-desktop --quick`.

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
        hold(&self.quick_search).is_some()
    }

    fn held(&self, what: For) -> &Mutex<Option<system::Held>> {
        match what {
            For::QuickSearch => &self.quick_search,
            For::CopyLast => &self.copy_last,
        }
    }
}

/// Takes the keys that are set. If another program has them, that is told when the vault is
/// opened: before, nobody may hear it.
pub fn begin<R: Runtime>(app: &AppHandle<R>, settings: &Settings) {
    app.manage(Hotkeys::default());
    let quick_search = set(app, For::QuickSearch, settings.quick_keys.as_deref());
    let copy_last = set(app, For::CopyLast, settings.copy_last_keys.as_deref());
    *hold(&app.state::<Hotkeys>().trouble) = quick_search.and(copy_last).err();
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
/// `desktop-keys-taken`. What was done until then stays; who asks sets it back.
pub fn change<R: Runtime>(
    app: &AppHandle<R>,
    before: &Settings,
    now: &Settings,
) -> Result<(), UiError> {
    let all = [
        (For::QuickSearch, &before.quick_keys, &now.quick_keys),
        (For::CopyLast, &before.copy_last_keys, &now.copy_last_keys),
    ];
    let changed = all.iter().filter(|(_, before, now)| before != now);
    // All are given up first: two may have been swapped.
    for (what, ..) in changed.clone() {
        set(app, *what, None)?;
    }
    for (what, _, now) in changed {
        set(app, *what, now.as_deref())?;
    }
    Ok(())
}

fn set<R: Runtime>(app: &AppHandle<R>, what: For, keys: Option<&str>) -> Result<(), UiError> {
    let Some(hotkeys) = app.try_state::<Hotkeys>() else {
        return Ok(());
    };
    let mut held = hold(hotkeys.held(what));
    // Given up first: the same keys may be wanted in another place.
    *held = None;
    let Some(keys) = keys else { return Ok(()) };
    let chord: Chord = keys
        .parse()
        .map_err(|_| UiError::new("desktop-bad-request"))?;
    *held = system::take(app, &chord, what)?;
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
    if tauri::async_runtime::block_on(shell.copy_last()).is_err() {
        quick::open(app);
    }
}

#[cfg(target_os = "linux")]
mod system {
    use keytick_front::x11::NotGrabbed;
    use keytick_front::{Chord, Hotkey};
    use tauri::{AppHandle, Runtime};

    use super::{For, press};
    use crate::error::UiError;

    pub type Held = Hotkey;

    /// Nothing on Wayland.
    pub fn take<R: Runtime>(
        app: &AppHandle<R>,
        chord: &Chord,
        what: For,
    ) -> Result<Option<Held>, UiError> {
        let pressed = app.clone();
        match Hotkey::grab(chord, move || press(&pressed, what)) {
            Ok(hotkey) => Ok(Some(hotkey)),
            Err(NotGrabbed::Taken) => Err(UiError::new("desktop-keys-taken")),
            Err(NotGrabbed::Impossible) => Ok(None),
        }
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
