//! Links for sign-in that a browser or another program opens with Keytick. They always end in
//! a review, and wait until there can be one: while the vault is locked, and while another
//! review is on view. They are in no log and no error.

use tauri::{AppHandle, Manager, Runtime};
use zeroize::Zeroizing;

use crate::error::UiError;
use crate::reading;
use crate::state::{AppState, Shell, hold};
use crate::views::Review;

/// The schemes that the system opens with Keytick. `tauri.conf.json` names them, too.
const SCHEMES: [&str; 2] = ["otpauth:", "otpauth-migration:"];

/// Links that wait at most: a web page may open as many as it likes.
const MOST: usize = 50;

/// Bytes of a link at most: more than a QR code can hold.
const LONGEST: usize = 8 * 1024;

/// Links that wait for a review.
#[derive(Default)]
pub struct Links(Vec<Zeroizing<String>>);

impl Links {
    /// How many they are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Takes a link in, if an argument is one and there is room for it. Everything else is
    /// wiped.
    fn push(&mut self, argument: String) {
        let argument = Zeroizing::new(argument);
        let fits = self.0.len() < MOST && argument.len() <= LONGEST;
        if fits && is_link(&argument) {
            self.0.push(argument);
        }
    }

    /// A line each.
    fn text(&self) -> Zeroizing<String> {
        let length = self.0.iter().map(|link| link.len() + 1).sum();
        let mut text = Zeroizing::new(String::with_capacity(length));
        for link in &self.0 {
            text.push_str(link);
            text.push('\n');
        }
        text
    }
}

fn is_link(argument: &str) -> bool {
    let begins = |scheme: &&str| {
        let begin = argument.get(..scheme.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
    };
    SCHEMES.iter().any(begins) && !argument.contains(char::is_control)
}

/// Takes the links out of a program's arguments; the other arguments are not for here.
pub fn handle<R: Runtime>(app: &AppHandle<R>, arguments: impl IntoIterator<Item = String>) {
    app.state::<AppState>().wait_for_review(arguments);
}

/// Takes the links that the program was started with. They are then in its arguments no more,
/// which everybody at this computer can read.
pub fn begin<R: Runtime>(app: &AppHandle<R>) {
    handle(app, crate::given_arguments().skip(1));
    // Where that cannot be done they stay, as those of every program.
    #[cfg(target_os = "linux")]
    let _they_stay = crate::arguments::wipe(is_link);
}

impl Shell {
    /// Takes in what may be links, and tells the page of them.
    pub fn wait_for_review(&self, arguments: impl IntoIterator<Item = String>) {
        let mut links = hold(&self.links);
        let before = links.count();
        arguments.into_iter().for_each(|it| links.push(it));
        let came = links.count() > before;
        drop(links);
        if came {
            self.tell_session();
        }
    }

    /// The links that wait, to be reviewed; none if there are none.
    ///
    /// # Errors
    /// `desktop-locked`; they then wait on.
    pub fn take_links(&self) -> Result<Option<Review>, UiError> {
        let review = self.with_open(|open| {
            let links = std::mem::take(&mut *hold(&self.links));
            let found = (links.count() > 0).then(|| reading::read_text(&links.text()));
            Ok(found.map(|found| open.hold(found)))
        })?;
        if review.is_some() {
            self.tell_session();
        }
        Ok(review)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiting(arguments: &[&str]) -> usize {
        let mut links = Links::default();
        for argument in arguments {
            links.push((*argument).to_owned());
        }
        links.count()
    }

    #[test]
    fn only_links_for_sign_in_are_taken() {
        assert_eq!(
            waiting(&["keytick-desktop", "--quick", "https://example.com"]),
            0
        );
        assert_eq!(waiting(&["otpauth://totp/a", "OTPAUTH://totp/b"]), 2);
        assert_eq!(waiting(&["otpauth-migration://offline?data=A"]), 1);
        assert_eq!(waiting(&["otpauth://totp/a\notpauth://totp/b"]), 0);
        assert_eq!(
            waiting(&["otpauth", "", "oötpauth:", "motp://a:b?secret=c"]),
            0
        );
    }

    #[test]
    fn a_page_cannot_fill_the_memory() {
        let long = format!("otpauth://totp/{}", "a".repeat(LONGEST));
        assert_eq!(waiting(&[&long]), 0);
        assert_eq!(waiting(&["otpauth://totp/a"; MOST + 1]), MOST);
    }
}
