"""Safe sites at county size: a flood's families allocated by command, checked by plain SQL and by ways walked road by road."""

from __future__ import annotations

import heapq
import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import shapely
from python_calamine import CalamineWorkbook

from gisapp.storage.county import geopackage
from tests.stories.command import gisapp

Capture = pytest.CaptureFixture[str]
FLOOD = "月河洪涝 7月12日"
SNAP_M, FAR_M = 25.0, 2_000.0
LEVELS = ("red", "orange", "yellow", "blue")


@pytest.fixture
def county(sample_county: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(sample_county, tmp_path / "示例 县.gpkg"))


@pytest.fixture
def plain(county: Path) -> sqlite3.Connection:
    """The file with nothing of ours between."""
    with closing(sqlite3.connect(f"{county.as_uri()}?mode=ro", uri=True)) as connection:
        yield connection  # type: ignore[misc]


def asked(county: Path, capsys: Capture, *words: object) -> int:
    return int(gisapp(capsys, "--json", "affected", county, "--hazard", FLOOD, *words).data["run"])


def test_a_flood_that_fits_is_allocated_and_every_figure_agrees_with_the_file(
    county: Path, plain: sqlite3.Connection, capsys: Capture, tmp_path: Path
) -> None:
    run = asked(county, capsys)
    nearest = gisapp(capsys, "--json", "safe-sites", county, "allocate", "--way", "nearest").data
    best = gisapp(capsys, "--json", "safe-sites", county, "allocate", "--together", "0").data
    together = gisapp(capsys, "--json", "safe-sites", county, "allocate").data

    for done in (nearest, best, together):
        _check_by_sql(plain, run, done)
        assert done["no_room_people"] == 0
    assert best["walk_m"] <= together["walk_m"] <= min(nearest["walk_m"], best["walk_m"] * 1.05) + 1
    assert together["villages_split"] < best["villages_split"]
    _check_ways(plain, run, together["allocation"])

    lists = tmp_path / "签到.xlsx"
    signed = gisapp(capsys, "--json", "safe-sites", county, "sign-in", lists).data
    assert (signed["families"], signed["people"]) == (together["placed_families"], together["placed_people"])
    assert _people_on_lists(lists) == _people_by_site(plain, together["allocation"])


def test_a_flood_that_does_not_fit_says_by_how_many_people(county: Path, plain: sqlite3.Connection, capsys: Capture) -> None:
    run = asked(county, capsys, "--buffer", "500")
    done = gisapp(capsys, "--json", "safe-sites", county, "allocate").data
    _check_by_sql(plain, run, done)
    assert done["no_room_people"] == done["to_place"] - done["placed_people"] > 0
    assert len(done["without_place"]) == done["no_room_families"]
    assert sum(family["people"] for family in done["without_place"]) == done["no_room_people"]
    smallest = min(family["people"] for family in done["without_place"])
    assert all(site["free"] < smallest for site in done["by_site"] if site["left_out"] is None)
    levels = {family["level"] for family in done["without_place"]}
    assert "red" not in levels
    assert not any(site["over"] for site in done["by_site"])
    gisapp(capsys, "undo", county)
    assert plain.execute("SELECT count(*) FROM site_allocation_household").fetchone() == (0,)


def test_almost_everybody_in_danger_is_answered_too(county: Path, plain: sqlite3.Connection, capsys: Capture) -> None:
    every = {row[0] for row in plain.execute("SELECT name FROM hazard_area")}
    words = [word for name in sorted(every) for word in ("--hazard", name)]
    run = int(gisapp(capsys, "--json", "affected", county, *words, "--buffer", "1500").data["run"])
    done = gisapp(capsys, "--json", "safe-sites", county, "allocate").data
    assert done["families"] > 40_000
    assert done["groups"] > 0
    _check_by_sql(plain, run, done)
    assert "合成" in gisapp(capsys, "safe-sites", county, "allocate", "--way", "nearest").out


def _check_by_sql(plain: sqlite3.Connection, run: int, done: dict[str, object]) -> None:
    """The stored rows against the run, the sites, the areas and the homes of the families."""
    made = done["allocation"]

    def one(sql: str, *values: object) -> tuple[object, ...]:
        return tuple(plain.execute(sql, values).fetchone())

    of_run = one("SELECT count(*), sum(residents) FROM hazard_run_household WHERE run_id = ?", run)
    assert of_run == one("SELECT count(*), sum(people) FROM site_allocation_household WHERE allocation_id = ?", made)
    assert of_run == (done["families"], done["people"])
    differing = (
        "SELECT count(*) FROM hazard_run_household x LEFT JOIN site_allocation_household f ON f.allocation_id = ? AND"
        " f.household_id = x.household_id AND f.people = x.residents WHERE x.run_id = ? AND f.household_id IS NULL"
    )
    assert one(differing, made, run) == (0,)
    over = (
        "SELECT count(*) FROM (SELECT f.site_id, sum(f.people) AS people FROM site_allocation_household f WHERE f.allocation_id = ?"
        " AND f.site_id IS NOT NULL GROUP BY 1) l JOIN safe_site s ON s.id = l.site_id WHERE l.people > s.capacity OR s.is_in_use = 0"
    )
    assert one(over, made) == (0,)
    with_own_home = (
        "SELECT count(DISTINCT x.household_id) FROM hazard_run_household x JOIN home m ON m.household_id = x.household_id"
        " AND m.to_date IS NULL AND m.house_id IS NOT NULL WHERE x.run_id = ?1 AND x.residents > 0"
        " AND m.house_id NOT IN (SELECT house_id FROM hazard_run_house WHERE run_id = ?1)"
    )
    assert one(with_own_home, run) == (done["own_home_families"],)
    assert one("SELECT count(*) FROM site_allocation_household WHERE allocation_id = ? AND no_site = 'own_home'", made) == one(
        with_own_home, run
    )
    areas = shapely.union_all(
        geopackage.decode([row[0] for row in plain.execute("SELECT geom FROM hazard_run_area WHERE run_id = ?", (run,))])
    )
    used = plain.execute(
        "SELECT geom FROM safe_site WHERE id IN (SELECT site_id FROM site_allocation_household WHERE allocation_id = ?)", (made,)
    )
    assert not shapely.intersects(areas, geopackage.decode([row[0] for row in used])).any()
    placed = (
        "SELECT sum(people * distance_m), max(distance_m) FROM site_allocation_household WHERE allocation_id = ? AND site_id IS NOT NULL"
    )
    assert one(placed, made) == (pytest.approx(done["walk_m"], rel=1e-6), pytest.approx(done["longest_m"]))


Crossing = tuple[int, int]
Cover = frozenset[int]
NONE: Cover = frozenset()


@dataclass(frozen=True)
class Streets:
    """Every vertex of every road as a crossing: neighbours with metres and the danger over the way, and the stretches to reach them by."""

    neighbours: dict[Crossing, list[tuple[Crossing, float, Cover]]]
    stretches: np.ndarray
    tree: shapely.STRtree
    danger: list[shapely.Geometry]

    def foot(self, x: float, y: float) -> Foot:
        """The nearest place on a road."""
        point = shapely.Point(x, y)
        stretch = self.stretches[int(self.tree.nearest(point))]
        along = float(shapely.line_locate_point(stretch, point))
        ends = [_crossing(*place) for place in shapely.get_coordinates(stretch)]
        to_road = shapely.LineString([point, stretch.interpolate(along)])
        over = _over(self.danger, stretch.interpolate(0.5, normalized=True))
        return Foot([(ends[0], along), (ends[1], stretch.length - along)], float(to_road.length), over, to_road)


@dataclass(frozen=True)
class Foot:
    """The two crossings around a place on a road, each with metres along; the metres to the road, the danger there, the way to it."""

    crossings: list[tuple[Crossing, float]]
    off: float
    over: Cover
    to_road: shapely.LineString


def _over(danger: list[shapely.Geometry], shape: shapely.Geometry) -> Cover:
    return frozenset(number for number, part in enumerate(danger) if shapely.intersects(part, shape))


def _crossing(x: float, y: float) -> Crossing:
    return round(x * 1_000), round(y * 1_000)


def _danger(plain: sqlite3.Connection, run: int) -> list[shapely.Geometry]:
    """What is red, what is orange or red, and so on, in separate parts: people only ever go out of one."""
    rows = plain.execute("SELECT geom, level FROM hazard_run_area WHERE run_id = ?", (run,)).fetchall()
    shapes, levels = geopackage.decode([row[0] for row in rows]), [row[1] for row in rows]
    worse = [shapes[[level in LEVELS[: at + 1] for level in levels]] for at in range(len(LEVELS))]
    parts = [part for own in worse for part in shapely.get_parts(shapely.union_all(own))]
    for part in parts:
        shapely.prepare(part)
    return parts


def _streets(plain: sqlite3.Connection, danger: list[shapely.Geometry]) -> Streets:
    roads = geopackage.decode([row[0] for row in plain.execute("SELECT geom FROM road")])
    noded = shapely.get_parts(shapely.union_all(roads))
    pieces = [
        shapely.LineString(pair) for line in noded for pair in zip(*(shapely.get_coordinates(line)[n:] for n in (0, 1)), strict=False)
    ]
    tree = shapely.STRtree(pieces)
    split: list[shapely.LineString] = []
    joints: list[tuple[Crossing, Crossing, float, Cover]] = []
    cuts: dict[int, list[float]] = defaultdict(list)
    degree: dict[Crossing, int] = defaultdict(int)
    for piece in pieces:
        for place in shapely.get_coordinates(piece):
            degree[_crossing(*place)] += 1
    for line in noded:
        for end in (shapely.get_point(line, 0), shapely.get_point(line, -1)):
            if degree[_crossing(end.x, end.y)] > 1:
                continue
            own = _crossing(end.x, end.y)
            near = [n for n in tree.query(end, predicate="dwithin", distance=SNAP_M).tolist() if not line.covers(pieces[n])]
            near = [n for n in near if own not in {_crossing(*place) for place in shapely.get_coordinates(pieces[n])}]
            if near:
                best = min(near, key=lambda n: pieces[n].distance(end))
                along = float(pieces[best].project(end))
                cuts[best].append(along)
                foot = pieces[best].interpolate(along)
                gap = shapely.LineString([end, foot])
                joints.append((own, _crossing(foot.x, foot.y), gap.length, _over(danger, gap)))
    for part in danger:
        for number in tree.query(part.boundary, predicate="intersects").tolist():
            met = shapely.get_parts(shapely.intersection(pieces[number], part.boundary))
            cuts[number] += [float(pieces[number].project(shapely.Point(*place))) for place in shapely.get_coordinates(met)]
    for number, piece in enumerate(pieces):
        marks = [0.0, *sorted(cuts[number]), piece.length]
        places = [shapely.get_coordinates(piece.interpolate(mark))[0] for mark in marks]
        split += [shapely.LineString(pair) for pair in zip(places, places[1:], strict=False) if tuple(pair[0]) != tuple(pair[1])]
    neighbours: dict[Crossing, list[tuple[Crossing, float, Cover]]] = defaultdict(list)
    middles = [one.interpolate(0.5, normalized=True) for one in split]
    stretches = [
        (*(_crossing(*p) for p in shapely.get_coordinates(one)), one.length, _over(danger, middle))
        for one, middle in zip(split, middles, strict=True)
    ]
    for a, b, metres, over in [*stretches, *joints]:
        neighbours[a].append((b, metres, over))
        neighbours[b].append((a, metres, over))
    return Streets(neighbours, np.array(split), shapely.STRtree(split), danger)


def _walked(streets: Streets, home: Foot, place: Foot, *, heeds_danger: bool) -> float:
    """Metres along the roads, by the plainest search there is; the danger over the way is only ever left."""
    done: set[tuple[Crossing, Cover]] = set()
    over = home.over if heeds_danger else NONE
    waiting = [(metres, crossing, sorted(over)) for crossing, metres in home.crossings]
    heapq.heapify(waiting)
    best = float("inf")
    while waiting:
        metres, crossing, held = heapq.heappop(waiting)
        now = frozenset(held)
        if (crossing, now) in done or metres > best:
            continue
        done.add((crossing, now))
        for end, more in place.crossings:
            if end == crossing and (not heeds_danger or place.over <= now):
                best = min(best, metres + more)
        for other, step, lies_over in streets.neighbours[crossing]:
            if not heeds_danger:
                heapq.heappush(waiting, (metres + step, other, []))
            elif lies_over <= now:
                heapq.heappush(waiting, (metres + step, other, sorted(lies_over)))
    return best


def _check_ways(plain: sqlite3.Connection, run: int, made: object) -> None:
    """The ways of some families to their sites, walked crossing by crossing."""
    streets = _streets(plain, _danger(plain, run))
    rows = plain.execute(
        "SELECT f.distance_m, f.basis, h.geom, s.geom FROM site_allocation_household f JOIN site_allocation a ON a.id = f.allocation_id"
        " JOIN hazard_run_household x ON x.run_id = a.run_id AND x.household_id = f.household_id JOIN house h ON h.id = x.house_id"
        " JOIN safe_site s ON s.id = f.site_id WHERE f.allocation_id = ? ORDER BY f.household_id",
        (made,),
    ).fetchall()
    kinds = set()
    for metres, basis, home, place in rows[:: len(rows) // 25]:
        (x, y), (u, v) = geopackage.decode_points([home])[0], geopackage.decode_points([place])[0]
        straight = float(np.hypot(x - u, y - v))
        own = _over(streets.danger, shapely.Point(x, y))
        from_home, from_place = streets.foot(x, y), streets.foot(u, v)
        off = from_home.off + from_place.off
        is_open = _over(streets.danger, from_home.to_road) <= own and _over(streets.danger, from_place.to_road) <= from_place.over
        dry = off + _walked(streets, from_home, from_place, heeds_danger=True) if is_open else float("inf")
        by_road = off + _walked(streets, from_home, from_place, heeds_danger=False)
        is_near = straight <= off and _over(streets.danger, shapely.LineString([(x, y), (u, v)])) <= own
        if is_near:
            assert (basis, metres) == ("near", pytest.approx(straight, abs=1.0))
        elif basis in ("off_road", "not_joined"):
            assert metres == pytest.approx(straight, abs=1.0)
            assert max(from_home.off, from_place.off) > FAR_M or not np.isfinite(by_road)
        elif np.isfinite(dry):
            assert (basis, metres) == ("road", pytest.approx(dry, abs=1.0))
        elif basis == "through":
            assert metres == pytest.approx(min(by_road, straight) if straight <= off else by_road, abs=1.0)
        else:
            assert not is_open, "the nearest road lies beyond danger, the family goes to another"
            assert (basis, metres >= straight) == ("road", True)
        kinds.add(basis)
    assert {"road", "through"} <= kinds


def _people_on_lists(path: Path) -> dict[str, int]:
    book = CalamineWorkbook.from_path(path)
    rows = book.get_sheet_by_index(0).to_python()
    header = next(row for row in rows if "应到人数" in row)
    found: dict[str, int] = {}
    for row in rows[rows.index(header) + 1 :]:
        told = dict(zip(header, row, strict=True))
        found[f"{told['避险点']} {told['村/社区']}"] = int(told["应到人数"])
    return found


def _people_by_site(plain: sqlite3.Connection, made: object) -> dict[str, int]:
    return dict(
        plain.execute(
            "SELECT s.name || ' ' || d.name, sum(f.people) FROM site_allocation_household f JOIN safe_site s ON s.id = f.site_id"
            " JOIN division d ON d.id = s.division_id WHERE f.allocation_id = ? GROUP BY s.id",
            (made,),
        ).fetchall()
    )
