# What keytick-accounts refuses.

accounts-unknown = No existe esa cuenta.
    .hint = Puede que se haya eliminado en otro dispositivo.
accounts-too-long = El campo { $field } es demasiado largo.
    .hint = Usa como máximo { $limit } bytes.
accounts-too-many = La caja fuerte está llena.
    .hint = Guarda como máximo { $limit } cuentas.
accounts-no-counter = Esta cuenta no tiene contador: sus códigos siguen el tiempo.
accounts-counter-at-end = El contador de esta cuenta llegó al final.
    .hint = Configura de nuevo el inicio de sesión en dos pasos en el sitio.
accounts-unknown-move = Esta lista ya no está.
    .hint = Puede que se haya terminado en otra ventana o en otro dispositivo.
accounts-too-many-sites = La lista es demasiado larga.
    .hint = Admite como máximo { $limit } sitios.
accounts-unknown-recovery-code = Este código de recuperación ya no está.
    .hint = Puede que se haya eliminado en otra ventana o en otro dispositivo.
accounts-newer-recovery-codes = Los códigos de recuperación de esta cuenta los escribió una versión más reciente de Keytick.
    .hint = Se quedan como están. Actualiza Keytick para verlos o cambiarlos.
accounts-too-many-recovery-codes = Son demasiados códigos de recuperación.
    .hint = Una cuenta guarda como máximo { $limit }.
accounts-payload = No se pueden leer las cuentas de esta caja fuerte: { $reason }.
    .hint = El archivo en sí no está dañado. Consérvalo y prueba con la versión más reciente de Keytick.
accounts-too-new = Esta caja fuerte la escribió una versión más nueva de Keytick.
    .hint = Actualiza Keytick y ábrela de nuevo.

## An account that was made because one account had two keys; in brackets after its name.

accounts-second-key = otra clave
