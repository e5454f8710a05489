//! What requests to the control API hold: a world, a JSON body, a query.

use std::sync::Arc;

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Query, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use serde::de::DeserializeOwned;

use super::error::ApiError;
use crate::server::site::Site;
use crate::server::worlds::Slot;

/// The world that the path names.
pub(crate) struct InWorld(pub Arc<Slot>);

impl FromRequestParts<Site> for InWorld {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, ApiError> {
        let params = RawPathParams::from_request_parts(parts, site)
            .await
            .map_err(|_| ApiError::invalid("path", "it is not UTF-8"))?;
        let id = params
            .iter()
            .find(|(name, _)| *name == "world")
            .map_or("", |(_, id)| id);
        match site.server.worlds.get(id) {
            Some(slot) => Ok(Self(slot)),
            None => Err(ApiError::missing("sim-world-unknown", id)),
        }
    }
}

/// A JSON body. An empty one counts as `{}`.
pub(crate) struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        let json = is_json(&request);
        // The size was bounded before; this reads what is there.
        let bytes = to_bytes(request.into_body(), usize::MAX)
            .await
            .unwrap_or_default();
        if !json && !bytes.is_empty() {
            return Err(ApiError::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "sim-body-type",
                &[],
            ));
        }
        read(&bytes).map(Self)
    }
}

fn is_json(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';')
        .next()
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn read<T: DeserializeOwned>(bytes: &Bytes) -> Result<T, ApiError> {
    let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { bytes };
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| unreadable(&error.path().to_string(), error.inner()))?;
    json.end().map_err(|error| unreadable("", &error))?;
    Ok(value)
}

fn unreadable(field: &str, error: &serde_json::Error) -> ApiError {
    let mut problem = ApiError::invalid(field, &error.to_string());
    if error.is_syntax() || error.is_eof() {
        problem.status = StatusCode::BAD_REQUEST;
    }
    problem
}

/// The query of the address.
pub(crate) struct Asked<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        Query::<T>::from_request_parts(parts, state)
            .await
            .map(|Query(asked)| Self(asked))
            .map_err(|rejection| ApiError::invalid("query", &rejection.body_text()))
    }
}
