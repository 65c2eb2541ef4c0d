"""Lists sort, narrow and copy without changing a row or starting a formula."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gisapp.ui.tables.rows import Column, RowModel, as_text

COLUMNS = (Column("名", lambda row: row[0]), Column("数", lambda row: str(row[1]), order=lambda row: row[1], is_number=True))
ROWS = (("乙", 10), ("甲", 9), ("丙", 100))


def test_numbers_sort_as_numbers_and_the_given_order_comes_back(qapp: object) -> None:
    model = RowModel()
    QAbstractItemModelTester(model)
    model.show(COLUMNS, ROWS)
    model.sort(1)
    assert [row[1] for row in model.shown] == [9, 10, 100]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [row[1] for row in model.shown] == [100, 10, 9]
    model.sort(-1)
    assert model.shown == ROWS


def test_narrowing_keeps_rows_with_every_word_in_any_column(qapp: object) -> None:
    model = RowModel()
    model.show(COLUMNS, ROWS)
    model.narrow("1 丙")
    assert model.shown == (("丙", 100),)
    model.narrow("")
    assert model.shown == ROWS


def test_the_filter_stays_when_other_rows_come(qapp: object) -> None:
    model = RowModel()
    model.show(COLUMNS, ROWS)
    model.narrow("丙")
    model.show(COLUMNS, (("丁", 1), ("丙", 2)))
    assert model.shown == (("丙", 2),)


def test_copied_text_starts_no_formula_and_opens_no_cell() -> None:
    evil = (("=1+1", 1), ("+A1", 2), ("@x", 3), ("-2", 4), ("行\n内\t外", 5), ("610921199001010011", 6))
    lines = as_text(COLUMNS, evil).splitlines()
    assert lines == ["名\t数", "'=1+1\t1", "'+A1\t2", "'@x\t3", "'-2\t4", "行 内 外\t5", '="610921199001010011"\t6']


def test_a_hundred_thousand_rows_show_and_sort(qapp: object) -> None:
    model = RowModel()
    model.show(COLUMNS, [(f"户{number}", -number) for number in range(104_000)])
    model.sort(1)
    assert model.shown[0] == ("户103999", -103_999)
    assert model.rowCount() == 104_000
