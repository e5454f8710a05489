//! A person's own pages: two-step sign-in on or off, recovery codes, password and address.

use maud::{Markup, html};

use super::Sight;
use super::frame::{Frame, Person};
use super::parts::{Field, alert, filled, head, last, link_button, notice, t};
use crate::profile::{CodesKind, Guard, Requirement};
use crate::world::{Origin, RefusalKind, SecurityView};

/// The security page.
pub(super) fn security(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let nav = &frame.profile.nav.security;
    let Some(view) = sight.security() else {
        return super::login::login(frame, sight);
    };
    let content = html! {
        (head(nav, last(nav)))
        (alert(sight.alert()))
        (notice(sight.notice))
        (two_factor(frame, sight, &view))
        (recovery_codes(frame, sight, &view))
        (by_email(frame, sight, &view))
        (on_to_product(frame, sight, &view))
    };
    frame.app(last(nav), &content)
}

/// The way on, for somebody whom the product has sent here to set up codes.
fn on_to_product(frame: &Frame<'_>, sight: &Sight<'_>, view: &SecurityView) -> Markup {
    match (&frame.profile.sso, sight.origin) {
        (Some(sso), Origin::Identity) if view.on => html! {
            div.actions { (frame.button("/product", "primary", &sso.product_name)) }
        },
        _ => html! {},
    }
}

fn two_factor(frame: &Frame<'_>, sight: &Sight<'_>, view: &SecurityView) -> Markup {
    let labels = &frame.profile.labels;
    let state = if view.on {
        &labels.state_on
    } else {
        &labels.state_off
    };
    html! {
        section.card aria-labelledby="two-factor" {
            div.split {
                div.stack {
                    h2 id="two-factor" { (labels.two_factor) }
                    p.lead { (state) }
                }
                @if labels.enable_as == "switch" {
                    (switch(frame, view))
                } @else if view.on {
                    div.actions {
                        @if view.can_enroll {
                            (frame.button("/settings/security/enroll", "plain", &labels.reenroll))
                        }
                        (disable_button(frame))
                    }
                }
            }
            @if !view.available {
                div.alert.warn { (frame.profile.errors.feature_off) }
            } @else if !view.email_verified && view.wanting.contains(&Requirement::VerifiedEmail) {
                div.alert.warn {
                    p { (frame.profile.errors.unverified_email) }
                    (frame.button("/settings/account/verification", "link", &t("sim-page-send-verification")))
                }
            } @else if !view.on && (labels.enable_as != "switch" || asks_password(frame)) {
                (enable(frame, sight))
            }
            @if view.on && labels.enable_as == "switch" && view.can_enroll {
                div.actions { (frame.button("/settings/security/enroll", "plain", &labels.reenroll)) }
            }
        }
    }
}

fn asks_password(frame: &Frame<'_>) -> bool {
    frame
        .profile
        .enroll
        .requires
        .contains(&Requirement::Password)
}

fn enable(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let labels = &frame.profile.labels;
    let wrong = sight.is_refused_as(RefusalKind::Password);
    let password = Field::password("password", &labels.password, "current-password").wrong(wrong);
    frame.form(
        "/settings/security/enroll",
        html! {
            @if asks_password(frame) { (password.draw()) }
            div.actions { button.primary type="submit" { (labels.enable) } }
        },
    )
}

/// A switch that turns codes on, or leads to where they are turned off.
fn switch(frame: &Frame<'_>, view: &SecurityView) -> Markup {
    let path = if !view.on {
        "/settings/security/enroll"
    } else if frame.profile.disable.requires == Guard::None {
        "/settings/security/disable"
    } else {
        return html! {
            form method="get" action=(frame.at("/settings/security/disable")) {
                (switch_button(frame, true))
            }
        };
    };
    frame.form(path, switch_button(frame, view.on))
}

fn switch_button(frame: &Frame<'_>, on: bool) -> Markup {
    html! {
        button.switch type="submit" role="switch" aria-checked=(on) { (frame.profile.labels.enable) }
    }
}

/// Turns codes off with one click, or leads to the page that asks first.
fn disable_button(frame: &Frame<'_>) -> Markup {
    let label = &frame.profile.disable.label;
    match frame.profile.disable.requires {
        Guard::Never => html! {},
        Guard::None => frame.button("/settings/security/disable", "danger", label),
        _ => link_button(frame, "/settings/security/disable", "plain", label),
    }
}

/// The question before codes are turned off, and what it takes.
pub(super) fn disable(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let labels = &frame.profile.labels;
    let content = html! {
        (head(&frame.profile.nav.security, &frame.profile.disable.label))
        (alert(sight.alert()))
        section.card {
            p { (labels.disable_confirm) }
            (frame.form("/settings/security/disable", html! {
                input type="hidden" name="confirmed" value="yes";
                (proof(frame.profile.disable.requires, &labels.disable_field, sight.alert().is_some()))
                div.actions {
                    button.danger type="submit" { (frame.profile.disable.label) }
                    (link_button(frame, "/settings/security", "plain", &labels.cancel))
                }
            }))
        }
    };
    frame.app(&frame.profile.disable.label, &content)
}

/// The field for what a guard asks for, if it asks for something typed.
fn proof(guard: Guard, label: &str, wrong: bool) -> Markup {
    let field = match guard {
        Guard::None | Guard::Confirm | Guard::Never => return html! {},
        Guard::Password => Field::password("proof", label, "current-password"),
        Guard::Code => Field {
            inputmode: Some("numeric"),
            ..Field::text("proof", label, "one-time-code")
        },
        Guard::CodeOrBackup => Field::text("proof", label, "one-time-code"),
    };
    field.wrong(wrong).draw()
}

fn recovery_codes(frame: &Frame<'_>, sight: &Sight<'_>, view: &SecurityView) -> Markup {
    let (rules, labels) = (&frame.profile.codes, &frame.profile.labels);
    if !view.on || rules.kind == CodesKind::None {
        return html! {};
    }
    if view.codes_left.is_none() && rules.regenerate == Guard::Never {
        return html! {};
    }
    let wrong = sight.is_refused_as(RefusalKind::Code) || sight.is_refused_as(RefusalKind::Backup);
    html! {
        section.card aria-labelledby="recovery-codes" {
            h2 id="recovery-codes" { (labels.codes) }
            @if let Some(left) = view.codes_left {
                p.lead { (filled(&labels.remaining, "count", &left.to_string())) }
            }
            @if rules.regenerate != Guard::Never {
                (frame.form("/settings/security/codes/regenerate", html! {
                    input type="hidden" name="confirmed" value="yes";
                    (proof(rules.regenerate, &frame.profile.login.challenge_label, wrong))
                    div.actions { button type="submit" { (labels.regenerate) } }
                }))
            }
        }
    }
}

fn by_email(frame: &Frame<'_>, sight: &Sight<'_>, view: &SecurityView) -> Markup {
    let labels = &frame.profile.labels;
    let Some(on) = view.email_otp else {
        return html! {};
    };
    html! {
        section.card aria-labelledby="by-email" {
            h2.visually-hidden id="by-email" { (labels.email_switch) }
            (frame.form("/settings/security/email", html! {
                input type="hidden" name="on" value=(if on { "no" } else { "yes" });
                (step_up(frame, sight))
                button.switch type="submit" role="switch" aria-checked=(on) { (labels.email_switch) }
            }))
        }
    }
}

/// The field for a second step that is due again, once an action has asked for it.
pub(super) fn step_up(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    if frame.profile.step_up.is_none() || !sight.asks_step_up() {
        return html! {};
    }
    let label = &frame.profile.labels.disable_field;
    html! {
        (Field::text("proof", label, "one-time-code").id("step-up").wrong(true).draw())
    }
}

/// Password and address.
pub(super) fn account(frame: &Frame<'_>, sight: &Sight<'_>, person: Option<&Person<'_>>) -> Markup {
    let heading = t("sim-page-account");
    let labels = &frame.profile.labels;
    let new_password = t("sim-page-new-password");
    let email = t("sim-page-email");
    let content = html! {
        (head(&[], &heading))
        (alert(sight.alert()))
        (notice(sight.notice))
        section.card {
            h2 { (labels.password) }
            (frame.form("/settings/account/password", html! {
                // Tells a password manager whose password this is.
                input type="text" name="username" autocomplete="username" hidden
                    value=(person.map_or("", |person| person.name));
                (Field::password("new-password", &new_password, "new-password").draw())
                (step_up(frame, sight))
                div.actions { button type="submit" { (t("sim-page-change-password")) } }
            }))
        }
        section.card {
            h2 { (email) }
            (frame.form("/settings/account/email", html! {
                (Field { inputmode: Some("email"), ..Field::text("email", &email, "email") }.draw())
                div.actions { button type="submit" { (t("sim-page-change-email")) } }
            }))
        }
    };
    frame.app(&heading, &content)
}
