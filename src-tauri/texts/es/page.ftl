# Texts: the page of the desktop app.
#
# <b>…</b> is shown strong, <k>Ctrl V</k> as keys to press. Codes and key caps are not in here.
#
# Spanish, for Spain and Latin America alike: “tú”, no words of one country only, the simple
# past (“se guardó”). One word for one thing, in all files of this folder:
#
#   account              cuenta                  favourites       favoritos; a favourite: favorita
#   accounts file        archivo de cuentas      fault            fallo
#   add                  añadir                  file, folder     archivo, carpeta
#   app                  app                     issuer           emisor
#   authenticator app    app de autenticación    key              clave
#   backup               copia de seguridad;     keychain         llavero
#                        copia where short       lock (the app)   bloquear, desbloquear
#   bring back           recuperar               lock (a file)    proteger con contraseña
#   clear (clipboard)    vaciar                  log              registro
#   clipboard            portapapeles            next (code)      próximo
#   code                 código                  passkey          llave de acceso (passkey)
#   computer             equipo                  password         contraseña
#   copy                 copiar, copia           phone            teléfono
#   counter              contador                picture          imagen
#   damaged              dañado                  practice site    sitio de práctica
#   delete               eliminar                recovery code    código de recuperación
#   Deleted, trash       papelera                recovery key     clave de recuperación
#   drop                 soltar                  restore          restaurar (a backup)
#   save                 guardar                 test lab         laboratorio
#   screenshot           captura                 to sign in       iniciar sesión
#   settings             ajustes                 to tick          marcar
#   setup link           enlace de configuración two-step sign-in inicio de sesión en dos pasos
#   sign-in key          clave de inicio de      vault            caja fuerte
#                        sesión                  world            mundo
#   site                 sitio
#   tag                  etiqueta

-brand = KEYTICK

## Everywhere

app-name = { -brand }
account-nameless = Sin nombre
sheet-close = Cerrar
sheet-cancel = Cancelar
sheet-back = Volver
sheet-discard-ask = Se perderá lo que escribiste.
sheet-discard-keep = Seguir editando
sheet-discard-yes = Descartar
error-unknown = Algo salió mal.
    .hint = No se perdió nada. Inténtalo de nuevo, o cierra la app y vuelve a abrirla.
error-retry = Reintentar
error-save-now = Guardar ya
error-dismiss = Cerrar este mensaje
timer-label = { $seconds ->
    [one] Códigos nuevos en { $seconds } segundo
   *[other] Códigos nuevos en { $seconds } segundos
}
ring-label = Segundos restantes: { $seconds } de { $period }

## Password fields

password-label = Contraseña
password-again = Repite la contraseña
password-show = Mostrar contraseña
password-hide = Ocultar contraseña
password-differ = Las dos contraseñas no coinciden.
password-same = Las dos contraseñas coinciden
password-suggest = Sugerir una
password-suggested = Anota estas palabras y vuelve a escribirlas abajo.
password-caps-lock = Bloq Mayús activado.
strength-too-easy = Muy fácil. Se adivina en segundos.
strength-weak = Débil. Se adivina en días.
strength-good = Buena. Adivinarla lleva años.
strength-very-strong = Muy fuerte. Adivinarla lleva siglos.

## First run

first-step = Paso { $step } de 2
first-title = Elige una contraseña
first-lead = Protege tus códigos en este equipo. Nadie puede restablecerla, así que elige una que vayas a recordar.
first-continue = Continuar
first-busy = Un momento…
first-used-before = ¿Ya usabas { -brand }?
first-restore = Restaurar una copia
recovery-title = Guarda tu clave de recuperación
recovery-lead = Si olvidas tu contraseña, esta clave es la única otra forma de entrar. Guárdala lejos de este equipo.
recovery-label = Clave de recuperación, 8 grupos de 4 caracteres
recovery-group = Grupo { $number }: { $spelled }
recovery-covered = La clave está oculta
recovery-save = Guardar archivo
recovery-copy = Copiar
recovery-print = Imprimir
recovery-saved = Guardada. Lleva el archivo a otro lugar, lejos de este equipo.
recovery-copied = Copiada. El portapapeles se vacía en { $seconds } s.
recovery-check = Escribe los últimos 4 caracteres para comprobarla
recovery-check-hint = La clave se oculta mientras escribes: léela de tu copia.
recovery-check-wrong = La clave no termina así. Mira tu copia.
recovery-later = Hacerlo más tarde
recovery-finish = Terminar
recovery-again-lead = Se crea una clave de recuperación nueva. La que viste antes deja de servir.
recovery-again-show = Crear clave nueva
recovery-print-title = Clave de recuperación de { -brand }
recovery-print-lead = Si olvidas tu contraseña, esta clave es la única otra forma de entrar.
recovery-print-date = Creada el { $date }

## Códigos de recuperación de un sitio

recovery-codes-title = Códigos de recuperación
recovery-codes-lead = Los códigos que <b>{ $name }</b> te dio para el día en que no tengas otros. Tu contraseña, por favor.
recovery-codes-left = { $left ->
    [one] Queda { $left } de { $total }
   *[other] Quedan { $left } de { $total }
}
recovery-codes-none = No se guarda ninguno
recovery-codes-basket = Junto al segundo factor, todo está en la misma cesta: quien abre esta caja fuerte tiene ambas cosas, y quien la pierde no tiene ninguna. Imprímelos y guarda la hoja en otro lugar.
recovery-codes-list = Códigos de recuperación, marcados los usados
recovery-codes-used-on = usado el { $date }
recovery-codes-used = usado
recovery-codes-copy = Copiar { $code }
recovery-codes-copied = Copiado y marcado como usado. El portapapeles se vacía en { $seconds } s.
recovery-codes-ticked = Marcado como usado.
recovery-codes-unticked = Ya no está marcado como usado.
recovery-codes-saved = Guardados.
recovery-codes-deleted = Se eliminaron los códigos de recuperación de { $name }.
recovery-codes-arrived = { $count ->
    [one] Eliminados. Mientras tanto llegó { $count } código de otro equipo, y se queda.
   *[other] Eliminados. Mientras tanto llegaron { $count } códigos de otro equipo, y se quedan.
}
recovery-codes-undo = Deshacer
recovery-codes-replace = Reemplazar
recovery-codes-delete = Eliminar todos
recovery-codes-delete-ask = ¿Eliminar todos estos códigos?
recovery-codes-text = Códigos del sitio
recovery-codes-text-hint = Pégalos o lee el archivo que te dio el sitio. Puedes cambiar el texto.
recovery-codes-file = Leer un archivo
recovery-codes-replaces = Los códigos de ahora se van cuando guardes otros.
recovery-codes-found = Encontrados en el texto
recovery-codes-unsure = dudoso: márcalo si es un código
recovery-codes-left-out = { $count ->
    [one] Se deja fuera { $count } línea
   *[other] Se dejan fuera { $count } líneas
}
recovery-codes-keep = { $count ->
    [one] Guardar { $count } código
   *[other] Guardar { $count } códigos
}
recovery-codes-print-title = Códigos de recuperación de { $name }
recovery-codes-print-lead = Cada uno sirve una vez. Guarda esta hoja lejos de tu equipo y de tu teléfono.
recovery-codes-print-date = Impreso el { $date }

## Unlock

unlock-title = Desbloquear { -brand }
unlock-button = Desbloquear
unlock-busy = Abriendo…
unlock-links = { $count ->
    [one] Desbloquea primero. Después verás la cuenta del enlace que abriste.
   *[other] Desbloquea primero. Después verás las cuentas de los { $count } enlaces que abriste.
}
unlock-wrong = La contraseña no es correcta.
unlock-wait = Espera { $seconds } s antes del próximo intento.
unlock-forgot = ¿Olvidaste tu contraseña?
unlock-recovery-title = Abrir con tu clave de recuperación
unlock-recovery-lead = Escribe la clave de tu copia y elige una contraseña nueva.
unlock-recovery-key = Clave de recuperación
unlock-recovery-key-hint = Da igual si lleva espacios, guiones o minúsculas.
unlock-recovery-open = Abrir y guardar la contraseña nueva
unlock-keychain = Abrir con el llavero de este equipo

## The file cannot be used

damaged-title = Tu archivo de cuentas está dañado
damaged-newer-title = Tu archivo de cuentas es más nuevo que este { -brand }
damaged-unopened-title = No se puede abrir tu archivo de cuentas
damaged-unopened-lead = El archivo se conserva tal cual y no se escribe nada en él.
damaged-lead = No se pudo leer. El archivo se conserva tal cual y no se escribe nada en él.
damaged-newer-lead = Lo escribió una versión más nueva, que esta no puede leer. El archivo se conserva tal cual y no se escribe nada en él.
damaged-lead-good = No se pudo leer. Tus copias de seguridad están bien, así que no se perdió nada.
damaged-backups = Copias de seguridad
damaged-backup-whole = Sin daños
damaged-backup-broken = No se puede abrir
damaged-kept = El archivo dañado se conserva junto al restaurado, por si hace falta.
damaged-no-backup = No se encontró ninguna copia de seguridad buena. Elige otro archivo o empieza de nuevo. El archivo dañado se conserva.
damaged-restore = Restaurar esta copia
damaged-choose = Elegir otro archivo
damaged-start-again = Empezar de nuevo
damaged-newer-do = Instala la versión más nueva y abre tus códigos con ella.
missing-title = Tu archivo de cuentas ya no está
missing-lead = Estaba aquí desde que se inició { -brand }. No se crea nada en su lugar.
damaged-retry = Reintentar

## Other copies of the file

merged-from = Se combinaron los cambios de { $copies }.
merged-second-keys =
    { $count ->
        [one] 1 cuenta tenía una clave distinta en cada copia. Se conservan las dos; la segunda lleva la marca “otra clave”.
       *[other] { $count } cuentas tenían una clave distinta en cada copia. Se conservan las dos; la segunda lleva la marca “otra clave”.
    }
    .hint = Prueba un código de cada una en el sitio y elimina la que no acepte.
error-use-older = Usar esta

## Quick search

quick-title = Búsqueda rápida
quick-lately = Usadas hace poco
quick-suited = Para la ventana en la que estabas
quick-first = Tus cuentas
quick-foot = Enter copia y oculta esta ventana
quick-ending = Código nuevo en { $seconds } s
quick-waiting = Esperando el código nuevo…
quick-next = Próximo
quick-copy-next = Copiar próximo
quick-copy-this = Copiar este
quick-again = Copiar otra vez
quick-type = Escribirlo
quick-actions = Acciones
quick-locked = Bloqueado
quick-locked-lead = Desbloquea y sigue buscando.
quick-unlock = Desbloquear
quick-close = Cerrar
quick-busy = El portapapeles está ocupado. Pulsa Enter otra vez.
quick-empty = No hay cuentas todavía.
quick-empty-open = Abrir { -brand }

## The window around the codes

nav-label = Principal
nav-all = Todos
nav-favourites = Favoritos
nav-tags = Etiquetas
nav-deleted = Papelera
nav-backup = Hacer copia
nav-move = Dejar { $app }
nav-lock = Bloquear
nav-menu = Menú
codes-search = Buscar cuentas
codes-search-empty = Buscar
codes-search-placeholder = { $total ->
    [one] Buscar en { $total } cuenta
   *[other] Buscar en { $total } cuentas
}
codes-count = { $found } de { $total }
codes-list = Códigos
codes-add = Añadir
codes-add-label = Añadir cuenta
codes-nothing = Ninguna cuenta coincide con “{ $query }”
codes-nothing-hint = Revisa cómo lo escribiste o añádela como cuenta nueva.
codes-nothing-clear = Borrar búsqueda
codes-none-here = Aquí no hay nada aún
codes-none-favourites = Pulsa <k>Ctrl D</k> en una cuenta para marcarla como favorita.
codes-none-tag = Ninguna cuenta tiene esta etiqueta ahora.
codes-said-hits = { $found } de { $total }. { $label }.
codes-said-copied = Copiado. Se borra en { $seconds } segundos.
codes-said-code = { $spelled }. Quedan { $seconds } segundos.
codes-said-counter = { $spelled }.
codes-said-hidden = Los códigos están ocultos.
codes-said-shown = Los códigos están visibles.
empty-title = Añade tu primera cuenta
empty-lead = En el sitio, abre el inicio de sesión en dos pasos y haz una captura del código QR. Después pulsa <k>Ctrl V</k> aquí.
empty-files = Elegir archivos
empty-drop = o suelta capturas en cualquier parte
empty-type = Escribir la clave
row-favourite-name = { $label }, favorita
row-recovery-left = { $count ->
    [one] Queda { $count } código de recuperación
   *[other] Quedan { $count } códigos de recuperación
}
row-new = Nueva
row-favourite = Favorita
row-next = Próximo
row-copied = Copiado
row-next-copied = Próximo copiado
row-seconds = { $seconds } s
row-used = { $count ->
    [0] Sin usar todavía
    [one] Usada { $count } vez
   *[other] Usada { $count } veces
}
row-new-code = Código nuevo
row-counter = Código { $count }
row-damaged = La clave está dañada
row-fix = Reparar
row-fix-name = Reparar la clave de { $name }
row-damaged-list = Cuentas con una clave dañada

## The action bar

bar-label = Acciones
bar-copy = Copiar
bar-copy-next = Copiar próximo
bar-copy-again = Copiar otra vez
bar-actions = Acciones
bar-clear = Borrar
bar-add = Añadir
bar-none = No hay cuentas todavía
bar-no-results = Sin resultados
bar-account = <b>{ $name }</b> · { $account }
bar-name = <b>{ $name }</b>
bar-ending = <b>{ $name }</b> · código nuevo en { $seconds } s
bar-copied = <b>Copiado.</b> El portapapeles se vacía en { $seconds } s
bar-clear-now = Vaciar ya
bar-undo = Deshacer
bar-recovery = Tu clave de recuperación no está guardada todavía.
bar-recovery-save = Guardarla
bar-recovery-short = Guarda tu clave de recuperación
status-added = { $count ->
    [one] Se añadió { $count } cuenta.
   *[other] Se añadieron { $count } cuentas.
}
status-saved = Se guardó { $name }.
status-fixed = { $name } vuelve a tener su clave.
status-favourite = { $name } es favorita.
status-unfavourite = { $name } ya no es favorita.
status-deleted = Se eliminó { $name }.
status-restored = Se recuperó { $name }.
status-undone-added = { $count ->
    [one] Deshecho: { $count } cuenta queda sin añadir.
   *[other] Deshecho: { $count } cuentas quedan sin añadir.
}
status-deleted-many = { $count ->
    [one] Se eliminó 1 cuenta.
   *[other] Se eliminaron { $count } cuentas.
}
status-moved = { $name } está ahora en el lugar { $place }.
status-tagged = { $count ->
    [one] 1 cuenta lleva ahora la etiqueta { $tag }.
   *[other] { $count } cuentas llevan ahora la etiqueta { $tag }.
}
status-undone-moved = La cuenta está de nuevo en su lugar.
status-undone-tagged = Las etiquetas están como antes.
status-undone-codes = Los códigos de recuperación están como antes.
status-undone-nothing = No hay nada que deshacer.
status-undone-edited = Se deshizo el cambio.
status-undone-removed = { $count ->
    [one] Se recuperó { $count } cuenta.
   *[other] Se recuperaron { $count } cuentas.
}
status-undone-restored = { $count ->
    [one] { $count } cuenta está otra vez en la papelera.
   *[other] { $count } cuentas están otra vez en la papelera.
}
status-clipboard-empty = El portapapeles está vacío.

## Actions on an account

codes-marked = { $count ->
    [one] 1 cuenta marcada
   *[other] { $count } cuentas marcadas
}
codes-unmark = Quitar las marcas
codes-order-first = Para mover cuentas, elige “Mi propio orden” en Ajustes, Apariencia.
codes-order-all = Para mover cuentas, muéstralas todas, sin buscar.
many-label = { $count ->
    [one] Acciones para 1 cuenta
   *[other] Acciones para { $count } cuentas
}
many-tag = Etiquetar…
many-tag-title = { $count ->
    [one] Etiquetar 1 cuenta
   *[other] Etiquetar { $count } cuentas
}
many-tag-name = Etiqueta
many-tag-do = Añadir etiqueta
many-export = Hacer copia o exportar…
clock-slow = El reloj de tu equipo va { $amount } atrasado, así que los sitios pueden rechazar códigos.
clock-fast = El reloj de tu equipo va { $amount } adelantado, así que los sitios pueden rechazar códigos.
clock-seconds = { $count } s
clock-minutes = { $count } min
clock-hours = { $count } h
clock-fix = Ajustar el reloj
actions-label = Acciones para { $name }
actions-find = Buscar una acción
actions-none = No existe esa acción
actions-copy = Copiar código
actions-copy-next = Copiar el próximo
actions-new-code = Código nuevo
actions-large = Ver en grande
actions-favourite = Añadir a favoritos
actions-unfavourite = Quitar de favoritos
actions-edit = Editar
actions-tags = Etiquetar
actions-reveal = Ver código QR
actions-phone = Pasar a mi teléfono
actions-recovery = Códigos de recuperación
actions-recovery-left = { $count ->
    [one] Códigos de recuperación (queda { $count })
   *[other] Códigos de recuperación (quedan { $count })
}
actions-delete = Eliminar
large-next = Próximo
large-read = Leer en voz alta
large-copy = Copiar
reveal-title = Clave y código QR
reveal-lead = Quien vea la clave puede generar tus códigos de <b>{ $name }</b>. Escribe tu contraseña, por favor.
reveal-show = Mostrar
reveal-done = Listo
reveal-qr = Código QR de esta cuenta
reveal-key = Clave
reveal-hides = { $seconds ->
    [one] Se oculta de nuevo en { $seconds } segundo.
   *[other] Se oculta de nuevo en { $seconds } segundos.
}

## Adding

add-title = Añadir una cuenta
add-drop = Suelta capturas aquí
add-drop-hint = Una o muchas. Se encuentran todos sus códigos QR.
add-paste = Pegar
add-paste-hint = Una imagen o un enlace de configuración
add-paste-found = Imagen encontrada
add-capture = Capturar pantalla
add-capture-hint = Lo encuentra esté donde esté
add-files = Elegir archivos
add-files-hint = Uno o muchos
add-type = Escribir la clave
add-type-hint = O un enlace de configuración
add-paste-text = En el portapapeles hay texto, pero ningún enlace de configuración.
add-private = Las imágenes se leen solo en este equipo
add-moving = ¿Vienes de otra app?
add-import = Importar su copia
capture-why = Tu sistema preguntará si { -brand } puede ver la pantalla. La imagen se lee una vez y no se guarda.
capture-refused = { -brand } no tiene permiso para capturar la pantalla
capture-settings = Abrir ajustes del sistema
capture-paste = Pegar una captura en su lugar
drop-title = { $count ->
    [0] Suelta capturas para añadirlas
    [one] Suelta { $count } captura para añadirla
   *[other] Suelta { $count } capturas para añadirlas
}
drop-title-files = { $count ->
    [one] Suelta { $count } archivo para añadirlo
   *[other] Suelta { $count } archivos para añadirlos
}
drop-hint = Tú eliges qué conservar antes de guardar nada.
drop-locked-title = Primero desbloquea y después suelta de nuevo.
reading-title = { $total ->
    [one] Leyendo { $total } captura…
   *[other] Leyendo { $total } capturas…
}
reading-title-files = { $total ->
    [one] Leyendo { $total } archivo…
   *[other] Leyendo { $total } archivos…
}
reading-label = Archivos leídos
reading-count = { $done } de { $total }
reading-found = { $found ->
    [0] Ninguna cuenta encontrada hasta ahora.
    [one] { $found } cuenta encontrada hasta ahora.
   *[other] { $found } cuentas encontradas hasta ahora.
}
reading-now = Leyendo { $name }…
reading-stop = Parar
confirm-title = ¿Añadir esta cuenta?
confirm-picture = La imagen en la que se encontró
confirm-from-clipboard = De tu portapapeles
confirm-from-files = De tu archivo
confirm-from-drop = De tu captura
confirm-from-screen = De tu pantalla
confirm-from-link = Del enlace que abriste
confirm-name = Nombre
confirm-name-missing = ¿De qué sitio es?
confirm-account = Cuenta
confirm-code = Código actual
confirm-digits = { $digits ->
    [one] { $digits } dígito
   *[other] { $digits } dígitos
}
confirm-period = cada { $period } s
confirm-counter = por contador
confirm-steam = para Steam
confirm-changed = Ya tienes <b>{ $name }</b> con otra clave. Se conservarán las dos.
confirm-trashed = Esta cuenta está en la papelera. Se recuperará.
confirm-add = Añadir cuenta
confirm-add-copy = Añadir y copiar código
review-title = { $count ->
    [0] Ninguna cuenta nueva
    [one] { $count } cuenta nueva
   *[other] { $count } cuentas nuevas
}
review-title-pictures = { $pictures ->
    [one] { $count ->
        [0] Ninguna cuenta nueva en { $pictures } captura
        [one] { $count } cuenta nueva en { $pictures } captura
       *[other] { $count } cuentas nuevas en { $pictures } captura
    }
   *[other] { $count ->
        [0] Ninguna cuenta nueva en { $pictures } capturas
        [one] { $count } cuenta nueva en { $pictures } capturas
       *[other] { $count } cuentas nuevas en { $pictures } capturas
    }
}
review-title-backup = { $count ->
    [0] Ninguna cuenta nueva en la copia de { $app }
    [one] { $count } cuenta nueva en la copia de { $app }
   *[other] { $count } cuentas nuevas en la copia de { $app }
}
review-already = { $count ->
    [one] { $count } ya está aquí.
   *[other] { $count } ya están aquí.
}
review-unread = { $count ->
    [one] { $count } no se pudo leer.
   *[other] { $count } no se pudieron leer.
}
review-problem = No se pudo leer { $name }
review-problem-unnamed = Una parte no se pudo leer
review-more-problems = { $count ->
    [one] Mostrar { $count } más que no se pudo leer
   *[other] Mostrar { $count } más que no se pudieron leer
}
review-note = Con una nota
review-favourite = Favorita
review-show = Mostrar
review-hide = Ocultar
review-picture = La imagen que no se pudo leer
review-selected = { $count } de { $total } marcadas
review-select-all = Marcar todo
review-tag = Etiquetarlas
review-no-tag = Sin etiqueta
review-already-here = Ya está aquí
review-same-name = Mismo nombre
review-was-deleted = En la papelera
review-twice = Repetida
review-unusual = Aviso
review-what = Qué hacer con { $name }
review-keep-both = Dejar ambas
review-replace = Reemplazar
review-rename = Renombrar
review-rename-name = Nombre
review-rename-account = Cuenta
review-add = { $count ->
    [one] Añadir { $count } cuenta
   *[other] Añadir { $count } cuentas
}
review-close = Cerrar
nothing-title = No hay ningún código QR en esta imagen
nothing-title-screens = No hay ningún código QR en tus pantallas
nothing-which = Pantalla
nothing-stopped-title = Se detuvo la lectura
nothing-stopped = Hasta entonces no se encontró ninguna cuenta. Lo que faltaba no se leyó.
nothing-tip-whole = Muestra el código entero
nothing-tip-whole-how = Con un poco de blanco en los cuatro lados.
nothing-tip-bigger = Hazlo más grande
nothing-tip-bigger-how = Amplía la página del sitio y repite la captura.
nothing-tip-sharp = Evita reflejos y borrones
nothing-tip-sharp-how = Una captura de pantalla sale mejor que una foto.
nothing-text-key = Los sitios también muestran la clave en letras, a menudo en <b>“¿No puedes escanearlo?”</b>. Puedes escribirla.
nothing-picture = La imagen
nothing-type = Escribir la clave
nothing-mark = Marcar el código a mano
mark-hint = Dibuja un recuadro alrededor del código: solo se lee de nuevo esa parte. Las flechas mueven el recuadro; con Shift cambian su tamaño. Enter lee, Escape vuelve.
mark-box = Recuadro alrededor del código
mark-place = De { $left } a { $right } % a lo ancho, de { $top } a { $bottom } % a lo alto
mark-read = Leer esta parte
mark-reading = Leyendo…
mark-back = Volver
mark-none = No hay ningún código QR en este recuadro. Dibújalo alrededor del código entero, con un poco de blanco.
nothing-another = Elegir otro archivo
key-title = Escribir la clave
key-name = Nombre
key-account = Cuenta
key-key = Clave
key-key-hint = Da igual si lleva espacios, guiones o minúsculas. También sirve un enlace de configuración.
key-show = Mostrar clave
key-hide = Ocultar clave
key-more = Más opciones
key-type = Tipo
key-type-totp = Tiempo
key-type-hotp = Contador
key-type-steam = Steam
key-type-motp = mOTP, con PIN
key-type-yandex = Yandex, con PIN
key-pin = PIN
key-digits = Dígitos
key-period = Cada
key-period-seconds = { $seconds } s
key-counter = Contador
key-method = Método
key-code = Código actual. Compáralo con el del sitio antes de añadir la cuenta.
key-duplicate = Esta clave ya está aquí.
key-trashed = Esta clave está en la papelera. Se recuperará.
key-add = Añadir cuenta
key-fix-title = Escribir la clave de nuevo
key-fix-lead = Todo lo demás de esta cuenta se conserva. Si el sitio ya no muestra la clave, configura allí de nuevo el acceso en dos pasos.
key-fix = Guardar la clave

## Importing from another app

import-title = Importar de otra app
import-lead = Verás todas las cuentas antes de añadir nada.
import-drop = Suelta aquí su copia
import-drop-hint = Un archivo o una carpeta. Se reconoce por su contenido.
import-file = Elegir un archivo
import-folder = Elegir una carpeta
import-change = Cambiar
import-pasted = Texto pegado
import-locked = Copia de { $app }, protegida con contraseña
import-backup = Copia de { $app }
import-unknown = Desconocido
import-described = { $what } · { $size }
import-files = { $count ->
    [one] { $count } archivo
   *[other] { $count } archivos
}
import-password = Contraseña de esa copia
import-password-hint = La que elegiste en { $app }. Se usa una vez y no se guarda.
import-wrong = Esa no es la contraseña de esta copia. Es la que elegiste en { $app }.
import-key-file-hint = Solo si se usó uno además de la contraseña.
import-key-file-choose = Elegir archivo de clave
import-open = Abrir copia
import-opening = Abriendo…
import-opening-seconds = { $seconds ->
    [one] Abriendo, falta más o menos { $seconds } segundo
   *[other] Abriendo, faltan unos { $seconds } segundos
}
import-opening-label = Cuánto va abierto de la copia
import-reading-entries = Leyendo las cuentas…
import-which = ¿Qué app la hizo?
import-which-none = Elige la app
import-how = Cómo obtenerla: { $app }
import-works = Sirven las copias de
import-works-more = { $count ->
   *[other] y { $count } más
}
import-nothing = Mi app no hace copias

## Backing up, and leaving

export-title = Copia de seguridad de tus cuentas
export-kind = Tipo de copia
export-own = Copia de { -brand }
export-own-hint = Todo, protegido con contraseña. Lo mejor para tenerlo a salvo.
export-recommended = Recomendada
export-app = Archivo protegido para otra app
export-app-hint = Se abre en Aegis, 2FAS, Ente Auth, KeePass y otras, con contraseña.
export-codes = Códigos QR
export-codes-hint = Para escanear con un teléfono, o imprimir.
export-plain = Lista simple
export-plain-hint = Sin contraseña. Quien tenga el archivo puede entrar en tus cuentas.
export-unprotected = Sin protección
export-format = Para qué app
export-form = Formato
export-screen = En esta pantalla, para mi teléfono
export-screen-parts = En esta pantalla, para Google Authenticator
export-accounts = Cuentas
export-all = { $count ->
    [one] Todas, { $count } cuenta
   *[other] Todas, { $count } cuentas
}
export-favourites = Favoritos ({ $count })
export-tag = { $name } ({ $count })
export-choose = Elegir…
export-chosen = Cuentas que incluir
export-chosen-count = { $count } de { $total } elegidas
export-lab = También las cuentas de práctica del laboratorio ({ $count })
export-lock = Protegerla con
export-lock-own = Mi contraseña de { -brand }
export-lock-other = Otra contraseña
export-password = Tu contraseña de { -brand }
export-password-hint = Se pide siempre que salen claves de la app.
export-understood = Entiendo que quien tenga este archivo puede entrar.
export-count = { $count ->
    [0] Ninguna cuenta puede ir en este archivo
    [one] Incluirá { $count } cuenta
   *[other] Incluirá { $count } cuentas
}
export-left-out = { $count ->
    [one] { $count } cuenta no se puede incluir
   *[other] { $count } cuentas no se pueden incluir
}
export-left-out-one = <b>{ $name }</b>: { $reason }
export-loses = { $what } <b>{ $names }</b>
export-names-more = { $names } y { $count } más
export-after = Después de guardar, el archivo se abre otra vez para comprobarlo.
export-save = Guardar copia
export-show = Ver códigos QR
export-saving = Guardando…
export-done = { $count ->
    [one] Guardado y comprobado: { $count } cuenta.
   *[other] Guardado y comprobado: { $count } cuentas.
}
export-done-file = { $files ->
    [one] { $name }
   *[other] { $name } y { $more } más
}
export-done-plain = Quien tenga este archivo puede entrar. Bórralo cuando ya no lo necesites.
export-close = Listo

## On a phone

phone-title = Pasar a mi teléfono
phone-way = Cómo
phone-one-each = Un código QR por cuenta
phone-parts = Códigos de transferencia de Google Authenticator
phone-place = { $index } de { $total }
phone-scan-one = Escanea esto con tu teléfono: <b>{ $name }</b>
phone-scan-parts = { $count ->
    [one] En Google Authenticator, elige importar y escanea esto. Contiene { $count } cuenta.
   *[other] En Google Authenticator, elige importar y escanea esto. Contiene { $count } cuentas.
}
phone-qr = Código QR para escanear
phone-next = Siguiente
phone-back = Volver
phone-to-check = Comprobar código
phone-check-lead = Elige una cuenta y escribe el código que tu teléfono muestra ahora para ella.
phone-check-account = Cuenta
phone-check-code = Código en el teléfono
phone-check = Comprobar
phone-done = Listo
phone-right = Correcto. Tu teléfono genera los mismos códigos.
phone-wrong-ahead = El reloj de tu teléfono va { $time } adelantado. Activa allí la hora automática.
phone-wrong-behind = El reloj de tu teléfono va { $time } atrasado. Activa allí la hora automática.
phone-wrong-algorithm = Tu teléfono usa { $name } para esta cuenta y el sitio usa otro método. Elige una app que pueda cambiarlo, o ajústalo allí a mano.
phone-wrong-digits = Tu teléfono genera códigos de { $digits } dígitos para esta cuenta y el sitio no. Ajústalo allí a mano.
phone-wrong-period = Tu teléfono genera un código nuevo cada { $period } s para esta cuenta y el sitio no. Ajústalo allí a mano.
phone-wrong-plain = Tu teléfono no tomó los ajustes de esta cuenta. Su app no puede generar estos códigos.
phone-wrong-counter = Tu teléfono va por el código { $counter } de esta cuenta, y aquí se va por otro. Ajusta allí el contador a mano.
phone-wrong-unknown = Ese no es un código de esta cuenta. Mira otra vez qué cuenta es y vuelve a escanear su código.
phone-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
phone-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
phone-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}

## Moving away from an app that gives nothing out

move-title = Dejar { $app }
move-new-title = Cambiar sitio por sitio
move-new-lead = Algunas apps no entregan sus claves a nadie. Entonces cada sitio te da una clave nueva. La lista se conserva hasta que termines.
move-app = Qué app
move-app-other = Otra app
move-app-name = Su nombre
move-list = Tus sitios, uno por línea
move-list-hint = Escríbelos mirando la lista de la app, o pégalos. Un nombre entre paréntesis es la cuenta: Bytebase (me@example.com)
move-begin = Crear la lista
move-progress = { $done } de { $total } listos
move-progress-label = Sitios listos
move-how = Inicia sesión en { $name } con el código de { $app }. Abre el inicio de sesión en dos pasos y configura de nuevo la app de autenticación. Después añade el código QR que muestra el sitio.
move-add = Añadir la clave nueva
move-old = Código viejo
move-new = Código nuevo
move-old-in-app = En { $app }, hasta que el sitio acepte el nuevo
move-new-missing = Sin añadir todavía
move-accepted = El sitio aceptó el código nuevo
move-take-back = En realidad, todavía no
move-remove = Quitar { $name } de la lista
move-more = Añadir más sitios
move-more-add = Añadir a la lista
move-all-done = Todos los sitios están listos. Cuando los hayas probado todos, puedes borrar { $app }.
move-end = Terminar el cambio
move-end-ask = Se olvida la lista. Tus cuentas se quedan.
move-end-yes = Olvidar la lista
move-later = Seguir más tarde
move-waiting = La próxima cuenta que añadas será la nueva de { $name }.

## The test lab

lab-title = Laboratorio
lab-note = Sitios de práctica que funcionan <b>solo en este equipo</b>. Imitan cómo cada tipo de sitio configura el inicio de sesión en dos pasos y no tienen relación con los reales.
lab-sites = Sitios
lab-site-batch = Estilo Batch
lab-about-batch = Código QR y clave, después un código para confirmar
lab-site-bytebase = Estilo Bytebase
lab-about-bytebase = Activar, escanear, confirmar y diez códigos de recuperación
lab-site-rocketchat = Estilo Rocket.Chat
lab-about-rocketchat = Primero códigos por correo; después, escanear y códigos de respaldo
lab-site-deployhq = Estilo DeployHQ
lab-about-deployhq = Dos sitios enlazados y un token de recuperación
lab-site-infura = Estilo Infura
lab-about-infura = Escanear, confirmar, un código de respaldo
lab-site-strict = Estricto
lab-about-strict = Como piden los estándares: ningún código sirve dos veces
lab-site-own = El tuyo
lab-about-own = Un perfil que escribiste tú, como archivo
lab-running = En marcha
lab-starting = Iniciando…
lab-stopped = Detenido
lab-start = Iniciar
lab-start-all = Iniciar todos
lab-start-label = Iniciar { $name }
lab-open = Abrir
lab-open-label = Abrir { $name } en el navegador
lab-open-site = Abrir sitio
lab-stop-label = Detener { $name }
lab-count = { $running } de { $total } en marcha
lab-toggle = Iniciar o detener
lab-open-log = Ver registro
lab-open-log-label = Ver el registro de { $name }
lab-back = Volver a los sitios
lab-said-site = { $name }, { $state }
lab-progress = Progreso
lab-progress-label = Progreso del recorrido
lab-step-password = Entrar
lab-step-scan = Escanear
lab-step-confirm = Confirmar
lab-step-codes = Guardar códigos
lab-step-sign-in = Iniciar sesión
lab-log = Registro en vivo
lab-log-label = Eventos
lab-following = Siguiendo
lab-paused = En pausa
lab-log-search = Buscar en el registro
lab-log-found = { $found } de { $total }
lab-log-pause = Pausar registro
lab-log-save = Guardar registro
lab-log-saved = Se guardó el registro, sin claves ni códigos.
lab-new-lines = { $count ->
    [one] { $count } línea nueva
   *[other] { $count } líneas nuevas
}
lab-mark-note = Nota
lab-mark-passed = Aceptado
lab-mark-refused = Rechazado
lab-mark-fault = Fallo
lab-controls = Controles
lab-account = Tu cuenta aquí
lab-account-none = Abre el sitio y entra como alice@demo.test con la contraseña demo. Cuando muestre su código QR, añádelo aquí o como de costumbre.
lab-account-offer = El sitio mostró un código QR.
lab-account-add = Añadir a mis cuentas
lab-account-added = Añadida con la etiqueta Lab. No va en las copias de seguridad.
lab-account-copy = Copiar
lab-clock = Reloj del sitio
lab-clock-label = Reloj del sitio, en segundos
lab-clock-right = en hora
lab-clock-ahead = { $seconds } s adelantado
lab-clock-behind = { $seconds } s atrasado
lab-clock-stands = parado
lab-clock-back-30 = −30 s
lab-clock-real = En hora
lab-clock-on-30 = +30 s
lab-clock-stop = Parar reloj
lab-clock-next = Próximo código
lab-faults = Fallos
lab-faults-on = { $count ->
    [0] ninguno activo
    [one] { $count } activo
   *[other] { $count } activos
}
lab-fault-late = Responder 3 s tarde
lab-fault-refuse = Rechazar el primer código correcto
lab-fault-drop = Cortar la conexión una vez
lab-fault-replay = Aceptar códigos ya usados
lab-fault-lock = Bloquear tras 3 códigos incorrectos
lab-fault-unclear = Código QR pequeño o tenue
lab-fault-nameless = Sin nombre en el código QR
lab-fault-spaced = Clave con espacios y guiones
lab-rules = Reglas
lab-rules-digits = Dígitos
lab-rules-period = Segundos
lab-rules-window = Ventana
lab-rules-steps = { $from } a { $to }
lab-rules-when = La ventana vale enseguida; los dígitos y los segundos, desde la próxima configuración.
lab-state = { $faults ->
    [0] Sin fallos
    [one] { $faults } fallo activo
   *[other] { $faults } fallos activos
} · reloj { $clock }
lab-clear = Quitar fallos
lab-reset = Reiniciar
lab-reset-done = El sitio está como al principio.
lab-stop = Detener sitio

## Settings

settings-title = Ajustes
settings-saved = Los cambios se guardan al momento
settings-undone = Cambio deshecho.
settings-back = Volver a los códigos
settings-locking = Bloqueo
settings-lock-after = Bloquear tras
settings-lock-after-hint = Si no escribes ni haces clic
settings-minutes = { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}
settings-hour = 1 hora
settings-never = Nunca
settings-lock-screen = Bloquear cuando se bloquea la pantalla
settings-lock-sleep = Bloquear cuando el equipo se suspende
settings-lock-close = Bloquear al cerrar la ventana
settings-lock-close-hint = { -brand } sigue en la bandeja. Al salir siempre se bloquea.
settings-security = Seguridad
settings-privacy = Privacidad
settings-hide-codes = Ocultar códigos
settings-hide-codes-hint = Solo la cuenta seleccionada muestra su código
settings-capture = Ocultar en capturas y al compartir pantalla
settings-capture-hint = Los demás ven una ventana vacía en vez de tus códigos
settings-not-possible = No es posible en este sistema
settings-clipboard = Portapapeles
settings-copying = Después de copiar un código
settings-then = Entonces
settings-then-hint = El teclado vuelve a la ventana de la que venías
settings-then-hide = Ocultar ventana
settings-then-stay = Dejar abierta
settings-last-seconds = Si un código está por cambiar
settings-last-seconds-hint = En sus últimos 3 segundos
settings-last-copy = Copiarlo igual
settings-last-next = Copiar el próximo
settings-last-wait = Esperar al próximo
settings-type = Escribir códigos en la ventana anterior
settings-type-hint = Con Ctrl Mayús Enter en la búsqueda rápida. Otros programas pueden leerlos, como en el portapapeles
settings-appearance = Apariencia
settings-preview = Vista previa
settings-look = Aspecto
settings-theme = Tema
settings-as-system = Del sistema
settings-theme-light = Claro
settings-theme-dark = Oscuro
settings-density = Alto de fila
settings-density-hint = En una ventana de tamaño normal caben { $rows } cuentas
settings-density-compact = Compacto
settings-density-normal = Normal
settings-density-roomy = Amplio
settings-text-size = Tamaño del texto
settings-icons = Iconos de sitios conocidos
settings-icons-hint = En lugar de una letra. Vienen con { -brand }; no se descarga nada
settings-language = Idioma
settings-codes = Códigos
settings-grouping = Grupos
settings-countdown = Cuenta atrás
settings-dial = Círculo
settings-bar = Barra
settings-next = Próximo código
settings-next-last = Últimos 5 segundos
settings-next-always = Siempre
settings-order = Orden
settings-order-name = Favoritos y luego A–Z
settings-order-most = Más usadas
settings-order-lately = Usadas hace poco
settings-order-own = Mi propio orden
settings-read = Leer el código en cada movimiento
settings-read-hint = Para lectores de pantalla. Si no, solo cuando lo pidas
settings-shortcuts = Atajos
settings-background = En segundo plano
settings-autostart = Iniciar con el equipo
settings-start-hidden = Iniciar sin ventana
settings-start-hidden-hint = Cuando se inicia con el equipo
settings-close-to-tray = Seguir en la bandeja al cerrar la ventana
settings-close-to-tray-hint = Para tener a mano la búsqueda rápida. Si no, cerrar la ventana cierra la app
settings-keep-quick-ready = Tener lista la búsqueda rápida mientras { -brand } está oculto y desbloqueado
settings-keep-quick-ready-hint = Así se abre al instante. Si no, la memoria se libera al cabo de un minuto y se abre un momento después
settings-backups = Copias
settings-export = Guardar los ajustes
settings-export-hint = Como archivo. No lleva ninguna cuenta ni clave
settings-export-do = Guardar…
settings-exported = Se guardaron los ajustes.
settings-import = Tomar ajustes de un archivo
settings-import-hint = De un archivo que se guardó aquí o en otro equipo
settings-import-do = Elegir…
settings-imported = Se tomaron los ajustes del archivo.
settings-sync = Sincronizar
settings-clear-after = Vaciar el portapapeles tras
settings-clear-after-hint = Solo si el código sigue en él
settings-seconds = { $seconds } segundos
settings-back-in = Volver a entrar
settings-password = Contraseña
settings-password-hint = Protege tus códigos en este equipo
settings-password-change = Cambiar…
settings-recovery = Clave de recuperación
settings-recovery-checked = Comprobaste tu copia
settings-recovery-unchecked = Todavía no comprobaste tu copia
settings-recovery-check = Comprobar…
settings-recovery-new = Crear una nueva…
settings-keychain = Abrir con el llavero de este equipo
settings-keychain-hint = No se pide contraseña mientras tengas aquí tu sesión iniciada

shortcuts-anywhere = Desde cualquier parte
shortcuts-quick = Abrir la búsqueda rápida
shortcuts-quick-hint = Funciona mientras { -brand } está en segundo plano
shortcuts-copy-last = Copiar otra vez la última cuenta
shortcuts-copy-last-hint = Sin abrir ninguna ventana
shortcuts-desktop = Tu escritorio pregunta una vez antes de que un atajo funcione desde cualquier parte.
shortcuts-desktop-allow = Permitir ahora
shortcuts-desktop-asking = Tu escritorio te pregunta ahora…
shortcuts-desktop-allowed = Qué teclas son, lo decide tu escritorio. Cámbialas en sus ajustes.
shortcuts-here = En { -brand }
shortcuts-none = Sin atajo
shortcuts-change = Cambiar
shortcuts-change-label = Cambiar las teclas de: { $name }
shortcuts-press = Pulsa las teclas nuevas…
shortcuts-reset = Restablecer
shortcuts-reset-label = Volver a las teclas habituales de: { $name }
shortcuts-taken = Ya se usa para: { $name }.
shortcuts-use-here = Mejor usarlo aquí
shortcuts-not-these = Estas teclas tienen un uso fijo, o escribirían una letra. Prueba con otras.
shortcuts-two-more = Pulsa a la vez dos de Ctrl, Alt y Shift, para no quitarle estas teclas a otra app.
shortcuts-twice = Estas teclas ya son las del otro atajo. Prueba con otras.

backups-none = Todavía no hay ninguna copia de seguridad. La primera se hace con tu primer cambio.
backups-last = { $count ->
    [one] Última copia de seguridad: { $when }.
   *[other] Última copia de seguridad: { $when }. Se conservan { $count }.
}
backups-checked = Cada una se abrió de nuevo para comprobarla.
backups-now = Hacer copia ahora
backups-automatic = Automáticas
backups-every = Hacer una copia tras cada cambio
backups-kept = Se conservan las 10 últimas, una al día durante una semana y una a la semana durante un mes
backups-on = Activado
backups-folder = Junto a tus cuentas
backups-by-hand = A mano
backups-export = Hacer una copia o exportar
backups-export-hint = Copia de { -brand }, otras apps, códigos QR
backups-choose = Elegir…
backups-restore = Restaurar
backups-restore-hint = Mira lo que contiene antes de que cambie nada
backups-restore-do = Restaurar…
backups-import = Importar de otra app
backups-import-do = Importar…
backups-deleted = Cuentas en la papelera
backups-deleted-hint = { $count ->
    [0] Ninguna. Se conservan 30 días
    [one] 1 cuenta, se conserva 30 días
   *[other] { $count } cuentas, se conservan 30 días
}
backups-deleted-show = Mostrar

sync-where = Dónde
sync-folder = Carpeta
sync-file = Archivo
sync-file-hint = Protegido. Un servicio que comparta su carpeta no puede leerlo
sync-share = Una carpeta que ya compartes entre equipos
sync-step-quit = Sal de { -brand } en este equipo.
sync-step-move = Mueve <b>{ $file }</b> a la carpeta compartida.
sync-step-tell = Pon en <b>KEYTICK_VAULT</b> su nuevo lugar, aquí y en los otros equipos, e inicia { -brand } de nuevo.
sync-merge = Las copias que un programa de sincronización deja junto al archivo se combinan. Si dos equipos cambian la misma parte de una cuenta, vale el cambio posterior; dos claves distintas se conservan las dos, como dos cuentas.
password-change-title = Cambiar tu contraseña
password-change-now = Contraseña actual
password-change-rekey = Alguien puede tener una copia de mi archivo de cuentas y saber la contraseña anterior
password-change-rekey-hint = Tus cuentas reciben una cerradura nueva. Recibes una clave de recuperación nueva, y las copias de seguridad que hizo { -brand } se eliminan. Las copias que estén en otro lugar se siguen abriendo con lo mismo que antes.
password-change-keeps = Tu clave de recuperación no cambia. Las copias de seguridad anteriores se siguen abriendo con la contraseña anterior.
password-change-button = Cambiarla
password-changed = Se cambió tu contraseña.

recovery-verify-title = Comprobar tu clave de recuperación
recovery-verify-lead = Escribe la clave de tu copia. No se cambia nada.
recovery-verify-button = Comprobar
recovery-verify-right = Esta es tu clave de recuperación. Tu copia es buena.

keychain-title = Abrir con el llavero de este equipo
keychain-lead = Así { -brand } se abre sin contraseña para quien tenga iniciada la sesión de tu usuario en este equipo.
keychain-warn = Cualquier programa que uses ahí también puede pedir la clave al llavero. Bloquea la pantalla cuando te vayas.
keychain-button = Activar
keychain-off-lead = Desde ahora se vuelve a pedir la contraseña.
keychain-off-button = Desactivar

## All shortcuts

keys-title = Todos los atajos
keys-anywhere = En cualquier parte
keys-paste = Añadir desde el portapapeles
keys-undo = Deshacer el último cambio
keys-step = Ir a la siguiente parte de la ventana
keys-larger = Texto más grande
keys-smaller = Texto más pequeño
keys-normal = Texto normal
keys-quit = Salir de { -brand }
keys-move = Mover la selección
keys-page = Mover una página
keys-ends = A la primera cuenta, a la última
keys-copy-other = Copiar y dejar la ventana al revés: oculta o abierta
keys-hide-window = Ocultar la ventana
keys-step-back = Ir a la parte anterior de la ventana
keys-escape = Borrar la búsqueda y después ocultar la ventana
keys-mark = Marcar varias cuentas
keys-copy-nth = Copiar el código de esa fila
keys-type = Escribir el código, desde la búsqueda rápida
keys-actions = Todas las acciones de la cuenta
keys-hide = Ocultar o mostrar todos los códigos
keys-up = Subir la cuenta, en tu propio orden
keys-down = Bajar la cuenta, en tu propio orden
keys-sheets = Paneles
keys-main = Botón principal
keys-close = Cerrar
keys-tick = Marcar o desmarcar
keys-tick-all = Marcar todas las nuevas

## Editing and deleting

edit-title = Editar cuenta
edit-name = Nombre
edit-account = Cuenta
edit-tags = Etiquetas
edit-tag-add = Añadir etiqueta
edit-tag-remove = Quitar { $name }
edit-note = Nota
edit-icon = Icono
edit-icon-auto = Como en Ajustes
edit-icon-letter = Letra
edit-colour = Color
edit-colour-of = Color { $number }
edit-colour-auto = Por nombre
edit-favourite = Favorita
edit-settings = Ajustes del código
edit-settings-time = Tiempo · { $digits } dígitos · cada { $period } s · { $method }
edit-settings-counter = Contador · { $digits } dígitos · próximo { $counter } · { $method }
edit-settings-steam = Steam · cada { $period } s
edit-settings-pin = { $type ->
        [motp] mOTP
       *[yandex] Yandex
    } · cada { $period } s, con PIN
edit-settings-change = Cambiar
edit-settings-now = Código actual
edit-settings-then = Con los ajustes nuevos
edit-settings-said = Código actual: { $now }. Con los ajustes nuevos: { $then }.
edit-settings-warning = Con ajustes equivocados el sitio rechaza tus códigos. Guarda solo lo que indica el sitio.
edit-key = Clave y código QR
edit-key-hint = Antes pide tu contraseña
edit-key-show = Mostrar
edit-recovery-show = Abrir
edit-delete = Eliminar
edit-save = Guardar
delete-title = ¿Eliminar { $name }?
delete-title-many = ¿Eliminar { $count } cuentas?
delete-warning-many = Ya no tendrás códigos para ellas. Desactiva antes el inicio de sesión en dos pasos en los sitios, o puedes quedarte fuera.
delete-warning = Ya no tendrás códigos para <b>{ $account }</b>. Desactiva antes el inicio de sesión en dos pasos en el sitio, o puedes quedarte fuera.
delete-kept = Se queda 30 días en la papelera, así que puedes recuperarla.
delete-kept-many = Se quedan 30 días en la papelera, así que puedes recuperarlas.
delete-keep = Conservar
delete-yes = Eliminar
deleted-title = Papelera
deleted-lead = Las cuentas se quedan aquí 30 días después de eliminarlas.
deleted-none = La papelera está vacía.
deleted-when = Eliminada el { $date }
deleted-restore = Recuperar
deleted-restore-label = Recuperar { $name }

## Lo que pone en las teclas

cap-ctrl = Ctrl
cap-shift = Mayús
cap-enter = Intro
cap-escape = Esc
cap-delete = Supr
cap-home = Inicio
cap-end = Fin
cap-page-up = Re Pág
cap-page-down = Av Pág
cap-space = Espacio

## PIN

unlock-pin = PIN
unlock-pin-password = Usar tu contraseña
settings-pin = Desbloquear con un PIN
settings-pin-hint = Después de tu contraseña, hasta que salgas de { -brand } o cierres la sesión
pin-title = Desbloquear con un PIN
pin-lead = La contraseña se pide una vez tras cada inicio de { -brand }, y después el PIN. Con tres PIN incorrectos seguidos se vuelve a pedir la contraseña.
pin-label = PIN
pin-hint = Al menos 4 caracteres. Se queda en la memoria y aleja a otros de tu teclado; al archivo lo protege solo la contraseña.
pin-button = Activar
pin-off-lead = Desde ahora la contraseña se pedirá siempre.
pin-off-button = Desactivar
