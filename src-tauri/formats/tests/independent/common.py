"""What every reader here needs: an account in one shape, and otpauth addresses.

These readers are written from descriptions of the formats, with Python's own library and
Debian's python3-cryptography, python3-argon2 and python3-nacl. Nothing of Keytick is in
them: what they read of Keytick's files, other programs can read.
"""

import base64
import hashlib
import json
import sys
from urllib.parse import parse_qs, unquote, urlsplit

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


# What the kind of a key says, whatever else stands in a file.
FIXED = {
    "steam": {"algorithm": "SHA1", "digits": 5, "period": 30},
    "motp": {"algorithm": "MD5", "digits": 6, "period": 10},
    "yandex": {"algorithm": "SHA256", "digits": 8, "period": 30},
}


def account(issuer, name, kind, secret, **rest):
    """One account; `secret` is bytes."""
    shown = {
        "issuer": issuer or "",
        "account": name or "",
        "type": kind,
        "secret": base64.b32encode(secret).decode().rstrip("="),
        "algorithm": "SHA1",
        "digits": 6,
        "period": 30 if kind != "hotp" else None,
        "counter": None,
        "pin": None,
        "note": "",
        "tags": [],
        "favourite": False,
    }
    shown.update(rest)
    shown.update(FIXED.get(kind, {}))
    return shown


def base32(text):
    """Bytes from base32 with or without padding."""
    text = text.strip().upper().rstrip("=")
    return base64.b32decode(text + "=" * (-len(text) % 8))


def from_uri(uri, **rest):
    """An account from `otpauth://…` or `steam://…`, by the Key URI Format."""
    parts = urlsplit(uri)
    if parts.scheme == "steam":
        return account("", "", "steam", base32(parts.netloc), **rest)
    assert parts.scheme == "otpauth", parts.scheme
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    # Split first, decode each piece once.
    before, colon, after = parts.path.lstrip("/").partition(":")
    prefix, name = (unquote(before), unquote(after)) if colon else ("", unquote(before))
    kind = parts.netloc
    if query.get("encoder") == "steam":
        kind = "steam"
    settings = {"algorithm": query.get("algorithm", "SHA1"), "digits": int(query.get("digits", 6))}
    if kind == "hotp":
        settings["counter"] = int(query["counter"])
    else:
        settings["period"] = int(query.get("period", 30))
    settings.update(rest)
    return account(
        query.get("issuer", prefix), name.strip(), kind, base32(query["secret"]), **settings
    )


def open_gcm(key, nonce, sealed, aad=None):
    """Opens AES-256-GCM with the tag at the end."""
    return AESGCM(key).decrypt(nonce, sealed, aad)


def pbkdf2(hash_name, password, salt, rounds):
    return hashlib.pbkdf2_hmac(hash_name, password, salt, rounds, 32)


def main(read):
    """Reads a file given by name, with a password or none, and prints its accounts."""
    path = sys.argv[1]
    password = sys.argv[2] if len(sys.argv) > 2 else None
    with open(path, "rb") as file:
        accounts = read(file.read(), password)
    json.dump(accounts, sys.stdout)
