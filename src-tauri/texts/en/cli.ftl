# The command line: help, questions, what was done, and what went wrong.
#
# The id of a help text follows from its place: cli-scan for the command, cli-scan-image for
# its argument, cli-option-json for what every command takes. A -more text stands at the end
# of --help.

cli = Codes for signing in, from QR codes, links and an encrypted vault.
cli-more =
    Data goes to standard output, everything else to standard error.

    Secrets on standard input stand one a line: first the vault’s password, then the other
    secret. Arguments can be read by other users of this machine, so a key is never one.

    Exit codes: 0 done; 1 asked for and not achieved; 2 wrong usage; 3 wrong password;
    4 vault damaged or refused; 5 vault busy or changed by another program; 130 interrupted.

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-every-command = Options of every command
cli-heading-json = With --json:
cli-one-of = { $words } One of: { $values }.

cli-option-vault = The vault’s file. Otherwise KEYTICK_VAULT, otherwise vault.keytick in the folder for local data.
cli-option-password-stdin = Read the vault’s password from the first line of standard input.
cli-option-password-file = Read the vault’s password from the first line of this file.
cli-option-json = Answer in JSON.
cli-option-quiet = Show only data and errors.
cli-option-version = Show the version.
cli-option-help = Show this help; --help shows all of it.
cli-option-yes = Do not ask.

## scan

cli-scan = Read every QR code in pictures. Needs no vault.
cli-scan-image = A picture: PNG, JPEG, WebP, GIF, BMP or TIFF; a folder of them; - reads standard input.
cli-scan-more =
    Prints the text of each code on a line of its own. A picture that cannot be read does not
    stop the others; the exit code is 0 if any code was found in any picture. Of a folder,
    every picture in it and in its folders is read.

    Example: keytick scan screenshot.png
cli-scan-no-code = { $file }: no QR code in this picture.
cli-scan-progress = { $done } of { $total } pictures
cli-scan-stopped = Stopped: { $done } of { $total } pictures were read.
cli-file-problem = { $file }: { $reason }

## otp

cli-otp = Show the code of one otpauth link. Needs no vault.
cli-otp-uri = The link; - reads it from the first line of standard input.
cli-otp-at = The code at this time, in Unix seconds, instead of now.
cli-otp-more =
    Prefer “-”: what stands in the arguments can be read by other users of this machine, and
    stays in the shell’s history.

    Example: keytick otp - < link.txt

cli-otp-transfer = This is a transfer code of Google Authenticator, which may hold many keys.
    .hint = “keytick add --uri -” adds them all to the vault. “keytick scan” shows what a picture’s codes say.

## code

cli-code = Show or copy the code of an account.
cli-code-query = Its id, or words of its issuer, account or tags that no other account has.
cli-code-at = The code at this time, in Unix seconds, instead of now.
cli-code-next = The code after the current one.
cli-code-peek = For an account with a counter: leave the counter where it is.
cli-code-copy = Copy the code instead of printing it, and clear the clipboard after a while.
cli-code-clear-after = Seconds until the clipboard is cleared, 30 unless told otherwise.
cli-code-more =
    The code of an account with a counter moves the counter on, which is saved before the code
    is shown. If that code cannot be copied, it is printed. The clipboard is cleared only if
    it still holds the code.

    Examples: keytick code github
              keytick code --copy bytebase admin
cli-code-copied =
    { $seconds ->
        [one] Copied the code of { $name }. The clipboard will be cleared in 1 second.
       *[other] Copied the code of { $name }. The clipboard will be cleared in { $seconds } seconds.
    }

## list

cli-list = List accounts. Never shows a secret.
cli-list-query = Only accounts that match all of these words.
cli-list-empty = No accounts.
cli-unreadable =
    { $count ->
        [one] 1 account cannot be read, and stays in the vault as it is. If its key is damaged, the app lists it and takes the key anew; otherwise a newer version may read it.
       *[other] { $count } accounts cannot be read, and stay in the vault as they are. If a key is damaged, the app lists the account and takes the key anew; otherwise a newer version may read them.
    }
cli-column-issuer = ISSUER
cli-column-account = ACCOUNT
cli-column-type = TYPE
cli-column-id = ID
cli-column-status = STATUS

## add

cli-add = Add accounts from pictures, links, the clipboard or a typed key.
cli-add-image = Pictures with QR codes. Several codes in one picture are all added.
cli-add-uri = An otpauth, otpauth-migration, steam or motp link; - reads links from standard input, one a line.
cli-add-clipboard = The picture or link on the clipboard.
cli-add-issuer = The site of a typed key.
cli-add-account = Who signs in there.
cli-add-secret-stdin = Read the typed key from standard input, after the password if that is there too.
cli-add-note = A note for the typed key’s account.
cli-add-tag = A tag for the typed key’s account; may be given several times.
cli-add-type = What moves the codes on, totp unless told otherwise.
cli-add-algorithm = The hash, SHA1 unless told otherwise.
cli-add-digits = Digits of a code, 4 to 10; 6 unless told otherwise.
cli-add-period = Seconds that a code lasts, 1 to 86400; 30 unless told otherwise.
cli-add-counter = The counter of the first code of a hotp account; 0 unless told otherwise.
cli-add-pin-stdin = Read the PIN of a motp or yandex account from standard input, after the key.
cli-add-more =
    Shows what was found and asks before anything is saved. All of it is saved, or none. What
    is here already is left alone; what is in the trash comes back from it. Where the same
    key is here with a lower counter, that account’s counter is raised. The same key with
    other settings is added beside it.

    Prefer “--uri -”: what stands in the arguments can be read by other users of this machine.

    Examples: keytick add --image screenshot.png
              keytick add --issuer GitHub --account me@example.com
cli-status-new = new
cli-status-duplicate = already here
cli-status-changed = same name
cli-status-raised = higher counter
cli-status-in-trash = in the trash
cli-status-repeated = twice
cli-ask-add =
    { $new ->
        [one] Add 1 account? [y/N]
       *[other] Add { $new } accounts? [y/N]
    }
cli-ask-restore =
    { $restored ->
        [one] Restore 1 account from the trash? [y/N]
       *[other] Restore { $restored } accounts from the trash? [y/N]
    }
cli-ask-raise =
    { $raised ->
        [one] Raise the counter of 1 account? [y/N]
       *[other] Raise the counters of { $raised } accounts? [y/N]
    }
cli-ask-all = Accounts to add: { $new }, to restore from the trash: { $restored }, counters to raise: { $raised }. Go on? [y/N]
# Every answer that means yes, in lower case, with spaces between.
cli-answers-yes = y yes
cli-added =
    { $count ->
        [one] Added 1 account.
       *[other] Added { $count } accounts.
    }
cli-raised =
    { $count ->
        [one] Raised the counter of 1 account.
       *[other] Raised the counters of { $count } accounts.
    }
cli-duplicates =
    { $count ->
        [one] 1 account was here already.
       *[other] { $count } accounts were here already.
    }
cli-ask-secret = Key:
cli-ask-pin = PIN:

## import

cli-import = Add accounts from other programs’ files.
cli-import-file = A backup, an export, a picture, an archive, or a folder of these; - reads standard input.
cli-import-format = Read the files as this, whatever they look like. “keytick formats” lists the ids.
cli-import-import-password-stdin = Read the files’ password from standard input, after the vault’s password if that is there too.
cli-import-key-file = The key file of a KeePass database.
cli-import-only = Only accounts with this text in their names. May be given several times.
cli-import-skip = No accounts with this text in their names. May be given several times.
cli-import-dry-run = Only show what is in the files. Needs no vault; with --password-stdin or --password-file, compares with what is in it.
cli-import-show-secrets = With --json, give the key and the otpauth link of each account, too; else print the links.
cli-import-more =
    Each file is recognised by what is in it, not by its name. Shows what was found and asks
    before anything is saved. All of it is saved, or none. An entry that cannot be read does
    not lose the others. What is here already is left alone; what is in the trash comes back
    from it.

    The exit code is that of the first file that could not be read: 3 for a wrong password,
    4 for a file that is damaged, too costly or not known.

    What was added can be taken back with “keytick remove”, which moves accounts to the
    trash; --json tells their ids.

    Examples: keytick import aegis-backup.json
              keytick import --skip work aegis-backup.json
              keytick import --dry-run --json backup.2fas
cli-import-file-read = { $count ->
        [one] { $file }: { $format }, 1 account
       *[other] { $file }: { $format }, { $count } accounts
    }
cli-import-file-locked = { $count ->
        [one] { $file }: { $format }, locked, 1 account
       *[other] { $file }: { $format }, locked, { $count } accounts
    }
cli-import-resembles = It looks like { $format }. { $help }
cli-import-locked = { $file } is locked with a password that was set in { $program }.
cli-import-twin = The same key as { $name }, which is kept.
cli-import-undo = To take it back: keytick remove { $ids }
cli-import-undo-many = To take it back: keytick vault restore "{ $backup }"
cli-import-opening = Opening: { $percent } % of about { $seconds } s (Ctrl C stops)
cli-ask-import-password = Its password (not the vault’s):
cli-unread = Not every file could be read.

## export

cli-export = Write accounts as another program’s file.
cli-export-query = Only accounts that match all of these words.
cli-export-format = The kind of file. “keytick formats” tells what each is.
cli-export-output = Where to: a file, or a folder, which is made if it is new. Otherwise standard output.
cli-export-export-password-stdin = Lock the file with the password on standard input, after the vault’s password if that is there too.
cli-export-plain = Do not lock the file: who has it has your keys.
cli-export-with-lab = Also the accounts of practice sites.
cli-export-more =
    Says what the other program cannot hold and asks before anything is written. A file is
    written whole or not at all, only you can read it, and it is read back and compared
    before it counts as written. Where the other program has locked files, the new one is
    locked with a password, unless you say --plain.

    Examples: keytick export --format aegis --output aegis.json
              keytick export --format google-migration --output codes/ github
cli-export-is-plain = The file will not be locked: who has it has your keys.
cli-export-choose-password = Choose a password for the new file.
cli-export-left-out = Left out: { $name } ({ $format }: { $reason }).
cli-export-renamed = { $count ->
        [one] The name of 1 account is written a little differently there.
       *[other] The names of { $count } accounts are written a little differently there.
    }
cli-export-retagged = { $count ->
        [one] Tags of 1 account are written a little differently there.
       *[other] Tags of { $count } accounts are written a little differently there.
    }
cli-exported = { $count ->
        [one] Wrote 1 account to { $file } and read it back.
       *[other] Wrote { $count } accounts to { $file } and read them back.
    }
cli-ask-export = { $count ->
        [one] Write 1 account for { $format } to { $file }? [y/N]
       *[other] Write { $count } accounts for { $format } to { $file }? [y/N]
    }
cli-ask-export-over = { $count ->
        [one] Replace { $file } with 1 account for { $format }? [y/N]
       *[other] Replace { $file } with { $count } accounts for { $format }? [y/N]
    }

## formats

cli-formats = List the kinds of files that are read and written.
cli-formats-no = no
cli-formats-yes = yes
cli-formats-encrypted = yes, also locked
cli-formats-locked = locked only
cli-column-name = PROGRAM
cli-column-reads = READS
cli-column-writes = WRITES

## edit

cli-edit = Change fields of an account.
cli-edit-id = The account’s id, as “keytick list” shows it.
cli-edit-issuer = The site.
cli-edit-account = Who signs in there.
cli-edit-note = A note.
cli-edit-tag = A tag; may be given several times. The old tags go.
cli-edit-no-tags = Take all tags away.
cli-edit-colour = The colour of its picture, 0 to 11.
cli-edit-no-colour = Let the colour follow from the name again.
cli-edit-favourite = List it before the others.
cli-edit-no-favourite = List it among the others.
cli-edit-type = What moves the codes on.
cli-edit-algorithm = The hash.
cli-edit-digits = Digits of a code, 4 to 10.
cli-edit-period = Seconds that a code lasts, 1 to 86400.
cli-edit-counter = The counter of the next code.
cli-edit-pin-stdin = Read the PIN of a motp or yandex account from standard input.
cli-edited = Changed { $name }.

## remove and trash

cli-remove = Move accounts to the trash, where they stay for 30 days.
cli-remove-id = The account’s id, as “keytick list” shows it.
cli-removed =
    { $count ->
        [one] Moved 1 account to the trash. It can be restored for 30 days.
       *[other] Moved { $count } accounts to the trash. They can be restored for 30 days.
    }
cli-trash = List, restore or forget removed accounts.
cli-trash-list = List the accounts in the trash.
cli-trash-is-empty = The trash is empty.
cli-trash-restore = Bring accounts back from the trash.
cli-trash-restore-id = The account’s id, as “keytick trash list” shows it.
cli-restored =
    { $count ->
        [one] Restored 1 account from the trash.
       *[other] Restored { $count } accounts from the trash.
    }
cli-trash-empty = Forget accounts in the trash for good.
cli-trash-empty-id = Only these accounts instead of all.
cli-ask-empty =
    { $count ->
        [one] Forget 1 account for good? Nothing can bring it back. [y/N]
       *[other] Forget { $count } accounts for good? Nothing can bring them back. [y/N]
    }
cli-emptied =
    { $count ->
        [0] The trash is empty.
        [one] 1 account is gone for good.
       *[other] { $count } accounts are gone for good.
    }

## vault

cli-vault = Make, check and change the vault’s file.
cli-vault-create = Make a new, empty vault.
cli-vault-create-recovery = Make a recovery key too, and print it.
cli-vault-create-kdf-memory = Memory that one try of the password takes, in MiB, at least 64.
cli-vault-create-kdf-passes = Passes over that memory, at least 3.
cli-vault-create-more =
    Without --kdf-memory and --kdf-passes one try of the password is made to take this machine
    half a second to a second. With only one of them, the other is the least allowed.
cli-created = Made the vault { $path }
cli-calibrating = Measuring how hard the password can be made to guess on this machine…
cli-weak-password = This password is easy to guess for somebody who has the vault’s file. Four or more unrelated words are better.
cli-ask-password = Password:
cli-ask-new-password = New password:
cli-ask-new-password-again = New password again:
cli-ask-recovery-key = Recovery key:
cli-vault-info = Show what the file says about itself. Needs no password.
cli-info-path = File
cli-info-format = Format
cli-info-vault-id = Vault
cli-info-generation = Generation
cli-info-written-at = Written
cli-info-writer = By
cli-info-size = Bytes
cli-info-slot = Opens with
cli-info-slot-kdf = { $type } ({ $kdf }, { $memory } MiB, { $passes } passes, { $lanes } lanes)
cli-vault-check = Check the whole file, from its first byte to its last account.
cli-checked =
    { $count ->
        [one] The vault is whole. It holds 1 account.
       *[other] The vault is whole. It holds { $count } accounts.
    }
cli-vault-password = Change the password.
cli-vault-password-new-password-stdin = Read the new password from standard input, after the old one.
cli-vault-password-forgotten = Open the vault with its recovery key instead of the old password.
cli-vault-password-rekey = Give the vault another key as well, for when somebody may have a copy of it and its old password. Prints a new recovery key; in JSON it is recovery_key. The backups made before are removed.
cli-vault-password-kdf-memory = Memory that one try of the password takes, in MiB, at least 64.
cli-vault-password-kdf-passes = Passes over that memory, at least 3.
cli-vault-password-more =
    Older copies of the file still open with the old password.

    With --forgotten, --password-stdin and --password-file read the recovery key where they
    else read the password.
cli-rekeyed = The password is changed and the vault has another key. This is the new recovery key. Copies that lie elsewhere still open with what opened them.
cli-password-changed = The password is changed. Older copies of the vault still open with the old one.
cli-vault-recovery = Make or check the recovery key, which opens the vault when the password is forgotten.
cli-vault-recovery-new = Make a new recovery key and print it. The one before stops working.
cli-recovery-new = Write this key down and keep it away from this machine. It opens the vault without the password.
cli-vault-recovery-check = Check that a recovery key is the vault’s.
cli-vault-recovery-check-secret-stdin = Read the recovery key from the first line of standard input.
cli-recovery-fits = This is the vault’s recovery key.
cli-vault-backups = List the backups, the newest first. Needs no password.
cli-vault-backups-more = A backup is how the vault was before it was saved once. It opens with the password of its time.
cli-backups-file = File
cli-backups-generation = Generation
cli-backups-written-at = Written
cli-backups-state = State
cli-backups-undamaged = Undamaged
cli-backups-damaged = Cannot be opened
cli-backups-none = There is no backup yet. The second time the vault is saved, the first one is kept.
cli-vault-restore = Put a backup in the vault’s place. Needs no password.
cli-vault-restore-file = The backup, as “keytick vault backups” names it, or any copy of a vault. Otherwise the newest whole backup.
cli-vault-restore-this = Restore nothing: go on with the vault as it is, though a newer one was seen here.
cli-vault-restore-more =
    What is in the vault’s place is kept: as a backup if it is whole, else beside the vault under
    a name that says so.
cli-ask-vault-restore = Put the backup of { $time } in the place of the vault { $path }? (y/n)
cli-vault-restored = Restored the backup of { $time }.
cli-restored-kept = The damaged file is kept: { $kept }
cli-restored-failed = In that file the check “{ $class }” failed, somewhere in the bytes { $from } to { $to }.
cli-restored-this = The vault is used as it is from now on.
cli-no-good-backup = No good backup was found beside the vault.
    .hint = If you have a copy elsewhere, restore it: keytick vault restore FILE
cli-merged = Merged changes from { $copies }.
cli-merged-in-place = another computer
cli-merge-failed = There are other copies of the vault that could not be merged now: { $reason }
cli-second-keys =
    { $count ->
        [one] 1 account had two different keys. Both are kept; the second is marked “other key”.
       *[other] { $count } accounts had two different keys. Both are kept; the second is marked “other key”.
    }
cli-older-copy = This vault is older than the one last seen here (save { $found }, last seen { $newest }). It can be read, but is not changed. “keytick vault restore” puts the newest backup in its place; “keytick vault restore --this” goes on with it as it is.
cli-restored-copy = An earlier state of this vault was put back here: save { $found }, where save { $newest } was the last one. What was changed after it is not in the vault; “keytick vault backups” lists later states.
cli-forked-copy = Another copy of this vault was put in its place. What was last saved here may be missing in it; “keytick vault backups” lists earlier states.

## sim

cli-sim = Practice sites for signing in with codes, for tests and for people.
cli-sim-more =
    Exit codes of sim and device: 0 done; 1 failed; 2 wrong usage, profile included;
    10 the server cannot be reached; 11 no browser driver; 12 out of time; 70 a fault of this
    program.
cli-sim-serve = Serve a practice site on this machine.
cli-sim-serve-profile = A profile that comes along, by name, or a file; strict unless told otherwise.
cli-sim-serve-frozen = Stop the clock of new worlds at this time: Unix seconds, or a moment such as 2005-03-18T01:58:00Z.
cli-sim-serve-seed = Where keys, codes and chance come from: the same seed gives the same.
cli-sim-serve-data = Keep worlds in this file, instead of in memory.
cli-sim-serve-identity-port = The port of the identity service, where a profile has two linked sites; a free one unless told otherwise.
cli-sim-serve-oracle = Let the control API be asked for anybody’s current code.
cli-sim-serve-show-secrets = Show keys and codes in events.
cli-sim-serve-port = The port; 0, or nothing, takes a free one.
cli-sim-serve-expose = Answer other machines too, under the names of --allow-host. For containers.
cli-sim-serve-allow-host = A name under which the server answers; may be given several times. Without a port, any port will do.
cli-sim-serve-until-stdin-closes = End when standard input ends, and so with the program that started this one.
cli-sim-serve-more =
    Prints where the site is, and then a line for everything that happens there. The token is
    that of the control API; KEYTICK_SIM_TOKEN sets it beforehand. Ends with Ctrl C.

    Examples: keytick sim serve --profile bytebase
              keytick sim serve --profile my-site.toml --port 8080 --json --frozen 1111111080
cli-sim-serving =
    The practice site is at { $url }
    Its clock, faults and log: { $lab }
    Control API: { $api }
    Token: { $token }
    Ctrl C ends it.
cli-sim-exposed = Other machines can reach this site. Put only made-up people and keys into it.
cli-sim-wait = Wait until a practice site answers.
cli-sim-wait-url = Its address; of a page in it, too.
cli-sim-wait-timeout = Seconds to wait, 30 unless told otherwise.
cli-sim-ready = { $url } is ready.
cli-sim-profile = List, check and write profiles: sites as files.
cli-sim-profile-list = List the profiles that come along.
cli-sim-profile-show = Show a profile as it is written; with --json all of its values, defaults included.
cli-sim-profile-show-profile = A profile that comes along, by name, or a file.
cli-sim-profile-lint = Check profiles for what is wrong or odd.
cli-sim-profile-lint-profile = A file, or a profile that comes along, by name.
cli-sim-profile-diff = Show where two profiles differ, defaults included.
cli-sim-profile-diff-left = A profile that comes along, by name, or a file.
cli-sim-profile-diff-right = Another one.
cli-sim-profile-new = Begin a profile of one’s own.
cli-sim-profile-new-id = What it is called: lower case letters, digits and dashes.
cli-sim-profile-new-from = Begin with a copy of this profile.
cli-sim-profile-new-output = The file to write; it must not be there yet. Else the profile is printed.
cli-sim-profile-new-more =
    Example: keytick sim profile new my-site --from bytebase -o my-site.toml
cli-sim-profile-made = Wrote { $file }
cli-sim-finding-error = { $file }:{ $line }: error: { $reason }
cli-sim-finding-warning = { $file }:{ $line }: warning: { $reason }
cli-sim-no-findings = { $file }: nothing is wrong or odd.
cli-sim-no-differences = The two are the same, but for comments and order.
cli-column-profile = PROFILE
cli-column-site = SITE
cli-column-about = ABOUT
cli-sim-code = Show the code of one otpauth link at any time, to compare a site’s with.
cli-sim-code-uri = The link; - reads it from the first line of standard input.
cli-sim-code-at = At this time, instead of now: Unix seconds, or a moment such as 2005-03-18T01:58:00Z.

## device

cli-device = A device for tests: takes keys, hands out codes as a patient person would. Needs no vault.
cli-device-more =
    A device never hands out the same step twice, waits rather than give a code that is about
    to end, and says why a site may have refused one. It is gone with its process.

    add, code and explain ask the device at --device, else KEYTICK_DEVICE, with the token in
    --token-file, else KEYTICK_DEVICE_TOKEN. Every practice site serves one too, with the
    site’s own token. With --uri or --image, code and explain need no server.
cli-device-serve = Serve devices to tests in any language.
cli-device-serve-port = The port; 0, or nothing, takes a free one.
cli-device-serve-expose = Answer other machines too, under the names of --allow-host. For containers.
cli-device-serve-allow-host = A name under which the server answers; may be given several times. Without a port, any port will do.
cli-device-serve-until-stdin-closes = End when standard input ends, and so with the program that started this one.
cli-device-serve-more =
    KEYTICK_DEVICE_TOKEN sets the token beforehand.
cli-device-serving =
    Devices are served at { $url }
    Token: { $token }
    Ctrl C ends it.
cli-device-add = Hand keys to a served device, and show the numbers of their accounts.
cli-device-add-uri = An otpauth or steam link; - reads it from the first line of standard input.
cli-device-add-image = A picture with QR codes, such as a screenshot; - reads standard input.
cli-device-add-secret-stdin = Read a typed key from standard input.
cli-device-add-issuer = The site of a typed key.
cli-device-add-account = Who signs in there.
cli-device-add-type = What moves the codes on, totp unless told otherwise.
cli-device-add-algorithm = The hash, SHA1 unless told otherwise.
cli-device-add-digits = Digits of a code, 4 to 10; 6 unless told otherwise.
cli-device-add-period = Seconds that a code lasts, 1 to 86400; 30 unless told otherwise.
cli-device-add-counter = The counter of the first code of a hotp account; 0 unless told otherwise.
cli-device-add-pin-stdin = Read the PIN of a motp or yandex account from standard input, after the key.
cli-device-add-device = The address of the server.
cli-device-add-name = The device there, phone unless told otherwise.
cli-device-add-token-file = Read the server’s token from the first line of this file.
cli-device-code = Get a code that was not handed out before, with time left to type it.
cli-device-code-account = The account’s number, or words of its issuer and account; may be left out if there is only one.
cli-device-code-uri = Of this link instead of a served device’s; - reads it from the first line of standard input.
cli-device-code-image = Of the QR code in this picture.
cli-device-code-min-left = Seconds that the code should have left, 5 unless told otherwise.
cli-device-code-wait = Seconds to wait for such a code, 60 unless told otherwise.
cli-device-code-at = At this time, instead of now: Unix seconds, or a moment such as 2005-03-18T01:58:00Z.
cli-device-code-clock-offset = Seconds by which the device’s clock is ahead; behind if negative. With --uri or --image.
cli-device-code-device = The address of the server.
cli-device-code-name = The device there, phone unless told otherwise.
cli-device-code-token-file = Read the server’s token from the first line of this file.
cli-device-code-more =
    Prefer “--uri -”: what stands in the arguments can be read by other users of this machine.

    Examples: keytick device code --image screenshot.png
              keytick device code acme --min-left 10
cli-device-explain = Say why a site may have refused a code.
cli-device-explain-account = The account’s number, or words of its issuer and account; may be left out if there is only one.
cli-device-explain-uri = Of this link instead of a served device’s; - reads it from the first line of standard input.
cli-device-explain-image = Of the QR code in this picture.
cli-device-explain-code = The code that was refused.
cli-device-explain-date = The Date header of the site’s answer, which tells the site’s clock.
cli-device-explain-sent = How often the code was sent, 1 unless told otherwise.
cli-device-explain-at = When it was refused, instead of now: Unix seconds, or a moment such as 2005-03-18T01:58:00Z.
cli-device-explain-clock-offset = Seconds by which the device’s clock is ahead; behind if negative. With --uri or --image.
cli-device-explain-device = The address of the server.
cli-device-explain-name = The device there, phone unless told otherwise.
cli-device-explain-token-file = Read the server’s token from the first line of this file.
cli-device-explain-more =
    Example: keytick device explain --uri - --code 306183 --date "Fri, 18 Mar 2005 01:58:00 GMT"

## completions and man

cli-completions = Print what a shell needs to complete commands.
cli-completions-shell = The shell.
cli-completions-more =
    Example: keytick completions bash > ~/.local/share/bash-completion/completions/keytick
cli-man = Write manual pages, one for each command.
cli-man-dir = The folder to write them to; it is made if it is not there.

## Wrong usage

cli-usage-no-such-command = There is no command “{ $name }”.
cli-usage-command-missing = Which command?
cli-usage-unknown-argument = There is no argument “{ $argument }” here.
cli-usage-argument-missing = This is missing: { $argument }
cli-usage-conflict = “{ $argument }” does not go with “{ $other }”.
cli-usage-value-missing = “{ $argument }” needs a value.
cli-usage-value-refused = “{ $value }” is not a value for “{ $argument }”.
cli-usage-other = These arguments are not understood.
cli-usage-suggestion = Did you mean “{ $name }”?
cli-usage-valid-values = It may be: { $values }

## What can go wrong

# What is read from standard input or asked for.
cli-what-password = password
cli-what-secret = key
cli-what-pin = PIN
cli-what-recovery-key = recovery key
cli-what-uri = link
cli-what-import-password = file’s password
cli-what-export-password = new file’s password

cli-interrupted = Interrupted.
cli-output = The answer could not be written: { $reason }
cli-file-not-found = There is no such file.
cli-file-forbidden = This file may not be read.
    .hint = Check who owns it and what its permissions are.
cli-file-unreadable = This file cannot be read: { $reason }
cli-input-too-long = What came on standard input is too long.
    .hint = Give at most { $megabytes } MB at a time.
cli-file-unwritable = This cannot be written: { $reason }
cli-input = Standard input cannot be read: { $reason }
cli-input-ended = Standard input ended before the { $what } came.
    .hint = Secrets stand one a line: first the vault’s password, then the other secret.
cli-input-not-text = What came is not text in UTF-8.
cli-no-terminal = There is no terminal to ask for the { $what }.
    .hint = Give it on standard input; “--help” tells the option.
cli-no-terminal-to-ask = There is no terminal to ask whether to go on.
    .hint = Give --yes to go on without being asked.
cli-passwords-differ = The two passwords are not the same.
cli-no-data-folder = This system names no folder for local data.
    .hint = Say where the vault is: --vault FILE
cli-declined = Nothing was changed.
cli-nothing-found = No QR code was found.
    .hint = A code must be in the picture as a whole, with its border, and not too small.
cli-nothing-read = No picture could be read.
cli-no-picture = There is no picture in this folder.
cli-empty-folder = There is nothing to read in this folder.
cli-nothing-to-add = Nothing was added.
cli-nothing-to-export = Nothing was written: no account is left to write.
cli-locked-or-plain = Should the file be locked? Nothing was written.
    .hint = Give a password with --export-password-stdin, or write it unlocked with --plain.
cli-needs-folder = This kind of export is several files.
    .hint = Name a folder: --output FOLDER/
cli-over-vault = That is the vault itself. Nothing was written.
    .hint = Name another file for the export.
cli-not-a-file = This is a device or a pipe, not a file. Nothing was written.
    .hint = Leave --output out to write to standard output.
cli-nothing-to-change = Nothing to change was named.
    .hint = “keytick edit --help” lists the fields.
cli-field-not-for-type = An account of type { $type } has no { $field }.
cli-time-for-counter = The codes of this account follow a counter, not the time: { $field } makes no sense.
cli-no-match = No account matches “{ $query }”.
    .hint = “keytick list” shows all accounts.
cli-several-match = { $count } accounts match “{ $query }”:
    .hint = Add a word, or give the id.
cli-unknown-id = There is no account with the id “{ $id }”.
    .hint = “keytick list” shows the ids.
cli-not-in-trash = There is no account with the id “{ $id }” in the trash.
    .hint = “keytick trash list” shows the ids.
cli-no-clipboard = There is no clipboard here.
    .hint = Run this in a desktop session, or print the code instead of copying it.
cli-not-copied = The code could not be copied, so it is printed: the counter has moved on.
cli-kdf-too-cheap = The password check would be too easy to try out.
    .hint = --kdf-memory takes { $memory } or more, --kdf-passes { $passes } or more.
cli-kdf-too-costly = The password check would take too much.
    .hint = --kdf-memory takes at most { $memory }, --kdf-passes at most { $passes }, and the two multiplied at most { $product }.
cli-clipboard-empty = The clipboard holds neither a picture nor a text.

cli-sim-unknown-profile = There is no profile called “{ $name }”.
    .hint = “keytick sim profile list” lists those that come along. A file needs its path.
cli-sim-refused-profile = The profile { $name } is not understood. Line { $line }: { $reason }
    .hint = “keytick sim profile lint” lists all that is wrong with it.
cli-sim-findings =
    { $count ->
        [one] 1 thing is wrong.
       *[other] { $count } things are wrong.
    }
cli-sim-file-exists = There is a file of this name already.
    .hint = Choose another name; nothing is written over.
cli-sim-address = “{ $address }” is not an address that begins with http://
cli-sim-unreachable = { $address } does not answer: { $reason }
cli-sim-not-ready =
    { $seconds ->
        [one] { $address } was not ready after 1 second.
       *[other] { $address } was not ready after { $seconds } seconds.
    }
cli-sim-random = This system gives no random numbers: { $reason }
cli-device-missing = Which device?
    .hint = Say where one is served: --device URL, or KEYTICK_DEVICE. Or give a key: --uri, --image.
cli-device-no-token = The token of the device’s server is missing.
    .hint = Give it in KEYTICK_DEVICE_TOKEN, or in a file: --token-file FILE
cli-device-wrong-token = { $address } has another token.
    .hint = Its ready line has it. A practice site’s devices have the site’s own token.
cli-device-no-code-in-time =
    { $seconds ->
        [one] No code came in time. The next one comes in 1 second.
       *[other] No code came in time. The next one comes in { $seconds } seconds.
    }
cli-device-told = { $message }
cli-device-answer = What answers at { $address } is not a device.
