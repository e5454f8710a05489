//! A shell without a window: a vault in a temporary folder, a clipboard in memory, a person
//! who picks files, and everything that was said to the page.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use keytick_capture::{CaptureError, Shot};
use keytick_desktop::board::{Board, Content};
use keytick_desktop::error::UiError;
use keytick_desktop::events::Happening;
use keytick_desktop::outside::{Keyboard, Outside, Pick};
use keytick_desktop::settings::Settings;
use keytick_desktop::state::{AppState, Options};
use keytick_desktop::views::CaptureView;
use keytick_vault::{Credential, KdfCost, LockedVault, Password, Vault};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{
    INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets,
};
use tauri::webview::InvokeRequest;
use tauri::{App, AppHandle, Listener, Manager, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;
use zeroize::Zeroizing;

/// A password that is strong enough, and easy to look for in an answer.
pub const PASSWORD: &str = "sentinel-PassWord-8c41f";

/// Set for a process in which codes go to the system's clipboard.
pub const REAL_CLIPBOARD: &str = "KEYTICK_TEST_REAL_CLIPBOARD";

/// What stands around the shell, as the tests set it.
#[derive(Clone)]
pub struct World {
    pub clipboard: Arc<Mutex<Option<Content>>>,
    pub has_clipboard: Arc<Mutex<bool>>,
    /// Whether another program holds it, so that nothing can be put there.
    pub is_busy: Arc<Mutex<bool>>,
    /// What the screens show.
    pub screens: Arc<Mutex<Result<Vec<Shot>, CaptureError>>>,
    /// What is said before they are read.
    pub capture: Arc<Mutex<CaptureView>>,
    pub picks: Arc<Mutex<Option<Vec<PathBuf>>>>,
    pub key_file: Arc<Mutex<Option<Vec<PathBuf>>>>,
    pub target: Arc<Mutex<Option<PathBuf>>>,
    pub exited: Arc<Mutex<bool>>,
    /// What the windows did since this was last taken.
    pub moved: Arc<Mutex<Vec<&'static str>>>,
    /// What was typed into another program's window.
    pub typed: Arc<Mutex<Vec<String>>>,
    /// Why nothing can be typed now.
    pub not_typed: Arc<Mutex<Option<UiError>>>,
    /// What comes between quick search and the first key.
    pub between: Arc<Mutex<Between>>,
    /// The addresses that were opened in the browser.
    pub browsed: Arc<Mutex<Vec<String>>>,
    /// What the system does when the settings change: nothing, or it refuses.
    pub refuses: Arc<Mutex<Option<UiError>>>,
    /// What it was asked to do then: the settings of before, and those to come.
    pub applied: Arc<Mutex<Vec<(Settings, Settings)>>>,
    /// What the system knows about its clock.
    pub clock_error: Arc<Mutex<Option<i32>>>,
    /// The system's keychain; none where it does not answer.
    pub keychain: Arc<Mutex<Option<Keychain>>>,
}

impl World {
    fn moves(&self, what: &'static str) {
        self.moved.lock().unwrap().push(what);
    }

    /// What the windows did since this was last asked.
    pub fn moved(&self) -> Vec<&'static str> {
        std::mem::take(&mut self.moved.lock().unwrap())
    }
}

/// What comes between quick search and the first key that is typed.
#[derive(Default)]
pub enum Between {
    #[default]
    Nothing,
    /// Another window takes the keyboard.
    OtherWindow,
    /// The vault is locked.
    Lock,
}

/// Keys by what they are kept under.
type Keychain = BTreeMap<String, [u8; 32]>;

/// A running shell.
pub struct Shell {
    pub world: World,
    pub folder: TempDir,
    /// Every answer and event so far, with the command or event it came from.
    pub said: Arc<Mutex<Vec<(String, String)>>>,
    events: Receiver<(String, Value)>,
    window: WebviewWindow<MockRuntime>,
    app: App<MockRuntime>,
}

impl Shell {
    /// First run.
    pub fn new() -> Self {
        Self::with_idle(Duration::from_secs(600))
    }

    /// First run, with another time until the idle lock.
    pub fn with_idle(idle: Duration) -> Self {
        Self::in_folder(tempfile::tempdir().unwrap(), idle)
    }

    /// A vault made, and open.
    pub fn open() -> Self {
        let shell = Self::new();
        shell.get("create_vault", json!({ "password": PASSWORD }));
        shell
    }

    /// The program ended and started again.
    pub fn restart(self) -> Self {
        let Self { folder, app, .. } = self;
        app.state::<AppState>().quit();
        Self::in_folder(folder, Duration::from_secs(600))
    }

    fn in_folder(folder: TempDir, idle: Duration) -> Self {
        let world = World {
            clipboard: Arc::default(),
            has_clipboard: Arc::new(Mutex::new(true)),
            is_busy: Arc::default(),
            screens: Arc::new(Mutex::new(Ok(Vec::new()))),
            capture: Arc::default(),
            picks: Arc::default(),
            key_file: Arc::default(),
            target: Arc::default(),
            exited: Arc::default(),
            moved: Arc::default(),
            typed: Arc::default(),
            not_typed: Arc::default(),
            between: Arc::default(),
            browsed: Arc::default(),
            refuses: Arc::default(),
            applied: Arc::default(),
            clock_error: Arc::default(),
            keychain: Arc::new(Mutex::new(Some(Keychain::new()))),
        };
        let outside = world.clone();
        let vault = Some(folder.path().join("vault.keytick"));
        let options = Options {
            vault,
            settings: Some(folder.path().join("settings/settings.json")),
            seen: Some(folder.path().join("settings/seen")),
            idle: Some(idle),
            rest: Duration::from_secs(60),
            cost: KdfCost::cheap,
            keytick: keytick(),
        };
        let context = mock_context(noop_assets());
        let fake = |app| Fake {
            app,
            world: outside,
        };
        let app = keytick_desktop::build(mock_builder(), context, options, fake).unwrap();
        let window = WebviewWindowBuilder::new(&app, "main", Default::default())
            .build()
            .unwrap();
        let (heard, events) = mpsc::channel();
        let said = Arc::default();
        for event in super::bindings::event_names() {
            listen(&app, event, heard.clone(), Arc::clone(&said));
        }
        Self {
            world,
            folder,
            said,
            events,
            window,
            app,
        }
    }

    /// What the commands work on.
    pub fn state(&self) -> AppState {
        self.app.state::<AppState>().inner().clone()
    }

    /// A command's answer, or its error.
    pub fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        let answer =
            get_ipc_response(&self.window, request).map(|body| body.deserialize().unwrap());
        let (Ok(said) | Err(said)) = &answer;
        self.said
            .lock()
            .unwrap()
            .push((command.to_owned(), said.to_string()));
        answer
    }

    /// The answer of a command that succeeds.
    pub fn get(&self, command: &str, arguments: Value) -> Value {
        self.call(command, arguments)
            .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// The id of a command's error.
    pub fn refused(&self, command: &str, arguments: Value) -> String {
        match self.call(command, arguments) {
            Ok(answer) => panic!("{command} was not refused: {answer}"),
            Err(error) => error["id"].as_str().unwrap_or("no typed error").to_owned(),
        }
    }

    /// The next event of this name; others before it are passed over.
    pub fn event(&self, name: &str) -> Value {
        loop {
            let (event, payload) = self.events.recv_timeout(Duration::from_secs(20)).unwrap();
            if event == name {
                return payload;
            }
        }
    }

    /// Files dropped on the window.
    pub fn drop_files(&self, paths: Vec<PathBuf>) {
        let position = tauri::PhysicalPosition::new(1.0, 1.0);
        let state = self.app.state::<AppState>();
        keytick_desktop::drops::handle(&state, &tauri::DragDropEvent::Drop { paths, position });
    }

    /// The vault's file.
    pub fn vault(&self) -> PathBuf {
        self.folder.path().join("vault.keytick")
    }

    /// A picture with a QR code in the temporary folder.
    pub fn picture(&self, name: &str, text: &str) -> PathBuf {
        self.file(name, &keytick_qr::encode(text).unwrap().to_png(4))
    }

    /// A file in the temporary folder.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Adds a typed key and gives its account's id.
    pub fn add(&self, typed: Value) -> String {
        self.get("add_typed", json!({ "typed": typed }))["ids"][0]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// What lies in the vault, opened by another program.
    pub fn open_elsewhere(&self) -> (Vault, Zeroizing<Vec<u8>>) {
        let password = Password::new(Zeroizing::new(PASSWORD.to_owned())).unwrap();
        let locked = LockedVault::open(&self.vault()).unwrap();
        locked.unlock(Credential::Password(&password)).unwrap()
    }

    /// The names in the list.
    pub fn names(&self) -> Vec<String> {
        let list = self.get("list", json!({ "query": "", "filter": { "kind": "all" } }));
        let rows = list["rows"].as_array().unwrap().iter();
        rows.map(|row| row["issuer"].as_str().unwrap().to_owned())
            .collect()
    }

    /// The text on the clipboard.
    pub fn on_clipboard(&self) -> Option<String> {
        match &*self.world.clipboard.lock().unwrap() {
            Some(Content::Text(text)) => Some(text.to_string()),
            _ => None,
        }
    }
}

/// The command line, where the workspace's build puts it: two folders above this test.
pub fn keytick() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.ancestors().nth(2).unwrap();
    folder.join(format!("keytick{}", std::env::consts::EXE_SUFFIX))
}

/// A key as a person types it.
pub fn typed(issuer: &str, account: &str, key: &str) -> Value {
    json!({
        "issuer": issuer, "account": account, "key": key, "type": "totp",
        "algorithm": "SHA1", "digits": 6, "period": 30, "counter": 0, "pin": "",
    })
}

/// A counter key as a person types it.
pub fn typed_counter(issuer: &str, key: &str) -> Value {
    let mut typed = typed(issuer, "", key);
    typed["type"] = json!("hotp");
    typed
}

fn listen(
    app: &App<MockRuntime>,
    event: String,
    heard: Sender<(String, Value)>,
    said: Arc<Mutex<Vec<(String, String)>>>,
) {
    app.listen_any(event.clone(), move |message| {
        said.lock()
            .unwrap()
            .push((event.clone(), message.payload().to_owned()));
        let payload = serde_json::from_str(message.payload()).unwrap();
        // A test that is over no longer listens.
        let _ = heard.send((event.clone(), payload));
    });
}

struct Fake {
    app: AppHandle<MockRuntime>,
    world: World,
}

impl Outside for Fake {
    fn quick_ready(&self) {
        self.world.moves("quick search is ready");
    }

    fn close_quick(&self, keyboard: Keyboard) {
        self.world.moves(match keyboard {
            Keyboard::GoesBack => "quick search gives back",
            Keyboard::IsGone => "quick search hides",
        });
    }

    fn ready_to_type(&self) -> Result<(), UiError> {
        let refuses = self.world.not_typed.lock().unwrap().clone();
        refuses.map_or(Ok(()), Err)
    }

    fn type_text(&self, _: u64, text: &str, is_wanted: &dyn Fn() -> bool) -> bool {
        let goes_on = match *self.world.between.lock().unwrap() {
            Between::Nothing => true,
            Between::OtherWindow => false,
            Between::Lock => {
                self.app.state::<AppState>().lock();
                true
            }
        };
        let types = goes_on && is_wanted();
        if types {
            self.world.typed.lock().unwrap().push(text.to_owned());
        }
        types
    }

    fn show_main(&self) {
        self.world.moves("window comes");
    }

    fn put_away(&self) {
        self.world.moves("window goes");
    }

    fn is_on_view(&self) -> bool {
        true
    }

    fn page_ready(&self) {
        self.world.moves("page is ready");
    }

    fn let_page_go(&self) {
        self.world.moves("page goes");
    }

    fn tell(&self, happening: Happening) {
        happening.emit(&self.app);
    }

    fn pick(&self, what: Pick) -> Option<Vec<PathBuf>> {
        let picks = match what {
            Pick::KeyFile => &self.world.key_file,
            _ => &self.world.picks,
        };
        picks.lock().unwrap().clone()
    }

    fn pick_target(&self, title: &str, file_name: &str) -> Option<PathBuf> {
        assert!(!title.contains("desktop-"), "{title} has no message");
        assert_eq!(Path::new(file_name).components().count(), 1);
        self.world.target.lock().unwrap().clone()
    }

    fn pick_target_folder(&self, title: &str) -> Option<PathBuf> {
        assert!(!title.contains("desktop-"), "{title} has no message");
        self.world.target.lock().unwrap().clone()
    }

    fn open_board(&self) -> Result<Box<dyn Board>, UiError> {
        if std::env::var_os(REAL_CLIPBOARD).is_some() {
            return keytick_desktop::board::open();
        }
        match *self.world.has_clipboard.lock().unwrap() {
            true => Ok(Box::new(Memory {
                content: self.world.clipboard.clone(),
                is_busy: self.world.is_busy.clone(),
            })),
            false => Err(UiError::new("desktop-no-clipboard")),
        }
    }

    fn capture_view(&self) -> CaptureView {
        *self.world.capture.lock().unwrap()
    }

    fn capture(&self) -> Result<Vec<Shot>, CaptureError> {
        self.world.screens.lock().unwrap().clone()
    }

    fn open_capture_settings(&self) {
        let page = "the system's settings".to_owned();
        self.world.browsed.lock().unwrap().push(page);
    }

    fn browse(&self, address: &str) -> Result<(), UiError> {
        self.world.browsed.lock().unwrap().push(address.to_owned());
        Ok(())
    }

    fn keep_key(&self, name: &str, key: &[u8; 32]) -> Result<(), UiError> {
        let mut keychain = self.world.keychain.lock().unwrap();
        let keychain = keychain
            .as_mut()
            .ok_or(UiError::new("desktop-no-keychain"))?;
        keychain.insert(name.to_owned(), *key);
        Ok(())
    }

    fn find_key(&self, name: &str) -> Result<Zeroizing<[u8; 32]>, UiError> {
        let keychain = self.world.keychain.lock().unwrap();
        let key = keychain.as_ref().and_then(|keychain| keychain.get(name));
        key.map(|key| Zeroizing::new(*key))
            .ok_or(UiError::new("desktop-no-keychain"))
    }

    fn forget_key(&self, name: &str) {
        if let Some(keychain) = self.world.keychain.lock().unwrap().as_mut() {
            keychain.remove(name);
        }
    }

    fn apply(&self, before: &Settings, now: &Settings) -> Result<(), UiError> {
        let change = (before.clone(), now.clone());
        self.world.applied.lock().unwrap().push(change);
        let refuses = self.world.refuses.lock().unwrap().clone();
        refuses.map_or(Ok(()), Err)
    }

    fn lends_keys(&self) -> bool {
        false
    }

    fn types_codes(&self) -> bool {
        false
    }

    fn clock_error(&self) -> Option<i32> {
        *self.world.clock_error.lock().unwrap()
    }

    fn open_clock_settings(&self) -> Result<(), UiError> {
        Err(UiError::new("desktop-no-clock-settings"))
    }

    fn exit(&self) {
        *self.world.exited.lock().unwrap() = true;
    }
}

/// A clipboard in memory.
struct Memory {
    content: Arc<Mutex<Option<Content>>>,
    is_busy: Arc<Mutex<bool>>,
}

impl Board for Memory {
    fn put(&mut self, text: &str) -> Result<(), UiError> {
        if *self.is_busy.lock().unwrap() {
            return Err(UiError::new("desktop-clipboard-busy"));
        }
        *self.content.lock().unwrap() = Some(Content::Text(Zeroizing::new(text.to_owned())));
        Ok(())
    }

    fn text(&mut self) -> Option<Zeroizing<String>> {
        match &*self.content.lock().unwrap() {
            Some(Content::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    fn read(&mut self) -> Result<Content, UiError> {
        Ok(match &*self.content.lock().unwrap() {
            Some(Content::Text(text)) => Content::Text(text.clone()),
            Some(Content::Files(files)) => Content::Files(files.clone()),
            Some(Content::Picture {
                width,
                height,
                rgba,
            }) => Content::Picture {
                width: *width,
                height: *height,
                rgba: rgba.clone(),
            },
            Some(Content::Empty) | None => Content::Empty,
        })
    }

    fn clear(&mut self) -> Result<(), UiError> {
        *self.content.lock().unwrap() = None;
        Ok(())
    }
}
