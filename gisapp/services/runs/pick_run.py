"""The stored run that somebody means."""

from __future__ import annotations

import sqlite3

from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.runs import stored_runs
from gisapp.storage.runs.stored_runs import StoredRun


def pick_run(connection: sqlite3.Connection, run_id: int | None = None, *, none_yet: str | None = None) -> StoredRun:
    """The run of this number, the latest for None; raises BadRequest when it is not there (``none_yet``: what to say of no run at all)."""
    run = stored_runs.read(connection, run_id)
    if run is not None:
        return run
    if run_id is None:
        raise BadRequest(none_yet or tr("还没有保存过研判。"), tr("请先在“防汛”中研判，或运行 gisapp affected。"))
    raise BadRequest(tr("没有研判第 {run} 号。", run=run_id), tr("请用 gisapp runs 查看有哪些研判。"))
