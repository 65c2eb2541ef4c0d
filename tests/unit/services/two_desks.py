"""Two desks on one night: a county asked once, copied, and what each has written down."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from gisapp.domain.carried_roll_call import MergeResult
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.roll_call import Answer, MovedTo, RollState
from gisapp.export.roll_call_file import write_roll_call_file
from gisapp.services.roll_call.carry_roll_call import carry_roll_call
from gisapp.services.roll_call.list_roll_call import known_of
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.storage.hazards.hazards import HazardArea
from tests.builders import ALONE, ORDINARY, SHARING, TWO_ENDS, box

NOW = datetime.now().astimezone().replace(microsecond=0)
FAMILIES = (ALONE, SHARING, ORDINARY, TWO_ENDS)
WEST = HazardArea(None, "月河", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, box(0, 0, 2000, 4000))


def write(db: Database, family: int, state: RollState, minutes: float, *, who: str, place: MovedTo | None = None, note: str = "") -> None:
    record_roll_call(db, 1, [Answer(family, state, place, note)], who=who, now=NOW + timedelta(minutes=minutes))


def carried(db: Database, tmp_path: Path, name: str = "点名.json") -> Path:
    path = tmp_path / name
    write_roll_call_file(carry_roll_call(db.conn, 1, who="乙"), path)
    return path


def states(db: Database) -> dict[int, tuple[str, str]]:
    return {family: (entry.state.value, entry.who) for family, entry in known_of(db.conn, 1).items()}


def figures(result: MergeResult) -> tuple[int, int, int, int, int]:
    assert result.rows == result.new + result.older + result.same + len(result.refused)
    return result.rows, result.new, result.older, result.same, len(result.refused)
