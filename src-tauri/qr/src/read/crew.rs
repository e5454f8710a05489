//! Readers at work, each on a thread of its own: one that panics costs its own
//! result only, and one that never returns can be left behind. (A pool's
//! threads could not be left behind, hence no pool.)

use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Once};
use std::thread;
use std::time::{Duration, Instant};

use super::stages::{Job, Reader, Seen, View};
use crate::found::Bounds;

/// How long after its time a reader may still return before it is left behind.
/// Readers look at the clock themselves; this is for those that hang.
const GRACE: Duration = Duration::from_secs(1);

const THREAD_NAME: &str = "qr-reader";

/// Looks at a view, as it is and inverted at the same time, and hands over what
/// was seen, in the picture's pixels. What a reader had told of before it
/// panicked or was left behind counts.
pub(crate) fn look(
    reader: Reader,
    view: &View,
    until: Instant,
    known: &[Bounds],
    tell: &mut dyn FnMut(Seen),
) {
    keep_panics_quiet();
    let (sender, seen) = mpsc::channel();
    for is_inverted in [false, true] {
        let job = Job {
            until,
            known: known
                .iter()
                .map(|place| view.place_in_view(place))
                .collect(),
        };
        start(reader, view, is_inverted, job, sender.clone());
    }
    drop(sender);

    let give_up = until + GRACE;
    while let Ok(seen) = seen.recv_timeout(give_up.saturating_duration_since(Instant::now())) {
        tell(seen.at(|point| view.point_in_picture(point)));
    }
}

/// A reader that panics on an odd picture is caught and replaced by the next:
/// no news for the terminal of someone who scans a folder of pictures.
fn keep_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(THREAD_NAME) {
                others(info);
            }
        }));
    });
}

fn start(reader: Reader, view: &View, is_inverted: bool, job: Job, sender: Sender<Seen>) {
    let grey = Arc::clone(&view.grey);
    let work = move || {
        // Nothing that the reader may have left half done is looked at again.
        let _ = catch_unwind(AssertUnwindSafe(|| {
            let inverted;
            let grey = if is_inverted {
                inverted = grey.inverted();
                &inverted
            } else {
                &*grey
            };
            // Nobody listens any more: this reader was left behind.
            reader(grey, &job, &mut |seen| drop(sender.send(seen)));
        }));
    };
    // No thread to be had: the system is out of memory, and this way of
    // looking is left out.
    let _ = thread::Builder::new().name(THREAD_NAME.into()).spawn(work);
}

impl View {
    fn point_in_picture(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [
            x / self.scale + self.origin[0],
            y / self.scale + self.origin[1],
        ]
    }

    fn place_in_view(&self, place: &Bounds) -> Bounds {
        let x = |x: f32| (x - self.origin[0]) * self.scale;
        let y = |y: f32| (y - self.origin[1]) * self.scale;
        Bounds {
            left: x(place.left),
            top: y(place.top),
            right: x(place.right),
            bottom: y(place.bottom),
        }
    }
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::*;
    use crate::read::grey::Grey;

    fn view() -> View {
        let grey = Grey {
            width: 1,
            height: 1,
            pixels: vec![10],
        };
        View {
            grey: Arc::new(grey),
            scale: 2.0,
            origin: [100.0, 50.0],
        }
    }

    fn texts(reader: Reader, time: Duration) -> Vec<String> {
        let mut texts = Vec::new();
        look(reader, &view(), Instant::now() + time, &[], &mut |seen| {
            if let Seen::Code(text, corners) = seen {
                assert_eq!(corners[1], [110.0, 50.0]);
                texts.push(text.to_string());
            }
        });
        texts.sort();
        texts
    }

    fn tell_pixel(grey: &Grey, tell: &mut dyn FnMut(Seen)) {
        let text = Zeroizing::new(grey.pixels[0].to_string());
        let corners = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]];
        tell(Seen::Code(text, corners));
    }

    #[test]
    fn looks_at_both_polarities() {
        let reader: Reader = |grey, _, tell| tell_pixel(grey, tell);
        assert_eq!(texts(reader, Duration::from_secs(60)), ["10", "245"]);
    }

    #[test]
    fn keeps_what_a_reader_told_of_before_it_panicked() {
        let reader: Reader = |grey, _, tell| {
            tell_pixel(grey, tell);
            assert!(grey.pixels[0] < 128, "a bug in a reader");
        };
        assert_eq!(texts(reader, Duration::from_secs(60)), ["10", "245"]);
    }

    #[test]
    fn leaves_behind_a_reader_that_never_returns() {
        let reader: Reader = |grey, _, tell| {
            tell_pixel(grey, tell);
            loop {
                thread::park();
            }
        };
        assert_eq!(texts(reader, Duration::ZERO), ["10", "245"]);
    }
}
