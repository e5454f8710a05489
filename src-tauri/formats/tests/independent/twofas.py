"""2FAS: JSON; PBKDF2-HMAC-SHA256 with 10,000 rounds, AES-256-GCM."""

import base64
import json

import common


def opened(text, password):
    sealed, salt, nonce = (base64.b64decode(part) for part in text.split(":"))
    key = common.pbkdf2("sha256", password.encode(), salt, 10_000)
    return common.open_gcm(key, nonce, sealed)


def read(data, password):
    file = json.loads(data)
    assert file["schemaVersion"] in (1, 2, 3, 4)
    services = file["services"]
    if password:
        assert not services
        opened(file["reference"], password)
        services = json.loads(opened(file["servicesEncrypted"], password))
    groups = {group["id"]: group["name"] for group in file["groups"]}
    accounts = []
    for service in sorted(services, key=lambda service: service["order"]["position"]):
        otp = service["otp"]
        kind = otp["tokenType"].lower()
        group = service.get("groupId")
        accounts.append(
            common.account(
                otp.get("issuer") or service["name"],
                otp.get("account"),
                kind,
                common.base32(service["secret"].replace(" ", "")),
                algorithm=otp["algorithm"],
                digits=otp["digits"],
                period=otp.get("period") if kind != "hotp" else None,
                counter=otp.get("counter") if kind == "hotp" else None,
                tags=[groups[group]] if group else [],
            )
        )
    return accounts


common.main(read)
