//! The profiles that come with the program.

/// The built-in profiles: name and TOML.
pub const BUILTIN: &[(&str, &str)] = &[
    ("batch", include_str!("../../profiles/batch.toml")),
    ("bytebase", include_str!("../../profiles/bytebase.toml")),
    ("rocketchat", include_str!("../../profiles/rocketchat.toml")),
    ("deployhq", include_str!("../../profiles/deployhq.toml")),
    ("infura", include_str!("../../profiles/infura.toml")),
    ("strict", include_str!("../../profiles/strict.toml")),
    (
        "legacy-8-60",
        include_str!("../../profiles/legacy-8-60.toml"),
    ),
    ("broken", include_str!("../../profiles/broken.toml")),
    (
        "bytebase-observed",
        include_str!("../../profiles/bytebase-observed.toml"),
    ),
    (
        "rocketchat-observed",
        include_str!("../../profiles/rocketchat-observed.toml"),
    ),
    ("gitea-like", include_str!("../../profiles/gitea-like.toml")),
    (
        "kratos-like",
        include_str!("../../profiles/kratos-like.toml"),
    ),
];

/// A profile to start from when writing one's own.
pub const TEMPLATE: &str = include_str!("../../profiles/template.toml");

/// The TOML of the built-in profile `name`.
#[must_use]
pub fn builtin(name: &str) -> Option<&'static str> {
    BUILTIN
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}
