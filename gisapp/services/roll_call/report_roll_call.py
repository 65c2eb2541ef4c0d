"""How far the roll call of a run is: by state, by town, village and grid, and where those who moved are."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gisapp.domain.roll_call import PlaceKind, Progress, RollState, StateTally
from gisapp.language import tr
from gisapp.services.roll_call.find_roll_call import run_called
from gisapp.storage.roll_call import roll_calls
from gisapp.storage.roll_call.roll_calls import GridPlace, PlaceCount


@dataclass(frozen=True, slots=True)
class PlaceProgress:
    """One town, village or grid; ``at`` finds its families: the names of town and village and the grid's code, None = any."""

    title: str
    progress: Progress
    at: GridPlace

    @property
    def code(self) -> str:
        """Of a grid, for programs."""
        return self.at.grid_code or ""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where families went, as it was written down; own homes together. ``kind`` None and no text: nobody said where."""

    kind: PlaceKind | None
    text: str
    families: int
    people: int


@dataclass(frozen=True, slots=True)
class RollCallReport:
    """The base is the families of the run: ``total`` and each of the three splits add up to them, and so do their people.

    ``roll_call`` None: nothing has been written yet. ``opened_at`` and ``last_at`` are UTC.
    """

    run: int
    roll_call: int | None
    opened_at: str | None
    last_at: str | None
    total: Progress
    towns: tuple[PlaceProgress, ...]
    villages: tuple[PlaceProgress, ...]
    grids: tuple[PlaceProgress, ...]
    destinations: tuple[Destination, ...]


def report_roll_call(connection: sqlite3.Connection, run_id: int | None = None) -> RollCallReport:
    """The figures of a run (None = the latest) as they are now; raises BadRequest when there is no such run."""
    run = run_called(connection, run_id).id
    counts = roll_calls.counts_by_grid(connection, run)
    roll_call = roll_calls.of_run(connection, run)
    nowhere = tr("不在任何网格内")
    return RollCallReport(
        run=run,
        roll_call=roll_call.id if roll_call else None,
        opened_at=roll_call.opened_at if roll_call else None,
        last_at=roll_calls.last_at(connection, roll_call.id) if roll_call else None,
        total=_progress(counts),
        towns=_split(counts, lambda one: GridPlace(one.town), lambda one: one.town or nowhere),
        villages=_split(counts, lambda one: GridPlace(one.town, one.village), lambda one: one.village or nowhere),
        grids=_split(counts, lambda one: GridPlace(grid_code=one.grid_code), lambda one: one.grid or nowhere),
        destinations=tuple(
            Destination(kind, kind.caption if kind is PlaceKind.OWN_HOME else text, families, people)
            for kind, text, families, people in roll_calls.destinations(connection, run)
        ),
    )


def roll_call_headline(run: int, total: Progress) -> str:
    """The figures of a run in one sentence, the base first."""
    values = {
        "families": f"{total.families:,}",
        "people": f"{total.people:,}",
        "reached": f"{total.reached.families:,}",
        "out": f"{total.out.families:,}",
        "reached_percent": total.reached_percent,
        "out_percent": total.out_percent,
    }
    return tr(
        "研判第 {run} 号 {families} 户 {people} 人：联系上 {reached} 户（{reached_percent}%），已离开 {out} 户（{out_percent}%）。",
        run=run,
        **values,
    )


def roll_call_total(connection: sqlite3.Connection, run_id: int) -> Progress:
    """The total alone, for what is shown after every entry."""
    found = roll_calls.counts(connection, run_id)
    return Progress({state: StateTally(*found.get(state, (0, 0))) for state in RollState})


def _split(
    counts: Sequence[PlaceCount], place: Callable[[PlaceCount], GridPlace], title: Callable[[PlaceCount], str]
) -> tuple[PlaceProgress, ...]:
    groups: dict[GridPlace, list[PlaceCount]] = defaultdict(list)
    for one in counts:
        groups[place(one)].append(one)
    return tuple(PlaceProgress(title(group[0]), _progress(group), at) for at, group in groups.items())


def _progress(counts: Iterable[PlaceCount]) -> Progress:
    sums = {state: [0, 0] for state in RollState}
    for one in counts:
        sums[one.state][0] += one.families
        sums[one.state][1] += one.people
    return Progress({state: StateTally(*both) for state, both in sums.items()})
