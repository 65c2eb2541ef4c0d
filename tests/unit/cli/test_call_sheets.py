"""The call list by contact from the command line, and whole phones for a reason."""

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


@pytest.mark.parametrize("name", ["按人.pdf", "按人.xlsx"])
def test_sheets_by_contact_count_every_family_once(asked: Path, capsys: Capsys, tmp_path: Path, name: str) -> None:
    done = gisapp(capsys, "--json", "call-sheets", asked, tmp_path / name).data
    run = gisapp(capsys, "--json", "runs", asked, "show", 1).data
    assert done["households"] + done["without_contact"] == run["households"]
    assert sum(contact["households"] for contact in done["contacts"]) == done["households"]
    assert done["without_contact"] == run["without_contact"]
    assert done["order"][0] == "community/sponsor_cadre"
    assert (tmp_path / name).stat().st_size > 1_000


def test_whole_phones_need_a_reason_which_the_history_keeps(asked: Path, capsys: Capsys, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert "不脱敏必须写明原因" in gisapp(capsys, "call-sheets", asked, out, "--reveal").sentences[0]
    assert "却没有写 --reveal" in gisapp(capsys, "call-sheets", asked, out, "--reason", "x").sentences[0]
    assert not out.exists()
    gisapp(capsys, "--json", "call-sheets", asked, out, "--reveal", "--reason", "通知今晚转移")
    assert "1200000" in "".join(pdf_text(out))
    done = gisapp(capsys, "--json", "affected", asked, "--repeat", 1, "--out", tmp_path / "b.pdf", "--reveal", "--reason", "夜里转移")
    assert done.data["run"] == 2
    text = "".join(pdf_text(tmp_path / "b.pdf"))
    assert "1200000" in text
    assert "电话未脱敏" in text
    reasons = [entry["why"] for entry in gisapp(capsys, "--json", "history", asked).data["entries"]]
    assert {"通知今晚转移", "夜里转移"} <= set(reasons)
    gisapp(capsys, "--json", "affected", asked, "--repeat", 1, "--out", tmp_path / "c.pdf")
    assert "1200000" not in "".join(pdf_text(tmp_path / "c.pdf"))
