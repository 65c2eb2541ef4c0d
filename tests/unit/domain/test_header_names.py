"""Every usual name of every column, one by one and in every dress, is the field that people mean by it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from gisapp.domain.ledger import KEPT, LedgerKind, fields_of, plain_title, recognised, recognised_columns

USUAL = tomllib.loads((Path(__file__).parent / "usual_titles.toml").read_text(encoding="utf-8"))
DRESSES = (
    "{}", " {} ", "*{}", "{}：", "{}:", "★{}", "{}（必填）", "{}(必填)", "{}【必填】",
    "【{}】", "（{}）", "1.{}", "12、{}", "{}\n（见说明）", "\ufeff{}",
)  # fmt: skip
CASES = [(kind, field, name) for kind, fields in USUAL.items() for field, names in fields.items() for name in names]


@pytest.mark.parametrize(("kind", "field", "name"), CASES)
def test_a_usual_name_is_the_field_that_people_mean(kind: str, field: str, name: str) -> None:
    for dress in DRESSES if "(" not in plain_title(name) else DRESSES[:9]:
        assert recognised(LedgerKind(kind), dress.format(name)) == field, dress
    for between in (" ", "\u3000", "\n", "\r\n", "  "):
        assert recognised(LedgerKind(kind), between.join(name)) == field


@pytest.mark.parametrize("name", ["面积(㎡)", "经度（°）", "纬度（度）", "容纳人数（人）", "年收入(元)", "容量(人)"])
def test_units_in_brackets_are_no_part_of_the_name(name: str) -> None:
    kind = LedgerKind.SAFE_SITES
    bare = plain_title(name).partition("(")[0]
    assert recognised(kind, name) == recognised(kind, bare)


def test_names_are_understood_in_wide_letters_and_traditional_characters() -> None:
    assert recognised(LedgerKind.HOUSES, "Ｘ坐标") == "longitude"
    assert recognised(LedgerKind.RESIDENTS, "與戶主關係") == "relation"
    assert recognised(LedgerKind.RESIDENTS, "聯繫電話") == "phone"


@pytest.mark.parametrize("kind", list(LedgerKind))
def test_in_one_header_no_two_columns_are_one_field_and_no_field_is_lost(kind: LedgerKind) -> None:
    fields = [field for field in fields_of(kind) if field.key != KEPT]
    for place in range(max(len(field.names) for field in fields)):
        titles = [field.names[min(place, len(field.names) - 1)] for field in fields]
        assert recognised_columns(kind, [(title,) for title in titles], {}) == tuple(field.key for field in fields)


@pytest.mark.parametrize("name", ["户籍地址", "备注", "序号", "年龄", "民族", "文化程度", "户籍所在派出所", "产权证号", "户主面积"])
def test_what_only_sounds_alike_is_left_to_the_person(name: str) -> None:
    assert recognised(LedgerKind.RESIDENTS, name) is None
