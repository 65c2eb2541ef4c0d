"""The lists of a roll call, each for the run in hand, else for the latest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial

from gisapp.domain.change import Kind
from gisapp.domain.roll_call import Progress, RollCallRow, RollState
from gisapp.language import tr
from gisapp.services.roll_call.list_roll_call import known_of, list_roll_call, not_reached, still_there, with_entry
from gisapp.services.roll_call.report_roll_call import roll_call_total
from gisapp.storage.roll_call import roll_calls
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables.roll_call_columns import roll_call_columns
from gisapp.ui.work.records import Place

Chosen = Callable[[Sequence[RollCallRow]], Sequence[RollCallRow]]


def run_of(connection: sqlite3.Connection, place: Place) -> int | None:
    """The run in hand, else the latest; None when there is none."""
    kind, ids = place
    return ids[0] if kind == Kind.RUN and ids else roll_calls.latest_run(connection)


def count_families(connection: sqlite3.Connection, place: Place) -> int:
    """Families of the run."""
    return _total(connection, place).families


def count_not_reached(connection: sqlite3.Connection, place: Place) -> int:
    """Those nobody has reached."""
    return _total(connection, place).of(RollState.NOT_REACHED).families


def count_still_there(connection: sqlite3.Connection, place: Place) -> int:
    """Those who know and have not gone."""
    total = _total(connection, place)
    return total.of(RollState.CALLED).families + total.of(RollState.REFUSED).families


def _total(connection: sqlite3.Connection, place: Place) -> Progress:
    run = run_of(connection, place)
    return roll_call_total(connection, run) if run is not None else Progress({})


def list_all(connection: sqlite3.Connection, place: Place) -> Listing:
    """Every family, as on the call list."""
    return _listing(connection, place, tuple, lambda run: tr("点名 · 研判第 {run} 号", run=run), tr("这次研判的险区里没有住户。"))


def list_not_reached(connection: sqlite3.Connection, place: Place) -> Listing:
    """Those nobody has reached, by urgency."""
    return _listing(connection, place, not_reached, lambda run: tr("没联系上（急的在前）· 研判第 {run} 号", run=run), tr("都联系上了。"))


def list_still_there(connection: sqlite3.Connection, place: Place) -> Listing:
    """Those who know and have not gone, refusals first."""

    def title(run: int) -> str:
        return tr("通知了还没走（拒绝的在前）· 研判第 {run} 号", run=run)

    return _listing(connection, place, still_there, title, tr("没有通知了还没走的户。"))


def _listing(connection: sqlite3.Connection, place: Place, chosen: Chosen, title: Callable[[int], str], empty: str) -> Listing:
    run = run_of(connection, place)
    if run is None:
        return Listing(tr("点名"), roll_call_columns(), (), tr("还没有研判。先勾选左边的风险区，按“哪些住房在险区？”，再来点名。"))
    return Listing(title(run), roll_call_columns(), tuple(chosen(list_roll_call(connection, run))), empty)


def renewed(connection: sqlite3.Connection, place: Place, families: Sequence[int]) -> Callable[[RollCallRow], RollCallRow]:
    """What turns the row of one of these families into the row it is now."""
    run = run_of(connection, place)
    return partial(with_entry, known=known_of(connection, run, families) if run is not None else {})
