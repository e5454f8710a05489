# Was keytick-accounts ablehnt.

accounts-unknown = Dieses Konto gibt es nicht.
    .hint = Vielleicht wurde es auf einem anderen Gerät gelöscht.
accounts-too-long = Das Feld { $field } ist zu lang.
    .hint = Nimm höchstens { $limit } Bytes.
accounts-too-many = Der Tresor ist voll.
    .hint = Er fasst höchstens { $limit } Konten.
accounts-no-counter = Dieses Konto hat keinen Zähler: Seine Codes folgen der Zeit.
accounts-counter-at-end = Der Zähler dieses Kontos ist am Ende.
    .hint = Richte die zweistufige Anmeldung auf der Website neu ein.
accounts-unknown-move = Diese Liste gibt es nicht mehr.
    .hint = Vielleicht wurde sie in einem anderen Fenster oder auf einem anderen Gerät beendet.
accounts-too-many-sites = Die Liste ist zu lang.
    .hint = Sie fasst höchstens { $limit } Websites.
accounts-unknown-recovery-code = Diesen Wiederherstellungscode gibt es nicht mehr.
    .hint = Vielleicht wurde er in einem anderen Fenster oder auf einem anderen Gerät gelöscht.
accounts-newer-recovery-codes = Die Wiederherstellungscodes dieses Kontos hat eine neuere Version von Keytick geschrieben.
    .hint = Sie bleiben, wie sie sind. Aktualisiere Keytick, um sie zu sehen oder zu ändern.
accounts-too-many-recovery-codes = Das sind zu viele Wiederherstellungscodes.
    .hint = Ein Konto fasst höchstens { $limit }.
accounts-payload = Die Konten in diesem Tresor sind nicht lesbar: { $reason }.
    .hint = Die Datei selbst ist unbeschädigt. Behalte sie und versuch es mit der neuesten Version von Keytick.
accounts-too-new = Diesen Tresor hat eine neuere Version von Keytick geschrieben.
    .hint = Aktualisiere Keytick und öffne ihn dann noch einmal.

## Ein Konto, das entstand, weil ein Konto zwei Schlüssel hatte; in Klammern hinter dem Namen.

accounts-second-key = anderer Schlüssel
