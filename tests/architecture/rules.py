"""The rules of the house as questions to syntax trees; each answers with a list of breaches."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

from tests.architecture.source_tree import Module, called, docstrings, modules

RANKS = MappingProxyType(
    {
        "": 0, "errors": 0, "paths": 0, "language": 0, "domain": 0,
        "storage": 1, "readers": 1, "spatial": 1,
        "services": 2,
        "scene": 3, "export": 3,
        "canvas": 4,
        "printing": 5,
        "ui": 6, "cli": 6,
        "app": 7, "__main__": 7,
    }
)  # fmt: skip
FOUNDATION = frozenset({"", "errors", "paths", "language"})
FIRST_QT_RANK = 4
MOST_FILE_LINES = 400
MOST_FUNCTION_LINES = 50

SQL = re.compile(
    r"\bSELECT\b.+\bFROM\b|\b(INSERT|REPLACE)\s+(OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\S+\s+SET\b|\bDELETE\s+FROM\b"
    r"|\b(CREATE|DROP|ALTER)\s+(TEMP\w*\s+|UNIQUE\s+|VIRTUAL\s+)?(TABLE|VIEW|INDEX|TRIGGER)\b|\bPRAGMA\s+\w|\bVACUUM\b",
    re.DOTALL,
)
SMALL_SQL = re.compile(
    r"\s*(select\s.+\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|create\s+table\s|pragma\s+\w)",
    re.DOTALL | re.IGNORECASE,
)
MUTABLE_DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MUTABLE_CALLS = frozenset({"list", "dict", "set", "bytearray", "defaultdict", "deque", "OrderedDict", "Counter", "WeakValueDictionary"})
FREEZING_CALLS = frozenset({"tuple", "frozenset", "MappingProxyType"})


def upward_or_sideways_imports(root: Path) -> list[str]:
    """Each room imports strictly lower ranks or itself; rank 0 may lean on the root modules."""
    homeless = [f"{module.place} has no rank in the plan" for module in modules(root) if module.room not in RANKS]
    return homeless + [
        f"{module.place}:{line} imports gisapp.{target} (rank {RANKS.get(target, '?')})"
        for module in modules(root)
        for line, imported in module.imports()
        if imported.split(".")[0] == "gisapp"
        for target in [_room_of(root, imported)]
        if not _may_import(module.room, target)
    ]


def _room_of(root: Path, imported: str) -> str:
    first = (imported.split(".") + [""])[1]
    is_room = first in RANKS or (root / first).is_dir() or (root / f"{first}.py").is_file()
    return first if is_room else ""


def _may_import(room: str, target: str) -> bool:
    if room == target or (room, target) == ("__main__", "app"):
        return True
    if room not in RANKS or target not in RANKS:
        return False
    if target in FOUNDATION:
        return True
    return RANKS[target] < RANKS[room]


def qt_below_its_rank(root: Path) -> list[str]:
    """PySide6 from rank 4 upwards only; the command line reaches it through printing and canvas."""
    return _imports_of(root, {"PySide6", "shiboken6"}, lambda module: RANKS.get(module.room, 0) < FIRST_QT_RANK or module.room == "cli")


def folium_outside_export(root: Path) -> list[str]:
    """Only export/ knows the library behind the web map."""
    return _imports_of(root, {"folium", "branca", "xstatic"}, lambda module: module.room != "export")


def _imports_of(root: Path, names: set[str], is_forbidden_in: Callable[[Module], bool]) -> list[str]:
    return [
        f"{module.place}:{line} imports {imported}"
        for module in modules(root)
        if is_forbidden_in(module)
        for line, imported in module.imports()
        if imported.split(".")[0] in names
    ]


def sql_outside_storage(root: Path) -> list[str]:
    """Strings that read as SQL, joined and formatted ones too; docstrings may speak of SQL."""
    return [
        f"{module.place}:{line} holds SQL: {' '.join(text.split())[:60]}"
        for module in modules(root)
        if module.room != "storage"
        for line, text in _texts(module.tree)
        if SQL.search(text) or SMALL_SQL.match(text)
    ]


def _texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    silent = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp) and id(node) not in silent:
            text = _text(node)
            if text is not None:
                yield node.lineno, text


def _text(node: ast.AST) -> str | None:
    """The text that an expression would give, with ``_`` for what only running tells."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "_" for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _text(node.left), _text(node.right)
        return None if left is None and right is None else (left or "_") + (right or "_")
    return None


def module_level_mutables(root: Path) -> list[str]:
    """Nothing outside functions may change while the program runs."""
    return [
        f"{module.place}:{node.lineno} {why}"
        for module in modules(root)
        for node, why in [*_mutable_assignments(module.tree), *_global_statements(module)]
    ]


def _mutable_assignments(tree: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    for node in _outside_functions(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            if names != ["__all__"] and _is_mutable(node.value):
                yield node, f"{', '.join(names) or 'something'} can be changed by anyone"


def _outside_functions(node: ast.AST) -> Iterator[ast.stmt]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.stmt):
            yield child
        yield from _outside_functions(child)


def _is_mutable(value: ast.AST) -> bool:
    if isinstance(value, MUTABLE_DISPLAYS):
        return True
    if isinstance(value, ast.Call):
        if called(value) in FREEZING_CALLS:
            return any(_is_mutable(part) for argument in value.args for part in _parts(argument))
        return called(value) in MUTABLE_CALLS
    if isinstance(value, ast.Tuple | ast.IfExp | ast.BoolOp | ast.BinOp | ast.Starred):
        return any(_is_mutable(part) for part in ast.iter_child_nodes(value))
    return False


def _parts(display: ast.AST) -> list[ast.AST]:
    """What stays inside when the outermost display is frozen."""
    if isinstance(display, ast.Dict):
        return list(display.values)
    if isinstance(display, ast.List | ast.Set | ast.Tuple):
        return list(display.elts)
    if isinstance(display, ast.ListComp | ast.SetComp | ast.GeneratorExp):
        return [display.elt]
    return [display.value] if isinstance(display, ast.DictComp) else []


def _global_statements(module: Module) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield node, f"changes the module's {', '.join(node.names)}"


def files_too_long(*paths: Path) -> list[str]:
    """Files over 400 lines."""
    return [
        f"{path.name} has {lines} lines"
        for path in paths
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_FILE_LINES
    ]


def functions_too_long(*paths: Path) -> list[str]:
    """Functions over 50 lines, from ``def`` to their last line."""
    return [
        f"{path.name}:{node.lineno} {node.name} has {lines} lines"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > MOST_FUNCTION_LINES
    ]
