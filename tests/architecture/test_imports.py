"""What importing costs and needs: no Qt below rank 4, nothing heavy on the way to the first picture."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.rules import FIRST_QT_RANK, RANKS
from tests.architecture.source_tree import CHECKOUT, modules

HEAVY = ("pandas", "geopandas", "folium", "sqlite_utils", "scipy", "pyproj", "pyogrio", "xlsxwriter", "python_calamine")
START_UP_ROOMS = ("app", "ui", "canvas", "scene")


def run_python(code: str) -> str:
    """Run ``code`` in a process of its own, in the checkout; its output, or the failure whole."""
    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def names(rooms: tuple[str, ...]) -> list[str]:
    """The full names of all modules in ``rooms``."""
    return [f"gisapp.{module.name}".rstrip(".") for module in modules() if module.room in rooms]


def import_all(wanted: list[str]) -> str:
    """Code that imports each of ``wanted``."""
    return f"import importlib\nfor name in {wanted!r}: importlib.import_module(name)\n"


def test_ranks_below_qt_import_where_pyside6_cannot_be_imported() -> None:
    below = tuple(room for room, rank in RANKS.items() if rank < FIRST_QT_RANK)
    no_qt = "import sys\nsys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
    assert run_python(no_qt + import_all(names(below)) + "print('all imported')") == "all imported"


def test_the_start_up_path_imports_nothing_heavy() -> None:
    code = import_all(names(START_UP_ROOMS)) + f"import sys\nprint(*(n for n in {HEAVY!r} if n in sys.modules))"
    assert run_python(code) == ""


def test_the_command_line_imports_neither_qt_nor_anything_heavy_before_its_command_is_known() -> None:
    wanted = [name for name in ("gisapp.__main__",) if (CHECKOUT / "gisapp" / "__main__.py").exists()]
    heavy = (*HEAVY, "PySide6")
    code = import_all(wanted) + f"import sys\nprint(*(n for n in {heavy!r} if n in sys.modules))"
    assert run_python(code) == ""
