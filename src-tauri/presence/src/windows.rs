//! The notifications of Windows. Type-checked, never run.
#![expect(unsafe_code, reason = "notifications are heard through the Win32 API")]

use std::ptr::{null, null_mut};
use std::sync::OnceLock;
use std::thread;

use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::System::Power::RegisterSuspendResumeNotification;
use windows_sys::Win32::System::RemoteDesktop::{
    NOTIFY_FOR_THIS_SESSION, WTSRegisterSessionNotification,
};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DEVICE_NOTIFY_WINDOW_HANDLE, DefWindowProcW, DispatchMessageW, GetMessageW,
    PBT_APMSUSPEND, RegisterClassW, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, WNDCLASSW,
    WTS_CONSOLE_DISCONNECT, WTS_SESSION_LOCK,
};

use crate::Leaving;

/// The window's procedure is a plain function, so what it calls has to lie in the open.
static TELL: OnceLock<Box<dyn Fn(Leaving) + Send + Sync>> = OnceLock::new();

/// Listens with a window that is never shown, in a thread of its own. The first caller is
/// the one who is told.
pub fn watch(tell: impl Fn(Leaving) + Send + Sync + 'static) {
    if TELL.set(Box::new(tell)).is_ok() {
        thread::spawn(listen);
    }
}

fn listen() {
    let class: Vec<u16> = "KeytickPresence\0".encode_utf16().collect();
    // SAFETY: the class and its name live until the calls return, the procedure for ever; all
    // calls are made by the thread that owns the window.
    unsafe {
        let instance = GetModuleHandleW(null());
        RegisterClassW(&WNDCLASSW {
            lpfnWndProc: Some(procedure),
            hInstance: instance,
            lpszClassName: class.as_ptr(),
            ..WNDCLASSW::default()
        });
        // An ordinary window without a parent: message-only ones hear no broadcasts.
        let window = CreateWindowExW(
            0,
            class.as_ptr(),
            null(),
            0,
            0,
            0,
            0,
            0,
            null_mut(),
            null_mut(),
            instance,
            null(),
        );
        if window.is_null() {
            return;
        }
        WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION);
        RegisterSuspendResumeNotification(window.cast(), DEVICE_NOTIFY_WINDOW_HANDLE);
        let mut message = std::mem::zeroed();
        while GetMessageW(&mut message, null_mut(), 0, 0) > 0 {
            DispatchMessageW(&message);
        }
    }
}

unsafe extern "system" fn procedure(
    window: HWND,
    message: u32,
    what: WPARAM,
    more: LPARAM,
) -> LRESULT {
    let leaving = match (message, u32::try_from(what).unwrap_or_default()) {
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK | WTS_CONSOLE_DISCONNECT) => {
            Some(Leaving::ScreenLocked)
        }
        (WM_POWERBROADCAST, PBT_APMSUSPEND) => Some(Leaving::Sleep),
        _ => None,
    };
    if let (Some(leaving), Some(tell)) = (leaving, TELL.get()) {
        tell(leaving);
    }
    // SAFETY: handed on as it came.
    unsafe { DefWindowProcW(window, message, what, more) }
}
