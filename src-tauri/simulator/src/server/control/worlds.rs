//! Worlds: beginning and ending them, snapshots, and what their next set-ups give.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::clock::SetClock;
use super::error::{Answer, ApiError};
use super::extract::{Body, InWorld};
use super::take;
use crate::profile::{Profile, builtin};
use crate::server::site::Site;
use crate::server::worlds::{AddError, KeepError, Slot};
use crate::world::{Config, Control, World};

/// A world to begin. What is left out is as the server was started.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct NewWorld {
    /// Its id: lower-case letters, digits and dashes. Left out: the next free one.
    #[schema(example = "login-tests", pattern = "^[a-z0-9][a-z0-9-]{0,62}$")]
    id: Option<String>,
    /// A built-in profile.
    #[schema(example = "strict")]
    profile: Option<String>,
    /// A profile as TOML.
    profile_toml: Option<String>,
    /// The seed: the same seed and the same requests give the same secrets, codes and events.
    seed: Option<u64>,
    /// Its clock.
    clock: Option<SetClock>,
    /// Whether events show secrets and codes.
    show_secrets: Option<bool>,
}

/// A world.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WorldInfo {
    /// Its id.
    id: String,
    /// Its profile's id.
    profile: String,
    /// The name on its pages.
    name: String,
    /// Where its site begins; of two linked sites, the product's.
    base_url: String,
    /// Where the identity service of two linked sites begins.
    identity_url: Option<String>,
    /// The number of the last event.
    last_event: u64,
    /// The names of its snapshots.
    snapshots: Vec<String>,
}

impl WorldInfo {
    async fn of(site: &Site, slot: &Slot) -> Self {
        let turn = site.server.worlds.turn(slot).await;
        let profile = slot.profile();
        Self {
            id: slot.id.to_string(),
            profile: profile.site.id.clone(),
            name: profile.site.name.clone(),
            base_url: site.base_url(slot),
            identity_url: site.identity_url(slot),
            last_event: turn.world().events().next_seq() - 1,
            snapshots: slot.snapshot_names(),
        }
    }
}

/// The worlds of this server
#[utoipa::path(get, path = "/worlds", tag = "worlds", operation_id = "list_worlds",
    responses((status = 200, body = Vec<WorldInfo>)))]
pub(super) async fn list(State(site): State<Site>) -> Json<Vec<WorldInfo>> {
    let mut worlds = Vec::new();
    for slot in site.server.worlds.all() {
        worlds.push(WorldInfo::of(&site, &slot).await);
    }
    Json(worlds)
}

/// Begin a world
#[utoipa::path(post, path = "/worlds", tag = "worlds", operation_id = "create_world",
    request_body = NewWorld, responses((status = 201, body = WorldInfo)))]
pub(super) async fn create(
    State(site): State<Site>,
    Body(body): Body<NewWorld>,
) -> Answer<(StatusCode, Json<WorldInfo>)> {
    let server = &site.server;
    let profile = match (&body.profile, &body.profile_toml) {
        (Some(_), Some(_)) => {
            return Err(ApiError::invalid(
                "profile",
                "give profile or profile_toml, not both",
            ));
        }
        (Some(name), None) => Arc::new(named(name)?),
        (None, Some(toml)) => Arc::new(Profile::parse(toml)?),
        (None, None) => Arc::clone(&server.profile),
    };
    let id = match body.id {
        Some(id) if is_id(&id) => id,
        Some(_) => {
            return Err(ApiError::invalid("id", ID_RULE));
        }
        None => server.next_id(),
    };
    if profile.sso.is_some() {
        site.server.open_identity().await.map_err(|error| {
            let reason = error.to_string();
            ApiError::new(
                StatusCode::CONFLICT,
                "sim-identity-port",
                &[("reason", &reason)],
            )
        })?;
    }
    let config = Config {
        seed: body.seed.unwrap_or(server.config.seed),
        clock: match &body.clock {
            Some(clock) => clock.first(server.worlds.now())?,
            None => server.first_clock(),
        },
        show_secrets: body.show_secrets.unwrap_or(server.config.show_secrets),
    };
    let world = World::new(&id, profile, config, server.worlds.now());
    let slot = server.worlds.add(world, &id).map_err(|error| match error {
        AddError::Taken => {
            ApiError::new(StatusCode::CONFLICT, "sim-world-taken", &[("name", &id)]).at("id")
        }
        AddError::TooMany => {
            ApiError::new(StatusCode::TOO_MANY_REQUESTS, "sim-too-many-worlds", &[])
        }
        AddError::Store(error) => error.into(),
    })?;
    let info = WorldInfo::of(&site, &slot).await;
    Ok((StatusCode::CREATED, Json(info)))
}

fn named(name: &str) -> Answer<Profile> {
    let toml = builtin(name)
        .ok_or_else(|| ApiError::missing("sim-profile-unknown", name).at("profile"))?;
    Ok(Profile::parse(toml)?)
}

/// What an id is, in words.
const ID_RULE: &str = "1 to 63 lower-case letters, digits and dashes, beginning with no dash";

fn is_id(id: &str) -> bool {
    (1..=63).contains(&id.len())
        && !id.starts_with('-')
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The world
#[utoipa::path(get, path = "/worlds/{world}", tag = "worlds", operation_id = "get_world",
    responses((status = 200, body = WorldInfo)))]
pub(super) async fn get(State(site): State<Site>, InWorld(slot): InWorld) -> Json<WorldInfo> {
    Json(WorldInfo::of(&site, &slot).await)
}

/// End a world
#[utoipa::path(delete, path = "/worlds/{world}", tag = "worlds", operation_id = "delete_world",
    responses((status = 204)))]
pub(super) async fn delete(State(site): State<Site>, InWorld(slot): InWorld) -> Answer<StatusCode> {
    site.server.worlds.remove(&slot.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Put a world back to how it began, but for its rules; its log goes on
#[utoipa::path(post, path = "/worlds/{world}/reset", tag = "worlds", operation_id = "reset_world",
    responses((status = 200, body = WorldInfo)))]
pub(super) async fn reset(
    State(site): State<Site>,
    InWorld(slot): InWorld,
) -> Answer<Json<WorldInfo>> {
    take(&site, &slot, Control::Reset).await?;
    Ok(Json(WorldInfo::of(&site, &slot).await))
}

/// The names of snapshots.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Snapshots {
    snapshots: Vec<String>,
}

/// The snapshots of a world
#[utoipa::path(get, path = "/worlds/{world}/snapshots", tag = "worlds", operation_id = "list_snapshots",
    responses((status = 200, body = Snapshots)))]
pub(super) async fn snapshots(InWorld(slot): InWorld) -> Json<Snapshots> {
    Json(Snapshots {
        snapshots: slot.snapshot_names(),
    })
}

/// Keep the world as it is under a name
#[utoipa::path(put, path = "/worlds/{world}/snapshots/{name}", tag = "worlds", operation_id = "keep_snapshot",
    params(("name" = String, Path, description = "The snapshot's name: as a world's id")),
    responses((status = 204)))]
pub(super) async fn keep(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, name)): Path<(String, String)>,
) -> Answer<StatusCode> {
    if !is_id(&name) {
        return Err(ApiError::invalid("name", ID_RULE));
    }
    let mut turn = site.server.worlds.turn(&slot).await;
    turn.keep(&name).map_err(|error| match error {
        KeepError::TooMany => {
            ApiError::new(StatusCode::TOO_MANY_REQUESTS, "sim-too-many-snapshots", &[])
        }
        KeepError::Store(error) => error.into(),
    })?;
    Ok(StatusCode::NO_CONTENT)
}

/// Put the world back to a snapshot; its log goes on
#[utoipa::path(post, path = "/worlds/{world}/snapshots/{name}/restore", tag = "worlds", operation_id = "restore_snapshot",
    params(("name" = String, Path, description = "The snapshot's name")),
    responses((status = 204)))]
pub(super) async fn restore(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, name)): Path<(String, String)>,
) -> Answer<StatusCode> {
    let mut turn = site.server.worlds.turn(&slot).await;
    match turn.restore(&name)? {
        Some(_) => Ok(StatusCode::NO_CONTENT),
        None => Err(ApiError::missing("sim-snapshot-unknown", &name)),
    }
}

/// The key of the next set-up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NextSecret {
    /// The key as base32.
    #[schema(example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    secret: String,
}

/// Choose the key that the next set-up gives; several queue up
#[utoipa::path(post, path = "/worlds/{world}/next_secret", tag = "worlds", operation_id = "next_secret",
    request_body = NextSecret, responses((status = 204)))]
pub(super) async fn next_secret(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Body(body): Body<NextSecret>,
) -> Answer<StatusCode> {
    let secret = body.secret.into();
    take(&site, &slot, Control::NextSecret { secret }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Recovery codes to be given next.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NextCodes {
    codes: Vec<String>,
}

/// Choose the recovery codes that are given next; several lists queue up
#[utoipa::path(post, path = "/worlds/{world}/next_codes", tag = "worlds", operation_id = "next_codes",
    request_body = NextCodes, responses((status = 204)))]
pub(super) async fn next_codes(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Body(body): Body<NextCodes>,
) -> Answer<StatusCode> {
    take(&site, &slot, Control::NextCodes { codes: body.codes }).await?;
    Ok(StatusCode::NO_CONTENT)
}
