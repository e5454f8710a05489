"""A world: one sandbox of a practice site, with its own people, clock, faults, mail and log."""

from urllib.parse import quote, urlencode

from .device import Device
from .http import only_given


class World:
    """A world of a simulator."""

    def __init__(self, simulator, info):
        self.simulator = simulator
        self.id = info["id"]
        #: Where its site begins, with a slash at the end.
        self.base_url = f"{simulator.origin}/w/{self.id}/"
        #: Where the identity service of two linked sites begins.
        identity = info.get("identity_url")
        self.identity_url = f"{identity}/" if identity else None

    def url(self, path=""):
        """The address of a page, such as ``login``."""
        return self.base_url + path.lstrip("/")

    def clock(self):
        """What its clock shows: ``mode``, ``now``, ``unix``, ``step``, ``seconds_left``."""
        return self.send("GET", "/clock")

    def freeze(self, now=None):
        """Stops its clock, at a moment of RFC 3339 or where it is."""
        return self.send("PUT", "/clock", only_given(mode="frozen", now=now))

    def advance(self, seconds=None, steps=None, to=None):
        """Moves its clock by one of the three."""
        by = only_given(seconds=seconds, steps=steps, to=to)
        return self.send("POST", "/clock/advance", by)

    def add_user(self, name, **user):
        """Adds a person: ``password``, ``role``, ``factor``, ``codes``, ``email_verified``…"""
        return self.send("POST", "/users", {"name": name, **user})

    def change_user(self, name, **changes):
        """Changes a person."""
        return self.send("PATCH", f"/users/{quote(name)}", changes)

    def user(self, name):
        """A person: ``role``, ``factor``, ``codes_left``, ``locked``…"""
        return self.send("GET", f"/users/{quote(name)}")

    def add_fault(self, kind, match=None, times=None, probability=None, **params):
        """Makes something go wrong: ``add_fault("delay", times=1, ms=500)``."""
        body = only_given(
            kind=kind, match=match, times=times, probability=probability, params=params or None
        )
        return self.send("POST", "/faults", body)

    def clear_faults(self):
        """Ends all faults."""
        return self.send("DELETE", "/faults")

    def mail(self, to=None, since=0, wait=10):
        """Mails, each with the codes in it; waits for one that is not there yet."""
        query = urlencode(only_given(to=to, since=since, wait=wait))
        return self.send("GET", f"/mail?{query}")["messages"]

    def events(self, type=None, since=0, wait=0):
        """Events, oldest first; ``type`` may be a family such as ``login.*``."""
        query = urlencode(only_given(type=type, since=since, wait=wait))
        return self.send("GET", f"/events?{query}")["events"]

    def next_secret(self, secret):
        """The key that the next set-up gives."""
        self.send("POST", "/next_secret", {"secret": secret})

    def next_codes(self, codes):
        """The recovery codes that are given next."""
        self.send("POST", "/next_codes", {"codes": codes})

    def snapshot(self, name):
        """Keeps the world as it is, under a name."""
        self.send("PUT", f"/snapshots/{name}")

    def restore(self, name):
        """Puts it back to how it was kept."""
        self.send("POST", f"/snapshots/{name}/restore")

    def device(self):
        """A new device that goes by this world's clock."""
        made = self.simulator.devices.send("POST", "/devices", {})
        return Device(self.simulator.devices, made["id"], self)

    def delete(self):
        """Ends the world."""
        self.send("DELETE", "")

    def send(self, method, path, body=None):
        """Any other request of the control API, below this world."""
        return self.simulator.api.send(method, f"/worlds/{self.id}{path}", body)
