//! What the page hears without having asked.

use keytick_accounts::Candidate;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::Event;

use crate::error::UiError;
use crate::settings::Settings;
use crate::views::{BackupView, LabSite, QuickView, Review, SiteLine, Status};

/// The vault was locked, unlocked or made, or went damaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct SessionChanged(pub Status);

/// Files are dragged over the window, or have left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct Dragging {
    /// Whether they are over the window.
    pub over: bool,
    /// How many they are.
    pub count: usize,
    /// Whether all of them are called like pictures. Only words follow from it.
    pub pictures: bool,
}

/// How far a running read is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct Reading {
    /// Files read.
    pub done: usize,
    /// Files in all.
    pub total: usize,
    /// Whether all of them are called like pictures. Only words follow from it.
    pub pictures: bool,
    /// What the file is called that is read now; empty: it has no name, or all are read.
    pub now: String,
    /// The accounts found since the last of these events.
    pub found: Vec<Glimpse>,
}

/// An account that was found, before the review in which it can be chosen. Its codes come with
/// that: here nothing would keep them up to date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Glimpse {
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// The avatar's letter.
    pub letter: String,
    /// The avatar's colour, 0 to 11.
    pub colour: u8,
    /// The file it was found in.
    pub source: String,
}

impl From<&Candidate> for Glimpse {
    fn from(candidate: &Candidate) -> Self {
        Self {
            issuer: candidate.issuer.clone(),
            account: candidate.account.clone(),
            letter: candidate.avatar_letter(),
            colour: candidate.avatar_colour(),
            source: candidate.source.clone(),
        }
    }
}

/// Dropped files were read. A paste and the file dialog return their review instead.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct ReviewReady(pub Review);

/// A dropped file was opened, but needs a password or cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct BackupReady(pub BackupView);

/// How far the opening or writing of another program's file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
#[serde(rename_all = "camelCase")]
pub struct Opening {
    /// Whether a key is being derived from a password; if not, entries are read.
    pub deriving: bool,
    /// Done so far.
    pub done: u64,
    /// All of it; 0 where that is not known.
    pub total: u64,
    /// What all of it is expected to take, in milliseconds.
    pub estimate_ms: Option<u64>,
}

/// Nothing of ours is on the clipboard any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct ClipboardCleared;

/// Another program changed the vault, and it was read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct AccountsChanged;

/// Other copies of the vault were merged into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
#[serde(rename_all = "camelCase")]
pub struct Merged {
    /// What they were called.
    pub copies: Vec<String>,
    /// Accounts that had another key in another copy, and are two now.
    pub second_keys: usize,
}

/// Something went wrong that no command is waiting for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct Failed {
    /// What went wrong.
    pub error: UiError,
    /// What is over because of it.
    pub ends: Ends,
}

/// What a failure puts an end to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Ends {
    /// The running read: no review comes of it.
    Reading,
    /// Nothing that is on view.
    Nothing,
}

/// The trouble with the vault's file that was last told is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct Recovered;

/// Something happened on a practice site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct SiteSaid {
    /// The site.
    pub site: String,
    /// What, oldest first.
    pub lines: Vec<SiteLine>,
}

/// A practice site has ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct SitesChanged(pub Vec<LabSite>);

/// A person set something, in any window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct SettingsChanged(pub Settings);

/// Something of ours is on the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct ClipboardFilled {
    /// Seconds until it is cleared.
    pub seconds: u32,
}

/// Quick search is on view from now on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct QuickOpened {
    /// What it offers; none while the vault is locked.
    pub view: Option<QuickView>,
    /// Why it comes again, if it was to type a code and did not.
    pub trouble: Option<UiError>,
}

/// Quick search is not on view any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct QuickClosed;

/// Nobody sees the main window, and its page can go if nothing in it would be lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct PageUnneeded;

/// An account is to be shown in the main window, with all that can be done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type, Event)]
pub struct ShowAccount {
    /// The account.
    pub id: String,
}

/// Any of the events.
#[derive(Clone)]
pub enum Happening {
    /// See [`SessionChanged`].
    SessionChanged(SessionChanged),
    /// See [`Dragging`].
    Dragging(Dragging),
    /// See [`Reading`].
    Reading(Reading),
    /// See [`ReviewReady`].
    ReviewReady(Box<ReviewReady>),
    /// See [`BackupReady`].
    BackupReady(BackupReady),
    /// See [`Opening`].
    Opening(Opening),
    /// See [`ClipboardCleared`].
    ClipboardCleared(ClipboardCleared),
    /// See [`ClipboardFilled`].
    ClipboardFilled(ClipboardFilled),
    /// See [`ShowAccount`].
    ShowAccount(ShowAccount),
    /// See [`AccountsChanged`].
    AccountsChanged(AccountsChanged),
    /// See [`Merged`].
    Merged(Merged),
    /// See [`Failed`].
    Failed(Failed),
    /// See [`Recovered`].
    Recovered(Recovered),
    /// See [`SiteSaid`].
    SiteSaid(SiteSaid),
    /// See [`SitesChanged`].
    SitesChanged(SitesChanged),
    /// See [`SettingsChanged`].
    SettingsChanged(Box<SettingsChanged>),
}

impl Happening {
    /// Tells the page. An event that cannot be sent has no one left to hear it.
    pub fn emit<R: tauri::Runtime>(&self, app: &tauri::AppHandle<R>) {
        let _unheard = match self {
            Self::SessionChanged(event) => event.emit(app),
            Self::Dragging(event) => event.emit(app),
            Self::Reading(event) => event.emit(app),
            Self::ReviewReady(event) => event.emit(app),
            Self::BackupReady(event) => event.emit(app),
            Self::Opening(event) => event.emit(app),
            Self::ClipboardCleared(event) => event.emit(app),
            Self::ClipboardFilled(event) => event.emit(app),
            Self::ShowAccount(event) => event.emit(app),
            Self::AccountsChanged(event) => event.emit(app),
            Self::Merged(event) => event.emit(app),
            Self::Failed(event) => event.emit(app),
            Self::Recovered(event) => event.emit(app),
            Self::SiteSaid(event) => event.emit(app),
            Self::SitesChanged(event) => event.emit(app),
            Self::SettingsChanged(event) => event.emit(app),
        };
    }
}
