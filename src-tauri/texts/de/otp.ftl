# Schlüssel, Codes und die otpauth-Adresse.

otp-not-a-uri = Das ist kein Anmeldeschlüssel.
    .hint = Ein QR-Code zum Anmelden beginnt mit „otpauth://“. Einen Schlüssel, den du als Buchstaben siehst, gibst du von Hand ein.
otp-scheme = Das ist eine Adresse der Art „{ $scheme }“, kein Anmeldeschlüssel.
    .hint = Suche auf der Website den QR-Code, den man mit einer Authenticator-App scannt.
otp-type = Dieser Schlüssel erzeugt Codes der unbekannten Art „{ $found }“.
    .hint = Keytick erzeugt die Arten totp, hotp, steam, motp und yandex.
otp-type-missing = Dieser Schlüssel sagt nicht, welche Art von Codes er erzeugt.
    .hint = Lass dir von der Website einen neuen QR-Code geben.
otp-steam-link = Das ist ein Link für die Steam-App, kein Anmeldeschlüssel.
    .hint = Ein Steam-Schlüssel ist „steam://“ und der Schlüssel, mit nichts dahinter.
otp-secret-missing = Der Schlüssel selbst fehlt.
    .hint = Lass dir von der Website einen neuen QR-Code geben.
otp-secret-empty = Der Schlüssel ist leer.
    .hint = Kopiere den Schlüssel von der Website, oder lass dir dort einen neuen QR-Code geben.
otp-secret-too-short = Dieser Schlüssel ist zu kurz. Hast du ihn ganz kopiert?
otp-secret-too-long = Dieser Schlüssel ist zu lang für einen Anmeldeschlüssel.
    .hint = Kopiere nur den Schlüssel, ohne den Text drum herum.
otp-secret-character = Ein Schlüssel hat nur Buchstaben A–Z und Ziffern 2–7. Prüfe das Zeichen { $character } an Stelle { $position }.
otp-hex-character = Ein mOTP-Schlüssel hat nur Ziffern und Buchstaben A–F. Prüfe das Zeichen { $character } an Stelle { $position }.
otp-hex-odd = In diesem mOTP-Schlüssel fehlt ein Zeichen, oder es ist eines zu viel.
    .hint = Kopiere den ganzen Schlüssel von der Website.
otp-yandex-length = Das ist kein ganzer Yandex-Schlüssel.
    .hint = Kopiere den ganzen Schlüssel: Er hat 26 oder 42 Zeichen.
otp-yandex-check = In diesem Yandex-Schlüssel ist ein Tippfehler.
    .hint = Kopiere den Schlüssel noch einmal von Yandex, ganz.
otp-pin-missing = Dieser Schlüssel erzeugt Codes nur mit seiner PIN, und die PIN ist nicht dabei.
    .hint = Gib den Schlüssel von Hand ein, mit seiner PIN.
otp-pin-too-long = Diese PIN ist zu lang.
    .hint = Eine PIN hat höchstens 64 Zeichen.
otp-algorithm = Das Verfahren „{ $found }“ ist nicht bekannt. Seine Codes wären falsch, darum wird der Schlüssel nicht benutzt.
    .hint = Keytick kennt SHA1, SHA256 und SHA512.
otp-digits = Ein Code kann nicht { $found } Stellen haben.
    .hint = Keytick erzeugt Codes mit 4 bis 10 Stellen.
otp-period = Ein Code kann nicht { $found } Sekunden gelten.
    .hint = Ein Code kann 1 Sekunde bis 86.400 Sekunden gelten, also einen Tag.
otp-counter = Der Zähler „{ $found }“ ist zu groß oder keine ganze Zahl.
otp-encoder = Die Zeichen „{ $found }“ für Codes sind nicht bekannt. Die Codes wären falsch, darum wird der Schlüssel nicht benutzt.

# Hinweise zu Schlüsseln, die trotzdem gelesen wurden.
note-unusual-key-length = Ungewöhnliche Länge: Vielleicht fehlt ein Zeichen. Prüfe, ob der Code geht.
note-short-key = Kurzer Schlüssel: Vielleicht ist er abgeschnitten. Prüfe, ob der Code geht.
note-counter-defaulted = Es war kein Zähler angegeben, darum beginnt er bei 0.
note-issuer-prefix-kept = Für die Website waren zwei Namen angegeben; der zweite bleibt im Konto stehen.
note-steam-by-issuer = Als Steam-Schlüssel gelesen, weil die Website Steam heißt.
