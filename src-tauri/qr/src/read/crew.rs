//! Stages at work, several at once, each worker on a thread of its own: a stage
//! that panics costs its own result only, and one that never returns can be
//! left behind. (A pool's threads could not be left behind, hence no pool.)

use std::collections::VecDeque;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::thread;
use std::time::Duration;

use super::budget::{Budget, Meter};
use super::scene::Scene;
use super::stages::{Job, Seen, Stage};
use crate::found::Bounds;

/// How often it is asked whether to go on, while nothing comes.
const POLL: Duration = Duration::from_millis(20);

const THREAD_NAME: &str = "qr-reader";

/// One stage to be run on one scene.
pub(crate) struct Task {
    pub(crate) stage: &'static Stage,
    pub(crate) scene: Arc<Scene>,
}

/// Runs all tasks on up to so many threads, and hands over what was seen, with
/// the stage's name. What a stage had told of before it panicked or was left
/// behind counts. `known` are the places of codes that are to be left alone.
/// `tell` is asked now and then with `None`; it may stop the budget to end the
/// work early.
pub(crate) fn work(
    tasks: Vec<Task>,
    threads: usize,
    budget: &Arc<Budget>,
    known: &[Bounds],
    tell: &mut dyn FnMut(Option<(&'static str, Seen)>),
) {
    keep_panics_quiet();
    let (sender, seen) = mpsc::channel();
    let threads = threads.clamp(1, tasks.len().max(1));
    let queue = Arc::new(Mutex::new(VecDeque::from(tasks)));
    for _ in 0..threads {
        start(
            Arc::clone(&queue),
            Arc::clone(budget),
            known.to_vec(),
            sender.clone(),
        );
    }
    drop(sender);
    loop {
        match seen.recv_timeout(POLL) {
            Ok(seen) => tell(Some(seen)),
            Err(RecvTimeoutError::Timeout) if !budget.is_long_over() => tell(None),
            Err(_) => break,
        }
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

fn start(
    queue: Arc<Mutex<VecDeque<Task>>>,
    budget: Arc<Budget>,
    known: Vec<Bounds>,
    sender: Sender<(&'static str, Seen)>,
) {
    let work = move || {
        let job = Job {
            meter: Meter::start(&budget),
            scale: 1.0,
            known,
        };
        let next = || {
            let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
            queue.pop_front().filter(|_| !job.is_late())
        };
        while let Some(task) = next() {
            // Nothing that the stage may have left half done is looked at again.
            let _ = catch_unwind(AssertUnwindSafe(|| {
                let name = task.stage.name;
                // An error: nobody listens any more, this stage was left behind.
                task.stage.look(&task.scene, &job, &mut |seen| {
                    drop(sender.send((name, seen)))
                });
            }));
            job.meter.note();
        }
    };
    // No thread to be had: the system is out of memory, and the others do it.
    let _ = thread::Builder::new().name(THREAD_NAME.into()).spawn(work);
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::*;
    use crate::read::budget::Clocks;
    use crate::read::grey::Grey;
    use crate::read::scene::Plane;
    use crate::read::stages::{Reader, stage_of_all};

    /// What is told, with a stop after so many tellings.
    fn texts(readers: &'static [Stage], stop_after: usize) -> Vec<String> {
        let grey = Grey {
            width: 1,
            height: 1,
            pixels: vec![10],
        };
        let scene = Arc::new(Scene::new(Plane::Luma, grey));
        let task = |stage| Task {
            stage,
            scene: Arc::clone(&scene),
        };
        let tasks = readers.iter().map(task).collect();
        let clocks = Clocks::REAL;
        let limit = Duration::from_secs(60);
        let budget = Arc::new(Budget::new(
            clocks,
            (clocks.passed)(),
            Duration::ZERO,
            limit,
        ));
        let mut texts = Vec::new();
        work(tasks, 2, &budget, &[], &mut |seen| {
            if let Some((stage, Seen::Code(text, _))) = seen {
                texts.push(format!("{stage}: {}", *text));
            }
            if texts.len() == stop_after {
                budget.stop();
            }
        });
        texts.sort();
        texts
    }

    const TELL: Reader = |grey, _, tell| {
        let text = Zeroizing::new(grey.pixels[0].to_string());
        tell(Seen::Code(text, [[0.0; 2]; 4]));
    };
    const TELL_AND_PANIC: Reader = |grey, job, tell| {
        TELL(grey, job, tell);
        panic!("a bug in a reader");
    };
    const TELL_AND_HANG: Reader = |grey, job, tell| {
        TELL(grey, job, tell);
        loop {
            thread::park();
        }
    };

    #[test]
    fn keeps_what_a_stage_told_of_before_it_panicked() {
        static STAGES: [Stage; 3] = [
            stage_of_all("a", TELL_AND_PANIC),
            stage_of_all("b", TELL_AND_PANIC),
            stage_of_all("c", TELL),
        ];
        assert_eq!(texts(&STAGES, 9), ["a: 10", "b: 10", "c: 10"]);
    }

    #[test]
    fn leaves_behind_a_stage_that_never_returns() {
        static STAGES: [Stage; 1] = [stage_of_all("a", TELL_AND_HANG)];
        assert_eq!(texts(&STAGES, 1), ["a: 10"]);
    }
}
