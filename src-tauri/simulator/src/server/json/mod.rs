//! The login as an API, as apps and single-page fronts use it: a password, then a code, then a
//! session's token.
//!
//! A profile chooses between two manners: a challenge that the next request names, or the same
//! request again with the code in `x-2fa-code`.

mod answer;
mod header;

use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::profile::LoginStyle;
use crate::server::control::Body;
use crate::server::exchange::{Exchange, Met, Proven};
use crate::server::site::Site;
use crate::world::{Access, Action, Agent, Deed, Password};
pub(crate) use answer::LoginProblem;
use answer::{LoggedIn, Me, MfaRequired, barred, challenged_or_in, met_otherwise};

/// The operations, for the OpenAPI document.
pub(crate) fn operations() -> OpenApiRouter<Site> {
    OpenApiRouter::new()
        .routes(routes!(login))
        .routes(routes!(code))
        .routes(routes!(backup))
        .routes(routes!(resend))
        .routes(routes!(me))
        .routes(routes!(logout))
}

/// The routes, under `/w/{world}`.
pub(crate) fn routes() -> Router<Site> {
    let (router, _) = operations().split_for_parts();
    // What a page elsewhere reads to see whether the API is there at all.
    router.route(
        "/api",
        get(async || Json(serde_json::json!({ "login": "api/login" }))),
    )
}

/// A name and a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Credentials {
    /// The name or address, whichever the site asks for.
    #[serde(alias = "user", alias = "username", alias = "email")]
    #[schema(example = "alice@demo.test")]
    pub identifier: String,
    /// The password.
    #[schema(example = "demo")]
    pub password: String,
}

/// A code for a challenge.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChallengeCode {
    /// What the login gave.
    challenge: String,
    /// The code.
    #[schema(example = "081804")]
    code: String,
    /// Whether this device should be spared next time, where the site offers it.
    #[serde(default)]
    remember: bool,
}

/// A recovery code for a challenge.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChallengeBackup {
    /// What the login gave.
    challenge: String,
    /// The recovery code.
    code: String,
}

/// A challenge.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChallengeOnly {
    /// What the login gave.
    challenge: String,
}

/// Log in with a password
///
/// Where a second step is due, the answer says so: with a `challenge` for the next request, or,
/// at sites in the manner of Rocket.Chat, with the error `totp-required`, after which the same
/// request is sent again with the headers `x-2fa-code` and `x-2fa-method`.
#[utoipa::path(post, path = "/api/login", tag = "login", operation_id = "login",
    params(
        ("x-2fa-code" = Option<String>, Header, description = "The code, at sites that take it here"),
        ("x-2fa-method" = Option<String>, Header, description = "`totp`, `email` or `backup`"),
    ),
    request_body = Credentials,
    responses(
        (status = 200, body = LoginAnswer, description = "A session, or the challenge that comes first"),
        (status = 401, body = LoginProblem, description = "The password is wrong, or `totp-required`"),
    ))]
async fn login(
    mut exchange: Exchange,
    headers: HeaderMap,
    Body(body): Body<Credentials>,
) -> Result<Response, Response> {
    if exchange.profile.login.json == LoginStyle::Header {
        return header::login(exchange, &headers, &body).await;
    }
    let met = exchange
        .act(Access::Anyone, Proven::Bearer, password(&exchange, &body))
        .await?;
    Ok(challenged_or_in(exchange, met).await)
}

/// What `login` gives.
#[derive(ToSchema)]
#[schema(as = LoginAnswer)]
#[expect(dead_code, reason = "describes the answer in the OpenAPI document")]
#[derive(serde::Serialize)]
#[serde(untagged)]
pub(crate) enum LoginAnswer {
    In(LoggedIn),
    Due(MfaRequired),
}

pub(crate) fn password(exchange: &Exchange, body: &Credentials) -> Action {
    Action::Password(Password {
        origin: exchange.origin,
        session: None,
        name: body.identifier.clone(),
        password: body.password.as_str().into(),
        to_product: false,
        agent: Agent {
            device: None,
            ..exchange.agent.clone()
        },
    })
}

/// Pass the second step with a code of the app or of a mail
#[utoipa::path(post, path = "/api/login/code", tag = "login", operation_id = "login_code",
    request_body = ChallengeCode, responses((status = 200, body = LoggedIn)))]
async fn code(exchange: Exchange, Body(body): Body<ChallengeCode>) -> Result<Response, Response> {
    let deed = Deed::Code {
        code: body.code.into(),
        remember: body.remember,
    };
    second_step(exchange, &body.challenge, deed).await
}

/// Pass the second step with a recovery code
#[utoipa::path(post, path = "/api/login/backup", tag = "login", operation_id = "login_backup",
    request_body = ChallengeBackup, responses((status = 200, body = LoggedIn)))]
async fn backup(
    exchange: Exchange,
    Body(body): Body<ChallengeBackup>,
) -> Result<Response, Response> {
    let deed = Deed::Backup {
        code: body.code.into(),
    };
    second_step(exchange, &body.challenge, deed).await
}

/// Send another mail with a code
#[utoipa::path(post, path = "/api/login/resend", tag = "login", operation_id = "login_resend",
    request_body = ChallengeOnly, responses((status = 204)))]
async fn resend(exchange: Exchange, Body(body): Body<ChallengeOnly>) -> Result<Response, Response> {
    second_step(exchange, &body.challenge, Deed::ResendEmail).await
}

async fn second_step(
    mut exchange: Exchange,
    challenge: &str,
    deed: Deed,
) -> Result<Response, Response> {
    let session = exchange.site.server.session(&exchange.slot.id, challenge);
    exchange.session.clone_from(&session);
    let Some(session) = session else {
        let met = exchange.look(Access::Challenge).await?;
        return Ok(met_otherwise(exchange, met).await);
    };
    let resends = matches!(deed, Deed::ResendEmail);
    let met = exchange
        .act(
            Access::Challenge,
            Proven::Bearer,
            Action::Deed { session, deed },
        )
        .await?;
    if resends && matches!(met, Met::Took(Ok(_))) {
        let done = axum::http::StatusCode::NO_CONTENT.into_response();
        return Ok(exchange.finish(done).await);
    }
    Ok(challenged_or_in(exchange, met).await)
}

/// Who is logged in: what only a whole login may see
#[utoipa::path(get, path = "/api/me", tag = "login", operation_id = "me", security(("session" = [])),
    responses((status = 200, body = Me)))]
async fn me(mut exchange: Exchange) -> Result<Response, Response> {
    let met = exchange.look(Access::Full).await?;
    let Met::Shown(_) = met else {
        return Ok(met_otherwise(exchange, met).await);
    };
    let me = {
        let turn = exchange.site.server.worlds.turn(&exchange.slot).await;
        let user = exchange
            .session
            .as_ref()
            .and_then(|session| turn.world().user_of(session));
        user.map(Me::of)
    };
    match me {
        Some(me) => Ok(exchange.finish(Json(me).into_response()).await),
        None => Ok(barred(exchange, Met::Stale).await),
    }
}

/// Log out
#[utoipa::path(post, path = "/api/logout", tag = "login", operation_id = "logout", security(("session" = [])),
    responses((status = 204)))]
async fn logout(mut exchange: Exchange) -> Result<Response, Response> {
    let Some(session) = exchange.session.clone() else {
        let met = exchange.look(Access::Full).await?;
        return Ok(met_otherwise(exchange, met).await);
    };
    let action = Action::Deed {
        session,
        deed: Deed::Logout,
    };
    let met = exchange.act(Access::Anyone, Proven::Bearer, action).await?;
    if matches!(met, Met::Took(Ok(_))) {
        let done = axum::http::StatusCode::NO_CONTENT.into_response();
        return Ok(exchange.finish(done).await);
    }
    Ok(met_otherwise(exchange, met).await)
}
