//! The log of a site as a text that a person keeps: one line an event, without keys and codes.

use std::fmt::Write as _;

use keytick_texts::text;

use crate::views::{Mark, SiteLine};

/// The file name that the dialog suggests.
pub fn name(site: &str) -> String {
    format!("keytick-lab-{site}.txt")
}

/// The lines, oldest first.
pub fn text_of(lines: &[SiteLine]) -> String {
    let mut text = String::new();
    for line in lines {
        let (at, mark, what) = (&line.at, word(line.mark), sentence(line));
        // Writing to a String cannot fail.
        let _never = write!(text, "{at}  {mark:<7}  {what}");
        if let Some(rule) = &line.rule {
            let _never = write!(text, " ({rule})");
        }
        text.push('\n');
    }
    text
}

/// What a line says; what a newer program may print comes as its name.
fn sentence(line: &SiteLine) -> String {
    let id = format!("lab-event-{}", line.kind.replace('.', "-"));
    let fault = line.fault.as_deref().unwrap_or_default();
    match keytick_texts::exists(&id) {
        true => text(&id, &[("who", &line.who), ("fault", fault)]),
        false => line.kind.clone(),
    }
}

fn word(mark: Mark) -> String {
    text(
        match mark {
            Mark::Note => "lab-mark-note",
            Mark::Passed => "lab-mark-passed",
            Mark::Refused => "lab-mark-refused",
            Mark::Fault => "lab-mark-fault",
        },
        &[],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(kind: &str, mark: Mark, fault: Option<&str>, rule: Option<&str>) -> SiteLine {
        SiteLine {
            seq: 7,
            at: "2026-01-02T03:04:05Z".to_owned(),
            mark,
            who: "alice@demo.test".to_owned(),
            kind: kind.to_owned(),
            fault: fault.map(str::to_owned),
            rule: rule.map(str::to_owned),
        }
    }

    #[test]
    fn a_line_has_time_mark_sentence_and_rule() {
        let rule = "totp.window=[-1,1], delta=+2";
        let lines = [
            line("challenge.failed", Mark::Refused, None, Some(rule)),
            line("fault.fired", Mark::Fault, Some("delay"), None),
            line("tea.served", Mark::Note, None, None),
        ];
        let expected = "\
            2026-01-02T03:04:05Z  Refused  alice@demo.test: code refused \
            (totp.window=[-1,1], delta=+2)\n\
            2026-01-02T03:04:05Z  Fault    Fault: delay\n\
            2026-01-02T03:04:05Z  Note     tea.served\n";
        assert_eq!(text_of(&lines), expected);
    }
}
