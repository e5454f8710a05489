"""Stratum: JSON; Argon2id with 64 MiB and four lanes, AES-256-GCM."""

import json

from argon2.low_level import Type, hash_secret_raw

import common

MAGIC = b"AUTHENTICATORPRO"
KINDS = {1: "hotp", 2: "totp", 3: "motp", 4: "steam", 5: "yandex"}
ALGORITHMS = ["SHA1", "SHA256", "SHA512"]


def unlocked(data, password):
    assert data.startswith(MAGIC)
    data = data[len(MAGIC) :]
    salt, nonce, sealed = data[:16], data[16:28], data[28:]
    key = hash_secret_raw(
        password.encode(),
        salt,
        time_cost=3,
        memory_cost=65_536,
        parallelism=4,
        hash_len=32,
        type=Type.ID,
    )
    return common.open_gcm(key, nonce, sealed)


def read(data, password):
    file = json.loads(unlocked(data, password) if password else data)
    categories = {category["Id"]: category["Name"] for category in file["Categories"]}
    accounts = []
    for entry in file["Authenticators"]:
        kind = KINDS[entry["Type"]]
        tags = [
            categories[link["CategoryId"]]
            for link in file["AuthenticatorCategories"]
            if link["AuthenticatorSecret"] == entry["Secret"]
        ]
        secret = entry["Secret"]
        accounts.append(
            common.account(
                entry["Issuer"],
                entry["Username"],
                kind,
                bytes.fromhex(secret) if kind == "motp" else common.base32(secret),
                algorithm=ALGORITHMS[entry["Algorithm"]],
                digits=entry["Digits"],
                period=entry["Period"] if kind != "hotp" else None,
                counter=entry["Counter"] if kind == "hotp" else None,
                pin=entry.get("Pin"),
                tags=tags,
            )
        )
    return accounts


common.main(read)
