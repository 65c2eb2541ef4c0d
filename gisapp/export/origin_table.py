"""Where relocated families came from as a workbook: every flow, and the figures by site and by village."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from gisapp.domain.origins import Flow, OriginReport
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr


def write_origin_workbook(path: Path, report: OriginReport, *, title: str, notes: tuple[str, ...] = ()) -> int:
    """Write three sheets and return the number of flows; raises BadFile."""
    said = (title, tr("合并的村计入现在的村，原村名写在后面。"), *notes)
    every = (*report.flows, *report.elsewhere)
    sites = Table(tr("按安置点"), _figure_columns(tr("安置点")), _summed((one.site_name or tr("不在安置点"), one) for one in every), said)
    villages = Table(tr("按来源村"), _figure_columns(tr("来源村")), _summed((one.origin_caption, one) for one in every), said)
    write_workbook(path, (Table(tr("来源与去向"), _columns(), _rows(every), said), sites, villages))
    return len(every)


def _columns() -> tuple[Column, ...]:
    return (
        Column("code", tr("村编码"), 16),
        Column("origin", tr("来源村"), 16),
        Column("formerly", tr("原村名"), 18),
        Column("site", tr("安置点"), 18),
        *_figures(),
    )


def _rows(flows: Iterable[Flow]) -> Iterator[Row]:
    for flow in flows:
        to = flow.site_name or tr("不在安置点")
        yield (flow.origin_code, flow.origin_name, tr("、").join(flow.formerly), to, flow.families, flow.people)


def _figure_columns(title: str) -> tuple[Column, ...]:
    return (Column("name", title, 26), *_figures())


def _figures() -> tuple[Column, Column]:
    return Column("families", tr("户"), 8, Content.INTEGER), Column("people", tr("人"), 8, Content.INTEGER)


def _summed(named: Iterable[tuple[str, Flow]]) -> Iterator[Row]:
    sums: dict[str, tuple[int, int]] = {}
    for name, flow in named:
        families, people = sums.get(name, (0, 0))
        sums[name] = (families + flow.families, people + flow.people)
    ordered = sorted(sums.items(), key=lambda item: -item[1][0])
    yield (tr("合计"), sum(one[0] for one in sums.values()), sum(one[1] for one in sums.values()))
    yield from ((name, *figures) for name, figures in ordered)
