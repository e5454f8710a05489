//! The end of a session. The keys go first and wait for no disk; what is written afterwards was
//! sealed before.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use keytick_vault::{SealedFile, Spare};

use super::{Open, USAGE, stamp};

/// How long the keys stay for a look at the vault's file. A drive that takes longer may not
/// answer at all: what is open is sealed then, in case another file is in its place.
const LOOK: Duration = Duration::from_millis(2);

/// What is left to write when the keys are gone.
pub struct Rest {
    spare: Option<Spare>,
    /// Nothing was refused: an older copy is not made again where it is gone.
    may_be_made_again: bool,
    is_kept_beside: bool,
    usage: Option<SealedFile>,
}

impl Open {
    /// Ends the session: the key of the secrets goes first, then all the rest.
    #[must_use]
    pub fn close(mut self) -> Rest {
        let spare = self.forget_secrets();
        Rest {
            spare,
            may_be_made_again: self.may_change().is_ok(),
            is_kept_beside: self.kept_beside().is_some(),
            usage: self.sealed_usage(),
        }
    }

    /// Destroys the key of the secrets, after sealing them if the vault's file may not be in its
    /// place: what is in memory may be all there is then.
    fn forget_secrets(&mut self) -> Option<Spare> {
        let look = self.vault.look();
        let spare = match is_soon(move || look.is_in_place()) {
            true => None,
            false => {
                let payload = self.accounts.to_payload();
                self.vault.spare(&stamp(self.device), &payload).ok()
            }
        };
        self.safe.forget();
        spare
    }

    fn sealed_usage(&self) -> Option<SealedFile> {
        let is_due = self.unsaved_uses > 0;
        let bytes = is_due.then(|| self.usage.to_bytes())?;
        self.vault.seal_file(USAGE, &bytes).ok()
    }
}

impl Rest {
    /// Writes what is to be written, for as long as the disk takes. What cannot be written is
    /// told by what is then there to open.
    pub fn write(self) {
        if let Some(spare) = self.spare {
            let is_made = self.may_be_made_again && spare.make_again().is_ok();
            if !is_made && !self.is_kept_beside {
                let _told_later = spare.keep_beside();
            }
        }
        if let Some(usage) = self.usage {
            let _only_counts = usage.write();
        }
    }
}

/// Whether this is so, as far as can be told in the time that there is for it.
fn is_soon(look: impl FnOnce() -> bool + Send + 'static) -> bool {
    let (tell, told) = mpsc::sync_channel(1);
    let looking = thread::Builder::new().spawn(move || {
        let _too_late = tell.send(look());
    });
    looking.is_ok() && told.recv_timeout(LOOK) == Ok(true)
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::Instant;

    use keytick_accounts::{Accounts, Edit};
    use keytick_otp::KeyUri;
    use keytick_vault::{Credential, KdfCost, LockedVault, Password, RecoveryKey, Vault};
    use zeroize::Zeroizing;

    use super::*;

    const DEVICE: [u8; 8] = [7; 8];

    #[test]
    fn a_drive_that_does_not_answer_is_not_waited_for() {
        let (answer, never) = mpsc::channel::<()>();
        assert!(!is_soon(move || never.recv().is_err()));
        drop(answer);
    }

    /// Not in every run, since nothing can be said of a time on a busy machine: how long the key
    /// of 1,000 secrets stays, and all the rest.
    #[test]
    fn how_long_the_keys_stay() {
        if std::env::var_os("KEYTICK_MEASURE").is_none() {
            eprintln!("not run: KEYTICK_MEASURE is not set");
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vault.keytick");
        let recovery = vault_of(1_000, &path);
        let bytes = std::fs::read(&path).unwrap();
        for file in ["in its place", "gone"] {
            let mut sealed = 0;
            let times = (0..21).map(|_| {
                std::fs::write(&path, &bytes).unwrap();
                let mut open = open(&path, &recovery);
                if file == "gone" {
                    std::fs::remove_file(&path).unwrap();
                }
                let start = Instant::now();
                let spare = open.forget_secrets();
                let key = start.elapsed();
                drop(open);
                // On a busy machine also where the file is in its place.
                sealed += usize::from(spare.is_some());
                [key, start.elapsed()]
            });
            let times: Vec<[Duration; 2]> = times.collect();
            eprintln!("{file}: {sealed} of 21 times it was sealed before");
            for (number, what) in ["the key of the secrets", "the rest"].iter().enumerate() {
                let mut times: Vec<Duration> = times.iter().map(|it| it[number]).collect();
                times.sort_unstable();
                let (median, most) = (times[10], times[20]);
                eprintln!("{file}: {what} is gone after {median:?}, at most {most:?}");
            }
        }
    }

    fn vault_of(count: usize, path: &Path) -> RecoveryKey {
        let candidates = (0..count).map(|number| {
            let key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
            let uri = format!("otpauth://totp/Site{number}:x?secret={key}");
            KeyUri::parse(&uri).unwrap().into()
        });
        let mut accounts = Accounts::new();
        let mut edit = Edit {
            now_ms: 1_790_000_000_000,
            device: DEVICE,
            random: &mut |bytes| getrandom::fill(bytes).unwrap(),
        };
        accounts.add(candidates.collect(), &mut edit).unwrap();
        let password = Password::new(Zeroizing::new("a password".to_owned())).unwrap();
        let (cost, stamp) = (KdfCost::cheap(), stamp(DEVICE));
        let made = Vault::create(path, &password, cost, &accounts.to_payload(), &stamp);
        made.unwrap().new_recovery_key(&stamp).unwrap()
    }

    fn open(path: &Path, recovery: &RecoveryKey) -> Open {
        let locked = LockedVault::open(path).unwrap();
        let (vault, payload) = locked.unlock(Credential::Recovery(recovery)).unwrap();
        Open::new(vault, &payload, DEVICE, None).unwrap()
    }
}
