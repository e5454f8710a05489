# Der Simulator für Anmeldungen und das virtuelle Gerät.

## Das virtuelle Gerät: was es ablehnt

device-no-key = Hier ist kein Anmeldeschlüssel.
    .hint = Ein QR-Code zum Anmelden beginnt mit „otpauth://“.
device-unknown-account = Das Gerät hat kein Konto, das zu „{ $query }“ passt.
device-several-match = { $count } Konten auf dem Gerät passen zu „{ $query }“.
    .hint = Nenne eines mit seiner Nummer.
device-not-named =
    { $count ->
        [0] Das Gerät hat noch kein Konto.
       *[other] Das Gerät hat { $count } Konten. Welches?
    }
device-min-left = Ein Code, der { $period } Sekunden gilt, gilt nie noch { $seconds } Sekunden.
device-date = Das ist nicht das Datum einer HTTP-Antwort.
    .hint = Gib es so, wie es in der Kopfzeile Date der Website steht: Sun, 06 Nov 1994 08:49:37 GMT
device-full = Ein Gerät fasst höchstens { $most } Konten.
device-wait =
    { $seconds ->
        [one] Der nächste Code kommt in 1 Sekunde.
       *[other] Der nächste Code kommt in { $seconds } Sekunden.
    }
device-unknown = Es gibt kein Gerät namens „{ $name }“.
device-taken = Ein Gerät namens „{ $name }“ gibt es schon.
device-name = Der Name eines Geräts hat 1 bis 64 Buchstaben, Ziffern, Punkte, Striche und Unterstriche.
device-too-many = Es gibt { $most } Geräte, und mehr dürfen es nicht sein.
    .hint = Wirf eines weg, das nicht mehr gebraucht wird: DELETE /devices/NAME
device-body = Diese Anfrage ist nicht zu verstehen: { $reason }
device-picture = Das Bild gab keinen Schlüssel: { $reason }
device-no-pictures = Bilder werden hier nicht gelesen.
    .hint = Sende stattdessen den Text des QR-Codes.

## Das virtuelle Gerät: warum ein Code abgelehnt worden sein könnte

device-why-length = Es wurden { $typed } Zeichen eingetippt, aber ein Code dieses Schlüssels hat { $digits }.
    .hint = Eine Null am Anfang gehört zum Code.
device-why-parameters = Der Code wurde mit { $made } erzeugt, aber der Schlüssel sagt { $key }.
    .hint = Solche Codes erzeugt eine App, die nicht beachtet, was der QR-Code sagt. Prüfe das Verfahren, die Stellen und die Sekunden.
device-why-clock-ahead =
    { $seconds ->
        [one] Die Uhr des Geräts geht gegen die der Website 1 Sekunde vor.
       *[other] Die Uhr des Geräts geht gegen die der Website { $seconds } Sekunden vor.
    }
    .hint = Stelle die Uhr des Geräts richtig.
device-why-clock-behind =
    { $seconds ->
        [one] Die Uhr des Geräts geht gegen die der Website 1 Sekunde nach.
       *[other] Die Uhr des Geräts geht gegen die der Website { $seconds } Sekunden nach.
    }
    .hint = Stelle die Uhr des Geräts richtig.
device-why-reused = Der Code stimmt, aber er wurde schon gesendet, und die meisten Websites nehmen einen Code nur einmal.
    .hint = Warte auf den nächsten Code.
device-why-stale =
    { $seconds ->
        [0] Der Code ist gerade abgelaufen.
        [one] Der Code ist vor 1 Sekunde abgelaufen.
       *[other] Der Code ist vor { $seconds } Sekunden abgelaufen.
    }
    .hint = Lass dir einen Code geben, der noch mehr Sekunden gilt.
device-why-early =
    { $seconds ->
        [one] Der Code gilt erst in 1 Sekunde.
       *[other] Der Code gilt erst in { $seconds } Sekunden.
    }
device-why-counter-behind =
    { $count ->
        [one] Seitdem wurde 1 späterer Code herausgegeben.
       *[other] Seitdem wurden { $count } spätere Codes herausgegeben.
    }
    .hint = Nimm den neuesten Code. Eine Website nimmt keinen, der hinter ihrem Zähler liegt.
device-why-counter-ahead =
    { $count ->
        [0] Der Code ist der nächste, der noch nicht herausgegeben wurde.
        [one] Vor diesem Code kommt noch 1 Code.
       *[other] Vor diesem Code kommen noch { $count } Codes.
    }
    .hint = Websites schauen nur ein paar Codes voraus.
device-why-site-disagrees = Der Code stimmt nach beiden Uhren.
    .hint = Vielleicht kannte die Website ihn schon, prüft mit anderen Werten, als ihr QR-Code sagt, oder ist eine Weile gesperrt.
device-why-no-date = Der Code stimmt nach der Uhr des Geräts.
    .hint = Gib die Kopfzeile Date aus der Antwort der Website an, um die Uhren zu vergleichen.
device-why-not-this-key = Dieser Schlüssel erzeugt diesen Code nicht, weder jetzt noch in den letzten Minuten.
    .hint = Prüfe, ob ein Tippfehler darin ist und ob Website und Gerät denselben Schlüssel haben.

## Die Übungsseiten: was um jede Seite herum steht

sim-page-test-site = ÜBUNGSSEITE
sim-page-banner = Eine Übungsseite auf diesem Computer. Gib nur ausgedachte Daten ein. Welt: { $world }
sim-page-banner-exposed = Eine Übungsseite, die andere Computer erreichen können. Gib nur ausgedachte Daten ein. Welt: { $world }
sim-page-skip = Zum Inhalt springen
sim-page-not-affiliated = { $name }, nicht verbunden mit { $product }. Sie macht die Schritte von dessen zweistufiger Anmeldung nach, zum Üben und Testen.
sim-page-made-up = { $name }: eine ausgedachte Website zum Üben und Testen.
sim-page-mail = Postfach
sim-page-lab = Labor
sim-page-stale = Dieses Formular war zu alt oder kam von einer anderen Seite. Sende es noch einmal.
sim-page-missing = Diese Seite gibt es nicht.

## Die Übungsseiten: einzelne Seiten

sim-page-home = Hallo, { $name }
sim-page-home-about = Du bist angemeldet.
sim-page-account = Dein Konto
sim-page-user-name = Benutzername
sim-page-email = E-Mail
sim-page-new-password = Neues Passwort
sim-page-change-password = Passwort ändern
sim-page-change-email = E-Mail ändern
sim-page-save = Speichern
sim-page-sso = Die Anmeldung läuft über { $name }.
sim-page-verify-email = Bestätige deine E-Mail-Adresse
sim-page-verify-email-button = Bestätigen
sim-page-send-verification = E-Mail noch einmal senden
sim-page-other-account = Als jemand anderes anmelden
sim-page-challenge-ends =
    { $seconds ->
        [one] Dieser Schritt ist noch eine Sekunde offen.
       *[other] Dieser Schritt ist noch { $seconds } Sekunden offen.
    }
sim-page-key-ends =
    { $seconds ->
        [one] Dieser Schlüssel gilt noch eine Sekunde.
       *[other] Dieser Schlüssel gilt noch { $seconds } Sekunden.
    }
sim-page-administrator-resets = Gerät und Wiederherstellungscodes verloren? Jemand mit der Rolle „{ $role }“ kann die zweistufige Anmeldung für dich zurücksetzen.
sim-page-recover = Konto wiederherstellen
sim-page-recover-about = Der Support prüft, ob das Konto deines ist, bevor die zweistufige Anmeldung ausgeschaltet wird.
sim-page-recover-message = Woran kann der Support erkennen, dass du es bist?
sim-page-recover-send = Anfrage öffnen
sim-page-case-opened = Deine Anfrage ist offen
sim-page-case-opened-about = Der Support sieht sie sich an. Du kannst dich anmelden, sobald bestätigt ist, dass das Konto deines ist.
sim-page-no-cases = Es gibt keine Anfragen.
sim-page-case-open = Offen
sim-page-case-approved = Bestätigt
sim-page-case-refused = Abgelehnt
sim-page-qr = QR-Code für { $issuer }, { $account }
sim-page-issuer = Anbieter
sim-page-account-name = Konto
sim-page-open-app = In einer Authenticator-App öffnen
sim-page-qr-download = QR-Code herunterladen:
sim-page-person = Person
sim-page-role = Rolle
sim-page-roles = Pflicht für diese Rollen
sim-page-actions = Aktionen
sim-page-mail-about = Jede E-Mail dieser Welt. Keine wird je irgendwohin gesendet.
sim-page-no-mail = Es ist noch keine E-Mail gekommen.
sim-page-mail-to = An:
sim-page-mail-link = Link öffnen

## Der Server: abgelehnte Anfragen

sim-host-missing = Die Anfrage sagt nicht, für welchen Host sie ist.
sim-host-unknown = Unter diesem Namen antwortet dieser Server nicht.
    .hint = Starte ihn mit --allow-host NAME, wenn der Name stimmt.
sim-origin-foreign = Diese Anfrage kommt von der Seite einer anderen Website.
sim-token-missing = Das Token fehlt oder ist falsch.
    .hint = Sende „Authorization: Bearer TOKEN“ mit dem Token, das beim Start ausgegeben wurde.
sim-body-large = Der Inhalt der Anfrage ist zu groß.
sim-body-slow = Der Inhalt der Anfrage kam zu langsam.
sim-body-type = Der Inhalt der Anfrage ist kein JSON.
    .hint = Sende „Content-Type: application/json“.
sim-value = { $field }: { $reason }
sim-refused = { $reason }
sim-world-unknown = Es gibt keine Welt „{ $name }“.
sim-world-taken = Eine Welt „{ $name }“ gibt es schon.
sim-too-many-worlds = Es gibt so viele Welten, wie es sein dürfen. Beende eine, die nicht mehr gebraucht wird.
sim-user-unknown = Es gibt niemanden namens „{ $name }“.
sim-fault-unknown = Es gibt keine Störung „{ $name }“.
sim-case-unknown = Es gibt keine offene Anfrage „{ $name }“.
sim-profile-unknown = Es gibt kein Profil „{ $name }“.
sim-snapshot-unknown = Es gibt keinen aufgehobenen Stand „{ $name }“.
sim-too-many-snapshots = Diese Welt hebt so viele Stände auf, wie sie darf.
sim-too-many-waits = Es warten schon zu viele Anfragen.
sim-oracle-off = Das Orakel ist aus.
    .hint = Starte den Server mit --oracle. Besser: Lass ein Gerät den Code erzeugen.
sim-profile = Zeile { $line }, Spalte { $column }, { $path }: { $reason }
sim-port = Port { $port } lässt sich nicht benutzen: { $reason }
    .hint = Wähle einen anderen Port, oder 0 für irgendeinen freien.
sim-identity-port = Der Anmeldedienst kann nicht lauschen: { $reason }
sim-store = Die Datei mit den Welten lässt sich nicht benutzen: { $reason }
sim-start = Der Server kann nicht starten: { $reason }

## Die Beschreibung der Steuer-API

device-api-title = Virtuelles Gerät von Keytick
device-api-about = Geräte, die Schlüssel für die zweistufige Anmeldung aufnehmen, ihre Codes herausgeben und sagen, warum eine Website einen abgelehnt haben könnte.
sim-api-title = Simulator von Keytick
sim-api-about = Welten, Personen, Uhren, Störungen, E-Mails und Ereignisse von Übungsseiten für die zweistufige Anmeldung, und die Anmeldung der Seiten als API.
sim-api-token = Das Token, das beim Start ausgegeben wurde.
sim-api-session = Die Sitzung, die bei der Anmeldung kam.

## Das Labor: eine Seite für Leute, die testen

sim-lab-key = Schlüssel
sim-lab-key-about = Diese Seite verstellt die Uhr und lässt Dinge schiefgehen. Öffne die Adresse, die beim Start ausgegeben wurde, oder füge das Token ein.
sim-lab-key-wrong = Das ist nicht der Schlüssel dieses Servers.
sim-lab-open = Öffnen
sim-lab-clock = Uhr
sim-lab-clock-is-real = geht wie die echte
sim-lab-clock-is-offset = verstellt
sim-lab-clock-is-frozen = steht still
sim-lab-clock-30 = 30 Sekunden vor
sim-lab-clock-300 = 5 Minuten vor
sim-lab-clock-back = 30 Sekunden zurück
sim-lab-clock-edge = Eine Sekunde vor dem nächsten Code
sim-lab-clock-freeze = Anhalten
sim-lab-clock-real = Echte Zeit
sim-lab-clock-set = Zeit
sim-lab-clock-freeze-there = Zu dieser Zeit anhalten
sim-lab-clock-unread = Gib eine Zahl von Sekunden ein.
sim-lab-step =
    { $seconds ->
        [one] Schritt { $step }, gilt noch eine Sekunde
       *[other] Schritt { $step }, gilt noch { $seconds } Sekunden
    }
sim-lab-people = Personen
sim-lab-password = Passwort: { $password }.
sim-lab-codes-left =
    { $count ->
        [0] Keine Wiederherstellungscodes.
        [one] 1 Wiederherstellungscode.
       *[other] { $count } Wiederherstellungscodes.
    }
sim-lab-locked = gesperrt
sim-lab-unlock = Entsperren
sim-lab-reset-user = Von vorn
sim-lab-reset = Die ganze Welt von vorn
sim-lab-faults = Störungen
sim-lab-no-faults = Nichts geht mit Absicht schief.
sim-lab-fired =
    { $count ->
        [0] noch nicht geschehen
        [one] einmal geschehen
       *[other] { $count }-mal geschehen
    }
sim-lab-fault-kind = Was schiefgeht
sim-lab-fault-params = Die Werte dazu, als JSON
sim-lab-fault-times = Wie oft: eine Zahl, oder leer für immer
sim-lab-fault-route = Nur auf diesem Pfad, etwa /login/*
sim-lab-fault-step = Nur bei diesem Schritt, etwa code
sim-lab-fault-user = Nur für diese Person
sim-lab-fault-add = Störung hinzufügen
sim-lab-fault-remove = Entfernen
sim-lab-times-unread = Gib eine Zahl ein, oder lass es leer.
sim-lab-profile = Diese Website
sim-lab-sources = Nach:
sim-lab-assumed = Diese Werte bestätigt keine Quelle; sie sind angenommen:
sim-lab-log = Was geschah
sim-lab-log-again = Noch einmal nachsehen
sim-lab-log-all = Alles zeigen
sim-lab-log-when = Wann
sim-lab-log-who = Wer
sim-lab-log-what = Was
sim-lab-log-why = Regel, die entschied
