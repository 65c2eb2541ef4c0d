"""Houses by what people call them: the number whole, without county and town, with the village before it."""

from __future__ import annotations

import re

from gisapp.domain.written import tidy
from gisapp.services.ledger.units import Units

_SPACES = re.compile(r"[\s,，。、]+")


class HouseNumbers:
    """Numbers of houses with their ids, for the length of one import."""

    def __init__(self, units: Units) -> None:
        counties = [county.name for county in (units.county,) if county]
        self._prefixes = (*units.town_names(), *counties)
        self._ids: dict[str, list[int]] = {}

    def enter(self, number: str, house: int) -> None:
        """The county, or the import, has this house."""
        self._ids.setdefault(number_key(number), []).append(house)

    def find(self, address: str, village: str) -> list[int]:
        """The houses that an address means: those of the first of its shapes that any house bears."""
        return next((found for name in self.shapes_of(address, village) if (found := self._ids.get(name))), [])

    def shapes_of(self, address: str, village: str) -> list[str]:
        """The address in the shapes a house number can have."""
        whole = number_key(address)
        shapes = [whole]
        for prefix in self._prefixes:
            at = whole.rfind(prefix)
            if at >= 0 and len(whole) > at + len(prefix):
                shapes += [whole[at:], whole[at + len(prefix) :]]
        if village:
            shapes += [f"{village}{shape}" for shape in shapes if village not in shape]
        return list(dict.fromkeys(shapes))


def whole_number(address: str, village: str) -> str:
    """What a new house is called."""
    return address if not village or village in address else f"{village}{address}"


def number_key(number: str) -> str:
    """A number as it is compared."""
    return _SPACES.sub("", tidy(number)) if not number.isalnum() or not number.isascii() else number
