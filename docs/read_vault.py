#!/usr/bin/env python3
"""Opens a Keytick vault and prints what is in it, without Keytick.

Written from src-tauri/vault/FORMAT.md alone; nothing of Keytick's code is in it. It needs
Python 3.9 and two packages: cryptography and argon2-cffi (Debian: python3-cryptography,
python3-argon2).

    read_vault.py vault.keytick               asks for the password, prints the accounts
    read_vault.py --recovery vault.keytick    asks for the recovery key instead
    read_vault.py --info vault.keytick        prints the header, needs no secret

With --stdin the password or key is the first line of standard input. What is printed holds
the secrets of all accounts: `umask 077` before sending it to a file.

A file that is refused is named by the first check that failed: `refused: trailer: …`, and
each check has an exit code of its own, see CLASSES. It only reads: there is no way to damage
a vault with it.
"""

import argparse
import getpass
import hashlib
import hmac
import json
import os
import re
import sys
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

# The checks in their order. The exit code is the place in this list plus 10.
CLASSES = [
    "magic",
    "length",
    "trailer",
    "version",
    "header",
    "slot",
    "password",
    "header-mac",
    "payload",
    "padding",
    "schema",
]

MAGIC = b"\x89KTK\r\n\x1a\n"
PRELUDE = 24
MAX_HEADER = 65_536
MAX_PAYLOAD = 33_554_432
MAX_DEPTH = 8
MAX_NUMBER = 2**53 - 1
KNOWN_FIELDS = {
    "vault_id",
    "generation",
    "parents",
    "device_id",
    "written_at",
    "writer",
    "payload_salt",
    "nonce",
    "slots",
    "crit",
    "ancestors",
}
# The code of a slot type in the associated data, and the key derivation that it has.
SLOT_TYPES = {
    "password": (1, "argon2id"),
    "recovery": (2, "hkdf-sha256"),
    "os-keychain": (3, "hkdf-sha256"),
}
BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Refused(Exception):
    """The file does not pass a check."""

    def __init__(self, check, why):
        super().__init__(why)
        self.check = check
        self.why = why


class NotUsable(Exception):
    """Not the file's fault: a secret that no vault can have, or too little memory."""


def need(condition, check, why):
    if not condition:
        raise Refused(check, why)


# --- The frame ---


def file_size(start):
    """The size that a file with these first 24 bytes must have, and its header's length."""
    need(start[:8] == MAGIC[: len(start)], "magic", "not a Keytick vault")
    need(len(start) >= PRELUDE, "length", "cut short")
    header = int.from_bytes(start[12:16], "big")
    payload = int.from_bytes(start[16:24], "big")
    need(header <= MAX_HEADER, "length", "the header is over the limit")
    need(payload <= MAX_PAYLOAD, "length", "the payload is over the limit")
    return PRELUDE + header + 32 + payload + 32, header


def check_frame(data):
    """Where the header ends, once the frame is known to be whole."""
    size, header = file_size(data[:PRELUDE])
    need(len(data) == size, "length", f"{len(data)} bytes where {size} are promised")
    trailer = hashlib.sha256(data[:-32]).digest()
    need(trailer == data[-32:], "trailer", "the bytes do not fit the checksum")
    major = int.from_bytes(data[8:10], "big")
    need(major != 0, "version", "no version of the format has the number 0")
    need(major == 1, "version", f"format {major} needs a newer reader")
    return PRELUDE + header


# --- The header's JSON ---


def object_without_doubles(pairs):
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError("a name twice")
    return dict(pairs)


def finite(text):
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("a number too large")
    return number


def whole(text):
    finite(text)
    # A number with a sign is not one of the header's whole numbers, "-0" neither.
    return float(text) if text.startswith("-") else int(text)


def no_constant(text):
    raise ValueError(f"{text} is not JSON")


def depth(text):
    """How deep arrays and objects lie, whatever is in the strings between them."""
    deepest = now = 0
    for bracket in re.sub(r'"(?:[^"\\]|\\.)*"', "", text, flags=re.DOTALL):
        if bracket in "[{":
            now += 1
            deepest = max(deepest, now)
        elif bracket in "]}":
            now -= 1
    return deepest


def parse_json(raw):
    try:
        text = raw.decode("utf-8")
        # Before anything is parsed: a parser may give up on depth in its own way.
        if depth(text) > MAX_DEPTH:
            raise ValueError("too deep")
        value = json.loads(
            text,
            object_pairs_hook=object_without_doubles,
            parse_float=finite,
            parse_int=whole,
            parse_constant=no_constant,
        )
        # A lone surrogate, "\ud800", is no text.
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise Refused("header", "not usable JSON") from error
    need(isinstance(value, dict), "header", "not a JSON object")
    return value


def hex_bytes(value, size, check, name):
    fits = isinstance(value, str) and re.fullmatch(f"[0-9a-f]{{{2 * size}}}", value)
    need(fits, check, f"{name} is not {size} bytes in hexadecimal")
    return bytes.fromhex(value)


def number(value, least, most, check, name):
    fits = type(value) is int and least <= value <= most
    need(fits, check, f"{name} is not a whole number from {least} to {most}")
    return value


def check_crit(header):
    crit = header.get("crit", [])
    texts = isinstance(crit, list) and all(isinstance(name, str) for name in crit)
    need(texts, "header", "crit is not a list of names")
    unknown = set(crit) - KNOWN_FIELDS
    need(not unknown, "version", "a header field that this reader does not know")


def check_header_fields(header):
    vault_id = header.get("vault_id")
    pattern = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    fits = isinstance(vault_id, str) and re.fullmatch(pattern, vault_id)
    need(fits, "header", "vault_id is not a UUID")
    number(header.get("generation"), 1, MAX_NUMBER, "header", "generation")
    number(header.get("written_at"), 0, MAX_NUMBER, "header", "written_at")
    parents = header.get("parents")
    need(isinstance(parents, list) and len(parents) <= 8, "header", "parents")
    for parent in parents:
        hex_bytes(parent, 32, "header", "a parent")
    hex_bytes(header.get("device_id"), 8, "header", "device_id")
    writer = header.get("writer")
    fits = isinstance(writer, str) and len(writer.encode("utf-8")) <= 64
    need(fits, "header", "writer is not a text of 64 bytes at most")
    hex_bytes(header.get("payload_salt"), 32, "header", "payload_salt")
    hex_bytes(header.get("nonce"), 12, "header", "nonce")


def check_slot_names(slots):
    need(isinstance(slots, list) and 1 <= len(slots) <= 8, "header", "not 1 to 8 slots")
    for slot in slots:
        need(isinstance(slot, dict), "header", "a slot is not an object")
        number(slot.get("id"), 1, 2**32 - 1, "header", "a slot's id")
        kind = slot.get("type")
        fits = isinstance(kind, str) and 1 <= len(kind.encode("utf-8")) <= 64
        need(fits, "header", "a slot's type is not a text of 1 to 64 bytes")
    ids = [slot["id"] for slot in slots]
    need(len(ids) == len(set(ids)), "header", "two slots with one id")
    passwords = [slot for slot in slots if slot["type"] == "password"]
    need(len(passwords) <= 2, "header", "more than 2 password slots")


def check_slot(slot):
    """The fields of a slot of a known type; another may have what it likes."""
    if slot["type"] not in SLOT_TYPES:
        return
    number(slot.get("created_gen"), 1, MAX_NUMBER, "slot", "created_gen")
    hex_bytes(slot.get("commit"), 32, "slot", "commit")
    wrap = slot.get("wrap")
    need(isinstance(wrap, dict), "slot", "wrap is not an object")
    hex_bytes(wrap.get("nonce"), 12, "slot", "wrap.nonce")
    hex_bytes(wrap.get("ct"), 48, "slot", "wrap.ct")
    kdf = slot.get("kdf")
    need(isinstance(kdf, dict), "slot", "kdf is not an object")
    hex_bytes(kdf.get("salt"), 32, "slot", "kdf.salt")
    _, right = SLOT_TYPES[slot["type"]]
    need(kdf.get("name") == right, "slot", f"kdf is not {right}")
    if right == "argon2id":
        number(kdf.get("v"), 19, 19, "slot", "kdf.v")
        memory = number(kdf.get("m"), 19 * 1024, 2 * 1024**2, "slot", "kdf.m")
        passes = number(kdf.get("t"), 1, 32, "slot", "kdf.t")
        number(kdf.get("p"), 1, 16, "slot", "kdf.p")
        need(memory * passes <= 8 * 1024**2, "slot", "kdf.m times kdf.t is over 8 GiB")


def parse_header(raw):
    header = parse_json(raw)
    check_crit(header)
    check_header_fields(header)
    check_slot_names(header.get("slots"))
    for slot in header["slots"]:
        check_slot(slot)
    return header


# --- Secrets ---


def password_secret(typed):
    secret = unicodedata.normalize("NFKC", typed).encode("utf-8")
    if not 1 <= len(secret) <= 1024:
        raise NotUsable("a password has 1 to 1,024 bytes")
    return secret


def recovery_secret(typed):
    dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
    kept = [mark for mark in typed if not mark.isspace() and mark not in dashes]
    key = "".join(kept).upper().translate(str.maketrans("ILO", "110"))
    if len(key) != 32 or any(mark not in BASE32 for mark in key):
        raise NotUsable("a recovery key has 32 characters of its alphabet")
    value = 0
    for mark in key[:30]:
        value = value * 32 + BASE32.index(mark)
    high, low = divmod(value % 1021, 32)
    if key[30:] != BASE32[high] + BASE32[low]:
        raise NotUsable("a typing mistake: the recovery key's last two characters do not fit")
    return key.encode("ascii")


# --- Keys ---


def hkdf(secret, salt, info, size):
    """RFC 5869 with SHA-256."""
    key = hmac.digest(salt, secret, "sha256")
    out = block = b""
    count = 0
    while len(out) < size:
        count += 1
        block = hmac.digest(key, block + info + bytes([count]), "sha256")
        out += block
    return out[:size]


def open_gcm(key, nonce, sealed, associated, check):
    try:
        if len(sealed) < 16:
            raise InvalidTag
        return AESGCM(key).decrypt(nonce, sealed, associated)
    except InvalidTag as error:
        raise Refused(check, "changed by something that has not the key") from error


def memory_for(kib):
    try:
        half = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, OSError, ValueError):
        return
    if kib * 1024 > half:
        raise NotUsable(f"the password check needs {kib // 1024} MiB of memory")


def slot_keys(slot, secret):
    """The slot key and the commitment."""
    kdf = slot["kdf"]
    salt = bytes.fromhex(kdf["salt"])
    if kdf["name"] == "argon2id":
        memory_for(kdf["m"])
        secret = hash_secret_raw(
            secret,
            salt,
            time_cost=kdf["t"],
            memory_cost=kdf["m"],
            parallelism=kdf["p"],
            hash_len=32,
            type=Type.ID,
            version=19,
        )
    code, _ = SLOT_TYPES[slot["type"]]
    both = hkdf(secret, salt, b"slot/1" + code.to_bytes(2, "big"), 64)
    return both[:32], both[32:]


def slot_associated_data(slot, vault_id):
    kdf = slot["kdf"]
    code, name = SLOT_TYPES[slot["type"]]
    numbers = [kdf[part] for part in "vmtp"] if name == "argon2id" else [0, 0, 0, 0]
    return b"".join(
        [
            MAGIC,
            (1).to_bytes(2, "big"),
            vault_id,
            slot["id"].to_bytes(4, "big"),
            code.to_bytes(2, "big"),
            (1 if name == "argon2id" else 2).to_bytes(2, "big"),
            *[part.to_bytes(4, "big") for part in numbers],
            bytes.fromhex(kdf["salt"]),
        ]
    )


def find_vault_key(header, kind, secret):
    vault_id = bytes.fromhex(header["vault_id"].replace("-", ""))
    slots = [slot for slot in header["slots"] if slot["type"] == kind]
    need(slots, "password", f"there is no {kind} slot")
    for slot in slots:
        key, commitment = slot_keys(slot, secret)
        if hmac.compare_digest(commitment, bytes.fromhex(slot["commit"])):
            nonce, wrapped = (bytes.fromhex(slot["wrap"][part]) for part in ("nonce", "ct"))
            associated = slot_associated_data(slot, vault_id)
            return open_gcm(key, nonce, wrapped, associated, "slot")
    raise Refused("password", f"wrong {kind}")


# --- The payload ---


def padded_size(content):
    length = content + 4
    if length <= 65_536:
        return -(-length // 4_096) * 4_096
    exponent = length.bit_length() - 1
    step = 2 ** (exponent - exponent.bit_length())
    return -(-length // step) * step


def unpad(plain):
    need(len(plain) >= 4, "padding", "the plain text is too short")
    length = int.from_bytes(plain[:4], "big")
    need(padded_size(length) == len(plain), "padding", "another length than padding gives")
    content, zeros = plain[4 : 4 + length], plain[4 + length :]
    need(not any(zeros), "padding", "the padding is not zero")
    return content


def open_vault(data, kind, secret):
    """The payload's bytes, or Refused. `kind` is the type of the slot to open."""
    header_end = check_frame(data)
    header = parse_header(data[PRELUDE:header_end])
    vault_key = find_vault_key(header, kind, secret)
    vault_id = bytes.fromhex(header["vault_id"].replace("-", ""))
    header_key = hkdf(vault_key, vault_id, b"hdr/1", 32)
    mac = hmac.digest(header_key, data[:header_end], "sha256")
    stands = data[header_end : header_end + 32]
    need(hmac.compare_digest(mac, stands), "header-mac", "the header was changed")
    payload_key = hkdf(vault_key, bytes.fromhex(header["payload_salt"]), b"pay/1", 32)
    associated = hashlib.sha256(data[: header_end + 32]).digest()
    nonce = bytes.fromhex(header["nonce"])
    return unpad(open_gcm(payload_key, nonce, data[header_end + 32 : -32], associated, "payload"))


def read_accounts(content):
    """The payload as JSON; src-tauri/accounts/SCHEMA.md says what is in it."""
    try:
        accounts = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Refused("schema", "the payload is not JSON") from error
    need(isinstance(accounts, dict), "schema", "the payload is not a JSON object")
    schema = accounts.get("schema")
    need(type(schema) is int and schema == 1, "schema", "a schema that this reader does not know")
    for name in ("accounts", "moves"):
        need(isinstance(accounts.get(name, []), list), "schema", f"{name} is not a list")
    return accounts


# --- The command line ---


def read_file(path):
    """The file's bytes, and never more of it than a vault can have."""
    with open(path, "rb") as file:
        start = file.read(PRELUDE)
        size, _ = file_size(start)
        there = os.fstat(file.fileno()).st_size
        need(there == size, "length", f"{there} bytes where {size} are promised")
        return start + file.read(size - len(start))


def ask(prompt, from_stdin):
    if from_stdin:
        line = sys.stdin.buffer.readline().decode("utf-8")
        return line.removesuffix("\n").removesuffix("\r")
    return getpass.getpass(prompt)


def run(arguments):
    data = read_file(arguments.vault)
    if arguments.info:
        return parse_header(data[PRELUDE : check_frame(data)])
    if arguments.recovery:
        kind, secret = "recovery", recovery_secret(ask("Recovery key: ", arguments.stdin))
    elif arguments.keychain:
        kind, secret = "os-keychain", bytes.fromhex(ask("Key in hexadecimal: ", arguments.stdin))
    else:
        kind, secret = "password", password_secret(ask("Password: ", arguments.stdin))
    return read_accounts(open_vault(data, kind, secret))


def main():
    parser = argparse.ArgumentParser(description="Prints what is in a Keytick vault, as JSON.")
    parser.add_argument("vault", help="the file, for example vault.keytick")
    parser.add_argument("--info", action="store_true", help="print the header, ask for nothing")
    parser.add_argument("--recovery", action="store_true", help="open with the recovery key")
    parser.add_argument("--keychain", action="store_true", help="open with the keychain's key")
    parser.add_argument("--stdin", action="store_true", help="read the secret from standard input")
    sys.stdout.reconfigure(encoding="utf-8")
    try:
        json.dump(run(parser.parse_args()), sys.stdout, ensure_ascii=False, indent=2)
        print()
    except Refused as refused:
        print(f"refused: {refused.check}: {refused.why}", file=sys.stderr)
        return 10 + CLASSES.index(refused.check)
    except (NotUsable, OSError, ValueError) as error:
        print(f"cannot open: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
