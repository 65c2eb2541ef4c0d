"""The run another desk called: what was asked, how much it found, and in what it differs from the run here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gisapp.domain.hazard import AffectedRule, CountedAt, HazardLevel, depths_in_words
from gisapp.domain.roll_call import clock
from gisapp.language import tr

QUESTION_KEYS = ("day", "rule", "area_rule", "counted_at", "buffer_m", "thresholds", "at_time")
MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class CarriedArea:
    """The areas of one name and level together, as they were asked, the buffer included."""

    name: str
    level: str
    count: int
    area_m2: int


@dataclass(frozen=True, slots=True)
class CarriedRun:
    """``question`` has a text under each of QUESTION_KEYS; ``at`` is a local moment with its zone."""

    uid: str
    at: str
    question: Mapping[str, str]
    houses: int
    families: int
    people: int
    areas: tuple[CarriedArea, ...]


@dataclass(frozen=True, slots=True)
class RunDifference:
    """One thing in which the two desks' runs differ, in words."""

    what: str
    ours: str
    theirs: str


def run_difference_text(one: RunDifference) -> str:
    """A difference in a line."""
    return tr("  {what}  本机：{ours}  对方：{theirs}", what=one.what, ours=one.ours, theirs=one.theirs)


def run_differences(ours: CarriedRun, theirs: CarriedRun) -> tuple[RunDifference, ...]:
    """Every difference between two runs in time, question, areas and figures; none for one run on two desks."""
    if ours.uid == theirs.uid:
        return ()
    return (*_of_question(ours, theirs), *_of_areas(ours.areas, theirs.areas), *_of_figures(ours, theirs))


def _of_question(ours: CarriedRun, theirs: CarriedRun) -> Iterator[RunDifference]:
    if ours.at[:16] != theirs.at[:16]:
        yield RunDifference(tr("研判时间"), _moment(ours.at), _moment(theirs.at))
    for key, title in zip(QUESTION_KEYS, _titles(), strict=True):
        mine, others = ours.question.get(key, ""), theirs.question.get(key, "")
        if mine != others:
            yield RunDifference(title, _worded(key, mine), _worded(key, others))


def _titles() -> tuple[str, ...]:
    of_homes = (tr("判断规则"), tr("险区的判断规则"), tr("人按哪里计"))
    return (tr("年龄按哪天算"), *of_homes, tr("外扩（米）"), tr("水深分级"), tr("只算何时有效的"))


def _worded(key: str, value: str) -> str:
    try:
        match key:
            case "rule" | "area_rule":
                return AffectedRule(value).caption
            case "counted_at":
                return tr("现住何处") if CountedAt(value) is CountedAt.SLEEPING else tr("在住的住房")
            case "thresholds":
                return depths_in_words(tuple(float(step) for step in value.split(",")))
    except (ValueError, IndexError):
        pass  # of another program, or nothing asked
    return value.replace("T", " ") or "—"


def _moment(at: str) -> str:
    try:
        return clock(at)
    except (ValueError, OverflowError):
        return at or "—"


def _of_areas(ours: Sequence[CarriedArea], theirs: Sequence[CarriedArea]) -> Iterator[RunDifference]:
    mine, others = ({(one.name, one.level): one for one in areas} for areas in (ours, theirs))
    only_here, only_there = mine.keys() - others.keys(), others.keys() - mine.keys()
    if only_here or only_there:
        yield RunDifference(tr("只有一台问的险区"), _named(only_here), _named(only_there))
    shared = sorted(key for key in mine.keys() & others.keys() if not _is_alike(mine[key], others[key]))
    for key in shared[:MOST_NAMED]:
        yield RunDifference(tr("险区“{name}”", name=_called(*key)), _size(mine[key]), _size(others[key]))
    if len(shared) > MOST_NAMED:
        count = tr("另有 {count:,} 个", count=len(shared) - MOST_NAMED)
        yield RunDifference(tr("范围不同的险区"), count, count)


def _is_alike(one: CarriedArea, other: CarriedArea) -> bool:
    """Whether they are the same ground, but for what a change of coordinates rounds."""
    return one.count == other.count and abs(one.area_m2 - other.area_m2) <= 1 + one.area_m2 / 1_000_000


def _named(areas: set[tuple[str, str]]) -> str:
    if not areas:
        return "—"
    named = tr("、").join(_called(*key) for key in sorted(areas)[:MOST_NAMED])
    return named if len(areas) <= MOST_NAMED else tr("{names}等 {count} 个险区", names=named, count=len(areas))


def _called(name: str, level: str) -> str:
    if level not in {one.value for one in HazardLevel}:
        return name
    return tr("{name}（{level}）", name=name, level=HazardLevel(level).caption)


def _size(one: CarriedArea) -> str:
    return tr("{count:,} 块 {hectares:,.2f} 公顷", count=one.count, hectares=one.area_m2 / 10_000)


def _of_figures(ours: CarriedRun, theirs: CarriedRun) -> Iterator[RunDifference]:
    mine, others = ((one.houses, one.families, one.people) for one in (ours, theirs))
    if mine != others:
        said = (tr("{houses:,} 房 {families:,} 户 {people:,} 人", houses=h, families=f, people=p) for h, f, p in (mine, others))
        yield RunDifference(tr("险区里"), *said)
