//! The main window and what becomes of it: shown, hidden, put aside, closed.

#[cfg(target_os = "linux")]
use std::sync::mpsc;
use std::thread;

use tauri::webview::PageLoadEvent;
use tauri::{
    AppHandle, Manager, Runtime, Webview, WebviewWindow, WebviewWindowBuilder, Window, WindowEvent,
};

use crate::hotkey::Hotkeys;
use crate::state::AppState;
use crate::tray::Tray;
use crate::{autostart, drops, hotkey, quick, rest};

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
        hides: asks(autostart::STARTED_BY_SYSTEM) && settings.start_hidden,
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

/// A page was loaded. The main window stays hidden until there is something to see in it.
pub fn loaded<R: Runtime>(webview: &Webview<R>, load: PageLoadEvent) {
    if load != PageLoadEvent::Finished {
        return;
    }
    #[cfg(target_os = "linux")]
    load_again(webview);
    if webview.label() != MAIN {
        return;
    }
    let app = webview.app_handle();
    // The tray has answered by now. If not, a window too many is better than none.
    let is_quiet = |start: &Start| start.is_quick || (start.hides && comes_back(app));
    let rest = &app.state::<AppState>().rest;
    let is_first = !rest.was_let_go();
    if rest.was_loaded_again() {
        // A window that is hidden stays so.
    } else if is_first && app.try_state().is_some_and(|start| is_quiet(&start)) {
        rest::begin(app);
    } else {
        show_main(app);
    }
    if app.state::<AppState>().quick.is_open() {
        make_quick(app);
    }
}

/// Makes the window of quick search, hidden. Where that cannot be done there is none. Unless a
/// person waits for it that is done once the main window's page is painted, which it would delay.
pub fn make_quick<R: Runtime>(app: &AppHandle<R>) {
    make(app, QUICK, MAIN, |_| ());
}

/// Loads a page again whose process has ended: the window would stay empty. What is behind the
/// page has lost nothing. To be called once for each loading.
#[cfg(target_os = "linux")]
fn load_again<R: Runtime>(webview: &Webview<R>) {
    use webkit2gtk::WebViewExt;
    use webkit2gtk::glib::ObjectExt;
    let (app, label) = (webview.app_handle().clone(), webview.label().to_owned());
    let _gone = webview.with_webview(|view| {
        let view = view.inner();
        let id = std::rc::Rc::new(std::cell::Cell::new(None));
        let ours = id.clone();
        id.set(Some(view.connect_web_process_terminated(move |view, _| {
            if let Some(id) = ours.take() {
                view.disconnect(id);
            }
            let shell = app.state::<AppState>();
            match label == QUICK {
                true => shell.quick.page_goes(),
                false => shell.rest.page_ended(),
            }
            view.reload();
        })));
    });
}

/// Makes the main window, hidden: it is shown once its page is loaded.
fn make_main<R: Runtime>(app: &AppHandle<R>) {
    make(app, MAIN, QUICK, |window| {
        let rest = &window.state::<AppState>().rest;
        // The first page of this window, whatever became of the last one's.
        let _of_before = rest.was_loaded_again();
        rest.resize(window);
    });
}

/// Makes the window with this label if it is not there, and does something with it. It shares
/// the process of the other one's page, which is half the memory of one more. In a thread of
/// its own: the window's thread may be about to forget the one that was there before.
fn make<R: Runtime>(
    app: &AppHandle<R>,
    label: &'static str,
    beside: &'static str,
    finish: fn(&WebviewWindow<R>),
) {
    let app = app.clone();
    thread::spawn(move || {
        let mut windows = app.config().app.windows.iter();
        let config = windows.find(|window| window.label == label).cloned();
        let (Some(config), None) = (config, app.get_webview_window(label)) else {
            return;
        };
        #[cfg(target_os = "linux")]
        if let Some(beside) = app.get_webview_window(beside) {
            let (app, config) = (app.clone(), config.clone());
            let (tell, told) = mpsc::channel();
            let _none = beside.with_webview(move |beside| {
                // It was asked for twice.
                if app.get_webview_window(label).is_some() {
                    return;
                }
                let builder = WebviewWindowBuilder::from_config(&app, &config);
                let made = builder.and_then(|it| it.with_related_view(beside.inner()).build());
                made_or_not(&app, label, made.as_ref(), finish);
                tell.send(()).unwrap_or_default();
            });
            if told.recv().is_ok() {
                return;
            }
            // The other one went before it was asked.
        }
        #[cfg(not(target_os = "linux"))]
        let _ = beside;
        let made = WebviewWindowBuilder::from_config(&app, &config).and_then(|it| it.build());
        made_or_not(&app, label, made.as_ref(), finish);
    });
}

fn made_or_not<R: Runtime>(
    app: &AppHandle<R>,
    label: &str,
    made: Result<&WebviewWindow<R>, &tauri::Error>,
    finish: fn(&WebviewWindow<R>),
) {
    match made {
        Ok(window) => finish(window),
        // Another thread was faster.
        Err(_) if app.get_webview_window(label).is_some() => {}
        Err(_) if label == QUICK => quick::never_comes(app),
        Err(_) => {}
    }
}

/// Brings the main window to the front. One that was let go is made again, and comes when
/// there is something to see in it.
pub fn show_main<R: Runtime>(app: &AppHandle<R>) {
    let rest = &app.state::<AppState>().rest;
    rest.want_main();
    if let Some(window) = app.get_webview_window(MAIN) {
        let _gone = window
            .show()
            .and_then(|()| window.unminimize())
            .and_then(|()| window.set_focus());
        // Once more: it may be on its way out, and is made anew then.
        rest.want_main();
    } else if rest.was_let_go() {
        make_main(app);
    }
    rest::begin(app);
    rest.came.notify_waiters();
}

/// The tray went away. A window that was hidden in it is shown, unless keys open quick search.
#[cfg(target_os = "linux")]
pub fn show_stranded<R: Runtime>(app: &AppHandle<R>) {
    let window = app.get_webview_window(MAIN);
    let is_let_go = window.is_none() && app.state::<AppState>().rest.was_let_go();
    let is_hidden = window.is_some_and(|window| !window.is_visible().unwrap_or(true)) || is_let_go;
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
    rest::begin(app);
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
        (MAIN, WindowEvent::Focused(true)) => {
            window.state::<AppState>().rest.came.notify_waiters();
        }
        // It was let go, and asked for in that very moment.
        (MAIN, WindowEvent::Destroyed) if window.state::<AppState>().rest.comes_back() => {
            make_main(window.app_handle());
        }
        _ => {}
    }
}
