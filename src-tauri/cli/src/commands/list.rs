//! `keytick list`: the accounts of the vault, never a secret.

use clap::{Arg, ArgMatches, Command};
use keytick_accounts::Account;
use keytick_texts::text;
use serde::Serialize;

use super::Entry;
use super::account_json::AccountJson;
use crate::context::Context;
use crate::error::Error;
use crate::output;
use crate::session::Session;

pub(super) const ENTRY: Entry = Entry {
    name: "list",
    define,
    run,
    json: r#"{"accounts":[{"id","type","issuer","account","algorithm","digits","period","counter","tags","note","icon","created","used"}]}"#,
    children: &[],
};

fn define(command: Command) -> Command {
    command.arg(Arg::new("query").value_name("QUERY").num_args(0..))
}

#[derive(Serialize)]
struct Answer<'a> {
    accounts: Vec<AccountJson<'a>>,
}

fn run(matches: &ArgMatches, context: &Context) -> Result<(), Error> {
    let words = matches.get_many::<String>("query").into_iter().flatten();
    let query: Vec<&str> = words.map(String::as_str).collect();
    let session = Session::open(context)?;
    session.say_unreadable(context);
    let hits = session.accounts.search(&query.join(" "), &session.usage);
    let accounts = hits.iter().filter_map(|hit| session.accounts.get(hit.id));
    if context.json {
        let accounts = accounts.map(|account| AccountJson::new(account, &session.usage));
        return output::json(&Answer {
            accounts: accounts.collect(),
        });
    }
    let rows: Vec<_> = accounts.map(row).collect();
    if rows.is_empty() {
        context.say("cli-list-empty", &[]);
        return Ok(());
    }
    output::line(&output::table(&[vec![heading()], rows].concat()))
}

/// The columns of a list of accounts.
pub(super) fn heading() -> Vec<String> {
    ["issuer", "account", "type", "id"]
        .map(|column| text(&format!("cli-column-{column}"), &[]))
        .to_vec()
}

pub(super) fn row(account: &Account) -> Vec<String> {
    vec![
        output::plain(&account.issuer),
        output::plain(&account.account),
        account.key.kind.type_name().to_owned(),
        account.id.to_string(),
    ]
}
