//! Places for keys: pages of memory, cut into places of 32 bytes. A place that is given back is
//! wiped and taken again; a page goes back to the system with its last key.
#![expect(
    unsafe_code,
    reason = "a place is a pointer into a page that several keys share"
)]

use std::ptr::NonNull;
use std::sync::{Mutex, MutexGuard, PoisonError};

use zeroize::Zeroize;

use crate::Protection;
use crate::page::{Page, SIZE};

/// The bytes of a key.
pub const LENGTH: usize = 32;

/// How many keys a page has room for: one bit each of [`Shared::taken`].
const PLACES: usize = SIZE / LENGTH;
const _: () = assert!(PLACES == u128::BITS as usize);

/// The pages in which there are keys.
static PAGES: Mutex<Vec<Shared>> = Mutex::new(Vec::new());

/// A page, and which of its places are taken. Those that are not hold zeros.
struct Shared {
    page: Page,
    taken: u128,
}

/// A place for one key, zero at first and wiped at the end.
///
/// Invariant: `start` points to a place of a page in [`PAGES`] that is marked as taken, and
/// nothing else points to it until [`Place::drop`].
pub struct Place {
    start: NonNull<[u8; LENGTH]>,
    protection: Protection,
}

// SAFETY: the bytes belong to this value alone, like those of a `Box<[u8; LENGTH]>`.
unsafe impl Send for Place {}
// SAFETY: shared references only read.
unsafe impl Sync for Place {}

impl Place {
    /// A free place, in a new page if there is none.
    pub fn take() -> Self {
        let mut pages = pages();
        let free = pages.iter_mut().filter(|shared| shared.taken != u128::MAX);
        if let Some(best) = free.max_by_key(|shared| shared.page.protection()) {
            return best.take();
        }
        let mut shared = Shared::new(Page::new());
        let place = shared.take();
        pages.push(shared);
        place
    }

    pub fn bytes(&self) -> &[u8; LENGTH] {
        // SAFETY: by the invariant.
        unsafe { self.start.as_ref() }
    }

    pub fn bytes_mut(&mut self) -> &mut [u8; LENGTH] {
        // SAFETY: by the invariant; `&mut self` sees to it that this is the only reference.
        unsafe { self.start.as_mut() }
    }

    pub fn protection(&self) -> Protection {
        self.protection
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.bytes_mut().zeroize();
        let start = self.start.cast();
        let mut pages = pages();
        let mine = pages
            .iter()
            .position(|shared| shared.number(start).is_some());
        let Some(index) = mine else { return };
        pages[index].give_back(start);
        if pages[index].taken == 0 {
            pages.swap_remove(index);
        }
    }
}

impl Shared {
    fn new(page: Page) -> Self {
        Self { page, taken: 0 }
    }

    /// The first free place. There must be one.
    fn take(&mut self) -> Place {
        let number = self.taken.trailing_ones();
        self.taken |= 1 << number;
        let offset = number as usize * LENGTH;
        // SAFETY: a page has room for as many places as there are bits.
        let start = unsafe { self.page.start().add(offset) };
        Place {
            start: start.cast(),
            protection: self.page.protection(),
        }
    }

    fn give_back(&mut self, start: NonNull<u8>) {
        if let Some(number) = self.number(start) {
            self.taken &= !(1 << number);
        }
    }

    /// Which place of this page it is that begins there, if any.
    fn number(&self, start: NonNull<u8>) -> Option<usize> {
        let offset = start
            .addr()
            .get()
            .checked_sub(self.page.start().addr().get())?;
        (offset < SIZE).then_some(offset / LENGTH)
    }
}

fn pages() -> MutexGuard<'static, Vec<Shared>> {
    PAGES.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_room_for_128_keys_and_takes_a_freed_place_again() {
        let mut shared = Shared::new(Page::new());
        let places: Vec<_> = (0..PLACES).map(|_| shared.take().start.cast()).collect();
        assert_eq!(shared.taken, u128::MAX);
        shared.give_back(places[70]);
        assert_eq!(shared.take().start.cast(), places[70]);
        let elsewhere = Shared::new(Page::new());
        assert!(
            places
                .iter()
                .all(|place| elsewhere.number(*place).is_none())
        );
    }

    #[test]
    fn where_the_system_locks_no_memory_a_key_is_still_a_key() {
        let mut shared = Shared::new(Page::of(|_| None, |_| None));
        let mut place = shared.take();
        place.bytes_mut().fill(7);
        assert_eq!(
            (place.bytes(), place.protection()),
            (&[7; 32], Protection::None)
        );
    }

    #[test]
    fn what_is_given_back_is_wiped() {
        let mut shared = Shared::new(Page::new());
        let mut place = shared.take();
        place.bytes_mut().fill(7);
        drop(place);
        // Not in the list of pages, so that nobody else takes the place meanwhile.
        shared.taken = 0;
        assert_eq!(shared.take().bytes(), &[0; 32]);
    }
}
