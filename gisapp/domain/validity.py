"""From when until when a hazard area holds: times as people and files write them, and whether one holds at a time."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum

from gisapp.errors import BadRequest
from gisapp.language import tr

_PARTS = re.compile(r"(\d{4})\D{0,2}(\d{1,2})\D{0,2}(\d{1,2})(?:\D{1,3}(\d{1,2})(?:\D(\d{1,2}))?\D*(?:\d{1,2})?\D*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(?:\d{2})?)?")
DAY_CHARS = 10


class Validity(StrEnum):
    """Whether an area holds at a time."""

    HOLDS = "holds"
    EXPIRED = "expired"
    NOT_YET = "not_yet"

    @property
    def caption(self) -> str:
        """The same in a word."""
        return (tr("有效"), tr("已过期"), tr("未生效"))[tuple(Validity).index(self)]


def now_text() -> str:
    """This minute in the county's own time, as times are written here."""
    return datetime.now().strftime("%Y-%m-%dT%H:%M")  # noqa: DTZ005 - the county's own time


def validity_at(valid_from: str | None, valid_to: str | None, at: str) -> Validity:
    """Whether what holds from ``valid_from`` to ``valid_to`` holds at ``at``, did, or will."""
    if holds_at(valid_from, valid_to, at):
        return Validity.HOLDS
    return Validity.EXPIRED if _end(valid_to) < at[:16] else Validity.NOT_YET


def moment_from_text(text: str) -> str:
    """ISO day or minute of 2026-07-12, 2026/7/12 8:00, 20260712, 2026年7月12日8时; raises BadRequest for anything else.

    24:00 is refused like any time that does not exist; zones are dropped: a county lives in its own time.
    """
    wanted = text.strip()
    found = _COMPACT.fullmatch(wanted) or _PARTS.match(wanted)
    try:
        if found is None:
            raise ValueError
        year, month, day, hour, minute = (None if part is None else int(part) for part in found.groups())
        moment = datetime(year or 0, month or 0, day or 0, hour or 0, minute or 0)  # noqa: DTZ001 - the county's own time
    except ValueError as error:
        raise BadRequest(tr("时间读不懂：{text}", text=wanted[:40]), tr("请写成 2026-07-12 或 2026-07-12T20:00 的样子。")) from error
    return moment.strftime("%Y-%m-%d") if hour is None else moment.strftime("%Y-%m-%dT%H:%M")


def holds_at(valid_from: str | None, valid_to: str | None, at: str) -> bool:
    """Whether what holds from ``valid_from`` to ``valid_to`` holds at ``at``: both ends included, a bare day wholly."""
    first, last = (at, f"{at}T23:59") if len(at) == DAY_CHARS else (at[:16], at[:16])
    return _start(valid_from) <= last and first <= _end(valid_to)


def is_in_order(valid_from: str | None, valid_to: str | None) -> bool:
    """Whether there is any time at which both hold."""
    return _start(valid_from) <= _end(valid_to)


def _start(valid_from: str | None) -> str:
    return valid_from[:16] if valid_from else ""


def _end(valid_to: str | None) -> str:
    if not valid_to:
        return "9"
    return f"{valid_to}T23:59" if len(valid_to) == DAY_CHARS else valid_to[:16]
