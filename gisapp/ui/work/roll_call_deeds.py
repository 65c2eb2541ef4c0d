"""What the keys, buttons and entries of a roll call do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from gisapp.domain.change import Change
from gisapp.domain.roll_call import Answer, RollCallRow, RollState
from gisapp.language import tr
from gisapp.services.roll_call.carry_roll_call import carry_roll_call
from gisapp.services.roll_call.find_roll_call import begin_roll_call
from gisapp.services.roll_call.list_roll_call import list_roll_call
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.storage.county import county_file
from gisapp.storage.roll_call import roll_calls
from gisapp.ui.outputs import suggested, write_out
from gisapp.ui.tasks import Control
from gisapp.ui.work.desk import WorkDesk

KINDS = "JSON (*.json);;Excel (*.xlsx)"


def marking(state: RollState) -> Callable[[WorkDesk, Sequence[Any]], None]:
    """What the key of a state does."""
    return lambda desk, _rows: mark(desk, state)


def mark(desk: WorkDesk, state: RollState) -> None:
    """Write this state for the chosen families and go on to the next one; who moved went where the list sends the family."""
    rows = chosen(desk)
    if rows:
        answers = [Answer(int(row.household), state, row.planned if state is RollState.MOVED else None) for row in rows]
        desk.bench.table.step_on()
        write(desk, rows[0].run, answers)


def write(desk: WorkDesk, run: int, answers: Sequence[Answer]) -> None:
    """Write answers; many at once are told, one is seen in its line."""
    who = desk.county.who

    def done(change: Change) -> None:
        if len(answers) > 1:
            desk.tell(change)
        else:
            desk.county.signals.changed.emit(change, None)

    title = tr("点名") if len(answers) > 1 else ""  # a single one is written before a bar could be seen
    desk.county.tasks.write(title, lambda db, _control: record_roll_call(db, run, answers, who=who), done)


def chosen(desk: WorkDesk) -> list[RollCallRow]:
    """The chosen rows of a roll call; never all of them because none is chosen: then the first becomes the chosen one."""
    rows = [row for row in desk.chosen_rows() if isinstance(row, RollCallRow)]
    if not rows:
        desk.bench.table.step_on()
        desk.county.signals.message.emit("info", tr("还没有选中户，没有记。请选中一户或几户，再按 1 到 5。"))
    return rows


def ask_more(desk: WorkDesk, _rows: Sequence[Any] = ()) -> None:
    """Open the form for place and note of the chosen families."""
    rows = chosen(desk)
    if rows:
        open_form(desk, rows)


def open_form(desk: WorkDesk, rows: Sequence[RollCallRow]) -> None:
    """Open the form for these families."""
    from gisapp.ui.dialogs.flood.roll_call import RollCallDialog

    desk.open(RollCallDialog(desk, rows))


def open_list(desk: WorkDesk) -> None:
    """Show the roll call of the run in hand, the keys on its first line."""
    desk.show_flood_list("roll_call")
    desk.bench.table.view.setFocus()


def begin_anew(desk: WorkDesk, run: int) -> None:
    """Begin another roll call for a run; undo goes back to the former one."""
    who = desk.county.who
    desk.county.tasks.write(tr("另起一次点名"), lambda db, _control: begin_roll_call(db, run, who=who)[1], desk.tell)


def export(desk: WorkDesk, run: int) -> None:
    """The roll call of a run as a file for another desk, or as a sheet to fill in."""
    path = desk.ask.save_as(tr("导出点名"), suggested(desk.county, tr("点名.json")), KINDS)

    def work(place: Path, control: Control) -> None:
        from gisapp.export.roll_call_file import write_roll_call_file
        from gisapp.export.roll_call_sheet import write_roll_call_sheet

        with county_file.reading(desk.county.path) as connection:
            if place.suffix.lower() == ".xlsx":
                write_roll_call_sheet(connection, list_roll_call(connection, run), place, run=run, cancelled=control.cancelled)
            else:
                write_roll_call_file(carry_roll_call(connection, run, who=desk.county.who), place)

    write_out(desk.county, path, tr("导出点名"), work)


def merge(desk: WorkDesk, run: int) -> None:
    """Choose another desk's file and show what it would change."""
    from gisapp.ui.dialogs.flood.merge_roll_call import MergeRollCallDialog

    path = desk.ask.roll_call_to_read(desk.county.path.parent)
    if path is not None:
        desk.open(MergeRollCallDialog(desk, path, run))


def with_run(deed: Callable[[WorkDesk, int], None]) -> Callable[[WorkDesk], None]:
    """The deed for the run in hand, else for the latest; without any it says so."""

    def done(desk: WorkDesk) -> None:
        flood = desk.bench.flood
        run = int(flood.run.id) if flood.run is not None else roll_calls.latest_run(desk.county.reader)
        if run is None:
            desk.county.signals.message.emit("info", tr("还没有研判，没有可以点名的户。"))
        else:
            deed(desk, run)

    return done
