//! Key slots: each holds the vault's key, wrapped under a key that comes from a password, a
//! recovery key or the system's keychain.
//!
//! AES-GCM does not commit to its key, so a slot also holds a commitment: it tells a wrong
//! password exactly, and before anything is decrypted.

use subtle::ConstantTimeEq;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::cipher::{self, NONCE, TAG};
use crate::fault::Fault;
use crate::fields::{Fields, hex};
use crate::kdf::KdfCost;
use crate::keys::{Key, derive_pair};
use crate::random::{self, Random};
use crate::{Error, frame, header};

/// The version of the slot layout in the wrapped key's associated data. A later major
/// version of the file keeps its slots, since only the holder of a password could rewrap
/// them.
const LAYOUT: u16 = 1;
const WRAPPED: usize = 32 + TAG;
const INFO: &[u8] = b"slot/1";
const ARGON2_VERSION: u32 = 19;

/// What opens a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SlotKind {
    /// The password.
    Password,
    /// The recovery key.
    Recovery,
    /// A random key that the operating system's keychain keeps.
    OsKeychain,
    /// A security key's hmac-secret extension: reserved, not opened by this version.
    Fido2HmacSecret,
    /// A type that this version does not know. Such slots are kept as they are.
    Other(String),
}

impl SlotKind {
    /// The type's name in the file, for example `os-keychain`.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Password => "password",
            Self::Recovery => "recovery",
            Self::OsKeychain => "os-keychain",
            Self::Fido2HmacSecret => "fido2-hmac-secret",
            Self::Other(name) => name,
        }
    }

    fn from_name(name: String) -> Self {
        match name.as_str() {
            "password" => Self::Password,
            "recovery" => Self::Recovery,
            "os-keychain" => Self::OsKeychain,
            "fido2-hmac-secret" => Self::Fido2HmacSecret,
            _ => Self::Other(name),
        }
    }

    /// The number of the type in the associated data, for the types that this version opens.
    fn code(&self) -> Option<u16> {
        match self {
            Self::Password => Some(1),
            Self::Recovery => Some(2),
            Self::OsKeychain => Some(3),
            Self::Fido2HmacSecret | Self::Other(_) => None,
        }
    }
}

/// How a slot's secret becomes a key.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kdf {
    /// For passwords: slow on purpose.
    Argon2id { cost: KdfCost, salt: [u8; 32] },
    /// For keys that are random already.
    Hkdf { salt: [u8; 32] },
}

/// A slot as it stands in a header.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub(crate) id: u32,
    pub(crate) kind: SlotKind,
    /// Every field as read, the unknown ones too.
    fields: Fields,
    /// What is needed to open it; none for the types that this version does not open.
    sealed: Option<Sealed>,
}

#[derive(Clone, Debug)]
struct Sealed {
    code: u16,
    kdf: Kdf,
    commit: [u8; 32],
    nonce: [u8; NONCE],
    wrapped: [u8; WRAPPED],
}

/// What trying a secret on a slot gave.
pub(crate) enum Tried {
    /// The vault's key.
    Opened(Key),
    /// The secret is not this slot's.
    WrongSecret,
    /// The secret is right, but what it should open was changed.
    Tampered,
}

impl Kdf {
    pub(crate) fn argon2id(cost: KdfCost, random: Random) -> Result<Self, Error> {
        let salt = random::generate(random)?;
        Ok(Self::Argon2id { cost, salt })
    }

    pub(crate) fn hkdf(random: Random) -> Result<Self, Error> {
        let salt = random::generate(random)?;
        Ok(Self::Hkdf { salt })
    }

    /// The key that wraps the vault's key, and the commitment. Slow for Argon2id.
    fn derive(&self, secret: &[u8], code: u16) -> Result<(Key, [u8; 32]), Fault> {
        let info = [INFO, &code.to_be_bytes()].concat();
        Ok(match self {
            Self::Argon2id { cost, salt } => {
                let slow = stretch(*cost, secret, salt)?;
                derive_pair(slow.as_bytes(), salt, &info)
            }
            Self::Hkdf { salt } => derive_pair(secret, salt, &info),
        })
    }

    fn read(fields: &Fields) -> Result<Self, String> {
        let name: String = fields.get("name")?;
        let salt = fields.hex("salt")?;
        match name.as_str() {
            "argon2id" => {
                if fields.get::<u32>("v")? != ARGON2_VERSION {
                    return Err("v is not 19".to_owned());
                }
                let cost = KdfCost {
                    memory_kib: fields.get("m")?,
                    passes: fields.get("t")?,
                    lanes: fields.get("p")?,
                };
                Ok(Self::Argon2id { cost, salt })
            }
            "hkdf-sha256" => Ok(Self::Hkdf { salt }),
            _ => Err("an unknown key derivation".to_owned()),
        }
    }

    fn write(&self) -> Fields {
        let mut fields = Fields::default();
        match self {
            Self::Argon2id { cost, salt } => {
                fields.set("name", &"argon2id");
                fields.set("v", &ARGON2_VERSION);
                fields.set("m", &cost.memory_kib);
                fields.set("t", &cost.passes);
                fields.set("p", &cost.lanes);
                fields.set("salt", &hex(salt));
            }
            Self::Hkdf { salt } => {
                fields.set("name", &"hkdf-sha256");
                fields.set("salt", &hex(salt));
            }
        }
        fields
    }
}

/// A slot's key, derived and ready to wrap the vault's key: making it is the slow part of
/// making a slot, and needs neither the vault's key nor its lock.
#[derive(Clone)]
pub(crate) struct Prepared {
    kind: SlotKind,
    code: u16,
    kdf: Kdf,
    key: Key,
    commit: [u8; 32],
}

impl Prepared {
    pub(crate) fn new(kind: SlotKind, kdf: Kdf, secret: &[u8]) -> Result<Self, Fault> {
        let code = kind
            .code()
            .expect("only slots that this version opens are made");
        let (key, commit) = kdf.derive(secret, code)?;
        Ok(Self {
            kind,
            code,
            kdf,
            key,
            commit,
        })
    }

    /// Wraps the vault's key: the new slot, in the place of `old` with what that had besides.
    pub(crate) fn wrap(
        self,
        id: u32,
        generation: u64,
        vault_id: Uuid,
        vault_key: &Key,
        old: Option<&Slot>,
        random: Random,
    ) -> Result<Slot, Error> {
        let nonce = random::generate(random)?;
        let mut wrapped = [0; WRAPPED];
        let (text, tag) = wrapped.split_at_mut(32);
        text.copy_from_slice(vault_key.as_bytes());
        let aad = associated_data(vault_id, id, self.code, &self.kdf);
        tag.copy_from_slice(&cipher::encrypt(&self.key, &nonce, &aad, text));
        let mut wrap = Fields::default();
        wrap.set("nonce", &hex(&nonce));
        wrap.set("ct", &hex(&wrapped));
        let mut fields = old.map_or_else(Fields::default, |slot| slot.fields.clone());
        fields.set("id", &id);
        fields.set("type", &self.kind.name());
        fields.set("created_gen", &generation);
        fields.set("kdf", &self.kdf.write());
        fields.set("commit", &hex(&self.commit));
        fields.set("wrap", &wrap);
        let sealed = Sealed {
            code: self.code,
            kdf: self.kdf,
            commit: self.commit,
            nonce,
            wrapped,
        };
        Ok(Slot {
            id,
            kind: self.kind,
            fields,
            sealed: Some(sealed),
        })
    }
}

impl Slot {
    /// Reads a slot and checks its limits; nothing is derived or allocated for it yet.
    pub(crate) fn read(fields: Fields) -> Result<Self, Fault> {
        let (id, kind) = read_name(&fields).map_err(Fault::header)?;
        let sealed = match kind.code() {
            Some(code) => Some(Sealed::read(&kind, code, &fields)?),
            None => None,
        };
        Ok(Self {
            id,
            kind,
            fields,
            sealed,
        })
    }

    /// The slot as it goes into a header.
    pub(crate) fn fields(&self) -> &Fields {
        &self.fields
    }

    /// The cost of trying a password on it.
    pub(crate) fn cost(&self) -> Option<KdfCost> {
        match self.sealed.as_ref()?.kdf {
            Kdf::Argon2id { cost, .. } => Some(cost),
            Kdf::Hkdf { .. } => None,
        }
    }

    /// Whether this is the slot's secret, without opening it.
    pub(crate) fn accepts(&self, secret: &[u8]) -> bool {
        let derived = self.sealed.as_ref().and_then(|sealed| {
            let (_, commit) = sealed.kdf.derive(secret, sealed.code).ok()?;
            Some(bool::from(commit.ct_eq(&sealed.commit)))
        });
        derived.unwrap_or(false)
    }

    /// What tells the slot's secret from others, if this version opens the slot.
    pub(crate) fn commitment(&self) -> Option<[u8; 32]> {
        Some(self.sealed.as_ref()?.commit)
    }

    /// Tries a secret. Slow for a password.
    pub(crate) fn try_secret(&self, vault_id: Uuid, secret: &[u8]) -> Result<Tried, Fault> {
        let Some(sealed) = &self.sealed else {
            return Ok(Tried::WrongSecret);
        };
        let (key, commit) = sealed.kdf.derive(secret, sealed.code)?;
        if !bool::from(commit.ct_eq(&sealed.commit)) {
            return Ok(Tried::WrongSecret);
        }
        let aad = associated_data(vault_id, self.id, sealed.code, &sealed.kdf);
        let unwrapped = Key::filled(|out| {
            let mut buffer = Zeroizing::new(sealed.wrapped);
            cipher::decrypt(&key, &sealed.nonce, &aad, buffer.as_mut_slice())?;
            out.copy_from_slice(&buffer[..32]);
            Ok::<_, cipher::NotAuthentic>(())
        });
        Ok(unwrapped.map_or(Tried::Tampered, Tried::Opened))
    }
}

/// A slot's id and type.
pub(crate) fn read_name(fields: &Fields) -> Result<(u32, SlotKind), String> {
    let id = fields.get("id")?;
    let name: String = fields.get("type")?;
    if id == 0 || name.is_empty() || name.len() > 64 {
        return Err("a slot without a usable id or type".to_owned());
    }
    Ok((id, SlotKind::from_name(name)))
}

impl Sealed {
    fn read(kind: &SlotKind, code: u16, fields: &Fields) -> Result<Self, Fault> {
        let read = || -> Result<Self, String> {
            if header::number(fields, "created_gen")? == 0 {
                return Err("created_gen is zero".to_owned());
            }
            let wrap: Fields = fields.get("wrap")?;
            Ok(Self {
                code,
                kdf: Kdf::read(&fields.get("kdf")?)?,
                commit: fields.hex("commit")?,
                nonce: wrap.hex("nonce")?,
                wrapped: wrap.hex("ct")?,
            })
        };
        let sealed = read().map_err(Fault::slot)?;
        match (kind, sealed.kdf) {
            (SlotKind::Password, Kdf::Argon2id { cost, .. }) => cost.check_limits()?,
            (SlotKind::Recovery | SlotKind::OsKeychain, Kdf::Hkdf { .. }) => {}
            _ => return Err(Fault::slot("a key derivation of another slot type")),
        }
        Ok(sealed)
    }
}

/// What the wrapped key is bound to, as numbers of fixed width: JSON text has more than one
/// form for the same number.
fn associated_data(vault_id: Uuid, id: u32, code: u16, kdf: &Kdf) -> Vec<u8> {
    let (number, v, m, t, p, salt) = match kdf {
        Kdf::Argon2id { cost, salt } => (
            1_u16,
            ARGON2_VERSION,
            cost.memory_kib,
            cost.passes,
            cost.lanes,
            salt,
        ),
        Kdf::Hkdf { salt } => (2, 0, 0, 0, 0, salt),
    };
    [
        frame::MAGIC.as_slice(),
        &LAYOUT.to_be_bytes(),
        vault_id.as_bytes(),
        &id.to_be_bytes(),
        &code.to_be_bytes(),
        &number.to_be_bytes(),
        &v.to_be_bytes(),
        &m.to_be_bytes(),
        &t.to_be_bytes(),
        &p.to_be_bytes(),
        salt,
    ]
    .concat()
}

/// The slow part of a password slot's key.
#[cfg(not(test))]
fn stretch(cost: KdfCost, secret: &[u8], salt: &[u8; 32]) -> Result<Key, Fault> {
    cost.derive(secret, salt)
}

#[cfg(test)]
use crate::remembered::derive as stretch;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_the_names_of_the_format() {
        for (kind, name) in [
            (SlotKind::Password, "password"),
            (SlotKind::Recovery, "recovery"),
            (SlotKind::OsKeychain, "os-keychain"),
            (SlotKind::Fido2HmacSecret, "fido2-hmac-secret"),
            (SlotKind::Other("tpm".to_owned()), "tpm"),
        ] {
            assert_eq!(kind.name(), name);
            assert_eq!(SlotKind::from_name(name.to_owned()), kind);
        }
    }
}
