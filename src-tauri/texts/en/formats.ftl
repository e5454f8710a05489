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
    .hint = It is the password that was set in the other app when the backup was made. If you are sure of it, the file may be cut off or damaged: export it again.
formats-password-needed-perhaps = This may be a backup of { $format } that is locked with a password, or no backup at all.
    .hint = If it is from { $format }, type the password that was set when the backup was made.
formats-wrong-password-perhaps = This may be a backup of { $format } with another password, or no backup at all.
    .hint = Nothing in the file says what it is. If it is from { $format }, check the password, or export it again: the file may be cut off.
formats-damaged = This file is damaged ({ $what }).
    .hint = Export it again from the other app.
formats-entry-damaged = This entry is damaged: something in it is not as the other app writes it.
formats-setting-missing = { $field ->
        [algorithm] The algorithm is missing.
        [digits] The number of digits is missing.
        [period] The number of seconds is missing.
       *[counter] The counter is missing.
    }
formats-newer-version = A newer version of the other app made this: its format has the number { $found }, and Keytick knows it up to { $newest }.
    .hint = Update Keytick. Until then, export a list of addresses or QR codes from the other app.
formats-too-costly = Opening this file would need { $needs } MiB of memory. At most { $limit } MiB are allowed.
    .hint = Export it again with the other app’s usual settings.
formats-too-slow = Opening this file would take about { $needs } seconds. At most { $limit } are allowed.
    .hint = Export it again with the other app’s usual settings.
formats-too-large = This file is too large: at most { $limit } MB, also when unpacked.
    .hint = Split the export into smaller ones.
formats-too-many = This file has too many entries: at most { $limit }.
    .hint = Split the export into smaller ones.
formats-too-deep = This archive has archives in it that have archives in them.
    .hint = Unpack it first, and give the files in it.
formats-cancelled = Stopped. Nothing was added.
formats-letters-guessed = The file does not say how its letters are written. Check this name.
formats-note-cut = The note was too long: its end is left out.
formats-too-new = A newer version of Keytick wrote this.
    .hint = Update Keytick to read it.
formats-name-too-long = The name of { $name } is too long for a QR code.
    .hint = Shorten it and try again.
formats-not-written = Keytick reads this kind of file and does not write it.
formats-plain-only = This kind of file has no password.
formats-encrypted-only = This kind of file needs a password.
formats-changed = What was written does not read back as it was. Nothing was saved.
    .hint = Please report this.
formats-empty = This file is empty.
formats-unknown = This is not a backup Keytick knows.
    .hint = Which app made it?
formats-unknown-type = Keytick does not know the code type “{ $found }”.
formats-no-key = This entry has no sign-in key.
formats-in-trash = This entry was in the other app’s trash.
    .hint = Restore it there and export again if you need it.
formats-no-pin = Its codes need a PIN, which is not in the file.
    .hint = Add it by hand, with its PIN.

# What another app's file cannot hold, said before it is written.

formats-loss-type = it holds no { $type } keys
formats-loss-algorithm = it does not know { $algorithm }
formats-loss-digits = it does not know codes of { $digits } digits
formats-loss-period = it does not know codes of { $period } seconds
formats-loss-note = { $count ->
        [one] The note of 1 account is left out.
       *[other] The notes of { $count } accounts are left out.
    }
formats-loss-tags = { $count ->
        [one] Tags of 1 account are left out.
       *[other] Tags of { $count } accounts are left out.
    }
formats-loss-tag-marks = { $count ->
        [one] “,” and “;” in tags of 1 account become spaces.
       *[other] “,” and “;” in tags of { $count } accounts become spaces.
    }
formats-loss-favourite = { $count ->
        [one] That 1 account is a favourite is left out.
       *[other] That { $count } accounts are favourites is left out.
    }
formats-loss-icon = { $count ->
        [one] The icon of 1 account is left out.
       *[other] The icons of { $count } accounts are left out.
    }
formats-loss-order = Your own order is left out.
formats-loss-usage = How often accounts were used is left out.
formats-loss-recovery-codes = { $count ->
    [one] The recovery codes of 1 account are left out.
   *[other] The recovery codes of { $count } accounts are left out.
}

# Files that only their own app can open, and how to export differently.

formats-aegis-no-password = This Aegis backup has no password; it opens only on the phone that made it.
    .hint = Set a password for backups in Aegis and export again.
formats-bitwarden-account-restricted = Only the Bitwarden account that made this export can open it.
    .hint = Export again, and choose “Password protected” instead of “Account restricted”.
formats-google-encrypted = Google Authenticator encrypted this key; it opens only on the phone it is from.
    .hint = Export QR codes in the app: menu, “Transfer accounts”.
formats-keepass-version = This KeePass database is of another version of the format than 4.
    .hint = Open it in KeePassXC or KeePass, choose KDBX 4 in the database’s security settings, save it and try again.
formats-proton-pass-pgp = This Proton Pass export is encrypted with PGP, which Keytick does not read.
    .hint = Export again as CSV, or as ZIP without encryption, and delete that file afterwards.
formats-winauth-elsewhere = This WinAuth file is tied to a Windows account or a YubiKey and opens only there.
    .hint = In WinAuth, choose Export and save the accounts as a text or an archive.

# What should be known about a key from another app's backup.

note-aegis-md5 = Aegis has MD5 for this key by an old mistake, and makes SHA1 codes. So does Keytick.

# Where the other app has its export.

format-aegis-help = In Aegis: ⋮ › Settings › Import & Export › Export.
format-2fas-help = In 2FAS: Settings › 2FAS Backup › Export.
format-ente-help = In Ente Auth: Settings › Data › Export codes.
format-bitwarden-help = In Bitwarden: Tools › Export vault, as JSON with “Password protected”. In Bitwarden Authenticator: Settings › Export.
format-proton-authenticator-help = In Proton Authenticator: Settings › Export.
format-proton-pass-help = In Proton Pass: Settings › Export, as ZIP or CSV.
format-andotp-help = In andOTP: ⋮ › Backups.
format-freeotp-plus-help = In FreeOTP+: ⋮ › Export › JSON.
format-stratum-help = In Stratum: ⋮ › Backup › Back up to file.
format-keepass-help = KeePass, KeePassXC, KeePassDX or Strongbox: choose the database file itself (.kdbx).
format-keepass-xml-help = In KeePassXC: Database › Export › XML File. In KeePass: File › Export.
format-keepassxc-csv-help = In KeePassXC: Database › Export › CSV File.
format-1password-help = In 1Password: File › Export, as 1PUX or CSV.
format-apple-passwords-help = In Passwords on a Mac: File › Export All Items to File.
format-passwords-csv-help = In a password manager: export as CSV. Only those that keep one-time codes write them.
format-pdf-help = A sheet of QR codes or a saved web page. Save it as PDF and choose the file.
format-authy-help = Authy gives nothing out. From a rooted Android phone: com.authy.storage.tokens.authenticator.xml in its shared_prefs.
format-authenticator-extension-help = In the extension: ⚙ › Backup › Download Backup File.
format-authenticator-plus-help = In Authenticator Plus: Settings › Backup & Restore › Export. A backup authplus.db works too.
format-battle-net-help = From a rooted Android phone: com.blizzard.messenger.authenticator_preferences.xml in the app’s shared_prefs.
format-cloudotp-help = In CloudOTP: Settings › Backup › Export encrypted file.
format-cotp-help = cotp export, or its database db.cotp itself.
format-duo-help = Duo gives nothing out. From a rooted Android phone: accounts.json in the app’s files/duokit.
format-freeotp-help = In FreeOTP: ⋮ › Backup. It saves externalBackup.xml.
format-google-authenticator-database-help = From a rooted Android phone: the app’s databases/databases. Without root, export QR codes in the app.
format-lastpass-help = In LastPass Authenticator: Settings › Transfer accounts › Export accounts to file.
format-microsoft-help = Microsoft Authenticator gives nothing out. From a rooted Android phone: databases/PhoneFactor, with its -wal file.
format-otpclient-help = Choose OTPClient’s database itself (.enc).
format-raivo-help = In Raivo: Settings › Export OTPs to ZIP archive.
format-steam-help = From a rooted Android phone: the app’s files/Steamguard-…; or a .maFile of Steam Desktop Authenticator.
format-stratum-database-help = From a rooted Android phone: the app’s files/proauth.db3. Without root, use a backup of Stratum.
format-totp-authenticator-help = In TOTP Authenticator: Backup › Export to file.
format-2faguard-help = In 2FAGuard: Settings › Export › Backup.
format-2fauth-help = In 2FAuth: Manage › select accounts › Export, as 2FAuth’s own format.
format-winauth-help = In WinAuth: ⚙ › Export. Its own file winauth.xml works too, unless it is tied to Windows.

# The sheet for printing.

formats-sheet-title = Sign-in keys
formats-sheet-keep = Whoever has this sheet can make your codes. Keep it where only you can get it.
formats-sheet-settings = { $type }, { $algorithm }, { $digits } digits, { $moves }
formats-sheet-period = { $period } seconds
formats-sheet-counter = counter { $counter }

# Where each program's export is found: for menus, the command line and the documentation.

format-keytick-help = In Keytick: Settings, “Back up now”; or “keytick export --format keytick”.
format-uri-list-help = A text file with one otpauth:// address a line, as many programs export.
format-html-help = A web page with otpauth:// addresses in it, saved as one file.
format-qr-picture-help = A screenshot or a photo with one or more QR codes.
format-zip-help = A zip archive or a folder with files of any of the kinds here.
format-google-migration-help = In Google Authenticator: menu, “Transfer accounts”, “Import accounts”, then scan each picture.
format-sheet-html-help = A page to print: a QR code and the key in letters for each account.
format-sheet-pdf-help = The sheet as a PDF: a QR code and the key in letters for each account.
