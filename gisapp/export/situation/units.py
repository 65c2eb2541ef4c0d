"""By town and village: the stored counts by grid, added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gisapp.domain.affected import Tally
from gisapp.export.situation.blocks import Block, TableBlock, TableRow, tally_columns, tally_row
from gisapp.export.situation.matter import Matter
from gisapp.language import tr
from gisapp.storage.places import grid_units

NOTHING = Tally(0, 0, 0)


def units(matter: Matter) -> Iterator[Block]:
    """A row a village under its town, each town with its sum; the sums add up to the run's total."""
    total = matter.run.totals.total
    if not total.houses and not total.households:
        return
    towns: dict[str, dict[str, Tally]] = defaultdict(lambda: defaultdict(lambda: NOTHING))
    known = grid_units.of_grids(matter.connection)
    ordered = sorted(matter.run.totals.by_grid, key=lambda pair: known[pair[0]].codes if pair[0] in known else ("~",))
    for code, tally in ordered:
        place = known.get(code)
        town, village = (place.town, place.village) if place else (_elsewhere(code), "")
        towns[town][village] = _sum(towns[town][village], tally)
    rows: list[TableRow] = []
    for town, villages in towns.items():
        rows += [tally_row(tr("{town} {village}", town=town, village=name).strip(), tally) for name, tally in villages.items()]
        if len(villages) > 1:
            rows.append(tally_row(tr("{town} 小计", town=town), _sum(*villages.values()), is_sum=True))
    rows.append(tally_row(tr("合计"), _sum(*(one for villages in towns.values() for one in villages.values())), is_sum=True))
    note = tr("住房按所在网格，户和人按险区里那处住房所在网格")
    yield TableBlock(tr("按镇、村/社区"), tally_columns(tr("单位")), tuple(rows), note)


def _elsewhere(code: str) -> str:
    return tr("已不存在的网格") if code else tr("不在任何网格内")


def _sum(*tallies: Tally) -> Tally:
    return Tally(sum(t.houses for t in tallies), sum(t.households for t in tallies), sum(t.residents for t in tallies))
