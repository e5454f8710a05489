# Keys, codes and the otpauth URI.

otp-not-a-uri = Esto no es una clave de inicio de sesión.
    .hint = Un código QR de inicio de sesión empieza por “otpauth://”. Para añadir una clave que ves en letras, escríbela.
otp-scheme = Esto es una dirección “{ $scheme }”, no una clave de inicio de sesión.
    .hint = Busca en el sitio el código QR que se escanea con una app de autenticación.
otp-type = Esta clave genera códigos del tipo desconocido “{ $found }”.
    .hint = Keytick genera los tipos totp, hotp, steam, motp y yandex.
otp-type-missing = Esta clave no dice qué tipo de códigos genera.
    .hint = Pide al sitio un código QR nuevo.
otp-steam-link = Esto es un enlace para la app de Steam, no una clave de inicio de sesión.
    .hint = Una clave de Steam es “steam://” y la clave, sin nada detrás.
otp-secret-missing = Falta la clave misma.
    .hint = Pide al sitio un código QR nuevo.
otp-secret-empty = La clave está vacía.
    .hint = Copia la clave del sitio, o pide al sitio un código QR nuevo.
otp-secret-too-short = Esta clave es demasiado corta. ¿La copiaste entera?
otp-secret-too-long = Esto es demasiado largo para una clave de inicio de sesión.
    .hint = Copia solo la clave, sin el texto que la rodea.
otp-secret-character = Una clave solo tiene letras A–Z y dígitos 2–7. Revisa el carácter { $character } en la posición { $position }.
otp-hex-character = Una clave mOTP solo tiene dígitos y letras A–F. Revisa el carácter { $character } en la posición { $position }.
otp-hex-odd = A esta clave mOTP le falta un carácter, o le sobra uno.
    .hint = Copia la clave entera del sitio.
otp-yandex-length = Esta no es una clave de Yandex completa.
    .hint = Copia la clave entera: tiene 26 o 42 caracteres.
otp-yandex-check = Hay un error de escritura en esta clave de Yandex.
    .hint = Copia otra vez la clave de Yandex, entera.
otp-pin-missing = Esta clave solo genera códigos con su PIN, y el PIN no va en ella.
    .hint = Escribe la clave a mano, con su PIN.
otp-pin-too-long = Este PIN es demasiado largo.
    .hint = Un PIN tiene como máximo 64 caracteres.
otp-algorithm = No se conoce el algoritmo “{ $found }”. Sus códigos serían incorrectos, así que la clave no se usa.
    .hint = Keytick conoce SHA1, SHA256 y SHA512.
otp-digits = Un código no puede tener { $found } dígitos.
    .hint = Keytick genera códigos de 4 a 10 dígitos.
otp-period = Un código no puede durar { $found } segundos.
    .hint = Un código puede durar de 1 segundo a 86 400 segundos, un día.
otp-counter = El contador “{ $found }” es demasiado grande, o no es un número entero.
otp-encoder = No se conoce el alfabeto de códigos “{ $found }”. Sus códigos serían incorrectos, así que la clave no se usa.

# Remarks on keys that were read all the same.
note-unusual-key-length = Longitud de clave poco común: puede faltar un carácter. Comprueba que su código funciona.
note-short-key = Clave corta: puede estar cortada. Comprueba que su código funciona.
note-counter-defaulted = No se dio ningún contador, así que empieza en 0.
note-issuer-prefix-kept = Se dieron dos nombres para el sitio; el segundo se conserva en la cuenta.
note-steam-by-issuer = Leída como clave de Steam, porque el sitio se llama Steam.
