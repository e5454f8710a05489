//! Faults: what goes wrong on purpose.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::error::{Answer, ApiError};
use super::extract::{Body, InWorld};
use super::take;
use crate::server::site::Site;
use crate::world::{AddFault, Control, Data, FAULT_KINDS, Fault};

/// A fault to be added.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewFault {
    /// What goes wrong, such as `delay` or `http_status`.
    #[schema(example = "delay")]
    kind: String,
    /// When it fires; left out: always.
    #[serde(default, rename = "match", skip_serializing_if = "Option::is_none")]
    matching: Option<Matching>,
    /// How often it fires: a number, or `always`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    times: Option<Times>,
    /// How likely it is each time, from 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 0, maximum = 1)]
    probability: Option<f64>,
    /// What the kind takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>, example = json!({"ms": 500}))]
    params: Option<serde_json::Map<String, serde_json::Value>>,
}

/// Which requests and steps a fault is for. What is left out matches all.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Matching {
    /// The path within the world; a `*` at the end matches what follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "/login/*")]
    route: Option<String>,
    /// The person, by name or address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    user: Option<String>,
    /// The step, such as `password`, `code` or `verify_enroll`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    step: Option<String>,
}

/// A number, or `always`.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(untagged)]
enum Times {
    Count(u32),
    Always(Always),
}

#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Always {
    Always,
}

/// A fault in a world.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaultView {
    /// Its number.
    id: u64,
    /// What goes wrong.
    kind: &'static str,
    /// What that means.
    about: &'static str,
    /// How often it has fired.
    fired: u64,
    /// The fault as it was asked for, with how often it still fires.
    #[schema(value_type = Object)]
    fault: serde_json::Value,
}

impl From<&Fault> for FaultView {
    fn from(fault: &Fault) -> Self {
        let kind = fault.kind.name();
        Self {
            id: fault.id,
            kind,
            about: FAULT_KINDS
                .iter()
                .find(|(name, ..)| *name == kind)
                .map_or("", |(_, _, about)| about),
            fired: fault.fired,
            fault: serde_json::to_value(fault).unwrap_or_default(),
        }
    }
}

/// A new fault's number.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FaultId {
    id: u64,
}

/// The faults of the world
#[utoipa::path(get, path = "/worlds/{world}/faults", tag = "faults", operation_id = "list_faults",
    responses((status = 200, body = Vec<FaultView>)))]
pub(super) async fn list(State(site): State<Site>, InWorld(slot): InWorld) -> Json<Vec<FaultView>> {
    let turn = site.server.worlds.turn(&slot).await;
    Json(turn.world().faults().iter().map(FaultView::from).collect())
}

/// Add a fault
#[utoipa::path(post, path = "/worlds/{world}/faults", tag = "faults", operation_id = "add_fault",
    request_body = NewFault, responses((status = 201, body = FaultId)))]
pub(super) async fn add(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Body(body): Body<NewFault>,
) -> Answer<(StatusCode, Json<FaultId>)> {
    let value = serde_json::to_value(&body).unwrap_or_default();
    let fault = AddFault::from_json(value).map_err(|reason| ApiError::invalid("kind", &reason))?;
    match take(&site, &slot, Control::AddFault(fault)).await? {
        Data::Fault(id) => Ok((StatusCode::CREATED, Json(FaultId { id }))),
        _ => Ok((StatusCode::CREATED, Json(FaultId { id: 0 }))),
    }
}

/// Remove every fault
#[utoipa::path(delete, path = "/worlds/{world}/faults", tag = "faults", operation_id = "clear_faults",
    responses((status = 204)))]
pub(super) async fn clear(State(site): State<Site>, InWorld(slot): InWorld) -> Answer<StatusCode> {
    take(&site, &slot, Control::ClearFaults).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Remove a fault
#[utoipa::path(delete, path = "/worlds/{world}/faults/{fault}", tag = "faults", operation_id = "remove_fault",
    params(("fault" = u64, Path, description = "The fault's number")), responses((status = 204)))]
pub(super) async fn remove(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, fault)): Path<(String, String)>,
) -> Answer<StatusCode> {
    let unknown = "sim-fault-unknown";
    let number = fault
        .parse()
        .map_err(|_| ApiError::missing(unknown, &fault))?;
    take(&site, &slot, Control::RemoveFault { fault: number })
        .await
        .map_err(|error| error.or_missing(unknown, &fault))?;
    Ok(StatusCode::NO_CONTENT)
}
