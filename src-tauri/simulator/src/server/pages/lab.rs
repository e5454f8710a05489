//! The console for people: the clock, the faults, who is there, and the log.
//!
//! It does what the control API does, so it asks for a key: the address that is printed at the
//! start has it. The key becomes a cookie, and leaves the address.

mod cards;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{FromRequestParts, RawPathParams, RawQuery};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use maud::{Markup, html};

use super::frame::{Frame, Width};
use super::parts::{Field, alert, head, t};
use super::style;
use crate::server::cookie;
use crate::server::exchange::see_other;
use crate::server::form::Form;
use crate::server::guard::{refuse, same};
use crate::server::seal::Purpose;
use crate::server::site::Site;
use crate::server::worlds::Slot;
use crate::world::{Action, AddFault, ClockChange, Control};

/// The console's routes, for every world.
pub(crate) fn routes(site: Site) -> Router {
    let mut router = Router::new()
        .route("/w/{world}/__lab", get(show))
        .route("/w/{world}/__lab/key", post(open));
    for (path, control) in FORMS {
        let send = move |lab, body: Bytes| send(lab, *control, body);
        router = router.route(&format!("/w/{{world}}/__lab{path}"), post(send));
    }
    router.with_state(site)
}

/// What a form asks to be done, or why it cannot be read.
type Read = fn(&Form) -> Result<Control, String>;

/// Every form of the console, and what it does.
const FORMS: &[(&str, Read)] = &[
    ("/clock", clock),
    ("/faults", fault),
    ("/faults/remove", |form| {
        let fault = form.text("fault").parse().unwrap_or_default();
        Ok(Control::RemoveFault { fault })
    }),
    ("/faults/clear", |_| Ok(Control::ClearFaults)),
    ("/users/unlock", |form| {
        Ok(Control::UnlockUser {
            user: form.text("user").to_owned(),
        })
    }),
    ("/users/reset", |form| {
        Ok(Control::ResetUser {
            user: form.text("user").to_owned(),
        })
    }),
    ("/reset", |_| Ok(Control::Reset)),
];

fn clock(form: &Form) -> Result<Control, String> {
    let change = match form.text("do") {
        "real" => ClockChange::Real,
        "freeze" => ClockChange::Frozen { now: None },
        "set" => {
            let now = form.text("now").trim().parse();
            let now = now.map_err(|error: crate::world::ClockError| error.to_string())?;
            ClockChange::Frozen { now: Some(now) }
        }
        "edge" => ClockChange::AdvanceTo {
            to: "next_step-1s".to_owned(),
        },
        seconds => ClockChange::Advance {
            seconds: seconds.parse().map_err(|_| t("sim-lab-clock-unread"))?,
        },
    };
    Ok(Control::Clock(change))
}

fn fault(form: &Form) -> Result<Control, String> {
    let text = |name| form.filled(name).map(str::to_owned);
    let params = form.filled("params").unwrap_or("null");
    let params: serde_json::Value =
        serde_json::from_str(params).map_err(|error| error.to_string())?;
    let times = match form.filled("times") {
        None | Some("always") => serde_json::json!("always"),
        Some(count) => serde_json::json!(
            count
                .parse::<u32>()
                .map_err(|_| t("sim-lab-times-unread"))?
        ),
    };
    let fault = AddFault::from_json(serde_json::json!({
        "kind": form.text("kind"),
        "match": { "route": text("route"), "step": text("step"), "user": text("user") },
        "times": times,
        "params": params,
    }))?;
    Ok(Control::AddFault(fault))
}

/// Somebody who holds the key, in front of a world.
struct Lab {
    site: Site,
    slot: Arc<Slot>,
}

impl Lab {
    fn path(&self) -> String {
        format!("/w/{}/__lab", self.slot.id)
    }

    fn csrf(&self) -> String {
        let key = &self.site.server.key;
        key.tag(Purpose::Form, &["lab", &self.slot.id])
    }
}

/// A world whose console somebody asks for, with or without the key.
struct Door(Lab);

impl FromRequestParts<Site> for Door {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let missing = || refuse(StatusCode::NOT_FOUND, "sim-page-missing");
        let params = RawPathParams::from_request_parts(parts, site)
            .await
            .map_err(|_| missing())?;
        let world = params.iter().find(|(name, _)| *name == "world");
        let slot = world.and_then(|(_, id)| site.server.worlds.get(id));
        Ok(Self(Lab {
            site: site.clone(),
            slot: slot.ok_or_else(missing)?,
        }))
    }
}

impl FromRequestParts<Site> for Lab {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let Door(lab) = Door::from_request_parts(parts, site).await?;
        let given = cookie::read(&parts.headers, &cookie_name(site)).unwrap_or_default();
        let key = &site.server.key;
        if key.vouches(Purpose::Lab, &["cookie", &lab.slot.id], given) {
            return Ok(lab);
        }
        let asked = Form::parse(parts.uri.query().unwrap_or_default().as_bytes());
        if same(asked.text("key"), &site.server.lab_key()) {
            return Err(let_in(&lab));
        }
        let wrong = asked.filled("key").is_some();
        Err(ask_key(&lab, wrong))
    }
}

fn cookie_name(site: &Site) -> String {
    format!("{}_lab", site.cookie())
}

/// Gives the cookie and takes the key out of the address.
fn let_in(lab: &Lab) -> Response {
    let key = &lab.site.server.key;
    let value = key.tag(Purpose::Lab, &["cookie", &lab.slot.id]);
    let mut response = see_other(&lab.path());
    if let Some(cookie) = cookie::set(&cookie_name(&lab.site), &value, &lab.path()) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

fn ask_key(lab: &Lab, wrong: bool) -> Response {
    let problem = wrong.then(|| t("sim-lab-key-wrong"));
    let page = page(lab, "", |frame| {
        let content = html! {
            div.card {
                h1 { (t("sim-page-lab")) }
                (alert(problem.as_deref()))
                p.lead { (t("sim-lab-key-about")) }
                (frame.form("/__lab/key", html! {
                    (Field::password("key", &t("sim-lab-key"), "off").draw())
                    button.primary type="submit" { (t("sim-lab-open")) }
                }))
            }
        };
        frame.gate(&t("sim-page-lab"), Width::Narrow, &content)
    });
    (StatusCode::UNAUTHORIZED, page).into_response()
}

/// Takes the key, or the control API's token, from the form. Whoever can send either needs no
/// other proof.
async fn open(Door(lab): Door, body: Bytes) -> Response {
    let form = Form::parse(&body);
    let server = &lab.site.server;
    let key = form.text("key").trim();
    if same(key, &server.lab_key()) || same(key, &server.token) {
        let_in(&lab)
    } else {
        ask_key(&lab, true)
    }
}

async fn show(lab: Lab, RawQuery(query): RawQuery) -> Response {
    let asked = Form::parse(query.unwrap_or_default().as_bytes());
    console(&lab, &asked, None).await
}

async fn send(lab: Lab, read: Read, body: Bytes) -> Response {
    let form = Form::parse(&body);
    if !same(&lab.csrf(), form.text("csrf")) {
        return console(
            &lab,
            &form,
            Some((StatusCode::FORBIDDEN, t("sim-page-stale"))),
        )
        .await;
    }
    let control = match read(&form) {
        Ok(control) => control,
        Err(reason) => {
            let problem = (StatusCode::UNPROCESSABLE_ENTITY, reason);
            return console(&lab, &form, Some(problem)).await;
        }
    };
    let outcome = {
        let mut turn = lab.site.server.worlds.turn(&lab.slot).await;
        turn.step(Action::Control(control))
    };
    match outcome {
        Ok(outcome) => match outcome.result {
            Ok(_) => see_other(&lab.path()),
            Err(refusal) => {
                let status = StatusCode::from_u16(refusal.kind.status());
                let status = status.unwrap_or(StatusCode::CONFLICT);
                let reason = format!("{} ({})", refusal.message, refusal.rule);
                console(&lab, &form, Some((status, reason))).await
            }
        },
        Err(error) => {
            let status = StatusCode::INTERNAL_SERVER_ERROR;
            console(&lab, &form, Some((status, error.to_string()))).await
        }
    }
}

async fn console(lab: &Lab, asked: &Form, problem: Option<(StatusCode, String)>) -> Response {
    let status = problem
        .as_ref()
        .map_or(StatusCode::OK, |(status, _)| *status);
    let worlds = &lab.site.server.worlds;
    let turn = worlds.turn(&lab.slot).await;
    let (world, real) = (turn.world(), worlds.now());
    let markup = page(lab, &lab.csrf(), |frame| {
        let content = html! {
            (head(&[], &t("sim-page-lab")))
            (alert(problem.as_ref().map(|(_, reason)| reason.as_str())))
            div.grid {
                (cards::clock(frame, &world.clock(real)))
                (cards::people(frame, world))
                (cards::faults(frame, world.faults()))
                (cards::assumed(frame.profile))
            }
            (cards::log(frame, world.events(), asked.ticked("all")))
        };
        frame.gate(&t("sim-page-lab"), Width::Full, &content)
    });
    drop(turn);
    (status, markup).into_response()
}

fn page(lab: &Lab, csrf: &str, draw: impl FnOnce(&Frame<'_>) -> Markup) -> Markup {
    let profile = &lab.slot.profile();
    draw(&Frame {
        profile,
        world: &lab.slot.id,
        name: &profile.site.name,
        identity: false,
        exposed: lab.site.server.config.expose,
        person: None,
        csrf,
        style: style::version(profile),
        path: "/__lab",
    })
}
