"""The table of minimum needs: one row changed, added, removed, or the whole back to the preset."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.needs import NeedBase, NeedItem, preset_needs
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.runs.own_table import OwnTable
from gisapp.storage.runs import need_items

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_TEXT = 200
MOST_PER = 1_000_000


@dataclass(frozen=True, slots=True)
class NeedTable:
    """The rows in force; ``is_preset``: the program's own, the county has not changed any."""

    items: tuple[NeedItem, ...]
    is_preset: bool

    def named(self, text: str) -> NeedItem:
        """The row of this code or name; raises BadRequest that lists them."""
        wanted = text.strip()
        for item in self.items:
            if wanted in (item.code, item.name):
                return item
        known = "  ".join(tr("{code}（{name}）", code=item.code, name=item.name) for item in self.items)
        raise BadRequest(tr("物资表里没有“{text}”。", text=wanted[:40]), tr("现有：{known}", known=known))


@dataclass(frozen=True, slots=True)
class NeedForm:
    """A row as somebody writes it."""

    name: str
    unit: str
    amount: Decimal | None
    per: int
    base: NeedBase
    is_daily: bool
    is_whole: bool
    source: str

    @classmethod
    def of(cls, item: NeedItem) -> NeedForm:
        """The form filled with a row."""
        return cls(item.name, item.unit, item.amount, item.per, item.base, item.is_daily, item.is_whole, item.source)


NEEDS = OwnTable(Kind.NEED, need_items.read, need_items.write, preset_needs)


def read_needs(connection: sqlite3.Connection) -> NeedTable:
    """The county's table, or the preset while it has none of its own."""
    return NeedTable(*NEEDS.rows(connection))


def change_need(db: Database, code: str, form: NeedForm, *, who: str) -> Change:
    """Write another norm into a row; raises BadRequest for an unclear form, an unknown row, or when nothing would change."""
    table = read_needs(db.conn)
    before = table.named(code)
    after = _item(before.code, form, table)
    unchanged = BadRequest(tr("“{name}”没有变化。", name=before.name), tr("无需更改。"))
    label = tr("物资标准：{name}，{rule}", name=after.name, rule=after.rule)
    return NEEDS.change(db, before, after, label, who=who, unchanged=unchanged)


def add_need(db: Database, form: NeedForm, *, who: str) -> Change:
    """Put one more row at the end; raises BadRequest for an unclear form or a name that is taken."""
    item = _item(NEEDS.free_code(db.conn), form, read_needs(db.conn))
    return NEEDS.add(db, item, tr("物资标准：加上{name}，{rule}", name=item.name, rule=item.rule), who=who)


def remove_need(db: Database, code: str, *, who: str) -> Change:
    """Take a row out; raises BadRequest for an unknown one or the last."""
    gone = read_needs(db.conn).named(code)
    is_last = BadRequest(tr("物资表至少要留一行。"), tr("请先加上别的物资，或恢复起始值。"))
    return NEEDS.remove(db, gone, tr("物资标准：去掉{name}", name=gone.name), who=who, is_last=is_last)


def restore_preset_needs(db: Database, *, who: str) -> Change:
    """Back to the program's preset; raises BadRequest when it is in force already."""
    is_there = BadRequest(tr("现在就是起始值。"), tr("无需更改。"))
    return NEEDS.restore(db, tr("物资标准恢复为起始值"), who=who, is_there=is_there)


def _item(code: str, form: NeedForm, table: NeedTable) -> NeedItem:
    name, unit, source = (text.strip() for text in (form.name, form.unit, form.source))
    for title, text in ((tr("名称"), name), (tr("单位"), unit), (tr("来源"), source)):
        if not text or len(text) > MOST_TEXT or not text.isprintable():
            raise BadRequest(tr("{title}没有写清楚。", title=title), tr("请填 1 到 {most} 个字；来源写明标准出自哪里。", most=MOST_TEXT))
    if any(item.name == name and item.code != code for item in table.items):
        raise BadRequest(tr("物资表里已经有“{name}”。", name=name), tr("请改那一行，或换一个名称。"))
    if not 1 <= form.per <= MOST_PER:
        raise BadRequest(tr("“每多少{base}”不对：{per}", base=form.base.caption, per=form.per), tr("请填 1 以上的整数。"))
    return NeedItem(code, name, unit, form.amount, form.per, form.base, form.is_daily, form.is_whole, source)
