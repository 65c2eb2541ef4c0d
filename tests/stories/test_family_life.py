"""Random family life in a small county: people are never lost or doubled, and undo brings every table back."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.lines import SLOTS
from gisapp.domain.person import Relation, Sex
from gisapp.errors import BadRequest
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.county.undo import next_undo_label, undo
from gisapp.services.families.change_head import change_head
from gisapp.services.families.family_change import carry_out
from gisapp.services.families.leave_county import leave_county, return_to_county
from gisapp.services.families.marry import marry_in, marry_out
from gisapp.services.families.merge_families import merge_families
from gisapp.services.families.move_family import move_family, plan_away, plan_return
from gisapp.services.families.new_person import NewPerson
from gisapp.services.families.record_birth import record_birth
from gisapp.services.families.record_death import record_death
from gisapp.services.families.set_home_state import set_home_state
from gisapp.services.families.split_family import split_family
from gisapp.storage.county import search
from tests.builders import add_hazard, box, opened
from tests.unit.storage.contents import contents, difference

WHO = "甲"
FIRST, DAYS = date(2021, 2, 1), 1_500
Tally = Counter[str]


class Clock(Random):
    """Dice that know which day it is."""

    today: date = FIRST


RELATIONS = tuple(Relation)


def day_of(dice: Random) -> date:
    """The day of the event: ``live_and_undo`` lets time pass; one in ten is told late."""
    return dice.today if isinstance(dice, Clock) and dice.random() > 0.1 else FIRST + timedelta(days=dice.randrange(DAYS))


def family(db: Database, dice: Random) -> int:
    found = [row[0] for row in db.execute("SELECT id FROM household WHERE ended_on IS NULL")]
    return dice.choice([*found, *found, *found, 1, 99])


def person_of(db: Database, household: int, dice: Random) -> int:
    found = [row[0] for row in db.execute("SELECT id FROM resident WHERE household_id = ? AND left_on IS NULL", (household,))]
    return dice.choice([*found * 5, 999])


def someone(dice: Random) -> NewPerson:
    return NewPerson(
        dice.choice(["卫甲", "蒋乙"]), dice.choice(list(Sex)), "1990-01-01", dice.choice(["", f"99999919900101{dice.randint(0, 999):03d}B"])
    )


def move(db: Database, dice: Random, _: Tally) -> None:
    move_family(db, family(db, dice), dice.randint(1, 9), who=WHO, day=day_of(dice))


def go_back(db: Database, dice: Random, _: Tally) -> None:
    carry_out(db, plan_return(db.conn, family(db, dice), day=day_of(dice)), who=WHO)


def go_away(db: Database, dice: Random, _: Tally) -> None:
    carry_out(db, plan_away(db.conn, family(db, dice), "外出务工（西安）", day=day_of(dice)), who=WHO)


def house_state(db: Database, dice: Random, _: Tally) -> None:
    set_home_state(db, family(db, dice), dice.choice(list(HomeRole)), dice.choice(list(HomeState)), who=WHO, day=day_of(dice))


def split(db: Database, dice: Random, _: Tally) -> None:
    old = family(db, dice)
    chosen = [person_of(db, old, dice) for _ in range(dice.randint(1, 2))]
    split_family(db, old, chosen, house=dice.choice([None, *range(1, 9)]), who=WHO, day=day_of(dice))


def merge(db: Database, dice: Random, _: Tally) -> None:
    merge_families(db, family(db, dice), family(db, dice), who=WHO, day=day_of(dice))


def head(db: Database, dice: Random, _: Tally) -> None:
    household = family(db, dice)
    change_head(db, household, person_of(db, household, dice), who=WHO, day=day_of(dice))


def birth(db: Database, dice: Random, tally: Tally) -> None:
    record_birth(db, family(db, dice), "小宝", dice.choice(list(Sex)), who=WHO, relation=dice.choice(RELATIONS), day=day_of(dice))
    tally["came"] += 1


def death(db: Database, dice: Random, tally: Tally) -> None:
    household = family(db, dice)
    record_death(db, household, person_of(db, household, dice), who=WHO, day=day_of(dice))
    tally["went"] += 1


def bride(db: Database, dice: Random, tally: Tally) -> None:
    marry_in(
        db, family(db, dice), someone(dice), relation=dice.choice(RELATIONS), note=dice.choice(["", "在外务工"]), who=WHO, day=day_of(dice)
    )
    tally["came"] += 1


def marriage(db: Database, dice: Random, _: Tally) -> None:
    marry_in(db, family(db, dice), person_of(db, family(db, dice), dice), relation=dice.choice(RELATIONS), who=WHO, day=day_of(dice))


def out(db: Database, dice: Random, tally: Tally) -> None:
    household, to = family(db, dice), dice.choice([None, family(db, dice)])
    marry_out(db, household, person_of(db, household, dice), to=to, relation=Relation.CHILD_IN_LAW, who=WHO, day=day_of(dice))
    tally["went"] += to is None


def leave(db: Database, dice: Random, tally: Tally) -> None:
    household = family(db, dice)
    leave_county(db, household, person_of(db, household, dice), note=dice.choice(["", "西安"]), who=WHO, day=day_of(dice))
    tally["went"] += 1


def come_back(db: Database, dice: Random, tally: Tally) -> None:
    gone = [row[0] for row in db.execute("SELECT id FROM resident WHERE left_on IS NOT NULL")]
    return_to_county(db, family(db, dice), dice.choice([*gone, 1]), who=WHO, day=day_of(dice))
    tally["came"] += 1


def assign(db: Database, dice: Random, _: Tally) -> None:
    contact = dice.choice([1, 2, 3, 4, 5, 6, 7, 8, 10])
    assign_contact(db, [family(db, dice) for _ in range(3)], dice.choice(SLOTS), contact, who=WHO, from_date=day_of(dice))


EVENTS: tuple[Callable[[Database, Random, Tally], None], ...] = (
    move, move, move, go_back, go_away, house_state, house_state, split, split, split, merge, head, birth, birth, death, death, bride,
    marriage, out, leave, come_back, come_back, assign, assign,
)  # fmt: skip

NEVER = {
    "a living person in no living family": "SELECT r.id FROM resident r JOIN household k ON k.id = r.household_id"
    " WHERE r.left_on IS NULL AND k.ended_on IS NOT NULL",
    "a living family with people but not one head": "SELECT k.id FROM household k JOIN resident r ON r.household_id = k.id"
    " AND r.left_on IS NULL WHERE k.ended_on IS NULL GROUP BY k.id HAVING sum(r.relation = 'head') <> 1",
    "two current homes of one role": "SELECT household_id FROM home WHERE to_date IS NULL GROUP BY household_id, role HAVING count(*) > 1",
    "an only home beside another": "SELECT household_id FROM home WHERE to_date IS NULL GROUP BY household_id"
    " HAVING sum(role = 'only') AND count(*) > 1",
    "a relocated family with an only home": "SELECT k.id FROM household k JOIN home m ON m.household_id = k.id AND m.to_date IS NULL"
    " WHERE (k.relocated_on IS NULL) <> (m.role = 'only')",
    "a living family without a current home": "SELECT id FROM household k WHERE ended_on IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM home m WHERE m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin')",
    "a current home of an ended family": "SELECT m.id FROM home m JOIN household k ON k.id = m.household_id"
    " WHERE k.ended_on IS NOT NULL AND m.to_date IS NULL",
    "an open slot of an ended family": "SELECT s.id FROM slot s JOIN household k ON k.id = s.household_id"
    " WHERE k.ended_on IS NOT NULL AND coalesce(s.to_date, '9999') > k.ended_on",
    "a slot of a family that is not relocated": "SELECT s.id FROM slot s JOIN household k ON k.id = s.household_id"
    " WHERE k.relocated_on IS NULL",
    "a slot that ended without a reason": "SELECT s.id FROM slot s WHERE s.to_date IS NOT NULL AND s.end_reason IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM slot n WHERE n.household_id = s.household_id AND n.line = s.line"
    " AND n.role = s.role AND n.from_date = s.to_date)",
    "a sleeper who left": "SELECT id FROM resident WHERE left_on IS NOT NULL AND sleeping_house_id IS NOT NULL",
    "days that run backwards": "SELECT id FROM resident WHERE left_on < joined_on OR joined_on < birth_date",
    "a house that stands and is gone": "SELECT h.id FROM house h JOIN home m"
    " ON m.former_house_id IN (SELECT id FROM former_house f WHERE f.uid = h.uid) AND m.to_date IS NULL"
    " WHERE NOT EXISTS (SELECT 1 FROM home n WHERE n.house_id = h.id AND n.to_date IS NULL)",
}  # fmt: skip


def refuse_what_must_never_be(db: Database) -> None:
    found = {name: db.execute(sql).fetchall() for name, sql in NEVER.items()}
    assert {name: rows for name, rows in found.items() if rows} == {}
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def present(db: Database) -> int:
    return int(
        db.execute("SELECT count(*) FROM resident r JOIN household k ON k.id = r.household_id WHERE r.left_on IS NULL").fetchone()[0]
    )


def live_and_undo(path: Path, seeds: list[int]) -> None:
    with opened(path) as db:
        db.execute("PRAGMA synchronous = OFF")
        add_hazard(db, box(0, 0, 300, 300))
        before, start, tally = contents(db.conn), present(db), Counter[str]()
        for number, seed in enumerate(seeds):
            dice = Clock(seed)
            dice.today = FIRST + timedelta(days=number // 2 * DAYS // len(seeds))
            refusals: list[str] = []
            try:
                dice.choice(EVENTS)(db, dice, tally)
            except BadRequest as refusal:
                refusals.append(refusal.message)
            assert [one for one in refusals if "刚刚被别人改动" in one] == []
            assert present(db) == start + tally["came"] - tally["went"]
            refuse_what_must_never_be(db)
        indexed = contents(db.conn)["search_index"]
        search.rebuild(db.conn)
        assert contents(db.conn)["search_index"] == indexed
        while next_undo_label(db.conn) is not None:
            undo(db, who="乙")
        assert difference(before, contents(db.conn)) == {}
        assert [row[0] for row in db.execute("PRAGMA integrity_check")] == ["ok"]


SEEDS = st.integers(0, 2**24 - 1)
QUIET = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


@settings(max_examples=40, deadline=None, suppress_health_check=QUIET, phases=(Phase.explicit, Phase.generate))
@given(st.lists(SEEDS, min_size=80, max_size=80))
def test_eighty_events_keep_everybody_and_are_undone_exactly(made_county: Path, tmp_path: Path, seeds: list[int]) -> None:
    live_and_undo(Path(shutil.copyfile(made_county, tmp_path / "县.gpkg")), seeds)


@settings(max_examples=60, deadline=None, suppress_health_check=QUIET)
@given(st.lists(SEEDS, min_size=1, max_size=12))
def test_a_few_events_keep_everybody_and_are_undone_exactly(made_county: Path, tmp_path: Path, seeds: list[int]) -> None:
    live_and_undo(Path(shutil.copyfile(made_county, tmp_path / "县.gpkg")), seeds)
