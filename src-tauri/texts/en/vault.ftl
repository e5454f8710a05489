# The vault: what can go wrong with the encrypted file, and what to do about it.

vault-not-found = There is no vault at { $path }.
    .hint = Create a vault, or choose the file if it was moved.
vault-exists = There is already something at { $path }.
    .hint = Open it, or choose another place for the new vault.
vault-broken-link = { $path } is a link to a file that is not there.
    .hint = If the file is on a stick or a network drive, connect it. Otherwise remove the link.
vault-not-a-file = { $path } is not a file.
    .hint = Choose the vault file itself, not the folder it is in.
vault-folder-missing = The folder of the vault is gone: { $path }
    .hint = If it is on a stick or a network drive, connect it and try again. Nothing was saved.
vault-not-a-vault = { $path } is not a Keytick vault.
    .hint = Choose another file. Backups of other apps are imported, not opened.
vault-damaged = The vault file is damaged ({ $check }).
    .hint = Keytick does not change a damaged file. Put a backup copy in its place.
vault-too-new = This vault was saved by a newer Keytick.
    .hint = Update Keytick. It needs: { $needs }.
vault-tampered = The vault file was changed by something other than Keytick ({ $check }).
    .hint = Do not trust this file. Put a backup copy in its place.
vault-wrong-password = That password is not right.
    .hint = Check Caps Lock and the keyboard layout. A recovery key opens the vault too.
vault-wrong-recovery-key = That recovery key is not right.
    .hint = A newer recovery key may have replaced it. Look for the newest one.
vault-wrong-keychain-key = The key in the system’s keychain is not this vault’s.
    .hint = Unlock with the password, then turn the keychain on again.
vault-wrong-pin = That PIN is not right.
    .hint = The password opens the vault, too.
vault-no-slot =
    { $kind ->
        [recovery] This vault has no recovery key.
        [password] This vault has no password.
       *[other] This vault cannot be opened this way.
    }
    .hint =
    { $kind ->
        [recovery] Unlock with the password.
        [password] Unlock with the recovery key.
       *[other] Unlock with the password.
    }
vault-not-enough-memory = Checking this vault’s password takes { $mib } MiB of memory, more than this computer can give.
    .hint = Use the recovery key, or open it on a computer with more memory and set the password again with less.
vault-busy = Another program is saving the vault.
    .hint = Try again in a moment.
vault-overtaken = Other files were put in the vault’s place while it was saved.
    .hint = A sync program may be at work. Try again in a moment; nothing of the other files was lost.
vault-no-locks = The vault’s drive gives no locks, so two programs could save at the same time.
    .hint = Nothing was saved. Network drives need a lock service on their server; or keep the vault on this computer.
vault-read-only = The vault could not be saved, because its file or folder is read-only.
    .hint = Allow writing to both, or move the vault to another folder. The vault is as it was.
vault-not-permitted = You have no permission to read the vault file.
    .hint = Its owner can give it to you.
vault-disk-full = The vault could not be saved, because the disk is full.
    .hint = Free some space and try again. The vault is as it was.
vault-io =
    { $reason ->
        [full] The vault file could not be used: there is no room on the disk.
        [denied] The vault file could not be used: the system denies access.
        [read-only] The vault file could not be used: the disk is read-only.
        [missing] The vault file could not be used: a file or folder is gone.
        [in-the-way] The vault file could not be used: something else has that name.
        [damaged] The vault file could not be used: the disk does not give back what it was given.
        [held] The vault file could not be used: another program holds a file.
        [network] The vault file could not be used: the network drive does not answer.
       *[other] The vault file could not be used: the system gave an error.
    }
    .hint = Try again. If it stays so, check the disk.
vault-held = Another program holds the vault file, so the change could not be put in its place.
vault-held-hint = The change is in { $recovery }. Close programs that may use the vault, such as a sync program or a virus scanner, and try again.
vault-no-backup =
    { $reason ->
        [full] Saved, but without a backup of how it was before: there is no room on the disk.
        [denied] Saved, but without a backup of how it was before: the system denies access.
        [read-only] Saved, but without a backup of how it was before: the disk is read-only.
        [missing] Saved, but without a backup of how it was before: a file or folder is gone.
        [in-the-way] Saved, but without a backup of how it was before: something else has that name.
        [damaged] Saved, but without a backup of how it was before: the disk does not give back what it was given.
        [held] Saved, but without a backup of how it was before: another program holds a file.
        [network] Saved, but without a backup of how it was before: the network drive does not answer.
       *[other] Saved, but without a backup of how it was before: the system gave an error.
    }
vault-no-backup-hint = Check that the folder “backups” beside the vault can be written and that there is room on the disk.
vault-old-backups =
    { $reason ->
        [full] Backups that open with what opened the vault before could not be removed: there is no room on the disk.
        [denied] Backups that open with what opened the vault before could not be removed: the system denies access.
        [read-only] Backups that open with what opened the vault before could not be removed: the disk is read-only.
        [missing] Backups that open with what opened the vault before could not be removed: a file or folder is gone.
        [in-the-way] Backups that open with what opened the vault before could not be removed: something else has that name.
        [damaged] Backups that open with what opened the vault before could not be removed: the disk does not give back what it was given.
        [held] Backups that open with what opened the vault before could not be removed: another program holds a file.
        [network] Backups that open with what opened the vault before could not be removed: the network drive does not answer.
        [other-name] Backups that open with what opened the vault before are still there: they have the file name that the vault had then.
       *[other] Backups that open with what opened the vault before could not be removed: the system gave an error.
    }
vault-old-backups-hint = Remove the older files in the folder “backups” beside the vault yourself.
vault-copy-other-key = { $copy } was not merged: the vault’s key does not open it.
    .hint = The vault has got another key since. Open this copy by itself with the password it had, and move what is missing.
vault-copy-unreadable = { $copy } was not merged: what is in it could not be understood.
    .hint = A newer Keytick may have written it. It stays where it is.
vault-older-copy = An older copy of the vault was put in its place (save { $found }, last seen { $known }).
    .hint = Nothing was saved over it. Put the newer file back, or restore a newer backup.
vault-forked = A different copy of the vault was put in its place.
    .hint = Nothing was saved over it. A sync program may have swapped two copies: look for the other one, then open the vault again.
vault-replaced = Another vault was put in this one’s place.
    .hint = Nothing was saved over it. Put the right file back, or open the vault that is there now.
vault-too-large =
    { $what ->
        [slots] The vault has no room for another way to open it.
       *[other] This is more than a vault can hold.
    }
    .hint = Remove what you do not need and try again.
vault-read-back = The disk did not keep what was written.
    .hint = The vault is as it was. Check the disk, and make a copy of the vault on another one.
vault-sealed-name = A file beside the vault has a name that cannot be used.
vault-password-empty = The password is empty.
    .hint = Choose a password of a few words.
vault-password-too-long = The password is too long.
    .hint = A password may have up to 1,024 letters, fewer if they are not Latin ones.
vault-recovery-key-length =
    { $found ->
        [one] The recovery key has 32 characters; this is { $found }.
       *[other] The recovery key has 32 characters; these are { $found }.
    }
    .hint = It is eight groups of four.
vault-recovery-key-character = The recovery key has no character “{ $character }” (number { $position }).
    .hint = It has digits and the letters A to Z without I, L, O and U.
vault-recovery-key-typo = The recovery key has a typing mistake.
    .hint = Compare it with the sheet, group by group.
vault-kdf-too-cheap = The password check would be too easy to try out: at least { $memory } MiB and { $passes } passes.
vault-kdf-too-costly = The password check would take too much: at most { $memory } MiB, { $passes } passes, and { $product } MiB in all passes together.
vault-random = The system gives no random numbers, so nothing was encrypted.
    .hint = Restart the computer and try again.
