"""The same list of people saved by other programs in every format: one preview, one outcome."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisapp.domain.ledger import LedgerKind
from gisapp.services.ledger.import_ledger import LedgerPlan, import_ledger, preview_ledger, read_table
from gisapp.services.ledger.look_at_ledger import look_at_ledger, seems_to_be
from tests.builders import opened
from tests.unit.readers.test_golden_ledgers import GOLDEN

FORMATS = [f"calc-{year}.{ending}" for year in (1900, 1904) for ending in ("xls", "xlsx", "ods")]


def plan_of(county: Path, name: str) -> LedgerPlan:
    with opened(county) as db:
        guess = seems_to_be(db.conn, look_at_ledger(GOLDEN / name))
        assert guess is not None
        assert (guess[0].name, guess[1]) == ("人员", LedgerKind.RESIDENTS)
        return preview_ledger(db.conn, read_table(db.conn, GOLDEN / name, guess[1]))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_the_same_preview(county: Path, name: str) -> None:
    plan = plan_of(county, name)
    assert (plan.rows, plan.new, len(plan.changed), plan.same) == (6, (5, 6, 7, 10), 0, 0)
    assert [(one.row, one.column, one.value) for one in plan.refused] == [
        (8, "公民身份号码", "4.20000199001011E+17"),
        (9, "公民身份号码", "#N/A"),
    ]
    assert "科学计数法" in plan.refused[0].reason
    wanted = plan_of(county, FORMATS[0])
    uids = ("uid", "code")
    assert [(one.table, {key: values for key, values in one.columns.items() if key not in uids}) for one in plan.writes.insertions] == [
        (one.table, {key: values for key, values in one.columns.items() if key not in uids}) for one in wanted.writes.insertions
    ]
    assert plan.doubts == wanted.doubts


@pytest.mark.parametrize("name", [*FORMATS, "xlwt-1900.xls", "xlwt-1904.xls"])
def test_days_families_and_numbers_are_what_was_typed(county: Path, name: str) -> None:
    with opened(county) as db:
        table = read_table(db.conn, GOLDEN / name, LedgerKind.RESIDENTS)
        import_ledger(db, table, who="张三")
        family = "SELECT r.name, r.relation, r.id_number, r.birth_date, r.phone FROM resident r JOIN household h ON h.id = r.household_id"
        people = db.conn.execute(f"{family} WHERE h.code = 'X0001' ORDER BY r.id").fetchall()
        [(since,)] = db.conn.execute("SELECT relocated_on FROM household WHERE code = 'X0001'").fetchall()
        again = preview_ledger(db.conn, table)
    assert people == [
        ("王示例", "head", "999999198503074217", "1985-03-07", "012000000001"),
        ("李示例", "spouse", "999999198704052228", "1987-04-05", None),
        ("王小例", "child", "999999201006073231", "2010-06-07", None),
    ]
    assert since == "2021-09-03"
    assert (again.new, again.changed) == ((), ())
    assert again.rows == again.same + len(again.refused)


def test_a_formula_that_was_never_worked_out_is_refused_and_not_taken_for_nothing(county: Path) -> None:
    plan = plan_of(county, "xlwt-1900.xls")
    assert plan.new == (5, 6, 7)
    assert [one.row for one in plan.refused] == [8, 9, 10]
    assert plan.refused[2].column.endswith("姓名")
