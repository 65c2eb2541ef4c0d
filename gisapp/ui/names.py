"""What the pointer's label says of a cell, house or site: quick, remembered, forgotten after a change."""

from __future__ import annotations

from collections.abc import Mapping

from gisapp.domain.change import Kind
from gisapp.storage.county import hits
from gisapp.ui.open_county import OpenCounty

MOST_REMEMBERED = 5_000


class Namer:
    """Names things by one small query each."""

    def __init__(self, county: OpenCounty) -> None:
        self._county = county
        self._known: dict[tuple[str, int], str] = {}
        self._told: dict[str, Mapping[int, str]] = {}

    def name(self, kind: str, thing: int) -> str:
        """Title and detail of one thing on two lines."""
        if kind in self._told:
            return self._told[kind].get(thing, "")
        if (kind, thing) not in self._known:
            if len(self._known) > MOST_REMEMBERED:
                self.forget()
            self._known[kind, thing] = self._look_up(kind, thing)
        return self._known[kind, thing]

    def tell(self, kind: str, names: Mapping[int, str]) -> None:
        """Take the names of this kind from here on from ``names``."""
        self._told[kind] = names

    def forget(self) -> None:
        """Names may have changed."""
        self._known.clear()

    def _look_up(self, kind: str, thing: int) -> str:
        found = hits.describe(self._county.reader, Kind(kind), [thing])
        return "\n".join(part for row in found for part in (row[1], row[2].strip()) if part)
