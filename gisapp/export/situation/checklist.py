"""What is done and what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator

from gisapp.domain.checklist import RunCheck
from gisapp.domain.lines import Duty
from gisapp.export.situation.blocks import Block, TableBlock, TableColumn, TableRow, Words
from gisapp.export.situation.matter import Matter
from gisapp.language import tr
from gisapp.services.runs.tick_checklist import run_checklist

BOX = "□"


def checklist(matter: Matter) -> Iterator[Block]:
    """The run's list by duty, with boxes to tick by hand."""
    found = run_checklist(matter.connection, matter.run_id)
    if not found.checks:
        return
    yield Words(tr("共 {count} 条，已办 {done} 条。", count=len(found.checks), done=found.done))
    if found.is_example:
        yield Words(tr("这是示例清单，请按本县预案修改。"), is_warning=True)
    columns = (
        TableColumn(tr("办了"), 6.5),
        TableColumn(tr("序号"), 6.5),
        TableColumn(tr("做什么"), 50),
        TableColumn(tr("适用"), 20),
        TableColumn(tr("谁办的"), 11),
        TableColumn(tr("时间"), 14),
        TableColumn(tr("备注"), 16),
    )
    for duty in Duty:
        rows = found.of_duty(duty)
        if rows:
            done = sum(row.is_done for row in rows)
            note = tr("{done} / {count} 条", done=done, count=len(rows))
            yield TableBlock(tr("行动清单 · {duty}", duty=duty.caption), columns, tuple(_row(row) for row in rows), note)


def _row(check: RunCheck) -> TableRow:
    mark = tr("是") if check.is_done else BOX
    at = (check.done_at or "")[:16].replace("T", " ")
    return TableRow((mark, f"{check.number}", check.item.text, check.item.scope, check.done_by or "", at, check.note))
