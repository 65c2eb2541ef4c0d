"""Contacts come, leave on a day with a reason, and have a limit of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from gisapp.domain.lines import Role, slot_from_text
from gisapp.errors import BadRequest
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.contacts.correct_contact import correct_contact
from gisapp.services.contacts.keep_contact import add_contact, contact_leaves, limit_contact, preview_leaving
from gisapp.services.contacts.propose_contact import propose_contact
from gisapp.services.county.undo import undo
from gisapp.services.places.search_county import search_county
from gisapp.storage.contacts import contact_book
from tests.builders import BARE, COMPLETE, INACTIVE, OFFICER_1, OTHER_SPONSOR, VILLAGE_SPONSOR, opened
from tests.unit.storage.contents import contents, difference

SPONSOR = slot_from_text("village/sponsor_cadre")
DAY, TODAY = date(2026, 7, 1), date(2026, 7, 15)


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_a_new_contact_is_found_by_name_and_initials_and_takes_slots(db: Database) -> None:
    made, change = add_contact(db, name=" 曾 小平 ", role=Role.SPONSOR_CADRE, division_id=4, phone="１２１ 0000 9999", who="甲")
    assert (change.label, change.ids) == ("登记联系人：曾 小平", (made,))
    row = db.execute("SELECT name, initials, phone, role, division_id, is_active FROM contact WHERE id = ?", (made,)).fetchone()
    assert row == ("曾 小平", "zxp", "12100009999", "sponsor_cadre", 4, 1)
    assert [hit.id for hit in search_county(db.conn, "zxp")] == [made]
    assert assign_contact(db, [BARE], SPONSOR, made, who="甲")[1] is not None


def test_the_same_person_is_not_added_twice(db: Database) -> None:
    with pytest.raises(BadRequest, match="西山村已有包联干部联系人5"):
        add_contact(db, name="联系人5", role=Role.SPONSOR_CADRE, division_id=4, who="甲")
    add_contact(db, name="联系人5", role=Role.SPONSOR_CADRE, division_id=4, phone="12100007777", who="甲")


@pytest.mark.parametrize(
    ("name", "division", "phone", "what"),
    [
        ("  ", 4, "", "姓名"),
        ("王" * 41, 4, "", "姓名"),
        ("王五", 99, "", "单位"),
        ("王五", 4, "电话", "电话不对"),
        ("王五", 4, "12", "电话不对"),
    ],
)
def test_a_contact_that_cannot_be_is_refused(name: str, division: int, phone: str, what: str, db: Database) -> None:
    before = contents(db.conn)
    with pytest.raises(BadRequest, match=what):
        add_contact(db, name=name, role=Role.UNIT_CADRE, division_id=division, phone=phone, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_leaving_ends_slots_on_that_day_and_withdraws_what_waits(db: Database) -> None:
    propose_contact(db, [BARE], SPONSOR, VILLAGE_SPONSOR, who="社区", from_date=DAY, today=DAY)
    leaving, change = contact_leaves(db, VILLAGE_SPONSOR, why="退休", who="甲", day=DAY, today=TODAY)
    assert ([one.household for one in leaving.slots], change.label) == ([COMPLETE], "联系人5离任：1 个岗位和 0 个网格结束")
    rows = db.execute("SELECT to_date, end_reason FROM slot WHERE contact_id = ?", (VILLAGE_SPONSOR,)).fetchall()
    assert rows == [("2026-07-01", "left")]
    assert db.execute("SELECT is_active, left_on, left_reason FROM contact WHERE id = ?", (VILLAGE_SPONSOR,)).fetchone() == (
        0,
        "2026-07-01",
        "退休",
    )
    assert db.execute("SELECT state, answer FROM slot_proposal").fetchall() == [("withdrawn", "联系人5已离任")]
    with pytest.raises(BadRequest, match="联系人5自 2026-07-01 起离任"):
        assign_contact(db, [BARE], SPONSOR, VILLAGE_SPONSOR, who="甲")


def test_a_leaving_officers_grids_have_none(db: Database) -> None:
    contact_leaves(db, OFFICER_1, why="调离", who="甲")
    assert db.execute("SELECT count(*) FROM slot_holder WHERE role = 'grid_officer' AND line = 'village'").fetchone() == (1,)


def test_a_slot_that_would_begin_later_never_begins(db: Database) -> None:
    assign_contact(db, [BARE], SPONSOR, OTHER_SPONSOR, who="甲", from_date=date(2027, 1, 1))
    contact_leaves(db, OTHER_SPONSOR, why="调离", who="甲", day=DAY, today=TODAY)
    assert db.execute("SELECT count(*) FROM slot WHERE contact_id = ?", (OTHER_SPONSOR,)).fetchone() == (0,)


def test_leaving_before_something_began_is_refused(db: Database) -> None:
    assign_contact(db, [BARE], SPONSOR, OTHER_SPONSOR, who="甲", from_date=date(2026, 7, 10))
    with pytest.raises(BadRequest, match="2026-07-10"):
        preview_leaving(db.conn, OTHER_SPONSOR, day=DAY, today=TODAY)


def test_leaving_needs_a_reason_and_is_undone_in_one_step(db: Database) -> None:
    before = contents(db.conn)
    with pytest.raises(BadRequest, match="原因"):
        contact_leaves(db, VILLAGE_SPONSOR, why="", who="甲")
    contact_leaves(db, OFFICER_1, why="调离", who="甲")
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_a_limit_of_ones_own_is_set_and_taken_away(db: Database) -> None:
    assert limit_contact(db, VILLAGE_SPONSOR, 20, who="甲").label == "联系人5：最多联系 20 户"
    [line] = contact_book.lines(db.conn, text="联系人5")
    assert (line.most_families, line.families, line.is_active) == (20, 1, True)
    limit_contact(db, VILLAGE_SPONSOR, None, who="甲")
    assert contact_book.lines(db.conn, text="联系人5")[0].most_families is None
    with pytest.raises(BadRequest, match="上限"):
        limit_contact(db, VILLAGE_SPONSOR, -1, who="甲")


def test_the_book_counts_families_and_grids_of_each(db: Database) -> None:
    lines = {one.contact.id: one for one in contact_book.lines(db.conn)}
    assert len(lines) == 10
    assert (lines[OFFICER_1].grids, lines[OFFICER_1].families) == (1, 2)
    assert [one.contact.id for one in contact_book.lines(db.conn, text="东社区", role=Role.UNIT_CADRE)] == [8]


def test_a_contacts_name_phone_and_unit_are_corrected_and_the_slots_stay(db: Database) -> None:
    before = contents(db.conn)
    change = correct_contact(db, VILLAGE_SPONSOR, name="曾小平", phone="１２１ 0000 9999", division_id=5, who="甲")
    assert change.label == "更正联系人：联系人5改为曾小平"
    row = db.execute("SELECT name, initials, phone, role, division_id FROM contact WHERE id = ?", (VILLAGE_SPONSOR,)).fetchone()
    assert row == ("曾小平", "zxp", "12100009999", "sponsor_cadre", 5)
    assert [hit.id for hit in search_county(db.conn, "zxp")] == [VILLAGE_SPONSOR]
    assert db.execute("SELECT count(*) FROM slot WHERE contact_id = ? AND to_date IS NULL", (VILLAGE_SPONSOR,)).fetchone() == (1,)
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}
    assert search_county(db.conn, "zxp") == []


def test_a_phone_alone_is_corrected_or_taken_away(db: Database) -> None:
    name, unit = db.execute("SELECT name, division_id FROM contact WHERE id = ?", (VILLAGE_SPONSOR,)).fetchone()
    for text, kept in (("12100009999", "12100009999"), ("", None)):
        assert correct_contact(db, VILLAGE_SPONSOR, phone=text, who="甲").label == "更正联系人：联系人5"
        row = db.execute("SELECT name, phone, division_id FROM contact WHERE id = ?", (VILLAGE_SPONSOR,)).fetchone()
        assert row == (name, kept, unit)


@pytest.mark.parametrize(
    ("contact", "wanted", "what"),
    [
        (VILLAGE_SPONSOR, {}, "没有要改的内容"),
        (VILLAGE_SPONSOR, {"name": "联系人5"}, "没有要改的内容"),
        (VILLAGE_SPONSOR, {"name": " "}, "姓名"),
        (VILLAGE_SPONSOR, {"phone": "12"}, "电话不对"),
        (VILLAGE_SPONSOR, {"division_id": 99}, "单位"),
        (INACTIVE, {"name": "张三"}, "联系人9已离任"),
        (999, {"name": "张三"}, "没有编号为 999 的在岗联系人"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(contact: int, wanted: dict[str, Any], what: str, db: Database) -> None:
    before = contents(db.conn)
    with pytest.raises(BadRequest, match=what):
        correct_contact(db, contact, who="甲", **wanted)
    assert difference(before, contents(db.conn)) == {}


def test_nobody_is_corrected_into_somebody_who_is_there(db: Database) -> None:
    name, unit = db.execute("SELECT name, division_id FROM contact WHERE id = ?", (OTHER_SPONSOR,)).fetchone()
    correct_contact(db, OTHER_SPONSOR, phone="", who="甲")
    with pytest.raises(BadRequest, match=f"已有包联干部{name}"):
        correct_contact(db, VILLAGE_SPONSOR, name=name, division_id=unit, who="甲")


def test_nobody_leaves_before_the_day_has_come(db: Database) -> None:
    with pytest.raises(BadRequest, match="2026-08-01"):
        contact_leaves(db, OTHER_SPONSOR, why="退休", who="甲", day=date(2026, 8, 1), today=TODAY)
    assert db.execute("SELECT is_active, left_on FROM contact WHERE id = ?", (OTHER_SPONSOR,)).fetchone() == (1, None)
