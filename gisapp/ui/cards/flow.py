"""The card of a line on the map: from which village to which settlement site, how many, and what to do with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gisapp.domain.origins import Flow
from gisapp.language import tr
from gisapp.ui.cards.card import Card

MOST_LINES = 12


def village_tip() -> str:
    """What the button for a village's families does."""
    return tr("列出这个村搬出去的全部户，在地图上标出他们现在住哪里")


def flow_card(flows: Sequence[Flow], list_families: Callable[[], None], show_village: Callable[[int], None]) -> Card:
    """One flow, or several added up; ``show_village(division)`` shows all families of the village."""
    only = flows[0] if len(flows) == 1 else None
    sheet = Card(only.caption if only else tr("选中 {count} 条来源线", count=f"{len(flows):,}"))
    families, people = sum(flow.families for flow in flows), sum(flow.people for flow in flows)
    sheet.figures(((families, tr("户"), ""), (people, tr("人"), "")))
    if only is not None and only.formerly:
        sheet.line(tr("原村名"), tr("、").join(only.formerly))
    if only is None:
        sheet.section(tr("其中"))
        for flow in flows[:MOST_LINES]:
            sheet.line(flow.figures, flow.caption)
    sheet.button(tr("列出这些户"), list_families, role="main", icon="family")
    if only is not None:
        village = int(only.origin)
        sheet.button(
            tr("这个镇的搬迁户") if only.is_of_town else tr("这个村的搬迁户"),
            lambda: show_village(village),
            icon="search",
            tip=village_tip(),
        )
    return sheet
