"""A roll call on its way from one desk to another: what a file holds, in uids only, and what merging it does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from gisapp.domain.roll_call import RollCallEntry
from gisapp.language import tr

FORMAT, VERSION = "gisapp roll call", 1
ENTRY_KEYS = ("uid", "family", "code", "state", "place_kind", "place", "safe_site", "at", "who", "note")
"""Of an entry in a file; ``family`` and ``safe_site`` are uids, ``code`` is only for people."""


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


@dataclass(frozen=True, slots=True)
class CarriedRollCall:
    """All of one roll call. ``uid`` "" : a sheet filled in for the roll call in hand. Times are UTC text.

    ``withdrawn`` are uids of entries that the other desk took back. ``refused`` are rows that are no entries at all.
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
class MergeResult:
    """What merging does: ``rows`` = new + older + same + refused.

    ``new`` entries count from now on, ``older`` ones are kept in the log, ``same`` are known already. ``withdrawn`` entries of
    this desk were taken back by the other one, where they came from. ``fast_minutes``: how far the other clock is ahead.
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


def merge_summary(result: MergeResult) -> str:
    """What merging does, in figures that add up."""
    values = {"rows": result.rows, "new": result.new, "older": result.older, "same": result.same, "refused": len(result.refused)}
    said = tr("共 {rows:,} 条：{new:,} 条算数，{older:,} 条较早只留底，{same:,} 条本机已有，{refused:,} 条没有采用。", **values)
    if not result.withdrawn:
        return said
    return tr("{said}对方撤销的 {count:,} 条也撤销。", said=said, count=result.withdrawn)


def fingerprint(data: dict[str, Any]) -> str:
    """SHA-256 over everything in the file but itself, in one order of writing."""
    rest = {key: value for key, value in data.items() if key != "sha256"}
    return sha256(json.dumps(rest, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
