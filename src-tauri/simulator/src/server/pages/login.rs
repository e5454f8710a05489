//! Logging in with a password, making an account, verifying an address.

use maud::{Markup, html};

use super::Sight;
use super::frame::{Frame, Width};
use super::parts::{Field, alert, notice, t};
use crate::world::{Origin, RefusalKind};

/// The login. A product that leaves it to an identity service has a button instead of fields.
pub(super) fn login(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let labels = &frame.profile.labels;
    let content = html! {
        div.card {
            h1 { (labels.login) }
            (alert(sight.alert()))
            (notice(sight.notice))
            @match &frame.profile.sso {
                Some(sso) if sight.origin == Origin::Product => {
                    p.lead { (keytick_texts::english::text("sim-page-sso", &[("name", &sso.identity_name)])) }
                    a.button.primary href=(sight.identity("/login?to_product=yes")) { (sso.login) }
                }
                _ => (fields(frame, sight)),
            }
        }
    };
    frame.gate(&labels.login, Width::Narrow, &content)
}

fn fields(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let labels = &frame.profile.labels;
    let wrong = sight.is_refused_as(RefusalKind::Password);
    let name = Field {
        value: sight.typed("identifier"),
        ..Field::text("identifier", &labels.identifier, "username").wrong(wrong)
    };
    let password = Field::password("password", &labels.password, "current-password").wrong(wrong);
    html! {
        (frame.form("/login", html! {
            @if sight.asked("to_product") {
                input type="hidden" name="to_product" value="yes";
            }
            (name.draw())
            (password.draw())
            button.primary type="submit" { (labels.login_button) }
        }))
        @if frame.profile.signup.open {
            div.others { a href=(frame.at("/signup")) { (labels.signup) } }
        }
    }
}

/// Making an account.
pub(super) fn sign_up(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let labels = &frame.profile.labels;
    let fields = [
        Field {
            value: sight.typed("username"),
            ..Field::text("username", &t("sim-page-user-name"), "username")
        }
        .draw(),
        Field {
            inputmode: Some("email"),
            value: sight.typed("email"),
            ..Field::text("email", &t("sim-page-email"), "email")
        }
        .draw(),
        Field::password("new-password", &labels.password, "new-password").draw(),
    ];
    let content = html! {
        div.card {
            h1 { (labels.signup) }
            (alert(sight.alert()))
            (frame.form("/signup", html! {
                @for field in &fields { (field) }
                button.primary type="submit" { (labels.signup) }
            }))
            div.others { a href=(frame.at("/login")) { (labels.login) } }
        }
    };
    frame.gate(&labels.signup, Width::Narrow, &content)
}

/// What the link of a verifying mail opens. Opening it changes nothing yet: mail programs look
/// at links before people do.
pub(super) fn verify_email(frame: &Frame<'_>, sight: &Sight<'_>) -> Markup {
    let heading = t("sim-page-verify-email");
    let content = html! {
        div.card {
            h1 { (heading) }
            (alert(sight.alert()))
            (notice(sight.notice))
            (frame.form("/verify-email", html! {
                input type="hidden" name="token" value=(sight.typed("token"));
                button.primary type="submit" { (t("sim-page-verify-email-button")) }
            }))
            div.others { a href=(frame.at("/login")) { (frame.profile.labels.login) } }
        }
    };
    frame.gate(&heading, Width::Narrow, &content)
}
