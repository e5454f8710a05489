//! The main window and what becomes of it: shown, hidden, put aside, closed.

use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, Runtime, Webview, WebviewWindowBuilder, Window, WindowEvent};

use crate::hotkey::Hotkeys;
use crate::state::AppState;
use crate::tray::Tray;
use crate::{applied, drops, hotkey, quick};

/// The main window's label, which its permissions are given to.
pub const MAIN: &str = "main";

/// The label of quick search.
pub const QUICK: &str = "quick";

/// What opens quick search, for desktops that keep their shortcuts to themselves.
pub const QUICK_ARGUMENT: &str = "--quick";

/// How the program was started.
#[derive(Debug, Clone, Copy)]
struct Start {
    /// Whether it was for quick search alone.
    is_quick: bool,
    /// Whether the main window stays hidden if something brings it back.
    hides: bool,
}

/// Takes the keys that are set, and looks at what the program was started with, before its
/// windows are shown.
pub fn begin<R: Runtime>(app: &AppHandle<R>, arguments: impl Iterator<Item = String>) {
    let arguments: Vec<String> = arguments.collect();
    let asks = |what: &str| arguments.iter().any(|argument| argument == what);
    let settings = app.state::<AppState>().settings();
    hotkey::begin(app, &settings);
    if asks(QUICK_ARGUMENT) {
        quick::open(app);
    }
    app.manage(Start {
        is_quick: asks(QUICK_ARGUMENT),
        hides: asks(applied::STARTED_BY_SYSTEM) && settings.start_hidden,
    });
}

/// The program was started once more, and this is what with.
pub fn begin_again<R: Runtime>(app: &AppHandle<R>, arguments: &[String]) {
    if arguments.iter().any(|argument| argument == QUICK_ARGUMENT) {
        quick::toggle(app);
    } else {
        show_main(app);
    }
}

/// A page was loaded. The main window stays hidden until there is something to see in it, and
/// the window of quick search is made only then: nobody waits for it yet.
pub fn loaded<R: Runtime>(webview: &Webview<R>, load: PageLoadEvent) {
    if load != PageLoadEvent::Finished || webview.label() != MAIN {
        return;
    }
    let app = webview.app_handle();
    // The tray has answered by now. If not, a window too many is better than none.
    let is_quiet = |start: &Start| start.is_quick || (start.hides && comes_back(app));
    if !app.try_state().is_some_and(|start| is_quiet(&start)) {
        show_main(app);
    }
    make_quick(webview);
}

/// Makes the window of quick search, hidden. Where that cannot be done there is none.
fn make_quick<R: Runtime>(main: &Webview<R>) {
    let app = main.app_handle().clone();
    let mut windows = app.config().app.windows.iter();
    let config = windows.find(|window| window.label == QUICK).cloned();
    let (Some(config), None) = (config, app.get_webview_window(QUICK)) else {
        return;
    };
    // In the main page's process, which is half the memory of one more.
    #[cfg(target_os = "linux")]
    let _none = main.with_webview(move |main| {
        let builder = WebviewWindowBuilder::from_config(&app, &config);
        let _none = builder.and_then(|builder| builder.with_related_view(main.inner()).build());
    });
    #[cfg(not(target_os = "linux"))]
    let _none = WebviewWindowBuilder::from_config(&app, &config).and_then(|it| it.build());
}

/// Brings the main window to the front. A window that cannot be shown is gone.
pub fn show_main<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _gone = window
            .show()
            .and_then(|()| window.unminimize())
            .and_then(|()| window.set_focus());
    }
}

/// The tray went away. A window that was hidden in it is shown, unless keys open quick search.
#[cfg(target_os = "linux")]
pub fn show_stranded<R: Runtime>(app: &AppHandle<R>) {
    let window = app.get_webview_window(MAIN);
    let is_hidden = window.is_some_and(|window| !window.is_visible().unwrap_or(true));
    if is_hidden && !comes_back(app) {
        show_main(app);
    }
}

/// Hides the main window, where something brings it back; else it is minimised.
pub fn put_away<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else {
        return;
    };
    let _gone = if comes_back(app) {
        window.hide()
    } else {
        window.minimize()
    };
}

/// Whether there is something to come back with: a tray, or keys that work in every window.
fn comes_back<R: Runtime>(app: &AppHandle<R>) -> bool {
    has_tray(app) || (app.try_state::<Hotkeys>()).is_some_and(|keys| keys.open_quick_search())
}

fn has_tray<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.try_state::<Tray>().is_some_and(|tray| tray.is_there())
}

/// What happens to any window.
pub fn handle<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    match (window.label(), event) {
        (QUICK, event) => quick::handle(window, event),
        (_, WindowEvent::DragDrop(event)) => drops::handle(&window.state::<AppState>(), event),
        (MAIN, WindowEvent::CloseRequested { api, .. }) => {
            let app = window.app_handle();
            let shell = app.state::<AppState>();
            let settings = shell.settings();
            if settings.close_to_tray && has_tray(app) {
                api.prevent_close();
                put_away(app);
                if settings.lock_on_close {
                    shell.lock();
                }
            } else {
                // The hidden window of quick search would keep the program going.
                app.exit(0);
            }
        }
        _ => {}
    }
}
