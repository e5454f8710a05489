//! The accounts in a vault: their schema, search, duplicates, review, trash and undo.
//!
//! What both shells would otherwise write twice lives here. The crate opens no file, reads
//! no clock and draws no randomness of its own: a change brings them along in an [`Edit`].

#![forbid(unsafe_code)]

mod account;
mod change;
mod clock;
mod code_settings;
mod collection;
mod damaged;
mod error;
mod fold;
mod merge;
mod moves;
mod order;
mod recovery;
mod review;
mod schema;
mod search;
#[cfg(test)]
mod testing;
mod title;
mod usage;

pub use account::{Account, Candidate, Id, Origin};
pub use change::{Added, Changes, Edit, Undo};
pub use code_settings::CodeSettings;
pub use collection::{Accounts, Tag};
pub use damaged::Damaged;
pub use error::{ERROR_IDS, Error};
pub use merge::{Joining, Merged};
pub use moves::{Listed, Move, Site, SiteStep, read_list};
pub use order::Order;
pub use recovery::{
    FoundCode, FoundCodes, RecoveryCode, RecoveryCodes, TEXT_BYTES as RECOVERY_TEXT_BYTES,
    read_recovery_codes, recovery_text,
};
pub use review::{Reviewed, Status};
pub use search::{Hit, Offered};
pub use title::Title;
pub use usage::{Usage, Used};
