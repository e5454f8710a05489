"""Aegis: JSON; scrypt, a master key in slots, AES-256-GCM with the tag apart."""

import base64
import hashlib
import json

import common


def unlocked(file, password):
    header = file["header"]
    for slot in header["slots"]:
        if slot["type"] != 1:
            continue
        key = hashlib.scrypt(
            password.encode(),
            salt=bytes.fromhex(slot["salt"]),
            n=slot["n"],
            r=slot["r"],
            p=slot["p"],
            dklen=32,
            maxmem=1 << 30,
        )
        params = slot["key_params"]
        sealed = bytes.fromhex(slot["key"] + params["tag"])
        master = common.open_gcm(key, bytes.fromhex(params["nonce"]), sealed)
        params = header["params"]
        sealed = base64.b64decode(file["db"]) + bytes.fromhex(params["tag"])
        return json.loads(common.open_gcm(master, bytes.fromhex(params["nonce"]), sealed))
    raise ValueError("no slot for a password")


def read(data, password):
    file = json.loads(data)
    assert file["version"] == 1
    db = unlocked(file, password) if password else file["db"]
    assert db["version"] in (1, 2, 3)
    groups = {group["uuid"]: group["name"] for group in db.get("groups", [])}
    accounts = []
    for entry in db["entries"]:
        info = entry["info"]
        accounts.append(
            common.account(
                entry["issuer"],
                entry["name"],
                entry["type"],
                common.base32(info["secret"]),
                algorithm=info["algo"],
                digits=info["digits"],
                period=info.get("period"),
                counter=info.get("counter"),
                pin=info.get("pin"),
                note=entry["note"],
                tags=[groups[uuid] for uuid in entry.get("groups", [])],
                favourite=entry["favorite"],
            )
        )
    return accounts


common.main(read)
