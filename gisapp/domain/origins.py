"""Where relocated families came from and which settlement site they went to: flows from villages to sites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gisapp.domain.ids import DivisionId
from gisapp.language import tr

_SITE_BITS = 20
VILLAGE_CODE_DIGITS = 12
ELSEWHERE = 0
"""In the place of a site: the family lives in no settlement site, or nobody knows where."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The families of one village, or of all villages of a town, in one settlement site.

    ``origin`` is the village as it is today; ``formerly``: the names that it, and villages merged into it, once had.
    ``site`` is ELSEWHERE for families at no settlement site.
    """

    origin: DivisionId
    origin_code: str
    origin_name: str
    formerly: tuple[str, ...]
    site: int
    site_name: str
    families: int
    people: int

    @property
    def id(self) -> int:
        """One number for the pair of village and site, the same every time."""
        return flow_id(self.origin, self.site)

    @property
    def is_of_town(self) -> bool:
        """Whether it gathers the villages of a town: towns have codes of nine digits, villages of twelve."""
        return len(self.origin_code) < VILLAGE_CODE_DIGITS

    @property
    def origin_caption(self) -> str:
        """The village with its former names."""
        if not self.formerly:
            return self.origin_name
        return tr("{village}（原{names}）", village=self.origin_name, names=tr("、").join(self.formerly))

    @property
    def caption(self) -> str:
        """The flow in a few words."""
        to = self.site_name or tr("不在安置点")
        return tr("{origin} → {site}", origin=self.origin_caption, site=to)

    @property
    def figures(self) -> str:
        """How many went."""
        return tr("{families} 户 {people} 人", families=f"{self.families:,}", people=f"{self.people:,}")


@dataclass(frozen=True, slots=True)
class OriginReport:
    """Flows to settlement sites, the largest first, and ``elsewhere``: families at no settlement site."""

    flows: tuple[Flow, ...]
    elsewhere: tuple[Flow, ...]

    @property
    def families(self) -> int:
        """Families at settlement sites."""
        return sum(flow.families for flow in self.flows)

    @property
    def people(self) -> int:
        """People of the families at settlement sites."""
        return sum(flow.people for flow in self.flows)

    @property
    def villages(self) -> int:
        """How many villages the families at settlement sites came from."""
        return len({flow.origin for flow in self.flows})


def flow_id(origin: int, site: int) -> int:
    """The number of the flow from a village to a site."""
    return (int(origin) << _SITE_BITS) | site


def ends_of(flow: int) -> tuple[int, int]:
    """(village, site) of a flow's number."""
    return flow >> _SITE_BITS, flow & ((1 << _SITE_BITS) - 1)


def by_size(flows: Sequence[Flow]) -> tuple[Flow, ...]:
    """The largest first; equal ones by code and site."""
    return tuple(sorted(flows, key=lambda flow: (-flow.families, flow.origin_code, flow.site)))


def gathered(flows: Sequence[Flow], towns: Mapping[int, tuple[int, str, str]]) -> tuple[Flow, ...]:
    """The same families as flows from towns, ``towns`` by village as (id, code, name), the largest first; a village in none stays."""
    found: dict[int, Flow] = {}
    for flow in flows:
        town, code, name = towns.get(int(flow.origin), (int(flow.origin), flow.origin_code, flow.origin_name))
        one = found.get(
            flow_id(town, flow.site),
            replace(flow, origin=DivisionId(town), origin_code=code, origin_name=name, formerly=(), families=0, people=0),
        )
        found[one.id] = replace(one, families=one.families + flow.families, people=one.people + flow.people)
    return by_size(tuple(found.values()))
