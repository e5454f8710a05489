# Why a picture, a code or an entry gave no account. An -in-text message stands in for the
# one before it where there was a line of text and no QR code.

formats-no-code = No QR code in this picture.
    .hint = Show the whole code, with a little white around all four edges, and make it bigger.
formats-not-a-key = This QR code is not a sign-in key.
    .hint = Look on the site for the QR code to scan with an authenticator app.
formats-not-a-key-in-text = This is not a sign-in key.
    .hint = Copy the whole link: it begins with “otpauth://”. To add a key you see as letters, type it.
formats-web-address = This QR code is a web address, not a sign-in key.
    .hint = Look on the site for the QR code to scan with an authenticator app. This one says { $address }
formats-web-address-in-text = This is a web address, not a sign-in key.
    .hint = A sign-in key begins with “otpauth://”. This address is { $address }
formats-other-app = This QR code works only in { $app }. It holds no key for other apps.
    .hint = Choose “another authenticator app” or “can’t scan?” on the site.
formats-other-app-in-text = This link works only in { $app }. It holds no key for other apps.
    .hint = Choose “another authenticator app” or “can’t scan?” on the site.
formats-passkey = This QR code is for a passkey on a phone, not a sign-in key.
    .hint = Look on the site for sign-in with an authenticator app.
formats-passkey-in-text = This link is for a passkey on a phone, not a sign-in key.
    .hint = Look on the site for sign-in with an authenticator app.
formats-apple-passwords = This link is only for Apple Passwords.
    .hint = Take a screenshot of the QR code on the site instead.
formats-migration-damaged = This transfer code of Google Authenticator is damaged.
    .hint = Take the screenshot again, or copy the whole address.
formats-migration-entry-damaged = This entry of the transfer code is damaged.
    .hint = Export it again from Google Authenticator.
formats-migration-parts-missing = { $missing ->
        [one] Part { $parts } of { $total } is missing. Add the other screenshots too.
       *[other] Parts { $parts } of { $total } are missing. Add the other screenshots too.
    }

# Backup files of other apps.

formats-password-needed = This file is locked with a password.
    .hint = Type the password that was set when the backup was made.
formats-wrong-password = That is not the password of this backup.
    .hint = It is the password that was set in the other app when the backup was made.
formats-damaged = This file is damaged ({ $what }).
    .hint = Export it again from the other app.
formats-too-costly = Opening this file would need { $needs }; at most { $limit } is allowed.
    .hint = Export it again with the other app’s usual settings.
formats-too-large = This file holds more than { $limit }.
    .hint = Split the export into smaller ones.
formats-cancelled = Stopped. Nothing was added.
formats-unknown = This is not a backup Keytick knows.
    .hint = Which app made it?
formats-unknown-type = Keytick does not know the code type “{ $found }”.
formats-no-key = This entry has no sign-in key.
formats-in-trash = This entry was in the other app’s trash.
    .hint = Restore it there and export again if you need it.
formats-no-pin = Its codes need a PIN, which is not in the file.
    .hint = Add it by hand, with its PIN.
