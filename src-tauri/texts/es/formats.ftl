# Why a picture, a code or an entry gave no account. An -in-text message stands in for the
# one before it where there was a line of text and no QR code.

formats-no-code = No hay ningún código QR en esta imagen.
    .hint = Muestra el código entero, con un poco de blanco en los cuatro lados, y más grande.
formats-not-a-key = Este código QR no es una clave de inicio de sesión.
    .hint = Busca en el sitio el código QR que se escanea con una app de autenticación.
formats-not-a-key-in-text = Esto no es una clave de inicio de sesión.
    .hint = Copia el enlace entero: empieza por “otpauth://”. Para añadir una clave que ves en letras, escríbela.
formats-web-address = Este código QR es una dirección web, no una clave de inicio de sesión.
    .hint = Busca en el sitio el código QR que se escanea con una app de autenticación. Este dice { $address }
formats-web-address-in-text = Esto es una dirección web, no una clave de inicio de sesión.
    .hint = Una clave de inicio de sesión empieza por “otpauth://”. Esta dirección es { $address }
formats-other-app = Este código QR solo sirve en { $app }. No contiene ninguna clave para otras apps.
    .hint = Elige en el sitio “otra app de autenticación” o “¿no puedes escanearlo?”.
formats-other-app-in-text = Este enlace solo sirve en { $app }. No contiene ninguna clave para otras apps.
    .hint = Elige en el sitio “otra app de autenticación” o “¿no puedes escanearlo?”.
formats-passkey = Este código QR es para una llave de acceso (passkey) en un teléfono, no es una clave de inicio de sesión.
    .hint = Busca en el sitio el inicio de sesión con una app de autenticación.
formats-passkey-in-text = Este enlace es para una llave de acceso (passkey) en un teléfono, no es una clave de inicio de sesión.
    .hint = Busca en el sitio el inicio de sesión con una app de autenticación.
formats-apple-passwords = Este enlace es solo para Contraseñas de Apple.
    .hint = Haz mejor una captura del código QR del sitio.
formats-migration-damaged = Este código de transferencia de Google Authenticator está dañado.
    .hint = Repite la captura, o copia la dirección entera.
formats-migration-entry-damaged = Esta entrada del código de transferencia está dañada.
    .hint = Expórtala otra vez desde Google Authenticator.
formats-migration-parts-missing = { $missing ->
        [one] Falta la parte { $parts } de { $total }. Añade también las otras capturas.
       *[other] Faltan las partes { $parts } de { $total }. Añade también las otras capturas.
    }

# Backup files of other apps.

formats-password-needed = Este archivo está protegido con contraseña.
    .hint = Escribe la contraseña que se puso al hacer la copia de seguridad.
formats-wrong-password = Esa no es la contraseña de esta copia de seguridad.
    .hint = Es la contraseña que se puso en la otra app al hacer la copia. Si no tienes dudas, el archivo puede estar cortado o dañado: expórtalo otra vez.
formats-password-needed-perhaps = Esto puede ser una copia de seguridad de { $format } protegida con contraseña, o no ser ninguna copia.
    .hint = Si es de { $format }, escribe la contraseña que se puso al hacer la copia.
formats-wrong-password-perhaps = Esto puede ser una copia de seguridad de { $format } con otra contraseña, o no ser ninguna copia.
    .hint = Nada en el archivo dice qué es. Si es de { $format }, revisa la contraseña, o expórtalo otra vez: el archivo puede estar cortado.
formats-damaged = Este archivo está dañado ({ $what }).
    .hint = Expórtalo otra vez desde la otra app.
formats-entry-damaged = Esta entrada está dañada: algo en ella no es como lo escribe la otra app.
formats-setting-missing = { $field ->
        [algorithm] Falta el algoritmo.
        [digits] Falta el número de dígitos.
        [period] Falta el número de segundos.
       *[counter] Falta el contador.
    }
formats-newer-version = Esto lo hizo una versión más nueva de la otra app: su formato lleva el número { $found }, y Keytick lo conoce hasta el { $newest }.
    .hint = Actualiza Keytick. Mientras tanto, exporta desde la otra app una lista de direcciones o códigos QR.
formats-too-costly = Abrir este archivo exigiría { $needs } MiB de memoria. Se permiten como máximo { $limit } MiB.
    .hint = Expórtalo otra vez con los ajustes habituales de la otra app.
formats-too-slow = Abrir este archivo tardaría unos { $needs } segundos. Se permiten como máximo { $limit }.
    .hint = Expórtalo otra vez con los ajustes habituales de la otra app.
formats-too-large = Este archivo es demasiado grande: como máximo { $limit } MB, también descomprimido.
    .hint = Divide la exportación en varias más pequeñas.
formats-too-many = Este archivo tiene demasiadas entradas: como máximo { $limit }.
    .hint = Divide la exportación en varias más pequeñas.
formats-too-deep = Este archivo comprimido contiene otros que a su vez contienen otros.
    .hint = Descomprímelo antes y da los archivos que contiene.
formats-cancelled = Se paró. No se añadió nada.
formats-letters-guessed = El archivo no dice cómo están escritas sus letras. Revisa este nombre.
formats-note-cut = La nota era demasiado larga: se dejó fuera el final.
formats-too-new = Esto lo escribió una versión más nueva de Keytick.
    .hint = Actualiza Keytick para leerlo.
formats-name-too-long = El nombre de { $name } es demasiado largo para un código QR.
    .hint = Acórtalo e inténtalo de nuevo.
formats-not-written = Keytick lee este tipo de archivo, pero no lo escribe.
formats-plain-only = Este tipo de archivo no lleva contraseña.
formats-encrypted-only = Este tipo de archivo necesita una contraseña.
formats-changed = Lo que se escribió no se vuelve a leer igual. No se guardó nada.
    .hint = Avísanos de esto, por favor.
formats-empty = Este archivo está vacío.
formats-unknown = Keytick no conoce esta copia de seguridad.
    .hint = ¿Qué app la hizo?
formats-unknown-type = Keytick no conoce el tipo de código “{ $found }”.
formats-no-key = Esta entrada no tiene clave de inicio de sesión.
formats-in-trash = Esta entrada estaba en la papelera de la otra app.
    .hint = Si la necesitas, recupérala allí y exporta otra vez.
formats-no-pin = Sus códigos necesitan un PIN, que no está en el archivo.
    .hint = Añádela a mano, con su PIN.

# What another app's file cannot hold, said before it is written.

formats-loss-type = no admite claves { $type }
formats-loss-algorithm = no conoce { $algorithm }
formats-loss-digits = no conoce códigos de { $digits } dígitos
formats-loss-period = no conoce códigos de { $period } segundos
formats-loss-note = { $count ->
        [one] Se deja fuera la nota de 1 cuenta.
       *[other] Se dejan fuera las notas de { $count } cuentas.
    }
formats-loss-tags = { $count ->
        [one] Se dejan fuera etiquetas de 1 cuenta.
       *[other] Se dejan fuera etiquetas de { $count } cuentas.
    }
formats-loss-tag-marks = { $count ->
        [one] “,” y “;” en las etiquetas de 1 cuenta pasan a ser espacios.
       *[other] “,” y “;” en las etiquetas de { $count } cuentas pasan a ser espacios.
    }
formats-loss-favourite = { $count ->
        [one] Se pierde que 1 cuenta es favorita.
       *[other] Se pierde que { $count } cuentas son favoritas.
    }
formats-loss-icon = { $count ->
        [one] Se deja fuera el icono de 1 cuenta.
       *[other] Se dejan fuera los iconos de { $count } cuentas.
    }
formats-loss-order = Se deja fuera tu propio orden.
formats-loss-usage = Se deja fuera cuántas veces se usaron las cuentas.
formats-loss-recovery-codes = { $count ->
    [one] Se dejan fuera los códigos de recuperación de 1 cuenta.
   *[other] Se dejan fuera los códigos de recuperación de { $count } cuentas.
}

# Files that only their own app can open, and how to export differently.

formats-aegis-no-password = Esta copia de Aegis no tiene contraseña; solo se abre en el teléfono que la hizo.
    .hint = Pon en Aegis una contraseña para las copias de seguridad y exporta otra vez.
formats-bitwarden-account-restricted = Solo la cuenta de Bitwarden que hizo esta exportación puede abrirla.
    .hint = Exporta otra vez y elige “Protegido por contraseña” (Password protected), no “Cuenta restringida” (Account restricted).
formats-google-encrypted = Google Authenticator cifró esta clave; solo se abre en el teléfono del que viene.
    .hint = Exporta códigos QR en la app: menú, “Transferir cuentas”.
formats-keepass-version = Esta base de datos de KeePass no es de la versión 4 del formato.
    .hint = Ábrela en KeePassXC o KeePass, elige KDBX 4 en los ajustes de seguridad de la base de datos, guárdala e inténtalo de nuevo.
formats-proton-pass-pgp = Esta exportación de Proton Pass está cifrada con PGP, que Keytick no lee.
    .hint = Exporta otra vez como CSV, o como ZIP sin cifrar, y borra después ese archivo.
formats-winauth-elsewhere = Este archivo de WinAuth está atado a una cuenta de Windows o a una YubiKey y solo se abre allí.
    .hint = En WinAuth, elige Export y guarda las cuentas como texto o como archivo comprimido.

# What should be known about a key from another app's backup.

note-aegis-md5 = Aegis guarda MD5 para esta clave por un error antiguo y genera códigos SHA1. Keytick también.

# Where the other app has its export.

format-aegis-help = En Aegis: ⋮ › Ajustes › Importar y exportar › Exportar.
format-2fas-help = En 2FAS: Configuración › Copia de seguridad › Exportar.
format-ente-help = En Ente Auth: Configuración › Datos › Exportar códigos.
format-bitwarden-help = En Bitwarden: Herramientas › Exportar caja fuerte, como JSON con “Protegido por contraseña” (Password protected). En Bitwarden Authenticator: Ajustes › Exportar.
format-proton-authenticator-help = En Proton Authenticator: Ajustes › Exportar.
format-proton-pass-help = En Proton Pass: Ajustes › Exportar, como ZIP o CSV.
format-andotp-help = En andOTP: ⋮ › Copia de seguridad.
format-freeotp-plus-help = En FreeOTP+: ⋮ › Exportar › JSON.
format-stratum-help = En Stratum: ⋮ › Respaldo › Respaldar en un archivo.
format-keepass-help = KeePass, KeePassXC, KeePassDX o Strongbox: elige el archivo mismo de la base de datos (.kdbx).
format-keepass-xml-help = En KeePassXC: Base de datos › Exportar › Archivo XML. En KeePass: Archivo › Exportar.
format-keepassxc-csv-help = En KeePassXC: Base de datos › Exportar › Archivo CSV.
format-1password-help = En 1Password: Archivo › Exportar, como 1PUX o CSV.
format-apple-passwords-help = En Contraseñas, en un Mac: Archivo › Exportar todos los ítems a un archivo.
format-passwords-csv-help = En un gestor de contraseñas: exporta como CSV. Solo incluyen códigos los que guardan códigos de un solo uso.
format-pdf-help = Una hoja de códigos QR o una página web guardada. Guárdala como PDF y elige el archivo.
format-authy-help = Authy no entrega nada. De un teléfono Android con root: com.authy.storage.tokens.authenticator.xml en su shared_prefs.
format-authenticator-extension-help = En la extensión: ⚙ › Copia de seguridad › Descargar archivo de copia de seguridad.
format-authenticator-plus-help = En Authenticator Plus: Settings › Backup & Restore › Export. También sirve una copia authplus.db.
format-battle-net-help = De un teléfono Android con root: com.blizzard.messenger.authenticator_preferences.xml en el shared_prefs de la app.
format-cloudotp-help = En CloudOTP: Settings › Backup › Export encrypted file.
format-cotp-help = cotp export, o su base de datos db.cotp.
format-duo-help = Duo no entrega nada. De un teléfono Android con root: accounts.json en el files/duokit de la app.
format-freeotp-help = En FreeOTP: ⋮ › Copia de seguridad. Guarda externalBackup.xml.
format-google-authenticator-database-help = De un teléfono Android con root: el databases/databases de la app. Sin root, exporta códigos QR en la app.
format-lastpass-help = En LastPass Authenticator: Ajustes › Transferir cuentas › Exportar cuentas a un archivo.
format-microsoft-help = Microsoft Authenticator no entrega nada. De un teléfono Android con root: databases/PhoneFactor, con su archivo -wal.
format-otpclient-help = Elige la base de datos misma de OTPClient (.enc).
format-raivo-help = En Raivo: Settings › Export OTPs to ZIP archive.
format-steam-help = De un teléfono Android con root: files/Steamguard-… de la app; o un .maFile de Steam Desktop Authenticator.
format-stratum-database-help = De un teléfono Android con root: files/proauth.db3 de la app. Sin root, usa una copia de seguridad de Stratum.
format-totp-authenticator-help = En TOTP Authenticator: Backup › Export to file.
format-2faguard-help = En 2FAGuard: Settings › Export › Backup.
format-2fauth-help = En 2FAuth: Gestionar › selecciona cuentas › Exportar, en el formato propio de 2FAuth.
format-winauth-help = En WinAuth: ⚙ › Export. También sirve su propio archivo winauth.xml, si no está atado a Windows.

# The sheet for printing.

formats-sheet-title = Claves de inicio de sesión
formats-sheet-keep = Quien tenga esta hoja puede generar tus códigos. Guárdala donde solo tú llegues a ella.
formats-sheet-settings = { $type }, { $algorithm }, { $digits } dígitos, { $moves }
formats-sheet-period = { $period } segundos
formats-sheet-counter = contador { $counter }

# Where each program's export is found: for menus, the command line and the documentation.

format-keytick-help = En Keytick: Ajustes, “Hacer copia ahora”; o “keytick export --format keytick”.
format-uri-list-help = Un archivo de texto con una dirección otpauth:// por línea, como exportan muchos programas.
format-html-help = Una página web con direcciones otpauth://, guardada como un solo archivo.
format-qr-picture-help = Una captura o una foto con uno o más códigos QR.
format-zip-help = Un archivo zip o una carpeta con archivos de cualquiera de estos tipos.
format-google-migration-help = En Google Authenticator: menú, “Transferir cuentas”, “Importar cuentas”; después escanea cada imagen.
format-sheet-html-help = Una página para imprimir: un código QR y la clave en letras de cada cuenta.
format-sheet-pdf-help = La hoja en PDF: un código QR y la clave en letras de cada cuenta.
