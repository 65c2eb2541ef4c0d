"""Reads a package as syntax trees, so that the rules can be asked of gisapp and of a broken copy alike."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "gisapp"


@dataclass(frozen=True)
class Module:
    """One Python file of the package ``gisapp`` that lies in ``root``."""

    root: Path
    path: Path

    @property
    def place(self) -> str:
        """The file as people name it: ``storage/houses.py``."""
        return self.path.relative_to(self.root).as_posix()

    @property
    def name(self) -> str:
        """The dotted name below gisapp: ``storage.houses``; empty for gisapp itself."""
        parts = list(self.path.relative_to(self.root).with_suffix("").parts)
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str:
        """The first part of the name: a package, or a module beside the packages."""
        return self.name.split(".")[0]

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(encoding="utf-8"), filename=str(self.path))

    def imports(self) -> Iterator[tuple[int, str]]:
        """Line and absolute dotted name of all that is imported, wherever in the file it is."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)
            elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
                yield from ((node.lineno, str(name.value)) for name in node.args[:1] if isinstance(name, ast.Constant))

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = ("gisapp." + self.path.parent.relative_to(self.root).as_posix().replace("/", ".")).rstrip(".")
        above = package.split(".")[: len(package.split(".")) - node.level + 1]
        return ".".join([*above, node.module] if node.module else above)


def modules(root: Path = PACKAGE) -> list[Module]:
    """Every module of the package that lies in ``root``."""
    return [Module(root, path) for path in sorted(root.rglob("*.py"))]


def called(call: ast.Call) -> str:
    """The last name of what is called: ``tr`` for both ``tr(...)`` and ``language.tr(...)``."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def docstrings(tree: ast.AST) -> set[int]:
    """Identities of the constants that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }
