"""What comes of holding another department's list against ours. Values are whole: whoever shows them masks them."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.ledger import LedgerKind
from gisapp.domain.masking import masked_id, masked_phone
from gisapp.services.ledger.outcome import RefusedRow


def shown_id(number: str | None, *, is_revealed: bool) -> str:
    """An ID number for the screen or a sheet."""
    return (number or "") if is_revealed else masked_id(number)


@dataclass(frozen=True, slots=True)
class OnlyThere:
    """A row of the list that none of ours is; ``note`` says what the county knows all the same."""

    row: int
    code: str
    name: str
    id_number: str
    note: str


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """One of ours that the list has not: a person, or in a list of households the family with its head."""

    household: int
    code: str
    name: str
    id_number: str
    phone: str
    place: str
    number: str


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field in which a row and the county differ."""

    field: str
    title: str
    ours: str
    theirs: str

    def shown(self, *, is_revealed: bool) -> tuple[str, str]:
        """(ours, theirs), numbers and phones masked unless ``is_revealed``."""
        masks = {"id_number": masked_id, "phone": masked_phone}
        if is_revealed or self.field not in masks:
            return self.ours, self.theirs
        return masks[self.field](self.ours), masks[self.field](self.theirs)


@dataclass(frozen=True, slots=True)
class Differing:
    """A row that is one of ours, and in what it differs."""

    row: int
    household: int
    code: str
    name: str
    id_number: str
    differences: tuple[FieldDifference, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """rows = same + different + only there + refused; ours = same + different + only here.

    Of the refused rows ``duplicates`` say again what another row says and ``ruined`` have numbers a spreadsheet spoiled.
    ``scope`` is the unit of ours that was compared, "" = the county.
    """

    kind: LedgerKind
    file: str
    scope: str
    rows: int
    ours: int
    same: int
    different: tuple[Differing, ...]
    only_there: tuple[OnlyThere, ...]
    only_here: tuple[OnlyHere, ...]
    refused: tuple[RefusedRow, ...]
    duplicates: tuple[int, ...]
    ruined: tuple[int, ...]

    @property
    def matched(self) -> int:
        return self.same + len(self.different)
