//! What every command takes: which vault, whose password from where, and how to answer.

use std::path::PathBuf;

use clap::ArgMatches;
use keytick_vault::Password;
use serde::Serialize;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::output;
use crate::secrets;

/// The options that every command takes.
pub(crate) struct Context {
    vault: Option<PathBuf>,
    password: PasswordFrom,
    pub(crate) json: bool,
    quiet: bool,
}

enum PasswordFrom {
    Stdin,
    File(PathBuf),
    Prompt,
}

impl Context {
    pub(crate) fn new(matches: &ArgMatches) -> Self {
        let file = matches.get_one::<PathBuf>("password-file");
        Self {
            vault: matches.get_one("vault").cloned(),
            password: match (matches.get_flag("password-stdin"), file) {
                (true, _) => PasswordFrom::Stdin,
                (false, Some(file)) => PasswordFrom::File(file.clone()),
                (false, None) => PasswordFrom::Prompt,
            },
            json: matches.get_flag("json"),
            quiet: matches.get_flag("quiet"),
        }
    }

    /// `--vault`, else `KEYTICK_VAULT`, else the usual place.
    pub(crate) fn vault_path(&self) -> Result<PathBuf, Error> {
        self.vault
            .clone()
            .or_else(keytick_vault::default_path)
            .ok_or(Error::NoDataFolder)
    }

    /// The vault's password, from where the options say.
    pub(crate) fn password(&self) -> Result<Password, Error> {
        let typed = match self.typed_elsewhere()? {
            Some(typed) => typed,
            None => secrets::hidden("cli-ask-password", "password")?,
        };
        Ok(Password::new(typed)?)
    }

    /// A password that is being chosen, and so is typed twice where a person types it.
    pub(crate) fn new_password(&self) -> Result<Zeroizing<String>, Error> {
        match self.typed_elsewhere()? {
            Some(typed) => Ok(typed),
            None => chosen(),
        }
    }

    /// A recovery key, from where a password would come.
    pub(crate) fn recovery_key(&self) -> Result<Zeroizing<String>, Error> {
        match self.typed_elsewhere()? {
            Some(typed) => Ok(typed),
            None => secrets::hidden("cli-ask-recovery-key", "recovery-key"),
        }
    }

    /// Whether the password comes from a file or from standard input.
    pub(crate) fn brings_password(&self) -> bool {
        !matches!(self.password, PasswordFrom::Prompt)
    }

    fn typed_elsewhere(&self) -> Result<Option<Zeroizing<String>>, Error> {
        match &self.password {
            PasswordFrom::Stdin => secrets::line_from_stdin("password").map(Some),
            PasswordFrom::File(path) => secrets::line_from_file(path).map(Some),
            PasswordFrom::Prompt => Ok(None),
        }
    }

    /// Answers in JSON where that was asked for, else with one line of data.
    pub(crate) fn answer(&self, json: &impl Serialize, line: &str) -> Result<(), Error> {
        match self.json {
            true => output::json(json),
            false => output::line(line),
        }
    }

    /// Answers in JSON where that was asked for, else tells the person what was done.
    pub(crate) fn done(
        &self,
        json: &impl Serialize,
        id: &str,
        args: &[(&str, &str)],
    ) -> Result<(), Error> {
        if self.json {
            return output::json(json);
        }
        self.say(id, args);
        Ok(())
    }

    /// Tells the person something, unless they want quiet.
    pub(crate) fn say(&self, id: &str, args: &[(&str, &str)]) {
        self.show(&output::sentence(id, args));
    }

    /// Whether the person wants only data and errors.
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Shows lines that are made already, unless the person wants quiet.
    pub(crate) fn show(&self, lines: &str) {
        if !self.quiet {
            output::tell(lines);
        }
    }
}

/// A new password, typed twice.
pub(crate) fn chosen() -> Result<Zeroizing<String>, Error> {
    let first = secrets::hidden("cli-ask-new-password", "password")?;
    let second = secrets::hidden("cli-ask-new-password-again", "password")?;
    match first == second {
        true => Ok(first),
        false => Err(Error::PasswordsDiffer),
    }
}
