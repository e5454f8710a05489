"""Requests to the simulator and to devices: JSON there and back, refusals as errors."""

import json
import urllib.error
import urllib.request


class Refused(Exception):
    """A request that was refused; ``status`` and ``error`` say what a program needs to know."""

    def __init__(self, status, answer):
        words = [answer.get("message") or f"HTTP {status}", answer.get("hint"), answer.get("rule")]
        super().__init__(" ".join(word for word in words if word))
        self.status = status
        self.error = answer.get("error", "")
        self.answer = answer


class Api:
    """One server and its token."""

    def __init__(self, base, token):
        self.base = base.rstrip("/")
        self.token = token

    def send(self, method, path, body=None, patience=90):
        """Sends JSON, or the bytes of a picture; gives JSON, or None."""
        headers = {"Authorization": f"Bearer {self.token}"}
        data = None
        if isinstance(body, (bytes, bytearray)):
            headers["Content-Type"] = "image/png"
            data = bytes(body)
        elif body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, headers, method=method)
        try:
            with _direct.open(request, timeout=patience) as response:
                return _parsed(response.read())
        except urllib.error.HTTPError as refusal:
            answer = _parsed(refusal.read())
            raise Refused(refusal.code, answer if isinstance(answer, dict) else {}) from None


# A proxy of the environment is for the network, not for this machine.
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def _parsed(body):
    if not body:
        return None
    try:
        return json.loads(body)
    except ValueError:
        return {"message": body[:200].decode(errors="replace")}


def only_given(**fields):
    """The fields that are not None, as JSON leaves out what is left out."""
    return {name: value for name, value in fields.items() if value is not None}
