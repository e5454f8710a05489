# Texte: die Seite der Desktop-App.
#
# <b>…</b> wird fett gezeigt, <k>Ctrl V</k> als Tasten. Codes und Tastenkappen stehen hier nicht.
#
# Die Anrede ist „du“. Ein Wort für jede Sache:
#
#   account            Konto
#   accounts file      Kontendatei
#   backup             Sicherung (machen: sichern; zurückholen: wiederherstellen)
#   capture, picture   Bild; screenshot: Bildschirmfoto
#   clipboard          Zwischenablage
#   counter            Zähler (die Codes zählen weiter)
#   damaged            beschädigt; undamaged, whole: unbeschädigt
#   device (virtual)   Gerät
#   digits (how many)  Stellen; die Zeichen selbst: Ziffern
#   fault              Störung
#   issuer             Anbieter
#   key                Schlüssel; key to scan: Anmeldeschlüssel
#   keychain           Schlüsselbund
#   lock, unlock       sperren, entsperren; a file with a password: geschützt
#   log                Protokoll
#   phone              Handy
#   practice site      Übungsseite, kurz Seite
#   quick search       Schnellsuche
#   recovery code      Wiederherstellungscode; backup code: Ersatzcode
#   recovery key       Wiederherstellungsschlüssel
#   setup link         Einrichtungslink
#   site               Website; a page of it: Seite
#   sync               Abgleich; sync program: Abgleichprogramm
#   tag                Schlagwort
#   test lab           Testlabor
#   transfer code      Übertragungscode
#   trash              Papierkorb (Befehlszeile); in der App: „Gelöscht“
#   tray               Infobereich
#   two-step sign-in   zweistufige Anmeldung
#   vault              Tresor

-brand = KEYTICK

## Überall

app-name = { -brand }
account-nameless = Ohne Namen
sheet-close = Schließen
sheet-cancel = Abbrechen
sheet-back = Zurück
sheet-discard-ask = Was du eingegeben hast, geht verloren.
sheet-discard-keep = Weiter bearbeiten
sheet-discard-yes = Verwerfen
error-unknown = Etwas ist schiefgegangen.
    .hint = Nichts ist verloren. Versuch es noch einmal, oder schließe die App und öffne sie neu.
error-retry = Noch einmal
error-save-now = Jetzt speichern
error-dismiss = Diese Meldung schließen
timer-label = { $seconds ->
    [one] Neue Codes in { $seconds } Sekunde
   *[other] Neue Codes in { $seconds } Sekunden
}
ring-label = Noch { $seconds } von { $period } Sekunden

## Passwortfelder

password-label = Passwort
password-again = Dasselbe Passwort noch einmal
password-show = Passwort zeigen
password-hide = Passwort verbergen
password-differ = Die beiden Passwörter sind verschieden.
password-same = Die beiden Passwörter sind gleich
password-suggest = Vorschlagen
password-suggested = Schreib dir diese Wörter auf und gib sie dann unten noch einmal ein.
password-caps-lock = Die Feststelltaste ist an.
strength-too-easy = Zu einfach. In Sekunden erraten.
strength-weak = Schwach. In Tagen erraten.
strength-good = Gut. Erst in Jahren erraten.
strength-very-strong = Sehr stark. Erst in Jahrhunderten erraten.

## Erster Start

first-step = Schritt { $step } von 2
first-title = Wähle ein Passwort
first-lead = Es schützt deine Codes auf diesem Computer. Niemand kann es zurücksetzen, also nimm eines, das du dir merken kannst.
first-continue = Weiter
first-busy = Einen Moment…
first-used-before = { -brand } schon einmal benutzt?
first-restore = Sicherung wiederherstellen
recovery-title = Bewahre deinen Wiederherstellungsschlüssel auf
recovery-lead = Wenn du dein Passwort vergisst, kommst du nur mit diesem Schlüssel noch hinein. Bewahre ihn getrennt von diesem Computer auf.
recovery-label = Wiederherstellungsschlüssel, 8 Gruppen zu 4 Zeichen
recovery-group = Gruppe { $number }: { $spelled }
recovery-covered = Der Schlüssel ist verdeckt
recovery-save = Speichern
recovery-copy = Kopieren
recovery-print = Drucken
recovery-saved = Gespeichert. Bewahre die Datei getrennt von diesem Computer auf.
recovery-copied = Kopiert. Die Zwischenablage wird in { $seconds } s geleert.
recovery-check = Gib zur Probe die letzten 4 Zeichen ein
recovery-check-hint = Beim Eingeben ist der Schlüssel verdeckt, lies also von deiner Kopie ab.
recovery-check-wrong = So endet dieser Schlüssel nicht. Schau auf deine Kopie.
recovery-later = Später erledigen
recovery-finish = Fertig
recovery-again-lead = Ein neuer Wiederherstellungsschlüssel wird gemacht. Der vorige gilt dann nicht mehr.
recovery-again-show = Neuen Schlüssel machen
recovery-print-title = { -brand }-Wiederherstellungsschlüssel
recovery-print-lead = Wenn du dein Passwort vergisst, kommst du nur mit diesem Schlüssel noch hinein.
recovery-print-date = Erstellt am { $date }

## Wiederherstellungscodes einer Website

recovery-codes-title = Wiederherstellungscodes
recovery-codes-lead = Die Codes, die dir <b>{ $name }</b> für den Tag gab, an dem du keine anderen hast. Gib dazu dein Passwort ein.
recovery-codes-left = Noch { $left } von { $total }
recovery-codes-none = Keine aufbewahrt
recovery-codes-basket = Neben dem zweiten Faktor liegt alles in einem Korb: Wer diesen Tresor öffnet, hat beides, und wer ihn verliert, hat keines mehr. Druck die Codes aus und bewahre das Blatt woanders auf.
recovery-codes-list = Wiederherstellungscodes, abgehakt sind die benutzten
recovery-codes-used-on = benutzt am { $date }
recovery-codes-used = benutzt
recovery-codes-copy = { $code } kopieren
recovery-codes-copied = Kopiert und abgehakt. Die Zwischenablage wird in { $seconds } s geleert.
recovery-codes-ticked = Abgehakt.
recovery-codes-unticked = Nicht mehr abgehakt.
recovery-codes-saved = Gespeichert.
recovery-codes-deleted = Die Wiederherstellungscodes von { $name } sind gelöscht.
recovery-codes-arrived = { $count ->
    [one] Gelöscht. { $count } Code kam inzwischen von einem anderen Computer dazu und bleibt.
   *[other] Gelöscht. { $count } Codes kamen inzwischen von einem anderen Computer dazu und bleiben.
}
recovery-codes-undo = Rückgängig
recovery-codes-replace = Ersetzen
recovery-codes-delete = Alle löschen
recovery-codes-delete-ask = Alle diese Codes löschen?
recovery-codes-text = Codes von der Website
recovery-codes-text-hint = Füge sie ein oder lies die Datei von der Website. Du kannst den Text ändern.
recovery-codes-file = Datei lesen
recovery-codes-replaces = Die Codes, die jetzt da sind, gehen, wenn du neue behältst.
recovery-codes-found = Im Text gefunden
recovery-codes-unsure = unsicher: hak es an, wenn es ein Code ist
recovery-codes-left-out = { $count ->
    [one] { $count } Zeile fällt weg
   *[other] { $count } Zeilen fallen weg
}
recovery-codes-keep = { $count ->
    [one] { $count } Code behalten
   *[other] { $count } Codes behalten
}
recovery-codes-print-title = Wiederherstellungscodes für { $name }
recovery-codes-print-lead = Jeder gilt einmal. Bewahre dieses Blatt getrennt von deinem Computer und deinem Handy auf.
recovery-codes-print-date = Gedruckt am { $date }

## Entsperren

unlock-title = { -brand } entsperren
unlock-button = Entsperren
unlock-busy = Wird geöffnet…
unlock-links = { $count ->
    [one] Entsperre zuerst. Dann siehst du das Konto aus dem Link, den du geöffnet hast.
   *[other] Entsperre zuerst. Dann siehst du die Konten aus den { $count } Links, die du geöffnet hast.
}
unlock-wrong = Dieses Passwort stimmt nicht.
unlock-wait = Noch { $seconds } s bis zum nächsten Versuch.
unlock-forgot = Passwort vergessen?
unlock-recovery-title = Mit dem Wiederherstellungsschlüssel öffnen
unlock-recovery-lead = Gib den Schlüssel von deiner Kopie ein und wähle ein neues Passwort.
unlock-recovery-key = Wiederherstellungsschlüssel
unlock-recovery-key-hint = Leerzeichen, Striche und Kleinbuchstaben sind in Ordnung.
unlock-recovery-open = Öffnen und neues Passwort setzen
unlock-keychain = Mit dem Schlüsselbund dieses Computers öffnen

## Die Datei lässt sich nicht benutzen

damaged-title = Deine Kontendatei ist beschädigt
damaged-newer-title = Deine Kontendatei ist neuer als dieses { -brand }
damaged-unopened-title = Deine Kontendatei lässt sich nicht öffnen
damaged-unopened-lead = Die Datei bleibt, wie sie ist, und nichts wird hineingeschrieben.
damaged-lead = Sie war nicht lesbar. Die Datei bleibt, wie sie ist, und nichts wird hineingeschrieben.
damaged-newer-lead = Eine neuere Version hat sie geschrieben, und diese hier kann sie nicht lesen. Die Datei bleibt, wie sie ist, und nichts wird hineingeschrieben.
damaged-lead-good = Sie war nicht lesbar. Deine Sicherungen sind in Ordnung, also ist nichts verloren.
damaged-backups = Sicherungen
damaged-backup-whole = Unbeschädigt
damaged-backup-broken = Lässt sich nicht öffnen
damaged-kept = Die beschädigte Datei bleibt neben der wiederhergestellten liegen, falls sie noch gebraucht wird.
damaged-no-backup = Es gibt keine gute Sicherung. Wähle eine andere Datei oder fang neu an. Die beschädigte Datei bleibt.
damaged-restore = Wiederherstellen
damaged-choose = Andere Datei wählen
damaged-start-again = Neu anfangen
damaged-newer-do = Installiere die neuere Version und öffne deine Codes damit.
missing-title = Deine Kontendatei ist weg
missing-lead = Beim Start von { -brand } war sie noch da. An ihrer Stelle wird nichts Neues angelegt.
damaged-retry = Noch einmal

## Andere Kopien der Datei

merged-from = Änderungen von { $copies } übernommen.
merged-second-keys =
    { $count ->
        [one] 1 Konto hatte in jeder Kopie einen anderen Schlüssel. Beide bleiben; beim zweiten steht „anderer Schlüssel“.
       *[other] { $count } Konten hatten in jeder Kopie einen anderen Schlüssel. Beide bleiben; beim zweiten steht „anderer Schlüssel“.
    }
    .hint = Probiere auf der Website von jedem einen Code und lösche dann den, der abgelehnt wird.
error-use-older = Diese nehmen

## Schnellsuche

quick-title = Schnellsuche
quick-lately = Zuletzt benutzt
quick-suited = Für das Fenster, aus dem du kamst
quick-first = Deine Konten
quick-foot = Enter kopiert und verbirgt dieses Fenster
quick-ending = Neuer Code in { $seconds } s
quick-waiting = Wartet auf den neuen Code…
quick-next = Danach
quick-copy-next = Nächsten kopieren
quick-copy-this = Diesen kopieren
quick-again = Erneut kopieren
quick-type = Eintippen
quick-actions = Aktionen
quick-locked = Gesperrt
quick-locked-lead = Entsperre, dann suche weiter.
quick-unlock = Entsperren
quick-close = Schließen
quick-busy = Die Zwischenablage ist belegt. Drücke noch einmal Enter.
quick-empty = Es gibt noch keine Konten.
quick-empty-open = { -brand } öffnen

## Das Fenster um die Codes

nav-label = Hauptmenü
nav-all = Alle Codes
nav-favourites = Favoriten
nav-tags = Schlagwörter
nav-deleted = Gelöscht
nav-backup = Sichern
nav-move = Umzug von { $app }
nav-lock = Sperren
nav-menu = Menü
codes-search = Konten durchsuchen
codes-search-empty = Suchen
codes-search-placeholder = { $total ->
    [one] { $total } Konto durchsuchen
   *[other] { $total } Konten durchsuchen
}
codes-count = { $found } von { $total }
codes-list = Codes
codes-add = Neu
codes-add-label = Konto hinzufügen
codes-nothing = Kein Konto passt zu „{ $query }“
codes-nothing-hint = Prüfe die Schreibweise oder füge es als neues Konto hinzu.
codes-nothing-clear = Suche leeren
codes-none-here = Noch nichts da
codes-none-favourites = Drücke bei einem Konto <k>Ctrl D</k>, dann ist es ein Favorit.
codes-none-tag = Zurzeit hat kein Konto dieses Schlagwort.
codes-said-hits = { $found } von { $total }. { $label }.
codes-said-copied = Kopiert. Wird in { $seconds } Sekunden geleert.
codes-said-code = { $spelled }. Noch { $seconds } Sekunden.
codes-said-counter = { $spelled }.
codes-said-hidden = Codes sind verborgen.
codes-said-shown = Codes sind zu sehen.
empty-title = Füge dein erstes Konto hinzu
empty-lead = Öffne auf der Website die zweistufige Anmeldung und mach ein Bildschirmfoto vom QR-Code. Drücke dann hier <k>Ctrl V</k>.
empty-files = Dateien wählen
empty-drop = oder zieh Bildschirmfotos irgendwohin
empty-type = Schlüssel eingeben
row-favourite-name = { $label }, Favorit
row-recovery-left = { $count ->
    [one] Noch { $count } Wiederherstellungscode
   *[other] Noch { $count } Wiederherstellungscodes
}
row-new = Neu
row-favourite = Favorit
row-next = Danach
row-copied = Kopiert
row-next-copied = Nächster kopiert
row-seconds = { $seconds } s
row-used = { $count ->
    [0] Noch nie benutzt
    [one] { $count }-mal benutzt
   *[other] { $count }-mal benutzt
}
row-new-code = Neuer Code
row-counter = Code { $count }
row-damaged = Schlüssel ist beschädigt
row-fix = Reparieren
row-fix-name = Reparieren: Schlüssel von { $name }
row-damaged-list = Konten mit beschädigtem Schlüssel

## Die Aktionsleiste

bar-label = Aktionen
bar-copy = Kopieren
bar-copy-next = Nächsten kopieren
bar-copy-again = Erneut kopieren
bar-actions = Aktionen
bar-clear = Leeren
bar-add = Hinzufügen
bar-none = Noch keine Konten
bar-no-results = Keine Treffer
bar-account = <b>{ $name }</b> · { $account }
bar-name = <b>{ $name }</b>
bar-ending = <b>{ $name }</b> · neuer Code in { $seconds } s
bar-copied = <b>Kopiert.</b> Zwischenablage wird in { $seconds } s geleert
bar-clear-now = Jetzt leeren
bar-undo = Rückgängig
bar-recovery = Dein Wiederherstellungsschlüssel ist noch nicht gespeichert.
bar-recovery-save = Speichern
bar-recovery-short = Schlüssel noch speichern
status-added = { $count ->
    [one] { $count } Konto hinzugefügt.
   *[other] { $count } Konten hinzugefügt.
}
status-saved = { $name } gespeichert.
status-fixed = { $name } hat wieder einen Schlüssel.
status-favourite = { $name } ist ein Favorit.
status-unfavourite = { $name } ist kein Favorit mehr.
status-deleted = { $name } gelöscht.
status-restored = { $name } ist wieder da.
status-undone-added = { $count ->
    [one] Zurückgenommen: { $count } Konto ist nicht hinzugefügt.
   *[other] Zurückgenommen: { $count } Konten sind nicht hinzugefügt.
}
status-deleted-many = { $count ->
    [one] 1 Konto gelöscht.
   *[other] { $count } Konten gelöscht.
}
status-moved = { $name } ist jetzt an Stelle { $place }.
status-tagged = { $count ->
    [one] 1 Konto hat jetzt das Schlagwort { $tag }.
   *[other] { $count } Konten haben jetzt das Schlagwort { $tag }.
}
status-undone-moved = Das Konto ist wieder an seinem Platz.
status-undone-tagged = Die Schlagwörter sind wieder wie vorher.
status-undone-codes = Die Wiederherstellungscodes sind wieder wie vorher.
status-undone-nothing = Es gibt nichts zurückzunehmen.
status-undone-edited = Die Änderung ist zurückgenommen.
status-undone-removed = { $count ->
    [one] { $count } Konto ist wieder da.
   *[other] { $count } Konten sind wieder da.
}
status-undone-restored = { $count ->
    [one] { $count } Konto liegt wieder unter „Gelöscht“.
   *[other] { $count } Konten liegen wieder unter „Gelöscht“.
}
status-clipboard-empty = Die Zwischenablage ist leer.

codes-marked = { $count ->
    [one] 1 Konto ist markiert
   *[other] { $count } Konten sind markiert
}
codes-unmark = Markierung aufheben
codes-order-first = Um Konten zu verschieben, wähle in den Einstellungen unter „Aussehen“ die Sortierung „Meine eigene“.
codes-order-all = Um Konten zu verschieben, zeige alle an, ohne Suche.
many-label = { $count ->
    [one] Aktionen für 1 Konto
   *[other] Aktionen für { $count } Konten
}
many-tag = Schlagwort geben…
many-tag-title = { $count ->
    [one] 1 Konto ein Schlagwort geben
   *[other] { $count } Konten ein Schlagwort geben
}
many-tag-name = Schlagwort
many-tag-do = Schlagwort geben
many-export = Sichern oder exportieren…
clock-slow = Die Uhr deines Computers geht { $amount } nach, darum lehnen Websites deine Codes vielleicht ab.
clock-fast = Die Uhr deines Computers geht { $amount } vor, darum lehnen Websites deine Codes vielleicht ab.
clock-seconds = { $count } s
clock-minutes = { $count } min
clock-hours = { $count } h
clock-fix = Uhr stellen

## Aktionen für ein Konto

actions-label = Aktionen für { $name }
actions-find = Aktion suchen
actions-none = Keine solche Aktion
actions-copy = Code kopieren
actions-copy-next = Nächsten Code kopieren
actions-new-code = Neuer Code
actions-large = Groß zeigen
actions-favourite = Zu den Favoriten
actions-unfavourite = Aus den Favoriten nehmen
actions-edit = Bearbeiten
actions-tags = Schlagwörter
actions-reveal = QR-Code zeigen
actions-phone = Auf mein Handy bringen
actions-recovery = Wiederherstellungscodes
actions-recovery-left = Wiederherstellungscodes (noch { $count })
actions-delete = Löschen
large-next = Danach
large-read = Vorlesen
large-copy = Kopieren
reveal-title = Schlüssel und QR-Code
reveal-lead = Wer den Schlüssel sieht, kann deine Codes für <b>{ $name }</b> erzeugen. Gib dazu dein Passwort ein.
reveal-show = Zeigen
reveal-done = Fertig
reveal-qr = QR-Code dieses Kontos
reveal-key = Schlüssel
reveal-hides = { $seconds ->
    [one] In { $seconds } Sekunde wieder verborgen.
   *[other] In { $seconds } Sekunden wieder verborgen.
}

## Hinzufügen

add-title = Konto hinzufügen
add-drop = Zieh Bildschirmfotos hierher
add-drop-hint = Eines oder viele. Jeder QR-Code darin wird gefunden.
add-paste = Einfügen
add-paste-hint = Ein Bild oder ein Einrichtungslink
add-paste-found = Bild gefunden
add-capture = Bildschirm aufnehmen
add-capture-hint = Findet ihn überall
add-files = Dateien wählen
add-files-hint = Eine oder viele
add-type = Schlüssel eingeben
add-type-hint = Oder einen Einrichtungslink
add-paste-text = In der Zwischenablage ist Text, aber kein Einrichtungslink.
add-private = Bilder werden nur auf diesem Computer gelesen
add-moving = Kommst du von einer anderen App?
add-import = Deren Sicherung importieren
capture-why = Dein System fragt, ob { -brand } den Bildschirm sehen darf. Das Bild wird einmal gelesen und nicht behalten.
capture-refused = { -brand } darf den Bildschirm nicht aufnehmen
capture-settings = Einstellungen des Systems
capture-paste = Bildschirmfoto einfügen
drop-title = { $count ->
    [0] Bildschirmfotos hier loslassen
    [one] { $count } Bildschirmfoto hier loslassen
   *[other] { $count } Bildschirmfotos hier loslassen
}
drop-title-files = { $count ->
    [one] { $count } Datei hier loslassen
   *[other] { $count } Dateien hier loslassen
}
drop-hint = Du wählst aus, was bleibt, bevor etwas gespeichert wird.
drop-locked-title = Entsperre zuerst und zieh es dann noch einmal her.
reading-title = { $total ->
    [one] { $total } Bildschirmfoto wird gelesen…
   *[other] { $total } Bildschirmfotos werden gelesen…
}
reading-title-files = { $total ->
    [one] { $total } Datei wird gelesen…
   *[other] { $total } Dateien werden gelesen…
}
reading-label = Gelesene Dateien
reading-count = { $done } von { $total }
reading-found = { $found ->
    [0] Bisher kein Konto gefunden.
    [one] Bisher { $found } Konto gefunden.
   *[other] Bisher { $found } Konten gefunden.
}
reading-now = { $name } wird gelesen…
reading-stop = Anhalten
confirm-title = Dieses Konto hinzufügen?
confirm-picture = Das Bild, in dem es gefunden wurde
confirm-from-clipboard = Aus deiner Zwischenablage
confirm-from-files = Aus deiner Datei
confirm-from-drop = Aus deinem Bildschirmfoto
confirm-from-screen = Von deinem Bildschirm
confirm-from-link = Aus dem Link, den du geöffnet hast
confirm-name = Name
confirm-name-missing = Für welche Website ist das?
confirm-account = Konto
confirm-code = Code jetzt
confirm-digits = { $digits ->
    [one] { $digits } Stelle
   *[other] { $digits } Stellen
}
confirm-period = alle { $period } s
confirm-counter = nach Zähler
confirm-steam = für Steam
confirm-changed = <b>{ $name }</b> hast du schon, mit einem anderen Schlüssel. Beide bleiben.
confirm-trashed = Dieses Konto liegt unter „Gelöscht“. Es wird zurückgeholt.
confirm-add = Hinzufügen
confirm-add-copy = Hinzufügen und kopieren
review-title = { $count ->
    [0] Keine neuen Konten
    [one] { $count } neues Konto
   *[other] { $count } neue Konten
}
review-title-pictures = { $pictures ->
    [one] { $count ->
        [0] Keine neuen Konten in { $pictures } Bildschirmfoto
        [one] { $count } neues Konto in { $pictures } Bildschirmfoto
       *[other] { $count } neue Konten in { $pictures } Bildschirmfoto
    }
   *[other] { $count ->
        [0] Keine neuen Konten in { $pictures } Bildschirmfotos
        [one] { $count } neues Konto in { $pictures } Bildschirmfotos
       *[other] { $count } neue Konten in { $pictures } Bildschirmfotos
    }
}
review-title-backup = { $count ->
    [0] Keine neuen Konten in der Sicherung aus { $app }
    [one] { $count } neues Konto in der Sicherung aus { $app }
   *[other] { $count } neue Konten in der Sicherung aus { $app }
}
review-already = { $count ->
    [one] { $count } ist schon hier.
   *[other] { $count } sind schon hier.
}
review-unread = { $count ->
    [one] { $count } war nicht lesbar.
   *[other] { $count } waren nicht lesbar.
}
review-problem = { $name } war nicht lesbar
review-problem-unnamed = Ein Teil war nicht lesbar
review-more-problems = { $count ->
    [one] Noch { $count } nicht lesbaren zeigen
   *[other] Noch { $count } nicht lesbare zeigen
}
review-note = Mit Notiz
review-favourite = Favorit
review-show = Zeigen
review-hide = Verbergen
review-picture = Das Bild, das nicht lesbar war
review-selected = { $count } von { $total } gewählt
review-select-all = Alle wählen
review-tag = Schlagwort
review-no-tag = Kein Schlagwort
review-already-here = Schon hier
review-same-name = Gleicher Name
review-was-deleted = Unter „Gelöscht“
review-twice = Doppelt gefunden
review-unusual = Hinweis
review-what = Was mit { $name } geschehen soll
review-keep-both = Beide behalten
review-replace = Ersetzen
review-rename = Umbenennen
review-rename-name = Name
review-rename-account = Konto
review-add = { $count ->
    [one] { $count } Konto hinzufügen
   *[other] { $count } Konten hinzufügen
}
review-close = Schließen
nothing-title = Kein QR-Code in diesem Bild
nothing-title-screens = Kein QR-Code auf deinen Bildschirmen
nothing-which = Bildschirm
nothing-stopped-title = Das Lesen wurde angehalten
nothing-stopped = Bis dahin wurde kein Konto gefunden. Der Rest ist nicht gelesen.
nothing-tip-whole = Den ganzen Code zeigen
nothing-tip-whole-how = Mit etwas Weiß an allen vier Rändern.
nothing-tip-bigger = Größer machen
nothing-tip-bigger-how = Vergrößere die Website und nimm das Bild noch einmal auf.
nothing-tip-sharp = Scharf und ohne Spiegelung
nothing-tip-sharp-how = Ein Bildschirmfoto geht besser als ein Handyfoto.
nothing-text-key = Websites zeigen den Schlüssel auch als Text, oft unter <b>„Scannen nicht möglich?“</b>. Du kannst auch den eingeben.
nothing-picture = Das Bild
nothing-type = Schlüssel eingeben
nothing-mark = Code von Hand markieren
mark-hint = Zieh einen Rahmen um den Code: Nur dieser Teil wird noch einmal gelesen. Die Pfeiltasten bewegen den Rahmen, mit Shift ändern sie seine Größe. Enter liest, Esc geht zurück.
mark-box = Rahmen um den Code
mark-place = Von { $left } bis { $right } % der Breite, { $top } bis { $bottom } % der Höhe
mark-read = Diesen Teil lesen
mark-reading = Wird gelesen…
mark-back = Zurück
mark-none = Kein QR-Code in diesem Rahmen. Zieh ihn um den ganzen Code, mit etwas Weiß.
nothing-another = Andere Datei wählen
key-title = Schlüssel eingeben
key-name = Name
key-account = Konto
key-key = Schlüssel
key-key-hint = Leerzeichen, Striche und Kleinbuchstaben sind in Ordnung. Ein Einrichtungslink geht auch.
key-show = Schlüssel zeigen
key-hide = Schlüssel verbergen
key-more = Weitere Angaben
key-type = Art
key-type-totp = Zeit
key-type-hotp = Zähler
key-type-steam = Steam
key-type-motp = mOTP, mit PIN
key-type-yandex = Yandex, mit PIN
key-pin = PIN
key-digits = Stellen
key-period = Neu alle
key-period-seconds = { $seconds } s
key-counter = Zähler
key-method = Verfahren
key-code = Code jetzt. Vergleiche ihn mit der Website, bevor du hinzufügst.
key-duplicate = Dieser Schlüssel ist schon hier.
key-trashed = Dieser Schlüssel liegt unter „Gelöscht“. Er wird zurückgeholt.
key-add = Hinzufügen
key-fix-title = Schlüssel neu eingeben
key-fix-lead = Alles andere an diesem Konto bleibt. Zeigt die Seite den Schlüssel nicht mehr, richte dort die Anmeldung in zwei Schritten neu ein.
key-fix = Schlüssel speichern

## Aus einer anderen App importieren

import-title = Aus einer anderen App importieren
import-lead = Du siehst jedes Konto, bevor etwas hinzugefügt wird.
import-drop = Zieh ihre Sicherung hierher
import-drop-hint = Eine Datei oder ein Ordner. Was es ist, zeigt der Inhalt.
import-file = Datei wählen
import-folder = Ordner wählen
import-change = Ändern
import-pasted = Eingefügter Text
import-locked = Sicherung aus { $app }, mit Passwort geschützt
import-backup = Sicherung aus { $app }
import-unknown = Nicht bekannt
import-described = { $what } · { $size }
import-files = { $count ->
    [one] { $count } Datei
   *[other] { $count } Dateien
}
import-password = Passwort dieser Sicherung
import-password-hint = Das Passwort, das du in { $app } gewählt hast. Es wird einmal benutzt und nicht behalten.
import-wrong = Das ist nicht das Passwort dieser Sicherung. Gemeint ist das Passwort, das du in { $app } gewählt hast.
import-key-file-hint = Nur wenn neben dem Passwort eine gesetzt wurde.
import-key-file-choose = Schlüsseldatei wählen
import-open = Öffnen
import-opening = Wird geöffnet…
import-opening-seconds = { $seconds ->
    [one] Wird geöffnet, noch etwa { $seconds } Sekunde
   *[other] Wird geöffnet, noch etwa { $seconds } Sekunden
}
import-opening-label = Wie weit die Sicherung geöffnet ist
import-reading-entries = Die Konten werden gelesen…
import-which = Welche App hat das gemacht?
import-which-none = App wählen
import-how = So kommst du daran: { $app }
import-works = Geht mit Sicherungen aus
import-works-more = { $count ->
   *[other] und { $count } weiteren
}
import-nothing = Meine App gibt nichts heraus

## Sichern und weggehen

export-title = Deine Konten sichern
export-kind = Art der Sicherung
export-own = { -brand }-Sicherung
export-own-hint = Alles, mit Passwort geschützt. Am besten zum Aufbewahren.
export-recommended = Empfohlen
export-app = Geschützte Datei für eine andere App
export-app-hint = Geht mit Passwort in Aegis, 2FAS, Ente Auth, KeePass und anderen auf.
export-codes = QR-Codes
export-codes-hint = Zum Scannen mit dem Handy oder zum Drucken.
export-plain = Offene Liste
export-plain-hint = Nicht geschützt. Wer die Datei hat, kommt in deine Konten hinein.
export-unprotected = Ungeschützt
export-format = Für welche App
export-form = Form
export-screen = Auf diesem Bildschirm, für mein Handy
export-screen-parts = Auf diesem Bildschirm, für Google Authenticator
export-accounts = Konten
export-all = { $count ->
    [one] Alle, { $count } Konto
   *[other] Alle { $count } Konten
}
export-favourites = Favoriten ({ $count })
export-tag = { $name } ({ $count })
export-choose = Auswählen…
export-chosen = Konten, die mitkommen
export-chosen-count = { $count } von { $total } gewählt
export-lab = Auch die Übungskonten aus dem Testlabor ({ $count })
export-lock = Schützen mit
export-lock-own = Meinem { -brand }-Passwort
export-lock-other = Einem anderen Passwort
export-password = Dein { -brand }-Passwort
export-password-hint = Wird immer gefragt, wenn Schlüssel die App verlassen.
export-understood = Mir ist klar: Wer diese Datei hat, kommt in meine Konten hinein.
export-count = { $count ->
    [0] Kein Konto passt in diese Datei
    [one] { $count } Konto kommt hinein
   *[other] { $count } Konten kommen hinein
}
export-left-out = { $count ->
    [one] { $count } Konto passt nicht hinein
   *[other] { $count } Konten passen nicht hinein
}
export-left-out-one = <b>{ $name }</b>: { $reason }
export-loses = { $what } <b>{ $names }</b>
export-names-more = { $names } und { $count } weitere
export-after = Nach dem Speichern wird die Datei zur Probe wieder geöffnet.
export-save = Speichern
export-show = QR-Codes zeigen
export-saving = Wird gespeichert…
export-done = { $count ->
    [one] Gespeichert und geprüft: { $count } Konto.
   *[other] Gespeichert und geprüft: { $count } Konten.
}
export-done-file = { $files ->
    [one] { $name }
   *[other] { $name } und { $more } weitere
}
export-done-plain = Wer diese Datei hat, kommt in deine Konten hinein. Lösche sie, wenn du sie nicht mehr brauchst.
export-close = Fertig

## Auf einem Handy

phone-title = Auf mein Handy bringen
phone-way = Wie
phone-one-each = Je ein QR-Code
phone-parts = Übertragungscodes von Google Authenticator
phone-place = { $index } von { $total }
phone-scan-one = Scanne das mit deinem Handy: <b>{ $name }</b>
phone-scan-parts = { $count ->
    [one] Wähle in Google Authenticator „Konten importieren“ und scanne das hier. Darin ist { $count } Konto.
   *[other] Wähle in Google Authenticator „Konten importieren“ und scanne das hier. Darin sind { $count } Konten.
}
phone-qr = QR-Code zum Scannen
phone-next = Weiter
phone-back = Zurück
phone-to-check = Code prüfen
phone-check-lead = Wähle ein Konto und gib den Code ein, den dein Handy jetzt dafür zeigt.
phone-check-account = Konto
phone-check-code = Code auf dem Handy
phone-check = Prüfen
phone-done = Fertig
phone-right = Das stimmt. Dein Handy erzeugt dieselben Codes.
phone-wrong-ahead = Die Uhr deines Handys geht { $time } vor. Schalte dort die automatische Uhrzeit ein.
phone-wrong-behind = Die Uhr deines Handys geht { $time } nach. Schalte dort die automatische Uhrzeit ein.
phone-wrong-algorithm = Dein Handy rechnet für dieses Konto mit { $name }, die Website mit einem anderen Verfahren. Nimm eine App, die das ändern kann, oder stelle es dort von Hand ein.
phone-wrong-digits = Dein Handy erzeugt für dieses Konto Codes mit { $digits } Stellen, die Website andere. Stelle es dort von Hand ein.
phone-wrong-period = Dein Handy erzeugt für dieses Konto alle { $period } s einen neuen Code, die Website nicht. Stelle es dort von Hand ein.
phone-wrong-plain = Dein Handy hat die Einstellungen dieses Kontos nicht übernommen. Seine App kann diese Codes nicht erzeugen.
phone-wrong-counter = Dein Handy ist bei Code { $counter } dieses Kontos, also nicht beim selben wie hier. Stelle den Zähler dort von Hand ein.
phone-wrong-unknown = Das ist kein Code dieses Kontos. Schau nach, welches Konto es ist, und scanne seinen Code noch einmal.
phone-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
phone-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
phone-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}

## Umzug von einer App, die nichts herausgibt

move-title = Umzug von { $app }
move-new-title = Website für Website umziehen
move-new-lead = Manche Apps geben ihre Schlüssel niemandem. Dann gibt dir jede Website einen neuen. Die Liste bleibt, bis du fertig bist.
move-app = Welche App
move-app-other = Eine andere App
move-app-name = Name der App
move-list = Deine Websites, eine je Zeile
move-list-hint = Schreib sie aus der Liste der App ab oder füge sie ein. Ein Name in Klammern ist das Konto: Bytebase (me@example.com)
move-begin = Liste anlegen
move-progress = { $done } von { $total } fertig
move-progress-label = Fertige Websites
move-how = Melde dich bei { $name } mit dem Code aus { $app } an. Öffne die zweistufige Anmeldung und richte die Authenticator-App neu ein. Füge dann den QR-Code hinzu, den die Website zeigt.
move-add = Schlüssel hinzufügen
move-old = Alter Code
move-new = Neuer Code
move-old-in-app = In { $app }, bis die Website den neuen angenommen hat
move-new-missing = Noch nicht hinzugefügt
move-accepted = Neuer Code wurde angenommen
move-take-back = Doch noch nicht
move-remove = { $name } von der Liste nehmen
move-more = Weitere Websites
move-more-add = Auf die Liste setzen
move-all-done = Alle Websites sind fertig. Wenn du jede ausprobiert hast, kannst du { $app } löschen.
move-end = Umzug beenden
move-end-ask = Die Liste wird vergessen. Deine Konten bleiben.
move-end-yes = Liste vergessen
move-later = Später weiter
move-waiting = Das nächste Konto, das du hinzufügst, gilt als das neue von { $name }.

## Das Testlabor

lab-title = Testlabor
lab-note = Übungsseiten, die <b>nur auf diesem Computer</b> laufen. Jede macht nach, wie eine Art von Website die zweistufige Anmeldung einrichtet, und hat mit den echten nichts zu tun.
lab-sites = Seiten
lab-site-batch = Wie Batch
lab-about-batch = QR-Code und Schlüssel, dann ein Code zum Bestätigen
lab-site-bytebase = Wie Bytebase
lab-about-bytebase = Einschalten, scannen, bestätigen, dann zehn Wiederherstellungscodes
lab-site-rocketchat = Wie Rocket.Chat
lab-about-rocketchat = Erst Codes per E-Mail, dann scannen und Ersatzcodes
lab-site-deployhq = Wie DeployHQ
lab-about-deployhq = Zwei verbundene Websites und ein Wiederherstellungscode
lab-site-infura = Wie Infura
lab-about-infura = Scannen, bestätigen, ein Ersatzcode
lab-site-strict = Streng
lab-about-strict = Wie die Normen es wollen: Kein Code gilt zweimal
lab-site-own = Deine eigene
lab-about-own = Ein Profil, das du geschrieben hast, als Datei
lab-running = Läuft
lab-starting = Startet…
lab-stopped = Steht
lab-start = Starten
lab-start-all = Alle starten
lab-start-label = { $name } starten
lab-open = Öffnen
lab-open-label = { $name } im Browser öffnen
lab-open-site = Seite öffnen
lab-stop-label = { $name } anhalten
lab-count = { $running } von { $total } laufen
lab-toggle = Starten oder anhalten
lab-open-log = Protokoll
lab-open-log-label = Protokoll von { $name } öffnen
lab-back = Zu den Seiten
lab-said-site = { $name }, { $state }
lab-progress = Ablauf
lab-progress-label = Wie weit der Ablauf ist
lab-step-password = Passwort
lab-step-scan = Scannen
lab-step-confirm = Bestätigen
lab-step-codes = Codes aufheben
lab-step-sign-in = Anmelden
lab-log = Protokoll
lab-log-label = Ereignisse
lab-following = Läuft mit
lab-paused = Pause
lab-log-search = Protokoll durchsuchen
lab-log-found = { $found } von { $total }
lab-log-pause = Protokoll anhalten
lab-log-save = Protokoll speichern
lab-log-saved = Das Protokoll ist gespeichert, ohne Schlüssel und Codes.
lab-new-lines = { $count ->
    [one] { $count } neue Zeile
   *[other] { $count } neue Zeilen
}
lab-mark-note = Hinweis
lab-mark-passed = Angenommen
lab-mark-refused = Abgelehnt
lab-mark-fault = Störung
lab-controls = Steuerung
lab-account = Dein Konto hier
lab-account-none = Öffne die Seite und melde dich als alice@demo.test mit dem Passwort demo an. Wenn sie ihren QR-Code zeigt, füge ihn hier hinzu oder so, wie du es überall tun würdest.
lab-account-offer = Die Seite hat einen QR-Code gezeigt.
lab-account-add = Zu meinen Konten
lab-account-added = Mit dem Schlagwort Labor hinzugefügt. Sicherungen lassen es weg.
lab-account-copy = Kopieren
lab-clock = Uhr der Seite
lab-clock-label = Uhr der Seite, in Sekunden
lab-clock-right = geht richtig
lab-clock-ahead = geht { $seconds } s vor
lab-clock-behind = geht { $seconds } s nach
lab-clock-stands = steht still
lab-clock-back-30 = −30 s
lab-clock-real = Richtige Zeit
lab-clock-on-30 = +30 s
lab-clock-stop = Uhr anhalten
lab-clock-next = Nächster Code
lab-faults = Störungen
lab-faults-on = { $count ->
    [0] keine an
    [one] { $count } an
   *[other] { $count } an
}
lab-fault-late = 3 s zu spät antworten
lab-fault-refuse = Ersten richtigen Code ablehnen
lab-fault-drop = Verbindung einmal abbrechen
lab-fault-replay = Benutzte Codes wieder annehmen
lab-fault-lock = Nach 3 falschen Codes sperren
lab-fault-unclear = Kleiner oder blasser QR-Code
lab-fault-nameless = Name fehlt im QR-Code
lab-fault-spaced = Schlüssel mit Leerzeichen und Strichen
lab-rules = Regeln
lab-rules-digits = Stellen
lab-rules-period = Sekunden
lab-rules-window = Fenster
lab-rules-steps = { $from } bis { $to }
lab-rules-when = Das Fenster gilt sofort, Stellen und Sekunden ab der nächsten Einrichtung.
lab-state = { $faults ->
    [0] Keine Störungen
    [one] { $faults } Störung an
   *[other] { $faults } Störungen an
} · Uhr { $clock }
lab-clear = Störungen aus
lab-reset = Von vorn
lab-reset-done = Die Seite ist wie am Anfang.
lab-stop = Anhalten

## Einstellungen

settings-title = Einstellungen
settings-saved = Änderungen werden sofort gespeichert
settings-undone = Zurückgeändert.
settings-back = Zurück zu den Codes
settings-locking = Sperren
settings-lock-after = Sperren nach
settings-lock-after-hint = Wenn nichts getippt oder geklickt wird
settings-minutes = { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
settings-hour = 1 Stunde
settings-never = Nie
settings-lock-screen = Sperren, wenn der Bildschirm sperrt
settings-lock-sleep = Sperren, wenn der Computer schläft
settings-lock-close = Sperren, wenn das Fenster geschlossen wird
settings-lock-close-hint = { -brand } läuft im Infobereich weiter. Beenden sperrt immer.
settings-security = Sicherheit
settings-privacy = Privatsphäre
settings-hide-codes = Codes verbergen
settings-hide-codes-hint = Nur das gewählte Konto zeigt seinen Code
settings-capture = Aus Bildschirmfotos und Übertragungen heraushalten
settings-capture-hint = Andere sehen statt deiner Codes ein leeres Fenster
settings-not-possible = Geht auf diesem System nicht
settings-clipboard = Zwischenablage
settings-copying = Nach dem Kopieren eines Codes
settings-then = Danach
settings-then-hint = Das Fenster, aus dem du kamst, bekommt die Tastatur zurück
settings-then-hide = Fenster verbergen
settings-then-stay = Offen bleiben
settings-last-seconds = Wenn ein Code gleich wechselt
settings-last-seconds-hint = In seinen letzten 3 Sekunden
settings-last-copy = Trotzdem kopieren
settings-last-next = Nächsten kopieren
settings-last-wait = Auf nächsten warten
settings-type = Codes ins vorige Fenster tippen
settings-type-hint = Mit Strg Umschalt Enter in der Schnellsuche. Andere Programme können mitlesen, wie bei der Zwischenablage
settings-appearance = Aussehen
settings-preview = Vorschau
settings-look = Gestaltung
settings-theme = Farben
settings-as-system = Wie System
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-density = Zeilenhöhe
settings-density-hint = In ein Fenster üblicher Größe passen { $rows } Konten
settings-density-compact = Eng
settings-density-normal = Normal
settings-density-roomy = Luftig
settings-text-size = Schriftgröße
settings-icons = Symbole bekannter Websites
settings-icons-hint = Statt eines Buchstabens. Alle sind in { -brand } enthalten; nichts wird geladen
settings-language = Sprache
settings-codes = Codes
settings-grouping = Gruppen
settings-countdown = Restzeit
settings-dial = Ring
settings-bar = Balken
settings-next = Nächster Code
settings-next-last = Letzte 5 Sekunden
settings-next-always = Immer
settings-order = Sortierung
settings-order-name = Favoriten, dann A–Z
settings-order-most = Meistbenutzt
settings-order-lately = Zuletzt benutzt
settings-order-own = Meine eigene
settings-read = Code bei jeder Bewegung vorlesen
settings-read-hint = Für Bildschirmleser. Sonst nur, wenn du es verlangst
settings-shortcuts = Tastenkürzel
settings-background = Im Hintergrund
settings-autostart = Mit dem Computer starten
settings-start-hidden = Ohne Fenster starten
settings-start-hidden-hint = Wenn es mit dem Computer startet
settings-close-to-tray = Beim Schließen des Fensters im Infobereich bleiben
settings-close-to-tray-hint = Damit die Schnellsuche zur Hand ist. Sonst beendet das Schließen die App
settings-keep-quick-ready = Schnellsuche bereithalten, solange { -brand } verborgen und entsperrt ist
settings-keep-quick-ready-hint = Sie öffnet sich dann sofort. Sonst wird der Speicher nach einer Minute freigegeben, und sie öffnet sich einen Moment später
settings-backups = Sicherungen
settings-export = Einstellungen speichern
settings-export-hint = Als Datei. Darin ist kein Konto und kein Schlüssel
settings-export-do = Speichern…
settings-exported = Die Einstellungen sind gespeichert.
settings-import = Einstellungen übernehmen
settings-import-hint = Aus einer Datei, die hier oder auf einem anderen Computer gespeichert wurde
settings-import-do = Wählen…
settings-imported = Die Einstellungen sind übernommen.
settings-sync = Abgleich
settings-clear-after = Zwischenablage leeren nach
settings-clear-after-hint = Nur wenn der Code noch darin ist
settings-seconds = { $seconds } Sekunden
settings-back-in = Wieder hineinkommen
settings-password = Passwort
settings-password-hint = Schützt deine Codes auf diesem Computer
settings-password-change = Ändern…
settings-recovery = Wiederherstellungsschlüssel
settings-recovery-checked = Du hast deine Kopie geprüft
settings-recovery-unchecked = Du hast deine Kopie noch nicht geprüft
settings-recovery-check = Prüfen…
settings-recovery-new = Neuen machen…
settings-keychain = Mit dem Schlüsselbund dieses Computers öffnen
settings-keychain-hint = Solange du hier angemeldet bist, wird kein Passwort verlangt

shortcuts-anywhere = Von überall
shortcuts-quick = Schnellsuche öffnen
shortcuts-quick-hint = Geht, während { -brand } im Hintergrund ist
shortcuts-copy-last = Das letzte Konto noch einmal kopieren
shortcuts-copy-last-hint = Ohne ein Fenster zu öffnen
shortcuts-desktop = Dein Desktop fragt einmal, bevor ein Kürzel von überall geht.
shortcuts-desktop-allow = Jetzt erlauben
shortcuts-desktop-asking = Dein Desktop fragt dich jetzt…
shortcuts-desktop-allowed = Welche Tasten es sind, bestimmt dein Desktop. Ändere sie in seinen Einstellungen.
shortcuts-here = In { -brand }
shortcuts-none = Keine
shortcuts-change = Ändern
shortcuts-change-label = Tasten ändern für: { $name }
shortcuts-press = Drücke die neuen Tasten…
shortcuts-reset = Wie üblich
shortcuts-reset-label = Wieder die üblichen Tasten für: { $name }
shortcuts-taken = Schon benutzt für: { $name }.
shortcuts-use-here = Stattdessen hier benutzen
shortcuts-not-these = Diese Tasten haben einen festen Zweck oder würden einen Buchstaben tippen. Probiere andere.
shortcuts-two-more = Halte zwei von Strg, Alt und Shift, damit diese Tasten keiner anderen App fehlen.
shortcuts-twice = Das sind schon die Tasten des anderen Kürzels. Probiere andere.

backups-none = Es gibt noch keine Sicherung. Die erste entsteht mit deiner ersten Änderung.
backups-last = { $count ->
    [one] Letzte Sicherung: { $when }.
   *[other] Letzte Sicherung: { $when }. { $count } sind aufgehoben.
}
backups-checked = Jede wurde zur Probe wieder geöffnet.
backups-now = Jetzt sichern
backups-automatic = Von selbst
backups-every = Nach jeder Änderung sichern
backups-kept = Es bleiben: die letzten 10, eine Woche lang eine je Tag, einen Monat lang eine je Woche
backups-on = An
backups-folder = Neben deinen Konten
backups-by-hand = Von Hand
backups-export = Sichern oder exportieren
backups-export-hint = { -brand }-Sicherung, andere Apps, QR-Codes
backups-choose = Wählen…
backups-restore = Wiederherstellen
backups-restore-hint = Sieh, was darin ist, bevor sich etwas ändert
backups-restore-do = Wählen…
backups-import = Aus einer anderen App importieren
backups-import-do = Importieren…
backups-deleted = Gelöschte Konten
backups-deleted-hint = { $count ->
    [0] Keine. Gelöschte werden 30 Tage aufgehoben
    [one] 1 Konto, 30 Tage aufgehoben
   *[other] { $count } Konten, 30 Tage aufgehoben
}
backups-deleted-show = Zeigen

sync-where = Wo
sync-folder = Ordner
sync-file = Datei
sync-file-hint = Geschützt. Ein Dienst, der ihren Ordner teilt, kann sie nicht lesen
sync-share = Ein Ordner, den du schon zwischen Computern teilst
sync-step-quit = Beende { -brand } auf diesem Computer.
sync-step-move = Verschiebe <b>{ $file }</b> in den geteilten Ordner.
sync-step-tell = Setze <b>KEYTICK_VAULT</b> auf den neuen Ort, hier und auf den anderen Computern, und starte { -brand } wieder.
sync-merge = Kopien, die ein Abgleichprogramm neben der Datei liegen lässt, werden übernommen. Ändern zwei Computer denselben Teil eines Kontos, gilt die spätere Änderung; zwei verschiedene Schlüssel bleiben beide, als zwei Konten.

password-change-title = Dein Passwort ändern
password-change-now = Bisheriges Passwort
password-change-rekey = Vielleicht hat jemand eine Kopie meiner Kontendatei und kennt das alte Passwort
password-change-rekey-hint = Deine Konten bekommen ein neues Schloss. Du bekommst einen neuen Wiederherstellungsschlüssel, und die Sicherungen, die { -brand } gemacht hat, werden gelöscht. Kopien an anderen Orten gehen weiter mit dem auf, womit sie bisher aufgingen.
password-change-keeps = Dein Wiederherstellungsschlüssel bleibt gleich. Frühere Sicherungen gehen weiter mit dem alten Passwort auf.
password-change-button = Ändern
password-changed = Dein Passwort ist geändert.

recovery-verify-title = Deinen Wiederherstellungsschlüssel prüfen
recovery-verify-lead = Gib den Schlüssel von deiner Kopie ein. Nichts wird geändert.
recovery-verify-button = Prüfen
recovery-verify-right = Das ist dein Wiederherstellungsschlüssel. Deine Kopie ist gut.

keychain-title = Mit dem Schlüsselbund dieses Computers öffnen
keychain-lead = { -brand } öffnet sich dann ohne Passwort für jeden, der in deinem Benutzerkonto auf diesem Computer angemeldet ist.
keychain-warn = Auch jedes Programm, das du dort startest, kann den Schlüsselbund nach dem Schlüssel fragen. Sperre den Bildschirm, wenn du gehst.
keychain-button = Einschalten
keychain-off-lead = Ab jetzt wird wieder das Passwort verlangt.
keychain-off-button = Ausschalten

## Alle Tastenkürzel

keys-title = Alle Tastenkürzel
keys-anywhere = Überall
keys-paste = Aus der Zwischenablage hinzufügen
keys-undo = Die letzte Änderung zurücknehmen
keys-step = Zum nächsten Teil des Fensters
keys-larger = Größere Schrift
keys-smaller = Kleinere Schrift
keys-normal = Normale Schrift
keys-quit = { -brand } beenden
keys-move = Die Auswahl bewegen
keys-page = Eine Seite weiter oder zurück
keys-ends = Zum ersten Konto, zum letzten
keys-copy-other = Kopieren, und das Fenster umgekehrt lassen: verborgen oder offen
keys-hide-window = Das Fenster verbergen
keys-step-back = Zum vorigen Teil des Fensters
keys-escape = Suche leeren, dann das Fenster verbergen
keys-mark = Mehrere Konten markieren
keys-copy-nth = Zeile mit dieser Nummer kopieren
keys-type = Code eintippen, aus der Schnellsuche
keys-actions = Alle Aktionen für das Konto
keys-hide = Alle Codes verbergen oder zeigen
keys-up = Das Konto nach oben rücken, in deiner eigenen Reihenfolge
keys-down = Das Konto nach unten rücken, in deiner eigenen Reihenfolge
keys-sheets = Dialoge
keys-main = Hauptknopf
keys-close = Schließen
keys-tick = An- oder abwählen
keys-tick-all = Alle neuen wählen

## Bearbeiten und löschen

edit-title = Konto bearbeiten
edit-name = Name
edit-account = Konto
edit-tags = Schlagwörter
edit-tag-add = Neues Schlagwort
edit-tag-remove = { $name } entfernen
edit-note = Notiz
edit-icon = Symbol
edit-icon-auto = Wie in den Einstellungen
edit-icon-letter = Buchstabe
edit-colour = Farbe
edit-colour-of = Farbe { $number }
edit-colour-auto = Nach Namen
edit-favourite = Favorit
edit-settings = Code-Einstellungen
edit-settings-time = Zeit · { $digits } Stellen · alle { $period } s · { $method }
edit-settings-counter = Zähler · { $digits } Stellen · nächster { $counter } · { $method }
edit-settings-steam = Steam · alle { $period } s
edit-settings-pin = { $type ->
        [motp] mOTP
       *[yandex] Yandex
    } · alle { $period } s, mit PIN
edit-settings-change = Ändern
edit-settings-now = Code jetzt
edit-settings-then = Mit neuen Einstellungen
edit-settings-said = Code jetzt: { $now }. Mit neuen Einstellungen: { $then }.
edit-settings-warning = Mit falschen Einstellungen lehnt die Website deine Codes ab. Speichere nur, was die Website angibt.
edit-key = Schlüssel und QR-Code
edit-key-hint = Fragt zuerst nach deinem Passwort
edit-key-show = Zeigen
edit-recovery-show = Öffnen
edit-delete = Löschen
edit-save = Speichern
delete-title = { $name } löschen?
delete-title-many = { $count } Konten löschen?
delete-warning-many = Du bekommst dann keine Codes mehr für sie. Schalte zuerst auf den Websites die zweistufige Anmeldung aus, sonst sperrst du dich vielleicht aus.
delete-warning = Du bekommst dann keine Codes mehr für <b>{ $account }</b>. Schalte zuerst auf der Website die zweistufige Anmeldung aus, sonst sperrst du dich vielleicht aus.
delete-kept = Es bleibt 30 Tage unter „Gelöscht“, so lange kannst du es zurückholen.
delete-kept-many = Sie bleiben 30 Tage unter „Gelöscht“, so lange kannst du sie zurückholen.
delete-keep = Behalten
delete-yes = Löschen
deleted-title = Gelöscht
deleted-lead = Gelöschte Konten bleiben 30 Tage hier.
deleted-none = Unter „Gelöscht“ liegt nichts.
deleted-when = Gelöscht am { $date }
deleted-restore = Zurückholen
deleted-restore-label = { $name } zurückholen

## Was auf Tasten steht

cap-ctrl = Strg
cap-shift = Umschalt
cap-enter = Eingabe
cap-escape = Esc
cap-delete = Entf
cap-home = Pos 1
cap-end = Ende
cap-page-up = Bild auf
cap-page-down = Bild ab
cap-space = Leertaste

## PIN

unlock-pin = PIN
unlock-pin-password = Passwort verwenden
settings-pin = Mit einer PIN entsperren
settings-pin-hint = Nach deinem Passwort, bis du { -brand } beendest oder dich abmeldest
pin-title = Mit einer PIN entsperren
pin-lead = Nach jedem Start von { -brand } wird einmal das Passwort verlangt, danach die PIN. Nach drei falschen PINs hintereinander wird wieder das Passwort verlangt.
pin-label = PIN
pin-hint = Mindestens 4 Zeichen. Sie bleibt im Arbeitsspeicher und hält Leute von deiner Tastatur fern; die Datei schützt allein das Passwort.
pin-button = Einschalten
pin-off-lead = Von jetzt an wird jedes Mal das Passwort verlangt.
pin-off-button = Ausschalten
