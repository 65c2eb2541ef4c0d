"""What a register knows of each made-up person: name, ID number, phone, marks, and where they sleep."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.services.sample.families import Members
from gisapp.services.sample.homes import LIVED_IN, Homes
from gisapp.services.sample.names import Texts, named, surnames
from gisapp.services.sample.rows import TODAY, Days, days_before, or_none

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

HEAD, SPOUSE, CHILD, IN_LAW, GRANDCHILD, PARENT = range(6)
YEAR = 365.2425
AREAS = np.array([610921, 610922, 610924, 610902, 610923])
AREA_SHARES = (0.9, 0.03, 0.03, 0.02, 0.02)
PHONE_PREFIX = 12_000_000_000
"""No operator in the country has mobile numbers that begin with 12."""
IN_USE = 999_999_937
CHECK_DIGITS = "10X98765432"
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Register:
    """Everybody, in the order of Members; ``sleeps_in`` = house number, NOWHERE = away or unknown."""

    names: Texts
    initials: Texts
    birth: Days
    id_numbers: list[str]
    phones: list[str | None]
    is_disabled: Flags
    is_ill: Flags
    is_pregnant: Flags
    sleeps_in: Ints
    sleeping_note: list[str | None]
    sleeping_since: Days


def make_register(rng: np.random.Generator, members: Members, homes: Homes, relocated_on: Days) -> Register:
    """Names, numbers and marks at plausible rates; ``relocated_on`` (households) is NaT for those who never moved."""
    years = members.age_days / YEAR
    birth = days_before(members.age_days)
    surname = _surnames(rng, members)
    names, initials = named(rng, surname, is_female=members.is_female, born=birth.astype("datetime64[Y]").astype(int) + 1970)
    chance = rng.random((3, len(years)))
    grown_woman = members.is_female & (years >= 20) & (years < 41)
    sleeps_in, note = _sleeping(rng, members, homes, years)
    return Register(
        names, initials, birth, id_numbers(rng, birth, members.is_female, _areas(rng, members)),
        phones(rng, len(years), has_phone=rng.random(len(years)) < _phone_share(years)),
        chance[0] < np.where(years > 60, 0.075, 0.022), chance[1] < np.where(years > 60, 0.06, 0.009),
        grown_woman & (chance[2] < 0.026), sleeps_in, note, _since(rng, members, relocated_on, sleeps_in, note),
    )  # fmt: skip


def _surnames(rng: np.random.Generator, members: Members) -> Ints:
    """Children and grandchildren bear the head's surname, and so does a father; spouses bring their own."""
    families = int(members.family[-1]) + 1
    of_family = surnames(rng, families)[members.family]
    own = surnames(rng, len(members.family))
    is_mother = (members.relation == PARENT) & members.is_female
    stranger = (members.relation == SPOUSE) | (members.relation == IN_LAW) | is_mother
    return np.where(stranger, own, of_family)


def _areas(rng: np.random.Generator, members: Members) -> Ints:
    born_elsewhere = (members.relation == SPOUSE) | (members.relation == IN_LAW)
    drawn = AREAS[rng.choice(len(AREAS), len(members.family), p=AREA_SHARES)]
    return np.where(born_elsewhere, drawn, AREAS[0])


def id_numbers(rng: np.random.Generator, birth: Days, is_female: Flags, area: Ints) -> list[str]:
    """18 characters: area, birth date, an order odd for men; the check digit is wrong on purpose, in every one.

    All differ, as long as at most 499 people share area, birth date and sex.
    """
    date = np.char.replace(np.datetime_as_string(birth.astype("datetime64[D]")), "-", "").astype(np.int64)
    key = (area * 100_000_000 + date) * 2 + is_female
    order = np.argsort(key, kind="stable")
    nth = np.arange(len(key)) - np.searchsorted(key[order], key[order])
    serial = np.empty(len(key), dtype=np.int64)
    serial[order] = (nth * 37 + key[order] % 499) % 499
    number = (area * 100_000_000 + date) * 1000 + serial * 2 + ~is_female
    wrong = (weighted_sum(number) + rng.integers(1, 11, len(number))) % 11
    return [f"{body}{CHECK_DIGITS[check]}" for body, check in zip(number.tolist(), wrong.tolist(), strict=True)]


def weighted_sum(number: Ints) -> Ints:
    """Of 17-digit numbers the weighted digit sum modulo 11 that picks the right check digit (GB 11643)."""
    total, rest = np.zeros(len(number), dtype=np.int64), number.copy()
    for place in range(1, 18):
        rest, digit = np.divmod(rest, 10)
        total += digit * (2**place % 11)
    return total % 11


def phones(rng: np.random.Generator, count: int, *, has_phone: Flags, first: int = 0) -> list[str | None]:
    """Eleven digits after the unassigned prefix 12, all different for different ``first`` + place; None without phone."""
    factor = 618_033_983
    numbers = PHONE_PREFIX + ((np.arange(count, dtype=np.int64) + first + 7) * factor) % IN_USE
    return or_none(numbers.astype(str), ~has_phone)


def _phone_share(years: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.select([years < 12, years < 16, years < 65, years < 80], [0.0, 0.4, 0.96, 0.74], 0.45)


def _sleeping(rng: np.random.Generator, members: Members, homes: Homes, years: NDArray[np.float64]) -> tuple[Ints, list[str | None]]:
    """Most sleep at home; two-ends families part; some work or study away; some stay with others; of a few nobody knows."""
    count, families = len(years), len(homes.house)
    house = homes.house[members.family]
    origin = np.full(families, NOWHERE)
    both = homes.origin_state == LIVED_IN
    origin[families - len(both) :][both] = homes.origin_house[both]
    origin = origin[members.family]
    goes_back = (origin >= 0) & (rng.random(count) < np.where(years >= 58, 0.75, 0.3))
    house = np.where(goes_back, origin, house)
    works_away = (years >= 18) & (years < 58) & (rng.random(count) < 0.2)
    studies_away = (years >= 15) & (years < 22) & (rng.random(count) < 0.25)
    guest = rng.random(count) < 0.006
    unknown = rng.random(count) < 0.009
    house = np.where(guest, homes.house[rng.integers(0, families, count)], house)
    away = works_away | studies_away
    house = np.where(away | unknown, NOWHERE, house)
    notes = np.array(["外出务工（西安）", "外出务工（安康）", "外出务工（广东）", "外出务工（浙江）", "外出务工（江苏）", "在外就读"])
    pick = np.where(studies_away, 5, rng.choice(5, count, p=(0.34, 0.22, 0.2, 0.14, 0.1)))
    return house, or_none(notes[pick], ~away | unknown)


def _since(rng: np.random.Generator, members: Members, relocated_on: Days, sleeps_in: Ints, note: list[str | None]) -> Days:
    """A day within the last years, never before the family moved; unknown sleeping places have none."""
    ago = np.floor(rng.gamma(1.5, 150, len(sleeps_in))).astype(np.int64) + 1
    ago = np.minimum(np.minimum(ago, 2_400), np.maximum(members.age_days, 1))
    since = TODAY - ago.astype("timedelta64[D]")
    moved = relocated_on[members.family]
    since = np.where(~np.isnat(moved) & (since < moved), moved, since)
    has_note = np.array([text is not None for text in note])
    return np.where((sleeps_in == NOWHERE) & ~has_note, np.datetime64("NaT"), since)
