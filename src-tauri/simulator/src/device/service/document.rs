//! The OpenAPI document of the device's API.

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse as _;
use axum::routing::get;
use keytick_texts::english::text;
use serde_json::{Value, json};
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;

use super::BASE;
use super::wire::ProblemJson;

/// Errors that any operation can answer, and when.
const ERRORS: [(&str, &str); 7] = [
    ("400", "The request cannot be read."),
    ("401", "The token is missing or wrong."),
    ("404", "There is no such device or account."),
    ("409", "The name is taken, or there is no code yet."),
    ("413", "The body is too large."),
    (
        "415",
        "The body is neither JSON nor a picture that is read here.",
    ),
    ("422", "A value cannot be."),
];

/// What operations refer to that none of them names.
#[derive(utoipa::OpenApi)]
#[openapi(components(schemas(ProblemJson)))]
struct Shared;

/// The document as JSON. It is open: it says nothing about this server.
pub(super) fn route(document: &OpenApi) -> Router {
    let json = complete(document).to_string();
    let answer = async move || ([(header::CONTENT_TYPE, "application/json")], json).into_response();
    Router::new().route("/openapi.json", get(answer))
}

/// The generated document with what is the same for every operation.
fn complete(document: &OpenApi) -> Value {
    let document = Shared::openapi().nest(BASE, document.clone());
    let mut document = serde_json::to_value(document).unwrap_or_default();
    document["info"] = json!({
        "title": text("device-api-title", &[]),
        "description": text("device-api-about", &[]),
        "version": env!("CARGO_PKG_VERSION"),
        "license": { "name": env!("CARGO_PKG_LICENSE") },
    });
    document["servers"] = json!([{ "url": "/" }]);
    document["components"]["securitySchemes"] = json!({
        "token": { "type": "http", "scheme": "bearer", "description": text("sim-api-token", &[]) },
    });
    document["security"] = json!([{ "token": [] }]);
    let paths = document["paths"].as_object_mut().into_iter().flatten();
    let operations = paths.flat_map(|(_, operations)| operations.as_object_mut());
    for (_, operation) in operations.flatten() {
        let Some(responses) = operation["responses"].as_object_mut() else {
            continue;
        };
        for (status, when) in ERRORS {
            let schema = json!({ "$ref": "#/components/schemas/DeviceProblem" });
            responses.entry(status).or_insert_with(|| {
                json!({
                    "description": when,
                    "content": { "application/json": { "schema": schema } },
                })
            });
        }
    }
    document
}
