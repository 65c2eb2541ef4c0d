"""What the parts of the work on damages have in common: the damages meant, and a step written on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gisapp.domain.damage import DamageCase
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.damage.damage_result import DamageResult
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk

if TYPE_CHECKING:
    from sqlite_utils import Database


class DamagePart(QWidget):
    """One tab. ``told`` says what is wrong; a step that was written shows itself when the dialog reads the case anew."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__()
        self.desk = desk
        self.ids: tuple[int, ...] = ()
        self.case: DamageCase | None = None
        self.told = pieces.label("", "danger")
        self.told.hide()

    def show_case(self, ids: tuple[int, ...], case: DamageCase) -> None:
        """The damages meant; ``case`` is the first of them with all that belongs to it."""
        is_another = ids != self.ids
        self.ids, self.case = ids, case
        if is_another:
            self.say("")
        self.fill(case, is_another=is_another)

    def fill(self, case: DamageCase, *, is_another: bool) -> None:
        """Show a case; fields that are being written in stay as they are unless it is another one."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """What is wrong, "" for nothing."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def write(self, title: str, step: Callable[[Database], DamageResult]) -> None:
        """Write a step; who was refused is told with the reasons."""
        desk = self.desk

        def done(result: DamageResult) -> None:
            desk.tell_part(result.change, result.reasons, nothing=tr("没有写入任何内容。"))
            if isValid(self):
                self.say("" if result.change else tr("；").join(result.reasons))

        desk.county.tasks.write(title, lambda db, _control: step(db), done, failed=self.failed)

    def failed(self, error: GisappError) -> None:
        if isValid(self):
            self.say(str(error))
