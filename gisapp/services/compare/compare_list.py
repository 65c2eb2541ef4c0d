"""Hold another department's list against ours: only there, only here, different; matched by ID number and family code, never by guess."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.cards import Unit
from gisapp.domain.change import Change, Kind
from gisapp.domain.id_number import IdFault, read_id_number
from gisapp.domain.ledger import LedgerKind
from gisapp.domain.steps import IsCancelled, Progress, Steps
from gisapp.domain.written import tidy
from gisapp.errors import BadRequest, Cancelled
from gisapp.language import tr
from gisapp.services.compare.comparison import Comparison, OnlyHere
from gisapp.services.compare.match_rows import RowMatcher
from gisapp.services.ledger.collector import collector_at_rest
from gisapp.services.ledger.family_match import County
from gisapp.services.ledger.people_rows import PeopleReader, PersonRow
from gisapp.services.ledger.table import LedgerTable
from gisapp.storage.county import history
from gisapp.storage.families import households
from gisapp.storage.ledger import compared

if TYPE_CHECKING:
    from sqlite_utils import Database

COMPARED = (LedgerKind.RESIDENTS, LedgerKind.HOUSEHOLDS)


def compare_list(
    connection: sqlite3.Connection,
    table: LedgerTable,
    *,
    unit: Unit | None = None,
    today: date | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Comparison:
    """Compare every row; writes nothing. ``unit`` narrows ours to families living in it.

    Raises BadRequest for a list of neither people nor households, Cancelled.
    """
    if table.kind not in COMPARED:
        raise BadRequest(tr("只能比对人员台账和户台账。"), tr("请用 --as residents 或 --as households。"))
    inside = None if unit is None else frozenset(households.in_unit(connection, unit.kind, unit.id))
    with collector_at_rest():
        steps = Steps(2 * len(table.rows) or 1, progress, cancelled, stopped=_stopped)
        reader = PeopleReader(table, is_strict=False)
        people: list[PersonRow] = []
        for row in reader.read():
            steps.step()
            people += [row] if isinstance(row, PersonRow) else []
        places = {one.household_id: (one.grid_id, one.village_id, one.town_id) for one in compared.people(connection)}
        steps.pause()
        day = (today or date.today()).isoformat()
        county = County(connection, people, ask=steps.pause)
        matcher = RowMatcher(connection, table, county, places=places, inside=inside, today=day)
        for person in people:
            steps.step()
            matcher.take(person)
        refused = sorted([*reader.refused, *matcher.refused], key=lambda one: one.row)
        ours, here = _only_here(connection, table.kind, matcher.found, inside)
        different, same = matcher.compared()
        ruined = _ruined(table, frozenset(one.row for one in refused))
        return Comparison(
            table.kind, table.path.name, unit.name if unit else "", len(table.rows), ours, same, different,
            tuple(matcher.only_there), here, tuple(refused), tuple(matcher.duplicates), ruined,
        )  # fmt: skip


def note_revealed(db: Database, found: Comparison, *, who: str, why: str) -> Change:
    """Keep in the history that whole numbers of a comparison were written out; raises BadRequest without a reason."""
    if not why.strip():
        raise BadRequest(tr("导出未脱敏名单必须写明原因。"), tr("请用 --reason 写明原因，它会记入历史。"))
    label = tr("导出未脱敏的比对结果：{file}", file=found.file)
    with history.recorded(db, label=label, who=who, kinds=(Kind.RESIDENT,), why=why.strip()) as entry:
        pass
    return Change(label, (Kind.RESIDENT,), (), entry)


def _only_here(
    connection: sqlite3.Connection, kind: LedgerKind, found: frozenset[int], inside: frozenset[int] | None
) -> tuple[int, tuple[OnlyHere, ...]]:
    """How many are ours, and those the list has not; ``found`` are people, or families in a list of households.

    Read row by row, for a county's people all at once are 150 MB more.
    """
    count, family = 0, 0
    here: list[OnlyHere] = []
    for one in compared.people(connection):
        is_first, family = one.household_id != family, one.household_id
        if (inside is None or family in inside) and (is_first or kind is LedgerKind.RESIDENTS):
            count += 1
            key = one.id if kind is LedgerKind.RESIDENTS else family
            here += [] if key in found else [_here(one)]
    return count, tuple(here)


def _here(one: compared.OurPerson) -> OnlyHere:
    return OnlyHere(
        one.household_id, one.code, one.name, one.id_number or "", one.phone or "", f"{one.town}{one.village}", one.number or one.grid
    )


def _ruined(table: LedgerTable, refused: frozenset[int]) -> tuple[int, ...]:
    """Of the refused rows those whose ID number a spreadsheet spoiled."""
    keys = ("id_number", "head_id") if table.kind is LedgerKind.HOUSEHOLDS else ("id_number",)
    places = [place for place, key in enumerate(table.header.fields) if key in keys]
    spoiled = (IdFault.RUINED, IdFault.ROUNDED)
    return tuple(
        number
        for number, cells in table.rows
        if number in refused
        and any(place < len(cells) and cells[place] and read_id_number(tidy(cells[place])) in spoiled for place in places)
    )


def _stopped() -> Cancelled:
    return Cancelled(tr("已取消比对。"), tr("没有写入任何内容。"))
