"""Bitwarden: JSON; PBKDF2 or Argon2id, HKDF-Expand, AES-256-CBC with HMAC-SHA256."""

import base64
import hashlib
import hmac
import json

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

import common


def master_key(file, password):
    password, salt = password.encode(), file["salt"].encode()
    if file["kdfType"] == 0:
        return common.pbkdf2("sha256", password, salt, file["kdfIterations"])
    return hash_secret_raw(
        password,
        hashlib.sha256(salt).digest(),
        time_cost=file["kdfIterations"],
        memory_cost=file["kdfMemory"] * 1024,
        parallelism=file["kdfParallelism"],
        hash_len=32,
        type=Type.ID,
    )


def opened(text, master):
    def key(info):
        return HKDFExpand(SHA256(), 32, info).derive(master)

    kind, parts = text.split(".", 1)
    assert kind == "2"
    iv, sealed, tag = (base64.b64decode(part) for part in parts.split("|"))
    expected = hmac.digest(key(b"mac"), iv + sealed, "sha256")
    assert hmac.compare_digest(expected, tag), "wrong password"
    decryptor = Cipher(algorithms.AES(key(b"enc")), modes.CBC(iv)).decryptor()
    plain = decryptor.update(sealed) + decryptor.finalize()
    return plain[: -plain[-1]]


def read(data, password):
    file = json.loads(data)
    if password:
        assert file["encrypted"] and file["passwordProtected"]
        master = master_key(file, password)
        opened(file["encKeyValidation_DO_NOT_EDIT"], master)
        file = json.loads(opened(file["data"], master))
    assert file["encrypted"] is False
    folders = {folder["id"]: folder["name"] for folder in file["folders"]}
    accounts = []
    for item in file["items"]:
        assert item["type"] == 1
        login = item["login"]
        folder = item.get("folderId")
        found = common.from_uri(
            login["totp"],
            note=item.get("notes") or "",
            tags=[folders[folder]] if folder else [],
            favourite=item["favorite"],
        )
        found["issuer"] = found["issuer"] or item["name"]
        found["account"] = found["account"] or login.get("username") or ""
        accounts.append(found)
    return accounts


common.main(read)
