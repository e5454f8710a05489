//! A PIN in place of the password, for as long as the program runs.
//!
//! While the vault is locked, its key stays in locked memory, hidden under a key that the PIN
//! gives. Nothing of it is ever written anywhere. A PIN is short: it keeps out who sits down
//! at the keyboard, not who reads the memory; and whoever asks for it has to count wrong ones.

use std::fmt;
use std::path::Path;

use zeroize::{Zeroize, Zeroizing};

use crate::error::Error;
use crate::header::Header;
use crate::keys::{Key, derive_pair};
use crate::slot::SlotKind;
use crate::{KdfCost, LockedVault, Password, Vault, random};

const SALT: usize = 32;
const INFO: &[u8] = b"pin/1";

/// What a PIN gives, without the PIN.
pub struct Pin {
    cost: KdfCost,
    salt: [u8; SALT],
    key: Key,
}

impl Pin {
    /// Stretches a PIN, which takes as long as [`KdfCost`] says. `vault` is for errors.
    ///
    /// # Errors
    /// This machine has too little memory, or gives no random numbers.
    pub fn derive(vault: &Path, pin: &Password, cost: KdfCost) -> Result<Self, Error> {
        let salt = random::generate(&mut random::system)?;
        Self::with(vault, pin, cost, salt)
    }

    fn with(vault: &Path, pin: &Password, cost: KdfCost, salt: [u8; SALT]) -> Result<Self, Error> {
        let key = cost.derive(pin.as_bytes(), &salt);
        let key = key.map_err(|fault| fault.at(vault))?;
        Ok(Self { cost, salt, key })
    }

    /// Its bytes, to be kept where the vault's own secrets are.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let KdfCost {
            memory_kib,
            passes,
            lanes,
        } = self.cost;
        let mut bytes = Zeroizing::new(Vec::with_capacity(12 + SALT + 32));
        for number in [memory_kib, passes, lanes] {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        bytes.extend_from_slice(&self.salt);
        bytes.extend_from_slice(self.key.as_bytes());
        bytes
    }

    /// A PIN from what [`Self::to_bytes`] gave; none from any other bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (numbers, rest) = bytes.split_first_chunk::<12>()?;
        let (salt, key) = rest.split_first_chunk::<SALT>()?;
        let key: &[u8; 32] = key.try_into().ok()?;
        let number = |at: usize| {
            let bytes = numbers.get(at..).and_then(<[u8]>::first_chunk::<4>);
            bytes.map(|bytes| u32::from_be_bytes(*bytes))
        };
        let cost = KdfCost {
            memory_kib: number(0)?,
            passes: number(4)?,
            lanes: number(8)?,
        };
        cost.check_limits().ok()?;
        let key = Key::filled(|out| {
            out.copy_from_slice(key);
            Ok::<_, Error>(())
        });
        Some(Self {
            cost,
            salt: *salt,
            key: key.ok()?,
        })
    }
}

/// A vault's key, hidden under a PIN.
pub struct PinLock {
    header: Header,
    cost: KdfCost,
    /// The PIN is stretched with this one.
    pin_salt: [u8; SALT],
    salt: [u8; SALT],
    /// The vault's key and what the PIN gives, as one.
    hidden: Key,
    /// What tells the right PIN.
    check: Key,
}

impl Vault {
    /// Hides the vault's key under a PIN, for when the vault is locked.
    ///
    /// # Errors
    /// The operating system gives no random numbers.
    pub fn hide_under(&self, pin: &Pin) -> Result<PinLock, Error> {
        let salt = random::generate(&mut random::system)?;
        let (mut hidden, check) = pair(&pin.key, &salt)?;
        hidden.combine(&self.key);
        Ok(PinLock {
            header: self.known.header.clone(),
            cost: pin.cost,
            pin_salt: pin.salt,
            salt,
            hidden,
            check,
        })
    }
}

impl PinLock {
    /// Whether it opens this vault, as far as can be told before the PIN: not if it is another
    /// one, or if another password was set since.
    #[must_use]
    pub fn is_for(&self, locked: &LockedVault) -> bool {
        let passwords = |header: &Header| -> Vec<_> {
            let slots = header.slots_of(&SlotKind::Password);
            slots.map(crate::slot::Slot::commitment).collect()
        };
        let found = locked.header();
        found.vault_id == self.header.vault_id && passwords(found) == passwords(&self.header)
    }

    /// Opens a vault with the PIN.
    ///
    /// # Errors
    /// [`Error::WrongPin`]; and those of a vault that has another key by now, see
    /// [`Error::class`].
    pub fn open(
        &self,
        locked: &LockedVault,
        pin: &Password,
    ) -> Result<(Vault, Zeroizing<Vec<u8>>), Error> {
        let path = &locked.info().path;
        let pin = Pin::with(path, pin, self.cost, self.pin_salt)?;
        let (mut key, check) = pair(&pin.key, &self.salt)?;
        if check != self.check {
            return Err(Error::WrongPin { path: path.clone() });
        }
        key.combine(&self.hidden);
        locked.open_with(key)
    }
}

/// What hides the vault's key, and what tells whether it is right; both in locked memory.
fn pair(pin: &Key, salt: &[u8; SALT]) -> Result<(Key, Key), Error> {
    let (mask, mut check) = derive_pair(pin.as_bytes(), salt, INFO);
    let told = Key::filled(|out| {
        out.copy_from_slice(&check);
        Ok::<_, Error>(())
    });
    check.zeroize();
    Ok((mask, told?))
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin([REDACTED])")
    }
}

impl fmt::Debug for PinLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinLock([REDACTED])")
    }
}
