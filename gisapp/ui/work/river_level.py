"""Slice of the flood team's work: a river raised step by step beside the map."""

from __future__ import annotations

from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Slice, WorkCommand


def _open(desk: WorkDesk) -> None:
    from gisapp.ui.work.river_scenario import open_scenario  # not before somebody asks for it

    open_scenario(desk)


def _read_terrain(desk: WorkDesk) -> None:
    from gisapp.ui.work.terrain_deeds import read_terrain

    read_terrain(desk)


SLICE = Slice(commands=(WorkCommand("river_level", _open), WorkCommand("read_terrain", _read_terrain)))
