"""Moved so far: what the roll call says of the families of the run."""

from __future__ import annotations

from collections.abc import Iterator

from gisapp.domain.roll_call import Progress, RollState, local_moment
from gisapp.export.situation.blocks import Block, TableBlock, TableColumn, TableRow, Words
from gisapp.export.situation.matter import Matter
from gisapp.language import tr
from gisapp.services.roll_call.report_roll_call import Destination, report_roll_call

MOST_PLACES = 30


def moved(matter: Matter) -> Iterator[Block]:
    """By state, by town, and where they are; nothing before the first entry."""
    found = report_roll_call(matter.connection, matter.run_id)
    if found.roll_call is None:
        return
    at = f"{local_moment(found.last_at or found.opened_at or ''):%Y-%m-%d %H:%M}"
    total, out = found.total, found.total.out
    values = {"at": at, "out": out.families, "people": out.people, "percent": total.out_percent, "all": total.families}
    yield Words(tr("点名截至 {at}：{out:,} 户 {people:,} 人已不在险区，占应通知 {all:,} 户的 {percent}%（按户，向下取整）。", **values))
    yield TableBlock(tr("按点名结果"), _columns(tr("结果")), tuple(_states(total)))
    if len(found.towns) > 1:
        rows = tuple(_place(one.title, one.progress) for one in found.towns)
        yield TableBlock(tr("点名按镇"), _town_columns(), (*rows, _place(tr("合计"), total, is_sum=True)))
    if found.destinations:
        shown = found.destinations[:MOST_PLACES]
        more = len(found.destinations) - len(shown)
        note = tr("另有 {count} 处，见点名表", count=more) if more else ""
        yield TableBlock(tr("不在险区的人在哪里"), _columns(tr("去处")), tuple(_destination(one) for one in shown), note)


def _columns(name: str) -> tuple[TableColumn, ...]:
    return (TableColumn(name, 56), TableColumn(tr("户"), 12, is_number=True), TableColumn(tr("人"), 12, is_number=True))


def _states(total: Progress) -> Iterator[TableRow]:
    for state in RollState:
        tally = total.of(state)
        yield TableRow((state.caption, f"{tally.families:,}", f"{tally.people:,}"))
    yield TableRow((tr("合计"), f"{total.families:,}", f"{total.people:,}"), is_sum=True)


def _town_columns() -> tuple[TableColumn, ...]:
    numbers = (tr("户"), tr("人"), tr("联系上的户"), tr("不在险区的户"), tr("不在险区的人"), tr("占户 %"))
    return (TableColumn(tr("镇"), 24), *(TableColumn(text, 12, is_number=True) for text in numbers))


def _place(title: str, progress: Progress, *, is_sum: bool = False) -> TableRow:
    counts = (progress.families, progress.people, progress.reached.families, progress.out.families, progress.out.people)
    return TableRow((title, *(f"{count:,}" for count in counts), f"{progress.out_percent}"), is_sum)


def _destination(one: Destination) -> TableRow:
    place = one.text or (one.kind.caption if one.kind else tr("没有说去哪里"))
    return TableRow((place, f"{one.families:,}", f"{one.people:,}"))
