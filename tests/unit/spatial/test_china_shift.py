"""GCJ-02 and BD-09: the published pairs, and there and back to the same place."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.spatial import china_shift, crs
from gisapp.spatial.china_shift import BD_09, GCJ_02

PAIRS_GCJ = (
    ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
    ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
    ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
)
"""WGS 84 and GCJ-02 as googollee/eviltransform's own tests publish them."""

PAIR_BD = ((116.404, 39.915), (116.41036949371029, 39.92133699351021))
"""GCJ-02 and BD-09 as wandergis/coordtransform publishes them."""

places = st.lists(st.tuples(st.floats(72.6, 137.2), st.floats(1.5, 55.2)), min_size=1, max_size=20)


@pytest.mark.parametrize(("wgs", "gcj"), PAIRS_GCJ)
def test_the_published_pairs_come_out(wgs: tuple[float, float], gcj: tuple[float, float]) -> None:
    assert china_shift.wgs_to_gcj(np.array([wgs]))[0] == pytest.approx(gcj, abs=1e-12)
    assert china_shift.gcj_to_wgs(np.array([gcj]))[0] == pytest.approx(wgs, abs=1e-12)


def test_the_published_pair_of_baidu_comes_out() -> None:
    gcj, bd = PAIR_BD
    assert china_shift.gcj_to_bd(np.array([gcj]))[0] == pytest.approx(bd, abs=1e-12)
    assert china_shift.bd_to_gcj(np.array([bd]))[0] == pytest.approx(gcj, abs=1e-12)


@pytest.mark.parametrize("system", [GCJ_02, BD_09])
@given(where=places)
def test_there_and_back_is_the_same_place(system: str, where: list[tuple[float, float]]) -> None:
    wgs = np.array(where)
    assert np.abs(china_shift.to_wgs(china_shift.from_wgs(wgs, system), system) - wgs).max() < 1e-9
    assert np.abs(china_shift.from_wgs(china_shift.to_wgs(wgs, system), system) - wgs).max() < 1e-9


def test_the_shift_is_some_hundred_metres_in_the_county_and_nothing_abroad() -> None:
    here, abroad = np.array([[108.5, 32.89]]), np.array([[2.35, 48.86]])
    apart = np.hypot(*(crs.to_metres(china_shift.wgs_to_gcj(here), 4545) - crs.to_metres(here, 4545))[0])
    assert 100 < apart < 1_000
    assert (china_shift.wgs_to_gcj(abroad) == abroad).all()


def test_no_place_at_all_is_no_trouble() -> None:
    none = np.empty((0, 2))
    assert china_shift.to_wgs(none, BD_09).shape == china_shift.from_wgs(none, GCJ_02).shape == (0, 2)
