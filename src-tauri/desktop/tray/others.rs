//! The tray of Windows and macOS. Type-checked, never run.

use keytick_texts::text;
use tauri::menu::{Menu, MenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Wry};

use super::{Does, ITEMS, act, icon};

/// The tray, for as long as the program runs.
pub struct Tray {
    icon: Option<TrayIcon<Wry>>,
}

impl Tray {
    /// Puts the icon into the tray.
    pub fn new(app: AppHandle<Wry>) -> Self {
        Self {
            icon: build(&app).ok(),
        }
    }

    /// Whether a person sees it.
    pub fn is_there(&self) -> bool {
        self.icon.is_some()
    }

    /// Sets the dot, or takes it away.
    pub fn mark(&self, holds_code: bool) {
        if let Some(tray) = &self.icon {
            // Without a dot it is still the icon.
            let _plain = tray.set_icon(Some(icon(holds_code)));
        }
    }

    /// Says everything anew.
    pub fn speak(&self) {
        if let Some(tray) = &self.icon {
            let menu = menu(tray.app_handle());
            // In the other language it is still of use.
            let _as_before = menu.and_then(|menu| tray.set_menu(Some(menu)));
            let _as_before = tray.set_tooltip(Some(text("tray-title", &[])));
        }
    }
}

fn menu(app: &AppHandle<Wry>) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(app)?;
    for (id, _) in ITEMS {
        menu.append(&MenuItem::with_id(
            app,
            id,
            text(id, &[]),
            true,
            None::<&str>,
        )?)?;
    }
    Ok(menu)
}

fn build(app: &AppHandle<Wry>) -> tauri::Result<TrayIcon<Wry>> {
    let menu = menu(app)?;
    TrayIconBuilder::new()
        .icon(icon(false))
        .tooltip(text("tray-title", &[]))
        .menu(&menu)
        .show_menu_on_left_click(false)
        .on_menu_event(|app, event| {
            let does = ITEMS.iter().find(|(id, _)| event.id() == *id);
            if let Some((_, does)) = does {
                act(app, *does);
            }
        })
        .on_tray_icon_event(|tray, event| {
            if let TrayIconEvent::Click {
                button: MouseButton::Left,
                button_state: MouseButtonState::Up,
                ..
            } = event
            {
                act(tray.app_handle(), Does::OpenQuick);
            }
        })
        .build(app)
}
