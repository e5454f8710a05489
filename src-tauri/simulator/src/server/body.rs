//! Bodies of requests: whole, in time, and not too large, or refused.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tokio::time::timeout;

use super::guard::refuse;
use super::listen::Limits;

/// Reads every body before `router` sees the request.
pub(crate) fn with_whole_bodies(router: Router, limits: Limits) -> Router {
    router.layer(from_fn_with_state(limits, read))
}

async fn read(State(limits): State<Limits>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let announced = parts
        .headers
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limits.body_bytes) {
        return refuse_and_close(StatusCode::PAYLOAD_TOO_LARGE, "sim-body-large");
    }
    match timeout(limits.body, to_bytes(body, limits.body_bytes)).await {
        Ok(Ok(bytes)) => {
            next.run(Request::from_parts(parts, Body::from(bytes)))
                .await
        }
        Ok(Err(_)) => refuse_and_close(StatusCode::PAYLOAD_TOO_LARGE, "sim-body-large"),
        Err(_) => refuse_and_close(StatusCode::REQUEST_TIMEOUT, "sim-body-slow"),
    }
}

/// What is left of the body is not read, so the connection cannot go on.
fn refuse_and_close(status: StatusCode, error: &'static str) -> Response {
    let mut response = refuse(status, error);
    response.headers_mut().insert(
        header::CONNECTION,
        header::HeaderValue::from_static("close"),
    );
    response
}
