//! Which of the accounts that were found are wanted: those with some words in their names,
//! or those without.

use clap::ArgMatches;
use keytick_accounts::Candidate;
use keytick_formats::FileRead;

use crate::error::Error;
use crate::session;

/// What `--only` and `--skip` say. Without either, every account is wanted.
pub(super) struct Choice {
    only: Vec<String>,
    skip: Vec<String>,
}

impl Choice {
    pub(super) fn of(matches: &ArgMatches) -> Self {
        let texts = |name| {
            let texts = matches.get_many::<String>(name).into_iter().flatten();
            texts.map(|text| text.to_lowercase()).collect()
        };
        Self {
            only: texts("only"),
            skip: texts("skip"),
        }
    }

    /// The files with the accounts that are wanted.
    ///
    /// # Errors
    /// [`Error::NoMatch`] where accounts were found and none of them is wanted.
    pub(super) fn among(&self, mut files: Vec<FileRead>) -> Result<Vec<FileRead>, Error> {
        let (mut found, mut wanted) = (0, 0);
        for import in files.iter_mut().flat_map(|file| &mut file.result) {
            found += import.accounts.len();
            import.accounts.retain(|account| self.wants(account));
            wanted += import.accounts.len();
        }
        match found > 0 && wanted == 0 {
            true => Err(Error::NoMatch(self.words())),
            false => Ok(files),
        }
    }

    fn wants(&self, candidate: &Candidate) -> bool {
        let name = session::name(&candidate.issuer, &candidate.account).to_lowercase();
        let is_in = |texts: &[String]| texts.iter().any(|text| name.contains(text.as_str()));
        (self.only.is_empty() || is_in(&self.only)) && !is_in(&self.skip)
    }

    fn words(&self) -> String {
        let only = self.only.iter().map(|text| format!("--only {text}"));
        let skip = self.skip.iter().map(|text| format!("--skip {text}"));
        only.chain(skip).collect::<Vec<_>>().join(" ")
    }
}
