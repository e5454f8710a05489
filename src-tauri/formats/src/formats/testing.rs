//! What this crate's tests say about what was read: one line an account, exact to the key.

use keytick_accounts::{Account, Accounts, Candidate, Edit};
use keytick_otp::KeyUri;

use crate::{Error, Format, Import, Limits, Probe, Reading, Source, Writing};

/// Reads `bytes` with a reader, without limits that matter.
pub(crate) fn read(format: &Format, bytes: &[u8], password: Option<&str>) -> Result<Import, Error> {
    assert!((format.detect)(&Probe::new(bytes)), "not recognised");
    let source = Source {
        name: "test",
        bytes,
        beside: &[],
    };
    let reader = format.read.expect("the format is read");
    let mut reading = Reading {
        limits: Limits {
            max_kdf_ms: u64::MAX,
            ..Limits::default()
        },
        ..Reading::new(password)
    };
    reader(&source, &mut reading)
}

/// `Acme|me|totp|JBSWY3DP|SHA1|6|30`: names, type, key, hash, digits, and what moves it on.
pub(crate) fn row(account: &Candidate) -> String {
    let kind = &account.key.kind;
    let moves = match (kind.period(), kind.counter()) {
        (Some(period), _) => period.to_string(),
        (None, counter) => format!("#{}", counter.unwrap_or_default()),
    };
    let pin = kind.pin().map(|pin| format!("|{}", pin.as_str()));
    format!(
        "{}|{}|{}|{}|{}|{}|{moves}{}",
        account.issuer,
        account.account,
        kind.type_name(),
        *account.key.to_text(),
        kind.algorithm_name(),
        kind.digits(),
        pin.unwrap_or_default()
    )
}

/// An account made from an address, as `change` leaves it.
pub(crate) fn account(uri: &str, change: impl FnOnce(&mut Candidate)) -> Account {
    let mut candidate = Candidate::from(KeyUri::parse(uri).expect("a good address"));
    change(&mut candidate);
    let mut accounts = Accounts::new();
    let mut edit = Edit {
        now_ms: 0,
        device: [0; 8],
        random: &mut |bytes| bytes.fill(1),
    };
    let added = accounts
        .add(vec![candidate], &mut edit)
        .expect("room for one");
    accounts.get(added.ids[0]).expect("just added").clone()
}

/// The one file that a writer makes of `accounts`, with randomness that is none.
pub(crate) fn written(format: &Format, accounts: &[&Account], password: Option<&str>) -> Vec<u8> {
    let mut next = 0_u8;
    let mut random = |bytes: &mut [u8]| {
        bytes.fill_with(|| {
            next = next.wrapping_add(1);
            next
        });
    };
    let mut writing = Writing::new(password, &mut random, 1_700_000_000);
    let writer = format.write.as_ref().expect("the format is written");
    let mut files = (writer.write)(accounts, &mut writing).expect("it is written");
    assert_eq!(files.len(), 1);
    files.remove(0).bytes.to_vec()
}

/// All accounts as [`row`]s.
pub(crate) fn rows(import: &Import) -> Vec<String> {
    import.accounts.iter().map(row).collect()
}

/// What was skipped, as `name: reason's id`.
pub(crate) fn skipped(import: &Import) -> Vec<String> {
    let skipped = import.skipped.iter();
    skipped
        .map(|skipped| format!("{}: {}", skipped.name, skipped.reason.id()))
        .collect()
}

/// Checks that a locked file asks for its password, and refuses another one.
pub(crate) fn check_lock(format: &Format, bytes: &[u8]) {
    assert_eq!(read(format, bytes, None), Err(Error::PasswordNeeded));
    assert_eq!(read(format, bytes, Some("no")), Err(Error::WrongPassword));
}

/// An SQLite database made by `sql`.
pub(crate) fn database(sql: &str) -> Vec<u8> {
    let mut connection = rusqlite::Connection::open_in_memory().expect("memory is there");
    connection
        .execute_batch(sql)
        .expect("the test's SQL is right");
    let bytes = connection.serialize("main");
    bytes.expect("a database in memory").to_vec()
}
