//! Every backup of other programs in the folder that `KEYTICK_PEER_FIXTURES` names, read as
//! the command line reads it: recognised by content, with its password, without, and with
//! another. The files are read where they lie and are no part of Keytick.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod shared;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use keytick_accounts::Candidate;
use keytick_formats::{Error, File, FileRead};
use keytick_otp::Kind;
use shared::read;
use zeroize::Zeroizing;

/// A file: where, its password, as what it is known, how many accounts and skips it has.
struct Backup {
    file: &'static str,
    password: &'static str,
    format: &'static str,
    accounts: usize,
    skipped: usize,
}

const fn backup(
    file: &'static str,
    password: &'static str,
    format: &'static str,
    accounts: usize,
    skipped: usize,
) -> Backup {
    Backup {
        file,
        password,
        format,
        accounts,
        skipped,
    }
}

#[rustfmt::skip]
const BACKUPS: &[Backup] = &[
    backup("aegis-repo/2fas_authenticator.json", "", "2fas", 6, 0),
    backup("aegis-repo/2fas_authenticator_encrypted.2fas", "test", "2fas", 4, 0),
    backup("aegis-repo/2fas_authenticator_encrypted_v3.2fas", "test", "2fas", 6, 0),
    backup("aegis-repo/2fas_authenticator_encrypted_v4.2fas", "test", "2fas", 5, 0),
    backup("aegis-repo/2fas_authenticator_plain.2fas", "", "2fas", 4, 0),
    backup("aegis-repo/2fas_authenticator_plain_v3.2fas", "", "2fas", 6, 0),
    backup("aegis-repo/2fas_authenticator_plain_v4.2fas", "", "2fas", 5, 0),
    backup("aegis-repo/aegis_encrypted.json", "test", "aegis", 7, 0),
    backup("aegis-repo/aegis_plain.json", "", "aegis", 7, 0),
    backup("aegis-repo/aegis_plain_grouped_v2.json", "", "aegis", 7, 0),
    backup("aegis-repo/andotp_encrypted.bin", "test", "andotp", 7, 0),
    backup("aegis-repo/andotp_encrypted_old.bin", "test", "andotp", 6, 0),
    backup("aegis-repo/andotp_plain.json", "", "andotp", 7, 0),
    backup("aegis-repo/authenticator_plus.zip", "testtesttest", "authenticator-plus", 7, 0),
    backup("aegis-repo/authy_encrypted.xml", "testtest", "authy", 3, 0),
    backup("aegis-repo/authy_plain.xml", "", "authy", 3, 0),
    backup("aegis-repo/battle_net_authenticator.xml", "", "battle-net", 1, 0),
    backup("aegis-repo/bitwarden.csv", "", "bitwarden", 4, 0),
    backup("aegis-repo/bitwarden.json", "", "bitwarden", 4, 0),
    backup("aegis-repo/duo.json", "", "duo", 2, 0),
    backup("aegis-repo/ente_auth.txt", "", "ente", 7, 0),
    backup("aegis-repo/freeotp.xml", "", "freeotp", 4, 0),
    backup("aegis-repo/freeotp_plus.json", "", "freeotp-plus", 6, 0),
    backup("aegis-repo/freeotp_plus_internal.xml", "", "freeotp", 6, 0),
    backup("aegis-repo/freeotp_v2_api23.xml", "test", "freeotp", 6, 0),
    backup("aegis-repo/freeotp_v2_api25.xml", "test", "freeotp", 6, 0),
    backup("aegis-repo/freeotp_v2_api27.xml", "test", "freeotp", 6, 0),
    backup("aegis-repo/freeotp_v2_api34.xml", "test", "freeotp", 6, 0),
    backup("aegis-repo/freeotp_v2_null_algo.xml", "test", "freeotp", 1, 0),
    backup("aegis-repo/google_authenticator.sqlite", "", "google-authenticator-database", 6, 0),
    backup("aegis-repo/microsoft_authenticator.sqlite", "", "microsoft", 7, 0),
    backup("aegis-repo/plain.txt", "", "uri-list", 7, 0),
    backup("aegis-repo/proton_authenticator.json", "", "proton-authenticator", 3, 0),
    backup("aegis-repo/steam.json", "", "steam", 1, 0),
    backup("aegis-repo/steam_old.json", "", "steam", 1, 0),
    backup("aegis-repo/stratum_encrypted.bin", "test", "stratum", 7, 0),
    backup("aegis-repo/stratum_encrypted_legacy.bin", "test", "stratum", 7, 0),
    backup("aegis-repo/stratum_internal.db", "", "stratum-database", 7, 0),
    backup("aegis-repo/stratum_plain.json", "", "stratum", 7, 0),
    backup("aegis-repo/totp_authenticator.bin", "Testtest1", "totp-authenticator", 3, 0),
    backup("aegis-repo/totp_authenticator_internal.xml", "", "totp-authenticator", 3, 0),
    backup("ente-repo/proton_authenticator_backup_encrypted_1231246.json", "1231246", "proton-authenticator", 4, 0),
    backup("extract_otp_secrets-repo/example_export.txt", "", "uri-list", 6, 0),
    backup("keepassxc-repo/1PasswordExport.1pux", "", "1password", 2, 0),
    backup("proton-repo/PassExport.zip", "", "proton-pass", 7, 1),
    backup("proton-repo/encrypted.lowcomplexity.txt", "password", "ente", 3, 0),
    backup("proton-repo/lastpass.json", "", "lastpass", 3, 0),
    backup("proton-repo/plain.txt", "", "ente", 2, 0),
    backup("stratum-repo/authplus.db", "testtesttest", "authenticator-plus", 8, 0),
    backup("stratum-repo/backup.html", "", "html", 7, 2),
    backup("stratum-repo/bitwarden.encrypted.pbkdf2.json", "rud9^5S6$^Ewmr%d", "bitwarden", 8, 0),
    backup("stratum-repo/freeotp.bin", "test", "freeotp", 7, 0),
    backup("stratum-repo/keepass.aes256.argon2id.kdbx", "test", "keepass", 7, 0),
    backup("stratum-repo/winauth.zip", "test", "uri-list", 1, 0),
];

/// Files of programs, or of their versions, that do not know every hash, number of digits,
/// period and type: of the shared accounts they hold the secrets alone.
const LIMITED: &[&str] = &[
    "2fas_authenticator.json",
    "2fas_authenticator_encrypted.2fas",
    "2fas_authenticator_plain.2fas",
    "authy_encrypted.xml",
    "authy_plain.xml",
    "duo.json",
    "google_authenticator.sqlite",
    "microsoft_authenticator.sqlite",
    "totp_authenticator.bin",
    "totp_authenticator_internal.xml",
];

/// The seven accounts that most test files of authenticators hold: secret, kind, and the
/// code at 1,000,000,000 seconds or of the counter.
fn shared_accounts() -> [(&'static str, Kind); 7] {
    use keytick_otp::Algorithm::{Sha1, Sha256, Sha512};
    use shared::{hotp, totp};
    [
        ("4SJHB4GSD43FZBAI7C2HLRJGPQ", totp(Sha1, 6, 30)),
        ("5OM4WOOGPLQEF6UGN3CPEOOLWU", totp(Sha256, 7, 20)),
        ("7ELGJSGXNCCTV3O6LKJWYFV2RA", totp(Sha512, 8, 50)),
        ("YOOMIXWS5GN6RTBPUFFWKTW5M4", hotp(Sha1, 6, 1)),
        ("KUVJJOM753IHTNDSZVCNKL7GII", hotp(Sha256, 7, 50)),
        ("5VAML3X35THCEBVRLV24CGBKOY", hotp(Sha512, 8, 10300)),
        ("JRZCL47CMXVOQMNPZR2F7J4RGI", Kind::Steam),
    ]
}

/// The folder, or nothing, said past the test harness, which swallows what a passing test
/// prints.
fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("KEYTICK_PEER_FIXTURES");
    let folder = folder.map(|folder| PathBuf::from(folder).join("import"));
    if folder.is_none() {
        let count = BACKUPS.len();
        let line = format!("\nnot run: {count} backups (KEYTICK_PEER_FIXTURES is not set)\n");
        let _ = std::io::stderr().write_all(line.as_bytes());
    }
    folder
}

fn read_file(folder: &Path, file: &str, password: Option<&str>) -> FileRead {
    let files = [File {
        // No reader goes by the name.
        name: "x".to_owned(),
        bytes: Zeroizing::new(fs::read(folder.join(file)).unwrap()),
    }];
    let mut read = read(&files, password);
    assert_eq!(read.len(), 1, "{file}");
    read.remove(0)
}

#[test]
fn every_backup_gives_its_accounts_with_its_password() {
    let Some(folder) = folder() else { return };
    let mut accounts = 0;
    for backup in BACKUPS {
        let password = (!backup.password.is_empty()).then_some(backup.password);
        let read = read_file(&folder, backup.file, password);
        assert_eq!(
            read.format.map(|f| f.id),
            Some(backup.format),
            "{}",
            backup.file
        );
        let import = read
            .result
            .unwrap_or_else(|error| panic!("{}: {error}", backup.file));
        let counts = (import.accounts.len(), import.skipped.len());
        assert_eq!(counts, (backup.accounts, backup.skipped), "{}", backup.file);
        let is_limited = LIMITED.iter().any(|end| backup.file.ends_with(end));
        for account in import.accounts.iter().filter(|_| !is_limited) {
            check_shared(backup.file, account);
        }
        accounts += import.accounts.len();
    }
    let line = format!(
        "\n{} backups of other programs: {accounts} accounts\n",
        BACKUPS.len()
    );
    let _ = std::io::stderr().write_all(line.as_bytes());
}

/// A shared account makes the codes that it makes everywhere.
fn check_shared(file: &str, account: &Candidate) {
    let secret = account.key.secret.to_base32();
    let shared = shared_accounts();
    let known = shared.iter().find(|(known, _)| *known == secret.as_str());
    if let Some((_, kind)) = known {
        assert!(
            account.key.kind == *kind,
            "{file}: {} {kind:?}",
            account.issuer
        );
    }
}

#[test]
fn a_locked_backup_says_so_and_a_wrong_password_says_so() {
    let Some(folder) = folder() else { return };
    for backup in BACKUPS.iter().filter(|backup| !backup.password.is_empty()) {
        for (password, expected) in [
            (None, Error::PasswordNeeded),
            (Some("not it"), Error::WrongPassword),
        ] {
            let read = read_file(&folder, backup.file, password);
            assert_eq!(read.result, Err(expected), "{}", backup.file);
            assert!(read.encrypted, "{}", backup.file);
        }
    }
}

#[test]
fn no_backup_in_the_folder_is_left_out() {
    let Some(folder) = folder() else { return };
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let entry = entry.unwrap();
        for file in fs::read_dir(entry.path()).unwrap() {
            let parts = [entry.file_name(), file.unwrap().file_name()];
            found.insert(parts.map(|part| part.into_string().unwrap()).join("/"));
        }
    }
    let listed: BTreeSet<String> = BACKUPS.iter().map(|b| b.file.to_owned()).collect();
    assert_eq!(found, listed);
}
