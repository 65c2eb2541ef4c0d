"""The cards command: whose cards are printed, whose are refused and why, and phones in clear only for a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.printing.conftest import pdf_text
from tests.stories.command import gisapp


def test_the_cards_of_a_unit_count_families_and_pages(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "卡.pdf"
    said = gisapp(capsys, "--json", "cards", county, out, "--unit", "紫云南郡").data
    assert (said["families"], said["pages"], said["refused"], said["file"]) == (3, 3, [], str(out))
    where = gisapp(capsys, "--json", "cards", county, out, "--where", "building=3号楼 floor=5", "--format", "a4").data
    assert (where["families"], where["pages"]) == (1, 1)


def test_of_a_pasted_list_the_rest_is_printed(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    said = gisapp(capsys, "--json", "cards", county, tmp_path / "a.pdf", "--ids", "H004，3 H004 nobody").data
    assert said["families"] == 1
    reasons = {(one["id"], one["reason"]) for one in said["refused"]}
    assert reasons == {(3, "不是搬迁户，没有双线岗位"), (4, "名单中重复"), ("nobody", "没有这一户")}
    assert "没有打印 3" in gisapp(capsys, "cards", county, tmp_path / "a.pdf", "--ids", "4,3").out


def test_phones_in_clear_need_a_reason_that_the_history_keeps(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    gisapp(capsys, "cards", county, out, "--ids", "4")
    assert "12100000007" not in pdf_text(out)[0]
    assert "原因" in gisapp(capsys, "cards", county, tmp_path / "b.pdf", "--ids", "4", "--reveal").sentences[0]
    assert not (tmp_path / "b.pdf").exists()
    gisapp(capsys, "cards", county, out, "--ids", "4", "--reveal", "--reason", "发给住户")
    assert "12100000007" in pdf_text(out)[0]
    assert "发给住户" in gisapp(capsys, "history", county).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--unit", "紫云南郡", "--ids", "4"), "三选一"),
        ((), "三选一"),
        (("--unit", "没有此地"), "没有此地"),
        (("--ids", "1"), "没有搬迁户"),
        (("--ids", "4", "--format", "a6"), "a6"),
        (("--ids", "4", "--reason", "x"), "--reveal"),
    ],
)
def test_what_cannot_be_printed_is_one_sentence(
    county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in gisapp(capsys, "cards", county, tmp_path / "a.pdf", *words).sentences[0]
    assert not (tmp_path / "a.pdf").exists()


def test_cards_are_pdfs_and_need_a_folder(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert ".pdf" in gisapp(capsys, "cards", county, tmp_path / "a.xlsx", "--ids", "4").sentences[0]
    assert "文件夹不存在" in gisapp(capsys, "cards", county, tmp_path / "no" / "a.pdf", "--ids", "4").sentences[0]
