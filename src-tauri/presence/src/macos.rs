//! The notifications of macOS. Type-checked, never run.
#![expect(unsafe_code, reason = "notifications are heard through Objective-C")]

use std::mem;
use std::ptr::NonNull;
use std::sync::Arc;

use block2::RcBlock;
use objc2_app_kit::{
    NSWorkspace, NSWorkspaceSessionDidResignActiveNotification, NSWorkspaceWillSleepNotification,
};
use objc2_foundation::{
    NSDistributedNotificationCenter, NSNotification, NSNotificationCenter, NSNotificationName,
    NSString,
};

use crate::Leaving;

/// Listens for as long as the program runs.
pub fn watch(tell: impl Fn(Leaving) + Send + Sync + 'static) {
    let tell = Arc::new(tell);
    let screen = NSDistributedNotificationCenter::defaultCenter();
    let locked = NSString::from_str("com.apple.screenIsLocked");
    let workspace = NSWorkspace::sharedWorkspace().notificationCenter();
    // SAFETY: the two names are constants of the system.
    let (sleep, resigned) = unsafe {
        (
            NSWorkspaceWillSleepNotification,
            NSWorkspaceSessionDidResignActiveNotification,
        )
    };
    listen(&screen, &locked, Leaving::ScreenLocked, tell.clone());
    listen(&workspace, resigned, Leaving::ScreenLocked, tell.clone());
    listen(&workspace, sleep, Leaving::Sleep, tell);
}

fn listen(
    center: &NSNotificationCenter,
    name: &NSNotificationName,
    leaving: Leaving,
    tell: Arc<impl Fn(Leaving) + Send + Sync + 'static>,
) {
    let heard = RcBlock::new(move |_: NonNull<NSNotification>| tell(leaving));
    // SAFETY: the block may be called by any thread, as all it holds is `Send` and `Sync`.
    let observer = unsafe {
        center.addObserverForName_object_queue_usingBlock(Some(name), None, None, &heard)
    };
    // It is never removed: it listens for as long as the program runs.
    mem::forget(observer);
}
