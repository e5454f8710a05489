# Der Tresor: was mit der verschlüsselten Datei schiefgehen kann und was man dann tut.

vault-not-found = Unter { $path } gibt es keinen Tresor.
    .hint = Lege einen Tresor an, oder wähle die Datei, falls sie verschoben wurde.
vault-broken-link = { $path } ist ein Verweis auf eine Datei, die nicht da ist.
    .hint = Wenn die Datei auf einem Stick oder Netzlaufwerk ist, verbinde es. Sonst entferne den Verweis.
vault-exists = Unter { $path } ist schon etwas.
    .hint = Öffne es, oder wähle einen anderen Ort für den neuen Tresor.
vault-not-a-file = { $path } ist keine Datei.
    .hint = Wähle die Datei des Tresors selbst, nicht ihren Ordner.
vault-folder-missing = Der Ordner des Tresors ist weg: { $path }
    .hint = Wenn er auf einem Stick oder Netzlaufwerk ist, verbinde es und versuch es noch einmal. Nichts wurde gespeichert.
vault-not-a-vault = { $path } ist kein Tresor von Keytick.
    .hint = Wähle eine andere Datei. Sicherungen anderer Apps werden importiert, nicht geöffnet.
vault-damaged = Die Datei des Tresors ist beschädigt ({ $check }).
    .hint = Eine beschädigte Datei ändert Keytick nicht. Lege eine Sicherung an ihre Stelle.
vault-too-new = Diesen Tresor hat ein neueres Keytick gespeichert.
    .hint = Aktualisiere Keytick. Es braucht: { $needs }.
vault-tampered = Etwas anderes als Keytick hat die Datei des Tresors verändert ({ $check }).
    .hint = Traue dieser Datei nicht. Lege eine Sicherung an ihre Stelle.
vault-wrong-password = Dieses Passwort stimmt nicht.
    .hint = Prüfe die Feststelltaste und die Tastaturbelegung. Ein Wiederherstellungsschlüssel öffnet den Tresor auch.
vault-wrong-recovery-key = Dieser Wiederherstellungsschlüssel stimmt nicht.
    .hint = Vielleicht hat ihn ein neuerer ersetzt. Suche den neuesten.
vault-wrong-keychain-key = Der Schlüssel im Schlüsselbund des Systems gehört nicht zu diesem Tresor.
    .hint = Entsperre mit dem Passwort und schalte dann den Schlüsselbund wieder ein.
vault-wrong-pin = Diese PIN stimmt nicht.
    .hint = Das Passwort öffnet den Tresor auch.
vault-no-slot =
    { $kind ->
        [recovery] Dieser Tresor hat keinen Wiederherstellungsschlüssel.
        [password] Dieser Tresor hat kein Passwort.
       *[other] So lässt sich dieser Tresor nicht öffnen.
    }
    .hint =
    { $kind ->
        [recovery] Entsperre mit dem Passwort.
        [password] Entsperre mit dem Wiederherstellungsschlüssel.
       *[other] Entsperre mit dem Passwort.
    }
vault-not-enough-memory = Das Passwort dieses Tresors zu prüfen braucht { $mib } MiB Speicher, mehr, als dieser Computer geben kann.
    .hint = Nimm den Wiederherstellungsschlüssel, oder öffne ihn auf einem Computer mit mehr Speicher und setze das Passwort dort mit weniger neu.
vault-busy = Ein anderes Programm speichert gerade den Tresor.
    .hint = Versuch es gleich noch einmal.
vault-overtaken = An die Stelle des Tresors kamen andere Dateien, während er gespeichert wurde.
    .hint = Vielleicht ist ein Abgleichprogramm am Werk. Versuch es gleich noch einmal; von den anderen Dateien ging nichts verloren.
vault-no-locks = Das Laufwerk des Tresors kennt keine Sperren, darum könnten zwei Programme zugleich speichern.
    .hint = Nichts wurde gespeichert. Netzlaufwerke brauchen auf ihrem Server einen Dienst für Sperren; oder bewahre den Tresor auf diesem Computer auf.
vault-read-only = Der Tresor ließ sich nicht speichern, weil seine Datei oder sein Ordner schreibgeschützt ist.
    .hint = Erlaube das Schreiben in beiden, oder verschiebe den Tresor in einen anderen Ordner. Der Tresor ist, wie er war.
vault-not-permitted = Du darfst die Datei des Tresors nicht lesen.
    .hint = Wem sie gehört, der kann es dir erlauben.
vault-disk-full = Der Tresor ließ sich nicht speichern, weil die Festplatte voll ist.
    .hint = Schaffe Platz und versuch es noch einmal. Der Tresor ist, wie er war.
vault-io =
    { $reason ->
        [full] Die Datei des Tresors ließ sich nicht benutzen: Auf der Festplatte ist kein Platz.
        [denied] Die Datei des Tresors ließ sich nicht benutzen: Das System verweigert den Zugriff.
        [read-only] Die Datei des Tresors ließ sich nicht benutzen: Die Festplatte ist schreibgeschützt.
        [missing] Die Datei des Tresors ließ sich nicht benutzen: Eine Datei oder ein Ordner ist weg.
        [in-the-way] Die Datei des Tresors ließ sich nicht benutzen: Etwas anderes hat diesen Namen.
        [damaged] Die Datei des Tresors ließ sich nicht benutzen: Die Festplatte gibt nicht zurück, was sie bekommen hat.
        [held] Die Datei des Tresors ließ sich nicht benutzen: Ein anderes Programm hält eine Datei fest.
        [network] Die Datei des Tresors ließ sich nicht benutzen: Das Netzlaufwerk antwortet nicht.
       *[other] Die Datei des Tresors ließ sich nicht benutzen: Das System meldet einen Fehler.
    }
    .hint = Versuch es noch einmal. Wenn es so bleibt, prüfe die Festplatte.
vault-held = Ein anderes Programm hält die Datei des Tresors fest, darum kam die Änderung nicht an ihre Stelle.
vault-held-hint = Die Änderung liegt in { $recovery }. Schließe Programme, die den Tresor benutzen könnten, etwa ein Abgleichprogramm oder einen Virenscanner, und versuch es noch einmal.
vault-no-backup =
    { $reason ->
        [full] Gespeichert, aber ohne Sicherung des Standes davor: Auf der Festplatte ist kein Platz.
        [denied] Gespeichert, aber ohne Sicherung des Standes davor: Das System verweigert den Zugriff.
        [read-only] Gespeichert, aber ohne Sicherung des Standes davor: Die Festplatte ist schreibgeschützt.
        [missing] Gespeichert, aber ohne Sicherung des Standes davor: Eine Datei oder ein Ordner ist weg.
        [in-the-way] Gespeichert, aber ohne Sicherung des Standes davor: Etwas anderes hat diesen Namen.
        [damaged] Gespeichert, aber ohne Sicherung des Standes davor: Die Festplatte gibt nicht zurück, was sie bekommen hat.
        [held] Gespeichert, aber ohne Sicherung des Standes davor: Ein anderes Programm hält eine Datei fest.
        [network] Gespeichert, aber ohne Sicherung des Standes davor: Das Netzlaufwerk antwortet nicht.
       *[other] Gespeichert, aber ohne Sicherung des Standes davor: Das System meldet einen Fehler.
    }
vault-no-backup-hint = Prüfe, ob der Ordner „backups“ neben dem Tresor beschreibbar ist und ob auf der Festplatte Platz ist.
vault-old-backups =
    { $reason ->
        [full] Sicherungen, die noch mit dem früheren Passwort oder Schlüssel aufgehen, ließen sich nicht löschen: Auf der Festplatte ist kein Platz.
        [denied] Sicherungen, die noch mit dem früheren Passwort oder Schlüssel aufgehen, ließen sich nicht löschen: Das System verweigert den Zugriff.
        [read-only] Sicherungen, die noch mit dem früheren Passwort oder Schlüssel aufgehen, ließen sich nicht löschen: Die Festplatte ist schreibgeschützt.
        [missing] Sicherungen, die noch mit dem früheren Passwort oder Schlüssel aufgehen, ließen sich nicht löschen: Eine Datei oder ein Ordner ist weg.
        [in-the-way] Sicherungen, die noch mit dem früheren Passwort oder Schlüssel aufgehen, ließen sich nicht löschen: Etwas anderes hat diesen Namen.
        [damaged] Sicherungen, die noch mit dem früheren Passwort oder Schlüssel aufgehen, ließen sich nicht löschen: Die Festplatte gibt nicht zurück, was sie bekommen hat.
        [held] Sicherungen, die noch mit dem früheren Passwort oder Schlüssel aufgehen, ließen sich nicht löschen: Ein anderes Programm hält eine Datei fest.
        [network] Sicherungen, die noch mit dem früheren Passwort oder Schlüssel aufgehen, ließen sich nicht löschen: Das Netzlaufwerk antwortet nicht.
        [other-name] Sicherungen, die noch mit dem früheren Passwort oder Schlüssel aufgehen, sind noch da: Sie tragen den Dateinamen, den der Tresor damals hatte.
       *[other] Sicherungen, die noch mit dem früheren Passwort oder Schlüssel aufgehen, ließen sich nicht löschen: Das System meldet einen Fehler.
    }
vault-old-backups-hint = Lösche die älteren Dateien im Ordner „backups“ neben dem Tresor selbst.
vault-copy-other-key = { $copy } wurde nicht übernommen: Der Schlüssel des Tresors öffnet sie nicht.
    .hint = Der Tresor hat inzwischen einen anderen Schlüssel. Öffne diese Kopie für sich, mit dem Passwort von damals, und hol herüber, was fehlt.
vault-copy-unreadable = { $copy } wurde nicht übernommen: Was darin ist, war nicht zu verstehen.
    .hint = Vielleicht hat ein neueres Keytick sie geschrieben. Sie bleibt, wo sie ist.
vault-older-copy = Eine ältere Kopie des Tresors liegt an seiner Stelle (Stand { $found }, zuletzt { $known }).
    .hint = Nichts wurde darübergespeichert. Lege die neuere Datei zurück, oder stelle eine neuere Sicherung wieder her.
vault-forked = Eine andere Kopie des Tresors liegt an seiner Stelle.
    .hint = Nichts wurde darübergespeichert. Vielleicht hat ein Abgleichprogramm zwei Kopien vertauscht: Suche die andere und öffne den Tresor dann noch einmal.
vault-replaced = Ein anderer Tresor liegt an der Stelle von diesem.
    .hint = Nichts wurde darübergespeichert. Lege die richtige Datei zurück, oder öffne den Tresor, der jetzt dort ist.
vault-too-large =
    { $what ->
        [slots] Der Tresor hat keinen Platz für einen weiteren Weg, ihn zu öffnen.
       *[other] Das ist mehr, als ein Tresor fassen kann.
    }
    .hint = Entferne, was du nicht brauchst, und versuch es noch einmal.
vault-read-back = Die Festplatte hat nicht behalten, was geschrieben wurde.
    .hint = Der Tresor ist, wie er war. Prüfe die Festplatte, und lege eine Kopie des Tresors auf eine andere.
vault-sealed-name = Eine Datei neben dem Tresor hat einen Namen, der nicht benutzbar ist.
vault-password-empty = Das Passwort ist leer.
    .hint = Wähle ein Passwort aus ein paar Wörtern.
vault-password-too-long = Das Passwort ist zu lang.
    .hint = Ein Passwort darf bis zu 1.024 Buchstaben haben, weniger, wenn es keine lateinischen sind.
vault-recovery-key-length =
    { $found ->
        [one] Der Wiederherstellungsschlüssel hat 32 Zeichen; das ist { $found }.
       *[other] Der Wiederherstellungsschlüssel hat 32 Zeichen; das sind { $found }.
    }
    .hint = Es sind acht Gruppen zu vier.
vault-recovery-key-character = Im Wiederherstellungsschlüssel gibt es kein Zeichen „{ $character }“ (Nummer { $position }).
    .hint = Er hat Ziffern und die Buchstaben A bis Z ohne I, L, O und U.
vault-recovery-key-typo = Im Wiederherstellungsschlüssel ist ein Tippfehler.
    .hint = Vergleiche ihn mit dem Blatt, Gruppe für Gruppe.
vault-kdf-too-cheap = Das Passwort wäre zu leicht durchzuprobieren: mindestens { $memory } MiB und { $passes } Durchgänge.
vault-kdf-too-costly = Die Prüfung des Passworts wäre zu aufwendig: höchstens { $memory } MiB, { $passes } Durchgänge und { $product } MiB in allen Durchgängen zusammen.
vault-random = Das System gibt keine Zufallszahlen, darum wurde nichts verschlüsselt.
    .hint = Starte den Computer neu und versuch es noch einmal.
