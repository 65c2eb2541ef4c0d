"""The needs of a run: the run's own people, the county's table, and every change of it taken back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.affected import AffectedRun
from gisapp.domain.hazard import CountedAt
from gisapp.domain.needs import NeedBase, preset_needs
from gisapp.domain.safe_site import AllocationQuestion
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.runs.count_needs import count_needs, count_site_needs
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.services.runs.keep_needs import NeedForm, add_need, change_need, read_needs, remove_need, restore_preset_needs
from gisapp.services.safe_sites.allocate_sites import allocate_sites
from tests import builders
from tests.unit.storage.contents import contents, difference

if TYPE_CHECKING:
    from sqlite_utils import Database

FORM = NeedForm("蜡烛", "支", Decimal(2), 1, NeedBase.HOUSEHOLD, is_daily=False, is_whole=True, source="县预案 2026")


def asked(db: Database, counted_at: CountedAt = CountedAt.HOMES) -> AffectedRun:
    builders.add_hazard(db, builders.box(0, 0, 4000, 4000), name="月河")
    return find_affected(db, named_areas(db.conn, ["月河"]), who="测试", counted_at=counted_at)[0]


@pytest.mark.parametrize("counted_at", list(CountedAt))
def test_people_and_families_are_those_of_the_run_and_marks_equal_sql(county: Path, counted_at: CountedAt) -> None:
    with builders.opened(county) as db:
        run = asked(db, counted_at)
        report = count_needs(db.conn, int(run.id), days=2)
        assert report.count(NeedBase.PERSON) == run.totals.total.residents
        assert report.count(NeedBase.HOUSEHOLD) == run.totals.total.households
        assert report.count(NeedBase.ELDERLY) == run.totals.vulnerable.elderly
        assert report.count(NeedBase.CHILD) == run.totals.vulnerable.children
        assert report.count(NeedBase.ILL) == run.totals.vulnerable.ill
        assert report.count(NeedBase.PREGNANT) == run.totals.vulnerable.pregnant
        infants = db.execute(
            "SELECT count(*) FROM resident WHERE left_on IS NULL AND birth_date > date(?, '-2 years')", (run.question.day,)
        )
        assert report.count(NeedBase.INFANT) == infants.fetchone()[0]
        assert [place.village for place in report.places] == ["西山村", "东社区"]
        water = next(line for line in report.lines if line.item.code == "water")
        assert water.total == 15 * 2 * run.totals.total.residents
        toilet = next(line for line in report.lines if line.item.code == "toilet")
        assert toilet.by_place == (Decimal(1), Decimal(1))


def test_whoever_sleeps_elsewhere_needs_nothing_here(county: Path) -> None:
    with builders.opened(county) as db:
        db.execute("UPDATE resident SET sleeping_house_id = 8 WHERE is_pregnant = 1")
        builders.add_hazard(db, builders.box(0, 0, 2000, 4000), name="西岸")
        run = find_affected(db, named_areas(db.conn, ["西岸"]), who="测试", counted_at=CountedAt.SLEEPING)[0]
        report = count_needs(db.conn, int(run.id))
        assert run.totals.vulnerable.pregnant == report.count(NeedBase.PREGNANT) == 0
        assert report.count(NeedBase.ILL) == run.totals.vulnerable.ill == 1


def test_needs_at_safe_sites_are_those_of_the_families_sent_there(county: Path) -> None:
    with builders.opened(county) as db:
        run = find_hazard(db)
        assert count_site_needs(db.conn, int(run.id)) is None
        allocate_sites(db, int(run.id), AllocationQuestion(), who="测试")
        found = count_site_needs(db.conn, int(run.id), days=3)
        assert found is not None
        sent = db.execute("SELECT count(*), sum(people) FROM site_allocation_household WHERE site_id IS NOT NULL").fetchone()
        assert sent[0] > 0
        assert (found.count(NeedBase.HOUSEHOLD), found.count(NeedBase.PERSON)) == sent
        assert [place.village for place in found.places] == ["东社区小学"]
        grain = next(line for line in found.lines if line.item.code == "grain")
        assert grain.total == Decimal("1.5") * sent[1]
        elderly = db.execute(
            "SELECT count(*) FROM resident r JOIN site_allocation_household f ON f.household_id = r.household_id AND f.site_id IS NOT NULL"
            " WHERE r.left_on IS NULL AND r.birth_date <= date(?, '-65 years')",
            (run.question.day,),
        ).fetchone()[0]
        assert found.count(NeedBase.ELDERLY) == elderly


def find_hazard(db: Database) -> AffectedRun:
    """A run that leaves the safe site out of danger."""
    builders.add_hazard(db, builders.box(0, 0, 2600, 4000), name="西岸")
    return find_affected(db, named_areas(db.conn, ["西岸"]), who="测试")[0]


def test_a_house_that_is_gone_does_not_lose_its_people(county: Path) -> None:
    with builders.opened(county) as db:
        run = asked(db)
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("DELETE FROM house WHERE id = 1")
        report = count_needs(db.conn, int(run.id))
        assert report.count(NeedBase.PERSON) == run.totals.total.residents
        assert report.places[-1].village == ""


def test_the_first_change_keeps_the_rest_of_the_preset_and_is_taken_back(county: Path) -> None:
    with builders.opened(county) as db:
        before = contents(db.conn)
        grain = read_needs(db.conn).named("成品粮")
        change_need(db, "grain", replace(NeedForm.of(grain), amount=Decimal("0.45"), source="县预案"), who="测试")
        table = read_needs(db.conn)
        assert not table.is_preset
        assert [item.code for item in table.items] == [item.code for item in preset_needs()]
        assert table.named("grain").amount == Decimal("0.45")
        add_need(db, FORM, who="测试")
        remove_need(db, "milk", who="测试")
        assert [item.code for item in read_needs(db.conn).items][-2:] == ["medicine", "own-1"]
        kept = contents(db.conn)
        restore_preset_needs(db, who="测试")
        assert read_needs(db.conn).is_preset
        undo(db, who="测试")
        assert difference(kept, contents(db.conn)) == {}
        for _ in range(3):
            undo(db, who="测试")
        assert difference(before, contents(db.conn)) == {}


def test_unclear_rows_are_refused_and_nothing_is_written(county: Path) -> None:
    with builders.opened(county) as db:
        before = contents(db.conn)
        for form, words in (
            (replace(FORM, name=" "), "名称没有写清楚"),
            (replace(FORM, source=""), "来源没有写清楚"),
            (replace(FORM, unit="x\ny"), "单位没有写清楚"),
            (replace(FORM, name="饮用水"), "已经有"),
            (replace(FORM, per=0), "每多少"),
        ):
            with pytest.raises(BadRequest, match=words):
                add_need(db, form, who="测试")
        with pytest.raises(BadRequest, match="没有变化"):
            change_need(db, "grain", NeedForm.of(read_needs(db.conn).named("grain")), who="测试")
        with pytest.raises(BadRequest, match="没有“茅台”"):
            remove_need(db, "茅台", who="测试")
        with pytest.raises(BadRequest, match="就是起始值"):
            restore_preset_needs(db, who="测试")
        assert difference(before, contents(db.conn)) == {}


def test_the_last_row_stays(county: Path) -> None:
    with builders.opened(county) as db:
        for item in read_needs(db.conn).items[1:]:
            remove_need(db, item.code, who="测试")
        with pytest.raises(BadRequest, match="至少要留一行"):
            remove_need(db, "drinking", who="测试")
        assert [item.code for item in read_needs(db.conn).items] == ["drinking"]


def test_there_must_be_a_run(county: Path) -> None:
    with builders.opened(county) as db:
        with pytest.raises(BadRequest, match="还没有保存过"):
            count_needs(db.conn)
        with pytest.raises(BadRequest, match="没有研判第 9 号"):
            count_needs(db.conn, 9)
