"""Ente Auth: addresses, one a line; Argon2id and libsodium's secretstream."""

import base64
import json
from urllib.parse import parse_qs, urlsplit

import nacl.bindings as sodium
from argon2.low_level import Type, hash_secret_raw

import common


def unlocked(data, password):
    file = json.loads(data)
    assert file["version"] == 1
    kdf = file["kdfParams"]
    key = hash_secret_raw(
        password.encode(),
        base64.b64decode(kdf["salt"]),
        time_cost=kdf["opsLimit"],
        memory_cost=kdf["memLimit"] // 1024,
        parallelism=1,
        hash_len=32,
        type=Type.ID,
    )
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    header = base64.b64decode(file["encryptionNonce"])
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, header, key)
    sealed = base64.b64decode(file["encryptedData"])
    text, _ = sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed, None)
    return text


def read(data, password):
    text = (unlocked(data, password) if password else data).decode()
    accounts = []
    for line in text.splitlines():
        if not line.strip():
            continue
        query = parse_qs(urlsplit(line).query)
        display = json.loads(query.get("codeDisplay", ["{}"])[0])
        accounts.append(
            common.from_uri(
                line,
                note=display.get("note", ""),
                tags=display.get("tags", []),
                favourite=display.get("pinned", False),
            )
        )
    return accounts


common.main(read)
