//! `keytick trash list`: the accounts in the trash.

use clap::ArgMatches;
use keytick_accounts::Account;
use serde::Serialize;

use crate::commands::account_json::AccountJson;
use crate::commands::list::{heading, row};
use crate::commands::{Entry, plain};
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::session::Session;
use crate::timestamps::rfc3339;

pub(super) const ENTRY: Entry = Entry {
    name: "list",
    define: plain,
    run,
    json: r#"{"accounts":[{"id","type","issuer","account","algorithm","digits","period","counter","tags","note","icon","created","used","deleted_at"}]}"#,
    children: &[],
};

#[derive(Serialize)]
struct Answer<'a> {
    accounts: Vec<Trashed<'a>>,
}

#[derive(Serialize)]
struct Trashed<'a> {
    #[serde(flatten)]
    account: AccountJson<'a>,
    deleted_at: Option<String>,
}

fn run(_: &ArgMatches, context: &Context) -> Result<(), Error> {
    let session = Session::open(context)?;
    let mut trashed: Vec<&Account> = session.accounts.trashed().collect();
    trashed.sort_by_key(|account| (std::cmp::Reverse(account.deleted_at), account.id));
    if context.json {
        let accounts = trashed.into_iter().map(|account| Trashed {
            account: AccountJson::new(account, &session.usage),
            deleted_at: account.deleted_at.and_then(rfc3339),
        });
        return output::json(&Answer {
            accounts: accounts.collect(),
        });
    }
    if trashed.is_empty() {
        context.say("cli-trash-is-empty", &[]);
        return Ok(());
    }
    let rows = trashed.into_iter().map(row).collect();
    output::line(&output::table(&[vec![heading()], rows].concat()))
}
