//! Devices over HTTP, as JSON, for tests in any language. In memory only.
//!
//! [`guarded`] asks for the token; who serves it checks the `Host`.

mod devices;
mod document;
mod refusal;
mod requests;
mod wire;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::server::guard::token_only;
pub use devices::{Decode, Devices};
pub use refusal::IDS as MESSAGE_IDS;

/// Bytes of a picture that may be sent; a screenshot of a large screen has a few million.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Where the device's API stands on a server.
pub const BASE: &str = "/__device/v1";

/// The device's API under [`BASE`], for those who hold the token; its OpenAPI document is open.
pub fn guarded(devices: Arc<Devices>, token: &str) -> Router {
    let (api, document) = operations().split_for_parts();
    let api = api
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .with_state(devices);
    let open = document::route(&document);
    Router::new().nest(BASE, token_only(api, token).merge(open))
}

fn operations() -> OpenApiRouter<Arc<Devices>> {
    OpenApiRouter::new()
        .routes(routes!(requests::ready))
        .routes(routes!(requests::list, requests::make))
        .routes(routes!(requests::show, requests::lose))
        .routes(routes!(requests::set_clock))
        .routes(routes!(requests::add))
        .routes(routes!(requests::remove))
        .routes(routes!(requests::code))
        .routes(routes!(requests::explain))
}
