//! Keytick's own encrypted backup: a vault of its own, with its own password. The bytes of a
//! vault are made and opened by who has the vault's code: this crate is handed the payload,
//! see [`Reading::open_vault`] and [`Writing::seal_vault`].

use keytick_accounts::{Account, Accounts, Candidate};
use keytick_otp::Algorithm;

use crate::{Error, Field, Format, Holds, Import, Output, Reading, Source, Writer, Writing};

/// As `FORMAT.md` beside the vault's code has it.
const MAGIC: &[u8] = b"\x89KTK\r\n\x1a\n";

pub(super) const FORMAT: Format = Format {
    id: "keytick",
    name: "Keytick",
    help: "format-keytick-help",
    extensions: &["keytick"],
    reads_encrypted: true,
    detect: |probe| probe.bytes().starts_with(MAGIC),
    read: Some(read),
    write: Some(Writer {
        plain: false,
        encrypted: true,
        extension: "keytick",
        holds: &HOLDS,
        write,
    }),
};

const HOLDS: Holds = Holds {
    types: &["totp", "hotp", "steam", "motp", "yandex"],
    algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
    digits: &[4, 5, 6, 7, 8, 9, 10],
    periods: &[],
    fields: &[
        Field::Note,
        Field::Tags,
        Field::Favourite,
        Field::Icon,
        Field::Order,
        Field::RecoveryCodes,
    ],
};

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let password = reading.password()?;
    let open = reading.open_vault.ok_or(Error::Unknown)?;
    let payload = open(source.bytes, password)?;
    let accounts = Accounts::from_payload(&payload).map_err(|error| match error {
        keytick_accounts::Error::TooNew { .. } => Error::TooNew,
        _ => Error::Damaged { what: "payload" },
    })?;
    reading.entries(accounts.live().count())?;
    let mut import = Import {
        accounts: accounts.live().map(Candidate::from).collect(),
        skipped: Vec::new(),
    };
    for _ in 0..accounts.unreadable() {
        import.entry("", Err(Error::TooNew));
    }
    Ok(import)
}

fn write(accounts: &[&Account], writing: &mut Writing) -> Result<Vec<Output>, Error> {
    let password = writing.password.ok_or(Error::PasswordNeeded)?;
    let seal = writing.seal_vault.ok_or(Error::Unknown)?;
    let payload = Accounts::copies(accounts.iter().copied()).to_payload();
    Ok(vec![Output {
        name: "accounts.keytick".to_owned(),
        bytes: seal(&payload, password)?.into(),
    }])
}

#[cfg(test)]
mod tests {
    use keytick_accounts::RecoveryCodes;
    use zeroize::Zeroizing;

    use super::*;
    use crate::formats::testing::{account, rows};

    /// Stands in for a vault: the magic, the password, the payload.
    fn seal(payload: &[u8], password: &str) -> Result<Vec<u8>, Error> {
        Ok([MAGIC, password.as_bytes(), payload].concat())
    }

    fn open(bytes: &[u8], password: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
        let payload = bytes[MAGIC.len()..].strip_prefix(password.as_bytes());
        let payload = payload.ok_or(Error::WrongPassword)?;
        Ok(Zeroizing::new(payload.to_vec()))
    }

    #[test]
    fn everything_of_an_account_comes_back() {
        let uri = "otpauth://hotp/Acme:me?secret=JBSWY3DPEHPK3PXP&counter=7&digits=8";
        let account = account(uri, |candidate| {
            candidate.note = "a note".to_owned();
            candidate.tags = vec!["One".to_owned(), "Two".to_owned()];
            candidate.favourite = true;
            candidate.colour = Some(4);
            candidate.order = Some(2);
            let codes = [("1234-5678", Some(9)), ("2345-6789", None)];
            candidate.recovery = RecoveryCodes::new(codes).unwrap();
        });
        let mut random = |bytes: &mut [u8]| bytes.fill(7);
        let mut writing = Writing {
            seal_vault: Some(&seal),
            ..Writing::new(Some("pw"), &mut random, 0)
        };
        let written = write(&[&account], &mut writing).unwrap();
        let source = Source {
            name: "x",
            bytes: &written[0].bytes,
            beside: &[],
        };
        let mut reading = Reading {
            open_vault: Some(&open),
            ..Reading::new(Some("pw"))
        };
        let import = read(&source, &mut reading).unwrap();
        assert_eq!(rows(&import), ["Acme|me|hotp|JBSWY3DPEHPK3PXP|SHA1|8|#7"]);
        let back = &import.accounts[0];
        assert_eq!(back.note, "a note");
        assert_eq!(back.tags, ["One", "Two"]);
        assert_eq!(
            (back.favourite, back.colour, back.order),
            (true, Some(4), Some(2))
        );
        assert_eq!(back.recovery, account.recovery);
        reading.password = Some("no");
        assert_eq!(read(&source, &mut reading), Err(Error::WrongPassword));
    }
}
