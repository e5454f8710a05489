# Keys, codes and the otpauth URI.

otp-not-a-uri = This is not a sign-in key.
    .hint = A sign-in QR code begins with “otpauth://”. To add a key you see as letters, type it.
otp-scheme = This is a “{ $scheme }” address, not a sign-in key.
    .hint = Look on the site for the QR code to scan with an authenticator app.
otp-type = This key makes codes of the unknown kind “{ $found }”.
    .hint = Keytick makes the kinds totp, hotp, steam, motp and yandex.
otp-type-missing = This key does not say what kind of codes it makes.
    .hint = Ask the site for a new QR code.
otp-steam-link = This is a link for the Steam app, not a sign-in key.
    .hint = A Steam key is “steam://” and the key, with nothing behind it.
otp-secret-missing = The key itself is missing.
    .hint = Ask the site for a new QR code.
otp-secret-empty = The key is empty.
    .hint = Copy the key from the site, or ask the site for a new QR code.
otp-secret-too-short = This key is too short. Did you copy all of it?
otp-secret-too-long = This key is too long to be a sign-in key.
    .hint = Copy only the key, without the text around it.
otp-secret-character = A key has only letters A–Z and digits 2–7. Check the character { $character } in place { $position }.
otp-hex-character = An mOTP key has only digits and letters A–F. Check the character { $character } in place { $position }.
otp-hex-odd = A character of this mOTP key is missing, or there is one too many.
    .hint = Copy the whole key from the site.
otp-yandex-length = This is not a whole Yandex key.
    .hint = Copy the whole key: it has 26 or 42 characters.
otp-yandex-check = There is a typing error in this Yandex key.
    .hint = Copy the key from Yandex again, all of it.
otp-pin-missing = This key makes codes only with its PIN, and the PIN is not in it.
    .hint = Type the key by hand, with its PIN.
otp-pin-too-long = This PIN is too long.
    .hint = A PIN has at most 64 characters.
otp-algorithm = The algorithm “{ $found }” is not known. Its codes would be wrong, so the key is not used.
    .hint = Keytick knows SHA1, SHA256 and SHA512.
otp-digits = A code cannot have { $found } digits.
    .hint = Keytick makes codes of 4 to 10 digits.
otp-period = A code cannot last { $found } seconds.
    .hint = A code can last 1 second to 86,400 seconds, a day.
otp-counter = The counter “{ $found }” is too large, or is not a whole number.
otp-encoder = The code alphabet “{ $found }” is not known. Its codes would be wrong, so the key is not used.

# Remarks on keys that were read all the same.
note-unusual-key-length = Unusual key length: a character may be missing. Check that its code works.
note-short-key = Short key: it may be cut off. Check that its code works.
note-counter-defaulted = No counter was given, so it starts at 0.
note-issuer-prefix-kept = Two names were given for the site; the second is kept in the account.
note-steam-by-issuer = Read as a Steam key, because the site is called Steam.
