//! Events of the Windows console: Ctrl+Break, which is a signal even where Ctrl+C is a key, and the closing of the window.

use crate::shell::guard;
use std::io;
use windows_sys::Win32::System::Console::GetConsoleWindow;
use windows_sys::Win32::UI::WindowsAndMessaging::{
    DeleteMenu, GetSystemMenu, MF_BYCOMMAND, SC_CLOSE,
};

/// What a process that was ended by Ctrl+Break exits with: 128 + the number of SIGINT.
const INTERRUPTED: i32 = 130;

/// Nothing to do before [`Signals::obey`]: reading the data of a user takes a moment at the most.
pub fn ignore_keys() {}

/// The events that end the program.
pub struct Signals(());

impl Signals {
    /// Nothing is lost before [`Signals::obey`]: until then an event ends the process as it always did.
    #[allow(
        clippy::unnecessary_wraps,
        reason = "the one of Unix can fail, and the caller is the same"
    )]
    pub fn listen() -> io::Result<Self> {
        Ok(Self(()))
    }

    /// From now on: Ctrl+Break restores the console and exits. In a kiosk it does nothing, and the window has no button
    /// and no Alt+F4 to close it. Where the system closes the window all the same, it ends the process itself, and there
    /// is nothing to save.
    pub fn obey(self, kiosk: bool) -> io::Result<()> {
        if kiosk {
            keep_open();
        }
        ctrlc::set_handler(move || {
            if !kiosk {
                guard::restore_from_thread();
                std::process::exit(INTERRUPTED);
            }
        })
        .map_err(io::Error::other)
    }
}

/// Takes "Close" out of the menu of the console's window, and with it the button and Alt+F4.
#[allow(unsafe_code, reason = "no crate wraps these three calls")]
fn keep_open() {
    // SAFETY: no memory is passed. A console without a window gives null handles, which are not passed on; a menu handle
    // belongs to the window and is not ours to free.
    unsafe {
        let window = GetConsoleWindow();
        if window.is_null() {
            return;
        }
        let menu = GetSystemMenu(window, 0);
        if !menu.is_null() {
            DeleteMenu(menu, SC_CLOSE, MF_BYCOMMAND);
        }
    }
}
