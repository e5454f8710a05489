//! The names of the steps at which the operating system can refuse something.

/// The moments at which the operating system can refuse something: the steps of reading
/// and of saving, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Opening and reading the vault file.
    Read,
    /// Making the folder of a new vault.
    CreateFolder,
    /// Opening and locking the side lock file.
    Lock,
    /// Making the temporary file.
    CreateTemp,
    /// Writing the new bytes into it.
    WriteTemp,
    /// Waiting until the disk has the temporary file.
    SyncTemp,
    /// Reading the temporary file again to check it.
    ReadBack,
    /// Keeping the generation before as a backup.
    Backup,
    /// Putting the temporary file in the vault's place.
    Replace,
    /// Waiting until the disk has the new folder entry.
    SyncFolder,
}

impl Step {
    /// The step's stable name, for example `sync-temp`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::CreateFolder => "create-folder",
            Self::Lock => "lock",
            Self::CreateTemp => "create-temp",
            Self::WriteTemp => "write-temp",
            Self::SyncTemp => "sync-temp",
            Self::ReadBack => "read-back",
            Self::Backup => "backup",
            Self::Replace => "replace",
            Self::SyncFolder => "sync-folder",
        }
    }
}
