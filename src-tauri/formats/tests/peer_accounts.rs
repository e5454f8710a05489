//! Backups that other programs wrote, where they are at hand: `KEYTICK_PEER_FIXTURES` names
//! the folder. They are read where they lie and are no part of Keytick. Each is recognised by
//! its content, asks for its password, refuses another one, and gives exactly these accounts.

#[path = "peer_accounts/apps.rs"]
mod apps;
#[path = "peer_accounts/managers.rs"]
mod managers;

use std::io::Write;
use std::path::PathBuf;

use keytick_accounts::Candidate;
use keytick_formats::{Error, File, FileRead, Reading};

/// A file and what is in it.
struct Peer {
    file: &'static str,
    format: &'static str,
    password: Option<&'static str>,
    accounts: &'static [&'static str],
}

const DENO: &str = "Deno|Mason|totp|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30";
const SPDX: &str = "SPDX|James|totp|5OM4WOOGPLQEF6UGN3CPEOOLWU|SHA256|7|20";
const AIRBNB: &str = "Airbnb|Elijah|totp|7ELGJSGXNCCTV3O6LKJWYFV2RA|SHA512|8|50";
const ISSUU: &str = "Issuu|James|hotp|YOOMIXWS5GN6RTBPUFFWKTW5M4|SHA1|6|#1";
const AIR_CANADA: &str = "Air Canada|Benjamin|hotp|KUVJJOM753IHTNDSZVCNKL7GII|SHA256|7|#50";
const WWE: &str = "WWE|Mason|hotp|5VAML3X35THCEBVRLV24CGBKOY|SHA512|8|#10300";
const BOEING: &str = "Boeing|Sophia|steam|JRZCL47CMXVOQMNPZR2F7J4RGI|SHA1|5|30";

/// What most test files of authenticators hold.
const SEVEN: &[&str] = &[DENO, SPDX, AIRBNB, ISSUU, AIR_CANADA, WWE, BOEING];
const SIX: &[&str] = &[DENO, SPDX, AIRBNB, ISSUU, AIR_CANADA, WWE];

/// The first schema of 2FAS says nothing of how codes are made, and the second not that they
/// are counted: 2FAS makes these codes.
const TWOFAS_1: &[&str] = &[
    "Deno|Mason|totp|4SJHB4GSD43FZBAI7C2HLRJGPQ|SHA1|6|30",
    "SPDX|James|totp|5OM4WOOGPLQEF6UGN3CPEOOLWU|SHA1|6|30",
    "Airbnb|Elijah|totp|7ELGJSGXNCCTV3O6LKJWYFV2RA|SHA1|6|30",
    "Issuu|James|totp|YOOMIXWS5GN6RTBPUFFWKTW5M4|SHA1|6|30",
    "Air Canada|Benjamin|totp|KUVJJOM753IHTNDSZVCNKL7GII|SHA1|6|30",
    "WWE|Mason|totp|5VAML3X35THCEBVRLV24CGBKOY|SHA1|6|30",
];
const TWOFAS_2: &[&str] = &[
    DENO,
    AIRBNB,
    "Issuu|James|totp|YOOMIXWS5GN6RTBPUFFWKTW5M4|SHA1|6|30",
    "WWE|Mason|totp|5VAML3X35THCEBVRLV24CGBKOY|SHA512|8|30",
];

const PEERS: &[Peer] = &[
    Peer {
        file: "aegis-repo/aegis_plain.json",
        format: "aegis",
        password: None,
        accounts: SEVEN,
    },
    Peer {
        file: "aegis-repo/aegis_plain_grouped_v2.json",
        format: "aegis",
        password: None,
        accounts: SEVEN,
    },
    Peer {
        file: "aegis-repo/aegis_encrypted.json",
        format: "aegis",
        password: Some("test"),
        accounts: SEVEN,
    },
    Peer {
        file: "aegis-repo/2fas_authenticator.json",
        format: "2fas",
        password: None,
        accounts: TWOFAS_1,
    },
    Peer {
        file: "aegis-repo/2fas_authenticator_plain.2fas",
        format: "2fas",
        password: None,
        accounts: TWOFAS_2,
    },
    Peer {
        file: "aegis-repo/2fas_authenticator_encrypted.2fas",
        format: "2fas",
        password: Some("test"),
        accounts: TWOFAS_2,
    },
    Peer {
        file: "aegis-repo/2fas_authenticator_plain_v3.2fas",
        format: "2fas",
        password: None,
        accounts: SIX,
    },
    Peer {
        file: "aegis-repo/2fas_authenticator_encrypted_v3.2fas",
        format: "2fas",
        password: Some("test"),
        accounts: SIX,
    },
    Peer {
        file: "aegis-repo/2fas_authenticator_plain_v4.2fas",
        format: "2fas",
        password: None,
        accounts: &[DENO, ISSUU, AIR_CANADA, WWE, BOEING],
    },
    Peer {
        file: "aegis-repo/2fas_authenticator_encrypted_v4.2fas",
        format: "2fas",
        password: Some("test"),
        accounts: &[DENO, ISSUU, AIR_CANADA, WWE, BOEING],
    },
    Peer {
        file: "aegis-repo/ente_auth.txt",
        format: "ente",
        password: None,
        accounts: &[AIR_CANADA, AIRBNB, BOEING, DENO, ISSUU, SPDX, WWE],
    },
    Peer {
        file: "proton-repo/encrypted.lowcomplexity.txt",
        format: "ente",
        password: Some("password"),
        accounts: &[
            "dfdf|adfasdf|hotp|ASDFADA|SHA1|6|#1",
            "issuertest|accountest|totp|SECRETDATA|SHA256|6|30",
            "steam|steam|steam|AAAAAAAA|SHA1|5|30",
        ],
    },
    Peer {
        file: "aegis-repo/bitwarden.json",
        format: "bitwarden",
        password: None,
        accounts: &[
            DENO,
            SPDX,
            AIRBNB,
            "Test Steam||steam|JRZCL47CMXVOQMNPZR2F7J4RGI|SHA1|5|30",
        ],
    },
    Peer {
        file: "aegis-repo/bitwarden.csv",
        format: "bitwarden",
        password: None,
        accounts: &[
            DENO,
            SPDX,
            AIRBNB,
            "Test 4||steam|JRZCL47CMXVOQMNPZR2F7J4RGI|SHA1|5|30",
        ],
    },
    Peer {
        file: "stratum-repo/bitwarden.encrypted.pbkdf2.json",
        format: "bitwarden",
        password: Some("rud9^5S6$^Ewmr%d"),
        accounts: &[
            "Long|Period|totp|JGRMXBLPPYQIFMRBFQDHNP3MPPYQYNUN|SHA1|6|60",
            "Many|Digits|totp|WEV2GHDH4EAU7D5SZGCIQOFBNQ35EHBS|SHA1|9|30",
            "NoIssuer|NoIssuer|totp|KY2QJPMNQLSGSZE2C5F7AYBLBVEEDHFX|SHA1|6|30",
            "Secret|Only|totp|JOR2VZXMNHACFNLRAOACFFRDRYAOFMLB|SHA1|6|30",
            "Sha|256|totp|RJNZJM7PAGJUBG32XHQWHFZVLYOMGIUQ|SHA256|6|30",
            "Sha|512|totp|UW33SR5O4EKTDXNCBBS5FSPUKAYXIWOH|SHA512|6|30",
            "Standard|Totp|totp|54VEGZFJHM3BGDONFERMPUOKNGDJETGM|SHA1|6|30",
            "Steam|john@example.com|steam|GJD4ZX3RQMLCAXKCT7GGQ4U27VN4FPK6|SHA1|5|30",
        ],
    },
    Peer {
        file: "aegis-repo/proton_authenticator.json",
        format: "proton-authenticator",
        password: None,
        accounts: &[DENO, SPDX, AIRBNB],
    },
    Peer {
        file: "ente-repo/proton_authenticator_backup_encrypted_1231246.json",
        format: "proton-authenticator",
        password: Some("1231246"),
        accounts: &[
            ".env|example@ente.io|totp|MI4GCOJSGIZTKLJSGMZWKLJUGEZDQLJYG5STILJSMUYDIYTCMQ3TSOJRGI|SHA1|6|30",
            "/e/|cool@ente.com|totp|554VBDOGJRLDG2JV|SHA1|6|30",
            "ente|simple@ente.sh|totp|PIBTGMBYQYVSLN5PVZYQUTKYHOBRYYT7|SHA1|6|30",
            "reddit|r@ente.com|totp|J4YFC3TZKVYWCVCNIVBWIV2GHFAXUNDF|SHA1|6|30",
        ],
    },
    Peer {
        file: "aegis-repo/andotp_plain.json",
        format: "andotp",
        password: None,
        accounts: SEVEN,
    },
    Peer {
        file: "aegis-repo/andotp_encrypted.bin",
        format: "andotp",
        password: Some("test"),
        accounts: SEVEN,
    },
    Peer {
        file: "aegis-repo/andotp_encrypted_old.bin",
        format: "andotp",
        password: Some("test"),
        accounts: SIX,
    },
    Peer {
        file: "aegis-repo/freeotp_plus.json",
        format: "freeotp-plus",
        password: None,
        accounts: &[WWE, AIR_CANADA, ISSUU, AIRBNB, SPDX, DENO],
    },
    Peer {
        file: "aegis-repo/stratum_plain.json",
        format: "stratum",
        password: None,
        accounts: SEVEN,
    },
    Peer {
        file: "aegis-repo/stratum_encrypted.bin",
        format: "stratum",
        password: Some("test"),
        accounts: SEVEN,
    },
    Peer {
        file: "aegis-repo/stratum_encrypted_legacy.bin",
        format: "stratum",
        password: Some("test"),
        accounts: SEVEN,
    },
];

/// `Acme|me|totp|JBSWY3DP|SHA1|6|30`: names, type, key, hash, digits, and what moves it on.
fn row(account: &Candidate) -> String {
    let kind = &account.key.kind;
    let moves = match (kind.period(), kind.counter()) {
        (Some(period), _) => period.to_string(),
        (None, counter) => format!("#{}", counter.unwrap_or_default()),
    };
    format!(
        "{}|{}|{}|{}|{}|{}|{moves}",
        account.issuer,
        account.account,
        kind.type_name(),
        *account.key.to_text(),
        kind.algorithm_name(),
        kind.digits(),
    )
}

/// Written past the test harness, which swallows what a passing test prints.
fn not_run(what: &str) {
    let line = format!("\nnot run: {what}\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
}

fn bytes(file: &str) -> Option<Vec<u8>> {
    let Some(folder) = std::env::var_os("KEYTICK_PEER_FIXTURES") else {
        not_run(&format!("{file} (KEYTICK_PEER_FIXTURES is not set)"));
        return None;
    };
    let path = PathBuf::from(folder).join("import").join(file);
    match std::fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            not_run(&format!("{} ({error})", path.display()));
            None
        }
    }
}

/// Reads a file by another name, since formats are told apart by content.
fn read(bytes: &[u8], password: Option<&str>) -> FileRead {
    let file = File {
        name: "file.xyz".to_owned(),
        bytes: bytes.to_vec().into(),
    };
    let mut read = keytick_formats::read(&[file], None, &mut Reading::new(password));
    assert_eq!(read.len(), 1);
    read.remove(0)
}

fn check(peer: &Peer) {
    let Some(bytes) = bytes(peer.file) else {
        return;
    };
    let opened = read(&bytes, peer.password);
    let format = opened.format.map(|format| format.id);
    assert_eq!(format, Some(peer.format), "{}", peer.file);
    let import = opened
        .result
        .unwrap_or_else(|error| panic!("{}: {error}", peer.file));
    assert_eq!(import.skipped, [], "{}", peer.file);
    let rows: Vec<String> = import.accounts.iter().map(row).collect();
    assert_eq!(rows, peer.accounts, "{}", peer.file);
    if peer.password.is_some() {
        let refused = [None, Some("wrong")].map(|password| read(&bytes, password).result.err());
        let reasons = [Some(Error::PasswordNeeded), Some(Error::WrongPassword)];
        assert_eq!(refused, reasons, "{}", peer.file);
    }
}

#[test]
fn backups_of_other_programs() {
    for peer in PEERS.iter().chain(managers::PEERS) {
        check(peer);
    }
}

/// One of its eight keys is broken on purpose.
#[test]
fn an_archive_of_proton_pass_gives_every_key_but_the_broken_one() {
    let Some(bytes) = bytes("proton-repo/PassExport.zip") else {
        return;
    };
    let opened = read(&bytes, None);
    assert_eq!(opened.format.map(|format| format.id), Some("proton-pass"));
    let import = opened.result.expect("it is not locked");
    let rows: Vec<String> = import.accounts.iter().map(row).collect();
    assert_eq!(
        rows,
        [
            "Main TOTP (only secret)|ausername|totp|K5UHSIDBOJSSA6LPOUQHAZLFNNUW4ZY|SHA1|6|30",
            "MYISSUER|MYLABEL|totp|JV4VGZLDOJSXIMJSGM2DKNQ|SHA256|8|15",
            "Only custom fields|Proton Pass|totp|IN2XG5DPNVDGSZLMMQYQ|SHA1|6|30",
            "Only custom fields|Proton Pass|totp|IN2XG5DPNVDGSZLMMQZA|SHA1|6|30",
            "Main TOTP and custom fields|Proton Pass|totp|JVQWS3SUJ5KFA|SHA1|6|30",
            "Main TOTP and custom fields|Proton Pass|totp|IN2XG5DPNVDGSZLMMQYQ|SHA1|6|30",
            "Main TOTP and custom fields|Proton Pass|totp|IN2XG5DPNVDGSZLMMQZA|SHA1|6|30",
        ]
    );
    let skipped: Vec<_> = import
        .skipped
        .iter()
        .map(|skipped| skipped.reason.id())
        .collect();
    assert_eq!(skipped, ["otp-secret-missing"]);
}
