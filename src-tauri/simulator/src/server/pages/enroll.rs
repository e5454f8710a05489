//! Setting up codes: an app, the QR code, the first code, the recovery codes; and the prompt
//! that asks for it.

use keytick_texts::english::text;
use maud::{Markup, html};

use super::Sight;
use super::frame::{Frame, Width};
use super::parts::{Field, alert, head, link_button, notice, t};
use crate::profile::{CancelForced, CodesAck, CodesKind, EnrollStep, ManualKey};
use crate::world::{EnrolmentView, Origin, QrLook, RefusalKind};

/// The QR code, the key to type, and the field of the first code.
pub(super) fn enroll(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let (profile, labels) = (frame.profile, &frame.profile.labels);
    let Some(view) = sight.enrolment() else {
        return not_started(frame, sight);
    };
    let has = |step| profile.enroll.steps.contains(&step);
    let expired =
        (view.expired && sight.alert().is_none()).then_some(profile.errors.enroll_expired.as_str());
    let content = html! {
        (head(&profile.nav.security, &labels.two_factor))
        (alert(sight.alert().or(expired)))
        (notice(sight.notice))
        section.card {
            ol.steps {
                @if has(EnrollStep::Apps) && !profile.apps.is_empty() {
                    li { (apps(frame)) }
                }
                li { (scan(frame, sight, &view)) }
                li { (verify(frame, sight, &view)) }
            }
            div.others { (frame.button(leave(sight), "link", leave_label(frame, sight))) }
        }
    };
    frame.app(&labels.two_factor, &content)
}

fn not_started(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let profile = frame.profile;
    let content = html! {
        (head(&profile.nav.security, &profile.labels.two_factor))
        (alert(Some(sight.alert().unwrap_or(&profile.errors.enroll_missing))))
        (notice(sight.notice))
        section.card {
            div.actions {
                (frame.button("/settings/security/enroll", "primary", &profile.labels.enable))
                (link_button(frame, "/settings/security", "plain", &profile.labels.back))
            }
        }
    };
    frame.app(&profile.labels.two_factor, &content)
}

/// Where somebody goes who leaves: out of the site, if codes are required.
fn leave(sight: &Sight<'_>) -> &'static str {
    if sight.is_forced() {
        "/prompt/leave"
    } else {
        "/settings/security/enroll/cancel"
    }
}

fn leave_label<'a>(frame: &Frame<'a>, sight: &Sight<'_>) -> &'a str {
    if sight.is_forced() {
        &frame.profile.labels.forced_cancel
    } else {
        &frame.profile.labels.cancel
    }
}

fn apps(frame: &Frame<'_>) -> Markup {
    html! {
        h2 { (frame.profile.labels.apps) }
        ul.stack {
            @for app in &frame.profile.apps {
                li {
                    (app.name)
                    @if let Some(note) = &app.note { " " span.quiet { "– " (note) } }
                }
            }
        }
    }
}

fn app_names(frame: &Frame<'_>) -> String {
    let names: Vec<_> = frame
        .profile
        .apps
        .iter()
        .map(|app| app.name.as_str())
        .collect();
    names.join(", ")
}

fn scan(frame: &Frame<'_>, sight: &Sight<'_>, view: &EnrolmentView) -> Markup {
    let labels = &frame.profile.labels;
    let picture = |kind: &str| frame.at(&format!("/settings/security/enroll/qr.{kind}"));
    html! {
        h2 { (labels.scan) }
        // Apps that the site names in passing, not as a step of its own.
        @if !frame.profile.enroll.steps.contains(&EnrollStep::Apps) && !frame.profile.apps.is_empty() {
            p.hint { (app_names(frame)) }
        }
        figure.qr.(if view.qr == QrLook::Huge { "huge" } else { "usual" }) {
            img src=(picture("svg")) width="208" height="208"
                alt=(text("sim-page-qr", &[("issuer", &view.issuer), ("account", &view.account)]));
            figcaption {
                dl.facts {
                    dt { (t("sim-page-issuer")) } dd { (view.issuer) }
                    dt { (t("sim-page-account-name")) } dd { (view.account) }
                }
                p { a href=(view.uri) { (t("sim-page-open-app")) } }
                p.small {
                    (t("sim-page-qr-download")) " "
                    a href=(picture("png")) download="qr.png" { "PNG" } ", "
                    a href=(picture("svg")) download="qr.svg" { "SVG" }
                }
            }
        }
        (manual_key(frame, sight, view))
    }
}

/// The key to type. A press on the link is a step of its own, so that the log has it.
fn manual_key(frame: &Frame<'_>, sight: &Sight<'_>, view: &EnrolmentView) -> Markup {
    let labels = &frame.profile.labels;
    let shown = frame.profile.enroll.manual_key == ManualKey::Shown || sight.asked("key");
    html! {
        div.stack id="key" {
            @if shown {
                p { strong { (labels.manual) } }
                code.secret { (view.key) }
            } @else {
                p { (labels.manual_intro) }
                (frame.button("/settings/security/enroll/key", "link", &labels.manual))
            }
        }
    }
}

fn verify(frame: &Frame<'_>, sight: &Sight<'_>, view: &EnrolmentView) -> Markup {
    let labels = &frame.profile.labels;
    let wrong =
        sight.is_refused_as(RefusalKind::Code) || sight.is_refused_as(RefusalKind::Replayed);
    html! {
        h2 { label for="code" { (labels.verify_field) } }
        (frame.form("/settings/security/enroll/verify", html! {
            (Field::code(&labels.verify_field, true).wrong(wrong).draw_input())
            div.actions { button.primary type="submit" { (labels.verify) } }
        }))
        @if let Some(seconds) = view.seconds_left {
            div.stack {
                @if !view.expired {
                    p.hint { (text("sim-page-key-ends", &[("seconds", &seconds.to_string())])) }
                }
                (frame.button("/settings/security/enroll", "link", &labels.restart))
            }
        }
    }
}

/// New recovery codes.
pub(super) fn codes(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let (profile, labels) = (frame.profile, &frame.profile.labels);
    let Some(view) = sight.codes() else {
        return super::settings::security(frame, sight);
    };
    let one = profile.codes.kind != CodesKind::List;
    let content = html! {
        (head(&profile.nav.security, &labels.codes))
        (alert(sight.alert()))
        (notice(sight.notice))
        section.card {
            p { (labels.codes_intro) }
            ul.codes.(if one { "single" } else { "several" }) {
                @for code in &view.codes { li { code { (code) } } }
            }
            div.actions {
                (frame.button("/settings/security/codes/download", "plain", &labels.download))
                @if profile.codes.ack == CodesAck::None {
                    (link_button(frame, "/settings/security", "primary", &labels.ack))
                } @else {
                    (frame.button("/settings/security/codes/ack", "primary", &labels.ack))
                }
            }
            div.others.row {
                @if view.enrolling {
                    (frame.button("/settings/security/enroll/back", "link", &labels.back))
                    (frame.button(leave(sight), "link", leave_label(frame, sight)))
                } @else if profile.codes.commit_at == crate::profile::CommitAt::Ack {
                    (frame.button("/settings/security/codes/cancel", "link", &labels.cancel))
                }
            }
        }
    };
    frame.app(&labels.codes, &content)
}

/// What somebody sees who has to set up codes before anything else.
pub(super) fn prompt(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let profile = frame.profile;
    let heading = match &profile.enforce {
        Some(enforce) => enforce.prompt.clone(),
        None => profile.errors.required.clone(),
    };
    let can_leave = profile
        .enforce
        .as_ref()
        .is_none_or(|enforce| enforce.cancel == CancelForced::Logout);
    let content = html! {
        div.card {
            h1 { (heading) }
            (alert(sight.alert()))
            (notice(sight.notice))
            div.actions {
                @if sight.origin == Origin::Product {
                    a.button.primary href=(sight.identity("/settings/security")) { (profile.labels.two_factor) }
                } @else {
                    (link_button(frame, "/settings/security", "primary", &profile.labels.two_factor))
                }
            }
            @if can_leave {
                div.others { (frame.button("/prompt/leave", "link", &profile.labels.forced_cancel)) }
            }
        }
    };
    frame.gate(&heading, Width::Narrow, &content)
}
