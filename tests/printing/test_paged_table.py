"""Tables over many pages: sums keep company, numbers end at the right, long titles break."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.printing.paged_table import Group, PrintColumn, PrintRow, lay_out

COLUMNS = (PrintColumn("名称", 3), PrintColumn("数", 1, is_number=True))


def rows_of(pages: tuple) -> list[list[PrintRow]]:  # type: ignore[type-arg]
    return [[block.row for block in page if block.row is not None] for page in pages]


@settings(deadline=None)
@given(st.integers(1, 60), st.sampled_from(["", "标题"]))
def test_a_sum_never_stands_alone_overleaf_and_no_row_is_lost(count: int, heading: str) -> None:
    rows = [PrintRow((f"第{number}行", "1")) for number in range(count)]
    table = lay_out(COLUMNS, [Group(heading, "", (*rows, PrintRow(("合计", f"{count}"), is_sum=True)))], width=400, height=200)
    pages = rows_of(table.pages)
    assert [row.cells[0] for page in pages for row in page] == [*(row.cells[0] for row in rows), "合计"]
    assert len(pages[-1]) > 1


def test_long_titles_break_and_the_rows_begin_below_them() -> None:
    long = (PrintColumn("生活用水（含饮用）（升）", 1, is_number=True), PrintColumn("人", 1))
    table = lay_out(long, [Group("", "", (PrintRow(("1", "2")),))], width=120, height=300)
    assert len(table.titles[0]) > 1
    assert table.header_px > lay_out(COLUMNS, [], width=400, height=300).header_px
    assert table.height(0) > table.header_px
