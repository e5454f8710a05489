//! What the system's own time service knows about the clock. No connection is made for it.
//!
//! Of the time services only chrony says how far the clock is off while it is: the others set
//! it right as soon as they know.

use std::process::Command;
use std::time::Duration;

use crate::error::UiError;
use crate::programs;

/// Seconds up to which a clock is right enough: sites take codes of 30 seconds around them.
const RIGHT_ENOUGH: f64 = 5.0;

/// How long the time service may think.
const PATIENCE: Duration = Duration::from_secs(5);

/// The system's own settings of the clock, the first that is there: a program with arguments.
const SETTINGS: &[&[&str]] = if cfg!(windows) {
    &[&[
        "rundll32",
        "url.dll,FileProtocolHandler",
        "ms-settings:dateandtime",
    ]]
} else if cfg!(target_os = "macos") {
    &[&[
        "open",
        "x-apple.systempreferences:com.apple.Date-Time-Settings.extension",
    ]]
} else {
    &[
        &["gnome-control-center", "datetime"],
        &["systemsettings", "kcm_clock"],
        &["kcmshell6", "kcm_clock"],
        &["cinnamon-settings", "calendar"],
        &["mate-time-admin"],
    ]
};

/// Seconds by which the clock is behind, if the system knows that it is wrong; less than
/// zero: ahead.
pub fn clock_error() -> Option<i32> {
    let mut chrony = Command::new("chronyc");
    off_by(&programs::answer(
        chrony.args(["-c", "tracking"]),
        PATIENCE,
    )?)
}

/// Reads the line of `chronyc -c tracking`: the fifth value is what the clock is behind by,
/// the last one whether chrony knows the time at all.
fn off_by(tracking: &str) -> Option<i32> {
    let values: Vec<&str> = tracking.trim().split(',').collect();
    let seconds: f64 = values.get(4)?.parse().ok()?;
    let knows = *values.last()? != "Not synchronised";
    // As many seconds as a clock can be off; the cast of more would only be less exact.
    (knows && seconds.abs() > RIGHT_ENOUGH).then_some(seconds.round() as i32)
}

/// Opens the system's own settings of the clock.
///
/// # Errors
/// `desktop-no-clock-settings`.
pub fn open_settings() -> Result<(), UiError> {
    let opened = SETTINGS.iter().find_map(|program| {
        let (name, arguments) = program.split_first()?;
        programs::start(Command::new(name).args(arguments)).ok()
    });
    opened.ok_or_else(|| UiError::new("desktop-no-clock-settings"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(system_time: &str, leap: &str, expected: Option<i32>) {
        let line = format!(
            "A29FC87B,time.example.com,3,1763834000.1,{system_time},-0.000001,0.00002,1.5,0.1,0.2,0.01,0.002,64.8,{leap}\n"
        );
        assert_eq!(off_by(&line), expected, "{line}");
    }

    #[test]
    fn a_clock_that_is_off_by_more_than_five_seconds_is_told() {
        check("42.137000000", "Normal", Some(42));
        check("-61.900000000", "Normal", Some(-62));
        check("4.900000000", "Normal", None);
        check("0.000003512", "Normal", None);
    }

    #[test]
    fn nothing_is_told_where_the_service_does_not_know() {
        check("42.137000000", "Not synchronised", None);
        assert_eq!(off_by(""), None);
        assert_eq!(off_by("506 Cannot talk to daemon\n"), None);
    }
}
