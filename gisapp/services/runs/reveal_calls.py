"""The phones of a run's call list in clear, for somebody who says why: the history keeps who, why and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.runs.pick_run import pick_run
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database


def reveal_calls(db: Database, run_id: int | None, *, who: str, why: str) -> Change:
    """Note who takes out the whole phones of a run (None = the latest) and why, before any is written.

    Raises BadRequest without a reason or for a run that is not there.
    """
    if not why.strip():
        raise BadRequest(tr("没有写明查看原因。"), tr("请写明原因，例如“通知今晚转移”；它会记入历史。"))
    run = pick_run(db.conn, run_id)
    label = tr("取出完整电话：研判第 {run} 号，{count:,} 户", run=run.id, count=run.totals["total"]["households"])
    with history.recorded(db, label=label, who=who, kinds=(Kind.RUN,), why=why.strip()) as entry:
        pass
    return Change(label, (Kind.RUN,), (run.id,), entry)
