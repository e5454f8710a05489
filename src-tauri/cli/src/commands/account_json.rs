//! An account as `--json` shows it: everything but its secret.

use keytick_accounts::{Account, Usage};
use serde::Serialize;

use crate::timestamps::rfc3339;

/// The shape, for help and docs.
pub(super) const SHAPE: &str = r#"{"id","type","issuer","account","algorithm","digits","period","counter","tags","note","icon","created","used"}"#;

#[derive(Serialize)]
pub(super) struct AccountJson<'a> {
    id: String,
    r#type: &'static str,
    issuer: &'a str,
    account: &'a str,
    algorithm: &'static str,
    digits: u8,
    period: Option<u32>,
    counter: Option<u64>,
    tags: &'a [String],
    note: &'a str,
    icon: Option<&'a str>,
    created: Option<String>,
    used: Option<String>,
}

impl<'a> AccountJson<'a> {
    pub(super) fn new(account: &'a Account, usage: &Usage) -> Self {
        let kind = &account.key.kind;
        Self {
            id: account.id.to_string(),
            r#type: kind.type_name(),
            issuer: &account.issuer,
            account: &account.account,
            algorithm: kind.algorithm_name(),
            digits: kind.digits(),
            period: kind.period(),
            counter: kind.counter(),
            tags: &account.tags,
            note: &account.note,
            icon: account.icon.as_deref(),
            created: rfc3339(account.created),
            used: usage.last(account.id).and_then(rfc3339),
        }
    }
}
