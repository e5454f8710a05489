//! The plain text under the payload's encryption: length, content, zero bytes.
//!
//! The zero bytes hide how much is stored: files grow in steps.

use crate::check::Check;
use crate::fault::Fault;

/// The bytes of the length in front of the content.
pub(crate) const LENGTH: usize = 4;
/// The most that the payload section of a file may have, its tag included.
pub(crate) const MAX_SECTION: usize = 32 << 20;

const STEP: usize = 4 << 10;
const STEPS_END: usize = 64 << 10;

/// The size of the plain text that holds `content` bytes, or none when that is too much.
pub(crate) fn padded_len(content: usize) -> Option<usize> {
    let bare = content.checked_add(LENGTH)?;
    if bare > MAX_SECTION {
        return None;
    }
    let padded = if bare <= STEPS_END {
        bare.next_multiple_of(STEP)
    } else {
        padme(bare)
    };
    (padded + crate::cipher::TAG <= MAX_SECTION).then_some(padded)
}

/// Padmé: the next length whose binary digits after the first few are zero, at most 12 %
/// more (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication
/// with PURBs", 2019).
fn padme(length: usize) -> usize {
    let exponent = length.ilog2();
    let kept_bits = exponent.ilog2() + 1;
    length.next_multiple_of(1 << (exponent - kept_bits))
}

/// Appends length, content and zero bytes to `out`, which has room for them.
pub(crate) fn append(out: &mut Vec<u8>, content: &[u8], padded: usize) {
    let length = u32::try_from(content.len()).expect("padded_len allows 32 MiB at most");
    let end = out.len() + padded;
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(content);
    out.resize(end, 0);
}

/// Where the content is in a decrypted plain text.
pub(crate) fn content(plain: &[u8]) -> Result<std::ops::Range<usize>, Fault> {
    let fault = Fault::Tampered {
        check: Check::Padding,
    };
    let Some((length, rest)) = plain.split_first_chunk::<LENGTH>() else {
        return Err(fault);
    };
    let length = u32::from_be_bytes(*length) as usize;
    if padded_len(length) != Some(plain.len()) || rest[length..].iter().any(|byte| *byte != 0) {
        return Err(fault);
    }
    Ok(LENGTH..LENGTH + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_in_steps() {
        for (content, padded) in [
            (0, 4_096),
            (4_092, 4_096),
            (4_093, 8_192),
            (65_532, 65_536),
            (65_533, 67_584),
            (500_000, 507_904),
            (5_000_000, 5_111_808),
            (33_030_140, 33_030_144),
        ] {
            assert_eq!(padded_len(content), Some(padded), "{content}");
        }
        assert_eq!(padded_len(33_030_141), None);
        assert_eq!(padded_len(usize::MAX - LENGTH), None);
        assert_eq!(padded_len(usize::MAX), None);
    }

    #[test]
    fn costs_at_most_an_eighth_beyond_the_steps() {
        for content in (65_533..33_030_140).step_by(10_007) {
            let padded = padded_len(content).unwrap();
            assert!(padded >= content + LENGTH);
            assert!(
                (padded - content) as f64 <= content as f64 * 0.12,
                "{content}"
            );
        }
    }

    #[test]
    fn content_comes_back() {
        let mut plain = Vec::new();
        append(&mut plain, b"abc", padded_len(3).unwrap());
        let range = content(&plain).unwrap();
        assert_eq!(&plain[range], b"abc");
    }

    #[test]
    fn refuses_other_lengths_and_other_bytes() {
        let mut plain = Vec::new();
        append(&mut plain, b"abc", 4096);
        let damaged = |change: fn(&mut Vec<u8>)| {
            let mut plain = plain.clone();
            change(&mut plain);
            content(&plain).is_err()
        };
        assert!(damaged(|plain| plain[4095] = 1));
        assert!(damaged(|plain| plain[7] = 1));
        assert!(damaged(|plain| plain[3] = 2));
        assert!(damaged(|plain| plain[0] = 0xff));
        assert!(damaged(|plain| plain.truncate(4095)));
        assert!(damaged(|plain| plain.resize(8192, 0)));
        assert!(damaged(|plain| plain.truncate(3)));
        // A longer length over zero bytes is another content, not damage: the encryption
        // around it tells.
        assert!(!damaged(|plain| plain[3] = 4));
    }
}
