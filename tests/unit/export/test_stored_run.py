from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gisapp.domain.affected import AffectedRun
from gisapp.errors import BadRequest
from gisapp.export.stored_run import stored_run
from gisapp.services.runs.find_affected import find_affected, named_areas
from tests import builders

if TYPE_CHECKING:
    from sqlite_utils import Database


def test_a_stored_run_comes_back_as_it_was(db: Database, run: AffectedRun) -> None:
    find_affected(db, named_areas(db.conn, ["西山滑坡"]), who="测试")
    assert stored_run(db.conn, run.id) == run
    assert stored_run(db.conn).question.names == ("西山滑坡",)


def test_a_run_keeps_its_totals_when_homes_change(db: Database, run: AffectedRun) -> None:
    db.conn.execute("UPDATE home SET to_date = '2026-01-01' WHERE household_id = ?", (builders.ORDINARY,))
    again = stored_run(db.conn, run.id)
    assert again.totals == run.totals
    assert [call.household for call in again.calls] == [call.household for call in run.calls]


def test_phones_are_in_full_only_when_revealed(db: Database, run: AffectedRun) -> None:
    assert {call.phone for call in stored_run(db.conn, run.id, is_revealed=True).calls} >= {"12000000001"}
    assert all("****" in call.phone for call in stored_run(db.conn, run.id).calls)


def test_without_a_stored_run_one_sentence_says_so(db: Database) -> None:
    with pytest.raises(BadRequest, match="还没有保存过研判"):
        stored_run(db.conn)
