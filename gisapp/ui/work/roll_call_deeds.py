"""What the keys, buttons and entries of a roll call do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from gisapp.domain.change import Change
from gisapp.domain.roll_call import Answer, RollCallRow, RollState
from gisapp.language import tr
from gisapp.services.find_roll_call import begin_roll_call
from gisapp.services.record_roll_call import record_roll_call
from gisapp.ui.work.desk import WorkDesk


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
    from gisapp.ui.dialogs.roll_call import RollCallDialog

    desk.open(RollCallDialog(desk, rows))


def open_list(desk: WorkDesk) -> None:
    """Show the roll call of the run in hand, the keys on its first line."""
    desk.show_flood_list("roll_call")
    desk.bench.table.view.setFocus()


def begin_anew(desk: WorkDesk, run: int) -> None:
    """Begin another roll call for a run; undo goes back to the former one."""
    who = desk.county.who
    desk.county.tasks.write(tr("另起一次点名"), lambda db, _control: begin_roll_call(db, run, who=who)[1], desk.tell)
