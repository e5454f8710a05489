//! Refusals over HTTP: `{"error": id, "message": sentence, "hint": sentence or null}`.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use keytick_texts::english::{hint, text};
use serde_json::json;

use crate::device::{Error, WaitFor};

/// Why a request got nothing.
#[derive(Debug)]
pub(super) enum Refused {
    Device(Error),
    /// No code yet.
    Wait {
        seconds: u64,
        because: WaitFor,
    },
    Unknown(String),
    Taken(String),
    Name,
    TooMany(usize),
    /// The body is not what is asked for here; what is wrong, in the reader's words.
    Body(StatusCode, String),
    /// A picture that cannot be read; why, as a sentence.
    Picture(String),
    NoPictures,
}

/// Every id of a message that only the service has.
pub const IDS: &[&str] = &[
    "device-wait",
    "device-unknown",
    "device-taken",
    "device-name",
    "device-too-many",
    "device-body",
    "device-picture",
    "device-no-pictures",
];

impl Refused {
    pub(super) fn unknown(name: &str) -> Self {
        Self::Unknown(name.to_owned())
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Device(Error::UnknownAccount { .. }) | Self::Unknown(_) => StatusCode::NOT_FOUND,
            Self::Wait { .. } | Self::Taken(_) => StatusCode::CONFLICT,
            Self::Body(status, _) => *status,
            Self::NoPictures => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Device(_) | Self::Name | Self::TooMany(_) | Self::Picture(_) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
        }
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Device(error) => error.id(),
            Self::Wait { .. } => "device-wait",
            Self::Unknown(_) => "device-unknown",
            Self::Taken(_) => "device-taken",
            Self::Name => "device-name",
            Self::TooMany(_) => "device-too-many",
            Self::Body(..) => "device-body",
            Self::Picture(_) => "device-picture",
            Self::NoPictures => "device-no-pictures",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Device(error) => error.params(),
            Self::Wait { seconds, .. } => vec![("seconds", seconds.to_string())],
            Self::Unknown(name) | Self::Taken(name) => vec![("name", name.clone())],
            Self::TooMany(most) => vec![("most", most.to_string())],
            Self::Body(_, reason) | Self::Picture(reason) => vec![("reason", reason.clone())],
            Self::Name | Self::NoPictures => Vec::new(),
        }
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Device(error)
    }
}

impl From<JsonRejection> for Refused {
    fn from(rejection: JsonRejection) -> Self {
        Self::Body(rejection.status(), rejection.body_text())
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let params = self.params();
        let params: Vec<(&str, &str)> = params
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let mut body = json!({
            "error": self.id(),
            "message": text(self.id(), &params),
            "hint": hint(self.id(), &params),
        });
        match self {
            Self::Wait { seconds, because } => {
                body["wait"] = seconds.into();
                body["because"] = because.name().into();
                let header = [(header::RETRY_AFTER, seconds.to_string())];
                (self.status(), header, Json(body)).into_response()
            }
            _ => (self.status(), Json(body)).into_response(),
        }
    }
}
