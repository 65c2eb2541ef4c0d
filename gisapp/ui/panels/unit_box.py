"""Which of ours a list is held against: the county, a town, a village or a community."""

from __future__ import annotations

from gisapp.domain.cards import Unit
from gisapp.language import tr
from gisapp.storage.places import units
from gisapp.ui.ledger_import import LedgerImport
from gisapp.ui.panels.import_columns import ChoiceBox


class UnitBox(ChoiceBox):
    """Compares anew when another unit is chosen."""

    def __init__(self, run: LedgerImport) -> None:
        super().__init__(tr("本县比对的范围"))
        self.setMinimumContentsLength(12)
        self._run = run
        self._units: list[Unit | None] = []
        self.activated.connect(self._chosen)

    def refresh(self) -> None:
        """Offer the divisions there are now; that of the comparison is chosen."""
        divisions = [one for one in units.all_units(self._run.reader) if one.kind == "division"]
        found: list[Unit | None] = [None if one.level == "county" else one for one in divisions] or [None]
        if found != self._units:
            self.clear()
            self._units = found
            for unit in found:
                indent = "" if unit is None or unit.level == "town" else "　"
                self.addItem(tr("范围：全县") if unit is None else indent + tr("范围：{unit}", unit=unit.name))
        self.setCurrentIndex(found.index(self._run.unit) if self._run.unit in found else 0)

    def _chosen(self, place: int) -> None:
        self._run.compare(self._units[place])
