"""What stands above every list of a run."""

from __future__ import annotations

import sqlite3

from gisapp.domain.affected import AffectedRun
from gisapp.language import tr
from gisapp.storage.county import settings


def run_notes(connection: sqlite3.Connection, run: AffectedRun, *, is_revealed: bool) -> tuple[str, ...]:
    """The question, where and when, and whether anything is hidden."""
    county = settings.read(connection, "county_name", "")
    is_sample = bool(settings.read(connection, "is_sample", False))
    made = tr("{county} · 研判第 {run} 号 · {at}", county=county, run=run.id, at=run.at.replace("T", " ")[:16])
    hidden = tr("电话未脱敏，只供本次处置使用。") if is_revealed else tr("电话已脱敏。")
    marks = (tr("示例数据：人物与电话均为虚构。"),) if is_sample else ()
    return (run.question.sentence, made, hidden, *marks)
