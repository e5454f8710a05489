//! Many things on a few threads, with the results in the order of the things.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Pictures in memory at once, whatever the number of cores: each takes four bytes a pixel,
/// and its reader as much again.
const AT_ONCE: usize = 4;

/// Works on each thing until `work` gives nothing, which means to stop. `done` is told of each
/// result in the order of the things, as soon as those before it are there, and of how many
/// are; after a stop, of those that are left, too.
///
/// # Errors
/// That of `done`, which stops the work.
pub(super) fn in_order<T: Sync, R: Send, E>(
    things: &[T],
    work: impl Fn(&T) -> Option<R> + Sync,
    mut counted: impl FnMut(usize),
    mut done: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let next = AtomicUsize::new(0);
    let (sender, results) = mpsc::sync_channel(AT_ONCE);
    let take = || {
        let place = next.fetch_add(1, Ordering::Relaxed);
        things.get(place).map(|thing| (place, thing))
    };
    thread::scope(|scope| {
        for _ in 0..threads(things.len()) {
            let (sender, take, work) = (sender.clone(), &take, &work);
            scope.spawn(move || {
                while let Some((place, thing)) = take()
                    && let Some(result) = work(thing)
                    // Nobody listens once `done` has failed.
                    && sender.send((place, result)).is_ok()
                {}
            });
        }
        drop(sender);
        let (mut waiting, mut due) = (BTreeMap::new(), 0);
        for (count, (place, result)) in results.into_iter().enumerate() {
            counted(count + 1);
            waiting.insert(place, result);
            while let Some(result) = waiting.remove(&due) {
                done(result)?;
                due += 1;
            }
        }
        waiting.into_values().try_for_each(done)
    })
}

fn threads(things: usize) -> usize {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    cores.min(AT_ONCE).min(things)
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn results_come_in_the_order_of_the_things() {
        let things: Vec<u32> = (0..100).collect();
        let (mut counts, mut results) = (Vec::new(), Vec::new());
        let all = in_order(
            &things,
            |thing| Some(thing * 2),
            |count| counts.push(count),
            |result| {
                results.push(result);
                Ok::<(), ()>(())
            },
        );
        assert_eq!(all, Ok(()));
        assert_eq!(counts, (1..=100).collect::<Vec<_>>());
        assert_eq!(results, (0..100).map(|n| n * 2).collect::<Vec<u32>>());
    }

    #[test]
    fn what_was_done_before_a_stop_counts() {
        let mut results = Vec::new();
        let push = |result| {
            results.push(result);
            Ok::<(), ()>(())
        };
        let work = |thing: &u32| Some(*thing).filter(|thing| *thing < 3);
        assert_eq!(in_order(&[0, 1, 2, 3, 3, 3], work, |_| {}, push), Ok(()));
        assert_eq!(results, [0, 1, 2]);
    }

    #[test]
    fn a_failure_stops_the_work() {
        let things = vec![(); 100_000];
        let failed = in_order(&things, |()| Some(()), |_| {}, |()| Err("full"));
        assert_eq!(failed, Err("full"));
    }
}
