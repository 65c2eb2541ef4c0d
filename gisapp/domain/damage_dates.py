"""Dates of a damage never run backwards: what is wrong with a date, in a sentence; "" when nothing is."""

from __future__ import annotations

from collections.abc import Sequence

from gisapp.domain.damage import StageLine
from gisapp.language import tr


def fault_of_stages(stages: Sequence[StageLine], *, reported_on: str, today: str) -> str:
    """``stages`` in order, each with its dates: none to come, none before the report, each in itself and after the one before it."""
    for line in stages:
        for day in filter(None, (line.begun_on, line.finished_on)):
            if day > today:
                return tr("{stage}的日期 {day} 还没有到", stage=line.stage, day=day)
            if day < reported_on:
                return tr("{stage}的日期 {day} 早于上报日期 {reported}", stage=line.stage, day=day, reported=reported_on)
        if line.begun_on and line.finished_on and line.finished_on < line.begun_on:
            return tr("{stage}的完成日期 {finished} 早于开始日期 {begun}", stage=line.stage, finished=line.finished_on, begun=line.begun_on)
    return _fault_in_order(stages)


def _fault_in_order(stages: Sequence[StageLine]) -> str:
    """A later stage neither begins nor is finished before an earlier one began, nor is it finished before that one was."""
    latest_begun, latest_finished = ("", ""), ("", "")
    for line in stages:
        pairs = ((line.begun_on, latest_begun), (line.finished_on, latest_begun), (line.finished_on, latest_finished))
        for day, (earlier, first) in pairs:
            if day is not None and day < first:
                return tr(
                    "{later}的日期 {second} 早于前一阶段{earlier}的 {first}", later=line.stage, second=day, earlier=earlier, first=first
                )
        latest_begun = max(latest_begun, (line.stage, line.begun_on or ""), key=lambda pair: pair[1])
        latest_finished = max(latest_finished, (line.stage, line.finished_on or ""), key=lambda pair: pair[1])
    return ""


def span(stages: Sequence[StageLine]) -> tuple[str | None, str | None]:
    """(when the work began, when it was finished): the earliest day of any stage, and the day the last stage was finished."""
    days = [day for line in stages for day in (line.begun_on, line.finished_on) if day]
    finished = stages[-1].finished_on if stages else None
    return (min(days) if days else None), finished
