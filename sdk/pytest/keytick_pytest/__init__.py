"""The simulator from Python, with nothing but the standard library.

``keytick_pytest.plugin`` has the fixtures; the classes here serve any other test runner.
"""

from .device import Device
from .http import Refused
from .simulator import Simulator
from .world import World

__all__ = ["Device", "Refused", "Simulator", "World"]
