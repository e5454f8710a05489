//! The manner of Rocket.Chat: `totp-required`, then the same request with the code in a header.
//!
//! The second request is the same as the first, so the server remembers which challenge the
//! first one began: a code that was mailed would otherwise belong to another.

use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use super::answer::{LoginProblem, due, logged_in, met_otherwise};
use super::{Credentials, password};
use crate::server::exchange::{Exchange, Met, Proven};
use crate::server::seal::Purpose;
use crate::world::{Access, Action, Deed, Go, RefusalKind, SessionId};

pub(super) async fn login(
    mut exchange: Exchange,
    headers: &HeaderMap,
    body: &Credentials,
) -> Result<Response, Response> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let (code, method) = (text("x-2fa-code"), text("x-2fa-method"));
    let key = {
        let parts = [&*exchange.slot.id, &body.identifier, &body.password];
        exchange.site.server.key.tag(Purpose::Retry, &parts)
    };
    if let Some(code) = code
        && let Some(session) = exchange.slot.retry(&key)
    {
        let met = send(&mut exchange, session, code, method).await?;
        // A challenge that is over is begun again with the password.
        if !matches!(met, Met::Elsewhere(_)) && !is_gone(&met) {
            return Ok(answer(exchange, met, &key).await);
        }
    }
    let action = password(&exchange, body);
    let met = exchange.act(Access::Anyone, Proven::Bearer, action).await?;
    let begun = matches!(&met, Met::Took(Ok(done)) if done.go == Go::Challenge);
    match (begun, exchange.session.clone(), code) {
        (true, Some(session), Some(code)) if method != Some("email") => {
            exchange.slot.keep_retry(&key, &session);
            let met = send(&mut exchange, session, code, method).await?;
            Ok(answer(exchange, met, &key).await)
        }
        (true, Some(session), _) => {
            exchange.slot.keep_retry(&key, &session);
            Ok(required(exchange).await)
        }
        _ => Ok(answer(exchange, met, &key).await),
    }
}

async fn send(
    exchange: &mut Exchange,
    session: SessionId,
    code: &str,
    method: Option<&str>,
) -> Result<Met, Response> {
    exchange.session = Some(session.clone());
    let deed = match method {
        Some("backup") => Deed::Backup { code: code.into() },
        _ => Deed::Code {
            code: code.into(),
            remember: false,
        },
    };
    exchange
        .act(
            Access::Challenge,
            Proven::Bearer,
            Action::Deed { session, deed },
        )
        .await
}

fn is_gone(met: &Met) -> bool {
    matches!(met, Met::Barred(refusal) | Met::Took(Err(refusal))
        if matches!(refusal.kind, RefusalKind::NotLoggedIn | RefusalKind::Expired))
}

async fn answer(exchange: Exchange, met: Met, key: &str) -> Response {
    match met {
        Met::Took(Ok(_)) => {
            exchange.slot.forget_retry(key);
            logged_in(exchange).await
        }
        Met::Took(Err(refusal))
            if matches!(
                refusal.kind,
                RefusalKind::Code
                    | RefusalKind::Email
                    | RefusalKind::Replayed
                    | RefusalKind::Backup
            ) =>
        {
            let problem = problem("totp-invalid", &refusal.message, None);
            exchange.finish(problem).await
        }
        met => met_otherwise(exchange, met).await,
    }
}

async fn required(exchange: Exchange) -> Response {
    let details = due(&exchange).await.map(|due| {
        json!({
            "method": due.method,
            "availableMethods": due.methods,
            "codeGenerated": due.method == "email",
            "expiresIn": due.expires_in,
            "challenge": due.challenge,
        })
    });
    let problem = problem("totp-required", "TOTP Required [totp-required]", details);
    exchange.finish(problem).await
}

fn problem(error: &str, message: &str, details: Option<serde_json::Value>) -> Response {
    let problem = LoginProblem {
        status: "error",
        error: error.to_owned(),
        message: message.to_owned(),
        retry_after_s: None,
        details,
    };
    (StatusCode::UNAUTHORIZED, Json(problem)).into_response()
}
