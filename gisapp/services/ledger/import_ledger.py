"""Import a ledger: look first at what would become of every row, then write it as one change with one undo.

new + changed + same + refused are all the rows of the file; the same file again is 0 new and 0 changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.ledger import LedgerKind, plain_title
from gisapp.domain.steps import watching
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.ledger.collector import collector_at_rest
from gisapp.services.ledger.contact_rows import plan_contacts, plan_officers
from gisapp.services.ledger.damage_rows import plan_damage
from gisapp.services.ledger.division_rows import plan_divisions
from gisapp.services.ledger.families import plan_families
from gisapp.services.ledger.grid_rows import plan_grids
from gisapp.services.ledger.house_rows import plan_houses
from gisapp.services.ledger.kept_rows import plan_kept
from gisapp.services.ledger.outcome import LedgerPlan
from gisapp.services.ledger.settlement_rows import plan_settlements
from gisapp.services.ledger.site_rows import plan_safe_sites
from gisapp.services.ledger.slot_rows import SlotSeat, plan_slots
from gisapp.services.ledger.table import LedgerTable, read_table, setting_key
from gisapp.services.ledger.watch import Watch
from gisapp.services.ledger.way_rows import plan_ways
from gisapp.services.ledger.write_plan import write_plan
from gisapp.storage.county import bulk, history, settings
from gisapp.storage.ledger import ledger_facts

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["Imported", "LedgerPlan", "LedgerTable", "import_ledger", "preview_ledger", "read_table"]

Progress = Callable[[int, int], None]
Question = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: the plan that was carried out, and the change; None when there was nothing to write."""

    plan: LedgerPlan
    change: Change | None


def preview_ledger(
    connection: sqlite3.Connection,
    table: LedgerTable,
    *,
    is_strict: bool = False,
    today: date | None = None,
    progress: Progress | None = None,
    cancelled: Question | None = None,
) -> LedgerPlan:
    """What would become of every row of ``table``; writes nothing. ``is_strict`` refuses doubtful ID numbers. Raises Cancelled."""
    with collector_at_rest():
        return _plan(connection, table, is_strict=is_strict, today=today or date.today(), watch=Watch(watching(progress, cancelled)))[0]


def import_ledger(
    db: Database,
    table: LedgerTable,
    *,
    who: str,
    is_strict: bool = False,
    today: date | None = None,
    progress: Progress | None = None,
    cancelled: Question | None = None,
    closing: Callable[[], None] = lambda: None,
) -> Imported:
    """Write what is new and what changed: one transaction, one Change, one undo. A mapping by hand is kept for the layout.

    Raises Cancelled (nothing is written), BadRequest when another program wrote while the plan was made. Once all is put down
    only the commit is left, which nothing stops: a second for 311,000 rows. ``closing`` is told before it.
    """
    watch = Watch(watching(progress, cancelled), closing)
    with collector_at_rest():
        before = ledger_facts.state_of(db.conn)
        plan, seats = _plan(db.conn, table, is_strict=is_strict, today=today or date.today(), watch=watch)
        return Imported(plan, _carry_out(db, table, plan, seats, who=who, before=before, watch=watch))


def _carry_out(
    db: Database, table: LedgerTable, plan: LedgerPlan, seats: Sequence[SlotSeat], *, who: str, before: tuple[int, int], watch: Watch
) -> Change | None:
    keeps_mapping = table.is_mapped_by_hand and _mapping(table) != settings.read(db.conn, _setting(table), None)
    if not (plan.new or plan.changed or keeps_mapping):
        return None
    label = tr("导入{kind}：新增 {new:,} 行，更改 {changed:,} 行", kind=table.kind.caption, new=len(plan.new), changed=len(plan.changed))
    kinds = plan.touched if plan.new or plan.changed else (Kind.SETTING,)
    try:
        with bulk.large_cache(db.conn), history.recorded(db, label=label, who=who, kinds=kinds, why=table.path.name) as entry:
            _refuse_stale(db.conn, before)
            if keeps_mapping:
                settings.write(db.conn, _setting(table), _mapping(table))
            write_plan(db.conn, plan, seats, watch)
            watch.done(1, 1)
            watch.closing()
    except sqlite3.IntegrityError as error:
        raise _changed_meanwhile() from error
    return Change(label, kinds, None, entry)


def _plan(
    connection: sqlite3.Connection, table: LedgerTable, *, is_strict: bool, today: date, watch: Watch
) -> tuple[LedgerPlan, tuple[SlotSeat, ...]]:
    match table.kind:
        case LedgerKind.RESIDENTS | LedgerKind.HOUSEHOLDS:
            return plan_families(connection, table, is_strict=is_strict, today=today, watch=watch), ()
        case LedgerKind.CONTACTS:
            return plan_contacts(connection, table), ()
        case LedgerKind.OFFICERS:
            return plan_officers(connection, table, today=today), ()
        case LedgerKind.SLOTS:
            return plan_slots(connection, table, today=today)
        case LedgerKind.SAFE_SITES:
            return plan_safe_sites(connection, table), ()
        case LedgerKind.DAMAGE:
            return plan_damage(connection, table, today=today), ()
        case LedgerKind.HOUSES:
            return plan_houses(connection, table, watch=watch), ()
        case LedgerKind.DIVISIONS:
            return plan_divisions(connection, table, today=today, watch=watch), ()
        case LedgerKind.SETTLEMENTS:
            return plan_settlements(connection, table, watch=watch), ()
        case LedgerKind.ROADS | LedgerKind.WATERWAYS:
            return plan_ways(connection, table, watch=watch), ()
        case LedgerKind.ATTRIBUTES | LedgerKind.INDICATORS:
            return plan_kept(connection, table, watch=watch), ()
        case LedgerKind.GRIDS:
            return plan_grids(connection, table, today=today, watch=watch), ()


def _setting(table: LedgerTable) -> str:
    return setting_key(table.kind, table.header.titles)


def _mapping(table: LedgerTable) -> dict[str, str]:
    kept: dict[str, str] = {}
    for title, found in zip(table.header.titles, table.header.fields, strict=True):
        if title:
            kept[plain_title(title)] = kept.get(plain_title(title)) or found or ""
    return kept


def _refuse_stale(connection: sqlite3.Connection, before: tuple[int, int]) -> None:
    """Only our own new entry may have come since the plan was made."""
    version, entry = ledger_facts.state_of(connection)
    if version != before[0] or entry != before[1] + 1:
        raise _changed_meanwhile()


def _changed_meanwhile() -> BadRequest:
    return BadRequest(tr("导入时县文件被别人改动，没有写入任何内容。"), tr("请再导入一次。"))
