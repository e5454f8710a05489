### Texts of the desktop shell: what only a window, a clipboard and dialogs can refuse.

desktop-locked = Keytick is locked.
    .hint = Unlock it first.
desktop-no-vault = There are no accounts on this computer yet.
    .hint = Choose a password first.
desktop-already-unlocked = Keytick is unlocked already.
desktop-wait = Wait { $seconds } s before the next try.
desktop-unlock-first = Unlock first, then drop again.
desktop-no-clipboard = There is no clipboard here.
    .hint = Type the code by hand.
desktop-clipboard-busy = The clipboard is busy.
    .hint = Try again.
desktop-save-picture-first = The browser gave only the picture's address.
    .hint = Save the picture first, then drop the file. Or take a screenshot and paste it.
desktop-not-a-file = This is not a file.
    .hint = Drop the pictures themselves, not their folder.
desktop-cannot-read = This file cannot be read.
    .hint = See whether it is still there and whether you may open it.
desktop-cannot-save = The file could not be saved.
    .hint = Choose another place.
desktop-reading-already = Other pictures are being read.
    .hint = Wait until they are done, or stop them.
desktop-no-review = There is nothing to review any more.
    .hint = Add the pictures again.
desktop-nothing-to-undo = This cannot be undone any more.
    .hint = Something else was changed since. Undo that first with Ctrl Z.
desktop-file-gone = The accounts file is gone. Your accounts are still open here.
    .hint = Any change saves it again, or save it now.
desktop-file-missing = Your accounts file is not where it was: { $path }.
    .hint = Put it back, or connect the drive it is on. Then try again.
desktop-no-recovery-key = The recovery key is not on view any more.
    .hint = Make a new one.
desktop-nothing-to-copy = No code is on view.
    .hint = Make a new code first.
desktop-bad-request = This does not fit what is on view.
    .hint = Close it and try again.
desktop-password-too-easy = This password is too easy to guess.
    .hint = Make it longer, or take a suggested one.
desktop-no-data-folder = This system has no folder for your accounts.
    .hint = Set KEYTICK_VAULT to the path of a file.
desktop-no-random = The system gives no random numbers.
    .hint = Restart the computer and try again.
desktop-internal = Something went wrong inside Keytick. Nothing was changed.
    .hint = Try again. If it happens again, restart Keytick.

desktop-no-display = There is no display to open a window on.
    .hint = The command line does the same: keytick --help
desktop-no-window = The window could not be opened.
    .hint = The command line does the same: keytick --help

desktop-pick-title = Choose screenshots
desktop-pick-pictures = Pictures
desktop-pick-any = All files

desktop-recovery-title = Save your recovery key
desktop-recovery-file-name = keytick-recovery-key.txt
desktop-recovery-file =
    This is the recovery key of your Keytick accounts.
    If you forget your password, it is the only other way in. Keep it away from this computer.
