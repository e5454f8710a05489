//! Errors of the control API: an id that stays the same, a sentence, and the field it is about.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use keytick_texts::english::text;

use crate::profile::ProfileError;
use crate::server::store::StoreError;
use crate::world::{Refusal, RefusalKind};

/// What every refused request gets.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// What went wrong, by a name that stays the same between versions.
    #[schema(example = "sim-world-unknown")]
    pub error: &'static str,
    /// The same as a sentence.
    #[schema(example = "There is no world w1.")]
    pub message: String,
    /// The part of the request that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The key of the profile that decided, and the figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

/// A refusal of the control API.
#[derive(Debug)]
pub(crate) struct ApiError {
    pub status: StatusCode,
    pub problem: Problem,
}

/// What a handler of the control API gives.
pub(crate) type Answer<T> = Result<T, ApiError>;

impl ApiError {
    pub(crate) fn new(status: StatusCode, error: &'static str, parts: &[(&str, &str)]) -> Self {
        Self {
            status,
            problem: Problem {
                error,
                message: text(error, parts),
                field: None,
                rule: None,
            },
        }
    }

    /// The same, about one field of the request.
    pub(crate) fn at(mut self, field: &str) -> Self {
        self.problem.field = Some(field.to_owned());
        self
    }

    pub(crate) fn missing(error: &'static str, name: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, error, &[("name", name)])
    }

    /// The same where it is about something that there is, else that there is none.
    pub(crate) fn or_missing(self, error: &'static str, name: &str) -> Self {
        match self.status {
            StatusCode::NOT_FOUND => Self::missing(error, name),
            _ => self,
        }
    }

    /// A value that cannot be, with the reason in words.
    pub(crate) fn invalid(field: &str, reason: &str) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "sim-value",
            &[("field", field), ("reason", reason)],
        )
        .at(field)
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let reason = error.to_string();
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "sim-store",
            &[("reason", &reason)],
        )
    }
}

impl From<ProfileError> for ApiError {
    fn from(error: ProfileError) -> Self {
        let params = error.params();
        let params: Vec<(&str, &str)> = params
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, error.id(), &params).at("profile_toml")
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        let status = StatusCode::from_u16(refusal.kind.status()).unwrap_or(StatusCode::CONFLICT);
        let message = match refusal.kind {
            // The site's own words are for people at its pages, who cannot send such values.
            RefusalKind::Invalid => text("sim-refused", &[("reason", &refusal.rule)]),
            _ => refusal.message,
        };
        Self {
            status,
            problem: Problem {
                error: "sim-refused",
                message,
                field: None,
                rule: Some(refusal.rule),
            },
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        (self.status, Json(self.problem)).into_response()
    }
}
