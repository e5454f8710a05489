//! The key slots of a vault that was made of several copies: each kind for itself, so that a
//! new password on one computer and a new recovery key on the other are both there.

use crate::header::{self, MAX_SLOTS};
use crate::slot::{Slot, SlotKind};
use crate::vault::Known;

/// The slots that a merge of these copies has. Of each kind, those of the copy in which one was
/// made in the highest generation; of equal ones, of the copy that was written last. A copy
/// without a recovery key takes none away. A slot of the keychain must be in all copies: it
/// was turned off where it is missing, and can be turned on again.
///
/// A slot cannot change its id, so of two with one id the first stays, in this order:
/// password, recovery key, what this version does not know, keychain.
pub(crate) fn merge(copies: &[&Known]) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for kind in kinds(copies) {
        let having = copies.iter().filter(|copy| has(copy, &kind));
        if kind == SlotKind::OsKeychain && having.clone().count() < copies.len() {
            continue;
        }
        let last = having.max_by_key(|copy| {
            let of_kind = copy.header.slots_of(&kind);
            let made = of_kind.filter_map(|slot| header::number(slot.fields(), "created_gen").ok());
            (made.max(), copy.header.written_at, copy.trailer)
        });
        for slot in last.iter().flat_map(|copy| copy.header.slots_of(&kind)) {
            if slots.len() < MAX_SLOTS && slots.iter().all(|it| it.id != slot.id) {
                slots.push(slot.clone());
            }
        }
    }
    slots
}

fn kinds(copies: &[&Known]) -> Vec<SlotKind> {
    let mut kinds = vec![SlotKind::Password, SlotKind::Recovery];
    for slot in copies.iter().flat_map(|copy| &copy.header.slots) {
        if slot.kind != SlotKind::OsKeychain && !kinds.contains(&slot.kind) {
            kinds.push(slot.kind.clone());
        }
    }
    kinds.push(SlotKind::OsKeychain);
    kinds
}

fn has(copy: &Known, kind: &SlotKind) -> bool {
    copy.header.slots_of(kind).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Fields;
    use crate::frame::TRAILER;
    use crate::header::tests::header;

    /// A copy with slots of these ids, each of a type of its own that no version knows yet.
    fn copy(ids: std::ops::Range<u32>) -> Known {
        let mut header = header();
        let slot = |id| {
            let text = format!(r#"{{"id":{id},"type":"kind-{id}","created_gen":1}}"#);
            Slot::read(Fields::parse(text.as_bytes()).unwrap()).unwrap()
        };
        header.slots = ids.map(slot).collect();
        Known {
            header,
            trailer: [0; TRAILER],
            size: 0,
        }
    }

    #[test]
    fn a_header_has_no_room_for_a_ninth() {
        let (one, other) = (copy(1..7), copy(7..13));
        let ids: Vec<u32> = merge(&[&one, &other]).iter().map(|slot| slot.id).collect();
        assert_eq!(ids, [1, 2, 3, 4, 5, 6, 7, 8]);
    }
}
