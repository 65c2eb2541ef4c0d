"""A roll call on its way from one desk to another: what a file holds, in uids only, and what merging it does."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from gisapp.domain.carried_family import UNMARKED, FamilyMarks
from gisapp.domain.carried_run import CarriedRun, RunDifference
from gisapp.domain.roll_call import RollCallEntry
from gisapp.language import tr

FORMAT, VERSION = "gisapp roll call", 1
ENTRY_KEYS = ("uid", "family", "code", "state", "place_kind", "place", "safe_site", "at", "who", "note")
"""Of an entry in a file; ``family`` and ``safe_site`` are uids, ``code`` the family's where its uid is not known."""


@dataclass(frozen=True, slots=True)
class CarriedEntry:
    """One entry as it stands in the file, not judged yet; ``row`` is its place there, from 1."""

    row: int
    uid: str
    family: str
    code: str
    state: str
    place_kind: str
    place: str
    safe_site: str
    at: str
    who: str
    note: str
    marks: FamilyMarks = field(default=UNMARKED, kw_only=True)


@dataclass(frozen=True, slots=True)
class CarriedRollCall:
    """All of one roll call. ``uid`` "" : a sheet filled in for the roll call in hand. Times are UTC text.

    ``withdrawn`` are uids of entries that the other desk took back. ``refused`` are rows that are no entries at all.
    ``run`` is the run that was called; None: the file does not say.
    """

    county: str
    uid: str
    opened_at: str
    opened_by: str
    written_at: str
    written_by: str
    entries: tuple[CarriedEntry, ...]
    withdrawn: tuple[str, ...] = ()
    refused: tuple[RefusedEntry, ...] = ()
    run: CarriedRun | None = None


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """An entry that is not taken; ``row`` is its place in the file."""

    row: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A family of which the two desks know different things, side by side; None: that desk took its entry back."""

    household: int
    code: str
    head: str
    number: str
    ours: RollCallEntry
    theirs: RollCallEntry | None
    is_theirs_kept: bool

    @property
    def kept(self) -> str:
        """Whose entry counts, in words."""
        if self.theirs is None:
            return tr("对方撤销")
        return tr("用对方的") if self.is_theirs_kept else tr("用本机的")


@dataclass(frozen=True, slots=True)
class Recognised:
    """How many families of a file are families here though they bear another uid there."""

    by_code: int = 0
    by_head: int = 0


NOT_RECOGNISED = Recognised()


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What merging does: ``rows`` = new + older + same + refused.

    ``new`` entries count from now on, ``older`` ones are kept in the log, ``same`` are known already. ``withdrawn`` entries of
    this desk were taken back by the other one, where they came from. ``fast_minutes``: how far the other clock is ahead.
    ``recognised``: families of ours found by their code or by head and house, as their uid is another there; ``off_list``:
    families with an entry that the run here does not list; ``run_differences``: in what the run there differs from it.
    """

    carried: CarriedRollCall
    rows: int
    new: int
    older: int
    same: int
    refused: tuple[RefusedEntry, ...]
    withdrawn: int
    differences: tuple[Difference, ...]
    fast_minutes: int = 0
    recognised: Recognised = NOT_RECOGNISED
    off_list: int = 0
    run_differences: tuple[RunDifference, ...] = ()


def merge_summary(result: MergeResult) -> str:
    """What merging does, in figures that add up."""
    values = {"rows": result.rows, "new": result.new, "older": result.older, "same": result.same, "refused": len(result.refused)}
    said = tr("共 {rows:,} 条：{new:,} 条算数，{older:,} 条较早只留底，{same:,} 条本机已有，{refused:,} 条没有采用。", **values)
    if result.withdrawn:
        said = tr("{said}对方撤销的 {count:,} 条也撤销。", said=said, count=result.withdrawn)
    found = result.recognised
    if not found.by_code and not found.by_head:
        return said
    how = tr("两台分别导入的户：{code:,} 户按户编号对上，{head:,} 户按户主和房屋对上。", code=found.by_code, head=found.by_head)
    return f"{said}\n{how}"


def merge_warnings(result: MergeResult) -> list[str]:
    """What a person should look into before merging, one sentence each; nothing where all is as it should be."""
    notes = []
    if result.fast_minutes:
        notes.append(tr("对方电脑的时钟快 {minutes} 分钟，请核对。", minutes=result.fast_minutes))
    if result.carried.uid and result.carried.run is None:
        notes.append(tr("文件没有写明对方点的是哪次研判，无法核对两台的研判是否相同。"))
    elif result.run_differences:
        notes.append(tr("两台的研判有 {count} 处不同，请核对。", count=len(result.run_differences)))
    if result.off_list:
        notes.append(tr("其中 {count:,} 户不在本机这次研判的名单上，也记下。", count=result.off_list))
    return notes


def fingerprint(data: dict[str, Any]) -> str:
    """SHA-256 over everything in the file but itself, in one order of writing."""
    rest = {key: value for key, value in data.items() if key != "sha256"}
    return sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
