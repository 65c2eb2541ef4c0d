"""Files made to eat memory, time or trust end in a sentence, or in what of them can be read; nothing is fetched, run or left behind.

Here those that are quick to make and to end; all of them, measured one by one: ``python -m tests.fuzz --bombs``.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz import bombs
from tests.fuzz import bombs_in_maps as maps
from tests.fuzz import bombs_in_tables as tables
from tests.fuzz.bombs import BOMBS, Maker
from tests.fuzz.doors import DOORS, through

TAKEN = {
    tables.a_dimension_of_billions,
    tables.entities_in_a_workbook,
    tables.links_and_commands,
    maps.a_raster_with_overviews_elsewhere,
}
"""Read for what they hold: three good rows, or good depths, whatever else stands beside them."""

SLOW = {
    tables.cells_without_end, tables.words_without_end, tables.styled_blank_rows, tables.a_table_without_end, tables.a_header_without_end,
    tables.lines_without_end, maps.empty_objects_without_end, maps.a_field_in_each_feature, maps.a_sparse_shapefile,
    maps.a_kml_that_says_it_is_small, maps.many_small_kmls, maps.folders_in_folders, maps.coordinates_without_end,
    maps.a_name_in_each_mark, maps.points_without_end, maps.a_view_that_fills_the_memory, bombs.numbers_without_end,
}  # fmt: skip
QUICK = [(name, maker) for name, makers in BOMBS.items() for maker in makers if maker not in SLOW]
SPECIAL = ("ledger.xlsx", "ledger.csv", "form.xlsx", "sheet.xlsx", "areas.csv", "areas.geojson", "areas.shp", "areas.gpkg", "areas.kml",
           "areas.gpx", "map.geojson", "map.csv", "depths.tif", "terrain.tif", "photo.jpg", "rollcall.json", "county.gpkg")  # fmt: skip


@pytest.fixture
def listener() -> Iterator[list[str]]:
    """Whoever calls at the address that the bombs name."""
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", bombs.PORT))
        server.listen()
        server.setblocking(False)
        callers: list[str] = []
        yield callers
        try:
            callers.append(str(server.accept()[1]))
        except BlockingIOError:
            return
        pytest.fail("a file made the program call at an address")


@pytest.mark.parametrize(("name", "maker"), QUICK, ids=[f"{name}-{maker.__name__}" for name, maker in QUICK])
def test_a_bomb_is_a_sentence(
    many_doors: Path, listener: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, maker: Maker
) -> None:
    monkeypatch.setattr("gisapp.readers.geodata.MOST_SILENT_SECONDS", 3.0)
    maker(tmp_path / name)
    before = sorted(one.name for one in tmp_path.iterdir())
    said = through(many_doors, tmp_path / name)
    assert not any(said) if maker in TAKEN and not name.startswith("form") else all(said)
    assert sorted(one.name for one in tmp_path.iterdir()) == before
    assert not multiprocessing.active_children()
    assert not listener


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither such pipes nor such devices in a folder")
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "circle"])
def test_what_is_no_file_is_never_waited_for(many_doors: Path, tmp_path: Path, kind: str) -> None:
    for name in SPECIAL:
        path = tmp_path / name
        match kind:
            case "pipe":
                os.mkfifo(path)
            case "device":
                path.symlink_to("/dev/zero")
            case "folder":
                path.mkdir()
            case _:
                path.symlink_to(path)
        assert all(through(many_doors, path)), name
        path.rmdir() if kind == "folder" else path.unlink()
    assert {Path(name).stem for name in SPECIAL} == set(DOORS)
