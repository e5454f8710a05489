//! How codes are made and checked.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::error::Answer;
use super::extract::{Body, InWorld};
use super::take;
use crate::profile::Window;
use crate::server::site::Site;
use crate::server::worlds::Slot;
use crate::world::{Control, RulesChange};

/// How codes are made and checked from now on. What is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SetRules {
    /// How many digits a code has, 4 to 10: of keys that are made from now on.
    #[serde(default)]
    digits: Option<u8>,
    /// How many seconds a code lasts, 1 to 86400: of keys that are made from now on.
    #[serde(default)]
    period: Option<u32>,
    /// The first and the last step that are accepted, counted from the current one: from this
    /// moment on.
    #[serde(default)]
    #[schema(value_type = Option<[i64; 2]>, example = json!([-1, 1]))]
    window: Option<Window>,
}

/// How codes are made and checked.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RulesNow {
    /// How many digits a code of a new key has.
    digits: u8,
    /// How many seconds it lasts.
    period: u32,
    /// The first and the last step that are accepted, counted from the current one.
    #[schema(value_type = [i64; 2], example = json!([-1, 1]))]
    window: Window,
}

/// How codes are made and checked
#[utoipa::path(get, path = "/worlds/{world}/rules", tag = "rules", operation_id = "get_rules",
    responses((status = 200, body = RulesNow)))]
pub(super) async fn get(InWorld(slot): InWorld) -> Json<RulesNow> {
    Json(now(&slot))
}

/// Change how codes are made and checked
#[utoipa::path(put, path = "/worlds/{world}/rules", tag = "rules", operation_id = "set_rules",
    request_body = SetRules, responses((status = 200, body = RulesNow)))]
pub(super) async fn set(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Body(body): Body<SetRules>,
) -> Answer<Json<RulesNow>> {
    let change = RulesChange {
        digits: body.digits,
        period: body.period,
        window: body.window,
    };
    take(&site, &slot, Control::Rules(change)).await?;
    Ok(Json(now(&slot)))
}

fn now(slot: &Slot) -> RulesNow {
    let totp = &slot.profile().totp;
    RulesNow {
        digits: totp.digits,
        period: totp.period,
        window: totp.window,
    }
}
