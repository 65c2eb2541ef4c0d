"""An empty ledger that was handed out and filled in comes back without a question, of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from gisapp.domain.ledger import LedgerKind
from tests.stories.command import gisapp
from tests.unit.readers.ledgers import workbook
from tests.unit.services.ledger.test_import_ledger import number

ID = number("11010519700101001")
HOME = {"镇": "东镇", "村/社区": "东社区", "网格": "G004", "现住址": "东社区8号", "现住房状态": "在住"}
FILLED: Mapping[LedgerKind, Mapping[str, str]] = {
    LedgerKind.RESIDENTS: {"姓名": "王五", "与户主关系": "户主", "身份证号": ID, "性别": "男", "残疾": "否", **HOME},
    LedgerKind.HOUSEHOLDS: {"户主姓名": "王五", "户主身份证号": ID, "电话": "12000000099", **HOME},
    LedgerKind.CONTACTS: {"姓名": "何干", "岗位": "包联干部", "单位": "西山村", "电话": "12000000098"},
    LedgerKind.OFFICERS: {"网格编号": "G001", "网格员": "何网", "网格员电话": "12000000097"},
    LedgerKind.SLOTS: {"户编号": "H006", "线": "村线", "岗位": "包联干部", "联系人": "联系人5"},
    LedgerKind.SAFE_SITES: {"避险点名称": "西山小学", "容量": "80", "经度": "108.01", "纬度": "32.89"},
    LedgerKind.DAMAGE: {"受损房屋门牌": "西山村1组1号", "受损程度": "严重受损", "上报日期": "2021-08-31", "核实情况": "已上报"},
    LedgerKind.DIVISIONS: {"区划代码": "610999100201", "名称": "西山村"},
    LedgerKind.GRIDS: {"网格编号": "G001", "网格名称": "第01网格", "村/社区": "西山村"},
    LedgerKind.HOUSES: {"门牌": "东社区9号", "村/社区": "东社区", "网格": "G004"},
    LedgerKind.SETTLEMENTS: {"安置点": "紫云南郡", "村/社区": "东社区", "楼栋": "4号楼", "单元数": "2", "层数": "6"},
    LedgerKind.ATTRIBUTES: {"户编号": "H001", "低保类别": "B类", "家庭年收入": "36000"},
    LedgerKind.INDICATORS: {"村/社区": "西山村", "日期": "2026-06-30", "人均可支配收入": "12800", "饮水安全户数": "96"},
}


@pytest.mark.parametrize("kind", [kind for kind in LedgerKind if kind.has_template])
def test_a_filled_template_needs_no_mapping(kind: LedgerKind, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gisapp(capsys, "template", kind, tmp_path / "样表.xlsx")
    sheet = CalamineWorkbook.from_path(str(tmp_path / "样表.xlsx")).get_sheet_by_index(0).to_python()
    titles = [str(cell).rstrip("*") for cell in sheet[0]]
    rows: list[list[str]] = [list(map(str, sheet[0])), list(map(str, sheet[1]))]
    told = [one for one in FILLED[kind] if one in titles]
    assert len(told) >= 2, titles
    rows.append([FILLED[kind].get(title, "") for title in titles])
    data = gisapp(capsys, "--json", "import", county, workbook(tmp_path / "填好.xlsx", rows), "--as", kind).data
    assert (data["problems"], data["rows"], data["examples"], data["unused"]) == ([], 1, [2], [])
