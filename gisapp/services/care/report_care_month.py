"""What each line did in a month: visits, calls, needs and alarms, and how many families were reached."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from gisapp.domain.lines import Line
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.care import care_month


@dataclass(frozen=True, slots=True)
class LineMonth:
    """One line's figures, or those of both together (``line`` None), where a family reached by both counts once."""

    line: Line | None
    visits: int = 0
    calls: int = 0
    needs_raised: int = 0
    needs_closed: int = 0
    needs_overdue: int = 0
    alarms_raised: int = 0
    alarms_closed: int = 0
    alarms_overdue: int = 0
    families_reached: int = 0


@dataclass(frozen=True, slots=True)
class CareMonth:
    """``relocated``: the base, all relocated families at the end of the month; overdue is as of ``day``."""

    month: str
    day: date
    relocated: int
    lines: tuple[LineMonth, ...]
    both: LineMonth


def report_care_month(connection: sqlite3.Connection, month: str | None = None, *, today: date | None = None) -> CareMonth:
    """The figures of ``YYYY-MM`` (this month when None) up to its end, or up to today; raises BadRequest for no month."""
    now = today or date.today()
    begin = _first_day(month or f"{now:%Y-%m}")
    if begin > now:
        raise BadRequest(tr("{month} 还没有到。", month=f"{begin:%Y-%m}"), tr("请写本月或以前的月份。"))
    end = (begin + timedelta(days=32)).replace(day=1)
    day = min(end - timedelta(days=1), now)
    found = care_month.figures(connection, begin=begin.isoformat(), end=end.isoformat(), day=day.isoformat())
    lines = tuple(LineMonth(line, *found.get(line.value, ())) for line in Line)
    base = care_month.relocated_families(connection, day.isoformat())
    return CareMonth(f"{begin:%Y-%m}", day, base, lines, LineMonth(None, *found[None]))


def _first_day(month: str) -> date:
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month) and month >= "1000":
        return date.fromisoformat(f"{month}-01")
    raise BadRequest(tr("月份不对：{text}", text=month), tr("请写成 2026-07 的样子。"))
