"""What paper says of a family agrees with plain SQL, in the order of the doors."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.family_sheet import Door, natural
from gisapp.domain.lines import Duty, Line, Role, Slot
from gisapp.errors import BadRequest
from gisapp.services.families.choose_families import find_unit
from gisapp.services.families.gather_families import gather_families
from gisapp.services.families.pick_relocated import pick_relocated, relocated_of_unit
from gisapp.services.families.reveal_families import reveal_families
from gisapp.storage.county import county_file, history
from tests import builders
from tests.builders import BARE, COMPLETE, ORDINARY, TWO_ENDS

if TYPE_CHECKING:
    from sqlite_utils import Database

DAY = date(2026, 7, 12)


def test_a_family_has_its_people_homes_slots_and_door(county: Path) -> None:
    with county_file.reading(county) as connection:
        (sheet,) = gather_families(connection, [TWO_ENDS], day=DAY)
        held = connection.execute("SELECT line, role, contact_id FROM slot_holder WHERE household_id = ?", (TWO_ENDS,)).fetchall()
    assert (sheet.head, sheet.phone, sheet.code, sheet.origin_text) == ("王八", "120****0009", "H005", "西山村")
    assert [(one.name, one.age, one.marks, one.sleeping) for one in sheet.people] == [
        ("王八", 66, ("老",), "西山村2组2号"),
        ("冯九", 64, (), "紫云南郡3号楼2单元501"),
    ]
    assert (sheet.door.place, sheet.door.flat, sheet.is_two_ends, sheet.vulnerable) == ("紫云南郡 3号楼", "2单元501", True, 1)
    said = {line.slot: line.contact.id for line in sheet.slots if line.contact}
    assert said == {Slot(Line(line), Role(role)): contact for line, role, contact in held}
    assert sheet.missing == (Slot(Line.VILLAGE, Role.SPONSOR_CADRE),)
    leads = {line.slot: line.leads for line in sheet.slots if line.leads}
    assert leads == {
        Slot(Line.VILLAGE, Role.SPONSOR_CADRE): (Duty.ASSISTANCE,),
        Slot(Line.COMMUNITY, Role.SPONSOR_CADRE): (Duty.SCREENING,),
    }


def test_families_come_in_the_order_of_their_doors_each_once(county: Path) -> None:
    with builders.opened(county) as db:
        db.conn.execute("UPDATE house SET room = '1001', floor = 6 WHERE id = 6")
        db.conn.execute("UPDATE house SET room = '601' WHERE id = 7")
        sheets = gather_families(db.conn, [ORDINARY, BARE, TWO_ENDS, COMPLETE, BARE, 999], day=DAY)
    assert [sheet.id for sheet in sheets] == [COMPLETE, BARE, TWO_ENDS, ORDINARY]
    assert sheets[-1].slots == ()


def test_a_tenth_building_stands_after_the_ninth_and_a_strange_number_is_no_error() -> None:
    assert sorted(["10号楼", "9号楼", "9号楼2", "²号楼", "٣"], key=natural)[-2:] == ["9号楼2", "10号楼"]
    doors = [Door(site="甲", building="10号楼", unit=1), Door(site="甲", building="9号楼"), Door(number="3号", grid_code="G1"), Door()]
    assert sorted([doors[3], *doors[:3]], key=lambda door: door.order) == [doors[1], doors[0], doors[2], doors[3]]


def called_first(db: Database, family: int) -> str | None:
    line = gather_families(db.conn, [family])[0].first_call
    return line.contact.name if line and line.contact else None


def test_who_is_called_first_leads_screening_else_whoever_has_a_phone(county: Path) -> None:
    with builders.opened(county) as db:
        assert called_first(db, COMPLETE) == "联系人7"
        db.conn.execute("UPDATE contact SET phone = NULL WHERE id = 7")
        assert called_first(db, COMPLETE) == "联系人5"
        assert called_first(db, BARE) == "联系人2"
        db.conn.execute("UPDATE contact SET phone = NULL")
        assert called_first(db, COMPLETE) is None


def test_a_merged_village_is_called_as_today_with_its_old_name(county: Path) -> None:
    with builders.opened(county) as db:
        db.conn.execute(
            "INSERT INTO division_name (uid, division_id, name, to_date, reason) VALUES ('n', 4, '老西山村', '2019-01-01', 'rename')"
        )
        assert gather_families(db.conn, [COMPLETE])[0].origin_text == "西山村（原老西山村）"
        db.conn.execute("UPDATE division SET successor_id = 5, ended_on = '2024-01-01' WHERE id = 4")
        assert gather_families(db.conn, [COMPLETE])[0].origin_text == "东社区（原老西山村、西山村）"


def test_many_families_are_read_as_one_by_one(county: Path) -> None:
    families = list(range(1, 7))
    with county_file.reading(county) as connection:
        together = {sheet.id: sheet for sheet in gather_families(connection, [*families, *range(100, 110)], day=DAY)}
        assert [together[one] for one in families] == [gather_families(connection, [one], day=DAY)[0] for one in families]


def test_phones_in_clear_are_noted_with_who_and_why(county: Path) -> None:
    with builders.opened(county) as db:
        sheets, change = reveal_families(db, [COMPLETE, TWO_ENDS], who="值班员", why=" 发卡 ")
        entry = history.newest(db.conn)[0]
        assert (entry.id, entry.who, entry.why, change.ids) == (change.entry, "值班员", "发卡", (COMPLETE, TWO_ENDS))
        assert sheets[0].phone == "12000000007"
        assert {line.contact.phone for line in sheets[0].slots if line.contact} >= {"12100000005", "12100000007"}
        with pytest.raises(BadRequest):
            reveal_families(db, [COMPLETE], who="值班员", why=" ")
        assert len(history.newest(db.conn)) == 1


def test_who_cannot_have_a_card_is_refused_with_the_reason(county: Path) -> None:
    with county_file.reading(county) as connection:
        picked = pick_relocated(connection, [COMPLETE, ORDINARY, 999, COMPLETE])
    assert picked.families == (COMPLETE,)
    assert [(one.household, one.reason) for one in picked.refused] == [
        (ORDINARY, "不是搬迁户，没有双线岗位"),
        (999, "没有这一户"),
        (COMPLETE, "名单中重复"),
    ]


@pytest.mark.parametrize("unit", ["紫云南郡", "3号楼", "东社区", "西山村", "西镇", "测试县"])
def test_a_units_cards_are_of_those_who_live_there_or_came_from_there(county: Path, unit: str) -> None:
    with county_file.reading(county) as connection:
        assert relocated_of_unit(connection, find_unit(connection, unit)) == (COMPLETE, TWO_ENDS, BARE)
        assert relocated_of_unit(connection, find_unit(connection, "G001")) == ()
