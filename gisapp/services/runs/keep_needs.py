"""The table of minimum needs: one row changed, added, removed, or the whole back to the preset."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.needs import NeedBase, NeedItem, preset_needs
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.places.free_code import free_code
from gisapp.storage.county import history
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


def read_needs(connection: sqlite3.Connection) -> NeedTable:
    """The county's table, or the preset while it has none of its own."""
    own = need_items.read(connection)
    return NeedTable(own or preset_needs(), not own)


def change_need(db: Database, code: str, form: NeedForm, *, who: str) -> Change:
    """Write another norm into a row; raises BadRequest for an unclear form, an unknown row, or when nothing would change."""
    table = read_needs(db.conn)
    before = table.named(code)
    after = _item(before.code, form, table)
    if after == before:
        raise BadRequest(tr("“{name}”没有变化。", name=before.name), tr("无需更改。"))
    items = [after if item.code == before.code else item for item in table.items]
    return _write(db, items, tr("物资标准：{name}，{rule}", name=after.name, rule=after.rule), who=who)


def add_need(db: Database, form: NeedForm, *, who: str) -> Change:
    """Put one more row at the end; raises BadRequest for an unclear form or a name that is taken."""
    table = read_needs(db.conn)
    item = _item(free_code(one.code for one in table.items), form, table)
    return _write(db, [*table.items, item], tr("物资标准：加上{name}，{rule}", name=item.name, rule=item.rule), who=who)


def remove_need(db: Database, code: str, *, who: str) -> Change:
    """Take a row out; raises BadRequest for an unknown one or the last."""
    table = read_needs(db.conn)
    gone = table.named(code)
    kept = [item for item in table.items if item != gone]
    if not kept:
        raise BadRequest(tr("物资表至少要留一行。"), tr("请先加上别的物资，或恢复起始值。"))
    return _write(db, kept, tr("物资标准：去掉{name}", name=gone.name), who=who)


def restore_preset_needs(db: Database, *, who: str) -> Change:
    """Back to the program's preset; raises BadRequest when it is in force already."""
    if read_needs(db.conn).is_preset:
        raise BadRequest(tr("现在就是起始值。"), tr("无需更改。"))
    return _write(db, (), tr("物资标准恢复为起始值"), who=who)


def _write(db: Database, items: Sequence[NeedItem], label: str, *, who: str) -> Change:
    with history.recorded(db, label=label, who=who, kinds=(Kind.NEED,)) as entry:
        need_items.write(db.conn, items)
    return Change(label, (Kind.NEED,), None, entry)


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
