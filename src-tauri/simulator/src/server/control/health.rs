//! Whether the server lives and is ready: asked by scripts and containers, without a token.

use axum::Json;
use axum::Router;
use axum::routing::get;
use serde_json::{Value, json};

pub(super) fn routes() -> Router {
    // Worlds are opened before the port is: who is answered finds the server ready.
    Router::new()
        .route("/livez", get(well))
        .route("/readyz", get(well))
}

async fn well() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}
