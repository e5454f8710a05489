# Bilder, die nicht lesbar waren, und Texte, die in keinen QR-Code passen.

qr-empty = Diese Datei ist leer.
    .hint = Vielleicht wurde sie nicht fertig heruntergeladen. Speichere das Bild noch einmal.
qr-not-a-picture = Diese Datei ist kein Bild, egal was ihr Name sagt.
    .hint = Wähle ein Bildschirmfoto oder ein Foto vom QR-Code: PNG, JPEG, WebP, GIF, BMP oder TIFF.
qr-format-unsupported = Diese Art von Bild kann Keytick nicht lesen ({ $format }).
    .hint = Öffne es in einem anderen Programm, speichere es als PNG und füge diese Datei hinzu.
qr-truncated = Dieses Bild ist unvollständig: Sein Ende fehlt.
    .hint = Lade oder kopiere es noch einmal, oder mach ein neues Bildschirmfoto.
qr-too-large = Dieses Bild ist zu groß: { $width } × { $height } Pixel.
    .hint = Schneide den Teil mit dem QR-Code aus und füge den hinzu. Ein Bild darf 16.384 Pixel je Seite haben und 100 Millionen insgesamt.
qr-too-many-bytes = Dieses Bild würde mehr als { $megabytes } MB Speicher brauchen.
    .hint = Schneide den Teil mit dem QR-Code aus, speichere ihn als PNG und füge diese Datei hinzu.
qr-file-too-large = Diese Datei ist größer als { $megabytes } MB, mehr liest Keytick nicht.
    .hint = Ist sie ein Bild, dann schneide den Teil mit dem QR-Code aus, speichere ihn als PNG und füge diese Datei hinzu.
qr-damaged = Dieses Bild ist beschädigt.
    .hint = Mach ein neues Bildschirmfoto, oder speichere das Bild noch einmal.
qr-code-cut-off = Ein Teil des Codes ist abgeschnitten.
    .hint = Zeige den ganzen Code, mit etwas Rand, und nimm das Bild noch einmal auf.
qr-code-too-small = Der Code ist zu klein.
    .hint = Vergrößere die Website und nimm ihn noch einmal auf.
qr-code-too-blurry = Zu unscharf.
    .hint = Vergrößere die Website und nimm ihn noch einmal auf.
qr-code-unclear = Hier ist ein QR-Code, aber er ist nicht lesbar.
    .hint = Sieh nach, dass ihn nichts verdeckt, vergrößere die Website und nimm das Bild noch einmal auf.
qr-text-too-long = Das ist zu lang für einen QR-Code: { $bytes } Bytes.
    .hint = Kürze die Namen von Website und Konto. In einen QR-Code passen höchstens 2.953 Bytes.
