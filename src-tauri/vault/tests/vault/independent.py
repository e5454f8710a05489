"""Asks docs/read_vault.py about many files at once.

Standard input: a list of {"bytes": hex, "slot": type, "secret": text}, some with "bits", a
list of bits to flip one at a time under a trailer that is made good again. Standard output: a
list of {"class": the check that refused the file or "ok", "sha256": of the payload,
"flipped": the classes for "bits"}.
"""

import functools
import hashlib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[4] / "docs"))

import read_vault  # noqa: E402

# One vault is asked about thousands of times: a password's key is derived once.
read_vault.hash_secret_raw = functools.lru_cache(maxsize=None)(read_vault.hash_secret_raw)


def secret_bytes(slot, text):
    if slot == "password":
        return read_vault.password_secret(text)
    if slot == "recovery":
        return read_vault.recovery_secret(text)
    return bytes.fromhex(text)


def opened(data, question):
    """The class and the payload."""
    slot = question["slot"]
    try:
        content = read_vault.open_vault(data, slot, secret_bytes(slot, question["secret"]))
    except read_vault.Refused as refused:
        return refused.check, b""
    try:
        read_vault.read_accounts(content)
    except read_vault.Refused as refused:
        return refused.check, content
    return "ok", content


def flipped(data, bit):
    changed = bytearray(data[:-32])
    changed[bit // 8] ^= 1 << (bit % 8)
    return bytes(changed) + hashlib.sha256(changed).digest()


def answer(question):
    data = bytes.fromhex(question["bytes"])
    check, content = opened(data, question)
    return {
        "class": check,
        "sha256": hashlib.sha256(content).hexdigest(),
        "flipped": [opened(flipped(data, bit), question)[0] for bit in question.get("bits", [])],
    }


json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
