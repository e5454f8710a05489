//! The tray of Linux desktops: a StatusNotifierItem
//! (<https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/>).
//!
//! Not Tauri's own, which needs a library of the system that it ends the program without, and
//! which hears no click.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use keytick_texts::text;
use ksni::blocking::{Handle, TrayMethods};
use ksni::menu::StandardItem;
use ksni::{MenuItem, OfflineReason};
use tauri::{AppHandle, Manager, Runtime, Wry};

use super::{Does, ITEMS, act, icon};

/// The tray, for as long as the program runs.
pub struct Tray {
    item: Option<Handle<Item<Wry>>>,
    is_there: Arc<AtomicBool>,
}

struct Item<R: Runtime> {
    app: AppHandle<R>,
    holds_code: bool,
    is_there: Arc<AtomicBool>,
}

impl Tray {
    /// Puts the icon into the tray, now or when the desktop has one. Waits for the bus, so it
    /// is not for the window's thread.
    pub fn new(app: AppHandle<Wry>) -> Self {
        let is_there = Arc::new(AtomicBool::new(true));
        let item = Item {
            app,
            holds_code: false,
            is_there: is_there.clone(),
        };
        let item = item.assume_sni_available(true).spawn().ok();
        if item.is_none() {
            is_there.store(false, Ordering::Relaxed);
        }
        Self { item, is_there }
    }

    /// Whether a person sees it.
    pub fn is_there(&self) -> bool {
        self.is_there.load(Ordering::Relaxed)
    }

    /// Sets the dot, or takes it away.
    pub fn mark(&self, holds_code: bool) {
        if let Some(item) = &self.item {
            item.update(|item| item.holds_code = holds_code);
        }
    }

    /// Says everything anew.
    pub fn speak(&self) {
        if let Some(item) = &self.item {
            // Its texts are asked for again.
            item.update(|_| ());
        }
    }
}

impl<R: Runtime> ksni::Tray for Item<R> {
    fn id(&self) -> String {
        "keytick".to_owned()
    }

    fn title(&self) -> String {
        text("tray-title", &[])
    }

    fn icon_pixmap(&self) -> Vec<ksni::Icon> {
        let icon = icon(self.holds_code);
        let side = |pixels| i32::try_from(pixels).unwrap_or_default();
        let mut data = icon.rgba().to_vec();
        for pixel in data.chunks_exact_mut(4) {
            // From RGBA to ARGB.
            pixel.rotate_right(1);
        }
        vec![ksni::Icon {
            width: side(icon.width()),
            height: side(icon.height()),
            data,
        }]
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        act(&self.app, Does::OpenQuick);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let item = |(id, does): (&str, Does)| {
            let item = StandardItem {
                label: text(id, &[]),
                activate: Box::new(move |item: &mut Self| act(&item.app, does)),
                ..StandardItem::default()
            };
            item.into()
        };
        ITEMS.into_iter().map(item).collect()
    }

    fn watcher_online(&self) {
        self.is_there.store(true, Ordering::Relaxed);
    }

    fn watcher_offline(&self, _: OfflineReason) -> bool {
        self.is_there.store(false, Ordering::Relaxed);
        // Not at the start, where the window is not on view yet.
        if self.app.try_state::<Tray>().is_some() {
            act(&self.app, Does::ShowStranded);
        }
        true
    }
}
