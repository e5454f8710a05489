# The vault: what can go wrong with the encrypted file, and what to do about it.

vault-not-found = No hay ninguna caja fuerte en { $path }.
    .hint = Crea una caja fuerte, o elige el archivo si se movió.
vault-exists = Ya hay algo en { $path }.
    .hint = Ábrelo, o elige otro lugar para la caja fuerte nueva.
vault-broken-link = { $path } es un enlace a un archivo que no está.
    .hint = Si el archivo está en una memoria USB o en una unidad de red, conéctala. Si no, quita el enlace.
vault-not-a-file = { $path } no es un archivo.
    .hint = Elige el archivo de la caja fuerte, no la carpeta en la que está.
vault-folder-missing = La carpeta de la caja fuerte ya no está: { $path }
    .hint = Si está en una memoria USB o en una unidad de red, conéctala e inténtalo de nuevo. No se guardó nada.
vault-not-a-vault = { $path } no es una caja fuerte de Keytick.
    .hint = Elige otro archivo. Las copias de seguridad de otras apps se importan, no se abren.
vault-damaged = El archivo de la caja fuerte está dañado ({ $check }).
    .hint = Keytick no cambia un archivo dañado. Pon una copia de seguridad en su lugar.
vault-too-new = Esta caja fuerte la guardó un Keytick más nuevo.
    .hint = Actualiza Keytick. Necesita: { $needs }.
vault-tampered = Algo que no es Keytick cambió el archivo de la caja fuerte ({ $check }).
    .hint = No te fíes de este archivo. Pon una copia de seguridad en su lugar.
vault-wrong-password = La contraseña no es correcta.
    .hint = Revisa Bloq Mayús y la distribución del teclado. Una clave de recuperación también abre la caja fuerte.
vault-wrong-recovery-key = La clave de recuperación no es correcta.
    .hint = Puede que una más nueva la haya reemplazado. Busca la más reciente.
vault-wrong-keychain-key = La clave del llavero del sistema no es la de esta caja fuerte.
    .hint = Desbloquea con la contraseña y activa de nuevo el llavero.
vault-wrong-pin = El PIN no es correcto.
    .hint = La contraseña también abre la caja fuerte.
vault-no-slot =
    { $kind ->
        [recovery] Esta caja fuerte no tiene clave de recuperación.
        [password] Esta caja fuerte no tiene contraseña.
       *[other] Esta caja fuerte no se puede abrir de esta forma.
    }
    .hint =
    { $kind ->
        [recovery] Desbloquea con la contraseña.
        [password] Desbloquea con la clave de recuperación.
       *[other] Desbloquea con la contraseña.
    }
vault-not-enough-memory = Comprobar la contraseña de esta caja fuerte ocupa { $mib } MiB de memoria, más de lo que este equipo puede dar.
    .hint = Usa la clave de recuperación, o ábrela en un equipo con más memoria y pon de nuevo la contraseña con menos.
vault-busy = Otro programa está guardando la caja fuerte.
    .hint = Inténtalo de nuevo en un momento.
vault-overtaken = Se pusieron otros archivos en el lugar de la caja fuerte mientras se guardaba.
    .hint = Puede que un programa de sincronización esté trabajando. Inténtalo de nuevo en un momento; no se perdió nada de los otros archivos.
vault-no-locks = La unidad de la caja fuerte no permite bloquear archivos, así que dos programas podrían guardar a la vez.
    .hint = No se guardó nada. Las unidades de red necesitan un servicio de bloqueo en su servidor; o ten la caja fuerte en este equipo.
vault-read-only = No se pudo guardar la caja fuerte, porque su archivo o su carpeta son de solo lectura.
    .hint = Permite escribir en ambos, o mueve la caja fuerte a otra carpeta. La caja fuerte sigue como estaba.
vault-not-permitted = No tienes permiso para leer el archivo de la caja fuerte.
    .hint = Su propietario puede dártelo.
vault-disk-full = No se pudo guardar la caja fuerte, porque el disco está lleno.
    .hint = Libera espacio e inténtalo de nuevo. La caja fuerte sigue como estaba.
vault-io =
    { $reason ->
        [full] No se pudo usar el archivo de la caja fuerte: no queda espacio en el disco.
        [denied] No se pudo usar el archivo de la caja fuerte: el sistema niega el acceso.
        [read-only] No se pudo usar el archivo de la caja fuerte: el disco es de solo lectura.
        [missing] No se pudo usar el archivo de la caja fuerte: falta un archivo o una carpeta.
        [in-the-way] No se pudo usar el archivo de la caja fuerte: otra cosa lleva ese nombre.
        [damaged] No se pudo usar el archivo de la caja fuerte: el disco no devuelve lo que se le dio.
        [held] No se pudo usar el archivo de la caja fuerte: otro programa tiene ocupado un archivo.
        [network] No se pudo usar el archivo de la caja fuerte: la unidad de red no responde.
       *[other] No se pudo usar el archivo de la caja fuerte: el sistema dio un error.
    }
    .hint = Inténtalo de nuevo. Si sigue igual, revisa el disco.
vault-held = Otro programa tiene ocupado el archivo de la caja fuerte, así que el cambio no se pudo poner en su lugar.
vault-held-hint = El cambio está en { $recovery }. Cierra los programas que puedan usar la caja fuerte, como uno de sincronización o un antivirus, e inténtalo de nuevo.
vault-no-backup =
    { $reason ->
        [full] Se guardó, pero sin copia de seguridad de cómo estaba antes: no queda espacio en el disco.
        [denied] Se guardó, pero sin copia de seguridad de cómo estaba antes: el sistema niega el acceso.
        [read-only] Se guardó, pero sin copia de seguridad de cómo estaba antes: el disco es de solo lectura.
        [missing] Se guardó, pero sin copia de seguridad de cómo estaba antes: falta un archivo o una carpeta.
        [in-the-way] Se guardó, pero sin copia de seguridad de cómo estaba antes: otra cosa lleva ese nombre.
        [damaged] Se guardó, pero sin copia de seguridad de cómo estaba antes: el disco no devuelve lo que se le dio.
        [held] Se guardó, pero sin copia de seguridad de cómo estaba antes: otro programa tiene ocupado un archivo.
        [network] Se guardó, pero sin copia de seguridad de cómo estaba antes: la unidad de red no responde.
       *[other] Se guardó, pero sin copia de seguridad de cómo estaba antes: el sistema dio un error.
    }
vault-no-backup-hint = Comprueba que se puede escribir en la carpeta “backups”, junto a la caja fuerte, y que hay espacio en el disco.
vault-old-backups =
    { $reason ->
        [full] No se pudieron eliminar las copias de seguridad que se abren con lo que antes abría la caja fuerte: no queda espacio en el disco.
        [denied] No se pudieron eliminar las copias de seguridad que se abren con lo que antes abría la caja fuerte: el sistema niega el acceso.
        [read-only] No se pudieron eliminar las copias de seguridad que se abren con lo que antes abría la caja fuerte: el disco es de solo lectura.
        [missing] No se pudieron eliminar las copias de seguridad que se abren con lo que antes abría la caja fuerte: falta un archivo o una carpeta.
        [in-the-way] No se pudieron eliminar las copias de seguridad que se abren con lo que antes abría la caja fuerte: otra cosa lleva ese nombre.
        [damaged] No se pudieron eliminar las copias de seguridad que se abren con lo que antes abría la caja fuerte: el disco no devuelve lo que se le dio.
        [held] No se pudieron eliminar las copias de seguridad que se abren con lo que antes abría la caja fuerte: otro programa tiene ocupado un archivo.
        [network] No se pudieron eliminar las copias de seguridad que se abren con lo que antes abría la caja fuerte: la unidad de red no responde.
        [other-name] Las copias de seguridad que se abren con lo que antes abría la caja fuerte siguen ahí: llevan el nombre de archivo que la caja fuerte tenía entonces.
       *[other] No se pudieron eliminar las copias de seguridad que se abren con lo que antes abría la caja fuerte: el sistema dio un error.
    }
vault-old-backups-hint = Elimina tú los archivos más antiguos de la carpeta “backups”, junto a la caja fuerte.
vault-copy-other-key = { $copy } no se combinó: la clave de la caja fuerte no la abre.
    .hint = La caja fuerte recibió después otra clave. Abre esta copia aparte con la contraseña que tenía y pasa lo que falte.
vault-copy-unreadable = { $copy } no se combinó: no se entiende lo que contiene.
    .hint = Puede que la haya escrito un Keytick más nuevo. Se queda donde está.
vault-older-copy = Se puso una copia más antigua de la caja fuerte en su lugar (guardado n.º { $found }; el último visto es el n.º { $known }).
    .hint = No se guardó nada encima. Devuelve el archivo más nuevo a su lugar, o restaura una copia de seguridad más reciente.
vault-forked = Se puso una copia distinta de la caja fuerte en su lugar.
    .hint = No se guardó nada encima. Puede que un programa de sincronización haya cambiado una copia por otra: busca la otra y abre de nuevo la caja fuerte.
vault-replaced = Se puso otra caja fuerte en lugar de esta.
    .hint = No se guardó nada encima. Devuelve el archivo correcto a su lugar, o abre la caja fuerte que hay ahora.
vault-too-large =
    { $what ->
        [slots] La caja fuerte no tiene sitio para otra forma de abrirla.
       *[other] Esto es más de lo que cabe en una caja fuerte.
    }
    .hint = Elimina lo que no necesites e inténtalo de nuevo.
vault-read-back = El disco no conservó lo que se escribió.
    .hint = La caja fuerte sigue como estaba. Revisa el disco y haz una copia de la caja fuerte en otro.
vault-sealed-name = Un archivo junto a la caja fuerte tiene un nombre que no se puede usar.
vault-password-empty = La contraseña está vacía.
    .hint = Elige una contraseña de varias palabras.
vault-password-too-long = La contraseña es demasiado larga.
    .hint = Una contraseña puede tener hasta 1024 letras, menos si no son latinas.
vault-recovery-key-length =
    { $found ->
        [one] La clave de recuperación tiene 32 caracteres; aquí hay { $found }.
       *[other] La clave de recuperación tiene 32 caracteres; aquí hay { $found }.
    }
    .hint = Son ocho grupos de cuatro.
vault-recovery-key-character = La clave de recuperación no lleva el carácter “{ $character }” (número { $position }).
    .hint = Lleva dígitos y las letras de la A a la Z, sin I, L, O ni U.
vault-recovery-key-typo = La clave de recuperación tiene un error de escritura.
    .hint = Compárala con la hoja, grupo por grupo.
vault-kdf-too-cheap = La contraseña sería demasiado fácil de adivinar a base de pruebas: al menos { $memory } MiB y { $passes } pasadas.
vault-kdf-too-costly = La comprobación de la contraseña exigiría demasiado: como máximo { $memory } MiB, { $passes } pasadas y { $product } MiB en todas las pasadas juntas.
vault-random = El sistema no da números aleatorios, así que no se cifró nada.
    .hint = Reinicia el equipo e inténtalo de nuevo.
