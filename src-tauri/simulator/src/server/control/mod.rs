//! The control API: everything a tester does to worlds from outside, as JSON.
//!
//! Each file is one part of a world. What is the same for every operation (errors, the world
//! in the path) is added to the OpenAPI document here, once.

mod cases;
mod clock;
mod document;
mod error;
mod events;
mod extract;
mod faults;
mod health;
mod mail;
mod policy;
mod profiles;
mod rules;
mod users;
mod worlds;

use axum::Router;
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::guard::token_only;
use super::json::LoginProblem;
use super::site::Site;
use super::worlds::Slot;
use crate::world::{Action, Control, Data};
use error::{Answer, ApiError, Problem};
pub(crate) use extract::Body;

/// Where the control API stands.
pub(crate) const BASE: &str = "/__sim/v1";

/// The control API, and the OpenAPI document of it and of the sites' logins, without what
/// checks the source of requests.
pub(crate) fn routes(site: &Site) -> Router {
    let (guarded, control) = operations().split_for_parts();
    let (_, login) = super::json::operations().split_for_parts();
    let document = Shared::openapi()
        .nest(BASE, control)
        .nest("/w/{world}", login);
    let guarded = token_only(guarded.with_state(site.clone()), &site.server.token);
    let open = health::routes().merge(document::routes(&document::complete(&document)));
    Router::new().nest(BASE, guarded.merge(open))
}

/// What operations refer to that none of them names.
#[derive(utoipa::OpenApi)]
#[openapi(components(schemas(Problem, LoginProblem)))]
struct Shared;

fn operations() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(worlds::list, worlds::create))
        .routes(routes!(worlds::get, worlds::delete))
        .routes(routes!(worlds::reset))
        .routes(routes!(worlds::snapshots))
        .routes(routes!(worlds::keep))
        .routes(routes!(worlds::restore))
        .routes(routes!(worlds::next_secret))
        .routes(routes!(worlds::next_codes))
        .routes(routes!(clock::get, clock::set))
        .routes(routes!(clock::advance))
        .routes(routes!(users::list, users::create))
        .routes(routes!(users::get, users::patch, users::delete))
        .routes(routes!(users::reset))
        .routes(routes!(users::unlock))
        .routes(routes!(users::sessions, users::close_sessions))
        .routes(routes!(users::totp))
        .routes(routes!(faults::list, faults::add, faults::clear))
        .routes(routes!(faults::remove))
        .routes(routes!(mail::list, mail::clear))
        .routes(routes!(policy::get, policy::set))
        .routes(routes!(rules::get, rules::set))
        .routes(routes!(cases::list))
        .routes(routes!(cases::approve))
        .routes(routes!(cases::refuse))
        .routes(routes!(events::list))
        .routes(routes!(events::stream))
        .routes(routes!(events::ndjson))
        .routes(routes!(profiles::list))
        .routes(routes!(profiles::get))
        .routes(routes!(profiles::lint))
}

/// Changes a world from outside.
async fn take(site: &Site, slot: &Slot, control: Control) -> Answer<Data> {
    let mut turn = site.server.worlds.turn(slot).await;
    let outcome = turn.step(Action::Control(control))?;
    outcome.result.map(|done| done.data).map_err(ApiError::from)
}
