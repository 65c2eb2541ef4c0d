"""Geodata, rasters and photos made to eat memory or time, or to have something fetched."""

from __future__ import annotations

import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import numpy as np

from tests.fuzz.bombs_in_tables import TEN_GB, archive, laughs, repeated
from tests.unit.readers.rasters import geotiff

_KML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_KML = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{}</Document></kml>'


def lists_in_lists(path: Path) -> Path:
    path.write_text('{"type":"FeatureCollection","features":' + "[" * 100_000 + "]" * 100_000 + "}")
    return path


def coordinates_in_coordinates(path: Path) -> Path:
    deep = "[" * 100_000 + "1" + "]" * 100_000
    path.write_text('{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":' + deep + "}}")
    return path


def collections_in_collections(path: Path) -> Path:
    one = '{"type":"GeometryCollection","geometries":['
    path.write_text('{"type":"Feature","properties":{},"geometry":' + one * 50_000 + "]}" * 50_000 + "}")
    return path


def empty_objects_without_end(path: Path) -> Path:
    path.write_text('{"type":"FeatureCollection","features":[' + "{}," * 60_000_000 + "{}]}")
    return path


def a_field_in_each_feature(path: Path) -> Path:
    """50,000 features that each bring a field of their own: a table of billions of cells."""
    one = [f'{{"type":"Feature","properties":{{"f{at}":1}},"geometry":null}}' for at in range(50_000)]
    path.write_text('{"type":"FeatureCollection","features":[' + ",".join(one) + "]}")
    return path


def a_name_in_each_mark(path: Path) -> Path:
    mark = '<Placemark><ExtendedData><Data name="f{}"><value>1</value></Data></ExtendedData></Placemark>'
    path.write_text(_KML_HEAD + _KML.format("".join(mark.format(at) for at in range(50_000))), "utf-8")
    return path


def two_billion_records(path: Path) -> Path:
    """A shapefile whose three headers claim all that a header can."""
    head = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, 0x7FFFFFFF) + struct.pack("<2i8d", 1000, 5, *([0.0] * 8))
    path.write_bytes(head + struct.pack(">2i", 1, 0x3FFFFFFF) + struct.pack("<i4d2i", 5, 0, 0, 1, 1, 0x7FFFFFFF, 0x7FFFFFFF))
    path.with_suffix(".shx").write_bytes(head + struct.pack(">2i", 50, 0x3FFFFFFF) * 4)
    table = struct.pack("<B3BIHH20x", 3, 24, 1, 1, 0xFFFFFFFF, 65, 0xFFFF) + struct.pack("<11sc4xBB14x", b"a", b"C", 255, 0) + b"\r"
    path.with_suffix(".dbf").write_bytes(table)
    return path


def a_sparse_shapefile(path: Path) -> Path:
    """An index of fifty million records that are all the same one."""
    record = struct.pack(">2i", 1, 10) + struct.pack("<i2d", 1, 0.0, 0.0)
    size = 100 + 8 * 50_000_000
    head = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, size // 2) + struct.pack("<2i8d", 1000, 1, *([0.0] * 8))
    path.write_bytes(head + record)
    path.with_suffix(".shx").write_bytes(head + struct.pack(">2i", 50, 10) * 50_000_000)
    return path


def a_kml_without_end(path: Path) -> Path:
    mark = b"<Placemark><name>x</name><Point><coordinates>1,1</coordinates></Point></Placemark>"
    head = b'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    return archive(path, {}, {"doc.kml": (repeated(head, mark, TEN_GB), TEN_GB)})


def a_kml_that_says_it_is_small(path: Path) -> Path:
    head = b'<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>'
    return archive(path, {}, {"doc.kml": (repeated(head, b"x", TEN_GB), 1_000)})


def many_small_kmls(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for at in range(60_000):
            file.writestr(f"{at}.kml", "<kml><Document/></kml>")
    return path


def folders_in_folders(path: Path) -> Path:
    path.write_text(_KML_HEAD + "<kml>" + "<Folder>" * 300_000 + "</Folder>" * 300_000 + "</kml>")
    return path


def a_link_in_the_network(path: Path) -> Path:
    inside = "<NetworkLink><Link><href>http://127.0.0.1:47113/a.kml</href></Link></NetworkLink><Placemark><name>x</name></Placemark>"
    path.write_text(_KML_HEAD + _KML.format(inside), "utf-8")
    return path


def a_billion_laughs(path: Path) -> Path:
    path.write_text(_KML_HEAD + laughs() + _KML.format("<Placemark><name>&j;</name></Placemark>"), "utf-8")
    return path


def a_long_entity_many_times(path: Path) -> Path:
    inside = f"<!DOCTYPE kml [<!ENTITY a '{'x' * 300_000}'>]>"
    path.write_text(_KML_HEAD + inside + _KML.format("<Placemark><name>" + "&a;" * 100_000 + "</name></Placemark>"), "utf-8")
    return path


def coordinates_without_end(path: Path) -> Path:
    ring = "1,1 " * 20_000_000
    path.write_text(_KML_HEAD + _KML.format(f"<Placemark><LineString><coordinates>{ring}</coordinates></LineString></Placemark>"), "utf-8")
    return path


def points_without_end(path: Path) -> Path:
    path.write_text("<gpx><trk><trkseg>" + '<trkpt lat="1" lon="1"/>' * 8_000_000 + "</trkseg></trk></gpx>")
    return path


def a_view_without_end(path: Path) -> Path:
    """A GeoPackage whose layer is a view that counts for ever."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(_PACKAGE)
        db.executescript(
            "CREATE VIEW bomb AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, NULL AS geom FROM n;"
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('bomb', 'features', 'bomb', 4326);"
            "INSERT INTO gpkg_geometry_columns VALUES ('bomb', 'geom', 'POLYGON', 4326, 0, 0);"
        )
    return path


def a_view_that_fills_the_memory(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as db:
        db.executescript(_PACKAGE)
        db.executescript(
            "CREATE VIEW bomb AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 900)"
            " SELECT i AS fid, hex(zeroblob(100000000)) AS a, NULL AS geom FROM n;"
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('bomb', 'features', 'bomb', 4326);"
            "INSERT INTO gpkg_geometry_columns VALUES ('bomb', 'geom', 'POLYGON', 4326, 0, 0);"
        )
    return path


def a_view_that_loads_and_asks(path: Path) -> Path:
    """Views over functions that load a library, geocode an address and open another file."""
    asks = {
        "a": "load_extension('/tmp/evil.so')",
        "b": "ogr_geocode('汉阴县')",
        "c": "ogr_datasource_load_layers('/etc/passwd')",
        "d": "gdal_get_pixel_value('/vsicurl/http://127.0.0.1:47113/a.tif', 1, 'georef', 1, 1)",
    }
    with closing(sqlite3.connect(path)) as db:
        db.executescript(_PACKAGE)
        for name, ask in asks.items():
            db.execute(f"CREATE VIEW {name} AS SELECT 1 AS fid, {ask} AS said, NULL AS geom")
            db.execute(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'features', ?, 4326)", (name, name)
            )
            db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POLYGON', 4326, 0, 0)", (name,))
        db.commit()
    return path


_PACKAGE = """
PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10400;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
 organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]', NULL);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
 last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
 srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
 srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);
"""


def _tiff(
    path: Path, width: int, height: int, *, rows_per_strip: int, tags: Mapping[int, tuple[int, bytes]] = MappingProxyType({})
) -> Path:
    """A little-endian GeoTIFF of one float band in degrees around the tiny county, with 64 bytes of data."""
    scale, tie = struct.pack("<3d", 1e-6, 1e-6, 0), struct.pack("<6d", 0, 0, 0, 108.0, 32.9, 0)
    keys = struct.pack("<16H", 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)
    fields: dict[int, tuple[int, bytes]] = {
        256: (4, struct.pack("<I", width)),
        257: (4, struct.pack("<I", height)),
        258: (3, struct.pack("<H", 32)),
        259: (3, struct.pack("<H", 8)),
        262: (3, struct.pack("<H", 1)),
        273: (4, struct.pack("<I", 8)),
        277: (3, struct.pack("<H", 1)),
        278: (4, struct.pack("<I", rows_per_strip)),
        279: (4, struct.pack("<I", 64)),
        339: (3, struct.pack("<H", 3)),
        33550: (12, scale),
        33922: (12, tie),
        34735: (3, keys),
        **tags,
    }
    sizes = {3: 2, 4: 4, 12: 8, 2: 1}
    body, directory, at = zlib.compress(b"\0" * 4_000)[:64].ljust(64, b"\0"), b"", 72 + 2 + 12 * len(fields) + 4
    more = b""
    for tag, (kind, data) in sorted(fields.items()):
        where = data.ljust(4, b"\0")
        if len(data) > 4:
            where, more = struct.pack("<I", at + len(more)), more + data
        directory += struct.pack("<HHI", tag, kind, len(data) // sizes[kind]) + where
    path.write_bytes(b"II*\0" + struct.pack("<I", 72) + body + struct.pack("<H", len(fields)) + directory + b"\0" * 4 + more)
    return path


def a_million_by_a_million(path: Path) -> Path:
    return _tiff(path, 1_000_000, 1_000_000, rows_per_strip=1)


def one_strip_of_a_million_rows(path: Path) -> Path:
    return _tiff(path, 50_000, 1_000_000, rows_per_strip=1_000_000)


def a_raster_that_is_a_list_of_others(path: Path) -> Path:
    path.write_text(
        '<VRTDataset rasterXSize="9" rasterYSize="9"><VRTRasterBand dataType="Float32" band="1"><SimpleSource>'
        "<SourceFilename>/vsicurl/http://127.0.0.1:47113/a.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>"
    )
    return path


def a_raster_with_overviews_elsewhere(path: Path) -> Path:
    """A good GeoTIFF whose side files name an address and a program."""
    geotiff(path, np.add.outer(np.arange(40.0), np.arange(40.0)), west=500_000, north=3_644_000, cell=100)
    path.with_name(path.name + ".aux.xml").write_text(
        '<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">/vsicurl/http://127.0.0.1:47113/a.tif</MDI></Metadata></PAMDataset>'
    )
    a_raster_that_is_a_list_of_others(path.with_name(path.name + ".ovr"))
    a_raster_that_is_a_list_of_others(path.with_name(path.name + ".msk"))
    return path


def a_picture_of_billions(path: Path) -> Path:
    size = struct.pack(">2I5B", 60_000, 60_000, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in ((b"IHDR", size), (b"IDAT", zlib.compress(b"\0" * 1_000_000)), (b"IEND", b""))
        )
    )
    return path
