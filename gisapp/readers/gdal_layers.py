"""Layers of shapefiles, GeoPackages, GeoJSON and DXF through GDAL, in the process that reads the file.

Text of shapefiles and DXF arrives byte by byte (as Latin-1, which loses nothing) and is decoded here, so that nobody else's
guess at its encoding counts. Only the drivers for these formats are awake: a file that is in truth a description of other
files, of addresses or of commands is opened by none.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from gisapp.language import tr
from gisapp.readers.child_process import NotReadable
from gisapp.readers.geo_layer import Cell, RawLayer
from gisapp.readers.written_in import guessed, table_encoding

SLEEPING = (
    "PCIDSK PDS4 VICAR PDF MBTiles EEDA OGCAPI GDALG MapInfo_File LVBAG S57 DGN OGR_VRT CSV GML GPX LIBKML KML OGR_GMT SQLite WAsP"
    " OpenFileGDB FlatGeobuf GeoRSS VFK PGDUMP OSM GPSBabel OGR_PDS WFS OAPIF EDIGEO Idrisi ODS XLSX Elasticsearch Carto AmigoCloud SXF"
    " Selafin JML PLSCENES CSW VDV MVT NGW MapML GTFS PMTiles JSONFG MiraMonVector ADBC AVCBin AVCE00 AIVector HTTP CAD XLS MSSQLSpatial"
    " MySQL PostgreSQL ODBC MongoDBv3 Parquet Arrow LIBKML NAS GMLAS ILI OCI HANA TIGER UK_NTF SVG ARCGEN XODR STACTA"
)
"""Drivers that are not woken; those that this GDAL does not have do no harm."""

JSON_SUFFIXES = (".geojson", ".json")
_SHAPE_MAGIC, _SQLITE_MAGIC = b"\x00\x00\x27\x0a", b"SQLite format 3\x00"
_JSON_KINDS = re.compile(
    rb'"type"\s*:\s*"(FeatureCollection|Feature|Topology|GeometryCollection|(?:Multi)?(?:Point|LineString|Polygon))"'
    rb'|"geometryType"\s*:|"features"\s*:'
)
_HEAD_BYTES, MOST_LACKING = 1_000_000, 100_000
_LARGEST_EXACT = 2.0**53
_BENT_ENTITIES = re.compile("AcDb(Circle|Arc|Ellipse|Spline)")


def wake_drivers() -> None:
    """Before GDAL is loaded: which drivers are left asleep, and what they may not do.

    pyogrio would also load geopandas, of which nothing is needed here: half of the time a small file takes.
    """
    sys.modules["geopandas"] = sys.modules["pandas"] = None  # type: ignore[assignment]
    os.environ["OGR_SKIP"] = ",".join(name.replace("_", " ") if name == "MapInfo_File" else name for name in SLEEPING.split())
    os.environ["SHAPE_ENCODING"] = os.environ["DXF_ENCODING"] = "ISO-8859-1"
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ["CPL_MAX_ERROR_REPORTS"] = "0"
    os.environ["GDAL_HTTP_TIMEOUT"] = "1"


def read_layers(path: Path, encoding: str | None, names: Sequence[str] | None, most_rows: int | None) -> tuple[str, list[RawLayer]]:
    """(encoding, layers): all, or those of ``names``, of each at most ``most_rows``.

    ``encoding`` is "" where the format says it itself. Raises NotReadable.
    """
    suffix = path.suffix.lower()
    source: Path | bytes = path
    _refuse_disguised(path, suffix)
    if suffix == ".shp":
        encoding = encoding or table_encoding(path.with_suffix(".dbf"))[0]
    elif suffix in JSON_SUFFIXES:
        source, encoding = _in_utf8(path, encoding)
    try:
        layers = list(_layers(source, path.stem, names, most_rows))
    except NotReadable:
        raise
    except (ValueError, RuntimeError, LookupError, OSError, TypeError) as error:
        raise NotReadable("damaged") from error
    if suffix == ".dxf":
        encoding = encoding or guessed([word for layer in layers for word in _words(layer)])
    if suffix in (".shp", ".dxf"):
        for layer in layers:
            _decode(layer, encoding or "utf-8")
    return encoding or "", layers


def words_of(path: Path) -> list[bytes]:
    """Words with letters beyond ASCII, for a person who compares encodings; none where the format says its encoding itself."""
    if path.suffix.lower() == ".shp":
        return table_encoding(path.with_suffix(".dbf"))[1]
    if path.suffix.lower() != ".dxf":
        return []
    with path.open("rb") as file:
        return [word for word in re.split(rb"[\r\n]+", file.read(4_000_000)) if not word.isascii()][:100]


def _refuse_disguised(path: Path, suffix: str) -> None:
    """Raise NotReadable for a file whose first bytes are not those of its ending."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    match suffix:
        case ".shp":
            is_right = head.startswith(_SHAPE_MAGIC)
        case ".gpkg":
            is_right = head.startswith(_SQLITE_MAGIC)
        case ".dxf":
            is_right = head.startswith(b"AutoCAD Binary DXF") or b"SECTION" in head[:4_000]
        case _:
            is_right = b"gdal_streamed_alg" not in head
    if not is_right:
        raise NotReadable("damaged")
    if suffix == ".shp" and not (path.with_suffix(".shx").exists() or path.with_suffix(".SHX").exists()):
        raise NotReadable("shx")


def _in_utf8(path: Path, encoding: str | None) -> tuple[Path | bytes, str]:
    """The file itself when it is UTF-8, as it should be; else its text anew."""
    content = path.read_bytes()
    found = encoding
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        found = "utf-16"
    for name in (found,) if found else ("utf-8", "gb18030"):
        try:
            text = content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        plain = text.lstrip("\ufeff").encode("utf-8", "surrogatepass")
        if not _JSON_KINDS.search(plain) or not plain.lstrip().startswith((b"{", b"[")):
            break
        return (path if plain == content else plain), name if name != "utf-8" else ""
    raise NotReadable("encoding" if found else "damaged")


def _layers(source: Path | bytes, stem: str, names: Sequence[str] | None, most_rows: int | None) -> Iterator[RawLayer]:
    import pyogrio

    found = pyogrio.list_layers(source)
    if not len(found):
        raise NotReadable("empty")
    for place, (name, geometry) in enumerate(found):
        shown = stem if isinstance(source, bytes) else str(name)
        if names is None or shown in names:
            yield _layer(source, place if isinstance(source, bytes) else str(name), shown, geometry, most_rows)


def _layer(source: Path | bytes, key: str | int, shown: str, geometry: str | None, most_rows: int | None) -> RawLayer:
    import pyogrio
    import pyogrio.raw

    facts: dict[str, Any] = {"features": 0, "driver": "GeoJSON"}
    if most_rows is not None or not _is_json(source):
        facts = pyogrio.read_info(source, layer=key, force_feature_count=True)
    meta, fids, blobs, columns = pyogrio.raw.read(source, layer=key, max_features=most_rows, return_fids=True)
    count = len(fids)
    fields = tuple(str(one) for one in meta["fields"])
    texts = [_texts(column) for column in columns]
    cells: list[list[Cell]] = [list(row) for row in zip(*texts, strict=True)] if texts else [[] for _ in range(count)]
    wkb: list[bytes | None] = [None] * count if blobs is None else [None if one is None else bytes(one) for one in blobs]
    layer = RawLayer(shown, _plain_kind(geometry), meta["crs"], fields, max(int(facts["features"]), count), cells, wkb)
    if "SubClasses" in fields:
        kinds = texts[fields.index("SubClasses")]
        layer.curved = [place for place, kind in enumerate(kinds) if _BENT_ENTITIES.search(kind)]
    elif most_rows is None and facts["driver"] == "GPKG" and facts["geometry_name"]:
        layer.curved = _bent(source, key, str(facts["geometry_name"]), fids)
    if most_rows is None and layer.total > count:
        _add_lacking(layer, layer.total - count)
    return layer


def _is_json(source: Path | bytes) -> bool:
    """GDAL holds such a file in memory, so that what it counts is what it gives; every opening reads all of it anew."""
    return isinstance(source, bytes) or source.suffix.lower() in JSON_SUFFIXES


def _bent(source: Path | bytes, key: str | int, column: str, fids: np.ndarray[Any, Any]) -> list[int]:
    """Rows of a GeoPackage whose shapes are curves there: GDAL hands them over as short straight pieces."""
    import pyogrio.raw

    kind = 'ST_GeometryType("{}")'.format(column.replace('"', '""'))
    bent = " OR ".join(f"{kind} LIKE '%{word}%'" for word in ("CURVE", "CIRCULAR", "SURFACE"))
    _, found, _, _ = pyogrio.raw.read(source, layer=key, where=bent, return_fids=True, read_geometry=False, columns=[])
    return np.flatnonzero(np.isin(fids, found)).tolist()


def _plain_kind(geometry: str | None) -> str:
    """Point, LineString, Polygon, their multi-part kinds, "None" for a table, "" for a mixture."""
    if geometry is None:
        return "None"
    plain = geometry.removeprefix("2.5D ").replace("Measured ", "").replace("3D ", "").split(" ")[0]
    return "" if plain in ("Unknown", "GeometryCollection") else plain


def _add_lacking(layer: RawLayer, count: int) -> None:
    """Rows that the file counts and does not give."""
    if count > MOST_LACKING:
        raise NotReadable("damaged")
    for _ in range(count):
        layer.troubles[len(layer.wkb)] = tr("文件里数到这一行，却读不出来")
        layer.cells.append([""] * len(layer.fields))
        layer.wkb.append(None)


def _texts(column: np.ndarray[Any, Any]) -> list[str]:
    """A column as text: whole numbers without a fraction (a column with gaps comes as floats), nothing for a gap."""
    if column.dtype.kind == "f":
        return [_number(value) for value in column.tolist()]
    if column.dtype.kind == "M":
        return [_moment(str(value)) for value in column]
    if column.dtype.kind == "b":
        return ["1" if value else "0" for value in column.tolist()]
    return [value if isinstance(value, str) else _other(value) for value in column.tolist()]


def _number(value: float) -> str:
    if value != value:  # a gap
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < _LARGEST_EXACT else repr(value)


def _moment(text: str) -> str:
    return "" if text == "NaT" else re.sub(r"(T00:00:00)?(\.0+)?$", "", text)


def _other(value: Any) -> str:
    if value is None or isinstance(value, bytes):
        return ""
    return json.dumps(value.tolist() if isinstance(value, np.ndarray) else value, ensure_ascii=False, default=str).strip('"')


def _words(layer: RawLayer) -> Iterator[bytes]:
    for texts in (layer.fields, *layer.cells):
        yield from (text.encode("latin-1", "replace") for text in texts if text and not text.isascii())


def _decode(layer: RawLayer, encoding: str) -> None:
    """Give the text its letters; a character cut in two at the end of a field is left out."""
    try:
        "".encode(encoding)
    except LookupError as error:
        raise NotReadable("encoding") from error

    def decoded(text: Cell) -> Cell:
        return text if not text or text.isascii() else text.encode("latin-1", "replace").decode(encoding, "replace").rstrip("\ufffd")

    layer.fields = tuple(decoded(field) or "" for field in layer.fields)
    layer.cells = [[decoded(cell) for cell in row] for row in layer.cells]


def notes_of(path: Path, layers: Sequence[RawLayer]) -> list[str]:
    """What does not fit in a set of files: a shapefile shorter than it says it is, a table with another number of rows."""
    if path.suffix.lower() != ".shp":
        return []
    found: list[str] = []
    with path.open("rb") as file:
        said = int.from_bytes(file.read(28)[24:28], "big") * 2
    if said > path.stat().st_size:
        found.append(tr("文件不完整：应有 {said:,} 字节，只有 {size:,} 字节", said=said, size=path.stat().st_size))
    table = path.with_suffix(".dbf")
    rows = int.from_bytes(table.read_bytes()[4:8], "little") if table.is_file() else 0
    if rows != sum(layer.total for layer in layers):
        found.append(tr("属性表（.dbf）有 {rows:,} 行，与图形的数目不同", rows=rows))
    if not path.with_suffix(".prj").is_file() and not path.with_suffix(".PRJ").is_file():
        found.append(tr("没有 .prj 文件，坐标系没有说明"))
    return found
