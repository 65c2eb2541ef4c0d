from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pyogrio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.errors import BadFile, Cancelled
from gisapp.export import shapefile
from gisapp.export.county_tables import ExportKind
from gisapp.export.export_kind import export_kind
from gisapp.export.export_order import ExportOrder
from gisapp.export.shapefile import PARTS, cut_bytes, short_names
from tests import builders

if TYPE_CHECKING:
    from sqlite_utils import Database


@given(st.lists(st.text(max_size=30), max_size=120))
def test_short_names_fit_and_differ(names: list[str]) -> None:
    found = short_names(names)
    assert len({name.lower() for name in found}) == len(names)
    assert all(0 < len(name.encode("utf-8")) <= 10 for name in found)


@given(st.text(), st.integers(0, 40))
def test_a_cut_text_is_a_beginning_in_whole_letters(text: str, most: int) -> None:
    text = text.encode("utf-8", "ignore").decode("utf-8")
    cut = cut_bytes(text, most)
    assert text.startswith(cut)
    assert len(cut.encode("utf-8")) <= most


def test_chinese_fields_and_texts_come_back_and_what_was_shortened_is_told(db: Database, tmp_path: Path) -> None:
    long = "长" * 100
    db.conn.execute("UPDATE resident SET name = ? WHERE id = 1", (long,))
    written = export_kind(db.conn, tmp_path / "住 户.shp", ExportOrder(ExportKind.HOUSEHOLDS, is_titled=True))
    assert {file.suffix for file in tmp_path.glob("住 户.*")} == set(PARTS)
    assert (tmp_path / "住 户.cpg").read_text() == "UTF-8"
    found = pyogrio.read_dataframe(tmp_path / "住 户.shp")
    assert found.crs.to_epsg() == builders.EPSG
    fields = [column for column in found.columns if column != "geometry"]
    assert fields[:3] == ["户编号", "户主", "性别"]
    renamed = dict(written.renamed)
    assert renamed["证件号码"] in fields
    assert renamed["村线·网格员"] in fields
    assert found["户主"][0] == "长" * 84
    assert written.cut == 1
    assert "1 处文字" in written.told
    assert "证件号码 → 证件号" in written.told
    assert str(pyogrio.read_info(tmp_path / "住 户.shp")["dtypes"][fields.index(renamed["搬迁日期"])]).startswith("datetime64")


def test_a_zip_holds_the_five_files(db: Database, tmp_path: Path) -> None:
    export_kind(db.conn, tmp_path / "网格.zip", ExportOrder(ExportKind.GRIDS))
    with zipfile.ZipFile(tmp_path / "网格.zip") as packed:
        assert packed.testzip() is None
        assert sorted(packed.namelist()) == sorted(f"网格{ending}" for ending in PARTS)
    assert len(pyogrio.read_dataframe(f"/vsizip/{tmp_path / '网格.zip'}/网格.shp")) == 4


def test_the_five_files_are_replaced_together_or_not_at_all(db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.shp"
    export_kind(db.conn, path, ExportOrder(ExportKind.GRIDS))
    (tmp_path / "a.qix").write_text("stale")
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    replace = os.replace

    def held(source: Path, target: Path) -> None:
        if Path(target) == path.with_suffix(".dbf") and "former" not in Path(source).name:
            raise PermissionError(13, "open elsewhere")
        replace(source, target)

    with monkeypatch.context() as held_open:
        held_open.setattr("gisapp.export.shapefile.os.replace", held)
        with pytest.raises(BadFile, match="打开"):
            export_kind(db.conn, path, ExportOrder(ExportKind.HOUSES))
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before
    export_kind(db.conn, path, ExportOrder(ExportKind.HOUSES))
    assert len(pyogrio.read_dataframe(path)) == db.conn.execute("SELECT count(*) FROM house").fetchone()[0]
    assert not (tmp_path / "a.qix").exists()


def test_a_date_column_is_a_date_even_when_the_first_thousand_lines_have_none(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gisapp.export.geodata.AT_ONCE", 2)
    for ending in (".shp", ".gpkg"):
        path = tmp_path / f"a{ending}"
        assert export_kind(db.conn, path, ExportOrder(ExportKind.HOUSEHOLDS)).rows == 6
        info = pyogrio.read_info(path)
        dates = [str(kind) for name, kind in zip(info["fields"], info["dtypes"], strict=True) if name.startswith("relocated_")]
        assert any(kind.startswith("datetime64") for kind in dates)
        assert len(pyogrio.read_dataframe(path)) == 6


def test_cancelled_while_it_is_packed_the_former_archive_stays(db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapefile, "BYTES_BETWEEN", 50)
    path, order, asked = tmp_path / "外发" / "网格.zip", ExportOrder(ExportKind.GRIDS), []
    path.parent.mkdir()
    path.write_bytes(b"former")
    for last in range(1, 10_000):
        asked.append(last)
        left = iter(range(last))
        try:
            export_kind(db.conn, path, order, cancelled=lambda left=left: next(left, None) is None)  # type: ignore[misc]
        except Cancelled:
            assert (path.read_bytes(), list(path.parent.iterdir())) == (b"former", [path])
        else:
            break
    assert len(asked) > 30
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
