"""Not needed where the package is installed: pytest then finds its fixtures by itself."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "sdk" / "pytest"))

pytest_plugins = ["keytick_pytest.plugin"]
