"""The new home of a family that is resettled: what becomes of family and work stands there before it is written."""

from __future__ import annotations

import sqlite3
from datetime import date

from PySide6.QtWidgets import QFormLayout, QLineEdit

from gisapp.domain.damage import Damage
from gisapp.language import tr
from gisapp.services.damage.resettle_family import ResettlePlan, plan_resettle, resettle_family
from gisapp.services.places.find_house import vacant_flats
from gisapp.ui import pieces
from gisapp.ui.dialogs.days import day_of
from gisapp.ui.dialogs.families.family_fields import HOUSES_SEEN, houses_or
from gisapp.ui.dialogs.previewed import PreviewedDialog
from gisapp.ui.finder import Finder
from gisapp.ui.work.desk import WorkDesk


class ResettleDialog(PreviewedDialog):
    """One day and one house."""

    def __init__(self, desk: WorkDesk, one: Damage, family: int) -> None:
        super().__init__(desk, tr("搬到新住房"))
        self._damage, self._family = one.id, family
        self._plan: ResettlePlan | None = None
        self.resize(560, 460)
        hint = tr("门牌的一部分，如 紫云南郡3号楼；下面先列空着的房")
        place = desk.place
        find = houses_or(lambda connection: vacant_flats(connection, family, place))
        self.house = Finder(desk.county.tasks, find, tr("新住房"), hint, rows=HOUSES_SEEN)
        self.day = QLineEdit(one.finished_on or date.today().isoformat())
        self.day.setAccessibleName(tr("哪一天"))
        form = QFormLayout()
        form.addRow(pieces.label(tr("哪一天"), "caption", wraps=False), self.day)
        form.addRow(pieces.label(tr("新住房"), "caption", wraps=False), self.house)
        self._stand(form, pieces.label(tr("安置：{number}", number=one.number), "title"))
        self.day.textChanged.connect(lambda _text: self._look_soon())
        self.house.changed.connect(self._look_soon)
        self._look_ahead()
        self.house.look()
        self.house.setFocus()

    def record(self) -> None:
        """Write what is previewed."""
        plan, who = self._plan, self._desk.county.who
        if plan is not None:
            self._write(tr("搬到新住房"), lambda db: resettle_family(db, plan, who=who))

    def _look_ahead(self) -> None:
        day, house, damage, family = day_of(self.day.text()), self.house.chosen, self._damage, self._family
        if day is None:
            self._say(tr("请写成 2026-07-12 的样子。"))
            return
        if house is None:
            self._say(tr("请选择搬到哪一处房屋：用上下键选，或先写门牌的一部分。"))
            return

        def plan(connection: sqlite3.Connection) -> ResettlePlan:
            return plan_resettle(connection, damage, family, house, day=day)

        self._desk.county.tasks.read(plan, self._show_plan, key=f"resettle-{id(self)}", failed=self._refused)

    def _show_plan(self, plan: ResettlePlan) -> None:
        self._plan = plan
        self._say("\n".join((plan.label, *plan.lines)))
        self.save.setEnabled(True)

    def _forget(self) -> None:
        super()._forget()
        self._plan = None
