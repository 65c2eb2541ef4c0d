"""Flows from villages to sites: lineage respected, nobody lost or doubled, sums equal to plain SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.origins import ends_of, flow_id
from gisapp.errors import BadRequest
from gisapp.services.places.trace_origins import by_town, families_of_flows, find_site, find_village, is_crowd, trace_origins
from gisapp.storage.county import county_file, geopackage
from tests.builders import BARE, COMPLETE, TWO_ENDS, box, opened

if TYPE_CHECKING:
    from sqlite_utils import Database

WEST, MERGED, OLDEST = 4, 6, 7


def merge_villages(db: Database) -> None:
    """老庄村 merged into 石堰村, and 石堰村 into 西山村; one family each is still written down under the old village."""
    outline = geopackage.encode(box(0, 0, 100, 100), 4545)
    for number, name, successor in ((MERGED, "石堰村", WEST), (OLDEST, "老庄村", MERGED)):
        row = {"id": number, "uid": f"division-{number}", "code": f"61099910020{number}", "name": name, "level": "village", "parent_id": 2}
        db["division"].insert({**row, "geom": outline})
        db.execute("UPDATE division SET successor_id = ?, ended_on = '2019-01-01' WHERE id = ?", (successor, number))
    db.execute("UPDATE household SET origin_division_id = ? WHERE id = ?", (MERGED, TWO_ENDS))
    db.execute("UPDATE household SET origin_division_id = ? WHERE id = ?", (OLDEST, BARE))


def test_families_and_people_are_counted_from_village_to_site(county: Path) -> None:
    with opened(county) as db:
        (flow,) = trace_origins(db.conn).flows
    assert (flow.origin_name, flow.site_name, flow.families, flow.people) == ("西山村", "紫云南郡", 3, 5)
    assert ends_of(flow.id) == (WEST, 1)


def test_a_merged_village_is_counted_with_its_successor_and_its_old_name_is_told(county: Path) -> None:
    with opened(county) as db:
        merge_villages(db)
        (flow,) = trace_origins(db.conn).flows
        assert (flow.origin, flow.families) == (WEST, 3)
        assert flow.formerly == ("石堰村", "老庄村")
        assert flow.origin_caption == "西山村（原石堰村、老庄村）"
        assert families_of_flows(db.conn, [flow.id]) == (COMPLETE, TWO_ENDS, BARE)


@pytest.mark.parametrize("text", ["西山村", "老庄村", "石堰村", "西镇", "610999100201"])
def test_a_village_is_asked_for_by_name_old_name_code_or_town(county: Path, text: str) -> None:
    with opened(county) as db:
        merge_villages(db)
        assert trace_origins(db.conn, village=find_village(db.conn, text)).families == 3
        assert trace_origins(db.conn, village=find_village(db.conn, "东社区")).families == 0


def test_families_at_no_site_are_told_apart_and_nobody_is_lost(county: Path) -> None:
    with opened(county) as db:
        db.execute("UPDATE home SET house_id = 8 WHERE household_id = ? AND role = 'residence'", (BARE,))
        db.execute("DELETE FROM home WHERE household_id = ? AND role = 'residence'", (COMPLETE,))
        report = trace_origins(db.conn)
        assert [flow.families for flow in report.flows] == [1]
        assert [flow.families for flow in report.elsewhere] == [2]
        (elsewhere,) = report.elsewhere
        assert families_of_flows(db.conn, [elsewhere.id]) == (COMPLETE, BARE)
        relocated = db.conn.execute("SELECT count(*) FROM household WHERE relocated_on IS NOT NULL AND ended_on IS NULL").fetchone()[0]
    assert relocated == 3


def test_a_family_that_ended_and_people_who_left_are_not_counted(county: Path) -> None:
    with opened(county) as db:
        db.execute("UPDATE household SET ended_on = '2026-01-01' WHERE id = ?", (BARE,))
        db.execute("UPDATE resident SET left_on = '2026-01-01' WHERE household_id = ? AND relation = 'spouse'", (COMPLETE,))
        (flow,) = trace_origins(db.conn).flows
    assert (flow.families, flow.people) == (2, 3)


def test_another_site_has_its_own_flows(county: Path) -> None:
    with opened(county) as db:
        assert trace_origins(db.conn, site=find_site(db.conn, "紫云南郡")).families == 3
        assert trace_origins(db.conn, site=99).flows == ()
        with pytest.raises(BadRequest) as refused:
            find_site(db.conn, "不存在")
        assert "紫云南郡" in (refused.value.next_step or "")
        with pytest.raises(BadRequest):
            find_village(db.conn, "紫云南郡")


def test_a_flows_number_gives_back_its_ends() -> None:
    for origin, site in ((4, 1), (171, 17), (99_999, 1_000_000)):
        assert ends_of(flow_id(origin, site)) == (origin, site)


def test_by_town_the_same_families_are_counted_and_found(sample_county: Path) -> None:
    with county_file.reading(sample_county) as connection:
        flows = trace_origins(connection).flows
        assert is_crowd(flows)
        towns = by_town(connection, flows)
        assert all(flow.is_of_town for flow in towns)
        assert not any(flow.is_of_town for flow in flows)
        assert len(towns) <= 10 * 17
        said = connection.execute(
            "SELECT t.id, b.site_id, count(DISTINCT k.id), count(*) FROM household k JOIN division v ON v.id = k.origin_division_id"
            " JOIN division t ON t.id = v.parent_id JOIN home m ON m.household_id = k.id AND m.role = 'residence' AND m.to_date IS NULL"
            " JOIN house h ON h.id = m.house_id JOIN building b ON b.id = h.building_id"
            " JOIN resident r ON r.household_id = k.id AND r.left_on IS NULL WHERE k.relocated_on IS NOT NULL GROUP BY 1, 2"
        ).fetchall()
        assert {(int(flow.origin), flow.site): (flow.families, flow.people) for flow in towns} == {row[:2]: row[2:] for row in said}
        assert [len(families_of_flows(connection, [flow.id])) for flow in towns[:5]] == [flow.families for flow in towns[:5]]


def test_a_village_in_no_town_stays_as_it_is(county: Path) -> None:
    with opened(county) as db:
        flows = trace_origins(db.conn).flows
        assert [(flow.origin_name, flow.families) for flow in by_town(db.conn, flows)] == [("西镇", 3)]
        db.execute("UPDATE division SET parent_id = 1 WHERE id = ?", (WEST,))
        assert [(flow.origin_name, flow.families) for flow in by_town(db.conn, flows)] == [("西山村", 3)]
