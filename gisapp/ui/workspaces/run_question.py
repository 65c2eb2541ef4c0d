"""The flood question on its way: asked on the writing thread, one at a time, as the person chose on the card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.hazards.read_depths import read_depth_hazard
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.runs.repeat_run import repeat_run
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.ui.cards.asking import Asking
from gisapp.ui.cards.what_if import WhatIf
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.workspaces.depth_files import DepthFile

if TYPE_CHECKING:
    from sqlite_utils import Database

    from gisapp.ui.tasks import Control


class RunQuestion(QObject):
    """answered((run, change)): a run was stored; busy(is_asking): whether the question may be asked."""

    answered = Signal(object)
    busy = Signal(bool)

    def __init__(self, county: OpenCounty, parent: QObject) -> None:
        super().__init__(parent)
        self._county = county

    def ask(self, areas: Sequence[HazardArea], files: Sequence[DepthFile], asking: Asking) -> None:
        """Ask about areas and rasters of depths together; of several hazards over a home the worst level counts."""
        who = self._county.who

        def job(db: Database, control: Control) -> tuple[AffectedRun, Change]:
            depths = [
                read_depth_hazard(db.conn, file.path, file.thresholds, source=file.source, cancelled=control.cancelled) for file in files
            ]
            return find_affected(
                db,
                areas,
                who=who,
                depths=depths,
                rule=asking.depth_rule if depths else None,
                area_rule=asking.area_rule if areas else None,
                counted_at=asking.counted_at,
                buffer_m=float(asking.buffer_m) if areas else 0.0,
                at_time=asking.moment(),
                progress=control.progress,
                cancelled=control.cancelled,
            )

        self._begin(tr("研判：哪些住房在险区"), job)

    def ask_again(self, run: int, what_if: WhatIf | None = None) -> None:
        """Ask a stored run again with today's families, otherwise as it was or "what if"."""
        who = self._county.who
        wish = what_if or WhatIf()

        def job(db: Database, control: Control) -> tuple[AffectedRun, Change]:
            return repeat_run(
                db,
                run,
                who=who,
                buffer_m=wish.buffer_m,
                thresholds=wish.thresholds,
                counted_at=wish.counted_at,
                progress=control.progress,
                cancelled=control.cancelled,
            )

        self._begin(tr("再做一遍研判"), job)

    def _begin(self, title: str, job) -> None:  # type: ignore[no-untyped-def]
        self.busy.emit(True)
        self._county.tasks.write(title, job, self._done, failed=self._failed)

    def _done(self, answer: tuple[AffectedRun, Change]) -> None:
        self.busy.emit(False)
        self.answered.emit(answer)

    def _failed(self, error: GisappError) -> None:
        self.busy.emit(False)
        self._county.signals.message.emit("error", str(error))
