//! The people of a world: adding them, changing them, and what is asked about them.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::error::{Answer, ApiError};
use super::extract::{Asked, Body, InWorld};
use super::take;
use crate::profile::{Cast, CastFactor};
use crate::server::site::Site;
use crate::server::worlds::Slot;
use crate::world::{Control, Data, FactorState, Moment, StageName, UserPatch, UserView};

/// A person to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewUser {
    /// The user name.
    #[schema(example = "alice@demo.test")]
    name: String,
    /// The e-mail address. Left out: the name if it is an address, else the name at
    /// `demo.test`.
    #[serde(default)]
    email: Option<String>,
    /// The role. Left out: that of people who sign up.
    #[serde(default)]
    role: Option<String>,
    /// The password. Left out: `demo`.
    #[serde(default)]
    password: Option<String>,
    /// What they have set up.
    #[serde(default)]
    factor: Option<FactorBody>,
    /// The recovery codes.
    #[serde(default)]
    codes: Option<Vec<String>>,
    /// Whether the address is verified. Left out: yes.
    #[serde(default)]
    email_verified: Option<bool>,
    /// Whether codes by e-mail are on. Left out: as the profile has it.
    #[serde(default)]
    email_otp: Option<bool>,
}

/// What somebody has set up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FactorBody {
    /// Whether codes are on.
    state: OnOff,
    /// The key as base32. Left out: one from the world's seed.
    #[serde(default)]
    secret: Option<String>,
}

/// On or off.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum OnOff {
    On,
    Off,
}

impl OnOff {
    fn cast(self) -> CastFactor {
        match self {
            Self::On => CastFactor::On,
            Self::Off => CastFactor::Off,
        }
    }
}

/// What is changed of a person. What is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PatchUser {
    /// The e-mail address.
    #[serde(default)]
    email: Option<String>,
    /// The role.
    #[serde(default)]
    role: Option<String>,
    /// The password.
    #[serde(default)]
    password: Option<String>,
    /// What they have set up.
    #[serde(default)]
    factor: Option<FactorBody>,
    /// The recovery codes.
    #[serde(default)]
    codes: Option<Vec<String>>,
    /// Whether the address is verified.
    #[serde(default)]
    email_verified: Option<bool>,
    /// Whether codes by e-mail are on.
    #[serde(default)]
    email_otp: Option<bool>,
}

/// A person.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = User)]
pub(super) struct UserInfo {
    /// The name.
    name: String,
    /// The address.
    email: String,
    /// The role.
    role: String,
    /// Whether the address is verified.
    email_verified: bool,
    /// Whether codes by e-mail are on.
    email_otp: bool,
    /// The state of two-step sign-in: `off`, `scan` (a key is on view), `codes` (recovery codes
    /// are), `on`.
    #[schema(value_type = String, example = "on")]
    factor: FactorState,
    /// Since when codes are on, by the world's clock.
    #[schema(value_type = Option<String>, format = DateTime)]
    since: Option<Moment>,
    /// How many recovery codes are left.
    codes_left: usize,
    /// Whether wrong tries have locked the account.
    locked: bool,
    /// Until when; `null` if it is not locked, or until somebody unlocks it.
    #[schema(value_type = Option<String>, format = DateTime)]
    locked_until: Option<Moment>,
    /// How many sessions are open.
    sessions: usize,
}

impl From<UserView> for UserInfo {
    fn from(view: UserView) -> Self {
        Self {
            name: view.name,
            email: view.email,
            role: view.role,
            email_verified: view.email_verified,
            email_otp: view.email_otp,
            factor: view.factor,
            since: view.since,
            codes_left: view.codes_left,
            locked: view.locked,
            locked_until: view.locked_until,
            sessions: view.sessions,
        }
    }
}

/// An open session.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SessionInfo {
    /// The first characters of its id.
    id: String,
    /// How far it is: `challenge`, `forced` or `full`.
    #[schema(value_type = String, example = "full")]
    stage: StageName,
    /// Since when, by the world's clock.
    #[schema(value_type = String, format = DateTime)]
    since: Moment,
}

/// The people of the world
#[utoipa::path(get, path = "/worlds/{world}/users", tag = "users", operation_id = "list_users",
    responses((status = 200, body = Vec<UserInfo>)))]
pub(super) async fn list(State(site): State<Site>, InWorld(slot): InWorld) -> Json<Vec<UserInfo>> {
    let turn = site.server.worlds.turn(&slot).await;
    Json(turn.world().users().map(UserInfo::from).collect())
}

/// Add a person
#[utoipa::path(post, path = "/worlds/{world}/users", tag = "users", operation_id = "create_user",
    request_body = NewUser, responses((status = 201, body = UserInfo)))]
pub(super) async fn create(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Body(body): Body<NewUser>,
) -> Answer<(StatusCode, Json<UserInfo>)> {
    let role = body
        .role
        .unwrap_or_else(|| slot.profile().signup.role.clone());
    let password = body.password.unwrap_or_else(|| "demo".to_owned());
    let (factor, secret) = match body.factor {
        Some(factor) => (factor.state.cast(), factor.secret),
        None => (CastFactor::Off, None),
    };
    let cast = Cast {
        email: body.email,
        factor,
        secret,
        codes: body.codes,
        email_verified: body.email_verified.unwrap_or(true),
        email_otp: body.email_otp,
        ..Cast::new(&body.name, &role, &password)
    };
    take(&site, &slot, Control::CreateUser(cast)).await?;
    let user = find(&site, &slot, &body.name).await?;
    Ok((StatusCode::CREATED, Json(user)))
}

/// The person
#[utoipa::path(get, path = "/worlds/{world}/users/{user}", tag = "users", operation_id = "get_user",
    params(("user" = String, Path, description = "The name or address")),
    responses((status = 200, body = UserInfo)))]
pub(super) async fn get(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, user)): Path<(String, String)>,
) -> Answer<Json<UserInfo>> {
    Ok(Json(find(&site, &slot, &user).await?))
}

/// Change a person
#[utoipa::path(patch, path = "/worlds/{world}/users/{user}", tag = "users", operation_id = "patch_user",
    params(("user" = String, Path, description = "The name or address")),
    request_body = PatchUser, responses((status = 200, body = UserInfo)))]
pub(super) async fn patch(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, user)): Path<(String, String)>,
    Body(body): Body<PatchUser>,
) -> Answer<Json<UserInfo>> {
    let (factor, secret) = match body.factor {
        Some(factor) => (Some(factor.state.cast()), factor.secret),
        None => (None, None),
    };
    let patch = UserPatch {
        email: body.email,
        role: body.role,
        password: body.password.map(Into::into),
        email_verified: body.email_verified,
        email_otp: body.email_otp,
        factor,
        secret: secret.map(Into::into),
        codes: body.codes,
    };
    let change = Control::PatchUser {
        user: user.clone(),
        patch,
    };
    take(&site, &slot, change).await?;
    Ok(Json(find(&site, &slot, &user).await?))
}

/// Remove a person
#[utoipa::path(delete, path = "/worlds/{world}/users/{user}", tag = "users", operation_id = "delete_user",
    params(("user" = String, Path, description = "The name or address")), responses((status = 204)))]
pub(super) async fn delete(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, user)): Path<(String, String)>,
) -> Answer<StatusCode> {
    take(&site, &slot, Control::DeleteUser { user }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Put one person back to how they began, and nobody else
#[utoipa::path(post, path = "/worlds/{world}/users/{user}/reset", tag = "users", operation_id = "reset_user",
    params(("user" = String, Path, description = "The name or address")), responses((status = 204)))]
pub(super) async fn reset(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, user)): Path<(String, String)>,
) -> Answer<StatusCode> {
    take(&site, &slot, Control::ResetUser { user }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// End every lock of a person
#[utoipa::path(post, path = "/worlds/{world}/users/{user}/unlock", tag = "users", operation_id = "unlock_user",
    params(("user" = String, Path, description = "The name or address")), responses((status = 204)))]
pub(super) async fn unlock(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, user)): Path<(String, String)>,
) -> Answer<StatusCode> {
    take(&site, &slot, Control::UnlockUser { user }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The open sessions of a person
#[utoipa::path(get, path = "/worlds/{world}/users/{user}/sessions", tag = "users", operation_id = "list_sessions",
    params(("user" = String, Path, description = "The name or address")),
    responses((status = 200, body = Vec<SessionInfo>)))]
pub(super) async fn sessions(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, user)): Path<(String, String)>,
) -> Answer<Json<Vec<SessionInfo>>> {
    let turn = site.server.worlds.turn(&slot).await;
    let world = turn.world();
    let name = world
        .user(&user)
        .map(|user| user.name.clone())
        .ok_or_else(|| ApiError::missing("sim-user-unknown", &user))?;
    let sessions = world.sessions_of(&name).map(|(id, session)| SessionInfo {
        id: id.short().to_owned(),
        stage: session.stage.name(),
        since: session.since,
    });
    Ok(Json(sessions.collect()))
}

/// End every session of a person
#[utoipa::path(delete, path = "/worlds/{world}/users/{user}/sessions", tag = "users", operation_id = "close_sessions",
    params(("user" = String, Path, description = "The name or address")), responses((status = 204)))]
pub(super) async fn close_sessions(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, user)): Path<(String, String)>,
) -> Answer<StatusCode> {
    take(&site, &slot, Control::CloseSessions { user }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Which code.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Offset {
    /// Steps from the current one.
    #[serde(default)]
    #[param(minimum = -100_000, maximum = 100_000)]
    offset: i64,
}

/// A person's code, without an app.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CodeNow {
    /// The code.
    code: String,
    /// Its step.
    step: u64,
    /// For how many more seconds it is the current one.
    seconds_left: u64,
}

/// The code of a person's app, without an app; only where the server was started for it
#[utoipa::path(get, path = "/worlds/{world}/users/{user}/totp", tag = "users", operation_id = "oracle",
    params(("user" = String, Path, description = "The name or address"), Offset),
    responses((status = 200, body = CodeNow), (status = 403, description = "The server was not started with the oracle.")))]
pub(super) async fn totp(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Path((_, user)): Path<(String, String)>,
    Asked(asked): Asked<Offset>,
) -> Answer<Json<CodeNow>> {
    if !site.server.config.oracle {
        return Err(ApiError::new(StatusCode::FORBIDDEN, "sim-oracle-off", &[]));
    }
    let ask = Control::Oracle {
        user: user.clone(),
        offset: asked.offset,
    };
    match take(&site, &slot, ask).await? {
        Data::Oracle {
            code,
            step,
            seconds_left,
        } => Ok(Json(CodeNow {
            code,
            step,
            seconds_left,
        })),
        _ => Err(ApiError::missing("sim-user-unknown", &user)),
    }
}

async fn find(site: &Site, slot: &Slot, user: &str) -> Answer<UserInfo> {
    let turn = site.server.worlds.turn(slot).await;
    turn.world()
        .user(user)
        .map(|user| turn.world().user_view(user).into())
        .ok_or_else(|| ApiError::missing("sim-user-unknown", user))
}
