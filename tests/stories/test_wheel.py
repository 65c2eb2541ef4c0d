"""The built wheel is the whole program: installed far from any checkout it makes the sample county."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
GRIDS_OF_THE_COUNTY = 4386


def run(*command: str | Path, cwd: Path) -> str:
    """Run ``command`` with no sight of the checkout; its standard output, or the failure whole."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment["GISAPP_HOME"] = str(cwd / "home")
    done = subprocess.run([str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that has nothing to do with the checkout."""
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(scope="module")
def wheel(elsewhere: Path) -> Path:
    """The wheel as a release would build it."""
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", elsewhere, CHECKOUT, cwd=elsewhere)
    return next(elsewhere.glob("gisapp-*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, elsewhere: Path) -> Path:
    """The programs of a clean environment: the wheel and the libraries, nothing of the checkout."""
    clean = elsewhere / "clean"
    run(sys.executable, "-m", "venv", "--without-pip", clean, cwd=elsewhere)
    scheme = sysconfig.get_preferred_scheme("prefix")
    places = sysconfig.get_paths(scheme, vars={"base": str(clean), "platbase": str(clean)})
    libraries = Path(places["purelib"], "libraries.pth")
    libraries.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = Path(places["scripts"], "python")
    offline = ("install", "--quiet", "--no-deps", "--no-index", "--ignore-installed")
    run(sys.executable, "-m", "pip", "--python", python, *offline, wheel, cwd=elsewhere)
    return Path(places["scripts"])


@pytest.mark.parametrize("folder", ["resources", "maps", "db"])
def test_each_shipped_folder_lies_whole_in_the_wheel(folder: str, wheel: Path) -> None:
    shipped = [path for path in (CHECKOUT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    packed = zipfile.ZipFile(wheel).namelist()
    assert shipped
    assert [path for path in shipped if f"gisapp/_shipped/{path.relative_to(CHECKOUT).as_posix()}" not in packed] == []


def test_the_wheel_holds_no_tests_and_no_data_of_people(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel).namelist()
    assert {path.split("/")[0].split("-")[0] for path in packed} == {"gisapp"}
    assert [path for path in packed if path.endswith((".gpkg", ".xlsx", ".pyc"))] == []


def test_gisapp_is_imported_from_the_clean_environment(programs: Path, elsewhere: Path) -> None:
    code = "import gisapp; from gisapp import paths; print(gisapp.__file__, paths.migrations(), sep='\\n')"
    place, migrations = run(programs / "python", "-c", code, cwd=elsewhere).splitlines()
    assert Path(place).is_relative_to(programs.parent)
    assert Path(migrations).is_relative_to(programs.parent)


def test_the_sample_county_is_made_from_the_wheel(programs: Path, elsewhere: Path) -> None:
    county = elsewhere / "示例 县.gpkg"
    said = json.loads(run(programs / "gisapp", "--json", "sample", county, cwd=elsewhere))
    assert said["grids"] == GRIDS_OF_THE_COUNTY
    assert county.stat().st_size > 0
