"""Each event of family life: what becomes of people, homes, slots and sleeping places, and what is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.lines import slot_from_text
from gisapp.domain.person import Relation, Sex
from gisapp.errors import BadRequest
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.county.check_county import check_county
from gisapp.services.county.undo import undo
from gisapp.services.families.change_head import change_head
from gisapp.services.families.describe_change import describe_change
from gisapp.services.families.family_change import FamilyPlan, carry_out
from gisapp.services.families.find_family import find_family, find_member
from gisapp.services.families.leave_county import leave_county, plan_leave, return_to_county
from gisapp.services.families.marry import marry_in, marry_out, plan_marry_in
from gisapp.services.families.merge_families import merge_families
from gisapp.services.families.move_family import move_family, plan_away, plan_move, plan_return
from gisapp.services.families.new_person import NewPerson
from gisapp.services.families.record_birth import record_birth
from gisapp.services.families.record_death import record_death
from gisapp.services.families.set_home_state import plan_home_state, set_home_state
from gisapp.services.families.split_family import plan_split, split_family
from gisapp.services.places.find_house import find_house
from gisapp.services.places.search_county import search_county
from tests.builders import ALONE, BARE, COMPLETE, OFFICER_4, ORDINARY, SHARING, TWO_ENDS, add_hazard, box, opened
from tests.unit.storage.contents import contents, difference

DAY, ISO = date(2026, 7, 1), "2026-07-01"
VACANT_HOUSE, FLAT_OF_BARE, FLAT_OF_COMPLETE, ORIGIN_OF_COMPLETE, IN_G4 = 8, 7, 5, 3, 8
WU, ZHENG, WANG, FENG, CHEN, ZHAO, QIAN, SUN, GRANDCHILD, LI, ZHOU = 7, 8, 9, 10, 11, 1, 2, 3, 4, 5, 6


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def homes(db: Database, family: int) -> list[tuple[object, ...]]:
    return db.execute(
        "SELECT role, state, coalesce(house_id, -former_house_id), from_date, to_date"
        " FROM home WHERE household_id = ? ORDER BY role, from_date",
        (family,),
    ).fetchall()


def people(db: Database, family: int) -> list[tuple[object, ...]]:
    return db.execute(
        "SELECT name, relation FROM resident WHERE household_id = ? AND left_on IS NULL ORDER BY relation <> 'head', id", (family,)
    ).fetchall()


def sleeps(db: Database, person: int) -> tuple[object, ...]:
    row: tuple[object, ...] = db.execute(
        "SELECT sleeping_house_id, sleeping_note, sleeping_since FROM resident WHERE id = ?", (person,)
    ).fetchone()
    return row


def holders(db: Database, family: int) -> set[tuple[object, ...]]:
    return set(db.execute("SELECT line, role, contact_id, source FROM slot_holder WHERE household_id = ?", (family,)).fetchall())


def events(db: Database, family: int) -> list[tuple[object, ...]]:
    return db.execute(
        "SELECT kind, on_date, text, other_household_id FROM family_event WHERE household_id = ? ORDER BY id", (family,)
    ).fetchall()


def test_a_move_within_the_community_ends_one_flat_and_begins_the_other(db: Database) -> None:
    result = move_family(db, COMPLETE, IN_G4, who="甲", day=DAY, why="换房")
    assert homes(db, COMPLETE) == [
        ("origin", "vacant", ORIGIN_OF_COMPLETE, "2021-01-01", None),
        ("residence", "lived_in", FLAT_OF_COMPLETE, "2021-01-01", ISO),
        ("residence", "lived_in", IN_G4, ISO, None),
    ]
    assert {sleeps(db, WU), sleeps(db, ZHENG)} == {(IN_G4, None, ISO)}
    assert ("community", "grid_officer", OFFICER_4, "grid") in holders(db, COMPLETE)
    assert len(holders(db, COMPLETE)) == 6
    assert events(db, COMPLETE) == [("move", ISO, "从紫云南郡3号楼1单元101搬到东社区8号", None)]
    assert (result.change.label, result.change.ids) == ("吴六（H004）：从紫云南郡3号楼1单元101搬到东社区8号", (COMPLETE,))


def test_a_new_sleeping_place_counts_as_looked_at_that_day(db: Database) -> None:
    db.execute("UPDATE resident SET sleeping_checked_on = '2022-01-01' WHERE id IN (?, ?)", (WANG, FENG))
    move_family(db, TWO_ENDS, IN_G4, who="甲", day=DAY)
    checked = dict(db.execute("SELECT id, sleeping_checked_on FROM resident WHERE id IN (?, ?)", (WANG, FENG)).fetchall())
    assert checked == {WANG: "2022-01-01", FENG: None}


def test_whoever_sleeps_in_the_origin_home_stays_there_when_the_family_moves(db: Database) -> None:
    move_family(db, TWO_ENDS, IN_G4, who="甲", day=DAY)
    assert (sleeps(db, WANG)[0], sleeps(db, FENG)[0]) == (4, IN_G4)


def test_another_community_ends_the_community_slots_whose_unit_does_not_fit(db: Database) -> None:
    db.execute("UPDATE grid SET division_id = 4 WHERE id = 4")
    db.execute("UPDATE contact SET division_id = 1 WHERE id = 8")  # the unit cadre works for the county: fits everywhere
    assign_contact(db, [COMPLETE], slot_from_text("community/grid_officer"), 2, who="甲", from_date=date(2022, 1, 1))
    plan = plan_move(db.conn, COMPLETE, IN_G4, day=DAY)
    assert plan.warnings == ("社区线有 2 个岗位不再适合，将列入缺岗。",)
    carry_out(db, plan, who="甲")
    ended = db.execute(
        "SELECT line, role, to_date, end_reason FROM slot WHERE household_id = 4 AND to_date IS NOT NULL ORDER BY role"
    ).fetchall()
    assert ended == [("community", "grid_officer", ISO, "moved"), ("community", "sponsor_cadre", ISO, "moved")]
    assert {(line, role) for line, role, _, _ in holders(db, COMPLETE)} == {
        ("village", "sponsor_cadre"), ("village", "unit_cadre"), ("village", "grid_officer"),
        ("community", "unit_cadre"), ("community", "grid_officer"),
    }  # fmt: skip


def test_a_family_of_a_village_that_moves_into_a_settlement_becomes_relocated(db: Database) -> None:
    move_family(db, ORDINARY, FLAT_OF_BARE, who="甲", day=DAY)
    assert db.execute("SELECT origin_division_id, relocated_on FROM household WHERE id = ?", (ORDINARY,)).fetchone() == (4, ISO)
    assert homes(db, ORDINARY) == [
        ("only", "lived_in", 2, "2021-01-01", ISO),
        ("origin", "vacant", 2, ISO, None),
        ("residence", "lived_in", FLAT_OF_BARE, ISO, None),
    ]
    assert sleeps(db, LI) == (FLAT_OF_BARE, None, ISO)
    assert {(line, role, source) for line, role, _, source in holders(db, ORDINARY)} == {
        ("village", "grid_officer", "grid"), ("community", "grid_officer", "grid"),
    }  # fmt: skip


def test_a_flat_that_is_somebodys_is_told_and_a_house_may_hold_several(db: Database) -> None:
    assert plan_move(db.conn, ORDINARY, FLAT_OF_BARE).warnings == ("紫云南郡3号楼2单元601已有住户：陈十。",)
    assert plan_move(db.conn, ORDINARY, 1).warnings == ()


def test_a_plain_family_moves_from_house_to_house(db: Database) -> None:
    move_family(db, SHARING, 2, who="甲", day=DAY)
    assert homes(db, SHARING) == [("only", "lived_in", 1, "2021-01-01", ISO), ("only", "lived_in", 2, ISO, None)]
    assert (sleeps(db, ZHAO)[0], sleeps(db, QIAN)[0]) == (1, 2)


def test_back_to_the_origin_home_and_to_the_flat_again(db: Database) -> None:
    carry_out(db, plan_return(db.conn, COMPLETE, day=DAY), who="甲")
    current = {row[0]: row[1] for row in homes(db, COMPLETE) if row[4] is None}
    assert (current, sleeps(db, WU)[0]) == ({"origin": "lived_in", "residence": "vacant"}, ORIGIN_OF_COMPLETE)
    move_family(db, COMPLETE, FLAT_OF_COMPLETE, who="甲", day=DAY + timedelta(30))
    current = {row[0]: row[1] for row in homes(db, COMPLETE) if row[4] is None}
    assert (current, sleeps(db, ZHENG)) == ({"origin": "vacant", "residence": "lived_in"}, (FLAT_OF_COMPLETE, None, "2026-07-31"))
    assert [row[0] for row in events(db, COMPLETE)] == ["return", "return"]
    assert len(homes(db, COMPLETE)) == 6


def test_away_keeps_homes_and_slots_and_coming_back_wakes_everybody(db: Database) -> None:
    before = holders(db, COMPLETE)
    carry_out(db, plan_away(db.conn, COMPLETE, " 外出务工（西安） ", day=DAY), who="甲")
    assert sleeps(db, WU) == (None, "外出务工（西安）", ISO)
    assert [row[1] for row in homes(db, COMPLETE) if row[4] is None] == ["vacant", "vacant"]
    assert holders(db, COMPLETE) == before
    move_family(db, COMPLETE, IN_G4, who="甲", day=DAY + timedelta(5))
    assert sleeps(db, WU)[0] == sleeps(db, ZHENG)[0] == IN_G4


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda c: plan_move(c, 99, 8), "没有这一户"),
        (lambda c: plan_move(c, COMPLETE, 99), "没有门牌或编号"),
        (lambda c: plan_move(c, COMPLETE, 8, day=date(2020, 1, 1)), "早于这户现有住房的起始日 2021-01-01"),
        (lambda c: plan_move(c, COMPLETE, 8, day=date.today() + timedelta(1)), "晚于今天"),
        (lambda c: plan_move(c, COMPLETE, FLAT_OF_COMPLETE), "现在就住在"),
        (lambda c: plan_return(c, BARE), "已登记为已拆除"),
        (lambda c: plan_return(c, ALONE), "现在就住在"),
        (lambda c: plan_away(c, ALONE, "  "), "没有写明去了哪里"),
        (lambda c: plan_split(c, COMPLETE, [WU, ZHENG]), "不能全部分出"),
        (lambda c: plan_split(c, COMPLETE, []), "不能一个不分"),
        (lambda c: plan_split(c, COMPLETE, [ZHAO]), "没有编号为 1 的人"),
        (lambda c: plan_split(c, COMPLETE, [ZHENG], head=WU), "不在分出去的人里"),
        (lambda c: plan_split(c, COMPLETE, [ZHENG], code="H001"), "已经有了"),
        (lambda c: plan_split(c, COMPLETE, [ZHENG], code="\n"), "户编号不能用"),
        (lambda c: plan_home_state(c, ALONE, HomeRole.ORIGIN, HomeState.LOST), "这户没有原住房"),
        (lambda c: plan_home_state(c, ALONE, HomeRole.ONLY, HomeState.LIVED_IN), "已经登记为在住"),
        (lambda c: plan_home_state(c, ALONE, HomeRole.ONLY, HomeState.LOST, day=date(2019, 1, 1)), "早于"),
        (lambda c: plan_marry_in(c, COMPLETE, NewPerson("卫青", Sex.FEMALE, "1999-01-01")), "已有配偶"),
        (lambda c: plan_marry_in(c, ALONE, NewPerson(" ", Sex.FEMALE, "1999-01-01")), "姓名不能用"),
        (lambda c: plan_marry_in(c, ALONE, NewPerson("卫青", Sex.FEMALE, "2999-01-01")), "尚未出生"),
        (lambda c: plan_marry_in(c, ALONE, NewPerson("卫青", Sex.FEMALE, "1999-01-01", "x")), "证件号码"),
        (lambda c: plan_marry_in(c, ALONE, NewPerson("卫青", Sex.FEMALE, "1999-01-01", "99999919400501001a")), "已经登记在赵一名下"),
        (lambda c: plan_marry_in(c, ALONE, NewPerson("卫青", Sex.FEMALE, "1999-01-01", phone="'; DROP")), "电话"),
        (lambda c: plan_marry_in(c, ALONE, 99), "没有编号为 99"),
        (lambda c: plan_marry_in(c, ALONE, ZHAO), "已经在这一户"),
        (lambda c: plan_leave(c, COMPLETE, ZHENG, head=WU), "不是户主"),
        (lambda c: plan_leave(c, COMPLETE, WU, head=WU), "同一个人"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_written(make: Callable[..., FamilyPlan], words: str, db: Database) -> None:
    before = contents(db.conn)
    with pytest.raises(BadRequest, match=words) as refusal:
        make(db.conn)
    assert refusal.value.next_step
    assert difference(before, contents(db.conn)) == {}


def test_a_split_makes_a_family_with_a_number_a_head_a_home_and_the_same_contacts(db: Database) -> None:
    result = split_family(db, COMPLETE, [ZHENG], house=IN_G4, who="甲", day=DAY)
    new = result.families[1]
    assert db.execute("SELECT code, origin_division_id, relocated_on FROM household WHERE id = ?", (new,)).fetchone() == (
        "H007",
        4,
        "2021-01-01",
    )
    assert (people(db, COMPLETE), people(db, new)) == ([("吴六", "head")], [("郑七", "head")])
    assert homes(db, new) == [("origin", "vacant", ORIGIN_OF_COMPLETE, ISO, None), ("residence", "lived_in", IN_G4, ISO, None)]
    assert sleeps(db, ZHENG) == (IN_G4, None, ISO)
    assert {row[:3] for row in holders(db, new)} == {row[:3] for row in holders(db, COMPLETE)} - {("community", "grid_officer", 2)} | {
        ("community", "grid_officer", OFFICER_4)
    }
    assert [(kind, other) for kind, _, _, other in events(db, COMPLETE) + events(db, new)] == [("split", new), ("split", COMPLETE)]
    assert db.execute("SELECT joined_on, joined_reason FROM resident WHERE id = ?", (ZHENG,)).fetchone() == (ISO, "move")
    assert [hit.id for hit in search_county(db.conn, "H007")] == [new]


def test_a_head_who_splits_off_leaves_the_family_to_the_next(db: Database) -> None:
    new = split_family(db, SHARING, [QIAN], who="甲", day=DAY).families[1]
    assert (people(db, SHARING), people(db, new)) == ([("孙三", "head"), ("钱小四", "grandchild")], [("钱二", "head")])


def test_a_merged_family_ends_and_its_people_homes_and_slots_follow(db: Database) -> None:
    db.execute(
        "INSERT INTO care_entry (uid, household_id, line, kind, on_date, text, who)"
        " VALUES ('c', 6, 'village', 'need', '2026-06-01', '棉被', '甲')"
    )
    db.execute(
        "INSERT INTO slot_proposal (uid, household_id, line, role, contact_id, from_date, proposed_on, proposed_by)"
        " VALUES ('p', 6, 'village', 'unit_cadre', 6, '2026-06-01', '2026-06-01', '甲')"
    )
    merge_families(db, BARE, COMPLETE, relations={CHEN: Relation.CHILD}, who="甲", day=DAY)
    assert people(db, COMPLETE) == [("吴六", "head"), ("郑七", "spouse"), ("陈十", "child")]
    assert db.execute("SELECT ended_on, successor_id FROM household WHERE id = ?", (BARE,)).fetchone() == (ISO, COMPLETE)
    assert {row[4] for row in homes(db, BARE)} == {ISO}
    assert sleeps(db, CHEN) == (FLAT_OF_COMPLETE, None, ISO)
    assert db.execute("SELECT household_id FROM care_entry").fetchone() == (COMPLETE,)
    assert db.execute("SELECT state, decided_by FROM slot_proposal").fetchone() == ("withdrawn", "甲")
    assert search_county(db.conn, "H006") == []
    with pytest.raises(BadRequest, match="已于 2026-07-01 结束"):
        merge_families(db, BARE, COMPLETE, who="甲", day=DAY)


def test_merging_ends_the_slots_with_the_reason(db: Database) -> None:
    merge_families(db, COMPLETE, TWO_ENDS, who="甲", day=DAY)
    assert set(db.execute("SELECT to_date, end_reason FROM slot WHERE household_id = ?", (COMPLETE,)).fetchall()) == {(ISO, "merged")}


def test_a_new_head_changes_what_the_others_are(db: Database) -> None:
    record_birth(db, SHARING, "钱小五", Sex.MALE, relation=Relation.CHILD, who="甲", day=date(2025, 1, 1))
    change_head(db, SHARING, SUN, who="甲", day=DAY)
    assert people(db, SHARING) == [("孙三", "head"), ("钱二", "spouse"), ("钱小四", "grandchild"), ("钱小五", "child")]
    change_head(db, SHARING, QIAN, relations={GRANDCHILD: Relation.OTHER}, who="甲", day=DAY)
    assert people(db, SHARING) == [("钱二", "head"), ("孙三", "spouse"), ("钱小四", "other"), ("钱小五", "child")]


def test_a_birth_is_found_and_sleeps_at_home(db: Database) -> None:
    [child] = record_birth(db, COMPLETE, "吴小宝", Sex.FEMALE, who="甲", day=DAY).people
    assert sleeps(db, child) == (FLAT_OF_COMPLETE, None, ISO)
    assert [hit.title for hit in search_county(db.conn, "wxb")] == ["吴小宝"]
    undo(db, who="甲")
    assert search_county(db.conn, "吴小宝") == []


def test_a_dead_head_is_followed_by_the_spouse_and_the_last_death_ends_the_family(db: Database) -> None:
    record_death(db, COMPLETE, WU, who="甲", day=DAY)
    assert people(db, COMPLETE) == [("郑七", "head")]
    assert [row[2] for row in events(db, COMPLETE)] == ["吴六去世", "户主由吴六换为郑七"]
    result = record_death(db, COMPLETE, ZHENG, who="甲", day=DAY)
    assert result.plan.warnings == ("这户最后一人去世，户将结束，岗位随之终止。",)
    assert set(db.execute("SELECT to_date, end_reason FROM slot WHERE household_id = ?", (COMPLETE,)).fetchall()) == {(ISO, "family_ended")}
    assert db.execute("SELECT count(*) FROM home WHERE household_id = ? AND to_date IS NULL", (COMPLETE,)).fetchone() == (0,)
    assert search_county(db.conn, "吴六") == []


def test_adults_follow_before_minors_and_a_named_head_before_all(db: Database) -> None:
    record_death(db, SHARING, SUN, who="甲", day=DAY)
    marry_in(db, SHARING, NewPerson("卫青", Sex.FEMALE, "1990-01-01"), relation=Relation.OTHER, who="甲", day=DAY)
    record_death(db, SHARING, QIAN, who="甲", day=DAY)
    assert people(db, SHARING)[0] == ("卫青", "head")


def test_somebody_of_another_family_marries_in_and_an_emptied_family_ends(db: Database) -> None:
    marry_in(db, BARE, ZHAO, who="甲", day=DAY)
    assert people(db, BARE) == [("陈十", "head"), ("赵一", "spouse")]
    assert sleeps(db, ZHAO) == (FLAT_OF_BARE, None, ISO)
    assert db.execute("SELECT ended_on, successor_id FROM household WHERE id = ?", (ALONE,)).fetchone() == (ISO, BARE)
    assert [row[0] for row in events(db, ALONE) + events(db, BARE)] == ["marriage_out", "marriage_in"]


def test_a_note_says_otherwise_where_the_bride_sleeps(db: Database) -> None:
    [bride] = marry_in(db, BARE, NewPerson("卫青", Sex.FEMALE, "1990-01-01"), note="在外务工", who="甲", day=DAY).people
    assert sleeps(db, bride) == (None, "在外务工", ISO)


def test_who_leaves_may_return_even_to_a_family_nobody_was_left_of(db: Database) -> None:
    marry_out(db, COMPLETE, ZHENG, note="西安", who="甲", day=DAY)
    leave_county(db, COMPLETE, WU, who="甲", day=DAY)
    assert people(db, COMPLETE) == []
    assert [row[1] for row in homes(db, COMPLETE) if row[4] is None] == ["vacant", "vacant"]
    assert db.execute("SELECT left_on, left_reason, sleeping_note FROM resident WHERE id = ?", (ZHENG,)).fetchone() == (
        ISO,
        "marriage",
        "西安",
    )
    return_to_county(db, COMPLETE, ZHENG, who="甲", day=DAY + timedelta(9))
    return_to_county(db, COMPLETE, WU, who="甲", day=DAY + timedelta(9))
    assert people(db, COMPLETE) == [("郑七", "head"), ("吴六", "other")]
    assert sleeps(db, WU)[0] == FLAT_OF_COMPLETE
    with pytest.raises(BadRequest, match="不是迁出的人"):
        return_to_county(db, COMPLETE, WU, who="甲", day=DAY + timedelta(9))


def test_a_lost_house_stands_no_more_but_its_place_decides_the_origin_grid(db: Database) -> None:
    add_hazard(db, box(0, 0, 400, 400))
    before = contents(db.conn)
    set_home_state(db, COMPLETE, HomeRole.ORIGIN, HomeState.LOST, who="甲", day=DAY)
    assert db.execute("SELECT count(*) FROM house WHERE id = 3").fetchone() == (0,)
    assert homes(db, COMPLETE)[:2] == [("origin", "vacant", -2, "2021-01-01", ISO), ("origin", "lost", -2, ISO, None)]
    assert db.execute("SELECT number, grid_id, gone_on FROM former_house WHERE id = 2").fetchone() == ("西山村1组2号", 1, ISO)
    assert ("village", "grid_officer", 1, "grid") in holders(db, COMPLETE)
    assert search_county(db.conn, "西山村1组2号") == []
    assert check_county(db.conn).is_ok
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_a_house_that_another_family_lives_in_stays_until_they_have_left(db: Database) -> None:
    result = set_home_state(db, SHARING, HomeRole.ONLY, HomeState.LOST, who="甲", day=DAY)
    assert result.plan.warnings == ("西山村1组1号还有 1 户登记，房屋保留在地图上：赵一。",)
    assert (sleeps(db, ZHAO)[0], sleeps(db, QIAN)) == (1, (None, None, None))
    move_family(db, ALONE, 2, who="甲", day=DAY)
    assert db.execute("SELECT count(*) FROM house WHERE id = 1").fetchone() == (0,)
    assert homes(db, ALONE)[0][:3] == ("only", "lived_in", -2)


def test_a_house_that_is_rebuilt_stands_on_its_old_place(db: Database) -> None:
    hazard = add_hazard(db, box(0, 0, 400, 400))
    place = db.execute("SELECT geom, uid FROM house WHERE id = 3").fetchone()
    set_home_state(db, COMPLETE, HomeRole.ORIGIN, HomeState.LOST, who="甲", day=DAY)
    set_home_state(db, COMPLETE, HomeRole.ORIGIN, HomeState.LIVED_IN, who="甲", day=DAY + timedelta(60))
    [house] = [row[2] for row in homes(db, COMPLETE) if row[0] == "origin" and row[4] is None]
    assert db.execute("SELECT geom, uid FROM house WHERE id = ?", (house,)).fetchone() == place
    assert (house, hazard) in db.execute("SELECT house_id, hazard_area_id FROM house_hazard").fetchall()
    assert [hit.id for hit in search_county(db.conn, "西山村1组2号")] == [house]


@pytest.mark.parametrize(("taken_by", "code"), [(None, "F9"), (1, None)])
def test_a_rebuilt_house_has_its_code_again_unless_another_bears_it(taken_by: int | None, code: str | None, db: Database) -> None:
    with db.conn:
        db.execute("UPDATE house SET code = 'F9' WHERE id = 3")
    set_home_state(db, COMPLETE, HomeRole.ORIGIN, HomeState.LOST, who="甲", day=DAY)
    assert db.execute("SELECT code FROM former_house WHERE id = 2").fetchone() == ("F9",)
    with db.conn:
        db.execute("UPDATE house SET code = 'F9' WHERE id = ?", (taken_by,))
    set_home_state(db, COMPLETE, HomeRole.ORIGIN, HomeState.LIVED_IN, who="甲", day=DAY + timedelta(60))
    [house] = [row[2] for row in homes(db, COMPLETE) if row[0] == "origin" and row[4] is None]
    assert db.execute("SELECT code FROM house WHERE id = ?", (house,)).fetchone() == (code,)


def test_an_event_that_somebody_else_got_ahead_of_is_not_written(db: Database) -> None:
    plan = plan_move(db.conn, COMPLETE, IN_G4, day=DAY)
    move_family(db, COMPLETE, 6, who="乙", day=DAY)
    with pytest.raises(BadRequest, match="刚刚被别人改动"):
        carry_out(db, plan, who="甲")


def test_the_words_before_are_what_will_be(db: Database) -> None:
    words = describe_change(plan_split(db.conn, COMPLETE, [ZHENG], house=IN_G4, day=DAY))
    assert words.families == ("新户 H007：1 人，户主郑七",)
    assert words.homes == ("H007 现住房 东社区8号：在住，自 2026-07-01 起", "H007 原住房 西山村1组2号：空置，自 2026-07-01 起")
    assert words.slots == tuple(f"H007 {slot}：联系人{n}同样担任" for slot, n in (
        ("村线·包联干部", 5), ("村线·村/社区干部", 6), ("社区线·包联干部", 7), ("社区线·村/社区干部", 8),
    ))  # fmt: skip
    assert words.people == ("郑七从 H004 到 H007：户主", "郑七今后住：东社区8号")


def test_families_people_and_houses_are_found_by_what_a_person_writes(db: Database) -> None:
    assert (find_family(db.conn, "H004"), find_family(db.conn, "4")) == (COMPLETE, COMPLETE)
    assert (find_member(db.conn, COMPLETE, "郑七", day=ISO), find_member(db.conn, COMPLETE, "8", day=ISO)) == (ZHENG, ZHENG)
    assert (find_house(db.conn, "东社区8号"), find_house(db.conn, "8")) == (IN_G4, IN_G4)
    for find, words in (
        (lambda: find_family(db.conn, "H999"), "没有编号"),
        (lambda: find_member(db.conn, COMPLETE, "赵一", day=ISO), "里没有“赵一”"),
        (lambda: find_house(db.conn, "1' OR 1=1"), "没有门牌"),
    ):
        with pytest.raises(BadRequest, match=words):
            find()
    db.execute("UPDATE house SET number = '东社区8号' WHERE id = 1")
    with pytest.raises(BadRequest, match="不止一处"):
        find_house(db.conn, "东社区8号")
