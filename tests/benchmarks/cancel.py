"""How soon every long work lets itself be cancelled, at county size: the longest time in which it does not ask, and where."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.ear import Ear
from tests.benchmarks.figure import Figure
from tests.benchmarks.flood import LEVELS, RASTER_CELLS, write_bulletin

HEARD_MS, HEARD_OF_FILES_MS = 200.0, 300.0
CORNERS = 300_000
Work = Callable[[Ear], object]
Works = Iterator[tuple[str, Work]]


def cancel_hazards(county: Path) -> Iterator[Figure]:
    """Hazard files and runs, within 0.2 s."""
    yield from _heard(county, _hazards, HEARD_MS)


def cancel_rivers(county: Path) -> Iterator[Figure]:
    """Terrains, rivers and depths, within 0.2 s."""
    yield from _heard(county, _rivers, HEARD_MS)


def cancel_exports(county: Path) -> Iterator[Figure]:
    """Whole lists out, within 0.3 s."""
    yield from _heard(county, _exports, HEARD_OF_FILES_MS)


def cancel_imports(county: Path) -> Iterator[Figure]:
    """Whole ledgers in, within 0.3 s."""
    yield from _heard(county, _imports, HEARD_OF_FILES_MS)


def _heard(county: Path, works: Callable[[Any, Path], Works], budget: float) -> Iterator[Figure]:
    """On a copy of the county: the hardest gap of each work; nothing is cancelled, so that each runs to its end.

    Python's search for cycles is off, as it is in the window while a work runs.
    """
    from gisapp.services.ledger.collector import collector_at_rest
    from gisapp.storage.county import county_file

    with tempfile.TemporaryDirectory() as folder, county_file.writing(Path(shutil.copy(county, folder))) as db, collector_at_rest():
        for name, work in works(db, Path(folder)):
            ear = Ear()
            gap = ear.listen(work)
            yield Figure(f"{name}: silent", gap.wall_ms, "ms", ear.asked, budget=budget, cpu=gap.cpu_ms, note=gap.where)
            if ear.closing_ms:
                yield Figure(f"{name}: the last write, without a Cancel to press", ear.closing_ms, "ms", 1)


def _hazards(db: Any, folder: Path) -> Works:
    from gisapp.domain.hazard import AffectedRule, CountedAt
    from gisapp.services.hazards.import_hazards import take_hazards
    from gisapp.services.hazards.read_hazards import read_hazards
    from gisapp.services.runs.find_affected import find_affected

    bulletin, coast = folder / "通报.geojson", folder / "岸线.geojson"
    write_bulletin(db.conn, bulletin)
    _write_coast(db.conn, coast)
    yield "a bulletin read", lambda ear: read_hazards(db.conn, bulletin, cancelled=ear)
    yield f"one area of {CORNERS:,} corners read", lambda ear: read_hazards(db.conn, coast, cancelled=ear)
    few, many = read_hazards(db.conn, coast), read_hazards(db.conn, bulletin)
    run = partial(find_affected, db, who="benchmark")
    yield "a run over a bulletin", lambda ear: run(many.areas, cancelled=ear)
    yield (
        "a run over a bulletin, where people sleep, 200 m wider",
        lambda ear: run(many.areas, counted_at=CountedAt.SLEEPING, buffer_m=200.0, cancelled=ear),
    )
    yield "a run by outlines of houses", lambda ear: run(many.areas, rule=AffectedRule.CENTROID, cancelled=ear)
    yield f"a run over {CORNERS:,} corners", lambda ear: run(few.areas, cancelled=ear)
    yield f"a run over {CORNERS:,} corners, 200 m wider", lambda ear: run(few.areas, buffer_m=200.0, cancelled=ear)
    yield "a bulletin saved", lambda ear: take_hazards(db, many, who="benchmark", cancelled=ear)
    yield "a bulletin saved again", lambda ear: take_hazards(db, many, who="benchmark", cancelled=ear)


def _rivers(db: Any, folder: Path) -> Works:
    from gisapp.services.hazards.prepare_drainage import ground_of, own_terrain, prepare_ground
    from gisapp.services.hazards.raise_river import raise_river
    from gisapp.services.hazards.read_depths import read_depth_hazard
    from gisapp.services.hazards.read_terrain import import_terrain, read_terrain
    from gisapp.services.runs.find_affected import find_affected

    heights, depths = folder / "地形.tif", folder / "水深.tif"
    _write_rasters(own_terrain(db.conn), db.conn, heights, depths)
    yield f"a terrain of {RASTER_CELLS:,} x {RASTER_CELLS:,} cells read", lambda ear: read_terrain(db.conn, heights, cancelled=ear)
    found, _ = read_terrain(db.conn, heights)
    yield "the same prepared", lambda ear: ground_of(db.conn, found, cancelled=ear)
    ground = ground_of(db.conn, found)
    yield "its rivers raised", lambda ear: raise_river(db.conn, ground, cancelled=ear)
    rise = raise_river(db.conn, ground)
    yield "a level outlined", lambda ear: rise.area(5.0, cancelled=ear)
    yield "its ground outlined", lambda ear: rise.ground(cancelled=ear)
    yield "the terrain kept", lambda ear: import_terrain(db, heights, who="benchmark", cancelled=ear)
    yield "its drainage kept", lambda ear: prepare_ground(db, cancelled=ear)
    yield "depths read", lambda ear: read_depth_hazard(db.conn, depths, (0.5, 1.0, 2.0), cancelled=ear)
    hazard = read_depth_hazard(db.conn, depths, (0.5, 1.0, 2.0))
    yield "a run over depths", lambda ear: find_affected(db, [], depths=[hazard], who="benchmark", cancelled=ear)


def _exports(db: Any, folder: Path) -> Works:
    from gisapp.export.county_tables import ExportKind
    from gisapp.export.export_kind import MAPS, TABLES, export_kind
    from gisapp.export.export_order import ExportOrder
    from gisapp.services.runs.find_affected import find_affected
    from gisapp.storage.hazards import hazards

    find_affected(db, hazards.all_areas(db.conn), who="benchmark")

    def write(ending: str, kind: ExportKind, ear: Ear) -> None:
        export_kind(db.conn, folder / f"{kind}{ending}", ExportOrder(kind), cancelled=ear)

    for ending in (*TABLES, *MAPS):
        yield f"all people as {ending}", partial(write, ending, ExportKind.RESIDENTS)
    for kind in (one for one in ExportKind if one is not ExportKind.RESIDENTS):
        yield f"{kind} as .xlsx", partial(write, ".xlsx", kind)


def _imports(db: Any, folder: Path) -> Works:
    from gisapp.domain.ledger import LedgerKind
    from gisapp.export.county_tables import ExportKind
    from gisapp.export.export_kind import export_kind, export_revealed
    from gisapp.export.export_order import ExportOrder
    from gisapp.services.ledger.import_ledger import import_ledger, preview_ledger, read_table
    from gisapp.services.ledger.map_table import read_places

    people, other, grids = folder / "人员.xlsx", folder / "人员.csv", folder / "网格.gpkg"
    for path in (people, other):
        export_revealed(db, path, ExportOrder(ExportKind.RESIDENTS), who="benchmark", reason="benchmark")
    export_kind(db.conn, grids, ExportOrder(ExportKind.GRIDS, is_titled=True))
    _give_other_phones(other)
    yield "all people read from .xlsx", lambda ear: read_table(db.conn, people, LedgerKind.RESIDENTS, cancelled=ear)
    yield "all people read from .csv", lambda ear: read_table(db.conn, other, LedgerKind.RESIDENTS, cancelled=ear)
    table = read_table(db.conn, other, LedgerKind.RESIDENTS)
    yield "all people looked at", lambda ear: preview_ledger(db.conn, table, cancelled=ear)
    yield "all people changed", lambda ear: import_ledger(db, table, who="benchmark", cancelled=ear, closing=ear.closing)
    yield "all grids read from a map", lambda ear: read_places(db.conn, grids, LedgerKind.GRIDS, cancelled=ear)
    cells = read_places(db.conn, grids, LedgerKind.GRIDS)
    yield "all grids taken in", lambda ear: import_ledger(db, cells, who="benchmark", cancelled=ear, closing=ear.closing)


def _give_other_phones(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    phone = next(place for place, title in enumerate(header) if "电话" in title)
    for number, row in enumerate(rows):
        row[phone] = f"139{number:08}"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def _write_coast(connection: Any, path: Path) -> None:
    """One area whose border winds round the middle of the county."""
    import json

    from gisapp.spatial import crs
    from gisapp.storage.county import settings
    from gisapp.storage.places import layers

    _, xy = layers.house_points(connection)
    turn = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
    reach = 12_000 + 300 * np.sin(turn * 500) + np.random.default_rng(1).uniform(-0.1, 0.1, CORNERS)
    ring = np.median(xy, axis=0) + reach[:, None] * np.stack((np.cos(turn), np.sin(turn)), -1)
    corners = crs.to_degrees(ring, settings.crs(connection)).round(9).tolist()
    shape = {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
    feature = {"type": "Feature", "properties": {"名称": "岸线", "等级": LEVELS[0]}, "geometry": shape}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False), "utf-8")


def _write_rasters(terrain: Any, connection: Any, heights: Path, depths: Path) -> None:
    """The sample terrain stretched to so many cells, and water up to three metres deep over the same ground."""
    import rasterio
    from rasterio.transform import from_origin

    from gisapp.storage.county import settings

    rows, columns = (np.arange(RASTER_CELLS) * size // RASTER_CELLS for size in terrain.steps.shape)
    metres = terrain.plain_steps()[rows][:, columns].astype(np.float32)
    side = max(terrain.steps.shape) * terrain.cell_m / RASTER_CELLS
    facts = {
        "width": RASTER_CELLS,
        "height": RASTER_CELLS,
        "count": 1,
        "dtype": "float32",
        "crs": settings.crs(connection),
        "nodata": -9_999,
    }
    place = from_origin(terrain.west, terrain.north, side, side)
    water = np.random.default_rng(1).uniform(-1, 3, metres.shape).clip(0).astype(np.float32)
    for path, values in ((heights, np.nan_to_num(metres, nan=-9_999)), (depths, water)):
        with rasterio.open(path, "w", driver="GTiff", transform=place, compress="deflate", **facts) as file:
            file.write(values, 1)
