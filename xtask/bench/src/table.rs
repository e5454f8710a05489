//! Printing rows, and the median of some runs.

use std::time::{Duration, Instant};

/// A heading.
pub fn title(text: &str) {
    println!("\n{text}");
}

/// One measured thing, with a remark such as what it is held against.
pub fn row(name: &str, value: &str, remark: &str) {
    println!("  {name:<44} {value:>14}  {remark}");
}

/// A time in milliseconds.
pub fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

/// How long something takes.
pub fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    std::hint::black_box(work());
    began.elapsed()
}

/// The middle one of some runs.
pub fn median<T: Ord + Copy>(mut runs: Vec<T>) -> T {
    runs.sort_unstable();
    runs[runs.len() / 2]
}

/// What this share of the runs, in percent, is not above.
pub fn percentile<T: Ord + Copy>(mut runs: Vec<T>, percent: usize) -> T {
    runs.sort_unstable();
    let place = (runs.len() * percent).div_ceil(100);
    runs[place.saturating_sub(1)]
}
