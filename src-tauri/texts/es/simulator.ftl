# The login-flow simulator and the virtual device.

## The virtual device: refusals

device-no-key = Aquí no hay ninguna clave de inicio de sesión.
    .hint = Un código QR de inicio de sesión empieza por “otpauth://”.
device-unknown-account = El dispositivo no tiene ninguna cuenta que coincida con “{ $query }”.
device-several-match = { $count } cuentas del dispositivo coinciden con “{ $query }”.
    .hint = Nombra una por su número.
device-not-named =
    { $count ->
        [0] El dispositivo no tiene cuentas todavía.
       *[other] El dispositivo tiene { $count } cuentas. ¿Cuál?
    }
device-min-left = A un código que dura { $period } segundos nunca le quedan { $seconds } segundos.
device-date = Esta no es la fecha de una respuesta HTTP.
    .hint = Dala como la lleva la cabecera Date del sitio: Sun, 06 Nov 1994 08:49:37 GMT
device-full = Un dispositivo guarda como máximo { $most } cuentas.
device-wait =
    { $seconds ->
        [one] El próximo código llega en 1 segundo.
       *[other] El próximo código llega en { $seconds } segundos.
    }
device-unknown = No hay ningún dispositivo llamado “{ $name }”.
device-taken = Ya hay un dispositivo llamado “{ $name }”.
device-name = El nombre de un dispositivo tiene de 1 a 64 letras, dígitos, puntos, guiones y guiones bajos.
device-too-many = Hay { $most } dispositivos, los máximos que puede haber.
    .hint = Quita uno que ya no haga falta: DELETE /devices/NAME
device-body = No se entiende esta petición: { $reason }
device-picture = La imagen no dio ninguna clave: { $reason }
device-no-pictures = Aquí no se leen imágenes.
    .hint = Envía en su lugar el texto del código QR.

## The virtual device: why a code may have been refused

device-why-length = Se escribieron { $typed } caracteres, pero un código de esta clave tiene { $digits }.
    .hint = Un cero inicial es parte del código.
device-why-parameters = El código se generó con { $made }, pero la clave dice { $key }.
    .hint = Una app que ignora lo que dice el código QR genera códigos así. Revisa el algoritmo, los dígitos y los segundos.
device-why-clock-ahead =
    { $seconds ->
        [one] El reloj del dispositivo va 1 segundo por delante del reloj del sitio.
       *[other] El reloj del dispositivo va { $seconds } segundos por delante del reloj del sitio.
    }
    .hint = Pon en hora el reloj del dispositivo.
device-why-clock-behind =
    { $seconds ->
        [one] El reloj del dispositivo va 1 segundo por detrás del reloj del sitio.
       *[other] El reloj del dispositivo va { $seconds } segundos por detrás del reloj del sitio.
    }
    .hint = Pon en hora el reloj del dispositivo.
device-why-reused = El código es correcto, pero ya se envió antes, y la mayoría de los sitios aceptan un código una sola vez.
    .hint = Espera al próximo código.
device-why-stale =
    { $seconds ->
        [0] El código acaba de caducar.
        [one] El código caducó hace 1 segundo.
       *[other] El código caducó hace { $seconds } segundos.
    }
    .hint = Pide un código al que le queden más segundos.
device-why-early =
    { $seconds ->
        [one] El código empieza a valer dentro de 1 segundo.
       *[other] El código empieza a valer dentro de { $seconds } segundos.
    }
device-why-counter-behind =
    { $count ->
        [one] Desde entonces se entregó 1 código posterior.
       *[other] Desde entonces se entregaron { $count } códigos posteriores.
    }
    .hint = Usa el código más reciente. Un sitio no acepta ninguno anterior a su contador.
device-why-counter-ahead =
    { $count ->
        [0] El código es el próximo, que todavía no se entregó.
        [one] Antes de este va 1 código.
       *[other] Antes de este van { $count } códigos.
    }
    .hint = Los sitios solo miran unos pocos códigos hacia delante.
device-why-site-disagrees = El código es correcto según los dos relojes.
    .hint = Puede que el sitio ya lo haya visto, que compruebe con otros parámetros que los de su código QR, o que esté bloqueado un rato.
device-why-no-date = El código es correcto según el reloj del dispositivo.
    .hint = Da la cabecera Date de la respuesta del sitio para comparar los relojes.
device-why-not-this-key = Esta clave no genera este código, ni ahora ni en los últimos minutos.
    .hint = Mira si hay un error de escritura y si el sitio y el dispositivo tienen la misma clave.

## The sites: what stands around every page

sim-page-test-site = SITIO DE PRUEBA
sim-page-banner = Un sitio de práctica en este equipo. Usa solo datos inventados. Mundo: { $world }
sim-page-banner-exposed = Un sitio de práctica al que llegan otros equipos. Usa solo datos inventados. Mundo: { $world }
sim-page-skip = Saltar al contenido
sim-page-not-affiliated = { $name }, sin relación con { $product }. Imita los pasos de su inicio de sesión en dos pasos, para prácticas y pruebas.
sim-page-made-up = { $name }: un sitio inventado para prácticas y pruebas.
sim-page-mail = Buzón
sim-page-lab = Laboratorio
sim-page-stale = Este formulario era demasiado antiguo, o venía de otra página. Envíalo otra vez.
sim-page-missing = No existe esa página.

## The sites: pages

sim-page-home = Hola, { $name }
sim-page-home-about = Tu sesión está iniciada.
sim-page-account = Tu cuenta
sim-page-user-name = Nombre de usuario
sim-page-email = Correo
sim-page-new-password = Contraseña nueva
sim-page-change-password = Cambiar contraseña
sim-page-change-email = Cambiar correo
sim-page-save = Guardar
sim-page-sso = La sesión se inicia en { $name }.
sim-page-verify-email = Verifica tu dirección de correo
sim-page-verify-email-button = Verificar
sim-page-send-verification = Enviar el correo otra vez
sim-page-other-account = Entrar con otra cuenta
sim-page-challenge-ends =
    { $seconds ->
        [one] Este paso está abierto un segundo más.
       *[other] Este paso está abierto { $seconds } segundos más.
    }
sim-page-key-ends =
    { $seconds ->
        [one] Esta clave vale un segundo más.
       *[other] Esta clave vale { $seconds } segundos más.
    }
sim-page-administrator-resets = ¿Perdiste tu dispositivo y tus códigos de recuperación? Alguien con el rol “{ $role }” puede restablecer la autenticación de dos factores por ti.
sim-page-recover = Recuperar tu cuenta
sim-page-recover-about = Soporte comprobará que la cuenta es tuya antes de desactivar la autenticación de dos factores.
sim-page-recover-message = ¿Cómo puede saber soporte que eres tú?
sim-page-recover-send = Abrir un caso
sim-page-case-opened = Tu caso está abierto
sim-page-case-opened-about = Soporte lo revisará. Podrás iniciar sesión cuando se confirme que la cuenta es tuya.
sim-page-no-cases = No hay casos.
sim-page-case-open = Abierto
sim-page-case-approved = Confirmado
sim-page-case-refused = Rechazado
sim-page-qr = Código QR de { $issuer }, { $account }
sim-page-issuer = Emisor
sim-page-account-name = Cuenta
sim-page-open-app = Abrir en una app de autenticación
sim-page-qr-download = Descargar el código QR:
sim-page-person = Persona
sim-page-role = Rol
sim-page-roles = Obligatorio para estos roles
sim-page-actions = Acciones
sim-page-mail-about = Todos los correos de este mundo. Ninguno se envía a ninguna parte.
sim-page-no-mail = Todavía no llegó ningún correo.
sim-page-mail-to = Para:
sim-page-mail-link = Abrir el enlace

## The server: refusals of requests

sim-host-missing = La petición no dice para qué host es.
sim-host-unknown = Este servidor no responde a ese nombre.
    .hint = Inícialo con --allow-host NAME si el nombre es correcto.
sim-origin-foreign = Esta petición viene de la página de otro sitio.
sim-token-missing = El token falta o no es correcto.
    .hint = Envía “Authorization: Bearer TOKEN” con el token que se mostró al iniciar.
sim-body-large = El cuerpo de la petición es demasiado grande.
sim-body-slow = El cuerpo de la petición llegó demasiado despacio.
sim-body-type = El cuerpo de la petición no es JSON.
    .hint = Envía “Content-Type: application/json”.
sim-value = { $field }: { $reason }
sim-refused = { $reason }
sim-world-unknown = No hay ningún mundo “{ $name }”.
sim-world-taken = Ya hay un mundo “{ $name }”.
sim-too-many-worlds = Hay tantos mundos como puede haber. Termina uno que ya no haga falta.
sim-user-unknown = No hay nadie llamado “{ $name }”.
sim-fault-unknown = No hay ningún fallo “{ $name }”.
sim-case-unknown = No hay ningún caso abierto “{ $name }”.
sim-profile-unknown = No hay ningún perfil “{ $name }”.
sim-snapshot-unknown = No hay ninguna instantánea “{ $name }”.
sim-too-many-snapshots = Este mundo guarda tantas instantáneas como puede.
sim-too-many-waits = Ya hay demasiadas peticiones en espera.
sim-oracle-off = El oráculo está desactivado.
    .hint = Inicia el servidor con --oracle. Mejor: deja que un dispositivo genere el código.
sim-profile = Línea { $line }, columna { $column }, { $path }: { $reason }
sim-port = No se puede usar el puerto { $port }: { $reason }
    .hint = Elige otro puerto, o 0 para cualquiera que esté libre.
sim-identity-port = El servicio de identidad no puede escuchar: { $reason }
sim-store = No se puede usar el archivo de mundos: { $reason }
sim-start = El servidor no puede iniciarse: { $reason }

## The control API’s document

device-api-title = Dispositivo virtual de Keytick
device-api-about = Dispositivos que guardan claves para el inicio de sesión en dos pasos, entregan sus códigos y dicen por qué un sitio pudo rechazar uno.
sim-api-title = Simulador de Keytick
sim-api-about = Mundos, personas, relojes, fallos, correo y eventos de sitios de práctica para el inicio de sesión en dos pasos, y el inicio de sesión de los sitios como API.
sim-api-token = El token que se mostró al iniciar.
sim-api-session = La sesión que dio el inicio de sesión.

## The lab: a page for people who test

sim-lab-key = Clave
sim-lab-key-about = Esta página mueve el reloj y hace que las cosas fallen. Abre la dirección que se mostró al iniciar, o pega el token.
sim-lab-key-wrong = Esta no es la clave de este servidor.
sim-lab-open = Abrir
sim-lab-clock = Reloj
sim-lab-clock-is-real = va como el real
sim-lab-clock-is-offset = movido
sim-lab-clock-is-frozen = parado
sim-lab-clock-30 = Avanzar 30 segundos
sim-lab-clock-300 = Avanzar 5 minutos
sim-lab-clock-back = Atrasar 30 segundos
sim-lab-clock-edge = Un segundo antes del próximo código
sim-lab-clock-freeze = Parar
sim-lab-clock-real = Hora real
sim-lab-clock-set = Hora
sim-lab-clock-freeze-there = Parar a esta hora
sim-lab-clock-unread = Da un número de segundos.
sim-lab-step =
    { $seconds ->
        [one] Paso { $step }, vale un segundo más
       *[other] Paso { $step }, vale { $seconds } segundos más
    }
sim-lab-people = Personas
sim-lab-password = Contraseña: { $password }.
sim-lab-codes-left =
    { $count ->
        [0] Ningún código de recuperación.
        [one] 1 código de recuperación.
       *[other] { $count } códigos de recuperación.
    }
sim-lab-locked = bloqueado
sim-lab-unlock = Desbloquear
sim-lab-reset-user = Empezar de nuevo
sim-lab-reset = Reiniciar el mundo entero
sim-lab-faults = Fallos
sim-lab-no-faults = Nada falla a propósito.
sim-lab-fired =
    { $count ->
        [0] todavía no ocurrió
        [one] ocurrió una vez
       *[other] ocurrió { $count } veces
    }
sim-lab-fault-kind = Qué falla
sim-lab-fault-params = Sus parámetros, en JSON
sim-lab-fault-times = Cuántas veces: un número, o vacío para siempre
sim-lab-fault-route = Solo en esta ruta, como /login/*
sim-lab-fault-step = Solo en este paso, como code
sim-lab-fault-user = Solo para esta persona
sim-lab-fault-add = Añadir el fallo
sim-lab-fault-remove = Quitar
sim-lab-times-unread = Da un número, o déjalo vacío.
sim-lab-profile = Este sitio
sim-lab-sources = Según:
sim-lab-assumed = Ninguna fuente confirma estos valores; son suposiciones:
sim-lab-log = Qué pasó
sim-lab-log-again = Mirar otra vez
sim-lab-log-all = Mostrar todo
sim-lab-log-when = Cuándo
sim-lab-log-who = Quién
sim-lab-log-what = Qué
sim-lab-log-why = Regla que decidió
