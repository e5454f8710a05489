# Warum ein Bild, ein Code oder ein Eintrag kein Konto ergab. Eine Meldung auf -in-text steht
# an Stelle der vor ihr, wo es eine Zeile Text und kein QR-Code war.

formats-no-code = Kein QR-Code in diesem Bild.
    .hint = Zeige den ganzen Code, mit etwas Weiß an allen vier Rändern, und mach ihn größer.
formats-not-a-key = Dieser QR-Code ist kein Anmeldeschlüssel.
    .hint = Suche auf der Website den QR-Code, den man mit einer Authenticator-App scannt.
formats-not-a-key-in-text = Das ist kein Anmeldeschlüssel.
    .hint = Kopiere den ganzen Link: Er beginnt mit „otpauth://“. Einen Schlüssel, den du als Buchstaben siehst, gibst du von Hand ein.
formats-web-address = Dieser QR-Code ist eine Webadresse, kein Anmeldeschlüssel.
    .hint = Suche auf der Website den QR-Code, den man mit einer Authenticator-App scannt. In diesem steht { $address }
formats-web-address-in-text = Das ist eine Webadresse, kein Anmeldeschlüssel.
    .hint = Ein Anmeldeschlüssel beginnt mit „otpauth://“. Diese Adresse ist { $address }
formats-other-app = Dieser QR-Code geht nur in { $app }. Für andere Apps enthält er keinen Schlüssel.
    .hint = Wähle auf der Website „andere Authenticator-App“ oder „Scannen nicht möglich?“.
formats-other-app-in-text = Dieser Link geht nur in { $app }. Für andere Apps enthält er keinen Schlüssel.
    .hint = Wähle auf der Website „andere Authenticator-App“ oder „Scannen nicht möglich?“.
formats-passkey = Dieser QR-Code ist für einen Passkey auf einem Handy, kein Anmeldeschlüssel.
    .hint = Suche auf der Website die Anmeldung mit einer Authenticator-App.
formats-passkey-in-text = Dieser Link ist für einen Passkey auf einem Handy, kein Anmeldeschlüssel.
    .hint = Suche auf der Website die Anmeldung mit einer Authenticator-App.
formats-apple-passwords = Dieser Link ist nur für Apple Passwörter.
    .hint = Mach stattdessen ein Bildschirmfoto vom QR-Code auf der Website.
formats-migration-damaged = Dieser Übertragungscode von Google Authenticator ist beschädigt.
    .hint = Mach das Bildschirmfoto noch einmal, oder kopiere die ganze Adresse.
formats-migration-entry-damaged = Dieser Eintrag des Übertragungscodes ist beschädigt.
    .hint = Exportiere ihn noch einmal aus Google Authenticator.
formats-migration-parts-missing = { $missing ->
        [one] Teil { $parts } von { $total } fehlt. Füge auch die anderen Bildschirmfotos hinzu.
       *[other] Die Teile { $parts } von { $total } fehlen. Füge auch die anderen Bildschirmfotos hinzu.
    }

# Sicherungsdateien anderer Apps.

formats-password-needed = Diese Datei ist mit einem Passwort geschützt.
    .hint = Gib das Passwort ein, das beim Sichern gesetzt wurde.
formats-wrong-password = Das ist nicht das Passwort dieser Sicherung.
    .hint = Es ist das Passwort, das beim Sichern in der anderen App gesetzt wurde. Wenn du dir sicher bist, ist die Datei vielleicht abgeschnitten oder beschädigt: Exportiere sie noch einmal.
formats-password-needed-perhaps = Das ist vielleicht eine Sicherung aus { $format }, mit Passwort geschützt, oder gar keine.
    .hint = Wenn sie aus { $format } ist, gib das Passwort ein, das beim Sichern gesetzt wurde.
formats-wrong-password-perhaps = Das ist vielleicht eine Sicherung aus { $format } mit einem anderen Passwort, oder gar keine.
    .hint = Nichts in der Datei sagt, was sie ist. Wenn sie aus { $format } ist, prüfe das Passwort, oder exportiere sie noch einmal: Vielleicht ist die Datei abgeschnitten.
formats-damaged = Diese Datei ist beschädigt ({ $what }).
    .hint = Exportiere sie noch einmal aus der anderen App.
formats-entry-damaged = Dieser Eintrag ist beschädigt: Etwas darin ist nicht so, wie die andere App es schreibt.
formats-setting-missing = { $field ->
        [algorithm] Das Verfahren fehlt.
        [digits] Die Zahl der Stellen fehlt.
        [period] Die Zahl der Sekunden fehlt.
       *[counter] Der Zähler fehlt.
    }
formats-newer-version = Eine neuere Version der anderen App hat das gemacht: Ihr Format hat die Nummer { $found }, und Keytick kennt es bis { $newest }.
    .hint = Aktualisiere Keytick. Bis dahin exportiere aus der anderen App eine Liste von Adressen oder QR-Codes.
formats-too-costly = Diese Datei zu öffnen bräuchte { $needs } MiB Speicher. Erlaubt sind höchstens { $limit } MiB.
    .hint = Exportiere sie noch einmal mit den üblichen Einstellungen der anderen App.
formats-too-slow = Diese Datei zu öffnen würde etwa { $needs } Sekunden dauern. Erlaubt sind höchstens { $limit }.
    .hint = Exportiere sie noch einmal mit den üblichen Einstellungen der anderen App.
formats-too-large = Diese Datei ist zu groß: höchstens { $limit } MB, auch entpackt.
    .hint = Teile den Export in kleinere auf.
formats-too-many = Diese Datei hat zu viele Einträge: höchstens { $limit }.
    .hint = Teile den Export in kleinere auf.
formats-too-deep = In diesem Archiv sind Archive, in denen wieder Archive sind.
    .hint = Entpacke es zuerst und nimm die Dateien darin.
formats-cancelled = Angehalten. Nichts wurde hinzugefügt.
formats-letters-guessed = Die Datei sagt nicht, wie ihre Buchstaben geschrieben sind. Prüfe diesen Namen.
formats-note-cut = Die Notiz war zu lang: Ihr Ende ist weggelassen.
formats-too-new = Das hat eine neuere Version von Keytick geschrieben.
    .hint = Aktualisiere Keytick, um es zu lesen.
formats-name-too-long = Der Name von { $name } ist zu lang für einen QR-Code.
    .hint = Kürze ihn und versuch es noch einmal.
formats-not-written = Diese Art von Datei liest Keytick nur und schreibt sie nicht.
formats-plain-only = Diese Art von Datei hat kein Passwort.
formats-encrypted-only = Diese Art von Datei braucht ein Passwort.
formats-changed = Was geschrieben wurde, liest sich nicht so zurück, wie es war. Nichts wurde gespeichert.
    .hint = Melde uns das.
formats-empty = Diese Datei ist leer.
formats-unknown = Das ist keine Sicherung, die Keytick kennt.
    .hint = Welche App hat sie gemacht?
formats-unknown-type = Die Art „{ $found }“ von Codes kennt Keytick nicht.
formats-no-key = Dieser Eintrag hat keinen Anmeldeschlüssel.
formats-in-trash = Dieser Eintrag lag im Papierkorb der anderen App.
    .hint = Stelle ihn dort wieder her und exportiere noch einmal, wenn du ihn brauchst.
formats-no-pin = Seine Codes brauchen eine PIN, und die ist nicht in der Datei.
    .hint = Füge ihn von Hand hinzu, mit seiner PIN.

# Was die Datei einer anderen App nicht aufnehmen kann, gesagt, bevor sie geschrieben wird.

formats-loss-type = dort gibt es keine Schlüssel der Art { $type }
formats-loss-algorithm = dort ist { $algorithm } nicht bekannt
formats-loss-digits = dort gibt es keine Codes mit { $digits } Stellen
formats-loss-period = dort gibt es keine Codes von { $period } Sekunden
formats-loss-note = { $count ->
        [one] Die Notiz von 1 Konto fällt weg.
       *[other] Die Notizen von { $count } Konten fallen weg.
    }
formats-loss-tags = { $count ->
        [one] Schlagwörter von 1 Konto fallen weg.
       *[other] Schlagwörter von { $count } Konten fallen weg.
    }
formats-loss-tag-marks = { $count ->
        [one] „,“ und „;“ in Schlagwörtern von 1 Konto werden zu Leerzeichen.
       *[other] „,“ und „;“ in Schlagwörtern von { $count } Konten werden zu Leerzeichen.
    }
formats-loss-favourite = { $count ->
        [one] Dass 1 Konto ein Favorit ist, fällt weg.
       *[other] Dass { $count } Konten Favoriten sind, fällt weg.
    }
formats-loss-icon = { $count ->
        [one] Das Symbol von 1 Konto fällt weg.
       *[other] Die Symbole von { $count } Konten fallen weg.
    }
formats-loss-order = Deine eigene Reihenfolge fällt weg.
formats-loss-usage = Wie oft Konten benutzt wurden, fällt weg.
formats-loss-recovery-codes = { $count ->
    [one] Die Wiederherstellungscodes von 1 Konto fallen weg.
   *[other] Die Wiederherstellungscodes von { $count } Konten fallen weg.
}

# Dateien, die nur ihre eigene App öffnen kann, und wie man anders exportiert.

formats-aegis-no-password = Diese Sicherung aus Aegis hat kein Passwort; sie geht nur auf dem Handy auf, das sie gemacht hat.
    .hint = Setze in Aegis ein Passwort für Sicherungen und exportiere noch einmal.
formats-bitwarden-account-restricted = Diesen Export kann nur das Bitwarden-Konto öffnen, das ihn gemacht hat.
    .hint = Exportiere noch einmal, und wähle „Passwortgeschützt“ statt der Art, die an das Konto gebunden ist.
formats-google-encrypted = Google Authenticator hat diesen Schlüssel verschlüsselt; er geht nur auf dem Handy auf, von dem er ist.
    .hint = Exportiere in der App QR-Codes: Menü, „Konten übertragen“.
formats-keepass-version = Diese KeePass-Datenbank hat eine andere Version des Formats als 4.
    .hint = Öffne sie in KeePassXC oder KeePass, wähle in den Sicherheitseinstellungen der Datenbank KDBX 4, speichere sie und versuch es noch einmal.
formats-proton-pass-pgp = Dieser Export aus Proton Pass ist mit PGP verschlüsselt, und das liest Keytick nicht.
    .hint = Exportiere noch einmal als CSV oder als ZIP ohne Verschlüsselung, und lösche die Datei danach.
formats-winauth-elsewhere = Diese WinAuth-Datei ist an ein Windows-Konto oder einen YubiKey gebunden und geht nur dort auf.
    .hint = Wähle in WinAuth Export und speichere die Konten als Text oder Archiv.

# Was man über einen Schlüssel aus der Sicherung einer anderen App wissen sollte.

note-aegis-md5 = Bei Aegis steht für diesen Schlüssel durch einen alten Fehler MD5, und es erzeugt Codes mit SHA1. So macht es auch Keytick.

# Wo die andere App ihren Export hat.

format-aegis-help = In Aegis: ⋮ › Einstellungen › Importieren & exportieren › Exportieren.
format-2fas-help = In 2FAS: Einstellungen › 2FAS Backup › Exportieren.
format-ente-help = In Ente Auth: Einstellungen › Daten › Codes exportieren.
format-bitwarden-help = In Bitwarden: Werkzeuge › Tresor exportieren, als JSON mit „Passwortgeschützt“. In Bitwarden Authenticator: Einstellungen › Exportieren.
format-proton-authenticator-help = In Proton Authenticator: Einstellungen › Exportieren.
format-proton-pass-help = In Proton Pass: Einstellungen › Exportieren, als ZIP oder CSV.
format-andotp-help = In andOTP: ⋮ › Backups.
format-freeotp-plus-help = In FreeOTP+: ⋮ › Export › JSON.
format-stratum-help = In Stratum: ⋮ › Sicherung › Als verschlüsselte Datei sichern.
format-keepass-help = KeePass, KeePassXC, KeePassDX oder Strongbox: Wähle die Datei der Datenbank selbst (.kdbx).
format-keepass-xml-help = In KeePassXC: Datenbank › Exportieren › XML-Datei. In KeePass: Datei › Exportieren.
format-keepassxc-csv-help = In KeePassXC: Datenbank › Exportieren › CSV-Datei.
format-1password-help = In 1Password: Datei › Exportieren, als 1PUX oder CSV.
format-apple-passwords-help = In „Passwörter“ auf dem Mac: im Menü „Ablage“ alle in eine Datei exportieren.
format-passwords-csv-help = In einer Passwortverwaltung: als CSV exportieren. Nur solche, die Einmalcodes aufheben, schreiben sie mit.
format-pdf-help = Ein Blatt mit QR-Codes oder eine gespeicherte Webseite. Speichere es als PDF und wähle die Datei.
format-authy-help = Authy gibt nichts heraus. Von einem Android-Handy mit Root: com.authy.storage.tokens.authenticator.xml in shared_prefs der App.
format-authenticator-extension-help = In der Erweiterung: ⚙ › Backup › Download Backup File.
format-authenticator-plus-help = In Authenticator Plus: Settings › Backup & Restore › Export. Eine Sicherung authplus.db geht auch.
format-battle-net-help = Von einem Android-Handy mit Root: com.blizzard.messenger.authenticator_preferences.xml in shared_prefs der App.
format-cloudotp-help = In CloudOTP: Settings › Backup › Export encrypted file.
format-cotp-help = cotp export, oder seine Datenbank db.cotp selbst.
format-duo-help = Duo gibt nichts heraus. Von einem Android-Handy mit Root: accounts.json in files/duokit der App.
format-freeotp-help = In FreeOTP: ⋮ › Backup. Es speichert externalBackup.xml.
format-google-authenticator-database-help = Von einem Android-Handy mit Root: databases/databases der App. Ohne Root exportiere in der App QR-Codes.
format-lastpass-help = In LastPass Authenticator: Einstellungen › Konten übertragen › Konten in Datei exportieren.
format-microsoft-help = Microsoft Authenticator gibt nichts heraus. Von einem Android-Handy mit Root: databases/PhoneFactor, mit der Datei auf -wal.
format-otpclient-help = Wähle die Datenbank von OTPClient selbst (.enc).
format-raivo-help = In Raivo: Settings › Export OTPs to ZIP archive.
format-steam-help = Von einem Android-Handy mit Root: files/Steamguard-… der App; oder eine .maFile von Steam Desktop Authenticator.
format-stratum-database-help = Von einem Android-Handy mit Root: files/proauth.db3 der App. Ohne Root nimm eine Sicherung aus Stratum.
format-totp-authenticator-help = In TOTP Authenticator: Backup › Export to file.
format-2faguard-help = In 2FAGuard: Einstellungen › Export › Backup.
format-2fauth-help = In 2FAuth: Verwalten › Konten auswählen › Exportieren, im eigenen Format von 2FAuth.
format-winauth-help = In WinAuth: ⚙ › Export. Auch seine eigene Datei winauth.xml geht, wenn sie nicht an Windows gebunden ist.

# Das Blatt zum Drucken.

formats-sheet-title = Anmeldeschlüssel
formats-sheet-keep = Wer dieses Blatt hat, kann deine Codes erzeugen. Bewahre es auf, wo nur du daran kommst.
formats-sheet-settings = { $type }, { $algorithm }, { $digits } Stellen, { $moves }
formats-sheet-period = { $period } Sekunden
formats-sheet-counter = Zähler { $counter }

# Wo der Export jedes Programms zu finden ist: für Menüs, Befehlszeile und Dokumentation.

format-keytick-help = In Keytick: Einstellungen, „Jetzt sichern“; oder „keytick export --format keytick“.
format-uri-list-help = Eine Textdatei mit einer otpauth://-Adresse je Zeile, wie viele Programme sie exportieren.
format-html-help = Eine Webseite mit otpauth://-Adressen darin, als eine Datei gespeichert.
format-qr-picture-help = Ein Bildschirmfoto oder ein Foto mit einem oder mehreren QR-Codes.
format-zip-help = Ein Zip-Archiv oder ein Ordner mit Dateien dieser Arten.
format-google-migration-help = In Google Authenticator: Menü, „Konten übertragen“, „Konten importieren“, dann jedes Bild scannen.
format-sheet-html-help = Eine Seite zum Drucken: für jedes Konto ein QR-Code und der Schlüssel in Buchstaben.
format-sheet-pdf-help = Das Blatt als PDF: für jedes Konto ein QR-Code und der Schlüssel in Buchstaben.
