"""The power goes a hundred times while contacts are assigned: nothing acknowledged is lost, nothing is half done."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from gisapp.storage.county import county_file
from tests.stories.nursery import Done, done_before_the_kill, nursery

KILLS = 100
Slots = dict[int, dict[str, object]]


@pytest.fixture
def assigners() -> Iterator[subprocess.Popen[str]]:
    with nursery("tests.stories.assigning") as process:
        yield process


def slots(connection: sqlite3.Connection) -> Slots:
    names = [row[1] for row in connection.execute("PRAGMA table_info(slot)")]
    return {row[0]: dict(zip(names, row, strict=True)) for row in connection.execute("SELECT * FROM slot")}


def replayed(connection: sqlite3.Connection, beginning: Slots) -> Slots:
    """The slots as the history tells them, change by change."""
    now = dict(beginning)
    rows = connection.execute("SELECT row_key, before, after FROM history_row WHERE table_name = 'slot' ORDER BY history_id, seq")
    for key, before, after in rows:
        slot = json.loads(key)["id"]
        assert now.get(slot) == (json.loads(before) if before else None)
        now.pop(slot, None)
        if after:
            now[slot] = json.loads(after)
    return now


def test_a_hundred_kills_lose_no_acknowledged_assignment(county: Path, assigners: subprocess.Popen[str]) -> None:
    dice = Random(20260712)
    with county_file.reading(county) as connection:
        beginning = slots(connection)
    acknowledged: list[Done] = []
    for kill in range(1, KILLS + 1):
        acknowledged += done_before_the_kill(assigners, county, dice)
        with county_file.reading(county) as connection:
            assert [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]
            noted = {
                (entry, after["household_id"], after["contact_id"])
                for entry, after in (
                    (row[0], json.loads(row[1]))
                    for row in connection.execute("SELECT history_id, after FROM history_row WHERE before IS NULL")
                )
            }
            assert set(acknowledged) - noted == set()
            assert replayed(connection, beginning) == slots(connection)
            entries = connection.execute("SELECT id FROM history").fetchall()
            assert {row[0] for row in entries} == {entry for entry, _, _ in noted}
            assert len(acknowledged) <= len(entries) <= len(acknowledged) + kill
    assert len(acknowledged) > KILLS
    with county_file.writing(county) as db:
        assert replayed(db.conn, beginning) == slots(db.conn)
    assert [file.name for file in county.parent.iterdir()] == [county.name]
