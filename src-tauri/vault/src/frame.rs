//! The outermost layout of a vault file: where the header, its MAC, the payload and the
//! trailer are. The same for all versions of the format.

use sha2::{Digest, Sha256};

use crate::check::Check;
use crate::fault::Fault;
use crate::payload;

/// The first bytes of every vault. Not text: whoever changes line ends or drops the eighth
/// bit breaks it at once.
pub(crate) const MAGIC: [u8; 8] = *b"\x89KTK\r\n\x1a\n";
/// The newest major version that this code reads, and the one that it writes.
pub(crate) const MAJOR: u16 = 1;
/// The minor version of new vaults.
pub(crate) const MINOR: u16 = 0;

/// Magic, version and the two lengths.
pub(crate) const PRELUDE: usize = 24;
pub(crate) const MAX_HEADER: usize = 64 << 10;
pub(crate) const MAC: usize = 32;
pub(crate) const TRAILER: usize = 32;

/// A vault file taken apart, each part a view of the file's bytes.
#[derive(Debug)]
pub(crate) struct Frame<'a> {
    pub(crate) version: (u16, u16),
    /// The header's JSON text.
    pub(crate) header: &'a [u8],
    /// What the header's MAC is over: everything before it.
    pub(crate) authenticated: &'a [u8],
    pub(crate) mac: &'a [u8; MAC],
    /// The encrypted payload with its tag.
    pub(crate) payload: &'a [u8],
    pub(crate) trailer: [u8; TRAILER],
}

impl<'a> Frame<'a> {
    /// Takes a file apart: the checks of magic, lengths, trailer and version, in this order.
    pub(crate) fn parse(file: &'a [u8]) -> Result<Self, Fault> {
        let lengths = Lengths::parse(file)?;
        lengths.check(file.len() as u64)?;
        let (body, trailer) = split_end::<TRAILER>(file)?;
        if Sha256::digest(body).as_slice() != trailer {
            return Err(Fault::Damaged {
                check: Check::Trailer,
                detail: "the bytes do not fit the checksum".to_owned(),
            });
        }
        let version = (u16_at(file, 8)?, u16_at(file, 10)?);
        if version.0 == 0 {
            return Err(Fault::Damaged {
                check: Check::Version,
                detail: "no version of the format has this number".to_owned(),
            });
        }
        if version.0 > MAJOR {
            return Err(Fault::TooNew {
                needs: format!("format {}.{}", version.0, version.1),
            });
        }
        let (before_payload, payload) = body.split_at(body.len() - lengths.payload);
        let (authenticated, mac) = split_end::<MAC>(before_payload)?;
        Ok(Self {
            version,
            header: &authenticated[PRELUDE..],
            authenticated,
            mac,
            payload,
            trailer: *trailer,
        })
    }

    /// Everything before the payload: what the payload's encryption is bound to.
    pub(crate) fn before_payload(authenticated: &[u8], mac: &[u8; MAC]) -> [u8; 32] {
        let hash = Sha256::new().chain_update(authenticated).chain_update(mac);
        hash.finalize().into()
    }
}

/// The lengths that the prelude promises.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lengths {
    header: usize,
    payload: usize,
}

impl Lengths {
    /// Checks magic and limits; `start` is the file or at least its first 24 bytes.
    pub(crate) fn parse(start: &[u8]) -> Result<Self, Fault> {
        let known = start.len().min(MAGIC.len());
        if start[..known] != MAGIC[..known] {
            return Err(Fault::NotAVault);
        }
        if start.len() < PRELUDE {
            return Err(Fault::length("the file is cut short"));
        }
        let header = u32_at(start, 12)? as usize;
        if header > MAX_HEADER {
            return Err(Fault::length("the header is over the limit"));
        }
        let payload = usize::try_from(u64_at(start, 16)?)
            .ok()
            .filter(|payload| *payload <= payload::MAX_SECTION)
            .ok_or_else(|| Fault::length("the payload is over the limit"))?;
        Ok(Self { header, payload })
    }

    /// The size of the whole file.
    pub(crate) fn file(self) -> usize {
        PRELUDE + self.header + MAC + self.payload + TRAILER
    }

    /// Checks the size that a file has.
    pub(crate) fn check(self, file: u64) -> Result<(), Fault> {
        match file.cmp(&(self.file() as u64)) {
            std::cmp::Ordering::Less => Err(Fault::length("the file is cut short")),
            std::cmp::Ordering::Greater => Err(Fault::length("something follows the vault")),
            std::cmp::Ordering::Equal => Ok(()),
        }
    }
}

/// Appends the first 24 bytes of a file.
pub(crate) fn append_prelude(out: &mut Vec<u8>, minor: u16, header: usize, payload: usize) {
    let header = u32::try_from(header).expect("MAX_HEADER holds");
    out.extend_from_slice(&MAGIC);
    out.extend_from_slice(&MAJOR.to_be_bytes());
    out.extend_from_slice(&minor.to_be_bytes());
    out.extend_from_slice(&header.to_be_bytes());
    out.extend_from_slice(&(payload as u64).to_be_bytes());
}

/// Appends the trailer to everything before it, and returns it.
pub(crate) fn append_trailer(out: &mut Vec<u8>) -> [u8; TRAILER] {
    let trailer: [u8; TRAILER] = Sha256::digest(&*out).into();
    out.extend_from_slice(&trailer);
    trailer
}

fn split_end<const N: usize>(bytes: &[u8]) -> Result<(&[u8], &[u8; N]), Fault> {
    bytes
        .split_last_chunk::<N>()
        .ok_or_else(|| Fault::length("the file is cut short"))
}

fn u16_at(bytes: &[u8], offset: usize) -> Result<u16, Fault> {
    bytes_at(bytes, offset).map(u16::from_be_bytes)
}

fn u32_at(bytes: &[u8], offset: usize) -> Result<u32, Fault> {
    bytes_at(bytes, offset).map(u32::from_be_bytes)
}

fn u64_at(bytes: &[u8], offset: usize) -> Result<u64, Fault> {
    bytes_at(bytes, offset).map(u64::from_be_bytes)
}

fn bytes_at<const N: usize>(bytes: &[u8], offset: usize) -> Result<[u8; N], Fault> {
    bytes
        .get(offset..)
        .and_then(|rest| rest.first_chunk::<N>())
        .copied()
        .ok_or_else(|| Fault::length("the file is cut short"))
}
