"""Slice of the flood team's work: the runs of earlier hours, to open, to ask again, to compare."""

from __future__ import annotations

import sqlite3

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Kind
from gisapp.language import tr
from gisapp.storage.runs import stored_runs
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables import run_columns
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Place, RunAction, Slice, WorkButton, WorkList


def _list_runs(connection: sqlite3.Connection, _place: Place) -> Listing:
    return Listing(tr("历次研判"), run_columns.kept_run_columns(), stored_runs.kept(connection), tr("还没有保存过研判。"))


def _buttons() -> tuple[WorkButton, ...]:
    compare, repeat = tr("按住 Ctrl 选中两次研判，看谁新进入险区"), tr("同样的范围和规则，按今天的住户再做一遍，马上比较")
    return (
        WorkButton(tr("打开"), "open", lambda desk, rows: desk.bench.flood.lists.open(rows), tr("打开选中的研判")),
        WorkButton(tr("比较两次"), "table", lambda desk, rows: desk.bench.flood.lists.compare(rows), compare),
        WorkButton(tr("再做一遍"), "flood", lambda desk, rows: desk.bench.flood.lists.repeat(rows), repeat),
    )


_RUNS = WorkList(
    "runs", lambda: tr("历次研判"), lambda connection, _place: stored_runs.count(connection), _list_runs, _buttons, frozenset((Kind.RUN,))
)


def _what_if(desk: WorkDesk, run: AffectedRun) -> None:
    desk.bench.flood.ask_what_if(run)


_WHAT_IF = RunAction("what_if", lambda: tr("换个条件再研判…"), _what_if, icon="measure", opens_group=True)

SLICE = Slice(flood_lists=(_RUNS,), run_actions=(_WHAT_IF,))
