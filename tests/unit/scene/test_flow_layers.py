"""Flows as lines on the map: which end is which, how wide they are, where a click finds them."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from gisapp.scene.flow_layers import family_layers, flow_entries, flow_layer, width_classes, with_flow_names
from gisapp.scene.hit import feature_at
from gisapp.scene.layers import FlowLayer
from gisapp.scene.view import View
from gisapp.services.places.trace_origins import trace_origins
from gisapp.storage.contacts import origins
from tests.builders import BARE, COMPLETE, EAST, NORTH, ORDINARY, opened

SITE = (EAST + 2500, NORTH + 500)


def layer_of(county: Path) -> FlowLayer:
    with opened(county) as db:
        return flow_layer(db.conn, trace_origins(db.conn).flows)


def test_a_line_goes_from_inside_the_village_to_the_site(county: Path) -> None:
    layer = layer_of(county)
    first, last = layer.shapes.coords[0], layer.shapes.coords[-1]
    assert EAST < first[0] < EAST + 2000
    assert tuple(last) == SITE


def test_a_click_on_a_line_finds_its_flow_at_every_scale(county: Path) -> None:
    layer = layer_of(county)
    x, y = layer.shapes.coords[len(layer.shapes.coords) // 2]
    for metres in (2.0, 40.0):
        view = View(x, y, metres, 400, 300)
        assert feature_at(layer, view, at_px=(200, 150)) == int(layer.shapes.ids[0])
        assert feature_at(layer, view, at_px=(200, 20)) is None


def test_widths_stand_for_numbers_of_families() -> None:
    assert width_classes(np.array([1, 4, 5, 19, 20, 49, 50, 9_000])).tolist() == [0, 0, 1, 1, 2, 2, 3, 3]


def test_the_legend_names_the_widths_in_use_only(county: Path) -> None:
    assert [entry.text for entry in flow_entries(layer_of(county))] == ["搬迁来源（每线户数）", "1–4 户"]


def test_without_flows_there_is_an_empty_layer_and_no_legend(county: Path) -> None:
    with opened(county) as db:
        layer = flow_layer(db.conn, ())
    assert len(layer.shapes) == 0
    assert flow_entries(layer) == ()


def test_a_village_without_an_outline_is_left_off_the_map(county: Path) -> None:
    with opened(county) as db:
        flows = trace_origins(db.conn).flows
        db.execute("UPDATE division SET geom = NULL WHERE id = 4")
        assert len(flow_layer(db.conn, flows).shapes) == 0


def test_both_homes_of_a_family_are_joined_dashed_where_the_first_is_gone(county: Path) -> None:
    with opened(county) as db:
        standing, gone = family_layers(db.conn, COMPLETE), family_layers(db.conn, BARE)
        assert family_layers(db.conn, ORDINARY) is None
    assert standing is not None
    assert gone is not None
    line, ends = gone
    assert line.style.strokes[line.classes[0]].dash
    assert not standing[0].style.strokes[standing[0].classes[0]].dash
    assert tuple(ends.xy[0]) == (EAST + 900, NORTH + 900)
    assert tuple(line.shapes.coords[0]) == tuple(ends.xy[0])


def test_villages_and_sites_of_flows_are_named_once_with_their_families(county: Path) -> None:
    from gisapp.scene.county_layers import label_layer
    from gisapp.scene.flow_layers import village_points

    with opened(county) as db:
        flows = trace_origins(db.conn).flows
        labels = label_layer(db.conn)
        assert labels is not None
        named = with_flow_names(labels, flows, village_points(db.conn, [4]), origins.site_points(db.conn))
    assert {"西山村 3", "紫云南郡 3"} <= set(named.texts)
    assert not {"西山村", "紫云南郡"} & set(named.texts)
    assert len(named.texts) == len(named.xy) == len(named.classes) == len(named.priorities)
    assert len(named.scopes) == len(named.style.letterings)
