"""andOTP: JSON; PBKDF2-HMAC-SHA1 with rounds in the file, AES-256-GCM."""

import json

import common


def unlocked(data, password):
    rounds = int.from_bytes(data[:4], "big")
    salt, nonce, sealed = data[4:16], data[16:28], data[28:]
    key = common.pbkdf2("sha1", password.encode(), salt, rounds)
    return common.open_gcm(key, nonce, sealed)


def read(data, password):
    accounts = []
    for entry in json.loads(unlocked(data, password) if password else data):
        kind = entry["type"].lower()
        accounts.append(
            common.account(
                entry["issuer"],
                entry["label"],
                kind,
                common.base32(entry["secret"]),
                algorithm=entry["algorithm"],
                digits=entry["digits"],
                period=entry.get("period") if kind != "hotp" else None,
                counter=entry.get("counter") if kind == "hotp" else None,
                tags=entry["tags"],
            )
        )
    return accounts


common.main(read)
