"""Map pages: every home of a run on one page, every family counted once, sums equal to the run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.affected import AffectedRun
from gisapp.domain.cards import Unit
from gisapp.domain.hazard import CountedAt
from gisapp.domain.map_pages import MapHome, MapPage, PageBy, totals
from gisapp.errors import BadRequest
from gisapp.export.stored_run import stored_run
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.services.runs.gather_map_pages import gather_map_pages
from tests import builders
from tests.builders import COMPLETE

if TYPE_CHECKING:
    from sqlite_utils import Database


def asked(db: Database, counted_at: CountedAt = CountedAt.HOMES) -> AffectedRun:
    builders.add_hazard(db, builders.box(0, 0, 4000, 4000), name="月河")
    return find_affected(db, named_areas(db.conn, ["月河"]), who="测试", counted_at=counted_at)[0]


def home(pages: tuple[MapPage, ...], number: str) -> MapHome:
    [found] = [one for page in pages for one in page.homes if one.number == number]
    return found


@pytest.mark.parametrize("by", list(PageBy))
@pytest.mark.parametrize("counted_at", list(CountedAt))
def test_homes_families_and_people_over_all_pages_are_those_of_the_run(county: Path, by: PageBy, counted_at: CountedAt) -> None:
    with builders.opened(county) as db:
        run = asked(db, counted_at)
        pages = gather_map_pages(db.conn, run, by)
        total = run.totals.total
        assert totals(pages) == (total.houses, total.households, total.residents)
        houses = [one.house for page in pages for one in page.homes]
        assert sorted(houses) == [row[0] for row in db.execute("SELECT house_id FROM hazard_run_house ORDER BY 1")]
        assert len(pages) == (2 if by is PageBy.VILLAGE else 4)


def test_a_family_with_two_homes_in_danger_is_named_at_both_and_counted_at_one(county: Path) -> None:
    with builders.opened(county) as db:
        pages = gather_map_pages(db.conn, asked(db), PageBy.GRID)
        first, second = home(pages, "西山村2组2号"), home(pages, "紫云南郡3号楼2单元501")
        assert {family.head for family in (*first.families, *second.families)} == {"王八"}
        assert sorted(family.is_counted for family in (*first.families, *second.families)) == [False, True]
        other = next(family for family in (*first.families, *second.families) if not family.is_counted)
        assert other.hint.startswith("同一户，计在")


def test_empty_homes_guests_and_homes_without_anybody_say_so(county: Path) -> None:
    with builders.opened(county) as db:
        db.execute("UPDATE resident SET sleeping_house_id = 8 WHERE household_id = ? AND relation = 'spouse'", (COMPLETE,))
        pages = gather_map_pages(db.conn, asked(db), PageBy.VILLAGE)
        assert [family.hint for family in home(pages, "西山村1组2号").families] == ["空置；同一户，计在紫云南郡3号楼1单元101"]
        assert [(family.head, family.hint) for family in home(pages, "东社区8号").families] == [
            ("吴六", "今晚 1 人睡在这里；同一户，计在紫云南郡3号楼1单元101")
        ]
        builders.add_hazard(db, builders.box(2900, 2900, 200, 200), name="小沟")
        [page] = gather_map_pages(db.conn, find_affected(db, named_areas(db.conn, ["小沟"]), who="测试")[0], PageBy.VILLAGE)
        assert [family.hint for family in page.homes[0].families] == ["今晚 1 人睡在这里，不在名单上"]
        db.execute("UPDATE resident SET sleeping_house_id = 5 WHERE household_id = ?", (COMPLETE,))
        assert home(gather_map_pages(db.conn, stored_run(db.conn, 1), PageBy.VILLAGE), "东社区8号").families == ()


def test_an_empty_origin_home_of_a_family_that_is_safe_has_nobody_to_wake(county: Path) -> None:
    with builders.opened(county) as db:
        builders.add_hazard(db, builders.box(150, 50, 100, 100), name="滑坡")
        run = find_affected(db, named_areas(db.conn, ["滑坡"]), who="测试")[0]
        [page] = gather_map_pages(db.conn, run, PageBy.VILLAGE)
        assert [(family.head, family.residents, family.hint) for family in page.homes[0].families] == [("吴六", 0, "空置，无人可叫")]


def test_a_family_that_moved_since_still_stands_where_it_was_counted(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        db.execute("UPDATE home SET to_date = '2026-01-01' WHERE household_id = ?", (COMPLETE,))
        db.execute("UPDATE resident SET sleeping_house_id = NULL WHERE household_id = ?", (COMPLETE,))
        assert totals(gather_map_pages(db.conn, run, PageBy.VILLAGE))[1:] == (run.totals.total.households, run.totals.total.residents)


def test_one_unit_gives_its_pages_only_and_doors_are_in_the_order_of_their_numbers(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        village = Unit("division", 4, "610999100201", "西山村", "village", None)
        [page] = gather_map_pages(db.conn, run, PageBy.VILLAGE, unit=village)
        assert (page.name, page.within, [grid.code for grid in page.grids]) == ("西山村", "西镇", ["G001", "G003"])
        assert [one.number for one in page.homes] == ["西山村1组1号", "西山村1组2号", "西山村2组1号", "西山村2组2号"]
        town = Unit("division", 3, "610999101", "东镇", "town", None)
        assert [one.name for one in gather_map_pages(db.conn, run, PageBy.GRID, unit=town)] == ["第02网格", "第04网格"]
        with pytest.raises(BadRequest, match="不能按“紫云南郡”选"):
            gather_map_pages(db.conn, run, PageBy.GRID, unit=Unit("settlement_site", 1, "", "紫云南郡", "", None))


def test_homes_without_a_conclusion_stand_last_and_are_not_counted(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        db.execute("DELETE FROM hazard_run_house WHERE house_id = 1")
        db.execute("INSERT INTO hazard_run_unknown VALUES (?, 1, 'no_value')", (run.id,))
        db.execute("DELETE FROM hazard_run_household WHERE house_id = 1")
        [page] = [one for one in gather_map_pages(db.conn, stored_run(db.conn), PageBy.VILLAGE) if one.name == "西山村"]
        assert (page.homes[-1].number, page.homes[-1].level, page.unknown, page.in_danger) == ("西山村1组1号", None, 1, 3)
        assert {family.head for family in page.homes[-1].families} == {"赵一", "钱二"}
        assert not any(family.is_counted for family in page.homes[-1].families)
