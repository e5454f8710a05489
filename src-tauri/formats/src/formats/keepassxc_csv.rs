//! KeePassXC's table: one line for each entry, its key as an address in the column `TOTP`.

use keytick_accounts::Account;
use keytick_otp::Algorithm;
use zeroize::Zeroizing;

use super::keepass::entry::Entry;
use super::keepass::{import, write::otp};
use crate::csv::{self, Row, Table};
use crate::{
    Error, Field, File, Format, Holds, Import, Output, Probe, Reading, Source, Writer, Writing,
};

pub(super) const FORMAT: Format = Format {
    id: "keepassxc-csv",
    name: "KeePassXC CSV",
    help: "format-keepassxc-csv-help",
    extensions: &["csv"],
    reads_encrypted: false,
    detect,
    read: Some(read),
    write: Some(Writer {
        plain: true,
        encrypted: false,
        extension: "csv",
        holds: &HOLDS,
        write,
    }),
};

const HOLDS: Holds = Holds {
    types: &["totp", "steam"],
    algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
    digits: &[4, 5, 6, 7, 8, 9],
    periods: &[],
    fields: &[Field::Note, Field::OneTag],
};

const COLUMNS: [&str; 10] = [
    "Group",
    "Title",
    "Username",
    "Password",
    "URL",
    "Notes",
    "TOTP",
    "Icon",
    "Last Modified",
    "Created",
];

/// The group that holds all others.
const ROOT: &str = "Root";

/// What KeePassXC calls the group with what was deleted, in some of its languages. The table
/// says nothing else of it.
const RECYCLE_BINS: [&str; 9] = [
    "Recycle Bin",
    "Corbeille",
    "Cestino",
    "Lixeira",
    "Papelera de reciclaje",
    "Papierkorb",
    "Prullenbak",
    "Корзина",
    "回收站",
];

/// `Root/Recycle Bin`, or a group in it.
fn is_in_recycle_bin(path: &str) -> bool {
    let group = path.split('/').nth(1);
    group.is_some_and(|group| RECYCLE_BINS.contains(&group.trim()))
}

fn detect(probe: &Probe) -> bool {
    probe.has_columns(&["Group", "Title", "Username", "TOTP"])
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let table = Table::read(source.bytes, reading)?;
    let entries: Vec<_> = table.rows().map(entry).collect();
    Ok(import(&entries))
}

fn entry(row: Row) -> Entry {
    let mut entry = Entry::default();
    let otp = row.get("TOTP");
    // As KeePassXC reads its own table: what is no address is a key.
    let otp_field = match otp.contains("://") || otp.contains('=') {
        true => "otp",
        false => "TOTP Seed",
    };
    for (field, value) in [
        ("Title", row.get("Title")),
        ("UserName", row.get("Username")),
        ("Notes", row.get("Notes")),
        (otp_field, otp),
    ] {
        entry.set(field.to_owned(), Zeroizing::new(value.to_owned()));
    }
    if let Some((_, group)) = row.get("Group").rsplit_once('/') {
        entry.set_group(group);
    }
    entry.in_trash = is_in_recycle_bin(row.get("Group"));
    entry
}

fn write(accounts: &[&Account], _: &mut Writing) -> Result<Vec<Output>, Error> {
    let rows = accounts.iter().map(|account| row(account));
    Ok(vec![File {
        name: "keytick.csv".to_owned(),
        bytes: Zeroizing::new(csv::write(COLUMNS, rows)),
    }])
}

/// The dates are left out: KeePassXC takes the day on which it reads the table.
fn row(account: &Account) -> [Zeroizing<String>; COLUMNS.len()] {
    let group = match account.tags.first() {
        Some(tag) => format!("{ROOT}/{}", tag.replace('/', " ")),
        None => ROOT.to_owned(),
    };
    [
        group.into(),
        account.issuer.clone().into(),
        account.account.clone().into(),
        Zeroizing::default(),
        Zeroizing::default(),
        account.note.clone().into(),
        otp(account),
        Zeroizing::new("0".to_owned()),
        Zeroizing::default(),
        Zeroizing::default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn reads_addresses_and_bare_keys() {
        let csv = "\"Group\",\"Title\",\"Username\",\"Password\",\"URL\",\"Notes\",\"TOTP\",\
            \"Icon\",\"Last Modified\",\"Created\"\n\
            \"Root\",\"Acme\",\"me\",\"p\",\"\",\"Call\nAnn\",\
            \"otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP&period=60&digits=8\",\"0\",\"\",\"\"\n\
            \"Root/Work/Mail\",\"Bare\",\"\",\"\",\"\",\"\",\"jbsw y3dp ehpk 3pxp\",\"0\",\"\",\"\"\n\
            \"Root\",\"None\",\"\",\"\",\"\",\"\",\"\",\"0\",\"\",\"\"\n\
            \"Root/Recycle Bin/Old\",\"Gone\",\"me\",\"\",\"\",\"\",\"JBSWY3DPEHPK3PXP\",\"0\",\"\",\"\"\n\
            \"Root\",\"Bad\",\"you\",\"\",\"\",\"\",\"0\",\"0\",\"\",\"\"\n";
        let import = testing::read(&FORMAT, csv.as_bytes(), None).unwrap();
        assert_eq!(
            testing::rows(&import),
            [
                "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|8|60",
                "Bare||totp|JBSWY3DPEHPK3PXP|SHA1|6|30"
            ]
        );
        assert_eq!(import.accounts[0].note, "Call\nAnn");
        assert_eq!(import.accounts[0].tags, [""; 0]);
        assert_eq!(import.accounts[1].tags, ["Mail"]);
        assert_eq!(
            testing::skipped(&import),
            [
                "Gone (me): formats-in-trash",
                "Bad (you): otp-secret-character"
            ]
        );
    }
}
