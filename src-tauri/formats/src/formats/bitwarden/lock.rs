//! How Bitwarden protects an export by a password. PBKDF2-HMAC-SHA-256 or Argon2id makes a key
//! from the password and the salt's text. HKDF-Expand makes of it one key for AES-256-CBC
//! and one for HMAC-SHA-256. What is encrypted is written `2.iv|ciphertext|mac`, in base64.
//!
//! [Bitwarden's description](https://bitwarden.com/help/encrypted-export/#encrypted-json-file-schemas).

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{Error, Hash, Kdf, Reading, Writing, cipher, encoding, entries};

/// The whole of a protected export.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Protected {
    encrypted: bool,
    password_protected: bool,
    salt: String,
    kdf_type: u8,
    kdf_iterations: u32,
    /// In MiB.
    kdf_memory: Option<u32>,
    kdf_parallelism: Option<u32>,
    /// Something random, by which a wrong password shows.
    #[serde(rename = "encKeyValidation_DO_NOT_EDIT")]
    validation: String,
    data: String,
}

const PBKDF2: u8 = 0;
const ARGON2ID: u8 = 1;

/// Opens the export inside.
pub(super) fn open(file: &Protected, reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (kdf, salt) = file.kdf()?;
    let mut master = Zeroizing::new([0; 32]);
    let password = reading.password()?.as_bytes();
    reading.derive(&kdf, password, &salt, &mut *master)?;
    let keys = Keys::of(&master);
    keys.open(&file.validation)?;
    keys.open(&file.data).map_err(|error| match error {
        Error::WrongPassword => Error::Damaged { what: "data" },
        other => other,
    })
}

impl Protected {
    /// The key derivation, and the salt it takes: Argon2's is the hash of the text.
    fn kdf(&self) -> Result<(Kdf, Vec<u8>), Error> {
        const KIB: u32 = 1024;
        let missing = |what| Error::Damaged { what };
        match self.kdf_type {
            PBKDF2 => {
                let kdf = Kdf::Pbkdf2 {
                    hash: Hash::Sha256,
                    rounds: self.kdf_iterations,
                };
                Ok((kdf, self.salt.clone().into_bytes()))
            }
            ARGON2ID => {
                let memory_mib = self.kdf_memory.ok_or(missing("kdfMemory"))?;
                let kdf = Kdf::Argon2 {
                    id: true,
                    memory_kib: memory_mib.saturating_mul(KIB),
                    passes: self.kdf_iterations,
                    lanes: self.kdf_parallelism.ok_or(missing("kdfParallelism"))?,
                };
                Ok((kdf, Sha256::digest(&self.salt).to_vec()))
            }
            _ => Err(missing("kdfType")),
        }
    }
}

/// What encrypts, and what authenticates.
struct Keys {
    encryption: Zeroizing<[u8; 32]>,
    mac: Zeroizing<[u8; 32]>,
}

impl Keys {
    /// HKDF-Expand ([RFC 5869](https://www.rfc-editor.org/rfc/rfc5869#section-2.3)) of one
    /// block each, which is one HMAC.
    fn of(master: &[u8; 32]) -> Self {
        let expand = |info: &[u8]| Zeroizing::new(cipher::hmac_sha256(master, &[info, &[1]]));
        Self {
            encryption: expand(b"enc"),
            mac: expand(b"mac"),
        }
    }

    /// Opens `2.iv|ciphertext|mac`.
    fn open(&self, text: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
        const DAMAGED: Error = Error::Damaged { what: "data" };
        let parts = text.strip_prefix("2.").ok_or(DAMAGED)?;
        let mut parts = parts
            .split('|')
            .map(|part| encoding::from_base64(part, "data"));
        let mut part = || parts.next().ok_or(DAMAGED)?;
        let (iv, ciphertext, mac) = (part()?, part()?, part()?);
        if !cipher::is_hmac_sha256(&*self.mac, &[&iv, &ciphertext], &mac) {
            return Err(Error::WrongPassword);
        }
        let iv = encoding::exactly(&iv, "data")?;
        cipher::open_cbc(&self.encryption, iv, &ciphertext).map_err(|_| DAMAGED)
    }

    fn seal(&self, plain: &[u8], writing: &mut Writing) -> String {
        let iv: [u8; 16] = writing.random();
        let ciphertext = cipher::seal_cbc(&self.encryption, &iv, plain);
        let mac = cipher::hmac_sha256(&*self.mac, &[&iv, &ciphertext]);
        let parts = [&iv[..], &ciphertext, &mac].map(encoding::to_base64);
        format!("2.{}", parts.join("|"))
    }
}

/// Protects an export as Bitwarden does where an account has its default settings.
pub(super) fn protect(
    export: &[u8],
    password: &str,
    writing: &mut Writing,
) -> Result<Protected, Error> {
    let salt: [u8; 16] = writing.random();
    let mut file = Protected {
        encrypted: true,
        password_protected: true,
        salt: encoding::to_base64(&salt),
        kdf_type: PBKDF2,
        kdf_iterations: 600_000,
        kdf_memory: None,
        kdf_parallelism: None,
        validation: String::new(),
        data: String::new(),
    };
    let (kdf, salt) = file.kdf()?;
    let mut master = Zeroizing::new([0; 32]);
    writing.derive(&kdf, password.as_bytes(), &salt, &mut *master)?;
    let keys = Keys::of(&master);
    let random = entries::random_uuid(writing);
    file.validation = keys.seal(random.as_bytes(), writing);
    file.data = keys.seal(export, writing);
    Ok(file)
}
