"""QGIS beside us: the same file, the same steps, in Debian's python3-qgis, where it is installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

SYSTEM_PYTHON = Path("/usr/bin/python3")
SCRIPT, PROGRAM = Path(__file__).with_name("qgis_peer.py"), Path(__file__).with_name("qgis_program.py")
PATIENCE_S = 120


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
    figures["start: bare canvas"] = figures.pop("first_picture_at") - began * 1e3
    figures["start"] = _program_start(county, environment)
    return {name: value for name, value in figures.items() if value > 0}


def _program_start(county: Path, environment: dict[str, str]) -> float:
    """Milliseconds from starting the QGIS program to its first complete picture, the second time; 0 without it or a virtual screen."""
    program, screen = (shutil.which(name, path=environment.get("PATH")) for name in ("qgis", "Xvfb"))
    if program is None or screen is None:
        return 0.0
    told, told_to = os.pipe()
    command = [screen, "-displayfd", str(told_to), "-screen", "0", "1920x1080x24"]
    server = subprocess.Popen(command, pass_fds=(told_to,), stderr=subprocess.DEVNULL)
    try:
        display = f":{os.read(told, 16).decode().strip()}"
        shown = {key: value for key, value in environment.items() if key != "QT_QPA_PLATFORM"} | {"DISPLAY": display}
        with tempfile.TemporaryDirectory() as folder:
            _program_run(program, county, environment=shown, folder=folder)  # makes its profile
            return _program_run(program, county, environment=shown, folder=folder)
    finally:
        server.terminate()
        server.wait()
        os.close(told)
        os.close(told_to)


def _program_run(program: str, county: Path, *, environment: dict[str, str], folder: str) -> float:
    answer = Path(folder) / "answer"
    answer.unlink(missing_ok=True)
    asked = {"GISAPP_BENCHMARK_COUNTY": str(county), "GISAPP_BENCHMARK_ANSWER": str(answer), "XDG_RUNTIME_DIR": folder}
    command = [program, "--nologo", "--noversioncheck", "--profiles-path", folder, "--code", str(PROGRAM)]
    began = time.perf_counter()
    subprocess.run(command, env=environment | asked, capture_output=True, timeout=PATIENCE_S, check=False)
    return float(answer.read_text()) - began * 1e3 if answer.exists() else 0.0
