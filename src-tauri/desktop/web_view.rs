//! How WebKitGTK draws our pages: with the processor, and at rest where nothing happens.
//!
//! Its usual way is for pages with video and depth. It keeps a copy of each layer for the graphics
//! card, and wakes up to put them together: for a list of rows that is a hundred megabytes more, and
//! several times the work. Without it, what changed is drawn, and nothing else.

use gtk::prelude::GtkSettingsExt;
use tauri::plugin::{Builder, TauriPlugin};
use tauri::{Runtime, Webview};
use webkit2gtk::{
    CacheModel, HardwareAccelerationPolicy, Settings, SettingsExt, WebContextExt, WebViewExt,
};

/// Sets up each web view before its page is there.
pub fn plugin<R: Runtime>() -> TauriPlugin<R> {
    Builder::new("keytick-web-view")
        .on_webview_ready(|webview: Webview<R>| {
            // One that is gone draws nothing.
            let _gone = webview.with_webview(|view| {
                keep_caret_still();
                let view = view.inner();
                if let Some(settings) = view.settings() {
                    set(&settings);
                }
                if let Some(context) = view.context() {
                    // Each page is loaded once, and from this program.
                    context.set_cache_model(CacheModel::DocumentViewer);
                }
            });
        })
        .build()
}

/// Turns off what no page of ours uses.
fn set(settings: &Settings) {
    settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
    settings.set_enable_webgl(false);
    settings.set_enable_webaudio(false);
    settings.set_enable_media(false);
    settings.set_enable_page_cache(false);
}

/// Nothing blinks in our windows. A caret that blinks has the window drawn twice a second for as
/// long as a field has the keyboard; and WebKitGTK takes "no blinking" for blinking without a
/// pause, so the pause is one that nobody sees the end of.
fn keep_caret_still() {
    if let Some(settings) = gtk::Settings::default() {
        settings.set_gtk_cursor_blink_time(i32::MAX);
    }
}
