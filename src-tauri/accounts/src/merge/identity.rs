//! Whether two keys make the same codes' worth of difference: which keys under one id are
//! one key, which of several stays, and the ids of those that go beside it.

use hmac::{Hmac, KeyInit, Mac};
use keytick_otp::{Kind, OtpKey};
use sha2::Sha256;

use super::{Entry, Fact};
use crate::account::Id;

/// Joins what is one key, and takes out all keys but one. Of several, the ancestor's is the
/// one that somebody replaced on purpose, so it goes for good, unless it was sent here: then
/// somebody has just put it into another account. Among the others a fixed order decides, not
/// the time: otherwise a key that lost could win again, and its second account would be there
/// twice.
pub(super) fn settle(entry: &mut Entry<'_>) -> Vec<Fact> {
    let base = entry.base.map(|account| &account.key);
    let mut keys: Vec<Fact> = Vec::new();
    for fact in entry.keys.drain(..) {
        match keys.iter_mut().find(|known| is_same(&known.key, &fact.key)) {
            Some(known) => *known = join(known, &fact, base),
            None => keys.push(fact),
        }
    }
    if keys.len() < 2 {
        entry.keys = keys;
        return Vec::new();
    }
    let replaced =
        |fact: &mut Fact| !fact.sent && base.is_some_and(|base| is_same(base, &fact.key));
    let replaced: Vec<Fact> = keys.extract_if(.., replaced).collect();
    keys.sort_by_cached_key(|fact| fingerprint(&fact.key));
    entry.keys.extend(keys.pop());
    entry.parted = keys
        .iter()
        .chain(&replaced)
        .map(|fact| fact.clock)
        .max()
        .flatten();
    keys
}

/// The id of the account that gets a second key of the account `of`.
pub(super) fn second_id(of: Id, key: &OtpKey) -> Id {
    let mac = hmac(&fingerprint(key)).chain_update(of.as_bytes());
    let bytes: [u8; 32] = mac.finalize().into_bytes().into();
    let mut id = [0; 16];
    id.copy_from_slice(&bytes[..16]);
    uuid::Builder::from_custom_bytes(id).into_uuid()
}

/// The same secret for the same kind of code. Other digits or another period are a setting
/// that was changed; another PIN makes other codes and is remembered by nobody.
fn is_same(one: &OtpKey, other: &OtpKey) -> bool {
    one.kind.type_name() == other.kind.type_name()
        && one.kind.pin() == other.kind.pin()
        && one.secret == other.secret
}

/// A name for what [`is_same`] compares. Like a code, it is a MAC under the secret, so it
/// may be seen without giving the secret away.
fn fingerprint(key: &OtpKey) -> [u8; 32] {
    let pin = key.kind.pin().map_or("", |pin| pin.as_str());
    let mac = hmac(&key.secret.expose())
        .chain_update(key.kind.type_name())
        .chain_update([0])
        .chain_update(pin);
    mac.finalize().into_bytes().into()
}

fn hmac(key: &[u8]) -> Hmac<Sha256> {
    <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes keys of any length")
}

/// One key found twice: the parameters that were set last, and the higher counter, since a
/// used code must not come up again.
fn join(one: &Fact, other: &Fact, base: Option<&OtpKey>) -> Fact {
    let rank = |fact: &Fact| {
        let parameters = parameters(&fact.key.kind);
        let changed = base.is_none_or(|base| self::parameters(&base.kind) != parameters);
        (fact.clock, changed, parameters)
    };
    let (last, first) = match rank(one) >= rank(other) {
        true => (one, other),
        false => (other, one),
    };
    let mut joined = last.clone();
    joined.sent = one.sent || other.sent;
    if let (Kind::Hotp { counter, .. }, Some(known)) =
        (&mut joined.key.kind, first.key.kind.counter())
    {
        *counter = known.max(*counter);
    }
    joined
}

fn parameters(kind: &Kind) -> (&'static str, u8, Option<u32>) {
    (kind.algorithm_name(), kind.digits(), kind.period())
}
