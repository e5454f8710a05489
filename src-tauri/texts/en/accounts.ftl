# What keytick-accounts refuses.

accounts-unknown = There is no such account.
    .hint = It may have been deleted on another device.
accounts-too-long = The { $field } is too long.
    .hint = Use at most { $limit } bytes.
accounts-too-many = The vault is full.
    .hint = It keeps at most { $limit } accounts.
accounts-no-counter = This account has no counter: its codes follow the time.
accounts-counter-at-end = The counter of this account is at its end.
    .hint = Set up two-step sign-in again on the site.
accounts-unknown-move = This list is not there any more.
    .hint = It may have been ended in another window or on another device.
accounts-too-many-sites = The list is too long.
    .hint = It holds at most { $limit } sites.
accounts-unknown-recovery-code = This recovery code is not there any more.
    .hint = It may have been deleted in another window or on another device.
accounts-newer-recovery-codes = The recovery codes of this account were written by a newer version of Keytick.
    .hint = They stay as they are. Update Keytick to see or change them.
accounts-too-many-recovery-codes = Too many recovery codes.
    .hint = An account keeps at most { $limit }.
accounts-payload = The accounts in this vault cannot be read: { $reason }.
    .hint = The file itself is undamaged. Keep it, and try the newest version of Keytick.
accounts-too-new = This vault was written by a newer version of Keytick.
    .hint = Update Keytick, then open it again.

## An account that was made because one account had two keys; in brackets after its name.

accounts-second-key = other key
