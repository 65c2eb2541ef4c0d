"""A night of calls in a window's test: four families in danger, their list open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.roll_call import RollCallRow
from gisapp.services.runs.find_affected import find_affected
from gisapp.storage.county import county_file
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.ui.bench import Bench
from tests import builders

Until = Callable[[Callable[[], bool]], None]
EARLIER = datetime.now().astimezone() - timedelta(minutes=5)
EVERY = [builders.ALONE, builders.SHARING, builders.ORDINARY, builders.TWO_ENDS]


def west_in_danger(county_path: Path) -> int:
    """The west of the county in danger, in the file before it is opened: the run over its four families."""
    west = HazardArea(None, "月河", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, builders.box(0, 0, 2000, 4000))
    with county_file.writing(county_path) as db:
        return int(find_affected(db, [west], who="甲")[0].id)


def list_open(bench: Bench, until: Until) -> Bench:
    """The roll call open, its first family chosen."""
    bench.run_work("roll_call")
    until(lambda: [type(row) for row in bench.table.rows_shown()] == [RollCallRow] * 4)
    bench.table.view.selectRow(0)
    return bench


def states(bench: Bench) -> list[str]:
    return [row.state.value for row in bench.table.rows_shown()]
