# Pictures that could not be read, and texts that fit no QR code.

qr-empty = Este archivo está vacío.
    .hint = Puede que no terminara de descargarse. Guarda la imagen otra vez.
qr-not-a-picture = Este archivo no es una imagen, diga lo que diga su nombre.
    .hint = Elige una captura o una foto del código QR: PNG, JPEG, WebP, GIF, BMP o TIFF.
qr-format-unsupported = Keytick no puede leer este tipo de imagen ({ $format }).
    .hint = Ábrela en otro programa, guárdala como PNG y añade ese archivo.
qr-truncated = Esta imagen está incompleta: le falta el final.
    .hint = Descárgala o cópiala otra vez, o haz una captura nueva.
qr-too-large = Esta imagen es demasiado grande: { $width } × { $height } píxeles.
    .hint = Recorta la parte del código QR y añádela. Una imagen puede tener 16 384 píxeles por lado y 100 millones en total.
qr-too-many-bytes = Esta imagen ocuparía más de { $megabytes } MB de memoria.
    .hint = Recorta la parte del código QR, guárdala como PNG y añade ese archivo.
qr-file-too-large = Este archivo ocupa más de { $megabytes } MB, más de lo que lee Keytick.
    .hint = Si es una imagen, recorta la parte del código QR, guárdala como PNG y añade ese archivo.
qr-damaged = Esta imagen está dañada.
    .hint = Haz una captura nueva, o guarda la imagen otra vez.
qr-code-cut-off = Parte del código está cortada.
    .hint = Muestra el código entero, con un poco de lo que lo rodea, y repite la imagen.
qr-code-too-small = El código es demasiado pequeño.
    .hint = Amplía la página del sitio y repite la imagen.
qr-code-too-blurry = Demasiado borroso.
    .hint = Amplía la página del sitio y repite la imagen.
qr-code-unclear = Aquí hay un código QR, pero no se puede leer.
    .hint = Mira que nada lo tape, amplía la página del sitio y repite la imagen.
qr-text-too-long = Esto es demasiado largo para un código QR: { $bytes } bytes.
    .hint = Acorta los nombres del sitio y de la cuenta. En un código QR caben como máximo 2953 bytes.
