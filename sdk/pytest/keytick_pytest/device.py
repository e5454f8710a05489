"""The phone in the test's hand.

It hands out each code once and never one that is about to end. In a world whose clock stands
still it moves that clock on instead of waiting.
"""

import time

from .http import Refused, only_given

# Seconds to wait for a code where time has to pass by itself.
_PATIENCE = 60


class Device:
    """A device; with a world, it goes by that world's clock."""

    def __init__(self, api, id, world=None):
        self.api = api
        self.id = id
        self.world = world

    def add(self, uri):
        """Adds the key of an ``otpauth:`` link."""
        return self._added({"uri": uri})

    def add_key(self, secret, **parameters):
        """Adds a key as a person types it, in base32; with ``issuer``, ``account``, ``digits``…"""
        return self._added({"secret": secret, **parameters})

    def scan(self, picture):
        """Adds what a picture shows: its bytes, or the path of its file."""
        if not isinstance(picture, (bytes, bytearray)):
            with open(picture, "rb") as file:
                picture = file.read()
        return self._added(picture)

    def code(self, account=None, min_left=5):
        """A code that was not handed out before, with at least ``min_left`` seconds left."""
        return self.code_with_step(account, min_left)["code"]

    def code_with_step(self, account=None, min_left=5):
        """The same with its step and when it ends."""
        asked = only_given(account=account, min_left=min_left)
        if self.world is None:
            return self._send("POST", "/code", {**asked, "wait": _PATIENCE})
        while True:
            clock = self.world.clock()
            try:
                return self._send("POST", "/code", {**asked, "at": clock["unix"]})
            except Refused as refused:
                if refused.error != "device-wait":
                    raise
                seconds = refused.answer["wait"]
            if clock["mode"] == "frozen":
                self.world.advance(seconds=seconds)
            else:
                time.sleep(seconds)

    def explain(self, code, account=None, date=None, sent=None):
        """Why a site may have refused a code; ``date`` is the Date header of its answer."""
        at = self.world.clock()["unix"] if self.world else None
        asked = only_given(account=account, code=code, date=date, sent=sent, at=at)
        return self._send("POST", "/explain", asked)

    def set_clock(self, ahead=0, frozen=None):
        """Sets the device's own clock: seconds ahead, or still at these Unix seconds."""
        if frozen is not None:
            clock = {"mode": "frozen", "now": frozen}
        elif ahead:
            clock = {"mode": "offset", "seconds": ahead}
        else:
            clock = {"mode": "real"}
        self._send("PUT", "/clock", clock)

    def accounts(self):
        """Its accounts."""
        return self._send("GET", "")["accounts"]

    def lose(self):
        """Loses the device with all its keys."""
        self._send("DELETE", "")

    def _added(self, body):
        return self._send("POST", "/accounts", body)["added"][0]["account"]

    def _send(self, method, path, body=None):
        return self.api.send(method, f"/devices/{self.id}{path}", body)
