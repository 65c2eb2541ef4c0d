"""Every action has its method, its words in two languages, and a shortcut nobody else has."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter

import pytest

from gisapp import paths
from gisapp.language import catalogue
from gisapp.ui.actions.build import WORK
from gisapp.ui.actions.records import ACTIONS, MENUS, SCHEMES, ActionRecord
from gisapp.ui.bench import Bench
from gisapp.ui.main_window import MainWindow
from gisapp.ui.map_content import LAYER_GROUPS
from gisapp.ui.work.registry import COMMANDS
from tests.architecture.source_tree import called, modules


@pytest.mark.parametrize("record", ACTIONS, ids=lambda record: record.id)
def test_an_action_has_method_words_and_icon(record: ActionRecord) -> None:
    if record.slot.startswith(WORK):
        assert record.slot.removeprefix(WORK) in {command.id for command in COMMANDS}
    else:
        owner = MainWindow if record.slot in vars(MainWindow) or not record.needs_county else Bench
        assert callable(getattr(owner, record.slot))
    english = catalogue("en")
    assert english[record.text]
    assert not record.tip or english[record.tip]
    assert record.menu in dict(MENUS)
    assert not record.icon or (paths.resources() / "icons" / f"{record.icon}.svg").is_file()


def test_no_shortcut_is_used_twice() -> None:
    counted = Counter(record.shortcut for record in ACTIONS if record.shortcut)
    assert [keys for keys, times in counted.items() if times > 1] == []


def test_menus_schemes_and_layers_speak_english_too() -> None:
    titles = [title for _, title in MENUS] + [title for _, title in SCHEMES] + [title for title, _ in LAYER_GROUPS]
    assert [title for title in titles if title not in catalogue("en")] == []


def test_only_ask_opens_dialogs_that_block_and_nobody_processes_events() -> None:
    blocking = ("QMessageBox", "QFileDialog", "QInputDialog", "processEvents")
    found = [
        f"{module.place}: {node.id if isinstance(node, ast.Name) else called(node)}"
        for module in modules()
        if module.place != "ui/ask.py"
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Name) and node.id in blocking) or (isinstance(node, ast.Call) and called(node) in blocking)
    ]
    assert found == []


def test_the_way_to_the_first_picture_loads_nothing_heavy() -> None:
    heavy = ("pandas", "geopandas", "sqlite_utils", "folium", "scipy", "pyproj", "xlsxwriter", "pyogrio", "click")
    code = f"import sys, gisapp.app; print([name for name in {heavy!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
