"""QGIS beside us: the same file, the same steps, in Debian's python3-qgis, where it is installed."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path

SYSTEM_PYTHON = Path("/usr/bin/python3")
SCRIPT = Path(__file__).with_name("qgis_peer.py")


def measure(county: Path) -> dict[str, float]:
    """figure name -> QGIS's milliseconds; empty where there is no QGIS."""
    if not SYSTEM_PYTHON.exists():
        return {}
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV", "QT_"))}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    if subprocess.run([SYSTEM_PYTHON, "-c", "import qgis.core"], env=environment, capture_output=True, check=False).returncode:
        return {}
    began = time.perf_counter()
    done = subprocess.run([SYSTEM_PYTHON, SCRIPT, county], env=environment, capture_output=True, text=True, check=False)
    if done.returncode and not done.stdout:
        return {}
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    figures["start"] = figures.pop("first_picture_at") - began * 1e3 if "first_picture_at" in figures else 0.0
    return {name: value for name, value in figures.items() if value > 0}
