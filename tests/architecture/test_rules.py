"""The house as it stands keeps every rule, and each rule catches the one who breaks it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.source_tree import CHECKOUT, PACKAGE

TREE_RULES = (
    rules.upward_or_sideways_imports,
    rules.qt_below_its_rank,
    rules.folium_outside_export,
    rules.sql_outside_storage,
    rules.module_level_mutables,
)
Rule = Callable[[Path], list[str]]


@pytest.mark.parametrize("rule", TREE_RULES, ids=lambda rule: rule.__name__)
def test_gisapp_keeps_the_rule_of(rule: Rule) -> None:
    assert rule(PACKAGE) == []


def test_no_file_is_longer_than_400_lines() -> None:
    written = [*PACKAGE.rglob("*.py"), *(CHECKOUT / "tests").rglob("*.py"), CHECKOUT / "start.py"]
    assert rules.files_too_long(*written) == []


def test_no_function_is_longer_than_50_lines() -> None:
    assert rules.functions_too_long(*PACKAGE.rglob("*.py"), CHECKOUT / "start.py") == []


BREACHES = (
    (rules.upward_or_sideways_imports, "domain/house.py", "from gisapp.storage import houses"),
    (rules.upward_or_sideways_imports, "storage/a.py", "from gisapp.readers.csv import rows"),
    (rules.upward_or_sideways_imports, "scene/a.py", "def f():\n    import gisapp.export.webmap"),
    (rules.upward_or_sideways_imports, "services/a.py", "from gisapp import canvas"),
    (rules.upward_or_sideways_imports, "ui/a.py", "from ..cli import main"),
    (rules.upward_or_sideways_imports, "cli/a.py", "import importlib\nimportlib.import_module('gisapp.ui.window')"),
    (rules.upward_or_sideways_imports, "app.py", "from .__main__ import main"),
    (
        rules.upward_or_sideways_imports,
        "spatial/a.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from gisapp.scene.layer import Layer",
    ),
    (rules.upward_or_sideways_imports, "helpers/a.py", "import os"),
    (rules.upward_or_sideways_imports, "errors.py", "from gisapp.domain.ids import HouseId"),
    (rules.qt_below_its_rank, "scene/a.py", "from PySide6.QtGui import QColor"),
    (rules.qt_below_its_rank, "services/a.py", "def f():\n    import PySide6.QtCore"),
    (rules.qt_below_its_rank, "cli/a.py", "from PySide6 import QtGui"),
    (rules.folium_outside_export, "services/a.py", "import folium"),
    (rules.folium_outside_export, "ui/a.py", "from branca.element import Element"),
    (rules.sql_outside_storage, "services/a.py", "q = 'SELECT id FROM house'"),
    (rules.sql_outside_storage, "services/a.py", "q = 'select id\\n from house'"),
    (rules.sql_outside_storage, "ui/a.py", "def f(t):\n    return f'DELETE FROM {t}'"),
    (rules.sql_outside_storage, "cli/a.py", "q = 'INSERT OR REPLACE INTO house VALUES (?)'"),
    (rules.sql_outside_storage, "cli/a.py", "def f(t):\n    return 'UPDATE ' + t + ' SET name = ?'"),
    (rules.sql_outside_storage, "domain/a.py", "q = 'CREATE TABLE house (id INTEGER)'"),
    (rules.sql_outside_storage, "export/a.py", "q = 'PRAGMA journal_mode'"),
    (rules.module_level_mutables, "domain/a.py", "names = []"),
    (rules.module_level_mutables, "domain/a.py", "names: dict[str, int] = {}"),
    (rules.module_level_mutables, "domain/a.py", "from collections import defaultdict\nseen = defaultdict(list)"),
    (rules.module_level_mutables, "domain/a.py", "class House:\n    rooms = set()"),
    (rules.module_level_mutables, "domain/a.py", "pairs = (('a', ['b']),)"),
    (
        rules.module_level_mutables,
        "domain/a.py",
        "from types import MappingProxyType\nt = MappingProxyType({'a': ['b']})",
    ),
    (rules.module_level_mutables, "domain/a.py", "import os\nif os.name:\n    names = [n for n in 'ab']"),
    (rules.module_level_mutables, "domain/a.py", "last = None\ndef f(x):\n    global last\n    last = x"),
)


@pytest.mark.parametrize(("rule", "place", "source"), BREACHES)
def test_a_broken_rule_is_caught(rule: Rule, place: str, source: str, tmp_path: Path) -> None:
    plant(tmp_path, place, source)
    found = rule(tmp_path)
    assert found
    assert all(place in breach for breach in found)


ALLOWED = (
    (
        "domain/house.py",
        "from gisapp.errors import BadFile\nfrom gisapp.language import tr\nfrom gisapp.domain import ids",
    ),
    ("services/a.py", "from gisapp.storage import houses\nfrom gisapp import __version__, paths"),
    ("__main__.py", "def main():\n    from gisapp.cli import commands\n    from gisapp import app"),
    ("cli/a.py", "from gisapp.printing import sheet"),
    ("canvas/a.py", "from PySide6.QtGui import QPainter"),
    ("export/webmap.py", "import folium"),
    ("storage/houses.py", "q = 'SELECT id FROM house'"),
    (
        "services/a.py",
        "def f():\n    '''SELECT x FROM y is what storage would say.'''\n    return '从文件选择 from select'",
    ),
    ("domain/a.py", "__all__ = ['f']\ndef f():\n    names = []\n    return names"),
    (
        "domain/a.py",
        "from dataclasses import dataclass, field\n@dataclass(frozen=True)\nclass A:\n    b: list[int] = field(default_factory=list)",
    ),
    ("domain/a.py", "from types import MappingProxyType\nt = MappingProxyType({'a': ('b',)})\nn = frozenset({1})"),
)


@pytest.mark.parametrize(("place", "source"), ALLOWED)
def test_what_the_house_allows_is_not_reported(place: str, source: str, tmp_path: Path) -> None:
    plant(tmp_path, place, source)
    assert [breach for rule in TREE_RULES for breach in rule(tmp_path)] == []


def test_a_file_of_401_lines_is_caught(tmp_path: Path) -> None:
    file = plant(tmp_path, "domain/long.py", "x = 1\n" * 401)
    assert rules.files_too_long(file) == ["long.py has 401 lines"]
    file.write_text("x = 1\n" * 400, encoding="utf-8")
    assert rules.files_too_long(file) == []


def test_a_function_of_51_lines_is_caught(tmp_path: Path) -> None:
    file = plant(tmp_path, "domain/long.py", "class A:\n    def f():\n" + "        x = 1\n" * 50)
    assert rules.functions_too_long(file) == ["long.py:2 f has 51 lines"]
    file.write_text("def f():\n" + "    x = 1\n" * 49, encoding="utf-8")
    assert rules.functions_too_long(file) == []


def plant(root: Path, place: str, source: str) -> Path:
    """Write ``source`` where a careless hand would put it."""
    file = root / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    return file
