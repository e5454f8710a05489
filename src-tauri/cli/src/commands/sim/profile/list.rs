//! `keytick sim profile list`: the profiles that come with the program.

use clap::ArgMatches;
use keytick_simulator::profile::{BUILTIN, Profile};
use keytick_texts::text;
use serde::Serialize;

use crate::commands::{Entry, plain};
use crate::context::Context;
use crate::error::Error;
use crate::output;

pub(super) const ENTRY: Entry = Entry {
    name: "list",
    define: plain,
    run,
    json: r#"{"profiles":[{"id","name","about","product"}]}"#,
    children: &[],
};

#[derive(Serialize)]
struct Answer {
    profiles: Vec<Listed>,
}

#[derive(Serialize)]
struct Listed {
    id: &'static str,
    name: String,
    about: String,
    product: Option<String>,
}

fn run(_: &ArgMatches, context: &Context) -> Result<(), Error> {
    let profiles: Vec<Listed> = BUILTIN
        .iter()
        .filter_map(|(id, text)| Some(listed(id, Profile::parse(text).ok()?)))
        .collect();
    if context.json {
        return output::json(&Answer { profiles });
    }
    let heading =
        ["profile", "site", "about"].map(|column| text(&format!("cli-column-{column}"), &[]));
    let mut rows = vec![heading.to_vec()];
    rows.extend(
        profiles
            .into_iter()
            .map(|profile| vec![profile.id.to_owned(), profile.name, profile.about]),
    );
    output::line(&output::table(&rows))
}

fn listed(id: &'static str, profile: Profile) -> Listed {
    Listed {
        id,
        name: profile.site.name,
        about: profile.site.about,
        product: profile.site.product,
    }
}
