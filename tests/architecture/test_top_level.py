"""The top of the checkout is the first page a reader sees: it holds what the plan names and no more."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.architecture.source_tree import CHECKOUT

ALLOWED = frozenset(
    {
        ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "README.zh-CN.md", "db", "gisapp", "maps",
        "pyproject.toml", "requirements.lock", "resources", "start.py", "tests",
    }
)  # fmt: skip
MADE_HERE = frozenset({".git", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", "__pycache__", "dist"})


def entries() -> set[str]:
    """What is kept at the top; without git, what lies there and was not made by our tools."""
    if shutil.which("git"):
        listing = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=False)
        if listing.returncode == 0:
            return {path.split("/")[0] for path in listing.stdout.split("\0") if path}
    return {path.name for path in CHECKOUT.iterdir()} - MADE_HERE


def test_the_top_level_holds_only_what_the_plan_names() -> None:
    assert entries() - ALLOWED == set()


@pytest.mark.parametrize("house", ["services", "storage"])
def test_every_service_and_table_stands_in_a_room_and_every_room_says_what_it_is_for(house: str) -> None:
    rank = CHECKOUT / "gisapp" / house
    assert [path.name for path in rank.glob("*.py")] == ["__init__.py"]
    rooms = [path for path in rank.iterdir() if path.is_dir() and path.name != "__pycache__"]
    assert [room.name for room in rooms if not (room / "__init__.py").read_text(encoding="utf-8").startswith('"""')] == []
