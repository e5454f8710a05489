"""Proton Authenticator: JSON; Argon2id with 19 MiB, AES-256-GCM with associated data."""

import base64
import json

from argon2.low_level import Type, hash_secret_raw

import common


def unlocked(data, password):
    file = json.loads(data)
    assert file["version"] == 1
    key = hash_secret_raw(
        password.encode(),
        base64.b64decode(file["salt"]),
        time_cost=2,
        memory_cost=19_456,
        parallelism=1,
        hash_len=32,
        type=Type.ID,
    )
    sealed = base64.b64decode(file["content"])
    return common.open_gcm(key, sealed[:12], sealed[12:], b"proton.authenticator.export.v1")


def read(data, password):
    file = json.loads(unlocked(data, password) if password else data)
    assert file["version"] == 1
    accounts = []
    for entry in file["entries"]:
        content = entry["content"]
        found = common.from_uri(content["uri"], note=entry.get("note") or "")
        assert content["entry_type"] == ("Steam" if found["type"] == "steam" else "Totp")
        found["account"] = found["account"] or content["name"]
        accounts.append(found)
    return accounts


common.main(read)
