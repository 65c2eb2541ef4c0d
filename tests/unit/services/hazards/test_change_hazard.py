"""Saved areas corrected: every fact and the shape, by name or number, undone exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlite_utils import Database

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.hazards.change_hazard import HazardFacts, change_hazards, hazards_meant
from gisapp.storage.hazards import hazards
from tests.builders import add_hazard, box, opened
from tests.unit.storage.contents import contents, difference

ALL = HazardFacts("新名", HazardKind.LANDSLIDE, HazardLevel.BLUE, "县局", "2026-07-11", "2026-07-14T08:00")


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def houses_in(db: Database, hazard: int) -> list[int]:
    return [row[0] for row in db.execute("SELECT house_id FROM house_hazard WHERE hazard_area_id = ? ORDER BY 1", (hazard,))]


def test_facts_and_shape_are_written_houses_follow_and_undo_puts_all_back(db: Database) -> None:
    hazard = add_hazard(db, box(0, 0, 150, 150))
    assert houses_in(db, hazard) == [1]
    before = contents(db.conn)
    change = change_hazards(db, [hazard], ALL, who="甲", shape=box(0, 2900, 400, 200))
    assert change is not None
    assert (change.label, change.ids) == ("修改风险区 1 个：新名", (hazard,))
    [area] = hazards.by_ids(db.conn, [hazard])
    facts = (area.name, area.kind, area.level, area.source, area.valid_from, area.valid_to)
    assert facts == (ALL.name, ALL.kind, ALL.level, ALL.source, ALL.valid_from, ALL.valid_to)
    assert houses_in(db, hazard) == [2, 4]
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}
    assert houses_in(db, hazard) == [1]


def test_facts_go_to_all_areas_meant_and_leave_the_rest_of_each_alone(db: Database) -> None:
    for level in ("red", "orange"):
        add_hazard(db, box(0, 0, 150, 150), name="月河", level=level)
    other = add_hazard(db, box(0, 0, 90, 90), name="山洪", level="blue")
    ids = [int(area.id or 0) for area in hazards_meant(db.conn, ["月河", f"#{other}", str(other)])]
    change_hazards(db, ids, HazardFacts(source="公报", valid_to="2026-07-14"), who="甲")
    assert db.execute("SELECT name, level, source, valid_to FROM hazard_area ORDER BY id").fetchall() == [
        ("月河", "red", "公报", "2026-07-14"),
        ("月河", "orange", "公报", "2026-07-14"),
        ("山洪", "blue", "公报", "2026-07-14"),
    ]
    change_hazards(db, ids, HazardFacts(valid_to=""), who="甲")
    assert db.execute("SELECT count(*) FROM hazard_area WHERE valid_to IS NULL").fetchone()[0] == 3


def test_what_changes_nothing_writes_nothing(db: Database) -> None:
    hazard = add_hazard(db, box(0, 0, 150, 150))
    before = contents(db.conn)
    assert change_hazards(db, [hazard], HazardFacts(level=HazardLevel.RED), who="甲", shape=box(0, 0, 150, 150)) is None
    assert difference(before, contents(db.conn)) == {}


@pytest.mark.parametrize(
    ("facts", "shape", "why"),
    [
        (HazardFacts(name=" "), None, "没有名称"),
        (HazardFacts(valid_from="2026-07-14", valid_to="2026-07-11"), None, "结束早于开始"),
        (HazardFacts(), shapely.Polygon(), "没有面积"),
        (HazardFacts(), shapely.LineString([(0, 0), (1, 1)]), "没有面积"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(db: Database, facts: HazardFacts, shape: shapely.Geometry | None, why: str) -> None:
    hazard = add_hazard(db, box(0, 0, 150, 150))
    before = contents(db.conn)
    with pytest.raises(BadRequest, match=why):
        change_hazards(db, [hazard], facts, who="甲", shape=shape)
    assert difference(before, contents(db.conn)) == {}


def test_areas_that_are_gone_and_one_shape_for_several_are_refused(db: Database) -> None:
    one, two = add_hazard(db, box(0, 0, 150, 150)), add_hazard(db, box(0, 0, 90, 90), level="blue")
    with pytest.raises(BadRequest, match="已经不在"):
        change_hazards(db, [one, 99], ALL, who="甲")
    with pytest.raises(BadRequest, match="只能给一个"):
        change_hazards(db, [one, two], ALL, who="甲", shape=box(0, 0, 9, 9))
    with pytest.raises(BadRequest, match="没有名为“99”"):
        hazards_meant(db.conn, ["99"])


def wound_around(drawn: shapely.Polygon) -> float:
    """m² of the ground a border goes around at least once: what lies within it twice is in danger too."""
    ring = shapely.get_coordinates(drawn).tolist()
    faces = shapely.get_parts(shapely.polygonize([shapely.unary_union(shapely.LineString(ring))]))
    return sum(face.area for face in faces if turns(ring, *shapely.point_on_surface(face).coords[0]))


def turns(ring: list[list[float]], x: float, y: float) -> int:
    """How often a ring goes around a point, by counting the edges that pass it upwards and downwards on one side."""
    count = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
        count += (y1 <= y < y2 and side > 0) - (y2 <= y < y1 and side < 0)
    return count


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corners=some.lists(some.tuples(some.integers(0, 4000), some.integers(0, 4000)), min_size=3, max_size=9, unique=True))
def test_whatever_is_drawn_is_saved_valid_or_refused_and_undone(db: Database, corners: list[tuple[int, int]]) -> None:
    hazard = add_hazard(db, box(0, 0, 150, 150), name=f"区{len(corners)}", level="red") if not db["hazard_area"].count else 1
    before = contents(db.conn)
    drawn = shapely.Polygon([shapely.get_coordinates(box(x, y, 1, 1))[0] for x, y in corners])
    try:
        changed = change_hazards(db, [hazard], HazardFacts(), who="甲", shape=drawn)
    except BadRequest:
        assert wound_around(drawn) < 0.01
        return
    [area] = hazards.by_ids(db.conn, [hazard])
    assert area.geometry.is_valid
    assert area.geometry.area == pytest.approx(wound_around(drawn), abs=0.01)
    if changed is not None:
        undo(db, who="甲")
        assert difference(before, contents(db.conn)) == {}


def test_a_fact_left_out_stays_as_it_was() -> None:
    area = hazards.HazardArea(None, "a", HazardKind.FLOOD, HazardLevel.RED, "s", "2026-07-11", None, box(0, 0, 1, 1))
    assert HazardFacts().of(area) == area
    assert HazardFacts(valid_from="").of(area) == replace(area, valid_from=None)
