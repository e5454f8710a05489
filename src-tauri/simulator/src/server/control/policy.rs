//! What is required of people and available to them.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::error::Answer;
use super::extract::{Body, InWorld};
use super::take;
use crate::profile::Switch;
use crate::server::site::Site;
use crate::server::worlds::Slot;
use crate::world::{Control, PolicyChange};

/// What is required and available from now on. What is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SetPolicy {
    /// Whether codes are required.
    #[serde(default)]
    enforce: Option<bool>,
    /// Of which roles, where the profile goes by role.
    #[serde(default)]
    roles: Option<Vec<String>>,
    /// Whether they are available.
    #[serde(default)]
    feature: Option<bool>,
}

/// What is required and available.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PolicyNow {
    /// Whether codes are required.
    enforce: bool,
    /// Of which roles, where the profile goes by role.
    roles: Vec<String>,
    /// Whether they are available.
    feature: bool,
}

/// What is required and available
#[utoipa::path(get, path = "/worlds/{world}/policy", tag = "policy", operation_id = "get_policy",
    responses((status = 200, body = PolicyNow)))]
pub(super) async fn get(State(site): State<Site>, InWorld(slot): InWorld) -> Json<PolicyNow> {
    Json(now(&site, &slot).await)
}

/// Require codes or make them available, as an administrator would
#[utoipa::path(put, path = "/worlds/{world}/policy", tag = "policy", operation_id = "set_policy",
    request_body = SetPolicy, responses((status = 200, body = PolicyNow)))]
pub(super) async fn set(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Body(body): Body<SetPolicy>,
) -> Answer<Json<PolicyNow>> {
    let change = PolicyChange {
        enforce: body.enforce,
        roles: body.roles,
        feature: body
            .feature
            .map(|on| if on { Switch::On } else { Switch::Off }),
    };
    take(&site, &slot, Control::Policy(change)).await?;
    Ok(Json(now(&site, &slot).await))
}

async fn now(site: &Site, slot: &Slot) -> PolicyNow {
    let turn = site.server.worlds.turn(slot).await;
    let view = turn.world().policy_view();
    PolicyNow {
        enforce: view.required,
        roles: view.roles,
        feature: view.available,
    }
}
