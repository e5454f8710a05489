//! The second step: a code of the app or of a mail, a recovery code, or a case with support.

use keytick_texts::english::text;
use maud::{Markup, html};

use super::Sight;
use super::frame::{Frame, Width};
use super::parts::{Field, alert, filled, notice, t};
use crate::profile::{CodesEntry, Input};
use crate::world::{ChallengeView, LastResort, Method, RefusalKind};

/// The field of the code, and every way out.
pub(super) fn challenge(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let Some(view) = sight.challenge() else {
        return super::login::login(frame, sight);
    };
    let labels = &frame.profile.labels;
    let email = view.method == Method::Email;
    let intro = if email {
        filled(&labels.email_intro, "email", &view.email)
    } else {
        filled(&labels.challenge_intro, "issuer", sight.issuer())
    };
    let field = if email {
        &labels.email_field
    } else {
        &frame.profile.login.challenge_label
    };
    // Where a recovery code goes into the same field, letters are typed there too.
    let digits_only = email || view.backup != Some(CodesEntry::SameField);
    let not_sent = (email && !view.delivered && sight.alert().is_none())
        .then_some(frame.profile.errors.email_not_sent.as_str());
    let content = html! {
        div.card {
            h1 { (labels.challenge) }
            (alert(sight.alert().or(not_sent)))
            (notice(sight.notice))
            p { (intro) }
            div.(cells(frame, digits_only)) {
                (frame.form("/login/challenge", html! {
                    (Field::code(field, digits_only).wrong(is_wrong(sight)).draw())
                    @if view.can_remember {
                        div.check {
                            input type="checkbox" id="remember" name="remember" value="yes";
                            label for="remember" { (labels.remember) }
                        }
                    }
                    button.primary type="submit" { (labels.challenge_button) }
                }))
            }
            (time_left(view.seconds_left))
            (ways_out(frame, &view))
        }
    };
    frame.gate(&labels.challenge, Width::Narrow, &content)
}

fn cells(frame: &Frame<'_>, digits_only: bool) -> &'static str {
    match frame.profile.totp.input {
        Input::Cells if digits_only => "cells",
        Input::Cells | Input::One => "one",
    }
}

fn is_wrong(sight: &Sight<'_>) -> bool {
    [
        RefusalKind::Code,
        RefusalKind::Replayed,
        RefusalKind::Backup,
        RefusalKind::Email,
    ]
    .into_iter()
    .any(|kind| sight.is_refused_as(kind))
}

/// For how long the step is open, as text: nothing on the page runs.
fn time_left(seconds: Option<u64>) -> Markup {
    html! {
        @if let Some(seconds) = seconds {
            p.hint { (text("sim-page-challenge-ends", &[("seconds", &seconds.to_string())])) }
        }
    }
}

fn ways_out(frame: &Frame<'_>, view: &ChallengeView) -> Markup {
    let labels = &frame.profile.labels;
    let own_page = matches!(
        view.backup,
        Some(CodesEntry::Separate | CodesEntry::ResetPage)
    );
    html! {
        div.others {
            @if view.method == Method::Email {
                (frame.button("/login/challenge/email", "link", &labels.email_resend))
            }
            @if own_page {
                p { a href=(frame.at("/login/challenge/backup")) { (labels.use_backup) } }
            }
            (last_resort(frame, &view.last_resort))
            (frame.button("/logout", "link", &t("sim-page-other-account")))
        }
    }
}

fn last_resort(frame: &Frame<'_>, last: &LastResort) -> Markup {
    html! {
        @match last {
            LastResort::Support(link) => p {
                a href=(frame.at("/login/challenge/recover")) { (link) }
            },
            LastResort::Administrator(role) => p.hint {
                (text("sim-page-administrator-resets", &[("role", role)]))
            },
            LastResort::Nothing => {},
        }
    }
}

/// The field of a recovery code.
pub(super) fn backup(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let Some(view) = sight.challenge() else {
        return super::login::login(frame, sight);
    };
    let labels = &frame.profile.labels;
    let field = Field {
        class: Some("token"),
        ..Field::text("code", &labels.backup_field, "off").wrong(is_wrong(sight))
    };
    let content = html! {
        div.card {
            h1 { (labels.backup) }
            (alert(sight.alert()))
            (frame.form("/login/challenge/backup", html! {
                (field.draw())
                button.primary type="submit" { (labels.backup_button) }
            }))
            (time_left(view.seconds_left))
            div.others {
                p { a href=(frame.at("/login/challenge")) { (labels.use_totp) } }
                (last_resort(frame, &view.last_resort))
            }
        }
    };
    frame.gate(&labels.backup, Width::Narrow, &content)
}

/// Asking support for help.
pub(super) fn recover(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let link = frame.profile.recovery.support_link.as_deref();
    let heading = link.map_or_else(|| t("sim-page-recover"), str::to_owned);
    let content = html! {
        div.card {
            h1 { (heading) }
            (alert(sight.alert()))
            p { (t("sim-page-recover-about")) }
            (frame.form("/login/challenge/recover", html! {
                div.field {
                    label for="message" { (t("sim-page-recover-message")) }
                    textarea id="message" name="message" rows="4" {}
                }
                button.primary type="submit" { (t("sim-page-recover-send")) }
            }))
            div.others {
                p { a href=(frame.at("/login/challenge")) { (frame.profile.labels.use_totp) } }
            }
        }
    };
    frame.gate(&heading, Width::Narrow, &content)
}

/// A case was opened.
pub(super) fn case_opened(frame: &Frame<'_>) -> Markup {
    let heading = t("sim-page-case-opened");
    let content = html! {
        div.card {
            h1 { (heading) }
            p { (t("sim-page-case-opened-about")) }
            div.others { p { a href=(frame.at("/login")) { (frame.profile.labels.login) } } }
        }
    };
    frame.gate(&heading, Width::Narrow, &content)
}
