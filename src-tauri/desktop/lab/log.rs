//! What happens on a practice site, read from the lines that its program prints.
//!
//! The program shows keys in them, so that the QR code on its page can be added here. They end
//! in this file: what is kept for the page has neither keys nor codes.

use std::collections::VecDeque;

use serde::Deserialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::views::{Mark, SiteLine};

/// How many lines are kept.
const KEPT: usize = 1_000;

/// An event as the program prints it.
#[derive(Deserialize)]
struct Event {
    seq: u64,
    t_real: String,
    actor: String,
    #[serde(rename = "type")]
    kind: String,
    data: Value,
    rule: Option<String>,
}

/// The log of one site.
#[derive(Default)]
pub struct Log {
    lines: VecDeque<SiteLine>,
    /// How many of the five steps of the flow are done.
    reached: u8,
    /// The address in the QR code that was shown last.
    link: Option<Zeroizing<String>>,
}

impl Log {
    /// Takes in a printed line, and gives it as the page may see it. What is no event is
    /// passed over.
    pub fn take(&mut self, printed: &str) -> Option<SiteLine> {
        let event: Event = serde_json::from_str(printed).ok()?;
        self.reached = match step(&event.kind) {
            Some(Step::Forward(step)) => self.reached.max(step),
            Some(Step::Back(step)) => step,
            None => self.reached,
        };
        if let Some(link) = event.data["uri"].as_str() {
            self.link = Some(Zeroizing::new(link.to_owned()));
        }
        let fault = ["kind", "fault"].map(|field| event.data[field].as_str());
        let line = SiteLine {
            seq: event.seq,
            at: event.t_real,
            mark: mark(&event.kind),
            who: event.data["user"]
                .as_str()
                .map_or(event.actor, str::to_owned),
            fault: fault.into_iter().flatten().next().map(str::to_owned),
            kind: event.kind,
            rule: event.rule,
        };
        self.lines.push_back(line.clone());
        if self.lines.len() > KEPT {
            self.lines.pop_front();
        }
        Some(line)
    }

    /// The lines, oldest first.
    #[must_use]
    pub fn lines(&self) -> Vec<SiteLine> {
        self.lines.iter().cloned().collect()
    }

    /// How many of the five steps of the flow are done.
    #[must_use]
    pub fn reached(&self) -> u8 {
        self.reached
    }

    /// The address in the QR code that was shown last.
    #[must_use]
    pub fn link(&self) -> Option<Zeroizing<String>> {
        self.link.clone()
    }
}

/// How an event moves the progress.
enum Step {
    /// At least so many steps are done.
    Forward(u8),
    /// No more than these are.
    Back(u8),
}

fn step(kind: &str) -> Option<Step> {
    Some(match kind {
        "login.password_ok" => Step::Forward(1),
        "factor.pending" => Step::Forward(2),
        "codes.issued" | "factor.enabled" => Step::Forward(3),
        "codes.downloaded" | "codes.ack" => Step::Forward(4),
        "challenge.passed" => Step::Forward(5),
        "factor.cancelled" | "factor.disabled" | "recovery.admin_reset" => Step::Back(1),
        "world.reset" | "world.restored" | "user.reset" => Step::Back(0),
        _ => return None,
    })
}

/// Events whose mark does not follow from how their name ends.
const MARKS: &[(&str, Mark)] = &[
    ("lockout.start", Mark::Refused),
    ("codes.exhausted", Mark::Refused),
    ("email.dropped", Mark::Fault),
    ("fault.fired", Mark::Fault),
    ("login.done", Mark::Passed),
    ("login.password_ok", Mark::Passed),
    ("factor.enabled", Mark::Passed),
    ("codes.used", Mark::Passed),
    ("recovery.approved", Mark::Passed),
    ("sso.redeemed", Mark::Passed),
];

fn mark(kind: &str) -> Mark {
    if let Some((_, mark)) = MARKS.iter().find(|(name, _)| *name == kind) {
        return *mark;
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| kind.ends_with(end));
    match kind {
        _ if ends(&["refused", "failed", "_bad", ".blocked"]) => Mark::Refused,
        _ if ends(&[".passed", ".satisfied", ".ack"]) => Mark::Passed,
        _ => Mark::Note,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(kind: &str, data: &str, rule: &str) -> String {
        format!(
            r#"{{"seq":7,"world":"demo","t_virtual":"2005-03-18T01:58:00Z",
            "t_real":"2026-01-02T03:04:05Z","actor":"alice@demo.test","type":"{kind}",
            "data":{data},"before":null,"after":null,"rule":{rule}}}"#
        )
    }

    #[test]
    fn a_refusal_names_the_rule() {
        let rule = r#""totp.window=[-1,1], delta=+2""#;
        let printed = event("challenge.failed", r#"{"code":"081804"}"#, rule);
        let line = Log::default().take(&printed).unwrap();
        let expected = SiteLine {
            seq: 7,
            at: "2026-01-02T03:04:05Z".to_owned(),
            mark: Mark::Refused,
            who: "alice@demo.test".to_owned(),
            kind: "challenge.failed".to_owned(),
            fault: None,
            rule: Some("totp.window=[-1,1], delta=+2".to_owned()),
        };
        assert_eq!(line, expected);
    }

    #[test]
    fn the_key_stays_here() {
        let mut log = Log::default();
        let data =
            r#"{"secret":"JBSWY3DPEHPK3PXP","uri":"otpauth://totp/a?secret=JBSWY3DPEHPK3PXP"}"#;
        log.take(&event("factor.pending", data, "null")).unwrap();
        let shown = serde_json::to_string(&log.lines()).unwrap();
        assert!(!shown.contains("JBSWY3"), "{shown}");
        let link = log.link().unwrap();
        assert_eq!(link.as_str(), "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP");
    }

    #[test]
    fn the_steps_go_on_and_a_reset_goes_back() {
        let mut log = Log::default();
        let kinds = [
            ("login.password_ok", 1),
            ("factor.pending", 2),
            ("codes.issued", 3),
            ("codes.ack", 4),
            ("factor.enabled", 4),
            ("login.password_ok", 4),
            ("challenge.failed", 4),
            ("challenge.passed", 5),
            ("world.reset", 0),
        ];
        for (kind, reached) in kinds {
            log.take(&event(kind, "{}", "null")).unwrap();
            assert_eq!(log.reached(), reached, "{kind}");
        }
    }

    #[test]
    fn old_lines_go_and_other_text_is_passed_over() {
        let mut log = Log::default();
        assert_eq!(log.take("listening"), None);
        for _ in 0..KEPT + 5 {
            log.take(&event("login.done", "{}", "null")).unwrap();
        }
        assert_eq!(log.lines().len(), KEPT);
    }
}
