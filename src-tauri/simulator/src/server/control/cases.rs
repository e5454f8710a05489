//! Cases with support: somebody lost device and recovery codes.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::error::{Answer, ApiError};
use super::extract::InWorld;
use super::take;
use crate::server::site::Site;
use crate::world::{Case, CaseState, Control};

/// A case.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CaseView {
    /// Its number.
    id: u64,
    /// Whose account.
    user: String,
    /// What the person wrote.
    message: String,
    /// When it was opened, by the world's clock.
    #[schema(format = DateTime)]
    opened: String,
    /// How it stands.
    state: State_,
}

/// How a case stands.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CaseState)]
enum State_ {
    Open,
    Approved,
    Refused,
}

impl From<&Case> for CaseView {
    fn from(case: &Case) -> Self {
        Self {
            id: case.id,
            user: case.user.clone(),
            message: case.message.clone(),
            opened: case.opened.to_string(),
            state: match case.state {
                CaseState::Open => State_::Open,
                CaseState::Approved => State_::Approved,
                CaseState::Refused => State_::Refused,
            },
        }
    }
}

/// The cases of the world
#[utoipa::path(get, path = "/worlds/{world}/cases", tag = "cases", operation_id = "list_cases",
    responses((status = 200, body = Vec<CaseView>)))]
pub(super) async fn list(State(site): State<Site>, InWorld(slot): InWorld) -> Json<Vec<CaseView>> {
    let turn = site.server.worlds.turn(&slot).await;
    Json(turn.world().cases().iter().map(CaseView::from).collect())
}

/// Confirm that the person owns the account, as support would
#[utoipa::path(post, path = "/worlds/{world}/cases/{case}/approve", tag = "cases", operation_id = "approve_case",
    params(("case" = u64, Path, description = "The case's number")), responses((status = 204)))]
pub(super) async fn approve(
    site: State<Site>,
    slot: InWorld,
    Path((_, case)): Path<(String, String)>,
) -> Answer<StatusCode> {
    decide(site, slot, &case, true).await
}

/// Do not confirm it
#[utoipa::path(post, path = "/worlds/{world}/cases/{case}/refuse", tag = "cases", operation_id = "refuse_case",
    params(("case" = u64, Path, description = "The case's number")), responses((status = 204)))]
pub(super) async fn refuse(
    site: State<Site>,
    slot: InWorld,
    Path((_, case)): Path<(String, String)>,
) -> Answer<StatusCode> {
    decide(site, slot, &case, false).await
}

async fn decide(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    case: &str,
    approve: bool,
) -> Answer<StatusCode> {
    let unknown = "sim-case-unknown";
    let number = case.parse().map_err(|_| ApiError::missing(unknown, case))?;
    let decide = Control::DecideCase {
        case: number,
        approve,
    };
    take(&site, &slot, decide)
        .await
        .map_err(|error| error.or_missing(unknown, case))?;
    Ok(StatusCode::NO_CONTENT)
}
