"""Lines to safe sites: one a village or grid and site, as wide as families go; figures beside the sites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlite_utils import Database

from gisapp.domain.safe_site import AllocationQuestion
from gisapp.scene import site_lines
from gisapp.scene.county_layers import label_layer, safe_site_layer
from gisapp.scene.site_lines import site_line_entries, site_line_layer, with_site_figures
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.safe_sites.allocate_sites import allocate_sites
from gisapp.services.safe_sites.report_safe_sites import site_loads
from gisapp.services.safe_sites.save_safe_site import change_safe_site
from gisapp.storage.hazards import hazards
from gisapp.storage.safe_sites import allocations, safe_sites
from tests.builders import EAST, NORTH, add_hazard, box, opened


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 2_000, 4_000))
        run, _ = find_affected(db, hazards.all_areas(db.conn), who="甲")
        allocate_sites(db, run.id, AllocationQuestion(), who="甲")
        yield db


def test_each_grid_has_a_line_to_where_its_families_go(db: Database) -> None:
    layer, in_all = site_line_layer(db.conn, 1)
    assert (len(layer.shapes), in_all) == (2, 2)
    ends = layer.shapes.coords.reshape(2, -1, 2)[:, -1]
    assert ends.tolist() == [[EAST + 3_500, NORTH + 3_500]] * 2


def test_from_many_grids_the_lines_begin_at_the_villages(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_lines, "MOST_GRIDS", 1)
    layer, in_all = site_line_layer(db.conn, 1)
    assert (len(layer.shapes), in_all) == (1, 1)
    assert site_line_layer(db.conn, 1, sites=[99])[1] == 0


def test_too_many_lines_are_said_in_the_legend(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    assert site_line_entries(*site_line_layer(db.conn, 1))[0].text == "去避险点（每线户数）"
    monkeypatch.setattr(site_lines, "MOST_LINES", 1)
    layer, in_all = site_line_layer(db.conn, 1)
    assert len(layer.shapes) == 1
    assert site_line_entries(layer, in_all)[0].text == "去避险点（2 条中最粗的 1 条）"


def test_a_site_stands_with_its_people_and_room(db: Database) -> None:
    labels = label_layer(db.conn)
    assert labels is not None
    places = {1: (EAST + 3_500, NORTH + 3_500)}
    named = with_site_figures(labels, site_loads(db.conn, allocations.in_force(db.conn)), places)
    assert "东社区小学 6/200" in named.texts
    assert len(named.texts) == len(named.xy) == len(named.classes) == len(named.priorities)


def test_an_over_full_and_a_closed_site_have_another_mark(db: Database) -> None:
    facts = safe_sites.of_ids(db.conn, [1])[1].facts
    for change, code in (({}, 0), ({"capacity": 5}, 1), ({"capacity": 5, "is_in_use": False}, 2)):
        if change:
            change_safe_site(db, 1, replace(facts, **change), who="甲")  # type: ignore[arg-type]
        layer = safe_site_layer(db.conn)
        assert layer is not None
        assert np.array_equal(layer.classes, [code])
