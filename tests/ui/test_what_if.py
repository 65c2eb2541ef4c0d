"""Depths beside areas in one question, and a run asked again under other conditions and compared at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QToolButton

from gisapp.domain.hazard import HazardLevel
from gisapp.services.runs.compare_runs import compare_runs
from gisapp.spatial.source_crs import SourceCrs
from gisapp.ui.bench import Bench
from gisapp.ui.cards.file_crs import FileCrsCard
from gisapp.ui.cards.what_if import WhatIfCard
from tests import builders
from tests.ui.conftest import Heard, ScriptedAsk
from tests.unit.readers.rasters import NODATA, geotiff

Until = Callable[[Callable[[], bool]], None]


def valley(path: Path, **more: object) -> Path:
    """Ten-metre cells over 0..400 x 0..400: 1.2 m in the west, 0.5 m in the middle, nothing known in the north, no gap declared."""
    depths = np.full((40, 40), 0.1)
    depths[:, :15] = 1.2
    depths[:, 15:25] = 0.5
    depths[:5] = NODATA
    return geotiff(path, depths, west=builders.EAST, north=builders.NORTH + 400, cell=10, **more)  # type: ignore[arg-type]


@pytest.fixture
def slide(bench: Bench, until: Until) -> Bench:
    """One saved area, ticked."""
    with builders.opened(bench.county.path) as db:
        builders.add_hazard(db, builders.box(50, 50, 100, 100), name="滑坡", level="yellow")
    bench.show_workspace("flood")
    until(lambda: len(bench.flood.hazards.areas) == 1)
    return bench


def read(bench: Bench, ask: ScriptedAsk, until: Until, path: Path, levels: str | None = "0.5,1.0") -> None:
    ask.answers += [path, levels]
    bench.read_hazards()
    until(lambda: not ask.answers)


def asked(bench: Bench, until: Until) -> None:
    before = None if bench.flood.run is None else bench.flood.run.id
    bench.ask_run()
    until(lambda: bench.flood.run is not None and bench.flood.run.id != before)


def test_depths_are_asked_beside_the_ticked_areas(slide: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    assert slide.flood.depths.isHidden()
    read(slide, ask, until, valley(tmp_path / "水深.tif"))
    assert slide.flood.depths.isVisibleTo(slide.flood)
    assert "0.5 米起橙色、1 米起红色" in [label.text() for label in slide.flood.depths.findChildren(QLabel)]
    asked(slide, until)
    run = slide.flood.run
    assert run is not None
    assert set(run.question.names) == {"滑坡", "水深"}
    combined = dict(run.totals.combinations)
    assert combined["滑坡", "水深"].houses == 1
    assert sum(tally.houses for tally in combined.values()) == run.totals.total.houses == 2
    assert dict(run.totals.by_level)[HazardLevel.RED].houses == 1
    assert run.totals.unknown > 0
    until(lambda: any("处住房没有结论" in label.text() for label in slide.card.findChildren(QLabel)))


def test_a_raster_not_ticked_or_taken_out_is_not_asked(slide: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    read(slide, ask, until, valley(tmp_path / "水深.tif"))
    [box] = slide.flood.depths.findChildren(QCheckBox)
    box.setChecked(False)
    asked(slide, until)
    assert slide.flood.run.question.names == ("滑坡",)  # type: ignore[union-attr]
    read(slide, ask, until, valley(tmp_path / "第二.tif"), "0.3")
    assert [file.path.name for file in slide.flood.depths.ticked] == ["第二.tif"]
    read(slide, ask, until, tmp_path / "第二.tif", "0.2,0.4")
    assert [file.thresholds for file in slide.flood.depths.ticked] == [(0.2, 0.4)]
    for leave in slide.flood.depths.findChildren(QToolButton)[-2:]:
        leave.click()
    assert slide.flood.depths.isHidden()


@pytest.mark.parametrize("levels", ["1,0.5", "a", ""])
def test_levels_that_make_no_sense_are_told_and_nothing_is_added(
    slide: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path, levels: str
) -> None:
    read(slide, ask, until, valley(tmp_path / "水深.tif"), levels)
    assert slide.flood.depths.ticked == ()
    assert heard.messages[-1][0] == "error"


def test_a_raster_gone_meanwhile_is_a_sentence(slide: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path) -> None:
    path = valley(tmp_path / "水深.tif")
    read(slide, ask, until, path)
    path.unlink()
    slide.ask_run()
    until(lambda: any("找不到文件" in text for level, text in heard.messages if level == "error"))
    assert slide.flood.big.isEnabled()


def test_a_raster_that_does_not_say_where_it_lies_is_asked_about(slide: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    ask.answers += [valley(tmp_path / "水深.tif", epsg=None)]
    slide.read_hazards()
    until(lambda: isinstance(slide.card.card, FileCrsCard))
    card = slide.card.card
    assert isinstance(card, FileCrsCard)
    assert card.first == SourceCrs(f"EPSG:{builders.EPSG}")
    until(lambda: any(layer.name == "draft" and len(layer.classes) for layer in slide.map.canvas.visible_layers()))  # type: ignore[union-attr]
    ask.answers += ["0.5,1.0"]
    card.use()
    assert not ask.answers
    assert [file.source for file in slide.flood.depths.ticked] == [SourceCrs(f"EPSG:{builders.EPSG}")]
    asked(slide, until)
    assert "水深" in slide.flood.run.question.names  # type: ignore[union-attr]


def test_a_damaged_raster_is_said_at_once(slide: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path) -> None:
    (tmp_path / "坏.tif").write_bytes(b"II*\0" + b"\xff" * 200)
    ask.answers += [tmp_path / "坏.tif"]
    slide.read_hazards()
    until(lambda: any("无法读取水深栅格" in text for level, text in heard.messages if level == "error"))
    assert slide.flood.depths.isHidden()


def what_if(bench: Bench) -> WhatIfCard:
    assert bench.flood.run is not None
    bench.flood.ask_what_if(bench.flood.run)
    card = bench.card.card
    assert isinstance(card, WhatIfCard)
    return card


def test_other_depths_and_a_wider_area_are_asked_and_compared_at_once(slide: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    read(slide, ask, until, valley(tmp_path / "水深.tif"))
    asked(slide, until)
    first = slide.flood.run
    assert first is not None
    card = what_if(slide)
    assert card.depths is not None
    assert card.buffer is not None
    assert card.depths.text() == "0.5,1"
    card.depths.setText("1.1，1.3")
    card.buffer.setValue(5)
    card.buttons[0].click()
    until(lambda: slide.flood.run is not first)
    second = slide.flood.run
    assert second is not None
    assert (second.question.repeats, second.question.buffer_m, second.question.thresholds) == (first.id, 5.0, (1.1, 1.3))
    until(lambda: slide.table._listing.title.startswith(f"{first.id} 号 → {second.id} 号"))
    found = compare_runs(slide.county.reader, int(first.id), int(second.id))
    assert found.gone.houses > 0
    assert len(slide.table.rows_shown()) == len(found.rows)


def test_levels_that_make_no_sense_stay_on_the_card(slide: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    read(slide, ask, until, valley(tmp_path / "水深.tif"))
    asked(slide, until)
    card = what_if(slide)
    assert card.depths is not None
    card.depths.setText("1,0.5")
    card.buttons[0].click()
    assert card.trouble.isVisibleTo(card)
    assert slide.card.card is card


def test_a_run_over_areas_alone_offers_no_depths(slide: Bench, until: Until) -> None:
    asked(slide, until)
    card = what_if(slide)
    assert card.depths is None
    card.buttons[-1].click()
    until(lambda: slide.card.title == "滑坡")
