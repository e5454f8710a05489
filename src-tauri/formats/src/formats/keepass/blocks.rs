//! The content of a KDBX 4 file in blocks, each with a check before anything is decrypted.

use hmac::Mac;
use zeroize::Zeroizing;

use super::cursor::{Cursor, put_sized};
use super::key::Keys;
use crate::Error;

/// As KeePass cuts them.
const BLOCK: usize = 1024 * 1024;

/// The content of the blocks together.
///
/// # Errors
/// [`Error::Damaged`] for a block whose check fails, and where the empty last one is missing.
pub(super) fn join(bytes: &[u8], keys: &Keys) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut cursor = Cursor::new(bytes, "content");
    let mut content = Zeroizing::new(Vec::with_capacity(bytes.len()));
    for block in 0_u64.. {
        let found: [u8; 32] = cursor.array()?;
        let data = cursor.sized()?;
        check(keys, block, data)
            .verify_slice(&found)
            .map_err(|_| cursor.damaged())?;
        if data.is_empty() {
            break;
        }
        content.extend(data);
    }
    Ok(content)
}

/// Cuts `content` into blocks.
pub(super) fn cut(content: &[u8], keys: &Keys) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len() + 1024);
    let blocks = content.chunks(BLOCK).chain([&[][..]]);
    for (block, data) in (0_u64..).zip(blocks) {
        out.extend(check(keys, block, data).finalize().into_bytes());
        put_sized(&mut out, data);
    }
    out
}

fn check(keys: &Keys, block: u64, data: &[u8]) -> impl Mac {
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    keys.check(block)
        .chain_update(block.to_le_bytes())
        .chain_update(length.to_le_bytes())
        .chain_update(data)
}
