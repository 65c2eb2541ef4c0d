"""The county's checklist: one line changed, added, removed, or the whole back to the example."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.checklist import MOST_TEXT, ChecklistItem, preset_checklist
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.lines import Duty
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.runs.own_table import OwnTable
from gisapp.storage.runs import checklists

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_SAID = 20


@dataclass(frozen=True, slots=True)
class Checklist:
    """The lines in force; ``is_example``: the program's own, the county has not changed any."""

    items: tuple[ChecklistItem, ...]
    is_example: bool

    def coded(self, code: str) -> ChecklistItem:
        """The line of this code; raises BadRequest."""
        for item in self.items:
            if item.code == code.strip():
                return item
        raise BadRequest(tr("清单里没有“{code}”。", code=code[:40]), tr("请用 gisapp checklist FILE items 查看代码。"))


@dataclass(frozen=True, slots=True)
class CheckForm:
    """A line as somebody writes it: kind and level None are any."""

    text: str
    duty: Duty
    kind: HazardKind | None = None
    level: HazardLevel | None = None

    @classmethod
    def of(cls, item: ChecklistItem) -> CheckForm:
        """The form filled with a line."""
        return cls(item.text, item.duty, item.kind, item.level)

    def item(self, code: str) -> ChecklistItem:
        """The line itself; raises BadRequest for an empty or endless text."""
        text = self.text.strip()
        if not text or len(text) > MOST_TEXT or not text.isprintable():
            raise BadRequest(tr("没有写清楚要做什么。"), tr("请写 1 到 {most} 个字，不要换行。", most=MOST_TEXT))
        return ChecklistItem(code, self.kind, self.level, self.duty, text)


CHECKLIST = OwnTable(Kind.CHECKLIST, checklists.read, checklists.write, preset_checklist)


def read_checklist(connection: sqlite3.Connection) -> Checklist:
    """The county's list, or the example while it has none of its own."""
    return Checklist(*CHECKLIST.rows(connection))


def change_item(db: Database, code: str, form: CheckForm, *, who: str) -> Change:
    """Write a line anew; raises BadRequest for an unknown or unclear one, or when nothing would change."""
    before = read_checklist(db.conn).coded(code)
    after = form.item(before.code)
    unchanged = BadRequest(tr("这一条没有变化。"), tr("无需更改。"))
    return CHECKLIST.change(db, before, after, tr("行动清单：改为“{text}”", text=_short(after.text)), who=who, unchanged=unchanged)


def add_item(db: Database, form: CheckForm, *, who: str) -> Change:
    """Put a line at the end; raises BadRequest for an unclear one."""
    item = form.item(CHECKLIST.free_code(db.conn))
    return CHECKLIST.add(db, item, tr("行动清单：加上“{text}”", text=_short(item.text)), who=who)


def remove_item(db: Database, code: str, *, who: str) -> Change:
    """Take a line out; raises BadRequest for an unknown one or the last."""
    gone = read_checklist(db.conn).coded(code)
    is_last = BadRequest(tr("行动清单至少要留一条。"), tr("请先加上别的，或恢复示例。"))
    return CHECKLIST.remove(db, gone, tr("行动清单：去掉“{text}”", text=_short(gone.text)), who=who, is_last=is_last)


def restore_example(db: Database, *, who: str) -> Change:
    """Back to the program's example; raises BadRequest when it is in force already."""
    is_there = BadRequest(tr("现在就是示例清单。"), tr("无需更改。"))
    return CHECKLIST.restore(db, tr("行动清单恢复为示例"), who=who, is_there=is_there)


def _short(text: str) -> str:
    return text if len(text) <= MOST_SAID else f"{text[:MOST_SAID]}…"
