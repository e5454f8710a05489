"""A server: one that was started for the tests, or one that runs already."""

import collections
import json
import os
import subprocess
import threading
from urllib.parse import urlsplit

from .http import Api
from .world import World


class Simulator:
    """A simulator, by any address of it and its token."""

    def __init__(self, url, token, child=None):
        parts = urlsplit(url)
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.api = Api(f"{self.origin}/__sim/v1", token)
        self.devices = Api(f"{self.origin}/__device/v1", token)
        self.child = child

    @classmethod
    def find(cls, **options):
        """The server that KEYTICK_SIM_URL and KEYTICK_SIM_TOKEN name, else a new one."""
        url = os.environ.get("KEYTICK_SIM_URL")
        if url:
            return cls(url, os.environ.get("KEYTICK_SIM_TOKEN", ""))
        return cls.start(**options)

    @classmethod
    def start(cls, command=None, profile=None, seed=None, args=()):
        """Starts a server, which ends with this process."""
        program = command or os.environ.get("KEYTICK") or "keytick"
        words = [program, "sim", "serve", "--json", "--until-stdin-closes", *args]
        if profile is not None:
            words += ["--profile", profile]
        if seed is not None:
            words += ["--seed", str(seed)]
        child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = child.stdout.readline()
        if not line:
            raise RuntimeError(f"{program} sim serve ended with exit code {child.wait()}")
        # What follows is read and passed over: a pipe that nobody reads fills up.
        threading.Thread(target=lambda: collections.deque(child.stdout, 0), daemon=True).start()
        ready = json.loads(line)
        return cls(ready["url"], ready["token"], child)

    def world(self, **options):
        """Begins a world: ``profile``, ``profile_toml``, ``seed``, ``clock``, ``id``…"""
        return World(self, self.api.send("POST", "/worlds", options))

    def stop(self):
        """Ends the server, if this object started it."""
        if self.child is not None:
            self.child.stdin.close()
            self.child.wait()
