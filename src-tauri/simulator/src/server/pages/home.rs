//! The start page of somebody who is logged in: it says so, and leads on.

use keytick_texts::english::text;
use maud::{Markup, html};

use super::Sight;
use super::frame::{Frame, Person};
use super::parts::{alert, head, last, notice, t};
use crate::world::Origin;

pub(super) fn home(frame: &Frame<'_>, sight: &Sight<'_>, person: Option<&Person<'_>>) -> Markup {
    let name = person.map_or("", |person| person.name);
    let entries = person.map_or(&[][..], |person| person.entries);
    let heading = text("sim-page-home", &[("name", name)]);
    let content = html! {
        (head(&[], &heading))
        (alert(sight.alert()))
        (notice(sight.notice))
        @if let Some(seconds) = sight.grace_s {
            div.alert.warn role="status" {
                (frame.profile.errors.grace.replace("{seconds}", &seconds.to_string()))
            }
        }
        section.card {
            p.lead { (t("sim-page-home-about")) }
            ul.rows {
                @for entry in entries {
                    li { a href=(frame.at(entry.path)) { (entry.words.join(" › ")) } }
                }
                @if sight.origin != Origin::Product {
                    li { a href=(frame.at("/settings/account")) { (t("sim-page-account")) } }
                }
            }
            @if let (Origin::Identity, Some(sso)) = (sight.origin, &frame.profile.sso) {
                div.actions { (frame.button("/product", "primary", &sso.product_name)) }
            }
            @if sight.origin == Origin::Product {
                p { a href=(sight.identity("/settings/security")) { (last(&frame.profile.nav.security)) } }
            }
        }
    };
    frame.app(&heading, &content)
}
