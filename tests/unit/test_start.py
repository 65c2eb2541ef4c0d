"""start.py as a person meets it: first start, second start, and each thing that can be missing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import start

CHECKOUT = Path(start.__file__).parent
FAKE_GISAPP = """
import os, pathlib, sys
words = sys.argv[1:]
with open(os.environ["CALLS"], "a", encoding="utf-8") as calls:
    calls.write(" ".join([*words, os.environ.get("QT_QPA_PLATFORM", "-")]) + "\\n")
if words[0] == "sample":
    pathlib.Path(words[1]).write_text("half" if "BREAK" in os.environ else "whole", encoding="utf-8")
    print("sample's own words")
    sys.exit(3 if "BREAK" in os.environ else 0)
print("output of", *words)
sys.exit(7 if words[0] == "check" else 0)
"""


class Checkout:
    """A copy of start.py beside a stand-in for gisapp, its environment already there."""

    def __init__(self, root: Path) -> None:
        self.root, self.home, self.calls_file = root / "检出 目录", root / "home", root / "calls"
        (self.root / ".venv/bin").mkdir(parents=True)
        (self.root / "gisapp").mkdir()
        (self.root / "tests").mkdir()
        self.home.mkdir()
        shutil.copy(CHECKOUT / "start.py", self.root)
        shutil.copy(CHECKOUT / "gisapp/paths.py", self.root / "gisapp")
        (self.root / "gisapp/__main__.py").write_text(FAKE_GISAPP, encoding="utf-8")
        (self.root / "requirements.lock").write_text("a==1\n", encoding="utf-8")
        (self.root / ".venv/bin/python").symlink_to(sys.executable)

    def make_ready(self, *scopes: str) -> None:
        """Leave the stamp that a finished set-up leaves."""
        code = f"import start; start.write_stamp({set(scopes)!r})"
        subprocess.run([sys.executable, "-c", code], cwd=self.root, check=True)

    def start(self, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run start.py from another folder."""
        environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        environment.pop("QT_QPA_PLATFORM", None)
        environment |= {"PYTHONPATH": str(self.root), "GISAPP_HOME": str(self.home), "CALLS": str(self.calls_file)}
        command = [sys.executable, str(self.root / "start.py"), *words]
        return subprocess.run(command, cwd=self.home, env=environment | settings, capture_output=True, text=True, check=False)

    def calls(self) -> list[str]:
        """The commands that gisapp was given, each with Qt's platform."""
        return self.calls_file.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_words_go_to_gisapp_with_its_output_and_exit_code_untouched(checkout: Checkout) -> None:
    checkout.make_ready("offscreen")
    done = checkout.start("check", "某 县.gpkg", "--json")
    assert (done.stdout, done.stderr, done.returncode) == ("output of check 某 县.gpkg --json\n", "", 7)
    assert checkout.calls() == ["check 某 县.gpkg --json offscreen"]


def test_without_a_display_the_tour_is_run_and_its_place_told(checkout: Checkout) -> None:
    checkout.make_ready("offscreen")
    done = checkout.start()
    assert done.returncode == 0
    assert done.stdout == f"output of tour {checkout.home / 'tour'}\n"
    assert f"成果在 {checkout.home / 'tour'}" in done.stderr
    assert checkout.calls()[1] == f"tour {checkout.home / 'tour'} offscreen"


def test_the_sample_county_is_built_once_and_opened_at_every_start(checkout: Checkout) -> None:
    checkout.make_ready("window")
    sample = checkout.home / "示例县.gpkg"
    for _ in range(2):
        assert checkout.start(DISPLAY=":0").returncode == 0
    built, *opened = checkout.calls()
    assert built.startswith("sample ")
    assert opened == [f"{sample} -"] * 2
    assert sample.read_text(encoding="utf-8") == "whole"


def test_half_a_sample_county_is_never_left_behind(checkout: Checkout) -> None:
    checkout.make_ready("window")
    assert checkout.start(DISPLAY=":0", BREAK="yes").returncode == 3
    assert list(checkout.home.iterdir()) == []


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps of set-up in the order taken, in a checkout of its own, with none really done."""
    taken: list[str] = []
    python = tmp_path / ".venv/bin/python"
    (tmp_path / "requirements.lock").write_text("a==1\n", encoding="utf-8")
    places = {
        "VENV": tmp_path / ".venv",
        "PYTHON": python,
        "STAMP": tmp_path / ".venv/ready.json",
        "LOCK": tmp_path / "requirements.lock",
        "GDAL_UTILS_LOCK": tmp_path / "gdal-utils.lock",
        "DRAINAGE_PEER_LOCK": tmp_path / "drainage-peer.lock",
    }
    for name, place in places.items():
        monkeypatch.setattr(start, name, place)

    def make_environment() -> None:
        taken.append("environment")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(start, "make_environment", make_environment)
    monkeypatch.setattr(start, "missing_packages", lambda scope, **_: [scope])
    monkeypatch.setattr(start, "install_system_packages", lambda missing: taken.append(f"packages of {missing[0]}"))
    monkeypatch.setattr(start, "install_gdal_utils", lambda: taken.append("validator"))
    monkeypatch.setattr(start, "install_drainage_peer", lambda: taken.append("drainage peer"))
    return taken


def test_a_second_start_sets_nothing_up_again(steps: list[str]) -> None:
    start.prepare(start.WINDOW)
    start.prepare(start.WINDOW)
    start.prepare(start.OFFSCREEN)
    assert steps == ["packages of window", "environment"]


def test_tests_add_to_an_environment_that_is_there(steps: list[str]) -> None:
    start.prepare(start.OFFSCREEN)
    start.prepare(start.TESTS)
    assert steps == ["packages of offscreen", "environment", "packages of tests", "validator", "drainage peer"]
    assert start.scopes_done() == {start.OFFSCREEN, start.TESTS}


def change_the_lock() -> None:
    start.LOCK.write_text("a==2\n", encoding="utf-8")


def lose_python() -> None:
    start.PYTHON.unlink()


def break_the_stamp() -> None:
    start.STAMP.write_text('{"finger', encoding="utf-8")


def write_nonsense_into_the_stamp() -> None:
    start.STAMP.write_text(json.dumps([1]), encoding="utf-8")


@pytest.mark.parametrize("harm", [change_the_lock, lose_python, break_the_stamp, write_nonsense_into_the_stamp])
def test_an_outdated_or_broken_environment_is_made_anew(harm: Callable[[], None], steps: list[str]) -> None:
    start.prepare(start.OFFSCREEN)
    harm()
    start.prepare(start.OFFSCREEN)
    assert steps.count("environment") == 2


def test_a_set_up_that_failed_half_way_begins_again(steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = start.install_gdal_utils

    def fail() -> None:
        raise start.Stop("断网", "no network")

    monkeypatch.setattr(start, "install_gdal_utils", fail)
    with pytest.raises(start.Stop):
        start.prepare(start.TESTS)
    assert start.scopes_done() == set()
    monkeypatch.setattr(start, "install_gdal_utils", whole)
    start.prepare(start.TESTS)
    assert steps.count("environment") == 2


def test_the_environment_finds_the_checkout_wherever_it_was_moved(tmp_path: Path) -> None:
    source = (CHECKOUT / "start.py").read_text(encoding="utf-8")
    line = re.search(r'"(import os, sys; [^"\\]+)', source)
    assert line is not None
    code = f"import sys; sys.prefix = {str(tmp_path / '.venv')!r}; {line[1]}; print(sys.path[-1])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == str(tmp_path)


def test_a_person_without_rights_is_given_the_exact_line_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "scopes_done", set)
    monkeypatch.setattr(start, "missing_packages", lambda *_, **__: ["python3-venv", "libgl1"])
    monkeypatch.setattr(start.shutil, "which", {"apt-get": "/usr/bin/apt-get"}.get)
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000)
    assert start.main(["info", "x"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "su - root -c 'apt-get update && apt-get install -y --no-install-recommends python3-venv libgl1'\n" in told.err
    assert "请输入下面这一行" in told.err
    assert "Type this line" in told.err
    assert "Traceback" not in told.err


def test_a_python_that_is_too_old_or_too_new_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for version in ((3, 10, 9), (3, 14, 0)):
        monkeypatch.setattr(start.sys, "version_info", version)
        assert start.main([]) == 2
        assert "需要 Python 3.11" in capsys.readouterr().err


def test_a_bare_debian_is_told_every_package_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "library_loads", lambda _: False)
    monkeypatch.setattr(start, "chinese_font_is_there", lambda: False)
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(start.shutil, "which", lambda _: None)
    offscreen = start.missing_packages(start.OFFSCREEN, environment_is_ready=False)
    assert {"python3-venv", "libgl1", "libegl1", "fonts-wqy-microhei"} <= set(offscreen)
    assert not any("xcb" in package for package in offscreen)
    assert "libxcb-cursor0" in start.missing_packages(start.WINDOW, environment_is_ready=False)
    tests = start.missing_packages(start.TESTS, environment_is_ready=True)
    assert {"xvfb", "chromium", "poppler-utils"} <= set(tests)
    assert "python3-venv" not in tests


def test_a_chinese_font_is_found_without_fontconfig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.shutil, "which", lambda _: None)
    monkeypatch.setattr(start, "FONT_FOLDERS", (str(tmp_path), str(tmp_path / "missing")))
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype/DejaVuSans.ttf").touch()
    assert not start.chinese_font_is_there()
    (tmp_path / "truetype/wqy-microhei.ttc").touch()
    assert start.chinese_font_is_there()


def test_neither_start_nor_the_locks_say_where_packages_come_from() -> None:
    for file in (start.LOCK, start.GDAL_UTILS_LOCK, start.DRAINAGE_PEER_LOCK, CHECKOUT / "start.py", CHECKOUT / ".ci/run"):
        assert not re.search(r"https?:|index-url|find-links|\bpypi\b", file.read_text(encoding="utf-8"), re.IGNORECASE)


def test_the_lock_pins_every_dependency_by_hash_within_what_pyproject_allows() -> None:
    lock = start.LOCK.read_text(encoding="utf-8")
    entries = re.findall(r"^(\S+)==(\S+)[^\n]*\\\n((?:[ \t]+--hash=sha256:[0-9a-f]{64}[^\n]*\n)+)", lock, re.MULTILINE)
    assert len(entries) == len(re.findall(r"^[a-z0-9]", lock, re.MULTILINE))
    pinned = [(canonicalize_name(name), version) for name, version, _ in entries]
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for wish in map(Requirement, [*project["dependencies"], *project["optional-dependencies"]["test"]]):
        versions = [version for name, version in pinned if name == canonicalize_name(wish.name)]
        assert versions, wish.name
        assert all(wish.specifier.contains(version) for version in versions), wish
