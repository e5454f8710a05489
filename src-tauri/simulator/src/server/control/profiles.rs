//! The built-in profiles, and a look at one's own.

use axum::Json;
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::error::{Answer, ApiError};
use super::extract::Body;
use crate::profile::{self, BUILTIN, Profile, Severity, builtin};

/// A profile that comes with the program.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProfileInfo {
    /// Its name.
    id: String,
    /// The name on its pages.
    name: String,
    /// The product whose flow it is, if any.
    product: Option<String>,
    /// What is special about it.
    about: String,
    /// The values that no source confirms.
    assumed: Vec<String>,
}

/// The profiles that come with the program
#[utoipa::path(get, path = "/profiles", tag = "profiles", operation_id = "list_profiles",
    responses((status = 200, body = Vec<ProfileInfo>)))]
pub(super) async fn list() -> Json<Vec<ProfileInfo>> {
    let read = |(_, toml): &(&str, &str)| Profile::parse(toml).ok();
    Json(
        BUILTIN
            .iter()
            .filter_map(read)
            .map(|profile| ProfileInfo {
                id: profile.site.id,
                name: profile.site.name,
                product: profile.site.product,
                about: profile.site.about,
                assumed: profile.assumed.keys,
            })
            .collect(),
    )
}

/// A profile, with every value
#[utoipa::path(get, path = "/profiles/{profile}", tag = "profiles", operation_id = "get_profile",
    params(("profile" = String, Path, description = "The profile's name")),
    responses((status = 200, body = Object)))]
pub(super) async fn get(Path(name): Path<String>) -> Answer<Json<Profile>> {
    let toml = builtin(&name).ok_or_else(|| ApiError::missing("sim-profile-unknown", &name))?;
    Ok(Json(Profile::parse(toml)?))
}

/// A profile to look at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
    /// The profile as TOML.
    toml: String,
}

/// What was found in a profile.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Findings {
    /// Whether it can be used.
    ok: bool,
    findings: Vec<FindingInfo>,
}

/// Something wrong or odd in a profile.
#[derive(Debug, Serialize, ToSchema)]
struct FindingInfo {
    /// `error` or `warning`.
    severity: &'static str,
    /// The line, counted from 1.
    line: usize,
    /// The key.
    path: String,
    /// What is wrong with it.
    message: String,
}

/// Look for mistakes in a profile
#[utoipa::path(post, path = "/profiles/lint", tag = "profiles", operation_id = "lint_profile",
    request_body = Draft, responses((status = 200, body = Findings)))]
pub(super) async fn lint(Body(draft): Body<Draft>) -> Json<Findings> {
    let findings: Vec<FindingInfo> = profile::lint(&draft.toml)
        .into_iter()
        .map(|finding| FindingInfo {
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            line: finding.line,
            path: finding.path,
            message: finding.message,
        })
        .collect();
    Json(Findings {
        ok: findings.iter().all(|finding| finding.severity != "error"),
        findings,
    })
}
