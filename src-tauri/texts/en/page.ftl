# Texts: the page of the desktop app.
#
# <b>…</b> is shown strong, <k>Ctrl V</k> as keys to press. Codes and key caps are not in here.

-brand = KEYTICK

## Everywhere

app-name = { -brand }
account-nameless = No name
sheet-close = Close
sheet-cancel = Cancel
sheet-back = Back
sheet-discard-ask = What you typed will be lost.
sheet-discard-keep = Keep editing
sheet-discard-yes = Discard
error-unknown = Something went wrong.
    .hint = Nothing is lost. Try again, or close the app and open it again.
error-retry = Try again
error-save-now = Save now
error-dismiss = Close this message
timer-label = { $seconds ->
    [one] New codes in { $seconds } second
   *[other] New codes in { $seconds } seconds
}
ring-label = { $seconds } seconds left of { $period }

## Password fields

password-label = Password
password-again = Same password again
password-show = Show password
password-hide = Hide password
password-differ = The two passwords differ.
password-same = The two passwords are the same
password-suggest = Suggest one
password-suggested = Write these words down, then type them again below.
password-caps-lock = Caps Lock is on.
strength-too-easy = Too easy. Seconds to guess.
strength-weak = Weak. Days to guess.
strength-good = Good. Years to guess.
strength-very-strong = Very strong. Centuries to guess.

## First run

first-step = Step { $step } of 2
first-title = Choose a password
first-lead = It locks your codes on this computer. Nobody can reset it, so pick one you will remember.
first-continue = Continue
first-busy = One moment…
first-used-before = Used { -brand } before?
first-restore = Restore a backup
recovery-title = Save your recovery key
recovery-lead = If you forget your password, this key is the only other way in. Keep it away from this computer.
recovery-label = Recovery key, 8 groups of 4 characters
recovery-group = Group { $number }: { $spelled }
recovery-covered = The key is covered
recovery-save = Save as file
recovery-copy = Copy
recovery-print = Print
recovery-saved = Saved. Keep the file away from this computer.
recovery-copied = Copied. The clipboard clears in { $seconds } s.
recovery-check = Type the last 4 characters to check
recovery-check-hint = The key is covered while you type, so read it from your copy.
recovery-check-wrong = That is not the end of this key. Look at your copy.
recovery-later = Do this later
recovery-finish = Finish
recovery-again-lead = A new recovery key is made. The one you were shown before no longer works.
recovery-again-show = Make a new key
recovery-print-title = { -brand } recovery key
recovery-print-lead = If you forget your password, this key is the only other way in.
recovery-print-date = Made on { $date }

## Recovery codes of a site

recovery-codes-title = Recovery codes
recovery-codes-lead = The codes that <b>{ $name }</b> gave you for the day you have no others. Your password, please.
recovery-codes-left = { $left } of { $total } left
recovery-codes-none = None kept
recovery-codes-basket = Codes kept beside the second factor are one basket: whoever opens this vault has both, and who loses it has neither. Print them and keep the sheet elsewhere.
recovery-codes-list = Recovery codes, ticked when used
recovery-codes-used-on = used on { $date }
recovery-codes-used = used
recovery-codes-copy = Copy { $code }
recovery-codes-copied = Copied and ticked off. The clipboard clears in { $seconds } s.
recovery-codes-ticked = Ticked off.
recovery-codes-unticked = No longer ticked off.
recovery-codes-saved = Saved.
recovery-codes-deleted = Deleted the recovery codes of { $name }.
recovery-codes-arrived = { $count ->
    [one] Deleted. { $count } code arrived from another computer meanwhile, and stays.
   *[other] Deleted. { $count } codes arrived from another computer meanwhile, and stay.
}
recovery-codes-undo = Undo
recovery-codes-replace = Replace
recovery-codes-delete = Delete all
recovery-codes-delete-ask = Delete all these codes?
recovery-codes-text = Codes from the site
recovery-codes-text-hint = Paste them, or read the file that you got from the site. You can change the text.
recovery-codes-file = Read a file
recovery-codes-replaces = The codes that are kept now go when you keep new ones.
recovery-codes-found = Found in the text
recovery-codes-unsure = not sure: tick it if it is a code
recovery-codes-left-out = { $count ->
    [one] { $count } line is left out
   *[other] { $count } lines are left out
}
recovery-codes-keep = { $count ->
    [one] Keep { $count } code
   *[other] Keep { $count } codes
}
recovery-codes-print-title = Recovery codes for { $name }
recovery-codes-print-lead = Each of them works once. Keep this sheet away from your computer and your phone.
recovery-codes-print-date = Printed on { $date }

## Unlock

unlock-title = Unlock { -brand }
unlock-button = Unlock
unlock-busy = Opening…
unlock-links = { $count ->
    [one] Unlock first. Then you see the account of the link you opened.
   *[other] Unlock first. Then you see the accounts of the { $count } links you opened.
}
unlock-wrong = That password is not right.
unlock-wait = Wait { $seconds } s before the next try.
unlock-forgot = Forgot your password?
unlock-recovery-title = Open with your recovery key
unlock-recovery-lead = Type the key from your copy, and choose a new password.
unlock-recovery-key = Recovery key
unlock-recovery-key-hint = Spaces, dashes and small letters are fine.
unlock-recovery-open = Open and set the new password
unlock-pin = PIN
unlock-pin-password = Use your password
unlock-keychain = Open with this computer's keychain

## The file cannot be used

damaged-title = Your accounts file is damaged
damaged-newer-title = Your accounts file is newer than this { -brand }
damaged-unopened-title = Your accounts file cannot be opened
damaged-unopened-lead = The file is kept as it is, and nothing is written to it.
damaged-lead = It could not be read. The file is kept as it is, and nothing is written to it.
damaged-newer-lead = It was written by a newer version, which this one cannot read. The file is kept as it is, and nothing is written to it.
damaged-lead-good = It could not be read. Your backups are fine, so nothing is lost.
damaged-backups = Backups
damaged-backup-whole = Undamaged
damaged-backup-broken = Cannot be opened
damaged-kept = The damaged file is kept next to the restored one, in case it is needed.
damaged-no-backup = No good backup was found. Choose another file, or start again. The damaged file is kept.
damaged-restore = Restore this backup
damaged-choose = Choose another file
damaged-start-again = Start again
damaged-newer-do = Install the newer version, then open your codes with it.
missing-title = Your accounts file is gone
missing-lead = It was here since { -brand } was started. Nothing new is made in its place.
damaged-retry = Try again

## Other copies of the file

merged-from = Merged changes from { $copies }.
merged-second-keys =
    { $count ->
        [one] 1 account had a different key in each copy. Both are kept; the second is marked “other key”.
       *[other] { $count } accounts had a different key in each copy. Both are kept; the second is marked “other key”.
    }
    .hint = Try a code of each on the site, then delete the one that is refused.
error-use-older = Use this one

## Quick search

quick-title = Quick search
quick-lately = Used lately
quick-suited = For the window you were in
quick-first = Your accounts
quick-foot = Enter copies and hides this window
quick-ending = New code in { $seconds } s
quick-waiting = Waiting for the new code…
quick-next = Next
quick-copy-next = Copy next
quick-copy-this = Copy this
quick-again = Copy again
quick-type = Type it
quick-actions = Actions
quick-locked = Locked
quick-locked-lead = Unlock, then carry on searching.
quick-unlock = Unlock
quick-close = Close
quick-busy = The clipboard is busy. Press Enter again.
quick-empty = There are no accounts yet.
quick-empty-open = Open { -brand }

## The window around the codes

nav-label = Main
nav-all = All codes
nav-favourites = Favourites
nav-tags = Tags
nav-deleted = Deleted
nav-backup = Back up
nav-move = Moving from { $app }
nav-lock = Lock
nav-menu = Menu
codes-search = Search accounts
codes-search-empty = Search
codes-search-placeholder = { $total ->
    [one] Search { $total } account
   *[other] Search { $total } accounts
}
codes-count = { $found } of { $total }
codes-list = Codes
codes-add = Add
codes-add-label = Add account
codes-nothing = No account matches “{ $query }”
codes-nothing-hint = Check the spelling, or add it as a new account.
codes-nothing-clear = Clear search
codes-none-here = Nothing here yet
codes-none-favourites = Press <k>Ctrl D</k> on an account to make it a favourite.
codes-none-tag = No account has this tag now.
codes-said-hits = { $found } of { $total }. { $label }.
codes-said-copied = Copied. Clears in { $seconds } seconds.
codes-said-code = { $spelled }. { $seconds } seconds left.
codes-said-counter = { $spelled }.
codes-said-hidden = Codes are hidden.
codes-said-shown = Codes are shown.
empty-title = Add your first account
empty-lead = On the site, open two-step sign-in and take a screenshot of the QR code. Then press <k>Ctrl V</k> here.
empty-files = Choose files
empty-drop = or drop screenshots anywhere
empty-type = Type the key
row-favourite-name = { $label }, favourite
row-recovery-left = { $count ->
    [one] { $count } recovery code left
   *[other] { $count } recovery codes left
}
row-new = New
row-favourite = Favourite
row-next = Next
row-copied = Copied
row-next-copied = Next copied
row-seconds = { $seconds } s
row-used = { $count ->
    [0] Not used yet
    [one] Used { $count } time
   *[other] Used { $count } times
}
row-new-code = New code
row-counter = Code { $count }
row-damaged = Key is damaged
row-fix = Fix
row-fix-name = Fix the key of { $name }
row-damaged-list = Accounts with a damaged key

## The action bar

bar-label = Actions
bar-copy = Copy
bar-copy-next = Copy next
bar-copy-again = Copy again
bar-actions = Actions
bar-clear = Clear
bar-add = Add
bar-none = No accounts yet
bar-no-results = No results
bar-account = <b>{ $name }</b> · { $account }
bar-name = <b>{ $name }</b>
bar-ending = <b>{ $name }</b> · new code in { $seconds } s
bar-copied = <b>Copied.</b> Clipboard clears in { $seconds } s
bar-clear-now = Clear now
bar-undo = Undo
bar-recovery = Your recovery key is not saved yet.
bar-recovery-save = Save it
bar-recovery-short = Save your recovery key
status-added = { $count ->
    [one] Added { $count } account.
   *[other] Added { $count } accounts.
}
status-saved = Saved { $name }.
status-fixed = { $name } has its key again.
status-favourite = { $name } is a favourite.
status-unfavourite = { $name } is no favourite any more.
status-deleted = Deleted { $name }.
status-restored = { $name } is back.
status-undone-added = { $count ->
    [one] Taken back: { $count } account is not added.
   *[other] Taken back: { $count } accounts are not added.
}
status-deleted-many = { $count ->
    [one] Deleted 1 account.
   *[other] Deleted { $count } accounts.
}
status-moved = { $name } is in place { $place } now.
status-tagged = { $count ->
    [one] 1 account is tagged { $tag }.
   *[other] { $count } accounts are tagged { $tag }.
}
status-undone-moved = The account is back in its place.
status-undone-tagged = The tags are as they were.
status-undone-codes = The recovery codes are as they were.
status-undone-nothing = There is nothing to take back.
status-undone-edited = The change is taken back.
status-undone-removed = { $count ->
    [one] { $count } account is back.
   *[other] { $count } accounts are back.
}
status-undone-restored = { $count ->
    [one] { $count } account is under Deleted again.
   *[other] { $count } accounts are under Deleted again.
}
status-clipboard-empty = The clipboard is empty.

## Actions on an account

codes-marked = { $count ->
    [one] 1 account is marked
   *[other] { $count } accounts are marked
}
codes-unmark = Take the marks away
codes-order-first = To move accounts, choose “My own order” in Settings, Appearance.
codes-order-all = To move accounts, show all of them, without a search.
many-label = { $count ->
    [one] Actions for 1 account
   *[other] Actions for { $count } accounts
}
many-tag = Add a tag…
many-tag-title = { $count ->
    [one] Tag 1 account
   *[other] Tag { $count } accounts
}
many-tag-name = Tag
many-tag-do = Add the tag
many-export = Back up or export…
clock-slow = Your computer's clock is { $amount } slow, so sites may refuse codes.
clock-fast = Your computer's clock is { $amount } fast, so sites may refuse codes.
clock-seconds = { $count } s
clock-minutes = { $count } min
clock-hours = { $count } h
clock-fix = Fix the clock
actions-label = Actions for { $name }
actions-find = Find an action
actions-none = No such action
actions-copy = Copy code
actions-copy-next = Copy next code
actions-new-code = New code
actions-large = Show large
actions-favourite = Add to favourites
actions-unfavourite = Remove from favourites
actions-edit = Edit
actions-tags = Set tags
actions-reveal = Show QR code
actions-phone = Put on my phone
actions-recovery = Recovery codes
actions-recovery-left = Recovery codes ({ $count } left)
actions-delete = Delete
large-next = Next
large-read = Read aloud
large-copy = Copy
reveal-title = Key and QR code
reveal-lead = Anyone who sees the key can make your codes for <b>{ $name }</b>. Your password, please.
reveal-show = Show
reveal-done = Done
reveal-qr = QR code of this account
reveal-key = Key
reveal-hides = { $seconds ->
    [one] Hidden again in { $seconds } second.
   *[other] Hidden again in { $seconds } seconds.
}

## Adding

add-title = Add an account
add-drop = Drop screenshots here
add-drop-hint = One or many. Every QR code in them is found.
add-paste = Paste
add-paste-hint = A picture or a setup link
add-paste-found = Image found
add-capture = Capture the screen
add-capture-hint = Finds it anywhere
add-files = Choose files
add-files-hint = One or many
add-type = Type the key
add-type-hint = Or a setup link
add-paste-text = The clipboard holds text, but no setup link.
add-private = Images are read on this computer only
add-moving = Moving from another app?
add-import = Import its backup
capture-why = Your system will ask to let { -brand } see the screen. The picture is read once and not kept.
capture-refused = Screen capture is off for { -brand }
capture-settings = Open system settings
capture-paste = Paste a screenshot instead
drop-title = { $count ->
    [0] Drop screenshots to add
    [one] Drop { $count } screenshot to add
   *[other] Drop { $count } screenshots to add
}
drop-title-files = { $count ->
    [one] Drop { $count } file to add
   *[other] Drop { $count } files to add
}
drop-hint = You choose what to keep before anything is saved.
drop-locked-title = Unlock first, then drop again.
reading-title = { $total ->
    [one] Reading { $total } screenshot…
   *[other] Reading { $total } screenshots…
}
reading-title-files = { $total ->
    [one] Reading { $total } file…
   *[other] Reading { $total } files…
}
reading-label = Files read
reading-count = { $done } of { $total }
reading-found = { $found ->
    [0] No account found so far.
    [one] { $found } account found so far.
   *[other] { $found } accounts found so far.
}
reading-now = Looking at { $name }…
reading-stop = Stop
confirm-title = Add this account?
confirm-picture = The picture in which it was found
confirm-from-clipboard = From your clipboard
confirm-from-files = From your file
confirm-from-drop = From your screenshot
confirm-from-screen = From your screen
confirm-from-link = From the link you opened
confirm-name = Name
confirm-name-missing = Which site is this for?
confirm-account = Account
confirm-code = Code now
confirm-digits = { $digits ->
    [one] { $digits } digit
   *[other] { $digits } digits
}
confirm-period = every { $period } s
confirm-counter = by counter
confirm-steam = for Steam
confirm-changed = You already have <b>{ $name }</b> with another key. Both will be kept.
confirm-trashed = This account is under Deleted. It will be brought back.
confirm-add = Add account
confirm-add-copy = Add and copy code
review-title = { $count ->
    [0] No new accounts
    [one] { $count } new account
   *[other] { $count } new accounts
}
review-title-pictures = { $pictures ->
    [one] { $count ->
        [0] No new accounts in { $pictures } screenshot
        [one] { $count } new account in { $pictures } screenshot
       *[other] { $count } new accounts in { $pictures } screenshot
    }
   *[other] { $count ->
        [0] No new accounts in { $pictures } screenshots
        [one] { $count } new account in { $pictures } screenshots
       *[other] { $count } new accounts in { $pictures } screenshots
    }
}
review-title-backup = { $count ->
    [0] No new accounts in the backup from { $app }
    [one] { $count } new account in the backup from { $app }
   *[other] { $count } new accounts in the backup from { $app }
}
review-already = { $count ->
    [one] { $count } is already here.
   *[other] { $count } are already here.
}
review-unread = { $count ->
    [one] { $count } could not be read.
   *[other] { $count } could not be read.
}
review-problem = { $name } could not be read
review-problem-unnamed = One part could not be read
review-more-problems = { $count ->
    [one] Show { $count } more that could not be read
   *[other] Show { $count } more that could not be read
}
review-note = With a note
review-favourite = Favourite
review-show = Show
review-hide = Hide
review-picture = The picture that could not be read
review-selected = { $count } of { $total } selected
review-select-all = Select all
review-tag = Tag them
review-no-tag = No tag
review-already-here = Already here
review-same-name = Same name
review-was-deleted = Under Deleted
review-twice = Found twice
review-unusual = Note
review-what = What to do with { $name }
review-keep-both = Keep both
review-replace = Replace
review-rename = Rename
review-rename-name = Name
review-rename-account = Account
review-add = { $count ->
    [one] Add { $count } account
   *[other] Add { $count } accounts
}
review-close = Close
nothing-title = No QR code in this picture
nothing-title-screens = No QR code on your screens
nothing-which = Screen
nothing-stopped-title = Reading was stopped
nothing-stopped = No account was found until then. What was left is not read.
nothing-tip-whole = Show the whole code
nothing-tip-whole-how = With a little white around all four edges.
nothing-tip-bigger = Make it bigger
nothing-tip-bigger-how = Zoom in on the site, then take it again.
nothing-tip-sharp = Avoid glare and blur
nothing-tip-sharp-how = A screenshot works better than a photo.
nothing-text-key = Sites also show the key as text, often under <b>“Can’t scan?”</b>. You can type that instead.
nothing-picture = The picture
nothing-type = Type the key
nothing-mark = Mark the code by hand
mark-hint = Drag a box around the code: only that part is read again. Arrow keys move the box, with Shift they change its size. Enter reads, Escape goes back.
mark-box = Box around the code
mark-place = From { $left } to { $right } % across, { $top } to { $bottom } % down
mark-read = Read this part
mark-reading = Reading…
mark-back = Back
mark-none = No QR code in this box. Draw it around the whole code, with a little white.
nothing-another = Choose another file
key-title = Type the key
key-name = Name
key-account = Account
key-key = Key
key-key-hint = Spaces, dashes and small letters are fine. A setup link works too.
key-show = Show key
key-hide = Hide key
key-more = More options
key-type = Type
key-type-totp = Time
key-type-hotp = Counter
key-type-steam = Steam
key-type-motp = mOTP, with a PIN
key-type-yandex = Yandex, with a PIN
key-pin = PIN
key-digits = Digits
key-period = Every
key-period-seconds = { $seconds } s
key-counter = Counter
key-method = Method
key-code = Code now. Compare it with the site before you add.
key-duplicate = This key is already here.
key-trashed = This key is under Deleted. It will be brought back.
key-add = Add account
key-fix-title = Type the key again
key-fix-lead = All else of this account is kept. If the site does not show the key any more, set up two-step sign-in there anew.
key-fix = Save the key

## Importing from another app

import-title = Import from another app
import-lead = You see every account before anything is added.
import-drop = Drop its backup here
import-drop-hint = A file or a folder. What it is, its content says.
import-file = Choose a file
import-folder = Choose a folder
import-change = Change
import-pasted = Pasted text
import-locked = { $app } backup, locked with a password
import-backup = { $app } backup
import-unknown = Not known
import-described = { $what } · { $size }
import-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
import-password = Password of that backup
import-password-hint = The one you chose in { $app }. It is used once and not kept.
import-wrong = That is not the password of this backup. It is the one you chose in { $app }.
import-key-file-hint = Only if one was set beside the password.
import-key-file-choose = Choose key file
import-open = Open backup
import-opening = Opening…
import-opening-seconds = { $seconds ->
    [one] Opening, about { $seconds } second left
   *[other] Opening, about { $seconds } seconds left
}
import-opening-label = How far the backup is opened
import-reading-entries = Reading the accounts…
import-which = Which app made it?
import-which-none = Choose the app
import-how = How to get it: { $app }
import-works = Works with backups from
import-works-more = { $count ->
   *[other] and { $count } more
}
import-nothing = My app gives no backup

## Backing up, and leaving

export-title = Back up your accounts
export-kind = Kind of backup
export-own = { -brand } backup
export-own-hint = Everything, locked with a password. Best for keeping safe.
export-recommended = Recommended
export-app = Locked file for another app
export-app-hint = Opens in Aegis, 2FAS, Ente Auth, KeePass and others, with a password.
export-codes = QR codes
export-codes-hint = To scan with a phone, or print.
export-plain = Plain list
export-plain-hint = Not locked. Anyone with the file can get in to your accounts.
export-unprotected = Not protected
export-format = For which app
export-form = As what
export-screen = On this screen, for my phone
export-screen-parts = On this screen, for Google Authenticator
export-accounts = Accounts
export-all = { $count ->
    [one] All, { $count } account
   *[other] All { $count } accounts
}
export-favourites = Favourites ({ $count })
export-tag = { $name } ({ $count })
export-choose = Choose…
export-chosen = Accounts to take along
export-chosen-count = { $count } of { $total } chosen
export-lab = Practice accounts of the test lab, too ({ $count })
export-lock = Lock it with
export-lock-own = My { -brand } password
export-lock-other = Another password
export-password = Your { -brand } password
export-password-hint = Asked whenever keys leave the app.
export-understood = I understand that anyone with this file can get in.
export-count = { $count ->
    [0] No account can be in this file
    [one] { $count } account will be in it
   *[other] { $count } accounts will be in it
}
export-left-out = { $count ->
    [one] { $count } account cannot be in it
   *[other] { $count } accounts cannot be in it
}
export-left-out-one = <b>{ $name }</b>: { $reason }
export-loses = { $what } <b>{ $names }</b>
export-names-more = { $names } and { $count } more
export-after = After saving, the file is opened again to check it.
export-save = Save backup
export-show = Show QR codes
export-saving = Saving…
export-done = { $count ->
    [one] Saved and checked: { $count } account.
   *[other] Saved and checked: { $count } accounts.
}
export-done-file = { $files ->
    [one] { $name }
   *[other] { $name } and { $more } more
}
export-done-plain = Anyone with this file can get in. Delete it when you no longer need it.
export-close = Done

## On a phone

phone-title = Put on my phone
phone-way = How
phone-one-each = One QR code each
phone-parts = Google Authenticator’s transfer codes
phone-place = { $index } of { $total }
phone-scan-one = Scan this with your phone: <b>{ $name }</b>
phone-scan-parts = { $count ->
    [one] In Google Authenticator, choose import and scan this. It holds { $count } account.
   *[other] In Google Authenticator, choose import and scan this. It holds { $count } accounts.
}
phone-qr = QR code to scan
phone-next = Next
phone-back = Back
phone-to-check = Check a code
phone-check-lead = Pick an account and type the code that your phone shows for it now.
phone-check-account = Account
phone-check-code = Code on the phone
phone-check = Check
phone-done = Done
phone-right = That is right. Your phone makes the same codes.
phone-wrong-ahead = Your phone’s clock is { $time } ahead. Turn on automatic time there.
phone-wrong-behind = Your phone’s clock is { $time } behind. Turn on automatic time there.
phone-wrong-algorithm = Your phone uses { $name } for this account, the site another method. Choose an app that can change it, or set it by hand there.
phone-wrong-digits = Your phone makes codes of { $digits } digits for this account, the site others. Set it by hand there.
phone-wrong-period = Your phone makes a new code every { $period } s for this account, the site does not. Set it by hand there.
phone-wrong-plain = Your phone did not take over the settings of this account. Its app cannot make these codes.
phone-wrong-counter = Your phone is at code { $counter } of this account, not at the same as here. Set the counter by hand there.
phone-wrong-unknown = That is not a code of this account. Look again which account it is, and scan its code once more.
phone-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
phone-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
phone-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}

## Moving away from an app that gives nothing out

move-title = Move from { $app }
move-new-title = Move site by site
move-new-lead = Some apps give their keys to nobody. Then each site gives you a new key. The list is kept until you are done.
move-app = Which app
move-app-other = Another app
move-app-name = Its name
move-list = Your sites, one a line
move-list-hint = Type them from the app’s list, or paste them. A name in brackets is the account: Bytebase (me@example.com)
move-begin = Make the list
move-progress = { $done } of { $total } done
move-progress-label = Sites done
move-how = Sign in at { $name } with the code from { $app }. Open two-step sign-in, and set up the authenticator app anew. Then add the QR code that the site shows.
move-add = Add the new key
move-old = Old code
move-new = New code
move-old-in-app = In { $app }, until the site took the new one
move-new-missing = Not added yet
move-accepted = The site took the new code
move-take-back = Not yet after all
move-remove = Take { $name } off the list
move-more = Add more sites
move-more-add = Add to the list
move-all-done = All sites are done. You can delete { $app } now, once you have tried each of them.
move-end = End the move
move-end-ask = The list is forgotten. Your accounts stay.
move-end-yes = Forget the list
move-later = Go on later
move-waiting = The next account you add is taken as the new one of { $name }.

## The test lab

lab-title = Test lab
lab-note = Practice sites that run <b>only on this computer</b>. They copy how each kind of site sets up two-step sign-in, and have no link to the real ones.
lab-sites = Sites
lab-site-batch = Batch style
lab-about-batch = QR code and key, then one code to confirm
lab-site-bytebase = Bytebase style
lab-about-bytebase = Switch on, scan, confirm, then ten recovery codes
lab-site-rocketchat = Rocket.Chat style
lab-about-rocketchat = Codes by e-mail first, then scan and backup codes
lab-site-deployhq = DeployHQ style
lab-about-deployhq = Two linked sites and one recovery token
lab-site-infura = Infura style
lab-about-infura = Scan, confirm, one backup code
lab-site-strict = Strict
lab-about-strict = As the standards ask: no code works twice
lab-site-own = Your own
lab-about-own = A profile that you wrote, as a file
lab-running = Running
lab-starting = Starting…
lab-stopped = Stopped
lab-start = Start
lab-start-all = Start all
lab-start-label = Start { $name }
lab-open = Open
lab-open-label = Open { $name } in the browser
lab-open-site = Open site
lab-stop-label = Stop { $name }
lab-count = { $running } of { $total } running
lab-toggle = Start or stop
lab-open-log = Open log
lab-open-log-label = Open the log of { $name }
lab-back = Back to sites
lab-said-site = { $name }, { $state }
lab-progress = Progress
lab-progress-label = Progress of the flow
lab-step-password = Log in
lab-step-scan = Scan
lab-step-confirm = Confirm
lab-step-codes = Save codes
lab-step-sign-in = Sign in
lab-log = Live log
lab-log-label = Events
lab-following = Following
lab-paused = Paused
lab-log-search = Search the log
lab-log-found = { $found } of { $total }
lab-log-pause = Pause the log
lab-log-save = Save the log
lab-log-saved = The log is saved, without keys and codes.
lab-new-lines = { $count ->
    [one] { $count } new line
   *[other] { $count } new lines
}
lab-mark-note = Note
lab-mark-passed = Passed
lab-mark-refused = Refused
lab-mark-fault = Fault
lab-controls = Controls
lab-account = Your account here
lab-account-none = Open the site and log in as alice@demo.test with the password demo. When it shows its QR code, add it here or as you would anywhere.
lab-account-offer = The site has shown a QR code.
lab-account-add = Add to my accounts
lab-account-added = Added with the tag Lab. Backups leave it out.
lab-account-copy = Copy
lab-clock = Site clock
lab-clock-label = Site clock, in seconds
lab-clock-right = right
lab-clock-ahead = { $seconds } s ahead
lab-clock-behind = { $seconds } s behind
lab-clock-stands = stands still
lab-clock-back-30 = −30 s
lab-clock-real = Right time
lab-clock-on-30 = +30 s
lab-clock-stop = Stop clock
lab-clock-next = Next code
lab-faults = Faults
lab-faults-on = { $count ->
    [0] none on
    [one] { $count } on
   *[other] { $count } on
}
lab-fault-late = Answer 3 s late
lab-fault-refuse = Refuse the first right code
lab-fault-drop = Drop the connection once
lab-fault-replay = Accept used codes again
lab-fault-lock = Lock after 3 wrong codes
lab-fault-unclear = Small or faint QR code
lab-fault-nameless = Name missing in the QR code
lab-fault-spaced = Key with spaces and dashes
lab-rules = Rules
lab-rules-digits = Digits
lab-rules-period = Seconds
lab-rules-window = Window
lab-rules-steps = { $from } to { $to }
lab-rules-when = The window holds at once, digits and seconds from the next set-up on.
lab-state = { $faults ->
    [0] No faults
    [one] { $faults } fault on
   *[other] { $faults } faults on
} · clock { $clock }
lab-clear = Clear faults
lab-reset = Reset
lab-reset-done = The site is as it began.
lab-stop = Stop site

## Settings

settings-title = Settings
settings-saved = Changes are saved at once
settings-undone = Changed back.
settings-back = Back to the codes
settings-locking = Locking
settings-lock-after = Lock after
settings-lock-after-hint = When nothing is typed or clicked
settings-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
settings-hour = 1 hour
settings-never = Never
settings-lock-screen = Lock when the screen locks
settings-lock-sleep = Lock when the computer sleeps
settings-lock-close = Lock when the window is closed
settings-lock-close-hint = { -brand } goes on in the tray. Quitting always locks.
settings-security = Security
settings-privacy = Privacy
settings-hide-codes = Hide codes
settings-hide-codes-hint = Only the selected account shows its code
settings-capture = Keep out of screenshots and screen sharing
settings-capture-hint = Your codes show as a blank window to others
settings-not-possible = Not possible on this system
settings-clipboard = Clipboard
settings-copying = After copying a code
settings-then = Then
settings-then-hint = The window you came from gets the keyboard back
settings-then-hide = Hide window
settings-then-stay = Stay open
settings-last-seconds = When a code is about to change
settings-last-seconds-hint = In its last 3 seconds
settings-last-copy = Copy it anyway
settings-last-next = Copy the next one
settings-last-wait = Wait for the next one
settings-type = Type codes into the window before
settings-type-hint = Ctrl Shift Enter in quick search. Other programs can read along, as they can the clipboard
settings-appearance = Appearance
settings-preview = Preview
settings-look = Look
settings-theme = Theme
settings-as-system = As system
settings-theme-light = Light
settings-theme-dark = Dark
settings-density = Row height
settings-density-hint = { $rows } accounts fit in a window of the usual size
settings-density-compact = Compact
settings-density-normal = Normal
settings-density-roomy = Roomy
settings-text-size = Text size
settings-icons = Icons of well-known sites
settings-icons-hint = In place of a letter. They come with { -brand }; nothing is fetched
settings-language = Language
settings-codes = Codes
settings-grouping = Grouping
settings-countdown = Countdown
settings-dial = Dial
settings-bar = Bar
settings-next = Next code
settings-next-last = Last 5 seconds
settings-next-always = Always
settings-order = Order
settings-order-name = Favourites, then A–Z
settings-order-most = Used most
settings-order-lately = Used lately
settings-order-own = My own order
settings-read = Read the code on every move
settings-read-hint = For screen readers. Otherwise only when you ask
settings-shortcuts = Shortcuts
settings-background = In the background
settings-autostart = Start with the computer
settings-start-hidden = Start without a window
settings-start-hidden-hint = When it starts with the computer
settings-close-to-tray = Stay in the tray when the window is closed
settings-close-to-tray-hint = So that quick search is at hand. Otherwise closing the window quits
settings-keep-quick-ready = Keep quick search ready while { -brand } is hidden and unlocked
settings-keep-quick-ready-hint = It then opens at once. Otherwise the memory is given back after a minute, and it opens a moment later
settings-backups = Backups
settings-export = Save the settings
settings-export-hint = As a file. No account or key is in it
settings-export-do = Save…
settings-exported = The settings are saved.
settings-import = Take over settings
settings-import-hint = From a file that was saved here or on another computer
settings-import-do = Choose…
settings-imported = The settings are taken over.
settings-sync = Sync
settings-clear-after = Clear the clipboard after
settings-clear-after-hint = Only if the code is still on it
settings-seconds = { $seconds } seconds
settings-back-in = Getting back in
settings-password = Password
settings-password-hint = Locks your codes on this computer
settings-password-change = Change…
settings-recovery = Recovery key
settings-recovery-checked = You checked your copy
settings-recovery-unchecked = You have not checked your copy yet
settings-recovery-check = Check…
settings-recovery-new = Make a new one…
settings-pin = Unlock with a PIN
settings-pin-hint = After your password, until you quit { -brand } or sign out
settings-keychain = Open with this computer's keychain
settings-keychain-hint = No password is asked while you are signed in here

shortcuts-anywhere = From anywhere
shortcuts-quick = Open quick search
shortcuts-quick-hint = Works while { -brand } is in the background
shortcuts-copy-last = Copy the last account again
shortcuts-copy-last-hint = Without opening a window
shortcuts-desktop = Your desktop asks once before a shortcut can work from anywhere.
shortcuts-desktop-allow = Allow now
shortcuts-desktop-asking = Your desktop asks you now…
shortcuts-desktop-allowed = Your desktop decides which keys these are. Change them in its settings.
shortcuts-here = In { -brand }
shortcuts-none = Not set
shortcuts-change = Change
shortcuts-change-label = Change the keys for: { $name }
shortcuts-press = Press the new keys…
shortcuts-reset = Reset
shortcuts-reset-label = Usual keys again for: { $name }
shortcuts-taken = Already used for: { $name }.
shortcuts-use-here = Use it here instead
shortcuts-not-these = These keys have a fixed use, or would type a letter. Try others.
shortcuts-two-more = Hold two of Ctrl, Alt and Shift, so that no other app misses these keys.
shortcuts-twice = These keys are the other shortcut already. Try others.

backups-none = There is no backup yet. The first one is made with your first change.
backups-last = { $count ->
    [one] Last backup: { $when }.
   *[other] Last backup: { $when }. { $count } are kept.
}
backups-checked = Each was opened again to check it.
backups-now = Back up now
backups-automatic = Automatic
backups-every = Back up after every change
backups-kept = Kept: the last 10, one a day for a week, one a week for a month
backups-on = On
backups-folder = Beside your accounts
backups-by-hand = By hand
backups-export = Back up or export
backups-export-hint = { -brand } backup, other apps, QR codes
backups-choose = Choose…
backups-restore = Restore
backups-restore-hint = See what is inside before anything changes
backups-restore-do = Restore…
backups-import = Import from another app
backups-import-do = Import…
backups-deleted = Deleted accounts
backups-deleted-hint = { $count ->
    [0] None. They are kept for 30 days
    [one] 1 account, kept for 30 days
   *[other] { $count } accounts, kept for 30 days
}
backups-deleted-show = Show

sync-where = Where
sync-folder = Folder
sync-file = File
sync-file-hint = Locked. A service that shares its folder cannot read it
sync-share = A folder you already share between computers
sync-step-quit = Quit { -brand } on this computer.
sync-step-move = Move <b>{ $file }</b> into the shared folder.
sync-step-tell = Set <b>KEYTICK_VAULT</b> to its new place, here and on the other computers, and start { -brand } again.
sync-merge = Copies that a sync program leaves beside the file are merged. If two computers change the same part of an account, the later change counts; two different keys are both kept, as two accounts.

password-change-title = Change your password
password-change-now = Password until now
password-change-rekey = Somebody may have a copy of my accounts file and know the old password
password-change-rekey-hint = Your accounts get a new lock. You get a new recovery key, and the backups that { -brand } made are removed. Copies that lie elsewhere still open with what opened them.
password-change-keeps = Your recovery key stays the same. Backups made before still open with the old password.
password-change-button = Change it
password-changed = Your password is changed.

recovery-verify-title = Check your recovery key
recovery-verify-lead = Type the key from your copy. Nothing is changed.
recovery-verify-button = Check
recovery-verify-right = This is your recovery key. Your copy is good.

pin-title = Unlock with a PIN
pin-lead = The password is asked once after each start of { -brand }, and the PIN after that. Three wrong PINs in a row, and the password is asked again.
pin-label = PIN
pin-hint = At least 4 characters. It is kept in memory, so it keeps people away from your keyboard; the file is protected by the password alone.
pin-button = Turn on
pin-off-lead = From now on the password is asked every time.
pin-off-button = Turn off
keychain-title = Open with this computer's keychain
keychain-lead = { -brand } then opens without a password for whoever is signed in to your account on this computer.
keychain-warn = Every program that you run there can ask the keychain for the key, too. Lock the screen when you leave.
keychain-button = Turn on
keychain-off-lead = From now on the password is asked again.
keychain-off-button = Turn off

## All shortcuts

keys-title = All shortcuts
keys-anywhere = Anywhere
keys-paste = Add from the clipboard
keys-undo = Take back the last change
keys-step = To the next part of the window
keys-larger = Larger text
keys-smaller = Smaller text
keys-normal = Normal text
keys-quit = Quit { -brand }
keys-move = Move the selection
keys-page = Move by a page
keys-ends = To the first account, to the last
keys-copy-other = Copy, and leave the window the other way: hidden or open
keys-hide-window = Hide the window
keys-step-back = To the previous part of the window
keys-escape = Clear the search, then hide the window
keys-mark = Mark several accounts
keys-copy-nth = Copy that row on view
keys-type = Type the code, from quick search
keys-actions = All actions for the account
keys-hide = Hide or show all codes
keys-up = Move the account up, in your own order
keys-down = Move the account down, in your own order
keys-sheets = Sheets
keys-main = Main button
keys-close = Close
keys-tick = Tick or untick
keys-tick-all = Tick all new ones

## Editing and deleting

edit-title = Edit account
edit-name = Name
edit-account = Account
edit-tags = Tags
edit-tag-add = Add a tag
edit-tag-remove = Remove { $name }
edit-note = Note
edit-icon = Icon
edit-icon-auto = As in Settings
edit-icon-letter = Letter
edit-colour = Colour
edit-colour-of = Colour { $number }
edit-colour-auto = By name
edit-favourite = Favourite
edit-settings = Code settings
edit-settings-time = Time · { $digits } digits · every { $period } s · { $method }
edit-settings-counter = Counter · { $digits } digits · next { $counter } · { $method }
edit-settings-steam = Steam · every { $period } s
edit-settings-pin = { $type ->
        [motp] mOTP
       *[yandex] Yandex
    } · every { $period } s, with a PIN
edit-settings-change = Change
edit-settings-now = Code now
edit-settings-then = With the new settings
edit-settings-said = Code now: { $now }. With the new settings: { $then }.
edit-settings-warning = With wrong settings the site refuses your codes. Save only what the site says.
edit-key = Key and QR code
edit-key-hint = Asks for your password first
edit-key-show = Show
edit-recovery-show = Open
edit-delete = Delete
edit-save = Save
delete-title = Delete { $name }?
delete-title-many = Delete { $count } accounts?
delete-warning-many = You will no longer get codes for them. Turn off two-step sign-in on the sites first, or you may lock yourself out.
delete-warning = You will no longer get codes for <b>{ $account }</b>. Turn off two-step sign-in on the site first, or you may lock yourself out.
delete-kept = It stays under Deleted for 30 days, so you can bring it back.
delete-kept-many = They stay under Deleted for 30 days, so you can bring them back.
delete-keep = Keep
delete-yes = Delete
deleted-title = Deleted
deleted-lead = Accounts stay here for 30 days after they were deleted.
deleted-none = Nothing is under Deleted.
deleted-when = Deleted on { $date }
deleted-restore = Bring back
deleted-restore-label = Bring back { $name }

## What is printed on keys

cap-ctrl = Ctrl
cap-shift = Shift
cap-enter = Enter
cap-escape = Esc
cap-delete = Del
cap-home = Home
cap-end = End
cap-page-up = Page Up
cap-page-down = Page Down
cap-space = Space
