"""Safe sites added, changed and removed: each one change, taken back exactly; what cannot be is refused in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.safe_site import SiteFacts
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.places.search_county import search_county
from gisapp.services.safe_sites.save_safe_site import add_safe_site, change_safe_site, find_site, moved, remove_safe_sites
from gisapp.storage.safe_sites import safe_sites
from tests.builders import EAST, NORTH, opened
from tests.unit.storage.contents import contents, difference

HALL = SiteFacts("西山村委会", 80, EAST + 500, NORTH + 500, keeper="张守门", keeper_phone="12000009999", note="两间教室")


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_a_new_site_belongs_to_the_unit_it_lies_in_and_is_found(db: Database) -> None:
    made, change = add_safe_site(db, HALL, who="甲")
    assert (change.label, change.kinds, change.ids) == ("新增避险点：西山村委会，80 人", (Kind.SAFE_SITE,), (made,))
    site = safe_sites.of_ids(db.conn, [made])[made]
    assert (site.unit, site.town, site.facts.keeper_phone) == ("西山村", "西镇", "12000009999")
    assert [(hit.kind, hit.id) for hit in search_county(db.conn, "西山村委会")] == [(Kind.SAFE_SITE, made)]


def test_every_change_of_a_site_is_taken_back_exactly(db: Database) -> None:
    before = contents(db.conn)
    made, _ = add_safe_site(db, HALL, who="甲")
    added = contents(db.conn)
    change_safe_site(db, made, replace(HALL, capacity=120, keeper="", keeper_phone=None, is_in_use=False), who="甲")
    changed = contents(db.conn)
    remove_safe_sites(db, [made, 1], who="甲")
    assert safe_sites.all_sites(db.conn) == []
    for expected in (changed, added, before):
        undo(db, who="乙")
        assert difference(expected, contents(db.conn)) == {}


def test_a_site_that_a_roll_call_names_comes_back_with_it(db: Database) -> None:
    at = "2026-07-12T12:00:00.000Z"
    db["roll_call"].insert({"id": 1, "uid": "r", "opened_at": at, "opened_by": "甲"})
    place = {"place_kind": "safe_site", "safe_site_id": 1, "place": "东社区小学"}
    db["roll_call_entry"].insert({"uid": "e", "roll_call_id": 1, "household_id": 1, "state": "moved", "at": at, "who": "甲"} | place)
    before = contents(db.conn)
    remove_safe_sites(db, [1], who="甲")
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_a_moved_site_belongs_to_the_unit_at_its_new_place(db: Database) -> None:
    made, _ = add_safe_site(db, HALL, who="甲")
    facts = safe_sites.of_ids(db.conn, [made])[made].facts
    change_safe_site(db, made, moved(db.conn, facts, EAST + 3_000, NORTH + 500), who="甲")
    assert safe_sites.of_ids(db.conn, [made])[made].unit == "东社区"


def test_a_site_of_another_unit_keeps_it_when_it_moves(db: Database) -> None:
    made, _ = add_safe_site(db, replace(HALL, division=5), who="甲")
    facts = safe_sites.of_ids(db.conn, [made])[made].facts
    change_safe_site(db, made, moved(db.conn, facts, EAST + 600, NORTH + 500), who="甲")
    assert safe_sites.of_ids(db.conn, [made])[made].unit == "东社区"


def test_a_site_of_before_has_the_unit_it_lies_in(db: Database) -> None:
    assert [(site.facts.name, site.unit, site.town) for site in safe_sites.all_sites(db.conn)] == [("东社区小学", "东社区", "东镇")]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": " "}, "名称不能为空"),
        ({"name": "长" * 61}, "名称不能为空"),
        ({"capacity": -1}, "容量不对"),
        ({"capacity": 100_001}, "容量不对"),
        ({"x": EAST - 500}, "不在本县"),
        ({"x": float("nan")}, "不在本县"),
        ({"y": float("inf")}, "不在本县"),
        ({"division": 99}, "没有这个单位"),
        ({"keeper_phone": "找老张"}, "电话不对"),
        ({"keeper": "名" * 41}, "负责人"),
        ({"note": "注" * 401}, "备注"),
    ],
)
def test_facts_that_cannot_be_are_refused_and_nothing_is_written(db: Database, wrong: dict[str, object], said: str) -> None:
    before = contents(db.conn)
    with pytest.raises(BadRequest, match=said):
        add_safe_site(db, replace(HALL, **wrong), who="甲")  # type: ignore[arg-type]
    assert difference(before, contents(db.conn)) == {}


def test_a_place_hardly_beyond_the_outline_is_still_in_the_county(db: Database) -> None:
    made, _ = add_safe_site(db, replace(HALL, x=EAST - 20), who="甲")
    assert safe_sites.of_ids(db.conn, [made])[made].unit == ""


def test_a_second_site_of_one_name_in_one_unit_is_refused_and_elsewhere_taken(db: Database) -> None:
    add_safe_site(db, HALL, who="甲")
    with pytest.raises(BadRequest, match="已有名为"):
        add_safe_site(db, replace(HALL, x=EAST + 600), who="甲")
    add_safe_site(db, replace(HALL, x=EAST + 3_000), who="甲")
    with pytest.raises(BadRequest, match="不止一个") as refusal:
        find_site(db.conn, "西山村委会")
    assert "西山村" in refusal.value.next_step
    assert find_site(db.conn, "西山村委会（东社区）").unit == "东社区"
    assert find_site(db.conn, "1").facts.name == "东社区小学"


def test_changing_nothing_or_an_unknown_site_is_refused(db: Database) -> None:
    made, _ = add_safe_site(db, HALL, who="甲")
    with pytest.raises(BadRequest, match="没有要改"):
        change_safe_site(db, made, safe_sites.of_ids(db.conn, [made])[made].facts, who="甲")
    with pytest.raises(BadRequest, match="没有避险点"):
        change_safe_site(db, 99, HALL, who="甲")
    with pytest.raises(BadRequest, match="没有避险点"):
        remove_safe_sites(db, [1, 99], who="甲")
    assert len(safe_sites.all_sites(db.conn)) == 2


def test_no_phone_stands_in_the_layer_that_gis_programs_show(db: Database) -> None:
    add_safe_site(db, HALL, who="甲")
    assert "12000009999" not in str(db.execute("SELECT * FROM safe_site").fetchall())
    assert "12000009999" not in repr(safe_sites.all_sites(db.conn))
