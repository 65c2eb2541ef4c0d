"""Sign-in lists: who is to come to a safe site, with room for those nobody expected."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.affected import CallLine, CallRow
from gisapp.domain.safe_site import SafeSite, WalkBasis, too_far, unsafe_ways
from gisapp.language import tr


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """One site's list; ``calls`` are the families allocated there by village, grid and door, phones as the list has them.

    ``keeper`` is whom to call for the key, phone masked.
    """

    site: SafeSite
    keeper: str
    calls: tuple[CallRow, ...]

    @property
    def people(self) -> int:
        return sum(call.residents for call in self.calls)

    @property
    def free(self) -> int:
        """Places left; below 0 the site is over-full."""
        return self.site.facts.capacity - self.people

    @property
    def unsafe_ways(self) -> str:
        """Families whom somebody has to lead, in a sentence; "" where there are none."""
        walks = [call.walk for call in self.calls if call.walk is not None]
        return unsafe_ways(sum(walk is WalkBasis.THROUGH for walk in walks), sum(walk.is_straight for walk in walks))

    @property
    def too_far(self) -> str:
        """Who has to be driven there, in a sentence; "" for nobody."""
        far = [call for call in self.calls if call.needs_car]
        return too_far(len(far), sum(call.residents for call in far))

    @property
    def sentence(self) -> str:
        """Room, who is to come, what stands free or is too much."""
        values = {
            "capacity": f"{self.site.facts.capacity:,}",
            "families": f"{len(self.calls):,}",
            "people": f"{self.people:,}",
            "count": f"{abs(self.free):,}",
        }
        if self.free < 0:
            return tr("容量 {capacity} 人，应到 {families} 户 {people} 人，超 {count} 人。", **values)
        return tr("容量 {capacity} 人，应到 {families} 户 {people} 人，还空 {count} 个位置。", **values)


def lead_of(call: CallRow) -> CallLine | None:
    """Whom to call about a family: who leads the screening, else the village's lead, else the grid officer."""
    return call.community_lead or call.village_lead or call.officer
