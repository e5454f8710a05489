//! Random bytes, from the operating system or from a test.

use crate::Error;

/// Fills a buffer with random bytes.
pub(crate) type Random<'a> = &'a mut dyn FnMut(&mut [u8]) -> Result<(), Error>;

/// The operating system's random bytes. There is no other source: without them nothing is
/// written.
pub(crate) fn system(buffer: &mut [u8]) -> Result<(), Error> {
    getrandom::fill(buffer).map_err(|_| Error::Random)
}

/// `N` bytes that need not be secret: salts, nonces, ids.
pub(crate) fn generate<const N: usize>(random: Random) -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    random(&mut bytes)?;
    Ok(bytes)
}
