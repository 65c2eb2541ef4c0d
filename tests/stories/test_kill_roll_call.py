"""The power goes while the roll is called: every entry that was shown is there, none is half there."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.services.county.undo import undo
from gisapp.services.roll_call.list_roll_call import known_of
from gisapp.services.runs.find_affected import find_affected
from gisapp.storage.county import county_file
from gisapp.storage.hazards.hazards import HazardArea
from tests.builders import box, opened
from tests.stories.nursery import Done, done_before_the_kill, nursery

KILLS = 30


@pytest.fixture
def callers(county: Path) -> Iterator[subprocess.Popen[str]]:
    west = HazardArea(None, "月河", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, box(0, 0, 2000, 4000))
    with opened(county) as db:
        find_affected(db, [west], who="甲")
    with nursery("tests.stories.calling") as process:
        yield process


def test_thirty_kills_lose_no_entry_that_was_acknowledged(county: Path, callers: subprocess.Popen[str]) -> None:
    dice = Random(20260712)
    acknowledged: list[Done] = []
    for kill in range(1, KILLS + 1):
        acknowledged += done_before_the_kill(callers, county, dice)
        with county_file.reading(county) as connection:
            assert [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]
            noted: dict[int, list[dict[str, object]]] = {}
            notes = "SELECT history_id, after FROM history_row WHERE table_name = 'roll_call_entry' ORDER BY history_id, seq"
            for entry, row in connection.execute(notes):
                noted.setdefault(entry, []).append(json.loads(row))
            names = [column[1] for column in connection.execute("PRAGMA table_info(roll_call_entry)")]
            log = [dict(zip(names, row, strict=True)) for row in connection.execute("SELECT * FROM roll_call_entry ORDER BY id")]
            for entry, family, count in acknowledged:
                assert (noted[entry][0]["household_id"], len(noted[entry])) == (family, count)
            assert [row for rows in noted.values() for row in rows] == log
            assert len(acknowledged) <= len(noted) <= len(acknowledged) + kill
            newest = {row["household_id"]: row["state"] for row in sorted(log, key=lambda row: (row["at"], row["uid"]))}
            assert {family: entry.state.value for family, entry in known_of(connection, 1).items()} == newest
    assert len(acknowledged) > KILLS
    with opened(county) as db:
        before = db.execute("SELECT count(*) FROM roll_call_entry").fetchone()[0]
        undo(db, who="甲")
        assert db.execute("SELECT count(*) FROM roll_call_entry").fetchone()[0] < before
    assert [file.name for file in county.parent.iterdir()] == [county.name]
