//! Merging payloads one after the other, as a vault asks for that lies in several copies.

use zeroize::Zeroizing;

use crate::collection::Accounts;
use crate::error::Error;

/// Merges that belong together.
#[derive(Debug)]
pub struct Joining {
    second: String,
    second_keys: usize,
}

impl Joining {
    /// `second` are the words of [`Accounts::merge`]: the same on all computers, whatever
    /// language they speak, since all must come to the same names.
    #[must_use]
    pub fn new(second: String) -> Self {
        Self {
            second,
            second_keys: 0,
        }
    }

    /// Makes one payload of two. `base` is the one that both came from, if it is known.
    ///
    /// # Errors
    /// Those of [`Accounts::merge_payloads`].
    pub fn join(
        &mut self,
        base: Option<&[u8]>,
        ours: &[u8],
        theirs: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Error> {
        let merged = Accounts::merge_payloads(base, ours, theirs, &self.second)?;
        self.second_keys += merged.second_keys.len();
        Ok(merged.accounts.to_payload())
    }

    /// How many accounts were made because one had another key in each copy: they are for a
    /// person to settle.
    #[must_use]
    pub fn second_keys(&self) -> usize {
        self.second_keys
    }
}
