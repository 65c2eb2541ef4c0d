"""Map pages from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import add_hazard, box, opened
from tests.printing.conftest import pdf_text
from tests.stories.command import gisapp

Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def asked(county: Path, capsys: Capsys) -> Path:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 4000, 4000), name="月河")
    gisapp(capsys, "--json", "affected", county, "--hazard", "月河")
    return county


def test_pages_go_into_a_document_or_a_folder_and_add_up(asked: Path, capsys: Capsys, tmp_path: Path) -> None:
    run = gisapp(capsys, "--json", "runs", asked, "show", 1).data
    for out, by in ((tmp_path / "村.pdf", "village"), (tmp_path / "网格", "grid")):
        done = gisapp(capsys, "--json", "map-pages", asked, out, "--by", by).data
        for key in ("houses", "households", "residents"):
            assert done[key] == run[key] == sum(unit[key] for unit in done["units"])
    assert len(list((tmp_path / "网格").glob("*.pdf"))) == 4
    assert gisapp(capsys, "--json", "map-pages", asked, tmp_path / "网格", "--by", "grid").data["kept"] == 4
    one = gisapp(capsys, "--json", "map-pages", asked, tmp_path / "一村.pdf", "--unit", "西山村").data
    assert [unit["name"] for unit in one["units"]] == ["西山村"]
    assert "地图页不能按“镇”分" in gisapp(capsys, "map-pages", asked, tmp_path / "x.pdf", "--by", "镇").sentences[0]


def test_whole_phones_need_a_reason(asked: Path, capsys: Capsys, tmp_path: Path) -> None:
    assert "不脱敏必须写明原因" in gisapp(capsys, "map-pages", asked, tmp_path / "a.pdf", "--reveal").sentences[0]
    gisapp(capsys, "--json", "map-pages", asked, tmp_path / "a.pdf", "--reveal", "--reason", "夜里挨户敲门")
    text = "".join(pdf_text(tmp_path / "a.pdf"))
    assert "1200000" in text
    assert "电话未脱敏" in text
    assert "夜里挨户敲门" in [entry["why"] for entry in gisapp(capsys, "--json", "history", asked).data["entries"]]
