//! A page of memory, as well kept as the system can do it.
#![expect(
    unsafe_code,
    reason = "pages of memory come from calls that no safe wrapper makes"
)]

use std::alloc::Layout;
use std::ptr::NonNull;

use crate::Protection;

/// The bytes of a page: at least as many as the smallest page of the systems, since what is
/// locked is locked by whole pages.
pub const SIZE: usize = 4096;

/// [`SIZE`] bytes of memory, zero at first.
///
/// Invariant: `start` points to as many bytes, which stay until [`Page::drop`].
pub struct Page {
    start: NonNull<u8>,
    protection: Protection,
}

// SAFETY: the bytes belong to this value alone, like those of a box.
unsafe impl Send for Page {}

impl Page {
    /// The best kept page that there is.
    pub fn new() -> Self {
        Self::of(system::secret, system::locked)
    }

    /// A page from the first of these calls that gives one, or from the program's own memory.
    pub fn of(
        secret: fn(usize) -> Option<NonNull<u8>>,
        locked: fn(usize) -> Option<NonNull<u8>>,
    ) -> Self {
        let found = secret(SIZE)
            .map(|start| (start, Protection::Secret))
            .or_else(|| locked(SIZE).map(|start| (start, Protection::Locked)));
        let (start, protection) = found.unwrap_or_else(|| (heap(), Protection::None));
        Self { start, protection }
    }

    /// Where its bytes begin.
    pub fn start(&self) -> NonNull<u8> {
        self.start
    }

    pub fn protection(&self) -> Protection {
        self.protection
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        match self.protection {
            // SAFETY: made by `heap` with this layout, and not used after this.
            Protection::None => unsafe { std::alloc::dealloc(self.start.as_ptr(), LAYOUT) },
            Protection::Locked | Protection::Secret => system::free(self.start, SIZE),
        }
    }
}

const LAYOUT: Layout = Layout::new::<[u8; SIZE]>();

/// Where the system has no page to give, the program's own memory must do.
fn heap() -> NonNull<u8> {
    // SAFETY: the layout has a size.
    let start = unsafe { std::alloc::alloc_zeroed(LAYOUT) };
    NonNull::new(start).unwrap_or_else(|| std::alloc::handle_alloc_error(LAYOUT))
}

#[cfg(unix)]
mod system {
    use std::ptr::{NonNull, null_mut};

    /// memfd_secret(2): pages that the kernel takes out of its own map of memory.
    #[cfg(target_os = "linux")]
    pub fn secret(size: usize) -> Option<NonNull<u8>> {
        // SAFETY: the call takes one number and gives a file descriptor or -1.
        let file = unsafe { libc::syscall(libc::SYS_memfd_secret, libc::O_CLOEXEC) };
        let file = i32::try_from(file).ok().filter(|file| *file >= 0)?;
        let length = libc::off_t::try_from(size).ok()?;
        // SAFETY: `file` is open and ours.
        let sized = unsafe { libc::ftruncate(file, length) } == 0;
        let place = sized.then(|| map(size, libc::MAP_SHARED, file)).flatten();
        // SAFETY: `file` is open and ours; the mapping outlives it.
        unsafe { libc::close(file) };
        place
    }

    #[cfg(not(target_os = "linux"))]
    pub fn secret(_size: usize) -> Option<NonNull<u8>> {
        None
    }

    /// A page that is never swapped out, and not part of a core dump where that can be said.
    pub fn locked(size: usize) -> Option<NonNull<u8>> {
        let place = map(size, libc::MAP_PRIVATE | libc::MAP_ANON, -1)?;
        // SAFETY: the page was mapped above.
        if unsafe { libc::mlock(place.as_ptr().cast(), size) } != 0 {
            free(place, size);
            return None;
        }
        #[cfg(target_os = "linux")]
        // SAFETY: as above; advice that is refused changes nothing.
        unsafe {
            libc::madvise(place.as_ptr().cast(), size, libc::MADV_DONTDUMP);
        }
        Some(place)
    }

    fn map(size: usize, flags: i32, file: i32) -> Option<NonNull<u8>> {
        let rights = libc::PROT_READ | libc::PROT_WRITE;
        // SAFETY: a new mapping at a place of the system's choice touches no other memory.
        let place = unsafe { libc::mmap(null_mut(), size, rights, flags, file, 0) };
        match place {
            libc::MAP_FAILED => None,
            place => NonNull::new(place.cast()),
        }
    }

    pub fn free(place: NonNull<u8>, size: usize) {
        // SAFETY: `place` came from `map` with this size, and nothing points to it any more.
        unsafe { libc::munmap(place.as_ptr().cast(), size) };
    }
}

#[cfg(windows)]
mod system {
    use std::ptr::{NonNull, null};

    use windows_sys::Win32::System::Memory::{
        MEM_COMMIT, MEM_RELEASE, MEM_RESERVE, PAGE_READWRITE, VirtualAlloc, VirtualFree,
        VirtualLock,
    };

    pub fn secret(_size: usize) -> Option<NonNull<u8>> {
        None
    }

    /// A page that is never swapped out.
    pub fn locked(size: usize) -> Option<NonNull<u8>> {
        // SAFETY: a new page at a place of the system's choice touches no other memory.
        let place = unsafe { VirtualAlloc(null(), size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE) };
        let place = NonNull::new(place.cast::<u8>())?;
        // SAFETY: the page was made above.
        if unsafe { VirtualLock(place.as_ptr().cast(), size) } == 0 {
            free(place, size);
            return None;
        }
        Some(place)
    }

    pub fn free(place: NonNull<u8>, _size: usize) {
        // SAFETY: `place` came from `VirtualAlloc`, and nothing points to it any more.
        unsafe { VirtualFree(place.as_ptr().cast(), 0, MEM_RELEASE) };
    }
}
