"""Back and forward through the views someone has looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gisapp.scene.view import View

LONGEST = 50


@dataclass(frozen=True, slots=True)
class ViewHistory:
    """Views looked at, oldest first, and the position of the present one."""

    views: tuple[View, ...] = ()
    position: int = -1

    @property
    def current(self) -> View | None:
        return self.views[self.position] if self.views else None

    @property
    def can_go_back(self) -> bool:
        return self.position > 0

    @property
    def can_go_forward(self) -> bool:
        return self.position + 1 < len(self.views)

    def visited(self, view: View) -> ViewHistory:
        """With ``view`` as the present one; what lay ahead is forgotten, a repeated view is not kept twice."""
        if view == self.current:
            return self
        views = (*self.views[: self.position + 1], view)[-LONGEST:]
        return ViewHistory(views, len(views) - 1)

    def back(self) -> ViewHistory:
        return replace(self, position=self.position - 1) if self.can_go_back else self

    def forward(self) -> ViewHistory:
        return replace(self, position=self.position + 1) if self.can_go_forward else self
