"""Files made to eat the memory, the time or the disk of whoever opens them; small on the disk, each made in a moment."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.fuzz import bombs_in_maps as maps
from tests.fuzz import bombs_in_tables as tables

PORT = 47113
"""At which nobody must call."""


def numbers_without_end(path: Path) -> Path:
    path.write_text('{"format": "gisapp roll call", "version": 1, "entries": [' + "[]," * 60_000_000 + "[]]}")
    return path


def a_number_of_a_million_digits(path: Path) -> Path:
    path.write_text('{"format": "gisapp roll call", "version": ' + "9" * 1_000_000 + "}")
    return path


def a_deep_roll_call(path: Path) -> Path:
    path.write_text(json.dumps({"format": "gisapp roll call", "version": 1})[:-1] + ', "entries": ' + "[" * 200_000 + "]" * 200_000 + "}")
    return path


Maker = Callable[[Path], Path]
BOMBS: Mapping[str, tuple[Maker, ...]] = MappingProxyType(
    {
        "ledger.xlsx": (
            tables.blank_bytes_in_a_sheet,
            tables.blank_bytes_in_a_sheet_that_says_it_is_small,
            tables.cells_without_end,
            tables.words_without_end,
            tables.one_word_without_end,
            tables.the_far_corner,
            tables.a_dimension_of_billions,
            tables.styled_blank_rows,
            tables.entities_in_a_workbook,
            tables.links_and_commands,
        ),
        "ledger.ods": (tables.a_cell_a_billion_times, tables.a_table_without_end, tables.entities_in_a_table),
        "ledger.csv": (
            tables.one_line_of_two_gigabytes,
            tables.a_line_just_short_enough,
            tables.a_header_without_end,
            tables.lines_without_end,
            tables.an_open_quote,
        ),
        "form.xlsx": (tables.cells_without_end, tables.the_far_corner, tables.entities_in_a_workbook),
        "sheet.xlsx": (tables.words_without_end, tables.styled_blank_rows),
        "areas.csv": (
            tables.one_line_of_two_gigabytes,
            tables.a_line_just_short_enough,
            tables.a_header_without_end,
            tables.lines_without_end,
        ),
        "areas.geojson": (
            maps.lists_in_lists,
            maps.coordinates_in_coordinates,
            maps.collections_in_collections,
            maps.empty_objects_without_end,
            maps.a_field_in_each_feature,
        ),
        "areas.shp": (maps.two_billion_records, maps.a_sparse_shapefile),
        "areas.kmz": (maps.a_kml_without_end, maps.a_kml_that_says_it_is_small, maps.many_small_kmls),
        "areas.kml": (
            maps.folders_in_folders,
            maps.a_link_in_the_network,
            maps.a_billion_laughs,
            maps.a_long_entity_many_times,
            maps.coordinates_without_end,
            maps.a_name_in_each_mark,
        ),
        "areas.gpx": (maps.points_without_end,),
        "areas.gpkg": (maps.a_view_without_end, maps.a_view_that_fills_the_memory, maps.a_view_that_loads_and_asks),
        "depths.tif": (
            maps.a_million_by_a_million,
            maps.one_strip_of_a_million_rows,
            maps.a_raster_that_is_a_list_of_others,
            maps.a_raster_with_overviews_elsewhere,
        ),
        "terrain.tif": (maps.a_million_by_a_million, maps.one_strip_of_a_million_rows, maps.a_raster_that_is_a_list_of_others),
        "photo.png": (maps.a_picture_of_billions,),
        "rollcall.json": (numbers_without_end, a_number_of_a_million_digits, a_deep_roll_call),
    }
)
"""Name of the file that each becomes, by which ``doors`` knows what to do with it -> bombs."""
