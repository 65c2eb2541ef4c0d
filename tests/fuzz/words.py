"""Every command with every option, and words that no option means: numbers out of bounds, odd bytes, days that never were."""

from __future__ import annotations

import contextlib
import hashlib
import io
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import click

from gisapp.cli.main import cli, main

WHOLE = ("-1", "0", "99999999999999999999", "1.5", "x", "", "²", "１２", "nan")
BROKEN = ("nan", "inf", "-inf", "-1", "1e308", "1e-320", "x", "", "1e999", "²")
TEXT = (
    "",
    " ",
    "9999-99-99",
    "0000-00-00",
    "9999-12-31",
    "0001-01-01",
    "2024-02-30",
    "-",
    "x" * 3_000,
    "\udcff\udcfe",
    "'; DROP TABLE household; --",
    "../../etc/passwd",
    "NaN",
    "=1+1\t",
    "1e999",
    "²",
    "9" * 30,
    "-1",
    "a=b",
    "1x99999999999",
    "0x0",
    "１，２",
    "nan,inf,1,1",
    "{}",
    "%s",
    "\u202e",
    "1=2,3=4",
    "①",
    "=",
    ",",
    ":",
    "1:",
    ":1",
    "1e400,1e400",
    "24:61",
    "2024-01-01 25:00",
    "2024-01-01T00:00:00+99:99",
)
PATHS = (
    "",
    ".",
    "/",
    "x" * 300,
    "x" * 5_000,
    "没有/这个/文件夹/a.xlsx",
    "\udcff.xlsx",
    "a",
    "a.gpkg",
    "小县.gpkg",
    "管道.xlsx",
    "~",
    "a.xlsx/b.xlsx",
)
"""One of them is the county itself, one a pipe that nobody writes to."""

USUAL: Mapping[str, str] = MappingProxyType(
    {
        "FILE": "小县.gpkg",
        "OUT": "出.xlsx",
        "SOURCE": "areas.geojson",
        "OTHER": "rollcall.json",
        "BACKUP": "小县.gpkg",
        "OUTDIR": "出",
        "FOLDER": "出",
        "--what": "households",
        "--as": "hazards",
        "KIND_TEXT": "households",
        "LINE": "月河",
        "METRES": "50",
        "WHICH": "月河洪涝",
        "--level": "1",
        "NAME": "村小学",
        "--capacity": "10",
        "--place": "108,32.9",
        "SITE": "1",
        "SITES": "1",
        "FAMILY": "H005",
        "HOUSEHOLD": "H005",
        "FAMILIES": "H001",
        "STATE_TEXT": "called",
        "--out": "出.pdf",
        "--unit": "西镇",
        "--source": "测试",
        "CODE": "water",
        "TEXT": "赵一",
        "NUMBERS": "1",
        "NUMBER": "1",
        "--grade": "serious",
        "--note": "记",
        "--step": "back",
        "--reason": "改",
        "--stage": "1",
        "--family": "H005",
        "--slot": "village/sponsor_cadre",
        "--contact": "5",
        "--from": "5",
        "DEED": "list",
        "--line": "village",
        "--kind": "visit",
        "--text": "记",
        "--outcome": "好",
        "DAY_TEXT": "2024-06-01",
        "--name": "赵小",
        "--sex": "男",
        "--person": "10",
        "--state": "vacant",
        "--into": "H004",
        "--people": "10",
        "WHAT": "西山村",
        "PLACE": "紫云南郡",
    }
)
"""What a parameter is given when another one is tried."""

ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "affected": ("--hazard", "月河洪涝"),
        "new": ("--county", "610921"),
        "damage add": ("--house", "2"),
        "damage way": ("--way", "repair"),
        "damage stage": ("--begun", "2024-06-01"),
        "damage verify": ("--grade", "serious"),
        "damage stay": ("--address", "小学"),
        "damage photo": ("--dry-run",),
        "damage event": ("--from", "2024-06-01"),
        "lineage": ("--rename", "西山村", "--name", "新村"),
        "move-family": ("--away", "外地"),
        "hand-over": ("--to", "10", "--reason", "调离"),
        "assign": ("--ids", "H006"),
        "contact": ("--name", "甲", "--role", "unit_cadre", "--unit", "西山村"),
        "needs add": ("--amount", "1"),
        "needs set": ("--amount", "2"),
        "checklist change": ("--text", "换"),
        "care due": ("--reason", "改"),
        "hazard scenario": ("--terrain", "terrain.tif"),
        "family marry-in": ("--name", "卫青", "--sex", "女", "--born", "1998-03-05"),
        "family split": ("--code", "H099"),
        "cards": ("--unit", "紫云南郡"),
        "caseload-sheet": ("--contact", "5"),
        "safe-sites change": ("--capacity", "9"),
        "sleeping": ("--in", "form.xlsx"),
        "import": ("--dry-run",),
    }
)
BY_PLACE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "map": {"OUT": "出.png"},
        "webmap": {"OUT": "出.html"},
        "new": {"FILE": "新.gpkg"},
        "sample": {"FILE": "新.gpkg"},
        "restore": {"FILE": "新.gpkg"},
        "rollcall export": {"OUT": "出.json"},
        "cards": {"OUT": "出.pdf"},
        "call-sheets": {"OUT": "出.pdf"},
        "map-pages": {"OUT": "出.pdf"},
        "register": {"OUT": "出.pdf"},
        "caseload-sheet": {"OUT": "出.pdf"},
        "door-form": {"OUT": "出.pdf"},
        "safe-sites sign-in": {"OUT": "出.pdf"},
        "family return": {"--person": "3"},
        "contact": {"DEED": "add"},
        "damage home": {"--step": "lost"},
        "damage photo": {"FILES": "photo.jpg"},
        "checklist change": {"CODE": "watch"},
        "checklist remove": {"CODE": "watch"},
        "hazard add": {"--level": "red", "--from": "2024-06-01", "--kind": "flood"},
    }
)
NOT_TRIED = ("sample", "tour")
"""They make a whole county."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One command line: ``place`` is the command, ``words`` all that follows, ``tried`` the parameter with the odd value."""

    place: str
    tried: str
    value: str
    words: tuple[str, ...]


def trials() -> Iterator[Trial]:
    """Every parameter of every command with every odd value of its kind."""
    for place, command, outer in _commands(cli, (), ()):
        parameters = (*outer, *command.params)
        for parameter in parameters:
            if place in NOT_TRIED or getattr(parameter, "is_flag", False) or parameter.name == "help":
                continue
            for value in _odd(parameter):
                yield Trial(place, _name(parameter), value, tuple(_words(place, command, outer, parameter, value)))


def _commands(
    group: click.Group, path: tuple[str, ...], outer: tuple[click.Parameter, ...]
) -> Iterator[tuple[str, click.Command, tuple[click.Parameter, ...]]]:
    context = click.Context(group)
    own = (*outer, *(one for one in group.params if isinstance(one, click.Argument)))
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name), own)
        else:
            yield " ".join((*path, name)), command, own


def _odd(parameter: click.Parameter) -> Sequence[str]:
    if isinstance(parameter.type, click.Path):
        return PATHS
    if parameter.type is click.FLOAT:
        return BROKEN
    return WHOLE if parameter.type is click.INT or isinstance(parameter.type, click.IntRange) else TEXT


def _words(place: str, command: click.Command, outer: Sequence[click.Parameter], tried: click.Parameter, value: str) -> Iterator[str]:
    *groups, name = place.split()
    yield from groups
    yield from (value if one is tried else USUAL[_name(one)] for one in outer)
    yield name
    also = ALSO.get(place, ())
    if _name(tried) not in also:
        yield from also
    for one in command.params:
        if isinstance(one, click.Option) and (one.required or one is tried) and _name(one) not in (also if one is not tried else ()):
            yield from (_name(one), value if one is tried else BY_PLACE.get(place, {}).get(_name(one), USUAL.get(_name(one), "")))
    yield "--"
    for one in command.params:
        if isinstance(one, click.Argument) and (one.required or one is tried):
            yield value if one is tried else BY_PLACE.get(place, {}).get(_name(one), USUAL[_name(one)])


def _name(parameter: click.Parameter) -> str:
    return parameter.opts[0] if isinstance(parameter, click.Option) else str(parameter.name).upper()


def said_to(trial: Trial, county: Path, folder: Path) -> str:
    """Run a trial in ``folder``, where the county and good files are; what is wrong with the answer, "" = nothing."""
    own = folder / "小县.gpkg"
    if not own.exists() or _digest(own) != _digest(county):
        shutil.copyfile(county, own)
    before, files = _digest(own), _listed(folder)
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(list(trial.words))
    faults = []
    if code not in (0, 1, 2) or "程序内部出错" in err.getvalue():
        faults.append(f"code {code}: {err.getvalue()[:300]}")
    if code == 2:
        if not 1 <= len(err.getvalue().splitlines()) <= 2 or out.getvalue():
            faults.append(f"{len(err.getvalue().splitlines())} lines, out {out.getvalue()[:80]!r}")
        if not own.exists() or (_digest(own) != before and contents(own) != contents(county)):
            faults.append("the county was changed")
        if _listed(folder) != files:
            faults.append(f"files: {_listed(folder) ^ files}")
    elif own.read_bytes()[:16] != b"SQLite format 3\0":
        faults.append("the county was overwritten")
    for made in _listed(folder) - files:
        shutil.rmtree(folder / made) if (folder / made).is_dir() else (folder / made).unlink()
    return "; ".join(faults)


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with contextlib.closing(sqlite3.connect(path)) as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")]
        return {
            table: sorted(db.execute(f'SELECT * FROM "{table}"'), key=repr) for table in tables if not table.startswith("search_index_")
        }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _listed(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}
