"""Slice of the flood team's work: hazard areas along a line, corrected, and the run of an earlier hour, from the menu."""

from __future__ import annotations

from collections.abc import Callable

from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Slice, WorkCommand
from gisapp.ui.workspaces.flood import FloodWorkspace


def _command(name: str, do: Callable[[FloodWorkspace], None]) -> WorkCommand:
    def run(desk: WorkDesk) -> None:
        desk.bench.show_workspace("flood")
        do(desk.bench.flood)

    return WorkCommand(name, run)


SLICE = Slice(
    commands=(
        _command("hazard_along", lambda flood: flood.draw_along()),
        _command("hazard_edit", lambda flood: flood.edit()),
        _command("asking", lambda flood: flood.show_asking()),
        _command("last_run", lambda flood: flood.open_last_run()),
    )
)
