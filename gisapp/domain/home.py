"""A family's homes and what state each is in."""

from __future__ import annotations

from enum import StrEnum

from gisapp.language import tr


class HomeRole(StrEnum):
    """Which of a family's homes: the only one, or of two the origin home and the residence."""

    ONLY = "only"
    ORIGIN = "origin"
    RESIDENCE = "residence"

    @property
    def caption(self) -> str:
        return (tr("住房"), tr("原住房"), tr("现住房"))[tuple(HomeRole).index(self)]


class HomeState(StrEnum):
    LIVED_IN = "lived_in"
    VACANT = "vacant"
    LOST = "lost"
    DEMOLISHED = "demolished"

    @property
    def caption(self) -> str:
        return (tr("在住"), tr("空置"), tr("灾毁"), tr("已拆除"))[tuple(HomeState).index(self)]
