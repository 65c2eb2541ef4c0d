"""The columns of ledgers and the names people give them."""

from __future__ import annotations

import pytest

from gisapp.domain.ledger import LedgerKind, field_from_text, fields_of, kind_from_text, plain_title, recognised, recognised_columns
from gisapp.errors import BadRequest


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("户 主\n姓 名", "head_name"), ("公民身份号码", "id_number"), ("*身份证号码（必填）", "id_number"),
        ("證件號碼", "id_number"), ("電話", "phone"), ("联系方式", "phone"),
        ("现住址", "address"), ("旧址", "origin_address"), ("安置点", "site"),
        ("楼栋", "building"), ("单 元", "unit"), ("房号", "room"),
        ("与户主关系", "relation"), ("经度(°)", "longitude"), ("旧址经度", "origin_longitude"),
        ("备注", None), ("", None),
    ],
)  # fmt: skip
def test_columns_are_known_by_the_names_people_use(title: str, field: str | None) -> None:
    assert recognised(LedgerKind.RESIDENTS, title) == field


@pytest.mark.parametrize("kind", list(LedgerKind))
def test_no_two_fields_of_a_kind_share_a_name(kind: LedgerKind) -> None:
    names = [plain_title(name) for field in fields_of(kind) for name in field.names]
    assert sorted(names) == sorted(set(names))


def test_no_field_is_given_to_two_columns_and_a_choice_goes_first() -> None:
    titles = [("姓名",), ("姓名",), ("代号",)]
    assert recognised_columns(LedgerKind.RESIDENTS, titles, {}) == ("name", None, None)
    assert recognised_columns(LedgerKind.RESIDENTS, titles, {"代号": "name"}) == (None, None, "name")


def test_fields_and_kinds_are_understood_by_key_and_by_name_or_all_are_named() -> None:
    assert field_from_text(LedgerKind.RESIDENTS, "身份证号") == field_from_text(LedgerKind.RESIDENTS, "id_number") == "id_number"
    assert kind_from_text("residents") is LedgerKind.RESIDENTS
    with pytest.raises(BadRequest) as unknown:
        field_from_text(LedgerKind.SLOTS, "肤色")
    assert "起始日期" in unknown.value.next_step
    with pytest.raises(BadRequest) as kinds:
        kind_from_text("cats")
    assert all(kind.value in kinds.value.next_step for kind in LedgerKind)
