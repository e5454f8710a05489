//! A secret on the clipboard for a short time.
//!
//! One thread owns the clipboard for as long as the program runs: on X11 and Wayland a text
//! is there only while its owner lives, and Windows wants one user at a time. What was put
//! there is taken away after its time, but only if it is still there.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Weak};
use std::time::Duration;

use zeroize::Zeroizing;

use crate::board::{Board, Content};
use crate::clock::{Moment, now_ms};
use crate::error::UiError;

/// The clipboard, reached through the thread that owns it.
pub struct Clipboard {
    requests: Sender<Request>,
    clears_at: Arc<AtomicU64>,
}

enum Request {
    Open(Reply<()>),
    Put(Zeroizing<String>, Duration, Reply<()>),
    Read(Reply<Content>),
    Clear(Reply<()>),
}

/// The way back to who asked.
struct Reply<T> {
    to: Sender<Result<T, UiError>>,
    /// Gone once nobody waits any more.
    asker: Weak<()>,
}

impl<T> Reply<T> {
    fn is_awaited(&self) -> bool {
        self.asker.strong_count() > 0
    }

    /// Whether anybody heard it.
    fn send(&self, answer: Result<T, UiError>) -> bool {
        self.to.send(answer).is_ok()
    }
}

/// How long a command waits for the clipboard. Another program that holds it and does not
/// answer must not hold ours.
const PATIENCE: Duration = Duration::from_secs(5);

impl Clipboard {
    /// Starts the owner thread. `open` is called there until it succeeds, `cleared` when
    /// nothing of ours is on the clipboard any more.
    pub fn start(
        open: impl Fn() -> Result<Box<dyn Board>, UiError> + Send + 'static,
        cleared: impl Fn() + Send + 'static,
    ) -> Self {
        let (requests, inbox) = mpsc::channel();
        let clears_at = Arc::new(AtomicU64::new(0));
        let shared = clears_at.clone();
        // Made in its thread, as a clipboard may not move to another.
        std::thread::spawn(move || {
            Owner {
                open,
                cleared,
                board: None,
                held: None,
                clears_at: shared,
            }
            .run(&inbox);
        });
        Self {
            requests,
            clears_at,
        }
    }

    /// Whether there is a clipboard.
    ///
    /// # Errors
    /// `desktop-no-clipboard`.
    pub fn check(&self) -> Result<(), UiError> {
        self.ask(Request::Open)
    }

    /// Puts a secret there for some time.
    ///
    /// # Errors
    /// `desktop-no-clipboard`, `desktop-clipboard-busy`.
    pub fn put(&self, text: Zeroizing<String>, time: Duration) -> Result<(), UiError> {
        self.ask(|reply| Request::Put(text, time, reply))
    }

    /// What is there.
    ///
    /// # Errors
    /// `desktop-no-clipboard`, `desktop-clipboard-busy`, `qr-damaged`.
    pub fn read(&self) -> Result<Content, UiError> {
        self.ask(Request::Read)
    }

    /// Takes away what we put there, if it is still there.
    ///
    /// # Errors
    /// `desktop-clipboard-busy`; it is then tried again.
    pub fn clear(&self) -> Result<(), UiError> {
        self.ask(Request::Clear)
    }

    /// When our text is taken away, in Unix milliseconds.
    #[must_use]
    pub fn clears_at(&self) -> Option<u64> {
        Some(self.clears_at.load(Ordering::Relaxed)).filter(|at| *at != 0)
    }

    fn ask<T>(&self, request: impl FnOnce(Reply<T>) -> Request) -> Result<T, UiError> {
        let busy = || UiError::new("desktop-clipboard-busy");
        let (to, answer) = mpsc::channel();
        let waits = Arc::new(());
        let asker = Arc::downgrade(&waits);
        let request = request(Reply { to, asker });
        self.requests.send(request).map_err(|_| busy())?;
        answer.recv_timeout(PATIENCE).map_err(|_| busy())?
    }
}

struct Owner<Open, Cleared> {
    open: Open,
    cleared: Cleared,
    board: Option<Box<dyn Board>>,
    held: Option<Held>,
    clears_at: Arc<AtomicU64>,
}

/// Our text, and for how long it may stay.
struct Held {
    text: Zeroizing<String>,
    since: Moment,
    time: Duration,
}

/// The longest sleep while our text is there: a computer that was asleep clears late by no
/// more than this.
const TICK: Duration = Duration::from_secs(1);

impl<Open, Cleared> Owner<Open, Cleared>
where
    Open: Fn() -> Result<Box<dyn Board>, UiError>,
    Cleared: Fn(),
{
    fn run(mut self, inbox: &Receiver<Request>) {
        loop {
            match self.next(inbox) {
                Ok(request) => self.answer(request),
                Err(RecvTimeoutError::Timeout) => self.clear_if_due(),
                Err(RecvTimeoutError::Disconnected) => {
                    let _too_late_to_tell = self.clear();
                    return;
                }
            }
        }
    }

    fn next(&self, inbox: &Receiver<Request>) -> Result<Request, RecvTimeoutError> {
        match &self.held {
            Some(held) => inbox.recv_timeout(held.left().min(TICK)),
            None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    /// An answer that nobody waits for any more is dropped. So is a text: a person was told that
    /// it was not copied, and may have copied something else since.
    fn answer(&mut self, request: Request) {
        match request {
            Request::Open(reply) => {
                reply.send(self.board().map(|_| ()));
            }
            Request::Put(text, time, reply) => {
                if reply.is_awaited() && !reply.send(self.put(text, time)) {
                    // If it is busy, in its time.
                    let _later = self.clear();
                }
            }
            Request::Read(reply) => {
                reply.send(self.board().and_then(|b| b.read()));
            }
            Request::Clear(reply) => {
                reply.send(self.clear());
            }
        }
    }

    fn board(&mut self) -> Result<&mut Box<dyn Board>, UiError> {
        match &mut self.board {
            Some(board) => Ok(board),
            slot => Ok(slot.insert((self.open)()?)),
        }
    }

    fn put(&mut self, text: Zeroizing<String>, time: Duration) -> Result<(), UiError> {
        self.board()?.put(&text)?;
        self.held = Some(Held {
            text,
            since: Moment::now(),
            time,
        });
        let at = now_ms() + u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        self.clears_at.store(at, Ordering::Relaxed);
        Ok(())
    }

    fn clear_if_due(&mut self) {
        if self.held.as_ref().is_some_and(|held| held.left().is_zero()) {
            // A busy clipboard is tried again at the next tick.
            let _again_later = self.clear();
        }
    }

    fn clear(&mut self) -> Result<(), UiError> {
        let (Some(held), Some(board)) = (&self.held, &mut self.board) else {
            return Ok(());
        };
        if board.text().is_some_and(|text| *text == *held.text) {
            board.clear()?;
        }
        self.held = None;
        self.clears_at.store(0, Ordering::Relaxed);
        (self.cleared)();
        Ok(())
    }
}

impl Held {
    fn left(&self) -> Duration {
        self.time.saturating_sub(self.since.elapsed())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    /// A clipboard in memory, which another program can change.
    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Option<String>>>);

    impl Shared {
        fn get(&self) -> Option<String> {
            self.0.lock().unwrap().clone()
        }

        fn set(&self, text: &str) {
            *self.0.lock().unwrap() = Some(text.to_owned());
        }
    }

    impl Board for Shared {
        fn put(&mut self, text: &str) -> Result<(), UiError> {
            self.set(text);
            Ok(())
        }

        fn text(&mut self) -> Option<Zeroizing<String>> {
            self.get().map(Zeroizing::new)
        }

        fn read(&mut self) -> Result<Content, UiError> {
            Ok(Content::Empty)
        }

        fn clear(&mut self) -> Result<(), UiError> {
            *self.0.lock().unwrap() = None;
            Ok(())
        }
    }

    fn start(shared: &Shared) -> (Clipboard, Receiver<()>) {
        let (told, cleared) = mpsc::channel();
        let board = shared.clone();
        let clipboard = Clipboard::start(
            move || Ok(Box::new(board.clone())),
            move || told.send(()).unwrap_or_default(),
        );
        (clipboard, cleared)
    }

    /// The clipboard after a text was to be put there, by somebody who waits no longer: since
    /// before, or while it was put.
    fn after_nobody_waits(waits: bool) -> Option<String> {
        let shared = Shared::default();
        shared.set("a shopping list");
        let board = shared.clone();
        let open = move || Ok(Box::new(board.clone()) as Box<dyn Board>);
        let mut owner = Owner {
            open,
            cleared: || {},
            board: None,
            held: None,
            clears_at: Arc::default(),
        };
        let asker = Arc::new(());
        let reply = Reply {
            to: mpsc::channel().0,
            asker: if waits {
                Arc::downgrade(&asker)
            } else {
                Weak::new()
            },
        };
        owner.answer(Request::Put(secret(), Duration::from_secs(600), reply));
        shared.get()
    }

    #[test]
    fn a_code_that_nobody_waits_for_does_not_come_later() {
        let list = "a shopping list".to_owned();
        assert_eq!(after_nobody_waits(false), Some(list));
        assert_eq!(after_nobody_waits(true), None);
    }

    fn secret() -> Zeroizing<String> {
        Zeroizing::new("755224".to_owned())
    }

    #[test]
    fn a_code_is_gone_after_its_time() {
        let shared = Shared::default();
        let (clipboard, cleared) = start(&shared);
        clipboard.put(secret(), Duration::from_millis(20)).unwrap();
        assert_eq!(shared.get().as_deref(), Some("755224"));
        assert!(clipboard.clears_at().is_some());
        cleared.recv().unwrap();
        assert_eq!((shared.get(), clipboard.clears_at()), (None, None));
    }

    #[test]
    fn what_another_program_put_there_since_stays() {
        let shared = Shared::default();
        let (clipboard, cleared) = start(&shared);
        clipboard.put(secret(), Duration::from_secs(600)).unwrap();
        shared.set("a shopping list");
        clipboard.clear().unwrap();
        cleared.recv().unwrap();
        assert_eq!(shared.get().as_deref(), Some("a shopping list"));
    }

    #[test]
    fn a_second_code_starts_the_time_over() {
        let shared = Shared::default();
        let (clipboard, cleared) = start(&shared);
        clipboard
            .put(Zeroizing::new("111111".to_owned()), Duration::ZERO)
            .unwrap();
        clipboard.put(secret(), Duration::from_secs(600)).unwrap();
        // The first may have been cleared in between; the second is there all the same.
        assert_eq!(shared.get().as_deref(), Some("755224"));
        drop(clipboard);
        cleared.recv().unwrap();
    }

    #[test]
    fn nothing_stays_when_the_program_ends() {
        let shared = Shared::default();
        let (clipboard, cleared) = start(&shared);
        clipboard.put(secret(), Duration::from_secs(600)).unwrap();
        drop(clipboard);
        cleared.recv().unwrap();
        assert_eq!(shared.get(), None);
    }

    #[test]
    fn no_clipboard_is_an_error_and_nothing_worse() {
        let none = || Err(UiError::new("desktop-no-clipboard"));
        let clipboard = Clipboard::start(none, || {});
        let refused = clipboard
            .put(secret(), Duration::from_secs(30))
            .unwrap_err();
        assert_eq!(refused.id, "desktop-no-clipboard");
        clipboard.clear().unwrap();
    }
}
