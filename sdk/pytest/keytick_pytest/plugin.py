"""Fixtures: a server for the session; a world and a device for every test.

The clock of a world stands still unless ``keytick_world_options`` says otherwise, so no test
waits for a code: the device moves the clock on.
"""

import pytest

from .simulator import Simulator

# When the clocks of worlds stand still. Any moment would do; one that is known is easier.
THEN = "2005-03-18T01:58:00Z"


@pytest.fixture(scope="session")
def keytick_simulator():
    """A server, which worlds of all tests share."""
    simulator = Simulator.find()
    yield simulator
    simulator.stop()


@pytest.fixture
def keytick_world_options():
    """What worlds begin with; a test file has its own by a fixture of this name."""
    return {}


@pytest.fixture
def keytick_world(keytick_simulator, keytick_world_options):
    """A world of the test's own."""
    options = {"clock": {"mode": "frozen", "now": THEN}, **keytick_world_options}
    world = keytick_simulator.world(**options)
    yield world
    world.delete()


@pytest.fixture
def keytick_device(keytick_world):
    """A device that goes by the world's clock."""
    return keytick_world.device()
