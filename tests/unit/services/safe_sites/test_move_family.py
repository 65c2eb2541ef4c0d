"""One family sent elsewhere by hand: it stays there when allocated again, an over-full site is told, undo takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.safe_site import Allocation, AllocationQuestion, SiteFacts, WalkBasis
from gisapp.errors import BadRequest
from gisapp.export.stored_run import stored_run
from gisapp.services.county.undo import undo
from gisapp.services.families.set_home_state import set_home_state
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.safe_sites.allocate_sites import allocate_sites
from gisapp.services.safe_sites.move_family import move_family, site_choices
from gisapp.services.safe_sites.report_safe_sites import report_safe_sites, the_allocation
from gisapp.services.safe_sites.save_safe_site import add_safe_site, change_safe_site, remove_safe_sites
from gisapp.storage.hazards import hazards
from gisapp.storage.safe_sites import allocations, safe_sites
from tests.builders import ALONE, EAST, NORTH, ORDINARY, SHARING, TWO_ENDS, add_hazard, box, opened
from tests.unit.storage.contents import contents, difference

SCHOOL = 1
ASKED = AllocationQuestion()


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 2_000, 4_000))
        find_affected(db, hazards.all_areas(db.conn), who="甲")
        yield db


@pytest.fixture
def hall(db: Database) -> int:
    """A second site, farther than the school, with room for three."""
    return int(add_safe_site(db, SiteFacts("东社区会堂", 3, EAST + 3_900, NORTH + 3_900), who="甲")[0])


def goes(db: Database, allocation: Allocation) -> dict[int, tuple[int | None, bool]]:
    return {int(one.household): (one.site, one.by_hand) for one in allocations.families(db.conn, int(allocation.id))}


def test_the_family_goes_there_and_every_figure_follows(db: Database, hall: int) -> None:
    before, _ = allocate_sites(db, None, ASKED, who="甲")
    moved, change = move_family(db, None, ALONE, hall, who="乙")
    assert (change.kinds, change.ids) == ((Kind.ALLOCATION,), (int(before.id),))
    assert (moved.before, moved.load.name, moved.people, moved.basis) == ("东社区小学", "东社区会堂", 1, WalkBasis.NO_ROADS)
    assert change.label.endswith("（1 人）改到东社区会堂")
    assert goes(db, before)[ALONE] == (hall, True)
    after = the_allocation(db.conn)
    rows = [one for one in allocations.families(db.conn, int(after.id)) if one.site]
    assert after.totals.walk_m == pytest.approx(sum(one.people * (one.distance_m or 0) for one in rows), abs=0.5)
    assert (after.totals.by_hand, after.totals.sites_used, after.totals.placed_people) == (1, 2, before.totals.placed_people)
    loads = {load.id: load.people for load in report_safe_sites(db.conn).sites}
    assert loads == {SCHOOL: before.totals.placed_people - 1, hall: 1}
    assert [call.safe_site_id for call in stored_run(db.conn, int(after.run)).calls if call.household == ALONE] == [hall]


def test_undo_puts_it_back_exactly(db: Database, hall: int) -> None:
    allocate_sites(db, None, ASKED, who="甲")
    before = contents(db.conn)
    move_family(db, None, ALONE, hall, who="乙")
    move_family(db, None, SHARING, hall, who="乙")
    assert undo(db, who="乙").kinds == (Kind.ALLOCATION,)
    assert undo(db, who="乙").kinds == (Kind.ALLOCATION,)
    assert difference(before, contents(db.conn)) == {}


def test_it_stays_there_when_allocated_again_and_takes_its_room(db: Database, hall: int) -> None:
    allocate_sites(db, None, ASKED, who="甲")
    move_family(db, None, ALONE, hall, who="乙")
    school = safe_sites.of_ids(db.conn, [SCHOOL])[SCHOOL].facts
    change_safe_site(db, SCHOOL, replace(school, capacity=0), who="甲")
    again, _ = allocate_sites(db, None, ASKED, who="甲")
    assert goes(db, again)[ALONE] == (hall, True)
    assert (again.totals.placed_people, again.totals.by_hand) == (3, 1)
    afresh, _ = allocate_sites(db, None, replace(ASKED, keep_by_hand=False), who="甲")
    assert afresh.totals.by_hand == 0


def test_it_is_placed_anew_when_its_site_takes_nobody_any_more(db: Database, hall: int) -> None:
    allocate_sites(db, None, ASKED, who="甲")
    move_family(db, None, ALONE, hall, who="乙")
    remove_safe_sites(db, [hall], who="甲")
    again, _ = allocate_sites(db, None, ASKED, who="甲")
    assert goes(db, again)[ALONE] == (SCHOOL, False)


def test_a_family_with_a_safe_home_of_its_own_may_be_sent_to_a_site_and_stays(db: Database, hall: int) -> None:
    first, _ = allocate_sites(db, None, ASKED, who="甲")
    move_family(db, None, TWO_ENDS, hall, who="乙")
    assert the_allocation(db.conn).totals.own_home_families == first.totals.own_home_families - 1
    again, _ = allocate_sites(db, None, ASKED, who="甲")
    assert goes(db, again)[TWO_ENDS] == (hall, True)


def test_an_over_full_site_is_told_in_figures_and_not_refused(db: Database, hall: int) -> None:
    allocate_sites(db, None, ASKED, who="甲")
    people = {int(one.household): one.people for one in allocations.families(db.conn, int(the_allocation(db.conn).id))}
    moved, _ = move_family(db, None, ALONE, hall, who="乙")
    assert moved.warning == ""
    school = safe_sites.of_ids(db.conn, [hall])[hall].facts
    change_safe_site(db, hall, replace(school, capacity=1), who="甲")
    moved, change = move_family(db, None, SHARING, hall, who="乙")
    both = people[ALONE] + people[SHARING]
    assert moved.warning == f"东社区会堂超员：容量 1 人，已分配 {both} 人，超 {both - 1} 人。"
    assert change.label.endswith(f"改到东社区会堂，超员：容量 1 人，已分配 {both} 人，超 {both - 1} 人")
    assert [load.id for load in report_safe_sites(db.conn).over] == [hall]
    again, _ = allocate_sites(db, None, ASKED, who="甲")
    assert {goes(db, again)[family] for family in (ALONE, SHARING)} == {(hall, True)}


def test_the_choices_are_the_sites_that_take_families_the_shortest_way_first(db: Database, hall: int) -> None:
    add_safe_site(db, SiteFacts("西山村委会", 50, EAST + 500, NORTH + 500), who="甲")
    allocate_sites(db, None, ASKED, who="甲")
    found = site_choices(db.conn, None, ALONE)
    assert [(choice.load.id, choice.goes_there) for choice in found] == [(SCHOOL, True), (hall, False)]
    assert found[0].metres < found[1].metres
    assert found[1].load.free == 3


def test_what_cannot_be_done_is_said_and_nothing_written(db: Database, hall: int) -> None:
    with pytest.raises(BadRequest, match="还没有分配"):
        move_family(db, None, ALONE, hall, who="乙")
    drowned = int(add_safe_site(db, SiteFacts("西山村委会", 50, EAST + 500, NORTH + 500), who="甲")[0])
    allocate_sites(db, None, ASKED, who="甲")
    move_family(db, None, ALONE, hall, who="乙")
    before = contents(db.conn)
    for family, site, told in (
        (999_999, hall, "不在研判第 1 号的名单上"),
        (ALONE, 777, "没有避险点“777”"),
        (ALONE, drowned, "西山村委会在险区内，不能安排人去"),
        (ALONE, hall, "已经改到东社区会堂"),
    ):
        with pytest.raises(BadRequest, match=told):
            move_family(db, None, family, site, who="乙")
    assert difference(before, contents(db.conn)) == {}
    set_home_state(db, ORDINARY, HomeRole.ONLY, HomeState.LOST, who="甲", why="冲毁")
    with pytest.raises(BadRequest, match="住房已不在"):
        move_family(db, None, ORDINARY, hall, who="乙")
