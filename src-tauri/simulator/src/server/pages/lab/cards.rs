//! The parts of the console.

use keytick_texts::english::text;
use maud::{Markup, html};

use crate::profile::Profile;
use crate::server::pages::frame::Frame;
use crate::server::pages::parts::t;
use crate::world::{ClockView, Event, FAULT_KINDS, Fault, Log, World};

/// How many events the page shows unless it is asked for all.
const SHOWN: usize = 60;

/// Moves of the clock: what the form sends, and the words on the button.
const MOVES: [(&str, &str); 6] = [
    ("30", "sim-lab-clock-30"),
    ("300", "sim-lab-clock-300"),
    ("-30", "sim-lab-clock-back"),
    ("edge", "sim-lab-clock-edge"),
    ("freeze", "sim-lab-clock-freeze"),
    ("real", "sim-lab-clock-real"),
];

pub(super) fn clock(frame: &Frame<'_>, clock: &ClockView) -> Markup {
    let mode = match clock.mode {
        "frozen" => "sim-lab-clock-is-frozen",
        "offset" => "sim-lab-clock-is-offset",
        _ => "sim-lab-clock-is-real",
    };
    html! {
        section.card aria-labelledby="clock" {
            div.split {
                h2 id="clock" { (t("sim-lab-clock")) }
                span.badge { (t(mode)) }
            }
            p.letter-code { time datetime=(clock.now) { (clock.now) } }
            p.quiet.small { (text("sim-lab-step", &[("step", &clock.step.to_string()), ("seconds", &clock.seconds_left.to_string())])) }
            (frame.form("/__lab/clock", html! {
                div.chips {
                    @for (change, label) in MOVES {
                        button.small-button type="submit" name="do" value=(change) { (t(label)) }
                    }
                }
            }))
            (frame.form("/__lab/clock", html! {
                div.field {
                    label for="now" { (t("sim-lab-clock-set")) }
                    input id="now" name="now" type="text" class="token" value=(clock.now) autocomplete="off" spellcheck="false";
                }
                div.actions { button type="submit" name="do" value="set" { (t("sim-lab-clock-freeze-there")) } }
            }))
        }
    }
}

pub(super) fn people(frame: &Frame<'_>, world: &World) -> Markup {
    let password = |name: &str| {
        let cast = &frame.profile.users;
        cast.iter()
            .find(|cast| cast.name == name)
            .map(|cast| cast.password.as_str())
    };
    html! {
        section.card aria-labelledby="people" {
            h2 id="people" { (t("sim-lab-people")) }
            ul.rows {
                @for user in world.users() {
                    li.stack {
                        div.split {
                            strong { (user.name) }
                            span.chips {
                                span.badge { (user.role) }
                                span.badge.(if user.since.is_some() { "on" } else { "off" }) { (user.factor) }
                                @if user.locked { span.badge.warn { (t("sim-lab-locked")) } }
                            }
                        }
                        p.quiet.small {
                            @if let Some(password) = password(&user.name) {
                                (text("sim-lab-password", &[("password", password)])) " "
                            }
                            (text("sim-lab-codes-left", &[("count", &user.codes_left.to_string())]))
                        }
                        div.chips {
                            (about(frame, "/__lab/users/reset", &user.name, "sim-lab-reset-user"))
                            @if user.locked { (about(frame, "/__lab/users/unlock", &user.name, "sim-lab-unlock")) }
                        }
                    }
                }
            }
            (frame.button("/__lab/reset", "small-button danger", &t("sim-lab-reset")))
        }
    }
}

fn about(frame: &Frame<'_>, path: &str, user: &str, label: &str) -> Markup {
    let label = t(label);
    frame.form(
        path,
        html! {
            input type="hidden" name="user" value=(user);
            button.small-button type="submit" aria-label=(format!("{label}: {user}")) { (label) }
        },
    )
}

pub(super) fn faults(frame: &Frame<'_>, faults: &[Fault]) -> Markup {
    html! {
        section.card aria-labelledby="faults" {
            h2 id="faults" { (t("sim-lab-faults")) }
            @if faults.is_empty() { p.quiet { (t("sim-lab-no-faults")) } }
            @for fault in faults { (one_fault(frame, fault)) }
            (frame.form("/__lab/faults", html! {
                div.field {
                    label for="kind" { (t("sim-lab-fault-kind")) }
                    select id="kind" name="kind" {
                        @for (kind, params, about) in FAULT_KINDS {
                            option value=(kind) {
                                (kind) " – " (about)
                                @if !params.is_empty() { " (" (params) ")" }
                            }
                        }
                    }
                }
                (line("params", "sim-lab-fault-params"))
                (line("times", "sim-lab-fault-times"))
                (line("route", "sim-lab-fault-route"))
                (line("step", "sim-lab-fault-step"))
                (line("user", "sim-lab-fault-user"))
                div.actions { button type="submit" { (t("sim-lab-fault-add")) } }
            }))
        }
    }
}

fn one_fault(frame: &Frame<'_>, fault: &Fault) -> Markup {
    let fired = fault.fired.to_string();
    html! {
        div.split {
            p { code { (fault.kind.name()) } " " span.quiet.small { (text("sim-lab-fired", &[("count", &fired)])) } }
            (frame.form("/__lab/faults/remove", html! {
                input type="hidden" name="fault" value=(fault.id);
                button.small-button type="submit" aria-label=(format!("{} {}", t("sim-lab-fault-remove"), fault.kind.name())) {
                    (t("sim-lab-fault-remove"))
                }
            }))
        }
    }
}

fn line(name: &str, label: &str) -> Markup {
    html! {
        div.field {
            label for=(name) { (t(label)) }
            input id=(name) name=(name) type="text" class="token" autocomplete="off" spellcheck="false";
        }
    }
}

/// The values that no source confirms.
pub(super) fn assumed(profile: &Profile) -> Markup {
    let keys = &profile.assumed.keys;
    html! {
        section.card aria-labelledby="assumed" {
            h2 id="assumed" { (t("sim-lab-profile")) }
            p { (profile.site.about) }
            @if !profile.site.source.is_empty() {
                p.small.quiet { (t("sim-lab-sources")) " " (profile.site.source.join("; ")) }
            }
            @if !keys.is_empty() {
                p.small { (t("sim-lab-assumed")) }
                ul.chips { @for key in keys { li { code.badge { (key) } } } }
            }
        }
    }
}

/// The log, newest first.
pub(super) fn log(frame: &Frame<'_>, log: &Log, all: bool) -> Markup {
    let first = log.next_seq().saturating_sub(1);
    let since = if all {
        0
    } else {
        first.saturating_sub(SHOWN as u64)
    };
    let mut events: Vec<&Event> = log.since(since).map(AsRef::as_ref).collect();
    events.reverse();
    html! {
        section.card {
            div.split {
                h2 id="log" { (t("sim-lab-log")) }
                p.small {
                    a href=(frame.at("/__lab#log")) { (t("sim-lab-log-again")) }
                    @if since > 0 { " · " a href=(frame.at("/__lab?all=yes#log")) { (t("sim-lab-log-all")) } }
                }
            }
            div.scroll tabindex="0" role="region" aria-labelledby="log" { table.log {
                thead { tr {
                    th scope="col" { (t("sim-lab-log-when")) }
                    th scope="col" { (t("sim-lab-log-who")) }
                    th scope="col" { (t("sim-lab-log-what")) }
                    th scope="col" { (t("sim-lab-log-why")) }
                } }
                tbody { @for event in events { (row(event)) } }
            } }
        }
    }
}

fn row(event: &Event) -> Markup {
    let refused = [".failed", ".refused", "_bad", ".blocked", "_refused"]
        .iter()
        .any(|end| event.kind.ends_with(end));
    html! {
        tr {
            td { code { (event.t_virtual) } }
            td { (event.actor) }
            td.(if refused { "refused" } else { "fine" }) {
                (event.kind)
                @if let (Some(before), Some(after)) = (&event.before, &event.after) {
                    " " span.quiet { (before) " → " (after) }
                }
            }
            td.rule { @if let Some(rule) = &event.rule { code { (rule) } } }
        }
    }
}
