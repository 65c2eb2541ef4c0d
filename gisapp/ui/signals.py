"""The one QObject through which panels hear what happened; it is passed to constructors."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gisapp.domain.change import Change
from gisapp.language import tr


class Signals(QObject):
    """What happened: a change, a selection, something to tell, work under way.

    ``initiator`` is the object that caused it, so that it can ignore its own echo; None for a writer at work.
    """

    changed = Signal(object, object)
    """(Change, initiator)"""
    selection = Signal(str, object, object)
    """(kind, tuple of ids, initiator)"""
    message = Signal(str, str)
    """(level: info, done or error; finished sentence)"""
    busy = Signal(str, float)
    """(title, share done 0 to 1 or -1 when unknown); an empty title means nothing is under way"""

    def tell_change(self, change: Change, initiator: object = None) -> None:
        """A writer is done: what changed, and the sentence about it."""
        self.changed.emit(change, initiator)
        self.message.emit("done", tr("{label}。可在右下角撤销。", label=change.label))
