"""One timeline of a family from plain dated rows: both lines' words, slots, homes, events, sleeping places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.care import CareKind
from gisapp.domain.lines import Line, slot_from_text
from gisapp.services.care.close_care import close_care
from gisapp.services.care.record_care import record_care
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.families.family_timeline import family_timeline, is_care, open_care_of
from tests.builders import BARE, COMPLETE, OTHER_SPONSOR, opened


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_both_lines_words_and_all_dated_rows_stand_newest_first(db: Database) -> None:
    need, _ = record_care(db, COMPLETE, line=Line.COMMUNITY, kind=CareKind.NEED, text="想学电工", who="乙", on_date=date(2024, 3, 1))
    record_care(db, COMPLETE, line=Line.VILLAGE, kind=CareKind.VISIT, text="看望", who="甲", on_date=date(2024, 2, 1))
    close_care(db, need, outcome="已报名", who="乙", on_date=date(2024, 5, 1))
    assign_contact(db, [COMPLETE], slot_from_text("village/sponsor_cadre"), OTHER_SPONSOR, who="甲", from_date=date(2024, 4, 1))
    db["family_event"].insert(
        {"uid": "e", "household_id": COMPLETE, "kind": "birth", "on_date": "2025-01-05", "text": "出生：吴小六", "who": "甲"}
    )
    lines = family_timeline(db.conn, COMPLETE)
    assert [line.on_date for line in lines] == sorted((line.on_date for line in lines), reverse=True)
    told = {(line.on_date, line.kind, line.line, line.text) for line in lines}
    assert {
        ("2024-05-01", "closed", Line.COMMUNITY, "已报名"),
        ("2024-04-01", "slot_begin", Line.VILLAGE, "联系人10开始担任"),
        ("2024-04-01", "slot_end", Line.VILLAGE, "联系人5不再担任：由他人接替"),
        ("2024-03-01", "need", Line.COMMUNITY, "想学电工"),
        ("2024-02-01", "visit", Line.VILLAGE, "看望"),
        ("2025-01-05", "birth", None, "出生：吴小六"),
        ("2021-01-01", "home_begin", None, "住进西山村1组2号"),
        ("2021-01-01", "sleeping", None, "吴六、郑七：住紫云南郡3号楼1单元101"),
    } <= told
    assert [line.kind for line in lines if is_care(line)] == ["closed", "need", "visit"]


def test_a_home_that_is_gone_says_when(db: Database) -> None:
    assert ("2020-07-01", "西山村1组9号不再存在（已拆除）") in {(line.on_date, line.text) for line in family_timeline(db.conn, BARE)}


def test_open_needs_and_alarms_stand_by_their_due_date(db: Database) -> None:
    for day in (9, 3):
        record_care(
            db, BARE, line=Line.VILLAGE, kind=CareKind.ALARM, text=str(day), who="甲", on_date=date(2024, 3, 1), due_on=date(2024, 3, day)
        )
    assert [row.entry.text for row in open_care_of(family_timeline(db.conn, BARE))] == ["3", "9"]


def test_a_family_that_nobody_knows_has_no_lines(db: Database) -> None:
    assert family_timeline(db.conn, 99) == ()
