//! Faults of the connection, as far as they are answers: a bare status, an answer in drops.
//! Whether one fires is decided in the world.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::unfold;
use tokio::time::sleep;

/// How often a drop falls.
const TICK: Duration = Duration::from_millis(100);

/// Pages are made whole before they drip; none is longer.
const LONGEST: usize = 16 * 1024 * 1024;

/// An answer of this status and a few words, as a server in trouble gives.
pub(crate) fn plain(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, status.canonical_reason().unwrap_or("error")).into_response()
}

/// The same answer, at so many bytes a second.
pub(crate) async fn dripped(response: Response, bytes_per_s: u64) -> Response {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, LONGEST).await.unwrap_or_default();
    let drop_size = usize::try_from(bytes_per_s.div_ceil(10))
        .unwrap_or(usize::MAX)
        .max(1);
    parts
        .headers
        .insert(header::CONTENT_LENGTH, whole.len().into());
    let drops = unfold(whole, move |mut rest: Bytes| async move {
        if rest.is_empty() {
            return None;
        }
        sleep(TICK).await;
        let drop = rest.split_to(drop_size.min(rest.len()));
        Some((Ok::<_, Infallible>(drop), rest))
    });
    Response::from_parts(parts, Body::from_stream(drops))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn an_answer_in_drops_is_whole_in_the_end() {
        let started = tokio::time::Instant::now();
        let response = dripped("0123456789".into_response(), 20).await;
        assert_eq!(response.headers()[header::CONTENT_LENGTH], "10");
        let body = to_bytes(response.into_body(), 100).await.unwrap();
        assert_eq!(body, "0123456789");
        assert_eq!(started.elapsed(), TICK * 5);
    }

    #[test]
    fn a_status_comes_with_its_words() {
        assert_eq!(plain(503).status(), 503);
        assert_eq!(plain(7).status(), 500);
    }
}
