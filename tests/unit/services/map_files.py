"""Maps of other offices in the tiny county's place, imported as a clerk would."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gisapp.domain.ledger import LedgerKind
from gisapp.readers.geo_layer import GeoFile, GeoLayer
from gisapp.services.county.undo import undo
from gisapp.services.ledger.import_ledger import Imported, LedgerPlan, LedgerTable, import_ledger, preview_ledger
from gisapp.services.ledger.map_table import read_places
from gisapp.services.ledger.map_table import table_of as table_of_file
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import geopackage
from tests.builders import EAST, NORTH, box, opened
from tests.unit.readers.files import Feature, frame, in_degrees
from tests.unit.storage.contents import contents, difference

if TYPE_CHECKING:
    from sqlite_utils import Database

DAY = date(2026, 7, 12)


def at(x: float, y: float) -> shapely.Geometry:
    """A point in the tiny county's own metres, as degrees."""
    return in_degrees(shapely.Point(EAST + x, NORTH + y))


def cell(x: float, y: float, width: float = 2000, height: float = 2000) -> shapely.Geometry:
    """A rectangle in the tiny county's own metres, as degrees."""
    return in_degrees(box(x, y, width, height))


def gpkg(path: Path, features: Sequence[Feature], *, epsg: int = 4490, layer: str | None = None) -> Path:
    """A GeoPackage."""
    frame(features, epsg).to_file(path, driver="GPKG", layer=layer or path.stem)
    return path


def shp(path: Path, features: Sequence[Feature], *, epsg: int = 4490, encoding: str = "gb18030") -> Path:
    """A shapefile in Chinese encoding."""
    frame(features, epsg).to_file(path, encoding=encoding)
    return path


def table_of(county: Path, path: Path, kind: str, **how: Any) -> LedgerTable:
    """A file read as a kind."""
    with opened(county) as db:
        return read_places(db.conn, path, LedgerKind(kind), **how)


def previewed(county: Path, path: Path, kind: str, **how: Any) -> LedgerPlan:
    """What would become of every row; nothing is written."""
    with opened(county) as db:
        before = contents(db.conn)
        plan = preview_ledger(db.conn, read_places(db.conn, path, LedgerKind(kind), **how), today=DAY)
        assert difference(before, contents(db.conn)) == {}
        return plan


def in_memory(features: Sequence[Feature]) -> GeoFile:
    """A map of one layer as a reader hands it over, without a file on the disk: for tests that ask many times."""
    fields = tuple(features[0][1])
    cells: tuple[list[str | None], ...] = tuple([row[name] for name in fields] for _, row in features)
    shapes = np.array([*(shape for shape, _ in features), None], dtype=object)[:-1]
    layer = GeoLayer("面", "", "EPSG:4490", fields, len(features), cells, shapes, {}, frozenset())
    return GeoFile(Path("内存.gpkg"), "", (), (layer,), ())


def taken_in(db: Database, features: Sequence[Feature], kind: str, *, source: SourceCrs | None = None) -> tuple[LedgerPlan, LedgerPlan]:
    """What became of every row, and what would become of the same rows again; an undo in between gives back the very county."""
    file = in_memory(features)
    before = contents(db.conn)
    done = import_ledger(db, table_of_file(db.conn, file, file.layers, LedgerKind(kind), source=source), who="张三", today=DAY)
    again = preview_ledger(db.conn, table_of_file(db.conn, file, file.layers, LedgerKind(kind), source=source), today=DAY)
    if done.change is not None:
        undo(db, who="张三")
    assert difference(before, contents(db.conn)) == {}
    return done.plan, again


def imported(county: Path, path: Path, kind: str, **how: Any) -> Imported:
    """Import a file; on the way an undo gives back the very county, and the same table again says that there is nothing new."""
    with opened(county) as db:
        before = contents(db.conn)
        table = read_places(db.conn, path, LedgerKind(kind), **how)
        done = import_ledger(db, table, who="张三", today=DAY)
        if done.change is not None:
            undo(db, who="张三")
        assert difference(before, contents(db.conn)) == {}
        done = import_ledger(db, table, who="张三", today=DAY) if done.change is not None else done
        again = preview_ledger(db.conn, table, today=DAY)
        assert (len(again.new), len(again.changed)) == (0, 0), (again.new, again.changed)
        assert again.same == len(done.plan.new) + len(done.plan.changed) + done.plan.same
        return done


def outcome(plan: LedgerPlan) -> tuple[int, int, int, int]:
    """(new, changed, same, refused), which are all the rows."""
    found = (len(plan.new), len(plan.changed), plan.same, len(plan.refused))
    assert sum(found) == plan.rows
    return found


def reasons(plan: LedgerPlan) -> dict[int, str]:
    """Row -> why it is refused."""
    return {one.row: one.reason for one in plan.refused}


def doubts(plan: LedgerPlan) -> dict[int, list[str]]:
    """Row -> what is odd about it."""
    found: dict[int, list[str]] = {}
    for one in plan.doubts:
        found.setdefault(one.row, []).append(one.reason)
    return found


def told(plan: LedgerPlan) -> dict[int, list[tuple[str, str, str]]]:
    """Row -> (what, old, new) of what changes."""
    return {one.row: [(each.title, each.old, each.new) for each in one.differences] for one in plan.changed}


def sql(county: Path, question: str, *values: object) -> list[tuple[Any, ...]]:
    """Plain SQL, as a doubter would ask."""
    with opened(county) as db:
        return db.conn.execute(question, values).fetchall()


def place_of(county: Path, table: str, where: str) -> shapely.Geometry:
    """Where a row of the county lies, in the tiny county's own metres."""
    [(blob,)] = sql(county, f'SELECT geom FROM "{table}" WHERE {where}')  # noqa: S608 - the test's own words
    return shapely.transform(geopackage.decode([blob])[0], lambda xy: xy - [EAST, NORTH])
