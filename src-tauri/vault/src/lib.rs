//! The encrypted file that keeps a person's accounts: keys, slots, saving.
//!
//! This crate keeps bytes. It knows nothing of accounts or codes: what it is handed as a
//! payload it gives back after the password, and it sees to it that the file on disk is at
//! every moment either the old one or the new one, whole. The file's layout is written down
//! in `FORMAT.md` beside this code, complete enough to write a reader from.
//!
//! ```no_run
//! use keytick_vault::{Credential, KdfCost, LockedVault, Password, Stamp, Vault};
//! use zeroize::Zeroizing;
//!
//! # fn main() -> Result<(), keytick_vault::Error> {
//! let path = std::path::Path::new("vault.keytick");
//! let password = Password::new(Zeroizing::new("correct horse".to_owned()))?;
//! let stamp = Stamp { now: 1_790_000_000, writer: "keytick 0.1.0".to_owned(), device: [1; 8] };
//! Vault::create(path, &password, KdfCost::FLOOR, b"{}", &stamp)?;
//!
//! let (mut vault, payload) = LockedVault::open(path)?.unlock(Credential::Password(&password))?;
//! assert_eq!(payload.as_slice(), b"{}");
//! vault.update::<keytick_vault::Error>(&stamp, |newer| {
//!     let current = newer.as_ref().unwrap_or(&payload);
//!     Ok(Zeroizing::new([current.as_slice(), b"\n"].concat()))
//! })?;
//! # Ok(())
//! # }
//! ```

#[cfg(all(feature = "cheap-kdf", not(debug_assertions)))]
compile_error!("the feature cheap-kdf is for tests and must not be in a release build");

mod ancestor;
mod ancestry;
mod backup_name;
mod backups;
mod beside;
#[cfg(all(feature = "show-key", not(debug_assertions)))]
compile_error!("the feature show-key is for tests and must not be in a release build");

mod check;
mod cipher;
mod conflict;
mod conflict_name;
mod copy;
mod create;
mod credential;
#[cfg(test)]
mod damage;
mod device;
mod disk;
mod error;
mod fault;
mod fields;
mod file;
mod frame;
mod fs;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
#[cfg(test)]
mod golden;
mod header;
mod history;
mod info;
mod kdf;
mod keys;
mod load;
mod lock;
mod locked;
mod look;
mod machine;
mod merged_slots;
mod password;
mod password_check;
mod path;
mod payload;
mod pin;
mod random;
mod recover;
mod recovery_key;
mod rekey;
#[cfg(test)]
mod remembered;
mod restore;
// Inside the crate, since the trait that it stands in for is.
#[cfg(test)]
#[path = "../tests/rig/mod.rs"]
mod rig;
mod save;
mod side_file;
mod slot;
mod spare;
mod step;
mod vault;
#[cfg(windows)]
mod windows;

pub use backups::{Backup, backups};
pub use check::Check;
pub use conflict::{Join, Left, LeftCopy, Merged, MergedCopy};
pub use copy::{seal, unseal};
pub use credential::{Credential, KeychainKey};
pub use device::device_id;
pub use error::{ERROR_IDS, Error};
pub use history::{Seen, accept, state_folder};
pub use info::{Info, SlotInfo};
pub use kdf::KdfCost;
pub use locked::LockedVault;
pub use look::Look;
pub use password::Password;
pub use password_check::{NewPassword, PasswordCheck};
pub use path::default_path;
pub use pin::{Pin, PinLock};
pub use recover::{Failure, examine, newest_good, set_aside};
pub use recovery_key::RecoveryKey;
pub use restore::{Restored, restore};
pub use side_file::SealedFile;
pub use slot::SlotKind;
pub use spare::Spare;
pub use step::Step;
pub use vault::{Stamp, Vault};
