"""Steps of every kind on damaged houses in any order: dates never run backwards, the board adds up, and every undo leads exactly back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.domain.damage import PRESET_STAGES, DamageGrade, DamageState, RebuildWay
from gisapp.domain.damage_board import Grouping
from gisapp.errors import BadRequest
from gisapp.services.county.undo import next_undo_label, undo
from gisapp.services.damage.attach_photos import attach_photos, look_at_photos, remove_photo
from gisapp.services.damage.carry_damage import CarryStep, carry_damage, plan_carry
from gisapp.services.damage.damage_event import add_event, change_event
from gisapp.services.damage.judge_damage import judge_damage
from gisapp.services.damage.list_damage import count_damage, damage_case
from gisapp.services.damage.note_stay import end_stay, note_stay
from gisapp.services.damage.plan_rebuild import RebuildPlan, plan_rebuild
from gisapp.services.damage.rebuild_stages import set_stages
from gisapp.services.damage.record_damage import record_damage
from gisapp.services.damage.record_stage import clear_stage, record_stage
from gisapp.services.damage.remove_damage import remove_damage
from tests.builders import opened
from tests.unit.readers.photos import made_photo
from tests.unit.storage.contents import contents, difference

STAGES = sorted({name for names in PRESET_STAGES.values() for name in names})


def day_of(db: Database, dice: Random) -> date:
    """Time goes on with every entry of the history, now and then a little back."""
    entries = int(db.execute("SELECT count(*) FROM history").fetchone()[0])
    return date(2021, 8, 1) + timedelta(days=5 * entries + dice.randrange(-8, 20))


def some(db: Database, dice: Random) -> list[int]:
    """Some of the damages there are, now and then one there is not."""
    known = [row[0] for row in db.execute("SELECT id FROM damage ORDER BY id")]
    return dice.sample(known, min(len(known), dice.randint(1, 3))) or [99]


def one(db: Database, dice: Random) -> int:
    return some(db, dice)[0]


def report(db: Database, dice: Random, _folder: Path) -> None:
    houses = [f"house-{dice.randint(1, 8)}" for _ in range(dice.randint(1, 3))]
    event = dice.choice([None, None, 1, 2])
    record_damage(db, houses, grade=dice.choice(list(DamageGrade)), event=event, on_date=day_of(db, dice), who="甲", note="'\"=<b>")


def judge(db: Database, dice: Random, _folder: Path) -> None:
    grade = dice.choice([None, *DamageGrade])
    judge_damage(
        db, some(db, dice), dice.choice(list(DamageState)), who="乙", on_date=day_of(db, dice), grade=grade, note=dice.choice(["", "看过"])
    )


def verify(db: Database, dice: Random, _folder: Path) -> None:
    judge_damage(db, some(db, dice), DamageState.VERIFIED, who="乙", on_date=day_of(db, dice))


def plan(db: Database, dice: Random, _folder: Path) -> None:
    wanted = RebuildPlan(dice.choice(list(RebuildWay)), dice.choice([None, day_of(db, dice)]), dice.choice([None, 5]))
    plan_rebuild(db, some(db, dice), wanted, who="甲")


def work(db: Database, dice: Random, _folder: Path) -> None:
    made = one(db, dice)
    lines = damage_case(db.conn, made).stages
    stage = dice.choice(lines).stage if lines else dice.choice(STAGES)
    begun, finished = day_of(db, dice), day_of(db, dice) + timedelta(days=2)
    record_stage(db, [made], stage, who="甲", begun_on=dice.choice([None, begun]), finished_on=dice.choice([None, finished, finished]))


def clear(db: Database, dice: Random, _folder: Path) -> None:
    clear_stage(db, some(db, dice), dice.choice(STAGES), who="甲")


def stages(db: Database, dice: Random, _folder: Path) -> None:
    set_stages(db, dice.choice(list(RebuildWay)), dice.sample(STAGES, dice.randint(1, 3)), who="甲")


def event(db: Database, dice: Random, _folder: Path) -> None:
    if dice.random() < 0.5:
        add_event(db, f"雨{dice.randint(1, 3)}", from_date=day_of(db, dice), who="甲")
    else:
        change_event(db, dice.randint(1, 3), name=f"雨{dice.randint(1, 3)}", from_date=day_of(db, dice), who="甲")


def stay(db: Database, dice: Random, _folder: Path) -> None:
    if dice.random() < 0.7:
        made = one(db, dice)
        family = dice.choice([*damage_case(db.conn, made).damage.families, 6])
        note_stay(db, made, family, dice.choice(["学校", "板房"]), who="甲", from_date=day_of(db, dice))
        return
    known = db.execute("SELECT damage_id, household_id FROM damage_stay ORDER BY id").fetchall()
    if known:
        end_stay(db, *dice.choice(known), who="甲", on_date=day_of(db, dice))


def carry(db: Database, dice: Random, _folder: Path) -> None:
    for step in CarryStep:
        with suppress(BadRequest):
            carry_damage(db, plan_carry(db.conn, one(db, dice), step, day=day_of(db, dice)), who="甲")


def photo(db: Database, dice: Random, folder: Path) -> None:
    made = one(db, dice)
    if dice.random() < 0.7:
        path = made_photo(folder / "一.jpg", seed=dice.randint(1, 3), size=(32, 24))
        attach_photos(db, made, look_at_photos(db.conn, made, [path]), who="甲")
    else:
        known = db.execute("SELECT damage_id, id FROM damage_photo ORDER BY id").fetchall()
        remove_photo(db, *dice.choice(known or [(made, 1)]), who="甲")


def remove(db: Database, dice: Random, _folder: Path) -> None:
    remove_damage(db, one(db, dice), who="甲", why="登错")


def take_back(db: Database, _dice: Random, _folder: Path) -> None:
    undo(db, who="乙")


KINDS: tuple[Callable[[Database, Random, Path], None], ...] = (
    report, report, report, judge, verify, verify, plan, plan, work, work, work, work, clear, stages, event, stay, stay, carry, carry,
    carry, photo, remove, take_back,
)  # fmt: skip


def holds(db: Database) -> None:
    """What must be so after every step."""
    found = count_damage(db.conn)
    for grouping in Grouping:
        if grouping is not Grouping.MONTH:
            shares = found.by(grouping)
            assert (sum(share.total for share in shares), sum(share.done for share in shares)) == (found.total, found.done)
    if found.months:
        assert (found.months[-1].total, found.months[-1].done) == (found.total, found.done)
    backwards = "begun_on < reported_on OR finished_on < begun_on OR planned_on < reported_on"
    assert db.execute(f"SELECT count(*) FROM damage WHERE {backwards}").fetchone()[0] == 0
    twice = "SELECT 1 FROM damage WHERE finished_on IS NULL GROUP BY house_uid, event_id HAVING count(*) > 1"
    assert db.execute(twice).fetchall() == []
    lost = "SELECT count(*) FROM damage_photo WHERE photo_sha256 NOT IN (SELECT sha256 FROM photo)"
    assert db.execute(lost).fetchone()[0] == 0
    for (number,) in db.execute("SELECT id FROM damage").fetchall():
        case = damage_case(db.conn, number)
        assert (case.states[-1].state, case.states[-1].grade) == (case.damage.state, case.damage.grade)


@settings(max_examples=30, deadline=None, suppress_health_check=(HealthCheck.function_scoped_fixture, HealthCheck.too_slow))
@given(st.lists(st.integers(0, 2**24 - 1), min_size=20, max_size=60))
def test_any_steps_in_any_order_hold_and_lead_back(made_county: Path, tmp_path: Path, dice_seeds: list[int]) -> None:
    with opened(Path(shutil.copyfile(made_county, tmp_path / "县.gpkg"))) as db:
        db.execute("PRAGMA synchronous = OFF")
        before = contents(db.conn)
        for seed in dice_seeds:
            dice = Random(seed)
            with suppress(BadRequest):
                dice.choice(KINDS)(db, dice, tmp_path)
            holds(db)
        while next_undo_label(db.conn) is not None:
            undo(db, who="乙")
        assert difference(before, contents(db.conn)) == {}
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
