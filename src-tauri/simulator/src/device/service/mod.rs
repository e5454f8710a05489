//! Devices over HTTP, as JSON, for tests in any language. In memory only.
//!
//! [`guarded`] asks for the token; who serves it checks the `Host`.

mod devices;
mod refusal;
mod requests;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{delete, get, post, put};

use crate::server::guard::token_only;
pub use devices::{Decode, Devices};
pub use refusal::IDS as MESSAGE_IDS;

/// Bytes of a picture that may be sent; a screenshot of a large screen has a few million.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Where the device's API stands on a server.
pub const BASE: &str = "/__device/v1";

/// The device's API under [`BASE`], for those who hold the token.
pub fn guarded(devices: Arc<Devices>, token: &str) -> Router {
    token_only(Router::new().nest(BASE, routes(devices)), token)
}

/// The device's API: what belongs under [`BASE`].
pub fn routes(devices: Arc<Devices>) -> Router {
    Router::new()
        .route("/readyz", get(requests::ready))
        .route("/devices", get(requests::list).post(requests::make))
        .route(
            "/devices/{device}",
            get(requests::show).delete(requests::lose),
        )
        .route("/devices/{device}/clock", put(requests::set_clock))
        .route("/devices/{device}/accounts", post(requests::add))
        .route(
            "/devices/{device}/accounts/{account}",
            delete(requests::remove),
        )
        .route("/devices/{device}/code", post(requests::code))
        .route("/devices/{device}/explain", post(requests::explain))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .with_state(devices)
}
