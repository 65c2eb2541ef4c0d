"""Safe sites: places with room for so many people, and which families of a hazard run go to which."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from gisapp.domain.hazard import HazardLevel
from gisapp.domain.ids import AllocationId, HouseholdId, HouseId, RunId, SafeSiteId
from gisapp.language import tr

FAR_M = 5_000.0
"""Above an hour on foot: a car should be sent. A walking pace of 5 km/h is the usual rule of hikers, not an official figure."""


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What can be written about a safe site; place in metres of the county's CRS.

    ``capacity`` is people. ``division`` None = the unit it lies in. ``keeper`` is whom to call for the key; the phone is in
    clear and stays between storage and services.
    """

    name: str
    capacity: int
    x: float
    y: float
    division: int | None = None
    is_in_use: bool = True
    keeper: str = ""
    keeper_phone: str | None = field(default=None, repr=False)
    note: str = ""


@dataclass(frozen=True, slots=True)
class SafeSite:
    """A safe site as the county knows it; ``unit`` and ``town`` are names, "" outside every unit."""

    id: SafeSiteId
    facts: SiteFacts
    unit: str
    town: str

    @property
    def caption(self) -> str:
        """The name with its unit, which tells namesakes apart."""
        return tr("{name}（{unit}）", name=self.facts.name, unit=self.unit) if self.unit else self.facts.name


class AllocationWay(StrEnum):
    """How families are spread over the sites."""

    NEAREST = "nearest"
    OPTIMISED = "optimised"

    @property
    def caption(self) -> str:
        return (tr("就近优先"), tr("总路程最短"))[tuple(AllocationWay).index(self)]


class WalkBasis(StrEnum):
    """What a distance is: along roads, straight and why, or through an area of danger because there is no way round."""

    ROAD = "road"
    NEAR = "near"
    NO_ROADS = "no_roads"
    OFF_ROAD = "off_road"
    NOT_JOINED = "not_joined"
    THROUGH = "through"

    @property
    def caption(self) -> str:
        straight = (tr("直线：比到路边还近"), tr("直线：县里没有道路"), tr("直线：离道路太远"), tr("直线：道路不相通"))
        words = (tr("沿路"), *straight, tr("要穿过险区"))
        return words[tuple(WalkBasis).index(self)]

    @property
    def is_road(self) -> bool:
        return self is WalkBasis.ROAD

    @property
    def is_straight(self) -> bool:
        """Whether nobody knows the way, for want of a road."""
        return self in (WalkBasis.NO_ROADS, WalkBasis.OFF_ROAD, WalkBasis.NOT_JOINED)


class NoSite(StrEnum):
    """Why a family of the run goes to no site.

    NO_PLACE: its house stands no more, so that nobody knows how far it is. CLOSED: the site it was to go to was removed since,
    or is no longer in use.
    """

    NO_ROOM = "no_room"
    OWN_HOME = "own_home"
    NOBODY = "nobody"
    NO_PLACE = "no_place"
    CLOSED = "closed"

    @property
    def caption(self) -> str:
        words = (tr("没有地方"), tr("去自己另一处住房"), tr("没有人"), tr("原住房已不在，位置不明"), tr("避险点已删除或停用"))
        return words[tuple(NoSite).index(self)]

    @property
    def is_urgent(self) -> bool:
        """Whether somebody has to find a place for the family."""
        return self in (NoSite.NO_ROOM, NoSite.NO_PLACE, NoSite.CLOSED)


class LeftOut(StrEnum):
    """Why nobody is sent to a site."""

    IN_HAZARD = "in_hazard"
    NOT_IN_USE = "not_in_use"
    NO_PLACE = "no_place"

    @property
    def caption(self) -> str:
        return (tr("在险区内"), tr("没有启用"), tr("没有位置"))[tuple(LeftOut).index(self)]


class Doubt(StrEnum):
    """What somebody should look at before people are sent to a site."""

    OTHER_HAZARD = "other_hazard"
    NO_DEPTH = "no_depth"

    @property
    def caption(self) -> str:
        return (tr("在没有研判的风险区内"), tr("栅格没有水深值"))[tuple(Doubt).index(self)]


@dataclass(frozen=True, slots=True)
class AllocationQuestion:
    """How it was asked; the same question on the same data gives the same answer.

    ``together_percent``: so much longer may all walk together for the sake of keeping villages together.
    ``own_home_too``: families that have another safe home of their own are sent to a site as well. ``most_walk_m``: who has to
    walk farther needs a car and is told, None = nobody is asked. ``keep_by_hand``: families moved by hand stay where they were put.
    """

    way: AllocationWay = AllocationWay.OPTIMISED
    own_home_too: bool = False
    together_percent: float = 5.0
    most_walk_m: float | None = None
    keep_by_hand: bool = True

    @property
    def sentence(self) -> str:
        """The question in whole sentences of the reader's language."""
        if self.most_walk_m:
            walk = f"{self.most_walk_m:,g}"
            return tr("{question}步行超过 {walk} 米的户算走不到，要派车。", question=replace(self, most_walk_m=None).sentence, walk=walk)
        own = tr("有自己另一处安全住房的户也去避险点。") if self.own_home_too else tr("有自己另一处安全住房的户不去避险点。")
        if self.way is AllocationWay.NEAREST:
            return tr("就近优先：红色险区先安排，从最近的户和避险点开始，一户不拆开，不超容量。{own}", own=own)
        percent = f"{self.together_percent:g}"
        return tr(
            "总路程最短：红色险区先安排，一户不拆开，不超容量；同村尽量集中，为此总路程最多增加 {percent}%。{own}", percent=percent, own=own
        )


def unsafe_ways(through: int, straight: int) -> str:
    """How many families find no way round the danger, and of how many only the straight distance is known; "" for none."""
    values = {"through": f"{through:,}", "straight": f"{straight:,}"}
    if through and straight:
        return tr("{through} 户没有绕开险区的路，{straight} 户没有相通的道路（按直线距离计），请派人带路或派车。", **values)
    if through:
        return tr("{through} 户没有绕开险区的路，请派人带路或派车。", through=values["through"])
    return tr("{straight} 户没有相通的道路（按直线距离计），请派人带路或派车。", straight=values["straight"]) if straight else ""


def too_far(families: int, people: int) -> str:
    """Who cannot walk as far as their site, in a sentence; "" for nobody."""
    values = {"families": f"{families:,}", "people": f"{people:,}"}
    return tr("{families} 户 {people} 人走不到，要派车。", **values) if families else ""


@dataclass(frozen=True, slots=True)
class AllocationTotals:
    """The figures of an allocation; families = placed + no room + own home + no place + nobody, and so
    are the people.

    ``capacity`` is that of the ``sites`` offered. ``walk_m`` sums each person's distance; ``far_families`` walk more than FAR_M;
    ``straight`` ones a distance that is only known straight, other than those nearer than any road; ``through`` ones find no way
    that does not lead into danger. ``villages_split`` go to
    more than one site, of them ``villages_too_large`` have more people than any site takes. ``groups`` above 0: families were so
    many that neighbours of a village were placed in that many groups. ``by_hand``: families that somebody put where they go;
    ``too_far``: who walks farther than the question allows.
    """

    families: int
    people: int
    sites: int
    sites_used: int
    capacity: int
    placed_families: int
    placed_people: int
    no_room_families: int
    no_room_people: int
    own_home_families: int
    own_home_people: int
    no_place_families: int
    no_place_people: int
    nobody_families: int
    walk_m: float
    longest_m: float
    far_families: int
    straight: int
    villages: int
    villages_split: int
    villages_too_large: int
    groups: int = 0
    through: int = 0
    by_hand: int = 0
    too_far_families: int = 0
    too_far_people: int = 0

    @property
    def to_place(self) -> int:
        """People who are to go to a site."""
        return self.placed_people + self.no_room_people

    @property
    def mean_m(self) -> float:
        """How far one person walks on average."""
        return self.walk_m / self.placed_people if self.placed_people else 0.0

    @property
    def sentence(self) -> str:
        """Capacity against need; over-full in figures."""
        values = {"capacity": f"{self.capacity:,}", "people": f"{self.to_place:,}", "missing": f"{self.no_room_people:,}"}
        if self.no_room_people and self.capacity > self.placed_people:
            free = f"{self.capacity - self.placed_people:,}"
            return tr(
                "容量 {capacity} 人，要安置 {people} 人：{missing} 人没有地方（还空 {free} 个位置，剩下的哪一户都放不下）。",
                free=free, **values,
            )  # fmt: skip
        if self.no_room_people:
            return tr("容量 {capacity} 人，要安置 {people} 人：{missing} 人没有地方。", **values)
        return tr("容量 {capacity} 人，要安置 {people} 人：都有地方。", **values)


@dataclass(frozen=True, slots=True)
class Allocation:
    """One stored allocation."""

    id: AllocationId
    run: RunId
    at: str
    who: str
    question: AllocationQuestion
    totals: AllocationTotals


@dataclass(frozen=True, slots=True)
class SiteLoad:
    """A site with who goes there; ``left_out`` None = families may go there.

    ``site`` is as it is today, None when it was removed since: people beyond today's room are said, never hidden. ``arrived``:
    people whom the roll call of the night says moved there, wherever they were to go. ``through`` and ``straight``: families
    whose way leads through danger, or of whose way only the straight distance is known.
    """

    id: SafeSiteId
    name: str
    site: SafeSite | None
    left_out: LeftOut | None
    doubt: Doubt | None
    families: int
    people: int
    arrived: int = 0
    through: int = 0
    straight: int = 0

    @property
    def unsafe_ways(self) -> str:
        """Families whom somebody has to lead, in a sentence; "" where there are none."""
        return unsafe_ways(self.through, self.straight)

    @property
    def capacity(self) -> int:
        """Room today: none where the site was removed or is not in use."""
        return self.site.facts.capacity if self.site is not None and self.site.facts.is_in_use else 0

    @property
    def free(self) -> int:
        """Room left today; below 0 it is over-full."""
        return self.capacity - self.people

    @property
    def percent(self) -> int | None:
        """How full in whole percent, rounded down, above 100 with one person too many; None where there is no room at all."""
        if not self.capacity:
            return None
        return max(100 * self.people // self.capacity, 101 if self.is_over else 0)

    @property
    def is_over(self) -> bool:
        return self.people > self.capacity


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a family is to go: a site with the way there, or why to none; ``is_allocated`` False = only the nearest there is.

    ``by_hand``: somebody put the family there. ``is_too_far``: it walks farther than was allowed and needs a car.

    ``walk`` is what ``metres`` is; None = straight, and nobody asked for roads.
    """

    site: int | None = None
    name: str = ""
    metres: float | None = None
    walk: WalkBasis | None = None
    no_site: NoSite | None = None
    is_allocated: bool = False
    by_hand: bool = False
    is_too_far: bool = False
    people: int = 0


@dataclass(frozen=True, slots=True)
class PlacedFamily:
    """A family of the run with where it goes; phones masked. ``by_hand``, ``is_too_far`` as of Destination."""

    household: HouseholdId
    house: HouseId
    code: str
    head: str
    people: int
    level: HazardLevel
    town: str
    village: str
    grid: str
    number: str
    site: SafeSiteId | None
    site_name: str
    distance_m: float | None
    basis: WalkBasis | None
    no_site: NoSite | None
    by_hand: bool = False
    is_too_far: bool = False
