//! The OpenAPI document, and the same as a plain page.

use axum::Router;
use axum::http::header;
use axum::response::{Html, IntoResponse as _};
use axum::routing::get;
use maud::{DOCTYPE, html};
use serde_json::{Map, Value, json};
use utoipa::openapi::OpenApi;

use super::BASE;
use keytick_texts::english::text;

/// Errors that any operation can answer, and when.
const ERRORS: [(&str, &str); 10] = [
    ("400", "The request cannot be read."),
    ("401", "The token is missing or wrong."),
    (
        "403",
        "It comes from another site's page, or the server was not started for it.",
    ),
    ("404", "There is no such thing."),
    ("409", "It does not fit how things stand."),
    ("410", "It came too late."),
    ("413", "The body is too large."),
    ("415", "The body is no JSON."),
    ("422", "A value cannot be."),
    ("429", "Too many of them."),
];

/// The generated document with what is the same for every operation.
pub(super) fn complete(document: &OpenApi) -> Value {
    let mut document = serde_json::to_value(document).unwrap_or_default();
    document["info"] = json!({
        "title": text("sim-api-title", &[]),
        "description": text("sim-api-about", &[]),
        "version": env!("CARGO_PKG_VERSION"),
        "license": { "name": env!("CARGO_PKG_LICENSE") },
    });
    document["servers"] = json!([{ "url": "/" }]);
    document["components"]["securitySchemes"] = json!({
        "token": { "type": "http", "scheme": "bearer", "description": text("sim-api-token", &[]) },
        "session": { "type": "http", "scheme": "bearer", "description": text("sim-api-session", &[]) },
    });
    for (path, operations) in document["paths"].as_object_mut().into_iter().flatten() {
        for operation in operations.as_object_mut().into_iter().flatten() {
            finish(path, operation.1);
        }
    }
    document
}

fn finish(path: &str, operation: &mut Value) {
    let controls = path.starts_with(BASE);
    if controls {
        operation["security"] = json!([{ "token": [] }]);
    }
    if path.contains("{world}") {
        let world = json!({
            "name": "world", "in": "path", "required": true,
            "description": "The world's id", "schema": { "type": "string" },
        });
        match operation["parameters"].as_array_mut() {
            Some(parameters) => parameters.insert(0, world),
            None => operation["parameters"] = json!([world]),
        }
    }
    let problem = if controls { "Problem" } else { "LoginProblem" };
    if let Some(responses) = operation["responses"].as_object_mut() {
        for (status, when) in ERRORS {
            responses
                .entry(status)
                .or_insert_with(|| json!({ "description": when }))["content"] = json!({
                "application/json": { "schema": { "$ref": format!("#/components/schemas/{problem}") } },
            });
        }
    }
}

/// The document as JSON and as a page. Both are open: they say nothing about this server.
pub(super) fn routes(document: &Value) -> Router {
    let json = document.to_string();
    let page = page(document).into_string();
    Router::new()
        .route(
            "/openapi.json",
            get(async move || ([(header::CONTENT_TYPE, "application/json")], json).into_response()),
        )
        .route("/", get(async move || Html(page)))
}

fn page(document: &Value) -> maud::Markup {
    let nothing = Map::new();
    let paths = document["paths"].as_object().unwrap_or(&nothing);
    let title = document["info"]["title"].as_str().unwrap_or_default();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="icon" href="/__assets/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/__assets/frame.css";
            }
            body.app.layout-centered {
                div.page { main {
                    h1 { (title) }
                    p.lead { (document["info"]["description"].as_str().unwrap_or_default()) }
                    p { a href=(format!("{BASE}/openapi.json")) { "openapi.json" } }
                    div.scroll { table {
                        thead { tr { th { "Method" } th { "Path" } th { "What it does" } } }
                        tbody {
                            @for (path, operations) in paths {
                                @for (method, operation) in operations.as_object().unwrap_or(&nothing) {
                                    tr {
                                        td { code { (method.to_uppercase()) } }
                                        td { code { (path) } }
                                        td { (operation["summary"].as_str().unwrap_or_default()) }
                                    }
                                }
                            }
                        }
                    } }
                } }
            }
        }
    }
}
