//! The stack that finished calls leave behind.

use zeroize::Zeroize;

/// Bytes of the stack that are wiped. The ciphers, hashes and serializers that handle keys
/// were measured to use a few kilobytes.
const DEPTH: usize = 16 << 10;

/// Wipes what finished calls left on the stack below the caller's variables: keys that
/// ciphers expanded there, texts on their way.
#[inline(never)]
pub fn wipe_stack() {
    let mut below = [0_u8; DEPTH];
    // Not optimised away: that is what zeroize is for.
    below.zeroize();
}
