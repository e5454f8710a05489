//! Long work: begun with a little of it to see how long all will take, then done with
//! progress and cancel.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use crate::{Error, Progress, Reading};

/// How often progress is told and cancel is asked for.
const BEAT: Duration = Duration::from_millis(50);

/// Does `total` rounds by calls of `step(rounds)`, so many at a time as fit a heartbeat.
///
/// # Errors
/// [`Error::TooSlow`] once the first rounds have shown that, and [`Error::Cancelled`].
pub(crate) fn stepwise(
    total: u64,
    reading: &Reading,
    mut step: impl FnMut(u64),
) -> Result<(), Error> {
    const FIRST: u64 = 4096;
    let start = Instant::now();
    let (mut done, mut rounds) = (0, FIRST);
    while done < total {
        let rounds_now = rounds.min(total - done);
        step(rounds_now);
        done += rounds_now;
        let estimate = scaled(start.elapsed(), done, total);
        check_time(estimate, reading)?;
        if done < total {
            tell(reading, done, total, estimate)?;
        }
        // As many as a heartbeat takes, at the speed so far.
        let nanos = start.elapsed().as_nanos().max(1);
        let fitting = u128::from(done) * BEAT.as_nanos() / nanos;
        rounds = u64::try_from(fitting).unwrap_or(FIRST).max(FIRST);
    }
    Ok(())
}

/// Work that cannot be divided: `derive` fills a key of `length` bytes, on a thread of its
/// own. When a person has had enough, that thread is left to itself until it ends.
///
/// # Errors
/// Those of `derive`, and [`Error::Cancelled`].
pub(super) fn undivided(
    length: usize,
    estimate: Duration,
    reading: &Reading,
    derive: impl FnOnce(&mut [u8]) -> Result<(), Error> + Send + 'static,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let total = u64::try_from(estimate.as_millis()).unwrap_or(u64::MAX);
    tell(reading, 0, total, estimate)?;
    let (send, receive) = mpsc::channel();
    let start = Instant::now();
    thread::spawn(move || {
        let mut key = Zeroizing::new(vec![0; length]);
        let derived = derive(&mut key).map(|()| key);
        // Nobody waits any more where it was cancelled.
        let _ = send.send(derived);
    });
    loop {
        match receive.recv_timeout(BEAT) {
            Ok(derived) => return derived,
            Err(RecvTimeoutError::Disconnected) => return Err(super::NO_SENSE),
            Err(RecvTimeoutError::Timeout) => {
                let done = u64::try_from(start.elapsed().as_millis()).unwrap_or(total);
                tell(reading, done.min(total), total, estimate)?;
            }
        }
    }
}

/// How long work of cost `cost` takes, from doing a sample of cost `sample_cost`.
///
/// # Errors
/// [`Error::TooSlow`].
pub(super) fn estimated(
    cost: u64,
    sample_cost: u64,
    reading: &Reading,
    sample: impl FnOnce(),
) -> Result<Duration, Error> {
    let start = Instant::now();
    sample();
    let estimate = scaled(start.elapsed(), sample_cost, cost);
    check_time(estimate, reading)?;
    Ok(estimate)
}

fn check_time(estimate: Duration, reading: &Reading) -> Result<(), Error> {
    let limit = reading.limits.max_kdf_ms;
    match estimate.as_millis() > u128::from(limit) {
        true => Err(Error::TooSlow {
            seconds: estimate.as_secs(),
            limit_seconds: limit / 1000,
        }),
        false => Ok(()),
    }
}

fn tell(reading: &Reading, done: u64, total: u64, estimate: Duration) -> Result<(), Error> {
    (reading.progress)(Progress::Deriving {
        done,
        total,
        estimate_ms: u64::try_from(estimate.as_millis())
            .unwrap_or(u64::MAX)
            .max(1),
    });
    match (reading.cancelled)() {
        true => Err(Error::Cancelled),
        false => Ok(()),
    }
}

/// `time`, which `part` took, for `whole`.
fn scaled(time: Duration, part: u64, whole: u64) -> Duration {
    let nanos = time.as_nanos() * u128::from(whole) / u128::from(part.max(1));
    Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX))
}
