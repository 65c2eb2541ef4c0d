"""Write where families went and a note: for what the keys 1 to 5 alone do not say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDialog, QFormLayout, QLineEdit, QVBoxLayout

from gisapp.domain.roll_call import Answer, MovedTo, PlaceKind, RollCallRow, RollState
from gisapp.language import tr
from gisapp.storage.roll_call import roll_calls
from gisapp.ui import pieces
from gisapp.ui.dialogs.choices import choice_row
from gisapp.ui.work import roll_call_deeds
from gisapp.ui.work.desk import WorkDesk

AS_LISTED = "as listed"
"""Each family where the list sends it."""


class RollCallDialog(QDialog):
    """Not modal. 1 to 5 choose the state while the cursor is in no field, Alt with them always; Enter writes."""

    def __init__(self, desk: WorkDesk, rows: Sequence[RollCallRow]) -> None:
        super().__init__(desk.window)
        self._desk, self._rows = desk, tuple(rows)
        self.setWindowTitle(tr("点名：去处与备注"))
        self.resize(520, 230)
        self.states = QButtonGroup(self)
        self.place, self.note = QComboBox(), QLineEdit()
        self.save = pieces.button(tr("记下"), self.record, role="main", icon="done")
        self._offer_places()
        self._arrange()
        self.states.idClicked.connect(lambda _number: self._fit_place())
        for field in (self.place.lineEdit(), self.note):
            if field is not None:
                field.returnPressed.connect(self.record)
        self._fit_place()
        (self.place if self.state.takes_place else self.note).setFocus()

    @property
    def state(self) -> RollState:
        """The state that is down."""
        return tuple(RollState)[self.states.checkedId()]

    def record(self) -> None:
        """Write one entry for each family."""
        if not self.save.isEnabled():
            return
        self.save.setEnabled(False)  # Enter may come from a field and from the dialog
        state, note = self.state, self.note.text()
        answers = [Answer(int(row.household), state, self._place_of(row) if state.takes_place else None, note) for row in self._rows]
        roll_call_deeds.write(self._desk, self._rows[0].run, answers)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(RollState):
            self.states.button(number).click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.record()
        else:
            super().keyPressEvent(event)

    def _place_of(self, row: RollCallRow) -> MovedTo | None:
        """What the field says, of this family."""
        text, at = self.place.currentText().strip(), self.place.currentIndex()
        if not text:
            return None
        if at < 0 or text != self.place.itemText(at):
            return MovedTo(PlaceKind.OTHER, text)
        kept = self.place.itemData(at)
        return row.planned if kept == AS_LISTED else kept

    def _offer_places(self) -> None:
        self.place.setEditable(True)
        self.place.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.place.addItem("", None)
        self.place.addItem(self._listed(), AS_LISTED)
        for site, name in roll_calls.sites(self._desk.county.reader).items():
            self.place.addItem(name, MovedTo(PlaceKind.SAFE_SITE, name, site))
        own = PlaceKind.OWN_HOME.caption
        self.place.addItem(own, MovedTo(PlaceKind.OWN_HOME, own))
        entry = self._rows[0].entry
        known = entry.moved_to.text if entry is not None and entry.moved_to is not None and len(self._rows) == 1 else ""
        if known:
            self.place.setCurrentText(known)
        else:
            self.place.setCurrentIndex(1)

    def _listed(self) -> str:
        planned = {row.planned for row in self._rows}
        one = planned.pop() if len(planned) == 1 else None
        return tr("按名单：{place}", place=one.text) if one else tr("按名单安排的去处")

    def _fit_place(self) -> None:
        self.place.setEnabled(self.state.takes_place)

    def _arrange(self) -> None:
        first = self._rows[0]
        chosen = first.state if len(self._rows) == 1 and first.entry is not None else RollState.MOVED
        title = tr("{head}（{code}）", head=first.call.head or tr("没有户主"), code=first.call.code)
        fields = QFormLayout()
        for caption, field in ((tr("去处"), self.place), (tr("备注"), self.note)):
            field.setAccessibleName(caption)
            fields.addRow(pieces.label(caption, "caption", wraps=False), field)
        self.place.setToolTip(tr("选一个避险点，或直接写地方；不知道就留空"))
        self.note.setPlaceholderText(tr("例如：老人坐车来，晚上再打一次"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(pieces.label(title if len(self._rows) == 1 else tr("{count} 户", count=f"{len(self._rows):,}"), "title"))
        column.addLayout(choice_row(self.states, [(state.caption, state.key) for state in RollState], tuple(RollState).index(chosen)))
        column.addLayout(fields)
        column.addStretch(1)
        column.addLayout(pieces.foot(self.reject, self.save, note=tr("回车记下；每记一次都留着，最近的算数")))
