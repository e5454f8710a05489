# The command line: help, questions, what was done, and what went wrong.
#
# The id of a help text follows from its place: cli-scan for the command, cli-scan-image for
# its argument, cli-option-json for what every command takes. A -more text stands at the end
# of --help.

cli = Códigos para iniciar sesión, de códigos QR, enlaces y una caja fuerte cifrada.
cli-more =
    Los datos van a la salida estándar; todo lo demás, a la salida de errores.

    Los secretos en la entrada estándar van uno por línea: primero la contraseña de la caja
    fuerte, después el otro secreto. Otros usuarios de esta máquina pueden leer los
    argumentos, así que una clave nunca es uno de ellos.

    Códigos de salida: 0 hecho; 1 pedido y no logrado; 2 uso incorrecto; 3 contraseña
    incorrecta; 4 caja fuerte dañada o rechazada; 5 caja fuerte ocupada o cambiada por otro
    programa; 130 interrumpido.

cli-heading-usage = Uso:
cli-heading-commands = Comandos
cli-heading-arguments = Argumentos
cli-heading-options = Opciones
cli-heading-every-command = Opciones de todos los comandos
cli-heading-json = Con --json:
cli-one-of = { $words } Uno de estos: { $values }.

cli-option-vault = El archivo de la caja fuerte. Si no, KEYTICK_VAULT; si no, vault.keytick en la carpeta de datos locales.
cli-option-password-stdin = Lee la contraseña de la caja fuerte de la primera línea de la entrada estándar.
cli-option-password-file = Lee la contraseña de la caja fuerte de la primera línea de este archivo.
cli-option-json = Responde en JSON.
cli-option-quiet = Muestra solo datos y errores.
cli-option-version = Muestra la versión.
cli-option-help = Muestra esta ayuda; --help la muestra entera.
cli-option-yes = No pregunta.

## scan

cli-scan = Lee todos los códigos QR de unas imágenes. No necesita caja fuerte.
cli-scan-image = Una imagen: PNG, JPEG, WebP, GIF, BMP o TIFF; una carpeta de ellas; - lee la entrada estándar.
cli-scan-more =
    Escribe el texto de cada código en su propia línea. Una imagen que no se puede leer no
    detiene a las demás; el código de salida es 0 si se encontró algún código en alguna
    imagen. De una carpeta se leen todas las imágenes que hay en ella y en sus carpetas.

    Ejemplo: keytick scan screenshot.png
cli-scan-no-code = { $file }: no hay ningún código QR en esta imagen.
cli-scan-progress = { $done } de { $total } imágenes
cli-scan-stopped = Interrumpido: se leyeron { $done } de { $total } imágenes.
cli-file-problem = { $file }: { $reason }

## otp

cli-otp = Muestra el código de un enlace otpauth. No necesita caja fuerte.
cli-otp-uri = El enlace; - lo lee de la primera línea de la entrada estándar.
cli-otp-at = El código en este momento, en segundos Unix, en vez de ahora.
cli-otp-more =
    Es mejor “-”: lo que va en los argumentos lo pueden leer otros usuarios de esta máquina y
    queda en el historial de la shell.

    Ejemplo: keytick otp - < link.txt

cli-otp-transfer = Esto es un código de transferencia de Google Authenticator, que puede contener muchas claves.
    .hint = “keytick add --uri -” las añade todas a la caja fuerte. “keytick scan” muestra lo que dicen los códigos de una imagen.

## code

cli-code = Muestra o copia el código de una cuenta.
cli-code-query = Su id, o palabras de su emisor, cuenta o etiquetas que ninguna otra cuenta tenga.
cli-code-at = El código en este momento, en segundos Unix, en vez de ahora.
cli-code-next = El código que sigue al actual.
cli-code-peek = En una cuenta con contador: deja el contador donde está.
cli-code-copy = Copia el código en vez de mostrarlo, y vacía el portapapeles al cabo de un rato.
cli-code-clear-after = Segundos hasta que se vacía el portapapeles, 30 si no se dice otra cosa.
cli-code-more =
    El código de una cuenta con contador hace avanzar el contador, que se guarda antes de
    mostrar el código. Si ese código no se puede copiar, se muestra. El portapapeles solo se
    vacía si sigue teniendo el código.

    Ejemplos: keytick code github
              keytick code --copy bytebase admin
cli-code-copied =
    { $seconds ->
        [one] Se copió el código de { $name }. El portapapeles se vaciará en 1 segundo.
       *[other] Se copió el código de { $name }. El portapapeles se vaciará en { $seconds } segundos.
    }

## list

cli-list = Lista las cuentas. Nunca muestra un secreto.
cli-list-query = Solo las cuentas que coincidan con todas estas palabras.
cli-list-empty = No hay cuentas.
cli-unreadable =
    { $count ->
        [one] No se puede leer 1 cuenta, y se queda en la caja fuerte tal como está. Si su clave está dañada, la app la muestra en la lista y acepta la clave de nuevo; si no, quizá la lea una versión más reciente.
       *[other] No se pueden leer { $count } cuentas, y se quedan en la caja fuerte tal como están. Si una clave está dañada, la app muestra la cuenta en la lista y acepta la clave de nuevo; si no, quizá las lea una versión más reciente.
    }
cli-column-issuer = EMISOR
cli-column-account = CUENTA
cli-column-type = TIPO
cli-column-id = ID
cli-column-status = ESTADO

## add

cli-add = Añade cuentas desde imágenes, enlaces, el portapapeles o una clave escrita.
cli-add-image = Imágenes con códigos QR. Si hay varios códigos en una imagen, se añaden todos.
cli-add-uri = Un enlace otpauth, otpauth-migration, steam o motp; - lee enlaces de la entrada estándar, uno por línea.
cli-add-clipboard = La imagen o el enlace del portapapeles.
cli-add-issuer = El sitio de una clave escrita.
cli-add-account = Quién inicia sesión allí.
cli-add-secret-stdin = Lee la clave escrita de la entrada estándar, después de la contraseña si también va ahí.
cli-add-note = Una nota para la cuenta de la clave escrita.
cli-add-tag = Una etiqueta para la cuenta de la clave escrita; se puede dar varias veces.
cli-add-type = Qué hace avanzar los códigos, totp si no se dice otra cosa.
cli-add-algorithm = La función hash, SHA1 si no se dice otra cosa.
cli-add-digits = Dígitos de un código, de 4 a 10; 6 si no se dice otra cosa.
cli-add-period = Segundos que dura un código, de 1 a 86400; 30 si no se dice otra cosa.
cli-add-counter = El contador del primer código de una cuenta hotp; 0 si no se dice otra cosa.
cli-add-pin-stdin = Lee el PIN de una cuenta motp o yandex de la entrada estándar, después de la clave.
cli-add-more =
    Muestra lo que encontró y pregunta antes de guardar nada. Se guarda todo o nada. Lo que
    ya está aquí se deja en paz; lo que está en la papelera sale de ella. Si la misma clave
    está aquí con un contador más bajo, se sube el contador de esa cuenta. La misma clave con
    otros ajustes se añade al lado.

    Es mejor “--uri -”: lo que va en los argumentos lo pueden leer otros usuarios de esta
    máquina.

    Ejemplos: keytick add --image screenshot.png
              keytick add --issuer GitHub --account me@example.com
cli-status-new = nueva
cli-status-duplicate = ya está aquí
cli-status-changed = mismo nombre
cli-status-raised = contador más alto
cli-status-in-trash = en la papelera
cli-status-repeated = repetida
cli-ask-add =
    { $new ->
        [one] ¿Añadir 1 cuenta? [s/N]
       *[other] ¿Añadir { $new } cuentas? [s/N]
    }
cli-ask-restore =
    { $restored ->
        [one] ¿Recuperar 1 cuenta de la papelera? [s/N]
       *[other] ¿Recuperar { $restored } cuentas de la papelera? [s/N]
    }
cli-ask-raise =
    { $raised ->
        [one] ¿Subir el contador de 1 cuenta? [s/N]
       *[other] ¿Subir los contadores de { $raised } cuentas? [s/N]
    }
cli-ask-all = Cuentas por añadir: { $new }, por recuperar de la papelera: { $restored }, contadores por subir: { $raised }. ¿Continuar? [s/N]
# Every answer that means yes, in lower case, with spaces between.
cli-answers-yes = s sí si y yes
cli-added =
    { $count ->
        [one] Se añadió 1 cuenta.
       *[other] Se añadieron { $count } cuentas.
    }
cli-raised =
    { $count ->
        [one] Se subió el contador de 1 cuenta.
       *[other] Se subieron los contadores de { $count } cuentas.
    }
cli-duplicates =
    { $count ->
        [one] 1 cuenta ya estaba aquí.
       *[other] { $count } cuentas ya estaban aquí.
    }
cli-ask-secret = Clave:
cli-ask-pin = PIN:

## import

cli-import = Añade cuentas de archivos de otros programas.
cli-import-file = Una copia de seguridad, una exportación, una imagen, un archivo comprimido o una carpeta de estos; - lee la entrada estándar.
cli-import-format = Lee los archivos como este formato, parezcan lo que parezcan. “keytick formats” lista los ids.
cli-import-import-password-stdin = Lee la contraseña de los archivos de la entrada estándar, después de la contraseña de la caja fuerte si también va ahí.
cli-import-key-file = El archivo de clave de una base de datos de KeePass.
cli-import-only = Solo cuentas con este texto en sus nombres. Se puede dar varias veces.
cli-import-skip = Ninguna cuenta con este texto en sus nombres. Se puede dar varias veces.
cli-import-dry-run = Solo muestra lo que hay en los archivos. No necesita caja fuerte; con --password-stdin o --password-file, compara con lo que hay en ella.
cli-import-show-secrets = Con --json, da también la clave y el enlace otpauth de cada cuenta; sin él, escribe los enlaces.
cli-import-more =
    Cada archivo se reconoce por lo que contiene, no por su nombre. Muestra lo que encontró y
    pregunta antes de guardar nada. Se guarda todo o nada. Una entrada que no se puede leer
    no hace perder las demás. Lo que ya está aquí se deja en paz; lo que está en la papelera
    sale de ella.

    El código de salida es el del primer archivo que no se pudo leer: 3 si la contraseña es
    incorrecta; 4 si el archivo está dañado, es demasiado costoso o no se conoce.

    Lo añadido se puede deshacer con “keytick remove”, que mueve cuentas a la papelera;
    --json da sus ids.

    Ejemplos: keytick import aegis-backup.json
              keytick import --skip work aegis-backup.json
              keytick import --dry-run --json backup.2fas
cli-import-file-read = { $count ->
        [one] { $file }: { $format }, 1 cuenta
       *[other] { $file }: { $format }, { $count } cuentas
    }
cli-import-file-locked = { $count ->
        [one] { $file }: { $format }, con contraseña, 1 cuenta
       *[other] { $file }: { $format }, con contraseña, { $count } cuentas
    }
cli-import-resembles = Parece { $format }. { $help }
cli-import-locked = { $file } está protegido con una contraseña que se puso en { $program }.
cli-import-twin = La misma clave que { $name }, que se conserva.
cli-import-undo = Para deshacerlo: keytick remove { $ids }
cli-import-undo-many = Para deshacerlo: keytick vault restore "{ $backup }"
cli-import-opening = Abriendo: { $percent } % de unos { $seconds } s (Ctrl C lo detiene)
cli-ask-import-password = Su contraseña (no la de la caja fuerte):
cli-unread = No se pudieron leer todos los archivos.

## export

cli-export = Escribe cuentas en un archivo para otro programa.
cli-export-query = Solo las cuentas que coincidan con todas estas palabras.
cli-export-format = El tipo de archivo. “keytick formats” dice qué es cada uno.
cli-export-output = A dónde: un archivo, o una carpeta, que se crea si es nueva. Si no, a la salida estándar.
cli-export-export-password-stdin = Protege el archivo con la contraseña de la entrada estándar, después de la contraseña de la caja fuerte si también va ahí.
cli-export-plain = No protege el archivo: quien lo tenga tiene tus claves.
cli-export-with-lab = También las cuentas de los sitios de práctica.
cli-export-more =
    Dice qué no admite el otro programa y pregunta antes de escribir nada. Un archivo se
    escribe entero o no se escribe, solo tú puedes leerlo, y se vuelve a leer y se compara
    antes de darlo por escrito. Si el otro programa tiene archivos protegidos, el nuevo se
    protege con una contraseña, salvo que digas --plain.

    Ejemplos: keytick export --format aegis --output aegis.json
              keytick export --format google-migration --output codes/ github
cli-export-is-plain = El archivo no llevará contraseña: quien lo tenga tiene tus claves.
cli-export-choose-password = Elige una contraseña para el archivo nuevo.
cli-export-left-out = Se deja fuera: { $name } ({ $format }: { $reason }).
cli-export-renamed = { $count ->
        [one] El nombre de 1 cuenta se escribe allí de forma algo distinta.
       *[other] Los nombres de { $count } cuentas se escriben allí de forma algo distinta.
    }
cli-export-retagged = { $count ->
        [one] Las etiquetas de 1 cuenta se escriben allí de forma algo distinta.
       *[other] Las etiquetas de { $count } cuentas se escriben allí de forma algo distinta.
    }
cli-exported = { $count ->
        [one] Se escribió 1 cuenta en { $file } y se volvió a leer.
       *[other] Se escribieron { $count } cuentas en { $file } y se volvieron a leer.
    }
cli-ask-export = { $count ->
        [one] ¿Escribir 1 cuenta para { $format } en { $file }? [s/N]
       *[other] ¿Escribir { $count } cuentas para { $format } en { $file }? [s/N]
    }
cli-ask-export-over = { $count ->
        [one] ¿Reemplazar { $file } con 1 cuenta para { $format }? [s/N]
       *[other] ¿Reemplazar { $file } con { $count } cuentas para { $format }? [s/N]
    }

## formats

cli-formats = Lista los tipos de archivo que se leen y se escriben.
cli-formats-no = no
cli-formats-yes = sí
cli-formats-encrypted = sí, también protegido
cli-formats-locked = solo protegido
cli-column-name = PROGRAMA
cli-column-reads = LEE
cli-column-writes = ESCRIBE

## edit

cli-edit = Cambia campos de una cuenta.
cli-edit-id = El id de la cuenta, como lo muestra “keytick list”.
cli-edit-issuer = El sitio.
cli-edit-account = Quién inicia sesión allí.
cli-edit-note = Una nota.
cli-edit-tag = Una etiqueta; se puede dar varias veces. Las etiquetas anteriores se quitan.
cli-edit-no-tags = Quita todas las etiquetas.
cli-edit-colour = El color de su imagen, de 0 a 11.
cli-edit-no-colour = El color vuelve a salir del nombre.
cli-edit-favourite = La pone antes que las demás.
cli-edit-no-favourite = La pone entre las demás.
cli-edit-type = Qué hace avanzar los códigos.
cli-edit-algorithm = La función hash.
cli-edit-digits = Dígitos de un código, de 4 a 10.
cli-edit-period = Segundos que dura un código, de 1 a 86400.
cli-edit-counter = El contador del próximo código.
cli-edit-pin-stdin = Lee el PIN de una cuenta motp o yandex de la entrada estándar.
cli-edited = Se cambió { $name }.

## remove and trash

cli-remove = Mueve cuentas a la papelera, donde se quedan 30 días.
cli-remove-id = El id de la cuenta, como lo muestra “keytick list”.
cli-removed =
    { $count ->
        [one] Se movió 1 cuenta a la papelera. Se puede recuperar durante 30 días.
       *[other] Se movieron { $count } cuentas a la papelera. Se pueden recuperar durante 30 días.
    }
cli-trash = Lista, recupera u olvida cuentas quitadas.
cli-trash-list = Lista las cuentas de la papelera.
cli-trash-is-empty = La papelera está vacía.
cli-trash-restore = Recupera cuentas de la papelera.
cli-trash-restore-id = El id de la cuenta, como lo muestra “keytick trash list”.
cli-restored =
    { $count ->
        [one] Se recuperó 1 cuenta de la papelera.
       *[other] Se recuperaron { $count } cuentas de la papelera.
    }
cli-trash-empty = Olvida para siempre cuentas de la papelera.
cli-trash-empty-id = Solo estas cuentas en vez de todas.
cli-ask-empty =
    { $count ->
        [one] ¿Olvidar 1 cuenta para siempre? Nada puede recuperarla. [s/N]
       *[other] ¿Olvidar { $count } cuentas para siempre? Nada puede recuperarlas. [s/N]
    }
cli-emptied =
    { $count ->
        [0] La papelera está vacía.
        [one] 1 cuenta se fue para siempre.
       *[other] { $count } cuentas se fueron para siempre.
    }

## vault

cli-vault = Crea, comprueba y cambia el archivo de la caja fuerte.
cli-vault-create = Crea una caja fuerte nueva y vacía.
cli-vault-create-recovery = Crea también una clave de recuperación y la muestra.
cli-vault-create-kdf-memory = Memoria que ocupa un intento de la contraseña, en MiB, al menos 64.
cli-vault-create-kdf-passes = Pasadas sobre esa memoria, al menos 3.
cli-vault-create-more =
    Sin --kdf-memory ni --kdf-passes, un intento de la contraseña se ajusta para que a esta
    máquina le lleve de medio segundo a un segundo. Con solo uno de los dos, el otro es el
    mínimo permitido.
cli-created = Se creó la caja fuerte { $path }
cli-calibrating = Midiendo qué tan difícil de adivinar puede hacerse la contraseña en esta máquina…
cli-weak-password = Esta contraseña es fácil de adivinar para quien tenga el archivo de la caja fuerte. Son mejores cuatro palabras o más que no tengan relación.
cli-ask-password = Contraseña:
cli-ask-new-password = Contraseña nueva:
cli-ask-new-password-again = Repite la contraseña nueva:
cli-ask-recovery-key = Clave de recuperación:
cli-vault-info = Muestra lo que el archivo dice de sí mismo. No necesita contraseña.
cli-info-path = Archivo
cli-info-format = Formato
cli-info-vault-id = Caja fuerte
cli-info-generation = Generación
cli-info-written-at = Escrita
cli-info-writer = Por
cli-info-size = Bytes
cli-info-slot = Se abre con
cli-info-slot-kdf = { $type } ({ $kdf }, { $memory } MiB, { $passes } pasadas, { $lanes } carriles)
cli-vault-check = Comprueba el archivo entero, de su primer byte a su última cuenta.
cli-checked =
    { $count ->
        [one] La caja fuerte está bien. Contiene 1 cuenta.
       *[other] La caja fuerte está bien. Contiene { $count } cuentas.
    }
cli-vault-password = Cambia la contraseña.
cli-vault-password-new-password-stdin = Lee la contraseña nueva de la entrada estándar, después de la anterior.
cli-vault-password-forgotten = Abre la caja fuerte con su clave de recuperación en vez de con la contraseña anterior.
cli-vault-password-rekey = Da además otra clave a la caja fuerte, para cuando alguien puede tener una copia de ella y su contraseña anterior. Muestra una clave de recuperación nueva; en JSON es recovery_key. Las copias de seguridad hechas antes se eliminan.
cli-vault-password-kdf-memory = Memoria que ocupa un intento de la contraseña, en MiB, al menos 64.
cli-vault-password-kdf-passes = Pasadas sobre esa memoria, al menos 3.
cli-vault-password-more =
    Las copias más antiguas del archivo se siguen abriendo con la contraseña anterior.

    Con --forgotten, --password-stdin y --password-file leen la clave de recuperación donde
    de otro modo leen la contraseña.
cli-rekeyed = Se cambió la contraseña y la caja fuerte tiene otra clave. Esta es la nueva clave de recuperación. Las copias que estén en otro lugar se siguen abriendo con lo mismo que antes.
cli-password-changed = Se cambió la contraseña. Las copias más antiguas de la caja fuerte se siguen abriendo con la anterior.
cli-vault-recovery = Crea o comprueba la clave de recuperación, que abre la caja fuerte cuando se olvida la contraseña.
cli-vault-recovery-new = Crea una clave de recuperación nueva y la muestra. La anterior deja de servir.
cli-recovery-new = Anota esta clave y guárdala lejos de esta máquina. Abre la caja fuerte sin la contraseña.
cli-vault-recovery-check = Comprueba que una clave de recuperación es la de la caja fuerte.
cli-vault-recovery-check-secret-stdin = Lee la clave de recuperación de la primera línea de la entrada estándar.
cli-recovery-fits = Esta es la clave de recuperación de la caja fuerte.
cli-vault-backups = Lista las copias de seguridad, la más reciente primero. No necesita contraseña.
cli-vault-backups-more = Una copia de seguridad es cómo estaba la caja fuerte antes de guardarla una vez. Se abre con la contraseña de entonces.
cli-backups-file = Archivo
cli-backups-generation = Generación
cli-backups-written-at = Escrita
cli-backups-state = Estado
cli-backups-undamaged = Sin daños
cli-backups-damaged = No se puede abrir
cli-backups-none = Todavía no hay copias de seguridad. La segunda vez que se guarda la caja fuerte, se conserva la primera.
cli-vault-restore = Pone una copia de seguridad en el lugar de la caja fuerte. No necesita contraseña.
cli-vault-restore-file = La copia de seguridad, como la nombra “keytick vault backups”, o cualquier copia de una caja fuerte. Si no, la copia de seguridad sin daños más reciente.
cli-vault-restore-this = No restaura nada: sigue con la caja fuerte como está, aunque aquí se vio una más nueva.
cli-vault-restore-more =
    Lo que está en el lugar de la caja fuerte se conserva: como copia de seguridad si está
    bien; si no, junto a la caja fuerte con un nombre que lo dice.
cli-ask-vault-restore = ¿Poner la copia de seguridad de { $time } en el lugar de la caja fuerte { $path }? (s/n)
cli-vault-restored = Se restauró la copia de seguridad de { $time }.
cli-restored-kept = El archivo dañado se conserva: { $kept }
cli-restored-failed = En ese archivo falló la comprobación “{ $class }”, en algún lugar de los bytes { $from } a { $to }.
cli-restored-this = Desde ahora la caja fuerte se usa como está.
cli-no-good-backup = No se encontró ninguna copia de seguridad buena junto a la caja fuerte.
    .hint = Si tienes una copia en otro lugar, restáurala: keytick vault restore FILE
cli-merged = Se combinaron los cambios de { $copies }.
cli-merged-in-place = otro equipo
cli-merge-failed = Hay otras copias de la caja fuerte que no se pudieron combinar ahora: { $reason }
cli-second-keys =
    { $count ->
        [one] 1 cuenta tenía dos claves distintas. Se conservan las dos; la segunda lleva la marca “otra clave”.
       *[other] { $count } cuentas tenían dos claves distintas. Se conservan las dos; la segunda lleva la marca “otra clave”.
    }
cli-older-copy = Esta caja fuerte es más antigua que la última vista aquí (guardado n.º { $found }; el último visto es el n.º { $newest }). Se puede leer, pero no se cambia. “keytick vault restore” pone la copia de seguridad más reciente en su lugar; “keytick vault restore --this” sigue con ella como está.
cli-restored-copy = Aquí se repuso un estado anterior de esta caja fuerte: el guardado n.º { $found }, cuando el último era el n.º { $newest }. Lo que se cambió después no está en la caja fuerte; “keytick vault backups” lista los estados posteriores.
cli-forked-copy = Se puso otra copia de esta caja fuerte en su lugar. Puede faltar en ella lo último que se guardó aquí; “keytick vault backups” lista los estados anteriores.

## sim

cli-sim = Sitios de práctica donde se inicia sesión con códigos, para pruebas y para personas.
cli-sim-more =
    Códigos de salida de sim y device: 0 hecho; 1 falló; 2 uso incorrecto, perfil incluido;
    10 no se llega al servidor; 11 no hay controlador de navegador; 12 se acabó el tiempo;
    70 un fallo de este programa.
cli-sim-serve = Sirve un sitio de práctica en esta máquina.
cli-sim-serve-profile = Un perfil incluido, por su nombre, o un archivo; strict si no se dice otra cosa.
cli-sim-serve-frozen = Para el reloj de los mundos nuevos en este momento: segundos Unix, o un instante como 2005-03-18T01:58:00Z.
cli-sim-serve-seed = De dónde salen claves, códigos y azar: la misma semilla da lo mismo.
cli-sim-serve-data = Guarda los mundos en este archivo, en vez de en memoria.
cli-sim-serve-identity-port = El puerto del servicio de identidad, si un perfil tiene dos sitios enlazados; uno libre si no se dice otra cosa.
cli-sim-serve-oracle = Permite pedir a la API de control el código actual de cualquiera.
cli-sim-serve-show-secrets = Muestra claves y códigos en los eventos.
cli-sim-serve-port = El puerto; 0, o nada, toma uno libre.
cli-sim-serve-expose = Responde también a otras máquinas, con los nombres de --allow-host. Para contenedores.
cli-sim-serve-allow-host = Un nombre al que responde el servidor; se puede dar varias veces. Sin puerto, vale cualquier puerto.
cli-sim-serve-until-stdin-closes = Termina cuando termina la entrada estándar, y así con el programa que inició este.
cli-sim-serve-more =
    Escribe dónde está el sitio, y después una línea por cada cosa que pasa en él. El token
    es el de la API de control; KEYTICK_SIM_TOKEN lo fija de antemano. Termina con Ctrl C.

    Ejemplos: keytick sim serve --profile bytebase
              keytick sim serve --profile my-site.toml --port 8080 --json --frozen 1111111080
cli-sim-serving =
    El sitio de práctica está en { $url }
    Su reloj, fallos y registro: { $lab }
    API de control: { $api }
    Token: { $token }
    Ctrl C lo termina.
cli-sim-exposed = Otras máquinas pueden llegar a este sitio. Pon en él solo personas y claves inventadas.
cli-sim-wait = Espera hasta que un sitio de práctica responda.
cli-sim-wait-url = Su dirección; también la de una página suya.
cli-sim-wait-timeout = Segundos de espera, 30 si no se dice otra cosa.
cli-sim-ready = { $url } ya responde.
cli-sim-profile = Lista, comprueba y escribe perfiles: sitios en forma de archivos.
cli-sim-profile-list = Lista los perfiles incluidos.
cli-sim-profile-show = Muestra un perfil como está escrito; con --json, todos sus valores, también los predeterminados.
cli-sim-profile-show-profile = Un perfil incluido, por su nombre, o un archivo.
cli-sim-profile-lint = Busca en los perfiles lo que está mal o es raro.
cli-sim-profile-lint-profile = Un archivo, o un perfil incluido, por su nombre.
cli-sim-profile-diff = Muestra en qué se diferencian dos perfiles, también en los valores predeterminados.
cli-sim-profile-diff-left = Un perfil incluido, por su nombre, o un archivo.
cli-sim-profile-diff-right = Otro.
cli-sim-profile-new = Empieza un perfil propio.
cli-sim-profile-new-id = Cómo se llama: letras minúsculas, dígitos y guiones.
cli-sim-profile-new-from = Empieza con una copia de este perfil.
cli-sim-profile-new-output = El archivo que se escribe; no debe existir todavía. Si no se da, se muestra el perfil.
cli-sim-profile-new-more =
    Ejemplo: keytick sim profile new my-site --from bytebase -o my-site.toml
cli-sim-profile-made = Se escribió { $file }
cli-sim-finding-error = { $file }:{ $line }: error: { $reason }
cli-sim-finding-warning = { $file }:{ $line }: aviso: { $reason }
cli-sim-no-findings = { $file }: no hay nada mal ni raro.
cli-sim-no-differences = Los dos son iguales, salvo comentarios y orden.
cli-column-profile = PERFIL
cli-column-site = SITIO
cli-column-about = DESCRIPCIÓN
cli-sim-code = Muestra el código de un enlace otpauth en cualquier momento, para compararlo con el de un sitio.
cli-sim-code-uri = El enlace; - lo lee de la primera línea de la entrada estándar.
cli-sim-code-at = En este momento, en vez de ahora: segundos Unix, o un instante como 2005-03-18T01:58:00Z.

## device

cli-device = Un dispositivo para pruebas: toma claves y entrega códigos como lo haría una persona paciente. No necesita caja fuerte.
cli-device-more =
    Un dispositivo nunca entrega dos veces el mismo paso, prefiere esperar a dar un código
    que está por caducar, y dice por qué un sitio pudo rechazar uno. Se va con su proceso.

    add, code y explain preguntan al dispositivo de --device, si no al de KEYTICK_DEVICE, con
    el token de --token-file, si no con el de KEYTICK_DEVICE_TOKEN. Cada sitio de práctica
    sirve también uno, con el token del sitio. Con --uri o --image, code y explain no
    necesitan servidor.
cli-device-serve = Sirve dispositivos a pruebas en cualquier lenguaje.
cli-device-serve-port = El puerto; 0, o nada, toma uno libre.
cli-device-serve-expose = Responde también a otras máquinas, con los nombres de --allow-host. Para contenedores.
cli-device-serve-allow-host = Un nombre al que responde el servidor; se puede dar varias veces. Sin puerto, vale cualquier puerto.
cli-device-serve-until-stdin-closes = Termina cuando termina la entrada estándar, y así con el programa que inició este.
cli-device-serve-more =
    KEYTICK_DEVICE_TOKEN fija el token de antemano.
cli-device-serving =
    Los dispositivos se sirven en { $url }
    Token: { $token }
    Ctrl C lo termina.
cli-device-add = Da claves a un dispositivo servido y muestra los números de sus cuentas.
cli-device-add-uri = Un enlace otpauth o steam; - lo lee de la primera línea de la entrada estándar.
cli-device-add-image = Una imagen con códigos QR, como una captura; - lee la entrada estándar.
cli-device-add-secret-stdin = Lee una clave escrita de la entrada estándar.
cli-device-add-issuer = El sitio de una clave escrita.
cli-device-add-account = Quién inicia sesión allí.
cli-device-add-type = Qué hace avanzar los códigos, totp si no se dice otra cosa.
cli-device-add-algorithm = La función hash, SHA1 si no se dice otra cosa.
cli-device-add-digits = Dígitos de un código, de 4 a 10; 6 si no se dice otra cosa.
cli-device-add-period = Segundos que dura un código, de 1 a 86400; 30 si no se dice otra cosa.
cli-device-add-counter = El contador del primer código de una cuenta hotp; 0 si no se dice otra cosa.
cli-device-add-pin-stdin = Lee el PIN de una cuenta motp o yandex de la entrada estándar, después de la clave.
cli-device-add-device = La dirección del servidor.
cli-device-add-name = El dispositivo de allí, phone si no se dice otra cosa.
cli-device-add-token-file = Lee el token del servidor de la primera línea de este archivo.
cli-device-code = Da un código que no se entregó antes, con tiempo para escribirlo.
cli-device-code-account = El número de la cuenta, o palabras de su emisor y su cuenta; se puede omitir si solo hay una.
cli-device-code-uri = De este enlace en vez de un dispositivo servido; - lo lee de la primera línea de la entrada estándar.
cli-device-code-image = Del código QR de esta imagen.
cli-device-code-min-left = Segundos que le deben quedar al código, 5 si no se dice otra cosa.
cli-device-code-wait = Segundos de espera para un código así, 60 si no se dice otra cosa.
cli-device-code-at = En este momento, en vez de ahora: segundos Unix, o un instante como 2005-03-18T01:58:00Z.
cli-device-code-clock-offset = Segundos que el reloj del dispositivo va adelantado; atrasado si es negativo. Con --uri o --image.
cli-device-code-device = La dirección del servidor.
cli-device-code-name = El dispositivo de allí, phone si no se dice otra cosa.
cli-device-code-token-file = Lee el token del servidor de la primera línea de este archivo.
cli-device-code-more =
    Es mejor “--uri -”: lo que va en los argumentos lo pueden leer otros usuarios de esta
    máquina.

    Ejemplos: keytick device code --image screenshot.png
              keytick device code acme --min-left 10
cli-device-explain = Dice por qué un sitio pudo rechazar un código.
cli-device-explain-account = El número de la cuenta, o palabras de su emisor y su cuenta; se puede omitir si solo hay una.
cli-device-explain-uri = De este enlace en vez de un dispositivo servido; - lo lee de la primera línea de la entrada estándar.
cli-device-explain-image = Del código QR de esta imagen.
cli-device-explain-code = El código que se rechazó.
cli-device-explain-date = La cabecera Date de la respuesta del sitio, que dice la hora del reloj del sitio.
cli-device-explain-sent = Cuántas veces se envió el código, 1 si no se dice otra cosa.
cli-device-explain-at = Cuándo se rechazó, en vez de ahora: segundos Unix, o un instante como 2005-03-18T01:58:00Z.
cli-device-explain-clock-offset = Segundos que el reloj del dispositivo va adelantado; atrasado si es negativo. Con --uri o --image.
cli-device-explain-device = La dirección del servidor.
cli-device-explain-name = El dispositivo de allí, phone si no se dice otra cosa.
cli-device-explain-token-file = Lee el token del servidor de la primera línea de este archivo.
cli-device-explain-more =
    Ejemplo: keytick device explain --uri - --code 306183 --date "Fri, 18 Mar 2005 01:58:00 GMT"

## completions and man

cli-completions = Escribe lo que una shell necesita para completar comandos.
cli-completions-shell = La shell.
cli-completions-more =
    Ejemplo: keytick completions bash > ~/.local/share/bash-completion/completions/keytick
cli-man = Escribe páginas de manual, una por comando.
cli-man-dir = La carpeta en la que se escriben; se crea si no existe.

## Wrong usage

cli-usage-no-such-command = No existe el comando “{ $name }”.
cli-usage-command-missing = ¿Qué comando?
cli-usage-unknown-argument = Aquí no existe el argumento “{ $argument }”.
cli-usage-argument-missing = Falta esto: { $argument }
cli-usage-conflict = “{ $argument }” no se puede usar con “{ $other }”.
cli-usage-value-missing = “{ $argument }” necesita un valor.
cli-usage-value-refused = “{ $value }” no es un valor para “{ $argument }”.
cli-usage-other = No se entienden estos argumentos.
cli-usage-suggestion = ¿Querías decir “{ $name }”?
cli-usage-valid-values = Puede ser: { $values }

## What can go wrong

# What is read from standard input or asked for.
cli-what-password = la contraseña
cli-what-secret = la clave
cli-what-pin = el PIN
cli-what-recovery-key = la clave de recuperación
cli-what-uri = el enlace
cli-what-import-password = la contraseña del archivo
cli-what-export-password = la contraseña del archivo nuevo

cli-interrupted = Interrumpido.
cli-output = No se pudo escribir la respuesta: { $reason }
cli-file-not-found = No existe ese archivo.
cli-file-forbidden = No hay permiso para leer este archivo.
    .hint = Mira de quién es y qué permisos tiene.
cli-file-unreadable = No se puede leer este archivo: { $reason }
cli-input-too-long = Lo que llegó por la entrada estándar es demasiado largo.
    .hint = Da como máximo { $megabytes } MB cada vez.
cli-file-unwritable = No se puede escribir esto: { $reason }
cli-input = No se puede leer la entrada estándar: { $reason }
cli-input-ended = La entrada estándar terminó antes de que llegara { $what }.
    .hint = Los secretos van uno por línea: primero la contraseña de la caja fuerte, después el otro secreto.
cli-input-not-text = Lo que llegó no es texto en UTF-8.
cli-no-terminal = No hay ninguna terminal para pedir { $what }.
    .hint = Da ese dato por la entrada estándar; “--help” dice con qué opción.
cli-no-terminal-to-ask = No hay ninguna terminal para preguntar si se continúa.
    .hint = Da --yes para continuar sin preguntas.
cli-passwords-differ = Las dos contraseñas no coinciden.
cli-no-data-folder = Este sistema no nombra ninguna carpeta de datos locales.
    .hint = Di dónde está la caja fuerte: --vault FILE
cli-declined = No se cambió nada.
cli-nothing-found = No se encontró ningún código QR.
    .hint = El código debe estar entero en la imagen, con su borde, y no ser demasiado pequeño.
cli-nothing-read = No se pudo leer ninguna imagen.
cli-no-picture = No hay ninguna imagen en esta carpeta.
cli-empty-folder = No hay nada que leer en esta carpeta.
cli-nothing-to-add = No se añadió nada.
cli-nothing-to-export = No se escribió nada: no queda ninguna cuenta por escribir.
cli-locked-or-plain = ¿Debe llevar contraseña el archivo? No se escribió nada.
    .hint = Da una contraseña con --export-password-stdin, o escríbelo sin protección con --plain.
cli-needs-folder = Este tipo de exportación son varios archivos.
    .hint = Nombra una carpeta: --output FOLDER/
cli-over-vault = Esa es la caja fuerte misma. No se escribió nada.
    .hint = Nombra otro archivo para la exportación.
cli-not-a-file = Esto es un dispositivo o una tubería, no un archivo. No se escribió nada.
    .hint = Omite --output para escribir en la salida estándar.
cli-nothing-to-change = No se nombró nada que cambiar.
    .hint = “keytick edit --help” lista los campos.
cli-field-not-for-type = Una cuenta de tipo { $type } no tiene { $field }.
cli-time-for-counter = Los códigos de esta cuenta siguen un contador, no el tiempo: { $field } no tiene sentido.
cli-no-match = Ninguna cuenta coincide con “{ $query }”.
    .hint = “keytick list” muestra todas las cuentas.
cli-several-match = { $count } cuentas coinciden con “{ $query }”:
    .hint = Añade una palabra, o da el id.
cli-unknown-id = No hay ninguna cuenta con el id “{ $id }”.
    .hint = “keytick list” muestra los ids.
cli-not-in-trash = No hay ninguna cuenta con el id “{ $id }” en la papelera.
    .hint = “keytick trash list” muestra los ids.
cli-no-clipboard = Aquí no hay portapapeles.
    .hint = Ejecuta esto en una sesión de escritorio, o muestra el código en vez de copiarlo.
cli-not-copied = No se pudo copiar el código, así que se muestra: el contador ya avanzó.
cli-kdf-too-cheap = La contraseña sería demasiado fácil de adivinar a base de pruebas.
    .hint = --kdf-memory admite { $memory } o más, --kdf-passes { $passes } o más.
cli-kdf-too-costly = La comprobación de la contraseña exigiría demasiado.
    .hint = --kdf-memory admite como máximo { $memory }, --kdf-passes como máximo { $passes }, y los dos multiplicados como máximo { $product }.
cli-clipboard-empty = En el portapapeles no hay ni imagen ni texto.

cli-sim-unknown-profile = No hay ningún perfil llamado “{ $name }”.
    .hint = “keytick sim profile list” lista los incluidos. Un archivo necesita su ruta.
cli-sim-refused-profile = No se entiende el perfil { $name }. Línea { $line }: { $reason }
    .hint = “keytick sim profile lint” lista todo lo que está mal en él.
cli-sim-findings =
    { $count ->
        [one] 1 cosa está mal.
       *[other] { $count } cosas están mal.
    }
cli-sim-file-exists = Ya hay un archivo con este nombre.
    .hint = Elige otro nombre; no se escribe encima de nada.
cli-sim-address = “{ $address }” no es una dirección que empiece por http://
cli-sim-unreachable = { $address } no responde: { $reason }
cli-sim-not-ready =
    { $seconds ->
        [one] { $address } no respondía después de 1 segundo.
       *[other] { $address } no respondía después de { $seconds } segundos.
    }
cli-sim-random = Este sistema no da números aleatorios: { $reason }
cli-device-missing = ¿Qué dispositivo?
    .hint = Di dónde se sirve uno: --device URL, o KEYTICK_DEVICE. O da una clave: --uri, --image.
cli-device-no-token = Falta el token del servidor del dispositivo.
    .hint = Dalo en KEYTICK_DEVICE_TOKEN, o en un archivo: --token-file FILE
cli-device-wrong-token = { $address } tiene otro token.
    .hint = Está en la línea que escribió al iniciar. Los dispositivos de un sitio de práctica tienen el token del sitio.
cli-device-no-code-in-time =
    { $seconds ->
        [one] No llegó ningún código a tiempo. El próximo llega en 1 segundo.
       *[other] No llegó ningún código a tiempo. El próximo llega en { $seconds } segundos.
    }
cli-device-told = { $message }
cli-device-answer = Lo que responde en { $address } no es un dispositivo.
