"""The import and template commands as a program and a person use them."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from gisapp.domain.ledger import LedgerKind
from gisapp.services.county.make_sample import make_small_county
from tests.builders import opened
from tests.stories.command import gisapp
from tests.unit.readers.ledgers import text_file, workbook
from tests.unit.services.ledger.test_import_ledger import FAMILY, HEAD, HEADER, SON, WIFE, number

BAD = (
    ("王小六", "次子", "4.2E+17", "12000000007", "=1+1"),
    ("赵六", "户主", number("11010519800101001"), "", ""),
    ("<script>", "妻", "11", "", ""),
)


def county_sql(county: Path, question: str) -> list[tuple[object, ...]]:
    with opened(county) as db:
        return db.conn.execute(question).fetchall()


def test_the_keys_are_those_of_the_contract(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = text_file(tmp_path / "台 账.csv", (HEADER, *FAMILY, *BAD), encoding="gb18030")
    data = gisapp(capsys, "--json", "import", county, path, "--as", "residents").data
    assert (data["new"], data["changed"], data["same"], data["rejected"]) == (4, 0, 0, 2)
    assert data["rows"] == data["new"] + data["changed"] + data["same"] + data["rejected"]
    assert [problem["row"] for problem in data["problems"]] == [5, 7]
    assert all(set(problem) == {"row", "column", "value", "reason"} and problem["reason"] for problem in data["problems"])
    assert data["entry"]
    again = gisapp(capsys, "--json", "import", county, path, "--as", "residents").data
    assert (again["new"], again["changed"], again["same"], again["rejected"], again["entry"]) == (0, 0, 4, 2, None)


def test_refused_rows_are_corrected_in_their_workbook_and_imported(
    county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, problems = text_file(tmp_path / "台账.csv", (HEADER, *FAMILY, *BAD)), tmp_path / "问题.xlsx"
    gisapp(capsys, "--json", "import", county, path, "--as", "residents", "--problems", problems)
    rows = CalamineWorkbook.from_path(str(problems)).get_sheet_by_index(0).to_python()
    assert rows[0] == [*HEADER, "户主身份证号", "原因", "行号"]
    assert rows[1][:6] == [*BAD[0], HEAD]
    assert rows[1][7] == 5
    rows[1][2], rows[2][2] = number("11010520010303003"), number("11010519820303002")
    rows[2][0] = "钱七"
    fixed = workbook(tmp_path / "改好.xlsx", rows)
    data = gisapp(capsys, "--json", "import", county, fixed, "--as", "residents").data
    assert (data["new"], data["rejected"], data["unused"]) == (2, 0, [])
    found = county_sql(county, "SELECT household_id, count(*) FROM resident WHERE household_id > 6 GROUP BY 1")
    assert found == [(7, 4), (8, 2)]


def test_a_formula_in_a_cell_is_text_in_the_workbook_of_problems(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, problems = text_file(tmp_path / "台账.csv", (HEADER, ("=1+1", "户主", "=HYPERLINK(1)", "@x", "+1"))), tmp_path / "问题.xlsx"
    gisapp(capsys, "import", county, path, "--as", "residents", "--problems", problems)
    from tests.unit.readers.test_ledger import read

    assert read(problems)[1][1][:5] == ["=1+1", "户主", "=HYPERLINK(1)", "@x", "+1"]
    import zipfile

    with zipfile.ZipFile(problems) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_dry_run_shows_and_does_not_write(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = county.read_bytes()
    path = text_file(tmp_path / "台账.csv", (HEADER, *FAMILY))
    data = gisapp(capsys, "--json", "import", county, path, "--as", "residents", "--dry-run").data
    assert (data["new"], data["entry"]) == (3, None)
    assert county.read_bytes() == before


def test_numbers_and_phones_are_masked_on_the_screen(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (*FAMILY, ("王小五", "次子", SON, "", ""), ("赵六", "户主", HEAD[:17] + "#", "12000000055", ""))
    path = text_file(tmp_path / "台账.csv", (HEADER, *rows))
    for words in (("--json",), ()):
        shown = gisapp(capsys, *words, "import", county, path, "--as", "residents", "--dry-run").out
        assert not any(secret in shown for secret in (HEAD, WIFE, SON, HEAD[:17], "12000000055"))


@pytest.mark.parametrize("kind", [kind for kind in LedgerKind if kind.has_template])
def test_a_template_is_read_back_with_its_example_skipped(
    kind: LedgerKind, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"{kind}.xlsx"
    assert gisapp(capsys, "--json", "template", kind, out).data["columns"] > 4
    data = gisapp(capsys, "--json", "import", county, out, "--as", kind).data
    assert (data["rows"], data["examples"], data["unused"]) == (0, [2], [])


@pytest.mark.parametrize(
    ("words", "hint"),
    [(("--as", "cats"), "slots"), (("--as", "residents", "--mapping", "姓名"), "列名=字段"), (("--as", "slots"), "岗位"),
     (("--as", "residents", "--sheet", "无"), "无"), (("--as", "residents", "--encoding", "klingon"), "gb18030"),
     (("--as", "residents", "--problems", "a.txt"), "文件名")],
)  # fmt: skip
def test_a_bad_request_is_a_sentence_and_writes_nothing(
    words: tuple[str, ...], hint: str, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = county.read_bytes()
    path = text_file(tmp_path / "台账.csv", (HEADER, *FAMILY))
    sentences = gisapp(capsys, "import", county, path, *words).sentences
    assert hint in " ".join(sentences)
    assert county.read_bytes() == before


def test_a_template_of_an_unknown_kind_or_ending_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gisapp(capsys, "template", "cats", tmp_path / "a.xlsx").sentences
    assert gisapp(capsys, "template", "residents", tmp_path / "a.doc").sentences


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("revealed", [("--reveal", "--reason", "核对"), ()])
def test_our_own_export_comes_back_as_nothing_new(
    ending: str, revealed: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    county, out = tmp_path / "小县.gpkg", tmp_path / f"户名册.{ending}"
    make_small_county(county)
    gisapp(capsys, "export", county, out, "--what", "households", *revealed)
    data = gisapp(capsys, "--json", "import", county, out, "--as", "households").data
    assert (data["new"], data["changed"], data["rejected"]) == (0, 0, 0)
    assert data["same"] == county_sql(county, "SELECT count(*) FROM household")[0][0]


def test_a_place_where_no_problems_can_be_written_is_refused_before_anything_is(
    county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = county.read_bytes()
    path = text_file(tmp_path / "台账.csv", (HEADER, *FAMILY))
    assert gisapp(capsys, "import", county, path, "--as", "residents", "--problems", tmp_path / "无" / "问题.xlsx").sentences
    assert county.read_bytes() == before


def test_old_names_are_understood_near_ones_proposed_and_one_number_in_two_families_is_listed(
    county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gisapp(capsys, "import", county, text_file(tmp_path / "一.csv", (HEADER, *FAMILY)), "--as", "residents")
    gisapp(capsys, "lineage", county, "--rename", "西山村", "--name", "西岭新村", "--reason", "更名")
    header = ("姓名", "与户主关系", "身份证号", "原籍村", "搬迁日期", "安置点", "楼栋", "单元", "房号")
    flat = ("2021.9.3", "紫云南郡", "3栋", "1单元")
    rows = (
        ("赵六", "户主", number("11010519800101001"), "西山村", *flat, "101室"),
        ("钱七", "户主", number("11010519810303002"), "西岭村", *flat, "102室"),
        ("孙八", "户主", number("11010519820303002"), "", "", "", "", "", ""),
        ("李四", "配偶", WIFE, "", "", "", "", "", ""),
    )
    data = gisapp(capsys, "--json", "import", county, text_file(tmp_path / "二.csv", (header, *rows)), "--as", "residents").data
    assert (data["new"], data["changed"], data["same"], data["rejected"]) == (2, 0, 0, 2)
    near, twice = data["problems"]
    assert (near["row"], near["column"], near["value"]) == (3, "原籍村", "西岭村")
    assert "西岭新村" in near["reason"]
    assert twice["row"] == 5
    assert "王五" in twice["reason"]
    origin = "SELECT d.name FROM household h JOIN division d ON d.id = h.origin_division_id WHERE h.id = 8"
    assert county_sql(county, origin) == [("西岭新村",)]
