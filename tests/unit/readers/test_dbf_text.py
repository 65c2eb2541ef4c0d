"""Shapefiles that do not say their encoding: read right, not as mojibake."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisapp.readers.areas import read_areas
from tests.unit.readers.files import frame, square


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
@pytest.mark.parametrize("driver_id", [0x00, 0x57])
def test_a_silent_table_is_read_in_the_encoding_it_is_written_in(tmp_path: Path, encoding: str, driver_id: int) -> None:
    path = tmp_path / "面.shp"
    frame([(square(), {"名称": "月河洪涝区", "等级": "红"}), (square(500), {"名称": "a", "等级": "橙"})]).to_file(path, encoding=encoding)
    path.with_suffix(".cpg").unlink()
    content = bytearray(path.with_suffix(".dbf").read_bytes())
    content[29] = driver_id
    path.with_suffix(".dbf").write_bytes(content)
    [layer] = read_areas(path)
    assert [dict(row.fields) for row in layer.rows] == [{"名称": "月河洪涝区", "等级": "红"}, {"名称": "a", "等级": "橙"}]
