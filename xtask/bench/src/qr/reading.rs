//! One picture through Keytick's reader, with the time it took on one core.

use std::path::Path;
use std::time::Duration;

use keytick_qr::{FoundCode, Limits, Picture, Watch, read_and_tell};

/// What was read.
pub struct Reading {
    /// Of the whole picture.
    pub pixels: u64,
    pub texts: Vec<String>,
    /// The stage that read each code, in the order in which they were read.
    pub stages: Vec<&'static str>,
    /// Until the first code, beyond decoding the picture.
    pub first: Option<Duration>,
    pub all: Duration,
}

/// Decodes and reads a picture.
pub fn read(file: &Path) -> Result<Reading, String> {
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let picture = Picture::decode(&bytes, &Limits::default()).map_err(|error| error.to_string())?;
    let (mut first, mut stages) = (None, Vec::new());
    let began = processor_time();
    let mut found = |_: &FoundCode, stage| {
        first.get_or_insert_with(|| processor_time() - began);
        stages.push(stage);
    };
    let watch = Watch {
        threads: 1,
        ..Watch::new(&|| false, &mut found)
    };
    let codes = read_and_tell(&picture, watch).codes;
    let all = processor_time() - began;
    Ok(Reading {
        pixels: u64::from(picture.width()) * u64::from(picture.height()),
        texts: codes.iter().map(|code| code.text.to_string()).collect(),
        stages,
        first,
        all,
    })
}

/// What this process has used: other programs at work at the same time do not count.
#[cfg(unix)]
fn processor_time() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(
        time.tv_sec.unsigned_abs(),
        time.tv_nsec.unsigned_abs() as u32,
    )
}

#[cfg(not(unix))]
fn processor_time() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
