"""A filled sheet as if it came from another desk: every answered row is an entry."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid5

from gisapp.domain.carried_roll_call import CarriedEntry, CarriedRollCall, RefusedEntry
from gisapp.domain.roll_call import PlaceKind, RollState, state_from_text, utc_text
from gisapp.domain.roll_call_sheet import SheetRow, moment_from_text
from gisapp.domain.written import tidy
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.readers.roll_call_sheet import read_roll_call_sheet
from gisapp.storage.roll_call import carried_entries, roll_calls


def read_sheet(
    connection: sqlite3.Connection, path: Path, run: int, *, who: str, now: datetime, cancelled: Callable[[], bool] | None = None
) -> CarriedRollCall:
    """The answered rows of a sheet, for the roll call of a run. A row without a time was found out now, one without a name by ``who``.

    Its uid follows from what is written in it: the same sheet again brings nothing new. Raises BadFile, Cancelled.
    """
    rows = read_roll_call_sheet(path, cancelled=cancelled)
    known = carried_entries.uids_by_code(connection, sorted({row.code for row in rows}))
    names = {name: site for site, name in carried_entries.names_by_uid(connection).items()}
    space = uuid5(NAMESPACE_OID, roll_calls.run_uid(connection, run) or "")
    taken: list[CarriedEntry] = []
    refused: list[RefusedEntry] = []
    for row in rows:
        try:
            taken.append(_entry(row, known, names, space=space, who=who, now=now))
        except BadRequest as reason:
            refused.append(RefusedEntry(row.line, tidy(row.code)[:40], reason.message))
    return CarriedRollCall("", "", "", "", "", "", tuple(taken), (), tuple(refused))


def _entry(row: SheetRow, known: Mapping[str, str], names: Mapping[str, str], *, space: UUID, who: str, now: datetime) -> CarriedEntry:
    state, place = state_from_text(row.answer), row.place
    if row.code not in known:
        raise BadRequest(tr("没有户编号为“{code}”的户。", code=tidy(row.code)[:40]))
    uid = uuid5(space, "\n".join((row.code, state.value, place, row.time, row.who, row.note)))
    return CarriedEntry(
        row=row.line,
        uid=str(uid),
        family=known[row.code],
        code=row.code,
        state=state.value,
        place_kind=_kind(state, place, names),
        place=place,
        safe_site=names.get(place, ""),
        at=utc_text(moment_from_text(row.time, now)),
        who=row.who or who,
        note=row.note,
    )


def _kind(state: RollState, place: str, names: Mapping[str, str]) -> str:
    if not place:
        return ""
    if not state.takes_place:
        raise BadRequest(tr("“{state}”没有去处。", state=state.caption))
    own = (PlaceKind.OWN_HOME.caption, "自己住房", "自己的另一处住房")
    return PlaceKind.SAFE_SITE if place in names else PlaceKind.OWN_HOME if place in own else PlaceKind.OTHER
