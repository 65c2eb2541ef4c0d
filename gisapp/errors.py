"""Expected failures: each says what happened and what to do next, in the reader's language."""

from __future__ import annotations


class GisappError(Exception):
    """A bad situation that a person can do something about.

    ``message`` says what happened, ``next_step`` what to do; both are finished,
    translated sentences. A bug is never a GisappError.
    """

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message}\n{self.next_step}" if self.next_step else self.message


class BadFile(GisappError):
    """A file that is missing, damaged, locked, too new or not of the kind asked for."""


class BadRequest(GisappError):
    """A request whose words do not fit: an unknown name, a date that does not exist."""


class Cancelled(GisappError):
    """The person pressed Cancel; everything begun was rolled back."""
