"""Slice of work that belongs to every workspace: lists out of the county."""

from __future__ import annotations

from gisapp.domain.cards import Unit
from gisapp.ui import export_outputs
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Slice, WorkCommand


def export_lists(desk: WorkDesk) -> None:
    """Ask what to export, beginning with the families of the place in sight."""
    _open(desk, of_list=False)


def export_shown(desk: WorkDesk) -> None:
    """Ask how to export the list on the screen."""
    _open(desk, of_list=True)


def _open(desk: WorkDesk, *, of_list: bool) -> None:
    from gisapp.ui.dialogs.outputs.export import ExportDialog

    desk.open(ExportDialog(desk, unit=_unit_in_sight(desk), of_list=of_list))


def _unit_in_sight(desk: WorkDesk) -> Unit | None:
    """The unit chosen in the tree of the workspace in sight."""
    units = getattr(desk.bench.current, "units", None)
    unit = units.current() if units is not None else None
    return unit if isinstance(unit, Unit) else None


SLICE = Slice(
    commands=(
        WorkCommand("export", export_lists),
        WorkCommand("export_shown", export_shown),
        WorkCommand("export_again", export_outputs.export_again),
    )
)
