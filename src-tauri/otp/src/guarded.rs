//! Bytes that lie encrypted in memory while nobody needs them.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// Encrypts bytes in memory, under a key that only lasts as long as the safe is unlocked.
///
/// A program that keeps keys for long hands one to [`Guarded::keep_in`], so that locking is
/// a matter of forgetting one key.
pub trait Safe: Send + Sync {
    /// The bytes, encrypted.
    fn seal(&self, plain: &[u8]) -> Vec<u8>;

    /// What [`Safe::seal`] was given.
    fn open(&self, sealed: &[u8]) -> Zeroizing<Vec<u8>>;
}

/// Bytes that may be kept in a [`Safe`], and are wiped when they are not.
#[derive(Clone)]
pub struct Guarded(Kept);

#[derive(Clone)]
enum Kept {
    Plain(Zeroizing<Vec<u8>>),
    Sealed(Vec<u8>, Arc<dyn Safe>),
}

impl Guarded {
    /// Bytes that are in no safe yet.
    #[must_use]
    pub fn new(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(Kept::Plain(bytes))
    }

    /// Puts them in the safe, if they are in none.
    pub fn keep_in(&mut self, safe: &Arc<dyn Safe>) {
        if let Kept::Plain(plain) = &self.0 {
            self.0 = Kept::Sealed(safe.seal(plain), safe.clone());
        }
    }

    /// A copy that is in no safe, for work that may go on after the safe was locked.
    #[must_use]
    pub fn taken_out(&self) -> Self {
        Self::new(Zeroizing::new(self.expose().to_vec()))
    }

    /// The bytes, for as long as the result lives.
    #[must_use]
    pub fn expose(&self) -> Exposed<'_> {
        Exposed(match &self.0 {
            Kept::Plain(plain) => Bytes::Borrowed(plain),
            Kept::Sealed(sealed, safe) => Bytes::Opened(safe.open(sealed)),
        })
    }
}

impl PartialEq for Guarded {
    fn eq(&self, other: &Self) -> bool {
        self.expose().ct_eq(&other.expose()).into()
    }
}

impl Eq for Guarded {}

/// Bytes of a [`Guarded`] while they are used; wiped afterwards if they came out of a safe.
pub struct Exposed<'a>(Bytes<'a>);

enum Bytes<'a> {
    Borrowed(&'a [u8]),
    Opened(Zeroizing<Vec<u8>>),
}

impl Deref for Exposed<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match &self.0 {
            Bytes::Borrowed(bytes) => bytes,
            Bytes::Opened(bytes) => bytes,
        }
    }
}

impl PartialEq for Exposed<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.ct_eq(other).into()
    }
}

impl Eq for Exposed<'_> {}

/// As the bytes hash, so that a table of these is searched with bytes.
impl Hash for Exposed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl Borrow<[u8]> for Exposed<'_> {
    fn borrow(&self) -> &[u8] {
        self
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::hash::DefaultHasher;

    use super::*;

    /// Turns every bit around: enough to tell what is in it from what is not.
    struct Turned;

    impl Safe for Turned {
        fn seal(&self, plain: &[u8]) -> Vec<u8> {
            plain.iter().map(|byte| !byte).collect()
        }

        fn open(&self, sealed: &[u8]) -> Zeroizing<Vec<u8>> {
            Zeroizing::new(self.seal(sealed))
        }
    }

    #[test]
    fn is_the_same_in_a_safe_and_out_of_it() {
        let plain = Guarded::new(Zeroizing::new(b"12345".to_vec()));
        let mut kept = plain.clone();
        let safe: Arc<dyn Safe> = Arc::new(Turned);
        kept.keep_in(&safe);
        assert!(matches!(&kept.0, Kept::Sealed(sealed, _) if sealed[0] == !b'1'));
        kept.keep_in(&safe);
        assert_eq!(&*kept.expose(), b"12345");
        assert!(kept == plain);
    }

    #[test]
    fn other_bytes_are_not_the_same() {
        let [one, other] = [b"12345", b"12346"].map(|it| Guarded::new(Zeroizing::new(it.to_vec())));
        assert!(one != other);
        assert!(one.expose() != other.expose());
        assert!(one.expose() == one.clone().expose());
    }

    #[test]
    fn a_table_of_them_is_searched_with_bytes() {
        let kept = Guarded::new(Zeroizing::new(b"12345".to_vec()));
        let table = HashSet::from([kept.expose()]);
        assert!(table.contains(&b"12345"[..]));
        assert!(!table.contains(&b"12346"[..]));
        let hash = |it: &dyn Fn(&mut DefaultHasher)| {
            let mut state = DefaultHasher::new();
            it(&mut state);
            state.finish()
        };
        assert_eq!(
            hash(&|state| kept.expose().hash(state)),
            hash(&|state| b"12345"[..].hash(state))
        );
    }
}
