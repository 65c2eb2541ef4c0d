"""Two hundred edits of every kind in any order, then every undo: the county is what it was, row for row."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.hand_over import Share
from gisapp.domain.hazard import CountedAt, HazardKind, HazardLevel
from gisapp.domain.lines import SLOTS, Duty, Role
from gisapp.errors import BadRequest
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.contacts.change_lead_rule import change_lead_rule
from gisapp.services.contacts.change_officer import change_officer
from gisapp.services.contacts.decide_proposal import confirm_proposals, refuse_proposals, withdraw_proposals
from gisapp.services.contacts.hand_over import hand_over
from gisapp.services.contacts.keep_contact import add_contact, contact_leaves
from gisapp.services.contacts.propose_contact import propose_contact
from gisapp.services.county.undo import next_undo_label, undo
from gisapp.services.families.move_sleeping_place import move_sleeping_place
from gisapp.services.hazards.save_hazard import remove_hazards, save_hazards
from gisapp.services.runs.find_affected import find_affected
from gisapp.storage.county import geopackage, history, search
from gisapp.storage.county import settings as county_settings
from gisapp.storage.hazards import hazards
from gisapp.storage.hazards.hazards import HazardArea
from tests.builders import EPSG, add_hazard, box, opened
from tests.unit.storage.contents import contents, difference

EDITS = 200


def day_of(dice: Random) -> date:
    return date(2020, 1, 1) + timedelta(days=dice.randrange(4000))


def assign(db: Database, dice: Random) -> None:
    families = [dice.randint(1, 7) for _ in range(dice.randint(1, 5))]
    contact = dice.choice([1, 2, 3, 4, 5, 6, 7, 8, 10])
    assign_contact(db, families, dice.choice(SLOTS), contact, who="甲", from_date=day_of(dice))


def give_grid(db: Database, dice: Random) -> None:
    change_officer(db, dice.randint(1, 4), dice.randint(1, 4), who="甲", from_date=day_of(dice))


def some_area(dice: Random) -> HazardArea:
    x, y = dice.uniform(0, 3900), dice.uniform(0, 3900)
    shape = box(x, y, dice.uniform(1, 2000), dice.uniform(1, 2000))
    return HazardArea(None, dice.choice(["一", "二"]), dice.choice(list(HazardKind)), dice.choice(list(HazardLevel)), "", None, None, shape)


def draw_hazards(db: Database, dice: Random) -> None:
    save_hazards(db, [some_area(dice) for _ in range(dice.randint(1, 3))], who="甲")


def drop_hazards(db: Database, dice: Random) -> None:
    known = [area.id for area in hazards.all_areas(db.conn) if area.id]
    remove_hazards(db, dice.sample(known, min(len(known), 2)), who="甲")


def ask(db: Database, dice: Random) -> None:
    find_affected(db, [some_area(dice)], who="甲", counted_at=dice.choice(list(CountedAt)), buffer_m=dice.choice([0, 50]))


def sleep_elsewhere(db: Database, dice: Random) -> None:
    move_sleeping_place(db, dice.randint(1, 11), dice.choice([None, *range(1, 9)]), who="甲", note="'\"\n<b>", since=day_of(dice))


def change_setting(db: Database, dice: Random) -> None:
    with history.recorded(db, label="设置", who="甲", kinds=(Kind.SETTING,)):
        county_settings.write(db.conn, dice.choice(["county_name", "新", "旧"]), dice.random())


def rename(db: Database, dice: Random) -> None:
    with history.recorded(db, label="改名", who="甲", kinds=(Kind.RESIDENT,)):
        resident = dice.randint(1, 11)
        db.execute("UPDATE resident SET name = ?, birth_date = ? WHERE id = ?", (f"=1+{dice.random()}", day_of(dice).isoformat(), resident))
        search.refresh(db.conn, Kind.RESIDENT, [resident])


def move_house(db: Database, dice: Random) -> None:
    with history.recorded(db, label="移动房屋", who="甲", kinds=(Kind.HOUSE,)):
        place = box(dice.uniform(0, 4000), dice.uniform(0, 4000), 1, 1).centroid
        db.execute("UPDATE house SET geom = ? WHERE id = ?", (geopackage.encode(place, EPSG), dice.randint(1, 8)))
        hazards.refresh_houses(db.conn, [area.id for area in hazards.all_areas(db.conn) if area.id])


def propose(db: Database, dice: Random) -> None:
    families = [dice.randint(1, 7) for _ in range(dice.randint(1, 5))]
    contact = dice.choice([1, 2, 3, 4, 5, 6, 7, 8, 10])
    propose_contact(db, families, dice.choice(SLOTS), contact, who="社区", from_date=day_of(dice), today=day_of(dice))


def decide(db: Database, dice: Random) -> None:
    asked = [dice.randint(1, 9) for _ in range(dice.randint(1, 4))]
    match dice.randint(0, 2):
        case 0:
            confirm_proposals(db, asked, who="村", day=day_of(dice))
        case 1:
            refuse_proposals(db, asked, answer="不行", who="村", day=day_of(dice))
        case _:
            withdraw_proposals(db, asked, who="社区", day=day_of(dice))


def pass_on(db: Database, dice: Random) -> None:
    shares = [Share(dice.randint(1, 10), dice.choice([None, (dice.randint(1, 6), 5)]), grids=dice.choice([None, (1, 2)])) for _ in range(2)]
    hand_over(db, dice.randint(1, 10), shares, who="甲", why="调离", day=day_of(dice))


def leave(db: Database, dice: Random) -> None:
    if dice.randint(0, 3) == 0:
        contact_leaves(db, dice.randint(1, 10), why="退休", who="甲", day=day_of(dice))
    else:
        add_contact(db, name=f"新人{dice.random()}", role=dice.choice(list(Role)), division_id=dice.randint(1, 5), who="甲")


def change_rule(db: Database, dice: Random) -> None:
    change_lead_rule(db, dice.choice(list(Duty)), lead=dice.choice(SLOTS), assist=dice.choice(SLOTS), who="甲")


def take_back(db: Database, dice: Random) -> None:
    undo(db, who="乙")


KINDS: tuple[Callable[[Database, Random], None], ...] = (
    assign, assign, assign, give_grid, draw_hazards, drop_hazards, ask, sleep_elsewhere, change_setting, rename, move_house, take_back,
    propose, decide, pass_on, leave, change_rule,
)  # fmt: skip


def edit_and_undo_all(path: Path, dice_seeds: list[int]) -> None:
    with opened(path) as db:
        db.execute("PRAGMA synchronous = OFF")
        add_hazard(db, box(0, 0, 300, 300))
        before = contents(db.conn)
        for seed in dice_seeds:
            dice = Random(seed)
            with suppress(BadRequest):
                dice.choice(KINDS)(db, dice)
        while next_undo_label(db.conn) is not None:
            undo(db, who="乙")
        assert difference(before, contents(db.conn)) == {}
        assert [row[0] for row in db.execute("PRAGMA integrity_check")] == ["ok"]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


SEEDS = st.integers(0, 2**24 - 1)
QUIET = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


@settings(max_examples=5, deadline=None, suppress_health_check=QUIET, phases=(Phase.explicit, Phase.generate))
@given(st.lists(SEEDS, min_size=EDITS, max_size=EDITS))
def test_two_hundred_random_edits_are_undone_exactly(made_county: Path, tmp_path: Path, dice_seeds: list[int]) -> None:
    edit_and_undo_all(Path(shutil.copyfile(made_county, tmp_path / "县.gpkg")), dice_seeds)


@settings(max_examples=40, deadline=None, suppress_health_check=QUIET)
@given(st.lists(SEEDS, min_size=1, max_size=8))
def test_a_few_random_edits_are_undone_exactly(made_county: Path, tmp_path: Path, dice_seeds: list[int]) -> None:
    edit_and_undo_all(Path(shutil.copyfile(made_county, tmp_path / "县.gpkg")), dice_seeds)
