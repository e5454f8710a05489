//! How an Aegis file is locked. A random master key encrypts the database. Each slot holds
//! that key again, encrypted under a password or under a key that never leaves a phone.
//!
//! Everything is encrypted with AES-256-GCM, its tag kept apart; passwords become keys by
//! scrypt. Bytes are hexadecimal, only the database is base64.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::json::List;
use crate::{Error, Kdf, Reading, Writing, cipher, encoding, entries};

/// The top of a file. Both are `null` in a plain one.
#[derive(Deserialize)]
pub(super) struct Header<'a> {
    #[serde(borrow, default)]
    slots: List<'a>,
    #[serde(default)]
    params: Option<Params>,
}

/// What goes with each thing that is encrypted.
#[derive(Deserialize, Serialize)]
struct Params {
    nonce: String,
    tag: String,
}

/// A slot for a password. Slots of other types lack the parameters of scrypt.
#[derive(Deserialize, Serialize)]
struct PasswordSlot {
    #[serde(rename = "type")]
    slot_type: u8,
    #[serde(default, skip_deserializing)]
    uuid: String,
    key: String,
    key_params: Params,
    #[serde(default = "default_n")]
    n: u64,
    #[serde(default = "default_r")]
    r: u32,
    #[serde(default = "default_p")]
    p: u32,
    salt: String,
    /// Whether it was made by a version that encodes long passwords rightly.
    #[serde(default, skip_deserializing)]
    repaired: bool,
    /// Whether its password is one for backups alone.
    #[serde(default, skip_deserializing)]
    is_backup: bool,
}

const PASSWORD: u8 = 1;

fn default_n() -> u64 {
    1 << 15
}

fn default_r() -> u32 {
    8
}

fn default_p() -> u32 {
    1
}

type Key = Zeroizing<[u8; 32]>;

/// Opens the database.
pub(super) fn open(
    header: &Header,
    db: &str,
    reading: &Reading,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let params = header
        .params
        .as_ref()
        .ok_or(Error::Damaged { what: "params" })?;
    let master = master_key(header, reading)?;
    let sealed = encoding::from_base64(db, "db")?;
    params
        .open(&master, &sealed)?
        .ok_or(Error::Damaged { what: "db" })
}

/// Tries every slot for a password: there may be one for backups alone beside the main one.
fn master_key(header: &Header, reading: &Reading) -> Result<Key, Error> {
    const MAX_SLOTS: usize = 32;
    let slots: Vec<PasswordSlot> = entries::readable(&header.slots)
        .filter(|slot: &PasswordSlot| slot.slot_type == PASSWORD)
        .take(MAX_SLOTS)
        .collect();
    if slots.is_empty() {
        return Err(Error::Closed {
            id: "formats-aegis-no-password",
        });
    }
    let password = reading.password()?;
    for slot in &slots {
        if let Some(key) = slot.open(password, reading)? {
            return Ok(key);
        }
    }
    Err(Error::WrongPassword)
}

impl PasswordSlot {
    /// The master key, if it is this slot's password.
    fn open(&self, password: &str, reading: &Reading) -> Result<Option<Key>, Error> {
        let kdf = Kdf::Scrypt {
            n: self.n,
            r: self.r,
            p: self.p,
        };
        let salt = encoding::from_hex(&self.salt, "slots")?;
        let sealed = encoding::from_hex(&self.key, "slots")?;
        let mut derived = Key::default();
        reading.derive(&kdf, password.as_bytes(), &salt, &mut *derived)?;
        let Some(opened) = self.key_params.open(&derived, &sealed)? else {
            return Ok(None);
        };
        let key = encoding::exactly(&opened, "slots")?;
        Ok(Some(Zeroizing::new(*key)))
    }
}

impl Params {
    /// None if it is not the key.
    fn open(&self, key: &Key, sealed: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
        let nonce = encoding::from_hex(&self.nonce, "nonce")?;
        let nonce = encoding::exactly(&nonce, "nonce")?;
        let tag = encoding::from_hex(&self.tag, "tag")?;
        let sealed = [sealed, &tag].concat();
        Ok(cipher::open_gcm(key, nonce, &[], &sealed).ok())
    }

    /// The encrypted bytes, and what goes with them.
    fn seal(key: &Key, bytes: &[u8], writing: &mut Writing) -> (Vec<u8>, Self) {
        const TAG_BYTES: usize = 16;
        let nonce: [u8; 12] = writing.random();
        let mut sealed = cipher::seal_gcm(key, &nonce, &[], bytes);
        let tag = sealed.split_off(sealed.len() - TAG_BYTES);
        let params = Self {
            nonce: encoding::to_hex(&nonce),
            tag: encoding::to_hex(&tag),
        };
        (sealed, params)
    }
}

/// The top of a file that is written.
#[derive(Default, Serialize)]
pub(super) struct NewHeader {
    slots: Option<[PasswordSlot; 1]>,
    params: Option<Params>,
}

/// Locks the database with a password, as Aegis does by default: the header, and the base64.
pub(super) fn lock(
    db: &[u8],
    password: &str,
    writing: &mut Writing,
) -> Result<(NewHeader, String), Error> {
    let (n, r, p) = (default_n(), default_r(), default_p());
    let salt: [u8; 32] = writing.random();
    let mut derived = Key::default();
    let kdf = Kdf::Scrypt { n, r, p };
    writing.derive(&kdf, password.as_bytes(), &salt, &mut *derived)?;

    let master = Key::new(writing.random());
    let (key, key_params) = Params::seal(&derived, &*master, writing);
    let (sealed, params) = Params::seal(&master, db, writing);
    let slot = PasswordSlot {
        slot_type: PASSWORD,
        uuid: entries::random_uuid(writing),
        key: encoding::to_hex(&key),
        key_params,
        n,
        r,
        p,
        salt: encoding::to_hex(&salt),
        repaired: true,
        is_backup: false,
    };
    let header = NewHeader {
        slots: Some([slot]),
        params: Some(params),
    };
    Ok((header, encoding::to_base64(&sealed)))
}
