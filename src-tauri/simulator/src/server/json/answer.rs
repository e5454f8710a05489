//! What the login as an API answers.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::server::exchange::{Exchange, Met};
use crate::world::{FactorState, Go, Refusal, RefusalKind, StageName, User};

/// A login that is done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoggedIn {
    /// Always `success`.
    pub status: &'static str,
    /// The session's token, for `Authorization: Bearer`.
    pub session: String,
    /// Who is logged in.
    pub user: String,
    /// `full`, or `forced` if codes must be set up before anything else.
    pub stage: StageText,
}

/// How far a session is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StageText {
    Full,
    Forced,
}

/// A second step is due.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MfaRequired {
    /// Always true.
    pub mfa_required: bool,
    /// What is asked for: `totp` or `email`.
    pub method: &'static str,
    /// Every way to pass.
    pub methods: Vec<&'static str>,
    /// What the next request names.
    pub challenge: String,
    /// For how many more seconds.
    pub expires_in: Option<u64>,
}

/// Somebody who is logged in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Me {
    user: String,
    email: String,
    role: String,
    /// Whether codes are asked for at login.
    two_factor: bool,
}

impl Me {
    pub(super) fn of(user: &User) -> Self {
        Self {
            user: user.name.clone(),
            email: user.email.clone(),
            role: user.role.clone(),
            two_factor: user.factor.is_on() || user.factor.state() == FactorState::On,
        }
    }
}

/// Why a login is refused.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LoginProblem {
    /// `error`; missing where the request did not get as far as the site.
    #[schema(required = false)]
    pub status: &'static str,
    /// What went wrong, by name.
    #[schema(example = "code")]
    pub error: String,
    /// The site's own sentence.
    pub message: String,
    /// After how many seconds it makes sense to try again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_s: Option<u64>,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub details: Option<Value>,
}

/// The way on after a step at the login: a challenge, a session, or a refusal.
pub(super) async fn challenged_or_in(exchange: Exchange, met: Met) -> Response {
    match &met {
        Met::Took(Ok(done)) if done.go == Go::Challenge => challenged(exchange, met).await,
        Met::Took(Ok(_)) => logged_in(exchange).await,
        _ => met_otherwise(exchange, met).await,
    }
}

async fn challenged(exchange: Exchange, met: Met) -> Response {
    let Some(due) = due(&exchange).await else {
        return barred(exchange, met).await;
    };
    exchange.finish(Json(due).into_response()).await
}

/// The second step that is due in the exchange's session.
pub(super) async fn due(exchange: &Exchange) -> Option<MfaRequired> {
    let session = exchange.session.as_ref()?;
    let worlds = &exchange.site.server.worlds;
    let turn = worlds.turn(&exchange.slot).await;
    let view = turn.world().challenge(session, worlds.now())?;
    let mut methods = vec![view.method.name()];
    methods.extend(view.backup.map(|_| "backup"));
    Some(MfaRequired {
        mfa_required: true,
        method: view.method.name(),
        methods,
        challenge: exchange.voucher_of(session),
        expires_in: view.seconds_left,
    })
}

pub(super) async fn logged_in(exchange: Exchange) -> Response {
    let session = exchange.session.clone();
    let found = {
        let turn = exchange.site.server.worlds.turn(&exchange.slot).await;
        session.as_ref().and_then(|id| {
            let session = turn.world().session(id)?;
            let stage = match session.stage.name() {
                StageName::Forced => StageText::Forced,
                _ => StageText::Full,
            };
            Some(LoggedIn {
                status: "success",
                session: exchange.voucher_of(id),
                user: session.user.clone(),
                stage,
            })
        })
    };
    match found {
        Some(found) => exchange.finish(Json(found).into_response()).await,
        None => barred(exchange, Met::Stale).await,
    }
}

/// Every answer but the one that was hoped for.
pub(super) async fn met_otherwise(exchange: Exchange, met: Met) -> Response {
    match met {
        Met::Barred(refusal) | Met::Took(Err(refusal)) => {
            let response = problem(&refusal);
            exchange.finish(response).await
        }
        met => barred(exchange, met).await,
    }
}

/// Nobody is logged in, as far as this request shows.
pub(super) async fn barred(exchange: Exchange, _: Met) -> Response {
    let problem = LoginProblem {
        status: "error",
        error: "not_logged_in".to_owned(),
        message: exchange.profile.errors.not_logged_in.clone(),
        retry_after_s: None,
        details: None,
    };
    let response = (StatusCode::UNAUTHORIZED, Json(problem)).into_response();
    exchange.finish(response).await
}

/// A refusal in the API's shape.
pub(super) fn problem(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.kind.status()).unwrap_or(StatusCode::CONFLICT);
    let problem = LoginProblem {
        status: "error",
        error: name(refusal.kind),
        message: refusal.message.clone(),
        retry_after_s: refusal.retry_after_s,
        details: None,
    };
    let mut response = (status, Json(problem)).into_response();
    if let Some(seconds) = refusal.retry_after_s {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// The kind by name, as in events and documents: `replayed`, `locked`.
fn name(kind: RefusalKind) -> String {
    match serde_json::to_value(kind) {
        Ok(Value::String(name)) => name,
        _ => "refused".to_owned(),
    }
}
