# Die Befehlszeile: Hilfe, Fragen, was getan wurde und was schiefging.
#
# Die Kennung eines Hilfetextes folgt aus seinem Platz: cli-scan für den Befehl,
# cli-scan-image für sein Argument, cli-option-json für das, was jeder Befehl nimmt. Ein
# -more-Text steht am Ende von --help.

cli = Codes zum Anmelden, aus QR-Codes, Links und einem verschlüsselten Tresor.
cli-more =
    Daten gehen auf die Standardausgabe, alles andere auf die Standardfehlerausgabe.

    Geheimnisse auf der Standardeingabe stehen eines je Zeile: zuerst das Passwort des
    Tresors, dann das andere. Argumente können andere Benutzer dieses Rechners lesen, darum
    ist ein Schlüssel nie eines.

    Rückgabewerte: 0 erledigt; 1 verlangt und nicht erreicht; 2 falsch aufgerufen;
    3 falsches Passwort; 4 Tresor beschädigt oder abgelehnt; 5 Tresor in Gebrauch oder von
    einem anderen Programm geändert; 130 abgebrochen.

cli-heading-usage = Aufruf:
cli-heading-commands = Befehle
cli-heading-arguments = Argumente
cli-heading-options = Optionen
cli-heading-every-command = Optionen jedes Befehls
cli-heading-json = Mit --json:
cli-one-of = { $words } Eines von: { $values }.

cli-option-vault = Die Datei des Tresors. Sonst KEYTICK_VAULT, sonst vault.keytick im Ordner für lokale Daten.
cli-option-password-stdin = Das Passwort des Tresors aus der ersten Zeile der Standardeingabe lesen.
cli-option-password-file = Das Passwort des Tresors aus der ersten Zeile dieser Datei lesen.
cli-option-json = In JSON antworten.
cli-option-quiet = Nur Daten und Fehler zeigen.
cli-option-version = Die Version zeigen.
cli-option-help = Diese Hilfe zeigen; --help zeigt sie ganz.
cli-option-yes = Nicht fragen.

## scan

cli-scan = Jeden QR-Code in Bildern lesen. Braucht keinen Tresor.
cli-scan-image = Ein Bild: PNG, JPEG, WebP, GIF, BMP oder TIFF; ein Ordner voller Bilder; - liest die Standardeingabe.
cli-scan-more =
    Gibt den Text jedes Codes auf einer eigenen Zeile aus. Ein Bild, das nicht lesbar ist, hält
    die anderen nicht auf; der Rückgabewert ist 0, wenn in irgendeinem Bild ein Code gefunden
    wurde. Von einem Ordner wird jedes Bild darin und in seinen Unterordnern gelesen.

    Beispiel: keytick scan screenshot.png
cli-scan-no-code = { $file }: kein QR-Code in diesem Bild.
cli-scan-progress = { $done } von { $total } Bildern
cli-scan-stopped = Angehalten: { $done } von { $total } Bildern sind gelesen.
cli-file-problem = { $file }: { $reason }

## otp

cli-otp = Den Code eines otpauth-Links zeigen. Braucht keinen Tresor.
cli-otp-uri = Der Link; - liest ihn aus der ersten Zeile der Standardeingabe.
cli-otp-at = Der Code zu dieser Zeit, in Unix-Sekunden, statt jetzt.
cli-otp-more =
    Nimm besser „-“: Was in den Argumenten steht, können andere Benutzer dieses Rechners
    lesen, und es bleibt im Verlauf der Shell.

    Beispiel: keytick otp - < link.txt

cli-otp-transfer = Das ist ein Übertragungscode von Google Authenticator, der viele Schlüssel enthalten kann.
    .hint = „keytick add --uri -“ legt sie alle in den Tresor. „keytick scan“ zeigt, was die Codes eines Bildes sagen.

## code

cli-code = Den Code eines Kontos zeigen oder kopieren.
cli-code-query = Seine Kennung oder Wörter aus Anbieter, Konto oder Schlagwörtern, die sonst kein Konto hat.
cli-code-at = Der Code zu dieser Zeit, in Unix-Sekunden, statt jetzt.
cli-code-next = Der Code nach dem jetzigen.
cli-code-peek = Bei einem Konto mit Zähler: den Zähler lassen, wo er ist.
cli-code-copy = Den Code kopieren statt ausgeben und die Zwischenablage nach einer Weile leeren.
cli-code-clear-after = Sekunden, bis die Zwischenablage geleert wird; ohne Angabe 30.
cli-code-more =
    Der Code eines Kontos mit Zähler rückt den Zähler weiter, und das wird gespeichert, bevor
    der Code zu sehen ist. Lässt sich dieser Code nicht kopieren, wird er ausgegeben. Die
    Zwischenablage wird nur geleert, wenn der Code noch darin ist.

    Beispiele: keytick code github
               keytick code --copy bytebase admin
cli-code-copied =
    { $seconds ->
        [one] Code von { $name } kopiert. Die Zwischenablage wird in 1 Sekunde geleert.
       *[other] Code von { $name } kopiert. Die Zwischenablage wird in { $seconds } Sekunden geleert.
    }

## list

cli-list = Konten auflisten. Zeigt nie ein Geheimnis.
cli-list-query = Nur Konten, zu denen alle diese Wörter passen.
cli-list-empty = Keine Konten.
cli-unreadable =
    { $count ->
        [one] 1 Konto ist nicht lesbar und bleibt im Tresor, wie es ist. Ist sein Schlüssel beschädigt, zeigt die App es in der Liste und nimmt den Schlüssel neu an; sonst kann es vielleicht eine neuere Version lesen.
       *[other] { $count } Konten sind nicht lesbar und bleiben im Tresor, wie sie sind. Ist ein Schlüssel beschädigt, zeigt die App das Konto in der Liste und nimmt den Schlüssel neu an; sonst kann sie vielleicht eine neuere Version lesen.
    }
cli-column-issuer = ANBIETER
cli-column-account = KONTO
cli-column-type = ART
cli-column-id = KENNUNG
cli-column-status = STAND

## add

cli-add = Konten aus Bildern, Links, der Zwischenablage oder einem eingegebenen Schlüssel hinzufügen.
cli-add-image = Bilder mit QR-Codes. Mehrere Codes in einem Bild kommen alle hinzu.
cli-add-uri = Ein Link der Art otpauth, otpauth-migration, steam oder motp; - liest Links von der Standardeingabe, einen je Zeile.
cli-add-clipboard = Das Bild oder der Link in der Zwischenablage.
cli-add-issuer = Die Website eines eingegebenen Schlüssels.
cli-add-account = Wer sich dort anmeldet.
cli-add-secret-stdin = Den Schlüssel von der Standardeingabe lesen, nach dem Passwort, wenn auch das dort steht.
cli-add-note = Eine Notiz für das Konto des eingegebenen Schlüssels.
cli-add-tag = Ein Schlagwort für das Konto des eingegebenen Schlüssels; geht mehrmals.
cli-add-type = Was die Codes weiterrückt; ohne Angabe totp.
cli-add-algorithm = Die Hashfunktion; ohne Angabe SHA1.
cli-add-digits = Stellen eines Codes, 4 bis 10; ohne Angabe 6.
cli-add-period = Sekunden, die ein Code gilt, 1 bis 86400; ohne Angabe 30.
cli-add-counter = Der Zähler des ersten Codes eines hotp-Kontos; ohne Angabe 0.
cli-add-pin-stdin = Die PIN eines motp- oder yandex-Kontos von der Standardeingabe lesen, nach dem Schlüssel.
cli-add-more =
    Zeigt, was gefunden wurde, und fragt, bevor etwas gespeichert wird. Gespeichert wird alles
    oder nichts. Was schon da ist, bleibt unberührt; was im Papierkorb liegt, kommt von dort
    zurück. Ist derselbe Schlüssel mit niedrigerem Zähler da, wird der Zähler dieses Kontos
    erhöht. Derselbe Schlüssel mit anderen Einstellungen kommt daneben hinzu.

    Nimm besser „--uri -“: Was in den Argumenten steht, können andere Benutzer dieses Rechners
    lesen.

    Beispiele: keytick add --image screenshot.png
               keytick add --issuer GitHub --account me@example.com
cli-status-new = neu
cli-status-duplicate = schon da
cli-status-changed = gleicher Name
cli-status-raised = höherer Zähler
cli-status-in-trash = im Papierkorb
cli-status-repeated = doppelt
cli-ask-add =
    { $new ->
        [one] 1 Konto hinzufügen? [j/N]
       *[other] { $new } Konten hinzufügen? [j/N]
    }
cli-ask-restore =
    { $restored ->
        [one] 1 Konto aus dem Papierkorb zurückholen? [j/N]
       *[other] { $restored } Konten aus dem Papierkorb zurückholen? [j/N]
    }
cli-ask-raise =
    { $raised ->
        [one] Den Zähler von 1 Konto erhöhen? [j/N]
       *[other] Die Zähler von { $raised } Konten erhöhen? [j/N]
    }
cli-ask-all = Konten hinzuzufügen: { $new }, aus dem Papierkorb zurückzuholen: { $restored }, Zähler zu erhöhen: { $raised }. Weiter? [j/N]
# Jede Antwort, die Ja heißt, in Kleinbuchstaben, mit Leerzeichen dazwischen.
cli-answers-yes = j ja y yes
cli-added =
    { $count ->
        [one] 1 Konto hinzugefügt.
       *[other] { $count } Konten hinzugefügt.
    }
cli-raised =
    { $count ->
        [one] Den Zähler von 1 Konto erhöht.
       *[other] Die Zähler von { $count } Konten erhöht.
    }
cli-duplicates =
    { $count ->
        [one] 1 Konto war schon da.
       *[other] { $count } Konten waren schon da.
    }
cli-ask-secret = Schlüssel:
cli-ask-pin = PIN:

## import

cli-import = Konten aus Dateien anderer Programme hinzufügen.
cli-import-file = Eine Sicherung, ein Export, ein Bild, ein Archiv oder ein Ordner davon; - liest die Standardeingabe.
cli-import-format = Die Dateien als dieses Format lesen, wonach sie auch aussehen. „keytick formats“ listet die Kennungen auf.
cli-import-import-password-stdin = Das Passwort der Dateien von der Standardeingabe lesen, nach dem des Tresors, wenn auch das dort steht.
cli-import-key-file = Die Schlüsseldatei einer KeePass-Datenbank.
cli-import-only = Nur Konten mit diesem Text im Namen. Geht mehrmals.
cli-import-skip = Keine Konten mit diesem Text im Namen. Geht mehrmals.
cli-import-dry-run = Nur zeigen, was in den Dateien ist. Braucht keinen Tresor; mit --password-stdin oder --password-file wird mit seinem Inhalt verglichen.
cli-import-show-secrets = Mit --json auch den Schlüssel und den otpauth-Link jedes Kontos angeben, sonst die Links ausgeben.
cli-import-more =
    Jede Datei wird an ihrem Inhalt erkannt, nicht an ihrem Namen. Zeigt, was gefunden wurde,
    und fragt, bevor etwas gespeichert wird. Gespeichert wird alles oder nichts. Ein Eintrag,
    der nicht lesbar ist, kostet die anderen nicht. Was schon da ist, bleibt unberührt; was im
    Papierkorb liegt, kommt von dort zurück.

    Der Rückgabewert ist der der ersten Datei, die nicht lesbar war: 3 für ein falsches
    Passwort, 4 für eine Datei, die beschädigt, zu aufwendig oder nicht bekannt ist.

    Was hinzukam, lässt sich mit „keytick remove“ zurücknehmen, das Konten in den Papierkorb
    legt; --json nennt ihre Kennungen.

    Beispiele: keytick import aegis-backup.json
               keytick import --skip work aegis-backup.json
               keytick import --dry-run --json backup.2fas
cli-import-file-read = { $count ->
        [one] { $file }: { $format }, 1 Konto
       *[other] { $file }: { $format }, { $count } Konten
    }
cli-import-file-locked = { $count ->
        [one] { $file }: { $format }, geschützt, 1 Konto
       *[other] { $file }: { $format }, geschützt, { $count } Konten
    }
cli-import-resembles = Das sieht nach { $format } aus. { $help }
cli-import-locked = { $file } ist mit einem Passwort geschützt, das in { $program } gesetzt wurde.
cli-import-twin = Derselbe Schlüssel wie { $name }, das bleibt.
cli-import-undo = Zum Zurücknehmen: keytick remove { $ids }
cli-import-undo-many = Zum Zurücknehmen: keytick vault restore "{ $backup }"
cli-import-opening = Wird geöffnet: { $percent } % von etwa { $seconds } s (Ctrl C bricht ab)
cli-ask-import-password = Passwort der Datei (nicht das des Tresors):
cli-unread = Nicht jede Datei war lesbar.

## export

cli-export = Konten als Datei eines anderen Programms schreiben.
cli-export-query = Nur Konten, zu denen alle diese Wörter passen.
cli-export-format = Die Art der Datei. „keytick formats“ sagt, was jede ist.
cli-export-output = Wohin: in eine Datei oder einen Ordner, der angelegt wird, wenn er neu ist. Sonst auf die Standardausgabe.
cli-export-export-password-stdin = Die Datei mit dem Passwort auf der Standardeingabe schützen, nach dem des Tresors, wenn auch das dort steht.
cli-export-plain = Die Datei nicht schützen: Wer sie hat, hat deine Schlüssel.
cli-export-with-lab = Auch die Konten von Übungsseiten.
cli-export-more =
    Sagt, was das andere Programm nicht aufnehmen kann, und fragt, bevor etwas geschrieben
    wird. Eine Datei wird ganz oder gar nicht geschrieben, nur du kannst sie lesen, und sie
    wird zurückgelesen und verglichen, bevor sie als geschrieben gilt. Wo das andere Programm
    geschützte Dateien kennt, wird die neue mit einem Passwort geschützt, außer du sagst
    --plain.

    Beispiele: keytick export --format aegis --output aegis.json
               keytick export --format google-migration --output codes/ github
cli-export-is-plain = Die Datei wird nicht geschützt: Wer sie hat, hat deine Schlüssel.
cli-export-choose-password = Wähle ein Passwort für die neue Datei.
cli-export-left-out = Weggelassen: { $name } ({ $format }: { $reason }).
cli-export-renamed = { $count ->
        [one] Der Name von 1 Konto ist dort etwas anders geschrieben.
       *[other] Die Namen von { $count } Konten sind dort etwas anders geschrieben.
    }
cli-export-retagged = { $count ->
        [one] Schlagwörter von 1 Konto sind dort etwas anders geschrieben.
       *[other] Schlagwörter von { $count } Konten sind dort etwas anders geschrieben.
    }
cli-exported = { $count ->
        [one] 1 Konto nach { $file } geschrieben und zurückgelesen.
       *[other] { $count } Konten nach { $file } geschrieben und zurückgelesen.
    }
cli-ask-export = { $count ->
        [one] 1 Konto für { $format } nach { $file } schreiben? [j/N]
       *[other] { $count } Konten für { $format } nach { $file } schreiben? [j/N]
    }
cli-ask-export-over = { $count ->
        [one] { $file } durch 1 Konto für { $format } ersetzen? [j/N]
       *[other] { $file } durch { $count } Konten für { $format } ersetzen? [j/N]
    }

## formats

cli-formats = Die Arten von Dateien auflisten, die gelesen und geschrieben werden.
cli-formats-no = nein
cli-formats-yes = ja
cli-formats-encrypted = ja, auch geschützt
cli-formats-locked = nur geschützt
cli-column-name = PROGRAMM
cli-column-reads = LIEST
cli-column-writes = SCHREIBT

## edit

cli-edit = Felder eines Kontos ändern.
cli-edit-id = Die Kennung des Kontos, wie „keytick list“ sie zeigt.
cli-edit-issuer = Die Website.
cli-edit-account = Wer sich dort anmeldet.
cli-edit-note = Eine Notiz.
cli-edit-tag = Ein Schlagwort; geht mehrmals. Die alten Schlagwörter gehen weg.
cli-edit-no-tags = Alle Schlagwörter wegnehmen.
cli-edit-colour = Die Farbe seines Bildes, 0 bis 11.
cli-edit-no-colour = Die Farbe wieder dem Namen folgen lassen.
cli-edit-favourite = Vor den anderen auflisten.
cli-edit-no-favourite = Unter den anderen auflisten.
cli-edit-type = Was die Codes weiterrückt.
cli-edit-algorithm = Die Hashfunktion.
cli-edit-digits = Stellen eines Codes, 4 bis 10.
cli-edit-period = Sekunden, die ein Code gilt, 1 bis 86400.
cli-edit-counter = Der Zähler des nächsten Codes.
cli-edit-pin-stdin = Die PIN eines motp- oder yandex-Kontos von der Standardeingabe lesen.
cli-edited = { $name } geändert.

## remove und trash

cli-remove = Konten in den Papierkorb legen, wo sie 30 Tage bleiben.
cli-remove-id = Die Kennung des Kontos, wie „keytick list“ sie zeigt.
cli-removed =
    { $count ->
        [one] 1 Konto in den Papierkorb gelegt. Es lässt sich 30 Tage lang zurückholen.
       *[other] { $count } Konten in den Papierkorb gelegt. Sie lassen sich 30 Tage lang zurückholen.
    }
cli-trash = Entfernte Konten auflisten, zurückholen oder vergessen.
cli-trash-list = Die Konten im Papierkorb auflisten.
cli-trash-is-empty = Der Papierkorb ist leer.
cli-trash-restore = Konten aus dem Papierkorb zurückholen.
cli-trash-restore-id = Die Kennung des Kontos, wie „keytick trash list“ sie zeigt.
cli-restored =
    { $count ->
        [one] 1 Konto aus dem Papierkorb zurückgeholt.
       *[other] { $count } Konten aus dem Papierkorb zurückgeholt.
    }
cli-trash-empty = Konten im Papierkorb für immer vergessen.
cli-trash-empty-id = Nur diese Konten statt aller.
cli-ask-empty =
    { $count ->
        [one] 1 Konto für immer vergessen? Nichts kann es zurückbringen. [j/N]
       *[other] { $count } Konten für immer vergessen? Nichts kann sie zurückbringen. [j/N]
    }
cli-emptied =
    { $count ->
        [0] Der Papierkorb ist leer.
        [one] 1 Konto ist für immer weg.
       *[other] { $count } Konten sind für immer weg.
    }

## vault

cli-vault = Die Datei des Tresors anlegen, prüfen und ändern.
cli-vault-create = Einen neuen, leeren Tresor anlegen.
cli-vault-create-recovery = Auch einen Wiederherstellungsschlüssel machen und ihn ausgeben.
cli-vault-create-kdf-memory = Speicher, den ein Versuch des Passworts kostet, in MiB, mindestens 64.
cli-vault-create-kdf-passes = Durchgänge durch diesen Speicher, mindestens 3.
cli-vault-create-more =
    Ohne --kdf-memory und --kdf-passes wird ein Versuch des Passworts so aufwendig, dass er
    auf diesem Rechner eine halbe bis eine Sekunde dauert. Mit nur einem von beiden ist das
    andere das kleinste erlaubte.
cli-created = Tresor { $path } angelegt
cli-calibrating = Es wird gemessen, wie schwer das Raten des Passworts auf diesem Rechner werden kann…
cli-weak-password = Wer die Datei des Tresors hat, errät dieses Passwort leicht. Vier oder mehr Wörter ohne Zusammenhang sind besser.
cli-ask-password = Passwort:
cli-ask-new-password = Neues Passwort:
cli-ask-new-password-again = Neues Passwort noch einmal:
cli-ask-recovery-key = Wiederherstellungsschlüssel:
cli-vault-info = Zeigen, was die Datei über sich selbst sagt. Braucht kein Passwort.
cli-info-path = Datei
cli-info-format = Format
cli-info-vault-id = Tresor
cli-info-generation = Stand Nr.
cli-info-written-at = Geschrieben
cli-info-writer = Von
cli-info-size = Bytes
cli-info-slot = Geht auf mit
cli-info-slot-kdf = { $type } ({ $kdf }, { $memory } MiB, { $passes } Durchgänge, { $lanes } Bahnen)
cli-vault-check = Die ganze Datei prüfen, vom ersten Byte bis zum letzten Konto.
cli-checked =
    { $count ->
        [one] Der Tresor ist unbeschädigt. Darin ist 1 Konto.
       *[other] Der Tresor ist unbeschädigt. Darin sind { $count } Konten.
    }
cli-vault-password = Das Passwort ändern.
cli-vault-password-new-password-stdin = Das neue Passwort von der Standardeingabe lesen, nach dem alten.
cli-vault-password-forgotten = Den Tresor mit seinem Wiederherstellungsschlüssel statt mit dem alten Passwort öffnen.
cli-vault-password-rekey = Dem Tresor auch einen anderen Schlüssel geben, falls jemand eine Kopie und das alte Passwort haben könnte. Gibt einen neuen Wiederherstellungsschlüssel aus; in JSON heißt er recovery_key. Frühere Sicherungen werden gelöscht.
cli-vault-password-kdf-memory = Speicher, den ein Versuch des Passworts kostet, in MiB, mindestens 64.
cli-vault-password-kdf-passes = Durchgänge durch diesen Speicher, mindestens 3.
cli-vault-password-more =
    Ältere Kopien der Datei gehen weiter mit dem alten Passwort auf.

    Mit --forgotten lesen --password-stdin und --password-file den
    Wiederherstellungsschlüssel, wo sie sonst das Passwort lesen.
cli-rekeyed = Das Passwort ist geändert, und der Tresor hat einen anderen Schlüssel. Das ist der neue Wiederherstellungsschlüssel. Kopien an anderen Orten gehen weiter mit dem auf, womit sie bisher aufgingen.
cli-password-changed = Das Passwort ist geändert. Ältere Kopien des Tresors gehen weiter mit dem alten auf.
cli-vault-recovery = Den Wiederherstellungsschlüssel machen oder prüfen, der den Tresor öffnet, wenn das Passwort vergessen ist.
cli-vault-recovery-new = Einen neuen Wiederherstellungsschlüssel machen und ausgeben. Der vorige gilt dann nicht mehr.
cli-recovery-new = Schreib diesen Schlüssel auf und bewahre ihn getrennt von diesem Rechner auf. Er öffnet den Tresor ohne Passwort.
cli-vault-recovery-check = Prüfen, ob ein Wiederherstellungsschlüssel der des Tresors ist.
cli-vault-recovery-check-secret-stdin = Den Wiederherstellungsschlüssel aus der ersten Zeile der Standardeingabe lesen.
cli-recovery-fits = Das ist der Wiederherstellungsschlüssel des Tresors.
cli-vault-backups = Die Sicherungen auflisten, die neueste zuerst. Braucht kein Passwort.
cli-vault-backups-more = Eine Sicherung ist der Tresor, wie er vor einem Speichern war. Sie geht mit dem Passwort ihrer Zeit auf.
cli-backups-file = Datei
cli-backups-generation = Stand Nr.
cli-backups-written-at = Geschrieben
cli-backups-state = Zustand
cli-backups-undamaged = Unbeschädigt
cli-backups-damaged = Lässt sich nicht öffnen
cli-backups-none = Es gibt noch keine Sicherung. Beim zweiten Speichern des Tresors wird der erste Stand aufgehoben.
cli-vault-restore = Eine Sicherung an die Stelle des Tresors legen. Braucht kein Passwort.
cli-vault-restore-file = Die Sicherung, wie „keytick vault backups“ sie nennt, oder irgendeine Kopie eines Tresors. Sonst die neueste unbeschädigte Sicherung.
cli-vault-restore-this = Nichts wiederherstellen: mit dem Tresor weitermachen, wie er ist, obwohl hier schon ein neuerer war.
cli-vault-restore-more =
    Was an der Stelle des Tresors liegt, bleibt erhalten: als Sicherung, wenn es unbeschädigt
    ist, sonst neben dem Tresor unter einem Namen, der das sagt.
cli-ask-vault-restore = Die Sicherung von { $time } an die Stelle des Tresors { $path } legen? (j/n)
cli-vault-restored = Die Sicherung von { $time } ist wiederhergestellt.
cli-restored-kept = Die beschädigte Datei bleibt erhalten: { $kept }
cli-restored-failed = In dieser Datei schlug die Prüfung „{ $class }“ fehl, irgendwo in den Bytes { $from } bis { $to }.
cli-restored-this = Ab jetzt wird der Tresor benutzt, wie er ist.
cli-no-good-backup = Neben dem Tresor gibt es keine gute Sicherung.
    .hint = Wenn du anderswo eine Kopie hast, stelle sie wieder her: keytick vault restore DATEI
cli-merged = Änderungen von { $copies } übernommen.
cli-merged-in-place = einem anderen Computer
cli-merge-failed = Es gibt andere Kopien des Tresors, die sich jetzt nicht übernehmen ließen: { $reason }
cli-second-keys =
    { $count ->
        [one] 1 Konto hatte zwei verschiedene Schlüssel. Beide bleiben; beim zweiten steht „anderer Schlüssel“.
       *[other] { $count } Konten hatten zwei verschiedene Schlüssel. Beide bleiben; beim zweiten steht „anderer Schlüssel“.
    }
cli-older-copy = Dieser Tresor ist älter als der, der hier zuletzt da war (Stand { $found }, zuletzt { $newest }). Er lässt sich lesen, wird aber nicht geändert. „keytick vault restore“ legt die neueste Sicherung an seine Stelle; „keytick vault restore --this“ macht mit ihm weiter, wie er ist.
cli-restored-copy = Hier wurde ein früherer Stand dieses Tresors zurückgelegt: Stand { $found }, zuletzt war es Stand { $newest }. Was danach geändert wurde, ist nicht im Tresor; „keytick vault backups“ listet spätere Stände auf.
cli-forked-copy = Eine andere Kopie dieses Tresors wurde an seine Stelle gelegt. Was hier zuletzt gespeichert wurde, fehlt darin vielleicht; „keytick vault backups“ listet frühere Stände auf.

## sim

cli-sim = Übungsseiten zum Anmelden mit Codes, für Tests und für Menschen.
cli-sim-more =
    Rückgabewerte von sim und device: 0 erledigt; 1 misslungen; 2 falsch aufgerufen, auch das
    Profil; 10 der Server ist nicht erreichbar; 11 kein Browser-Treiber; 12 Zeit abgelaufen;
    70 ein Fehler dieses Programms.
cli-sim-serve = Eine Übungsseite auf diesem Rechner laufen lassen.
cli-sim-serve-profile = Ein mitgeliefertes Profil, mit Namen, oder eine Datei; ohne Angabe strict.
cli-sim-serve-frozen = Die Uhr neuer Welten zu dieser Zeit anhalten: Unix-Sekunden oder ein Zeitpunkt wie 2005-03-18T01:58:00Z.
cli-sim-serve-seed = Woraus Schlüssel, Codes und Zufall kommen: Derselbe Wert gibt dasselbe.
cli-sim-serve-data = Welten in dieser Datei aufheben statt im Speicher.
cli-sim-serve-identity-port = Der Port des Anmeldedienstes, wenn ein Profil zwei verbundene Websites hat; ohne Angabe ein freier.
cli-sim-serve-oracle = Die Steuer-API nach dem jetzigen Code von jedem fragen lassen.
cli-sim-serve-show-secrets = Schlüssel und Codes in Ereignissen zeigen.
cli-sim-serve-port = Der Port; 0 oder keine Angabe nimmt einen freien.
cli-sim-serve-expose = Auch anderen Rechnern antworten, unter den Namen aus --allow-host. Für Container.
cli-sim-serve-allow-host = Ein Name, unter dem der Server antwortet; geht mehrmals. Ohne Port gilt jeder Port.
cli-sim-serve-until-stdin-closes = Aufhören, wenn die Standardeingabe endet, also mit dem Programm, das dieses gestartet hat.
cli-sim-serve-more =
    Gibt aus, wo die Seite ist, und dann eine Zeile für alles, was dort geschieht. Das Token
    ist das der Steuer-API; KEYTICK_SIM_TOKEN setzt es vorher. Endet mit Ctrl C.

    Beispiele: keytick sim serve --profile bytebase
               keytick sim serve --profile my-site.toml --port 8080 --json --frozen 1111111080
cli-sim-serving =
    Die Übungsseite ist unter { $url }
    Uhr, Störungen und Protokoll: { $lab }
    Steuer-API: { $api }
    Token: { $token }
    Ctrl C beendet sie.
cli-sim-exposed = Andere Rechner können diese Seite erreichen. Gib nur ausgedachte Personen und Schlüssel ein.
cli-sim-wait = Warten, bis eine Übungsseite antwortet.
cli-sim-wait-url = Die Adresse der Seite, auch die einer Unterseite.
cli-sim-wait-timeout = Sekunden, die gewartet wird; ohne Angabe 30.
cli-sim-ready = { $url } ist bereit.
cli-sim-profile = Profile auflisten, prüfen und schreiben: Websites als Dateien.
cli-sim-profile-list = Die mitgelieferten Profile auflisten.
cli-sim-profile-show = Ein Profil zeigen, wie es geschrieben ist; mit --json alle Werte, auch die vorgegebenen.
cli-sim-profile-show-profile = Ein mitgeliefertes Profil, mit Namen, oder eine Datei.
cli-sim-profile-lint = Profile auf Falsches und Seltsames prüfen.
cli-sim-profile-lint-profile = Eine Datei oder ein mitgeliefertes Profil, mit Namen.
cli-sim-profile-diff = Zeigen, worin sich zwei Profile unterscheiden, auch in vorgegebenen Werten.
cli-sim-profile-diff-left = Ein mitgeliefertes Profil, mit Namen, oder eine Datei.
cli-sim-profile-diff-right = Ein anderes.
cli-sim-profile-new = Ein eigenes Profil anfangen.
cli-sim-profile-new-id = Wie es heißt: Kleinbuchstaben, Ziffern und Striche.
cli-sim-profile-new-from = Mit einer Kopie dieses Profils anfangen.
cli-sim-profile-new-output = Die Datei, die geschrieben wird; es darf sie noch nicht geben. Sonst wird das Profil ausgegeben.
cli-sim-profile-new-more =
    Beispiel: keytick sim profile new my-site --from bytebase -o my-site.toml
cli-sim-profile-made = { $file } geschrieben
cli-sim-finding-error = { $file }:{ $line }: Fehler: { $reason }
cli-sim-finding-warning = { $file }:{ $line }: Warnung: { $reason }
cli-sim-no-findings = { $file }: nichts ist falsch oder seltsam.
cli-sim-no-differences = Die beiden sind gleich, bis auf Kommentare und Reihenfolge.
cli-column-profile = PROFIL
cli-column-site = WEBSITE
cli-column-about = WORUM ES GEHT
cli-sim-code = Den Code eines otpauth-Links zu beliebiger Zeit zeigen, zum Vergleich mit dem einer Website.
cli-sim-code-uri = Der Link; - liest ihn aus der ersten Zeile der Standardeingabe.
cli-sim-code-at = Zu dieser Zeit statt jetzt: Unix-Sekunden oder ein Zeitpunkt wie 2005-03-18T01:58:00Z.

## device

cli-device = Ein Gerät für Tests: nimmt Schlüssel, gibt Codes heraus, wie es ein geduldiger Mensch täte. Braucht keinen Tresor.
cli-device-more =
    Ein Gerät gibt nie denselben Schritt zweimal heraus, wartet lieber, als einen Code zu
    geben, der gleich endet, und sagt, warum eine Website einen abgelehnt haben könnte. Mit
    seinem Prozess ist es weg.

    add, code und explain fragen das Gerät unter --device, sonst KEYTICK_DEVICE, mit dem Token
    aus --token-file, sonst KEYTICK_DEVICE_TOKEN. Auch jede Übungsseite hat eines, mit dem
    Token der Seite. Mit --uri oder --image brauchen code und explain keinen Server.
cli-device-serve = Geräte für Tests in jeder Sprache laufen lassen.
cli-device-serve-port = Der Port; 0 oder keine Angabe nimmt einen freien.
cli-device-serve-expose = Auch anderen Rechnern antworten, unter den Namen aus --allow-host. Für Container.
cli-device-serve-allow-host = Ein Name, unter dem der Server antwortet; geht mehrmals. Ohne Port gilt jeder Port.
cli-device-serve-until-stdin-closes = Aufhören, wenn die Standardeingabe endet, also mit dem Programm, das dieses gestartet hat.
cli-device-serve-more =
    KEYTICK_DEVICE_TOKEN setzt das Token vorher.
cli-device-serving =
    Die Geräte sind unter { $url }
    Token: { $token }
    Ctrl C beendet sie.
cli-device-add = Einem laufenden Gerät Schlüssel geben und die Nummern ihrer Konten zeigen.
cli-device-add-uri = Ein Link der Art otpauth oder steam; - liest ihn aus der ersten Zeile der Standardeingabe.
cli-device-add-image = Ein Bild mit QR-Codes, etwa ein Bildschirmfoto; - liest die Standardeingabe.
cli-device-add-secret-stdin = Einen Schlüssel von der Standardeingabe lesen.
cli-device-add-issuer = Die Website eines eingegebenen Schlüssels.
cli-device-add-account = Wer sich dort anmeldet.
cli-device-add-type = Was die Codes weiterrückt; ohne Angabe totp.
cli-device-add-algorithm = Die Hashfunktion; ohne Angabe SHA1.
cli-device-add-digits = Stellen eines Codes, 4 bis 10; ohne Angabe 6.
cli-device-add-period = Sekunden, die ein Code gilt, 1 bis 86400; ohne Angabe 30.
cli-device-add-counter = Der Zähler des ersten Codes eines hotp-Kontos; ohne Angabe 0.
cli-device-add-pin-stdin = Die PIN eines motp- oder yandex-Kontos von der Standardeingabe lesen, nach dem Schlüssel.
cli-device-add-device = Die Adresse des Servers.
cli-device-add-name = Das Gerät dort; ohne Angabe phone.
cli-device-add-token-file = Das Token des Servers aus der ersten Zeile dieser Datei lesen.
cli-device-code = Einen Code holen, der noch nicht herausgegeben wurde, mit Zeit genug zum Eintippen.
cli-device-code-account = Die Nummer des Kontos oder Wörter aus Anbieter und Konto; kann fehlen, wenn es nur eines gibt.
cli-device-code-uri = Für diesen Link statt für ein laufendes Gerät; - liest ihn aus der ersten Zeile der Standardeingabe.
cli-device-code-image = Für den QR-Code in diesem Bild.
cli-device-code-min-left = Sekunden, die der Code noch gelten soll; ohne Angabe 5.
cli-device-code-wait = Sekunden, die auf so einen Code gewartet wird; ohne Angabe 60.
cli-device-code-at = Zu dieser Zeit statt jetzt: Unix-Sekunden oder ein Zeitpunkt wie 2005-03-18T01:58:00Z.
cli-device-code-clock-offset = Sekunden, die die Uhr des Geräts vorgeht; negativ: nachgeht. Mit --uri oder --image.
cli-device-code-device = Die Adresse des Servers.
cli-device-code-name = Das Gerät dort; ohne Angabe phone.
cli-device-code-token-file = Das Token des Servers aus der ersten Zeile dieser Datei lesen.
cli-device-code-more =
    Nimm besser „--uri -“: Was in den Argumenten steht, können andere Benutzer dieses Rechners
    lesen.

    Beispiele: keytick device code --image screenshot.png
               keytick device code acme --min-left 10
cli-device-explain = Sagen, warum eine Website einen Code abgelehnt haben könnte.
cli-device-explain-account = Die Nummer des Kontos oder Wörter aus Anbieter und Konto; kann fehlen, wenn es nur eines gibt.
cli-device-explain-uri = Für diesen Link statt für ein laufendes Gerät; - liest ihn aus der ersten Zeile der Standardeingabe.
cli-device-explain-image = Für den QR-Code in diesem Bild.
cli-device-explain-code = Der Code, der abgelehnt wurde.
cli-device-explain-date = Die Kopfzeile Date in der Antwort der Website, die deren Uhrzeit sagt.
cli-device-explain-sent = Wie oft der Code gesendet wurde; ohne Angabe 1.
cli-device-explain-at = Wann er abgelehnt wurde, statt jetzt: Unix-Sekunden oder ein Zeitpunkt wie 2005-03-18T01:58:00Z.
cli-device-explain-clock-offset = Sekunden, die die Uhr des Geräts vorgeht; negativ: nachgeht. Mit --uri oder --image.
cli-device-explain-device = Die Adresse des Servers.
cli-device-explain-name = Das Gerät dort; ohne Angabe phone.
cli-device-explain-token-file = Das Token des Servers aus der ersten Zeile dieser Datei lesen.
cli-device-explain-more =
    Beispiel: keytick device explain --uri - --code 306183 --date "Fri, 18 Mar 2005 01:58:00 GMT"

## completions und man

cli-completions = Ausgeben, was eine Shell braucht, um Befehle zu ergänzen.
cli-completions-shell = Die Shell.
cli-completions-more =
    Beispiel: keytick completions bash > ~/.local/share/bash-completion/completions/keytick
cli-man = Handbuchseiten schreiben, eine je Befehl.
cli-man-dir = Der Ordner, in den sie kommen; er wird angelegt, wenn es ihn nicht gibt.

## Falsch aufgerufen

cli-usage-no-such-command = Es gibt keinen Befehl „{ $name }“.
cli-usage-command-missing = Welcher Befehl?
cli-usage-unknown-argument = Hier gibt es kein Argument „{ $argument }“.
cli-usage-argument-missing = Das fehlt: { $argument }
cli-usage-conflict = „{ $argument }“ geht nicht zusammen mit „{ $other }“.
cli-usage-value-missing = „{ $argument }“ braucht einen Wert.
cli-usage-value-refused = „{ $value }“ ist kein Wert für „{ $argument }“.
cli-usage-other = Diese Argumente sind nicht zu verstehen.
cli-usage-suggestion = Meinst du „{ $name }“?
cli-usage-valid-values = Möglich ist: { $values }

## Was schiefgehen kann

# Was von der Standardeingabe gelesen oder gefragt wird.
cli-what-password = Passwort
cli-what-secret = Schlüssel
cli-what-pin = PIN
cli-what-recovery-key = Wiederherstellungsschlüssel
cli-what-uri = Link
cli-what-import-password = Passwort der Datei
cli-what-export-password = Passwort der neuen Datei

cli-interrupted = Abgebrochen.
cli-output = Die Antwort ließ sich nicht ausgeben: { $reason }
cli-file-not-found = Es gibt keine solche Datei.
cli-file-forbidden = Diese Datei darf nicht gelesen werden.
    .hint = Prüfe, wem sie gehört und welche Rechte sie hat.
cli-file-unreadable = Diese Datei ist nicht lesbar: { $reason }
cli-input-too-long = Was auf der Standardeingabe kam, ist zu lang.
    .hint = Gib höchstens { $megabytes } MB auf einmal.
cli-file-unwritable = Das lässt sich nicht schreiben: { $reason }
cli-input = Die Standardeingabe ist nicht lesbar: { $reason }
cli-input-ended = Die Standardeingabe endete zu früh, es fehlt noch: { $what }.
    .hint = Geheimnisse stehen eines je Zeile: zuerst das Passwort des Tresors, dann das andere.
cli-input-not-text = Was kam, ist kein Text in UTF-8.
cli-no-terminal = Es gibt kein Terminal, um danach zu fragen: { $what }.
    .hint = Gib es auf der Standardeingabe; „--help“ nennt die Option.
cli-no-terminal-to-ask = Es gibt kein Terminal, um zu fragen, ob es weitergehen soll.
    .hint = Mit --yes geht es ohne Frage weiter.
cli-passwords-differ = Die beiden Passwörter sind nicht gleich.
cli-no-data-folder = Dieses System nennt keinen Ordner für lokale Daten.
    .hint = Sag, wo der Tresor ist: --vault DATEI
cli-declined = Nichts wurde geändert.
cli-nothing-found = Es wurde kein QR-Code gefunden.
    .hint = Ein Code muss ganz im Bild sein, mit seinem Rand, und nicht zu klein.
cli-nothing-read = Kein Bild war lesbar.
cli-no-picture = In diesem Ordner ist kein Bild.
cli-empty-folder = In diesem Ordner ist nichts zu lesen.
cli-nothing-to-add = Nichts wurde hinzugefügt.
cli-nothing-to-export = Nichts wurde geschrieben: Es ist kein Konto übrig.
cli-locked-or-plain = Soll die Datei geschützt werden? Nichts wurde geschrieben.
    .hint = Gib ein Passwort mit --export-password-stdin, oder schreib sie ungeschützt mit --plain.
cli-needs-folder = Diese Art von Export besteht aus mehreren Dateien.
    .hint = Nenne einen Ordner: --output ORDNER/
cli-over-vault = Das ist der Tresor selbst. Nichts wurde geschrieben.
    .hint = Nenne eine andere Datei für den Export.
cli-not-a-file = Das ist ein Gerät oder eine Pipe, keine Datei. Nichts wurde geschrieben.
    .hint = Lass --output weg, um auf die Standardausgabe zu schreiben.
cli-nothing-to-change = Es ist nicht gesagt, was sich ändern soll.
    .hint = „keytick edit --help“ listet die Felder auf.
cli-field-not-for-type = Ein Konto der Art { $type } kennt { $field } nicht.
cli-time-for-counter = Die Codes dieses Kontos folgen einem Zähler, nicht der Zeit: { $field } hat keinen Sinn.
cli-no-match = Kein Konto passt zu „{ $query }“.
    .hint = „keytick list“ zeigt alle Konten.
cli-several-match = { $count } Konten passen zu „{ $query }“:
    .hint = Füge ein Wort hinzu oder gib die Kennung an.
cli-unknown-id = Es gibt kein Konto mit der Kennung „{ $id }“.
    .hint = „keytick list“ zeigt die Kennungen.
cli-not-in-trash = Im Papierkorb ist kein Konto mit der Kennung „{ $id }“.
    .hint = „keytick trash list“ zeigt die Kennungen.
cli-no-clipboard = Hier gibt es keine Zwischenablage.
    .hint = Ruf das in einer Desktop-Sitzung auf, oder gib den Code aus, statt ihn zu kopieren.
cli-not-copied = Der Code ließ sich nicht kopieren und wird darum ausgegeben: Der Zähler ist weitergerückt.
cli-kdf-too-cheap = Das Passwort wäre zu leicht durchzuprobieren.
    .hint = --kdf-memory nimmt { $memory } oder mehr, --kdf-passes { $passes } oder mehr.
cli-kdf-too-costly = Die Prüfung des Passworts wäre zu aufwendig.
    .hint = --kdf-memory nimmt höchstens { $memory }, --kdf-passes höchstens { $passes }, und beide malgenommen höchstens { $product }.
cli-clipboard-empty = In der Zwischenablage ist weder ein Bild noch ein Text.

cli-sim-unknown-profile = Es gibt kein Profil namens „{ $name }“.
    .hint = „keytick sim profile list“ listet die mitgelieferten auf. Eine Datei braucht ihren Pfad.
cli-sim-refused-profile = Das Profil { $name } ist nicht zu verstehen. Zeile { $line }: { $reason }
    .hint = „keytick sim profile lint“ listet alles auf, was daran falsch ist.
cli-sim-findings =
    { $count ->
        [one] 1 Sache ist falsch.
       *[other] { $count } Sachen sind falsch.
    }
cli-sim-file-exists = Eine Datei mit diesem Namen gibt es schon.
    .hint = Wähle einen anderen Namen; nichts wird überschrieben.
cli-sim-address = „{ $address }“ ist keine Adresse, die mit http:// anfängt
cli-sim-unreachable = { $address } antwortet nicht: { $reason }
cli-sim-not-ready =
    { $seconds ->
        [one] { $address } war nach 1 Sekunde nicht bereit.
       *[other] { $address } war nach { $seconds } Sekunden nicht bereit.
    }
cli-sim-random = Dieses System gibt keine Zufallszahlen: { $reason }
cli-device-missing = Welches Gerät?
    .hint = Sag, wo eines läuft: --device URL oder KEYTICK_DEVICE. Oder gib einen Schlüssel: --uri, --image.
cli-device-no-token = Das Token des Servers für das Gerät fehlt.
    .hint = Gib es in KEYTICK_DEVICE_TOKEN oder in einer Datei: --token-file DATEI
cli-device-wrong-token = { $address } hat ein anderes Token.
    .hint = Es steht in der Zeile, die beim Start kam. Die Geräte einer Übungsseite haben das Token der Seite.
cli-device-no-code-in-time =
    { $seconds ->
        [one] Es kam kein Code rechtzeitig. Der nächste kommt in 1 Sekunde.
       *[other] Es kam kein Code rechtzeitig. Der nächste kommt in { $seconds } Sekunden.
    }
cli-device-told = { $message }
cli-device-answer = Was unter { $address } antwortet, ist kein Gerät.
