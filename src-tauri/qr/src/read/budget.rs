//! How long a picture may be worked on.
//!
//! What counts is processor time: on a busy computer a reader waits for its turn most of the
//! time, and is to find there what it finds on an idle one. Real time has a ceiling far above
//! that, so that nothing hangs.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

/// The ceiling of real time, as a multiple of the time of work.
const PATIENCE: u32 = 10;
/// How long after its time a stage may still return before it is left behind.
/// Stages look at the clock themselves; this is for those that hang.
const GRACE: Duration = Duration::from_millis(250);

/// The two clocks that count; each begins anywhere.
#[derive(Clone, Copy)]
pub(crate) struct Clocks {
    /// How long the processor has worked for the thread that asks.
    pub(crate) worked: fn() -> Duration,
    /// How much time has passed.
    pub(crate) passed: fn() -> Duration,
}

impl Clocks {
    /// Those of the system.
    pub(crate) const REAL: Self = Self { worked, passed };
}

/// A system that does not tell is taken to have worked all the time.
fn worked() -> Duration {
    ThreadTime::try_now().map_or_else(|_| passed(), |time| time.as_duration())
}

fn passed() -> Duration {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGAN.elapsed()
}

/// What is left for a picture in one wave. All of its threads look at the same.
///
/// Threads work beside each other, so each has the limit for itself: on idle
/// processors that is the time that a person waits.
pub(crate) struct Budget {
    clocks: Clocks,
    /// The passed time at which the picture was begun.
    began: Duration,
    /// Work on the picture before this wave.
    before: Duration,
    /// Microseconds of work on the picture, `before` included.
    limit: AtomicU64,
    /// Microseconds that may pass from the picture's beginning.
    ceiling: AtomicU64,
    /// Microseconds of the thread that has worked most in this wave.
    most: AtomicU64,
}

impl Budget {
    /// For a picture that was begun then, and on which so much work was done.
    pub(crate) fn new(clocks: Clocks, began: Duration, before: Duration, limit: Duration) -> Self {
        Self {
            clocks,
            began,
            before,
            limit: AtomicU64::new(micros(limit)),
            ceiling: AtomicU64::new(micros(limit * PATIENCE)),
            most: AtomicU64::new(0),
        }
    }

    /// Takes another limit from now on, unless it is the higher one.
    pub(crate) fn lower(&self, limit: Duration) {
        self.limit.fetch_min(micros(limit), Ordering::Relaxed);
        self.lower_ceiling(limit * PATIENCE);
    }

    /// Nobody wants to know any more.
    pub(crate) fn stop(&self) {
        self.lower_ceiling(self.age());
    }

    fn lower_ceiling(&self, to: Duration) {
        self.ceiling.fetch_min(micros(to), Ordering::Relaxed);
    }

    /// Whether what still works does not look at the clock.
    pub(crate) fn is_long_over(&self) -> bool {
        self.age() >= self.ceiling() + GRACE
    }

    /// The work on the picture so far, of the threads that worked most.
    pub(crate) fn spent(&self) -> Duration {
        self.before + Duration::from_micros(self.most.load(Ordering::Relaxed))
    }

    fn age(&self) -> Duration {
        (self.clocks.passed)().saturating_sub(self.began)
    }

    fn ceiling(&self) -> Duration {
        Duration::from_micros(self.ceiling.load(Ordering::Relaxed))
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

/// What one thread has used of a budget since it began to count.
#[derive(Clone)]
pub(crate) struct Meter {
    budget: Arc<Budget>,
    worked: Duration,
    passed: Duration,
}

impl Meter {
    /// For the thread that asks.
    pub(crate) fn start(budget: &Arc<Budget>) -> Self {
        Self {
            budget: Arc::clone(budget),
            worked: (budget.clocks.worked)(),
            passed: (budget.clocks.passed)(),
        }
    }

    /// Whether this thread is to stop.
    pub(crate) fn is_late(&self) -> bool {
        let budget = &self.budget;
        if budget.age() >= budget.ceiling() {
            return true;
        }
        let limit = Duration::from_micros(budget.limit.load(Ordering::Relaxed));
        let left = limit.saturating_sub(budget.before);
        // No thread works longer than time passes, and the passed time is the
        // cheaper one to ask for: most pictures are read before that is used up.
        let passed = (budget.clocks.passed)().saturating_sub(self.passed);
        passed >= left && self.work() >= left
    }

    /// Adds the thread's work to what was spent.
    pub(crate) fn note(&self) {
        let most = &self.budget.most;
        most.fetch_max(micros(self.work()), Ordering::Relaxed);
    }

    fn work(&self) -> Duration {
        (self.budget.clocks.worked)().saturating_sub(self.worked)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        static WORKED: Cell<u64> = const { Cell::new(0) };
        static PASSED: Cell<u64> = const { Cell::new(0) };
    }

    const BY_HAND: Clocks = Clocks {
        worked: || Duration::from_millis(WORKED.get()),
        passed: || Duration::from_millis(PASSED.get()),
    };

    fn at(worked: u64, passed: u64) {
        WORKED.set(worked);
        PASSED.set(passed);
    }

    /// 500 ms into a picture that may take 100 ms of work, of which 40 are done.
    fn started() -> (Arc<Budget>, Meter) {
        at(50, 2_000);
        let ms = Duration::from_millis;
        let budget = Arc::new(Budget::new(BY_HAND, ms(1_500), ms(40), ms(100)));
        let meter = Meter::start(&budget);
        (budget, meter)
    }

    #[test]
    fn work_counts_and_waiting_does_not() {
        let (budget, meter) = started();
        at(50 + 59, 2_400);
        assert!(!meter.is_late());
        at(50 + 60, 2_400);
        assert!(meter.is_late());
        meter.note();
        assert_eq!(budget.spent(), Duration::from_millis(100));
    }

    #[test]
    fn waiting_has_a_ceiling() {
        let (budget, meter) = started();
        at(51, 2_499);
        assert!(!meter.is_late());
        at(51, 2_500);
        assert!(meter.is_late());
        assert!(!budget.is_long_over());
        at(51, 2_750);
        assert!(budget.is_long_over());
    }

    #[test]
    fn a_limit_falls_and_does_not_rise() {
        let (budget, meter) = started();
        budget.lower(Duration::from_millis(60));
        budget.lower(Duration::from_secs(9));
        at(50 + 19, 2_050);
        assert!(!meter.is_late());
        at(50 + 20, 2_050);
        assert!(meter.is_late());
    }

    #[test]
    fn stopped_is_late_at_once_and_over_soon() {
        let (budget, meter) = started();
        budget.stop();
        assert!(meter.is_late());
        at(50, 2_249);
        assert!(!budget.is_long_over());
        at(50, 2_250);
        assert!(budget.is_long_over());
    }
}
