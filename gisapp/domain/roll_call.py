"""Roll call: what is known of each family on a night, as entries of which the newest counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from gisapp.domain.affected import CallRow
from gisapp.domain.ids import HouseholdId, HouseId
from gisapp.errors import BadRequest
from gisapp.language import catalogue, tr

MOST_CHARACTERS = 200
"""Of a place or a note: what one says on the phone."""


class RollState(StrEnum):
    """What became of a family, in the order of the keys 1 to 5."""

    NOT_REACHED = "not_reached"
    CALLED = "called"
    MOVED = "moved"
    REFUSED = "refused"
    ELSEWHERE = "elsewhere"

    @property
    def caption(self) -> str:
        return (tr("没联系上"), tr("已通知"), tr("已转移"), tr("拒绝转移"), tr("人在外面"))[tuple(RollState).index(self)]

    @property
    def key(self) -> str:
        """The key that writes it."""
        return str(tuple(RollState).index(self) + 1)

    @property
    def is_reached(self) -> bool:
        """Whether somebody spoke to the family or knows where it is."""
        return self is not RollState.NOT_REACHED

    @property
    def is_out(self) -> bool:
        """Whether nobody of the family is in danger any more."""
        return self in (RollState.MOVED, RollState.ELSEWHERE)

    @property
    def takes_place(self) -> bool:
        """Whether an entry may say where the family is."""
        return self.is_out


_STATE_WORDS = (
    ("没联系上", "未联系上", "未联系", "联系不上", "无人接听"),
    ("已通知", "通知", "已联系"),
    ("已转移", "转移", "已撤离"),
    ("拒绝转移", "拒绝", "不肯走", "拒不转移"),
    ("人在外面", "在外", "外出", "在外地", "不在家"),
)
"""What people write for each state, in the order of RollState; the first is the caption."""


def state_from_text(text: str) -> RollState:
    """The state written as its code, its key or in words; raises BadRequest that lists the five."""
    wanted = text.strip().lower()
    for state, words in zip(RollState, _STATE_WORDS, strict=True):
        if wanted in (state.value, state.key, *words, state.caption.lower(), catalogue("en").get(words[0], words[0]).lower()):
            return state
    known = "  ".join(tr("{key} {state}", key=state.key, state=state.caption) for state in RollState)
    raise BadRequest(tr("不认识的点名结果：{text}", text=text[:MOST_CHARACTERS]), tr("请写：{known}。", known=known))


class PlaceKind(StrEnum):
    """What kind of place a family went to."""

    SAFE_SITE = "safe_site"
    OWN_HOME = "own_home"
    OTHER = "other"

    @property
    def caption(self) -> str:
        return (tr("避险点"), tr("自己的另一处住房"), tr("其他地方"))[tuple(PlaceKind).index(self)]


@dataclass(frozen=True, slots=True)
class MovedTo:
    """Where a family is: ``text`` in words, ``safe_site`` the id of the site while the county knows it."""

    kind: PlaceKind
    text: str
    safe_site: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found out about one family, before it is written."""

    household: int
    state: RollState
    moved_to: MovedTo | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RollCall:
    """One night's roll call; ``opened_at`` is UTC."""

    id: int
    uid: str
    opened_at: str
    opened_by: str


@dataclass(frozen=True, slots=True)
class RollCallEntry:
    """One line of the log; ``at`` is UTC text, so that its order is that of time."""

    id: int
    uid: str
    household: HouseholdId
    state: RollState
    moved_to: MovedTo | None
    at: str
    who: str
    note: str

    @property
    def what(self) -> str:
        """State and place in words."""
        return what_in_words(self.state, self.moved_to.text if self.moved_to else "")

    @property
    def order(self) -> tuple[str, str]:
        """The greatest of a family counts, on whichever desk it was written."""
        return self.at, self.uid


def what_in_words(state: RollState, place: str) -> str:
    """State and place as one reads them."""
    return tr("{state}：{place}", state=state.caption, place=place) if place else state.caption


@dataclass(frozen=True, slots=True)
class RollCallRow:
    """A family of the run ``run`` with the entry that counts; None: nobody has written anything yet."""

    run: int
    call: CallRow
    entry: RollCallEntry | None

    @property
    def household(self) -> HouseholdId:
        return self.call.household

    @property
    def house(self) -> HouseId:
        return self.call.house

    @property
    def state(self) -> RollState:
        return self.entry.state if self.entry else RollState.NOT_REACHED

    @property
    def planned(self) -> MovedTo | None:
        """Where the list sends the family: its own safe home, else the safe site named on the list."""
        if self.call.goes_to_own_home:
            return MovedTo(PlaceKind.OWN_HOME, self.call.own_home)
        return MovedTo(PlaceKind.SAFE_SITE, self.call.safe_site, self.call.safe_site_id) if self.call.safe_site else None


@dataclass(frozen=True, slots=True)
class StateTally:
    """Families and people in one state."""

    families: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a roll call is over some families; the states add up to the families and people.

    A rate names its base: ``reached_percent`` and ``out_percent`` are of families, rounded down, so that 100 means all.
    """

    states: Mapping[RollState, StateTally]

    @property
    def families(self) -> int:
        return sum(tally.families for tally in self.states.values())

    @property
    def people(self) -> int:
        return sum(tally.people for tally in self.states.values())

    def of(self, state: RollState) -> StateTally:
        """Families and people in ``state``."""
        return self.states.get(state, StateTally())

    @property
    def reached(self) -> StateTally:
        """Those somebody spoke to or knows about."""
        return self._sum(*(state for state in RollState if state.is_reached))

    @property
    def out(self) -> StateTally:
        """Those no longer in danger: moved or elsewhere."""
        return self._sum(*(state for state in RollState if state.is_out))

    @property
    def reached_percent(self) -> int:
        return percent(self.reached.families, self.families)

    @property
    def out_percent(self) -> int:
        return percent(self.out.families, self.families)

    def _sum(self, *states: RollState) -> StateTally:
        return StateTally(sum(self.of(one).families for one in states), sum(self.of(one).people for one in states))


def percent(part: int, whole: int) -> int:
    """Whole per cent, rounded down; of nothing everything is done."""
    return 100 * part // whole if whole else 100


def utc_text(moment: datetime) -> str:
    """A moment as the log keeps it: 2026-07-12T12:15:03.123Z."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def local_moment(at: str) -> datetime:
    """A moment of the log on this computer's clock."""
    return datetime.fromisoformat(at).astimezone()


def clock(at: str, *, now: datetime | None = None) -> str:
    """When, as one says it: 20:15, with the day before it on another day."""
    moment = local_moment(at)
    today = (now or datetime.now()).astimezone().date()
    return f"{moment:%H:%M}" if moment.date() == today else f"{moment:%m-%d %H:%M}"
