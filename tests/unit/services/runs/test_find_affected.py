"""Which homes are in danger: every figure against counting by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.domain.affected import AffectedRun, AffectedTotals, Tally, Vulnerable
from gisapp.domain.hazard import AffectedRule, CountedAt, HazardKind, HazardLevel
from gisapp.errors import BadRequest, Cancelled
from gisapp.services.county.undo import undo
from gisapp.services.hazards import large_shapes
from gisapp.services.hazards.save_hazard import save_hazards
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.storage.county import geopackage, interruption
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.runs import kept_runs
from tests.builders import ALONE, COMPLETE, EAST, EPSG, NORTH, SHARING, TWO_ENDS, box, opened
from tests.unit.services import by_hand
from tests.unit.storage.contents import contents, difference

DAY = date(2026, 7, 12)
SOUTH_WEST = box(0, 0, 250, 250)
"""Houses 1 (the families ALONE and SHARING live there) and 3 (the vacant origin home of COMPLETE)."""


def area(shape: shapely.Geometry, name: str = "月河", level: str = "red") -> HazardArea:
    return HazardArea(None, name, HazardKind.FLOOD, HazardLevel(level), "测试", None, None, shape)


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def ask(db: Database, *areas: HazardArea, at: CountedAt = CountedAt.HOMES, buffer_m: float = 0) -> AffectedRun:
    return find_affected(db, areas, who="甲", counted_at=at, buffer_m=buffer_m, day=DAY)[0]


def test_a_flood_over_two_houses_is_counted_as_by_hand(db: Database) -> None:
    run = ask(db, area(SOUTH_WEST))
    flood = Tally(houses=2, households=2, residents=4)
    none = Tally(0, 0, 0)
    assert run.totals == AffectedTotals(
        total=flood,
        by_level=((HazardLevel.RED, flood), (HazardLevel.ORANGE, none), (HazardLevel.YELLOW, none), (HazardLevel.BLUE, none)),
        by_hazard=(("月河", flood),),
        both=none,
        by_grid=(("G001", flood),),
        unknown=0,
        vulnerable=Vulnerable(people=3, elderly=2, children=1, disabled=1, ill=0, pregnant=0, alone=1),
        empty_origin=1,
        own_safe_home=0,
        without_contact=0,
        combinations=((("月河",), flood),),
    )
    assert [(call.household, call.house, call.residents) for call in run.calls] == [(ALONE, 1, 1), (SHARING, 1, 3)]
    assert [(row.house, row.head, row.lives_at) for row in run.property] == [(3, "吴六", "紫云南郡3号楼1单元101")]


def test_people_are_counted_where_they_sleep_when_asked(db: Database) -> None:
    origin_of_two_ends, residence = area(box(250, 2900, 100, 200)), area(box(2505, 400, 100, 200))
    at_homes, sleeping = (ask(db, origin_of_two_ends, at=at).totals.total for at in CountedAt)
    assert (at_homes, sleeping) == (Tally(1, 1, 2), Tally(1, 1, 1))
    both_ends = ask(db, origin_of_two_ends, residence, at=CountedAt.SLEEPING)
    assert both_ends.totals.total == Tally(houses=3, households=2, residents=3)
    [call] = [call for call in both_ends.calls if call.household == TWO_ENDS]
    assert (call.house, call.residents) == (4, 2)


def test_a_vacant_home_counts_as_property_and_wakes_nobody(db: Database) -> None:
    run = ask(db, area(box(150, 50, 100, 100)))
    assert run.totals.total == Tally(houses=1, households=0, residents=0)
    assert (run.totals.empty_origin, len(run.property), run.calls) == (1, 1, ())


def test_a_family_with_two_lived_in_homes_in_danger_is_listed_once_at_the_worse_one(db: Database) -> None:
    run = ask(db, area(box(250, 2900, 100, 200), "山洪", "yellow"), area(box(2505, 400, 100, 200), "滑坡", "blue"))
    levels = {level.value: tally for level, tally in run.totals.by_level}
    assert levels["yellow"] == Tally(houses=1, households=1, residents=2)
    assert levels["blue"] == Tally(houses=2, households=1, residents=1)
    assert dict(run.totals.by_hazard) == {"山洪": Tally(1, 1, 2), "滑坡": Tally(2, 2, 3)}
    assert [call.house for call in run.calls if call.household == TWO_ENDS] == [4]
    assert run.totals.both == Tally(0, 1, 2)
    assert run.totals.combinations == ((("山洪",), Tally(1, 0, 0)), (("滑坡",), Tally(2, 1, 1)), (("山洪", "滑坡"), Tally(0, 1, 2)))


def test_a_family_with_a_home_outside_has_a_safe_home_of_its_own(db: Database) -> None:
    run = ask(db, area(box(2400, 400, 105, 200)))
    assert [call.household for call in run.calls] == [COMPLETE]
    assert (run.totals.own_safe_home, run.calls[0].has_own_safe_home) == (1, True)


def test_two_areas_of_one_name_are_not_both(db: Database) -> None:
    one, other = area(SOUTH_WEST, "月河", "blue"), area(box(0, 0, 150, 150), "月河", "orange")
    run = ask(db, one, other)
    assert run.totals.both == Tally(0, 0, 0)
    assert {level.value: tally.houses for level, tally in run.totals.by_level} == {"red": 0, "orange": 1, "yellow": 0, "blue": 1}
    assert ask(db, one, area(box(0, 0, 150, 150), "滑坡")).totals.both == Tally(houses=1, households=2, residents=4)


def test_houses_on_the_border_count_as_inside_here_and_in_the_stored_layer(db: Database) -> None:
    edge, corner = area(box(0, 0, 100, 500), "边"), area(box(200, 100, 50, 50), "角")
    assert ask(db, edge).totals.total.houses == 1
    assert ask(db, corner).totals.total.houses == 1
    save_hazards(db, [edge, corner], who="甲")
    stored = db.execute("SELECT a.name, x.house_id FROM house_hazard x JOIN hazard_area a ON a.id = x.hazard_area_id ORDER BY 2").fetchall()
    assert stored == [("边", 1), ("角", 3)]


def test_a_buffer_takes_in_houses_up_to_its_distance(db: Database) -> None:
    ten_metres_west = area(box(0, 0, 90, 500))
    assert ask(db, ten_metres_west).totals.total.houses == 0
    assert ask(db, ten_metres_west, buffer_m=9.99).totals.total.houses == 0
    assert ask(db, ten_metres_west, buffer_m=10).totals.total.houses == 1
    assert ask(db, ten_metres_west, buffer_m=110).totals.total.houses == 2
    stored = db.execute("SELECT geom FROM hazard_run_area ORDER BY id DESC LIMIT 1").fetchone()[0]
    assert geopackage.decode([stored])[0].area == pytest.approx(90 * 500 + 2 * (90 + 500) * 110 + 3.1416 * 110**2, rel=0.001)


def test_an_area_with_a_hole_spares_the_hole(db: Database) -> None:
    ring = box(0, 0, 300, 300).difference(box(50, 50, 100, 100))
    assert list(ask(db, area(ring)).totals.by_grid) == [("G001", Tally(1, 0, 0))]


def test_nothing_in_danger_is_an_answer_too(db: Database) -> None:
    run = ask(db, area(box(1500, 1500, 10, 10)))
    assert run.totals.total == Tally(0, 0, 0)
    assert (run.calls, run.property, run.totals.by_grid) == ((), (), ())
    assert db.execute("SELECT count(*) FROM hazard_run").fetchone()[0] == 1


def test_unreachable_families_come_first_then_grid_level_and_number(db: Database) -> None:
    db.execute("UPDATE contact SET phone = NULL WHERE id = 3")
    run = ask(db, area(box(0, 0, 250, 4000)))
    assert [(call.household, call.is_reachable, call.grid_code) for call in run.calls] == [
        (3, False, "G003"),
        (1, True, "G001"),
        (2, True, "G001"),
    ]
    assert run.totals.without_contact == 1


def test_the_list_shows_leads_officer_safe_site_and_masked_phones(db: Database) -> None:
    run = ask(db, area(box(2400, 400, 105, 200)))
    [call] = run.calls
    assert call.village_lead is not None
    assert call.community_lead is not None
    assert call.officer is not None
    assert (call.village_lead.name, call.village_lead.phone) == ("联系人5", "121****0005")
    assert (call.community_lead.name, call.community_lead.phone) == ("联系人7", "121****0007")
    assert (call.officer.name, call.phone, call.head, call.number) == ("联系人2", "120****0007", "吴六", "紫云南郡3号楼1单元101")
    assert (call.town, call.village, call.grid, call.is_relocated) == ("东镇", "东社区", "第02网格", True)
    assert call.safe_site == "东社区小学"
    assert call.safe_site_m == pytest.approx((1000**2 + 3000**2) ** 0.5)


def test_a_run_is_stored_with_its_areas_and_lists(db: Database) -> None:
    run = ask(db, area(SOUTH_WEST, level="orange"))
    assert db.execute("SELECT house_id, level FROM hazard_run_house ORDER BY 1").fetchall() == [(1, "orange"), (3, "orange")]
    assert db.execute("SELECT household_id, house_id, level, residents FROM hazard_run_household ORDER BY 1").fetchall() == [
        (1, 1, "orange", 1),
        (2, 1, "orange", 3),
    ]
    assert db.execute("SELECT run_id, name, level FROM hazard_run_area").fetchall() == [(run.id, "月河", "orange")]


def test_an_undone_run_is_gone_with_everything_of_it(db: Database) -> None:
    before = contents(db.conn)
    ask(db, area(SOUTH_WEST))
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_a_cancelled_run_leaves_nothing(db: Database) -> None:
    before = contents(db.conn)
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        find_affected(db, [area(SOUTH_WEST), area(SOUTH_WEST)], who="甲", cancelled=lambda: next(asked))
    assert difference(before, contents(db.conn)) == {}
    assert db.execute("SELECT count(*) FROM history").fetchone()[0] == 0


def test_a_run_cancelled_at_any_moment_leaves_nothing_and_can_be_asked_again(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interruption, "EVERY_STEPS", 200)  # often, so that statements of a small county are stopped too
    before, areas = contents(db.conn), [area(SOUTH_WEST), area(SOUTH_WEST, "滑坡", "blue")]
    wanted, _ = find_affected(db, areas, who="甲")
    undo(db, who="甲")
    for last in range(1, 10_000):
        left = iter(range(last))
        try:
            again, _ = find_affected(db, areas, who="甲", cancelled=lambda left=left: next(left, None) is None)  # type: ignore[misc]
        except Cancelled:
            assert difference(before, contents(db.conn)).keys() <= {"history", "history_row", "sqlite_sequence"}
            assert db.execute("SELECT count(*) FROM history").fetchone()[0] == 2, "the run and its undo, nothing of those cancelled"
        else:
            break
    assert last > 30
    assert (again.totals, again.calls) == (wanted.totals, wanted.calls)


def test_a_large_area_is_widened_elsewhere_as_it_would_be_here_and_may_be_cancelled(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted, _ = find_affected(db, [area(SOUTH_WEST)], who="甲", buffer_m=35)
    [shape] = kept_runs.widened_areas(db.conn, wanted.id)
    monkeypatch.setattr(large_shapes, "LARGE", 3)
    again, _ = find_affected(db, [area(SOUTH_WEST)], who="甲", buffer_m=35)
    assert kept_runs.widened_areas(db.conn, again.id)[0].equals_exact(shape, 0)
    assert (again.totals, again.calls) == (wanted.totals, wanted.calls)
    before, asked = contents(db.conn), iter([False])
    with pytest.raises(Cancelled, match="研判已取消"):
        find_affected(db, [area(SOUTH_WEST)], who="甲", buffer_m=35, cancelled=lambda: next(asked, True))
    assert difference(before, contents(db.conn)) == {}


def test_progress_ends_at_its_total(db: Database) -> None:
    seen: list[tuple[int, int]] = []
    find_affected(db, [area(SOUTH_WEST), area(SOUTH_WEST)], who="甲", progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("buffer_m", [-1, float("nan"), float("inf"), 1e9])
def test_a_senseless_buffer_is_refused(buffer_m: float, db: Database) -> None:
    with pytest.raises(BadRequest, match="外扩距离"):
        ask(db, area(SOUTH_WEST), buffer_m=buffer_m)


@pytest.mark.parametrize("rule", [AffectedRule.FOOTPRINT, AffectedRule.BILINEAR, AffectedRule.NEAREST])
def test_a_rule_the_data_cannot_answer_is_refused(rule: AffectedRule, db: Database) -> None:
    with pytest.raises(BadRequest, match=rule.value):
        find_affected(db, [area(SOUTH_WEST)], who="甲", rule=rule)


def test_no_area_and_an_unknown_name_are_refused(db: Database) -> None:
    with pytest.raises(BadRequest, match="没有选择风险区"):
        find_affected(db, [], who="甲")
    save_hazards(db, [area(SOUTH_WEST, "月河洪涝")], who="甲")
    with pytest.raises(BadRequest, match="没有名为“月河”的风险区") as refusal:
        named_areas(db.conn, ["月河"])
    assert "月河洪涝" in refusal.value.next_step


PLACE = st.integers(0, 40).map(lambda step: step * 100)
BOXES = st.tuples(PLACE, PLACE, st.integers(1, 25), st.integers(1, 25)).map(lambda b: box(b[0], b[1], b[2] * 100, b[3] * 100))
TRIANGLES = (
    st.lists(st.tuples(PLACE, PLACE), min_size=3, max_size=3)
    .map(lambda corners: shapely.Polygon([(EAST + x, NORTH + y) for x, y in corners]))
    .filter(lambda shape: shape.area > 0)
)
AREAS = st.lists(
    st.builds(area, st.one_of(BOXES, TRIANGLES), st.sampled_from(["月河", "滑坡", "山洪"]), st.sampled_from(by_hand.LEVELS)),
    min_size=1,
    max_size=4,
)
COUNTIES = st.fixed_dictionaries(
    {
        "houses": st.lists(st.tuples(PLACE, PLACE), min_size=8, max_size=8),
        "beds": st.lists(st.one_of(st.none(), st.integers(1, 8)), min_size=11, max_size=11),
        "left": st.sets(st.integers(2, 11), max_size=2),
        "silent": st.sets(st.integers(1, 10), max_size=8),
    }
)


def every_home_is_on_one_list(db: Database, run: AffectedRun, at: CountedAt) -> None:
    """Each current tie to an affected house, by plain SQL: called, or empty origin home, or empty otherwise."""
    called = (
        "m.state = 'lived_in'"
        if at is CountedAt.HOMES
        else "EXISTS (SELECT 1 FROM resident r WHERE r.household_id = m.household_id AND r.left_on IS NULL"
        " AND r.sleeping_house_id = m.house_id)"
    )
    ties = db.execute(
        f"SELECT m.household_id, m.house_id, {called} FROM home m JOIN hazard_run_house x ON x.house_id = m.house_id"
        " AND x.run_id = ? WHERE m.to_date IS NULL ORDER BY 1, 2",
        (run.id,),
    ).fetchall()
    families = {call.household for call in run.calls}
    apart = sorted((row.household, row.house) for row in (*run.property, *run.vacant))
    assert [(household, house) for household, house, is_called in ties if not is_called] == apart
    assert {household for household, _, is_called in ties if is_called} <= families


def scatter(db: Database, plan: dict[str, list[object]]) -> None:
    """Put houses, sleepers, leavers and contacts without a phone where the plan says."""
    for house, (x, y) in enumerate(plan["houses"], start=1):  # type: ignore[misc]
        db.execute("UPDATE house SET geom = ? WHERE id = ?", (geopackage.encode(shapely.Point(EAST + x, NORTH + y), EPSG), house))
    for resident, bed in enumerate(plan["beds"], start=1):
        db.execute("UPDATE resident SET sleeping_house_id = ? WHERE id = ?", (bed, resident))
    for resident in plan["left"]:
        db.execute("UPDATE resident SET left_on = '2026-01-01' WHERE id = ?", (resident,))
    for contact in plan["silent"]:
        db.execute("UPDATE contact SET phone = NULL WHERE id = ?", (contact,))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(plan=COUNTIES, areas=AREAS, at=st.sampled_from(list(CountedAt)))
def test_any_county_and_any_areas_are_counted_as_by_hand(
    made_county: Path, tmp_path: Path, plan: dict[str, list[object]], areas: list[HazardArea], at: CountedAt
) -> None:
    with opened(Path(shutil.copyfile(made_county, tmp_path / "县.gpkg"))) as db:
        db.execute("PRAGMA synchronous = OFF")
        scatter(db, plan)
        run = ask(db, *areas, at=at)
        totals = run.totals
        assert totals == by_hand.answer(db.conn, areas, at_homes=at is CountedAt.HOMES, day=DAY)
        for classes in (totals.by_level, totals.by_grid, totals.combinations):
            for figure in ("houses", "households", "residents"):
                assert sum(getattr(tally, figure) for _, tally in classes) == getattr(totals.total, figure)
        assert (len(run.calls), sum(call.residents for call in run.calls)) == (totals.total.households, totals.total.residents)
        assert len({call.household for call in run.calls}) == len(run.calls)
        assert len(run.property) == totals.empty_origin
        every_home_is_on_one_list(db, run, at)
        for name, tally in totals.by_hazard:
            own = [t for names, t in totals.combinations if name in names]
            assert tally == Tally(*(sum(getattr(t, figure) for t in own) for figure in ("houses", "households", "residents")))
        save_hazards(db, areas, who="甲")
        stored = {row[0] for row in db.execute("SELECT DISTINCT house_id FROM house_hazard")}
        assert stored == {row[0] for row in db.execute("SELECT house_id FROM hazard_run_house")}
