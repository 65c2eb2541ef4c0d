"""Lists of damages and the board: the same damages parted in every way, each figure with the list behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.damage import DamageGrade
from gisapp.domain.damage_board import Grouping, rate_text
from gisapp.services.damage.judge_damage import judge_damage
from gisapp.services.damage.list_damage import DamageFilter, count_damage, list_damage
from tests.builders import COMPLETE, opened
from tests.unit.services.test_damage import NONE, SERIOUS, VERIFIED, finished, rain, rebuilding, report, verified


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_lists_are_narrowed_by_place_event_and_state(db: Database) -> None:
    event = rain(db)
    verified(db, 1, event=event)
    report(db, 5)
    report(db, 8, grade=SERIOUS)

    def houses(**wanted: object) -> list[int | None]:
        return [one.house for one in list_damage(db.conn, DamageFilter(**wanted))]  # type: ignore[arg-type]

    assert houses() == [1, 5, 8]
    assert houses(event=event) == [1]
    assert houses(state=VERIFIED) == [1]
    assert houses(grade=SERIOUS) == [8]
    assert houses(place=("division", (3,))) == [5, 8]
    assert houses(place=("grid", (2,))) == [5]
    assert houses(place=("building", (1,))) == [5]
    assert houses(place=("household", (COMPLETE,))) == [5]
    assert houses(place=("house", (8,))) == [8]
    assert houses(run=1) == []


def test_the_board_parts_the_same_damages_in_every_way(db: Database) -> None:
    finished(db, 1)
    rebuilding(db, 2)
    report(db, 5, grade=SERIOUS, on=date(2021, 9, 3))
    judge_damage(db, [report(db, 8)], VERIFIED, who="乙", grade=NONE)
    found = count_damage(db.conn, day=date(2022, 7, 10))
    assert (found.total, found.done, found.open, len(found.undamaged)) == (3, 1, 2, 1)
    for grouping, shares in found.groups:
        assert (sum(one.total for one in shares), sum(one.done for one in shares), sum(one.open for one in shares)) == (3, 1, 2), grouping
    told = {grouping: {one.key: (one.total, one.done, one.open) for one in shares} for grouping, shares in found.groups}
    assert told[Grouping.TOWN] == {"西镇": (2, 1, 1), "东镇": (1, 0, 1)}
    assert told[Grouping.WAY] == {"rebuild": (2, 1, 1), "undecided": (1, 0, 1)}
    assert told[Grouping.STAGE] == {"to_do": (2, 0, 2), "finished": (1, 1, 0)}
    assert [(one.number, one.days_overdue(found.day)) for one in found.overdue] == [("西山村2组1号", 10)]
    assert [(month.key, month.total, month.done, month.open, month.reported, month.finished) for month in found.months] == [
        ("2021-08", 2, 0, 2, 2, 0), ("2021-09", 3, 0, 3, 1, 0), ("2022-05", 3, 1, 2, 0, 1),
    ]  # fmt: skip
    assert found.sentence == "需恢复 3 处，已完工 1 处，未完工 2 处；完工率 33.3%（占需恢复的房屋）。"


RATES = ((461, 489, "94.2%"), (0, 0, "—"), (1, 3, "33.3%"), (9_999, 10_000, "99.9%"), (10, 10, "100.0%"), (0, 5, "0.0%"))


@pytest.mark.parametrize(("part", "base", "text"), RATES)
def test_a_rate_is_cut_off_so_that_a_hundred_means_all(part: int, base: int, text: str) -> None:
    assert rate_text(part, base) == text


def test_villages_of_one_name_stay_apart(db: Database) -> None:
    db.execute("UPDATE division SET name = '西山村' WHERE id = 5")
    for house in (1, 5):
        report(db, house, grade=DamageGrade.SERIOUS)
    assert {share.key: share.total for share in count_damage(db.conn).by(Grouping.VILLAGE)} == {"西镇西山村": 1, "东镇西山村": 1}


def test_a_house_in_no_grid_is_on_the_board_too(db: Database) -> None:
    db.execute("UPDATE house SET grid_id = NULL WHERE id = 8")
    report(db, 8)
    (share,) = count_damage(db.conn).by(Grouping.VILLAGE)
    assert (share.key, share.caption, share.total) == ("", "不在任何网格内", 1)
