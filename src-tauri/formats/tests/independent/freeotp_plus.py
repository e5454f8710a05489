"""FreeOTP+: JSON with secrets as signed bytes, and counters one lower than the next."""

import json

import common


def read(data, _):
    accounts = []
    for token in json.loads(data)["tokens"]:
        kind = token["type"].lower()
        issuer = token.get("issuerExt") or token.get("issuerInt")
        if issuer == "Steam" and kind == "totp":
            kind = "steam"
        accounts.append(
            common.account(
                issuer,
                token["label"],
                kind,
                bytes(byte % 256 for byte in token["secret"]),
                algorithm=token["algo"],
                digits=token["digits"],
                period=token["period"] if kind != "hotp" else None,
                counter=token["counter"] + 1 if kind == "hotp" else None,
            )
        )
    return accounts


common.main(read)
