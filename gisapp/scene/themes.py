"""What cells are coloured by: numbers into classes, classes into colours and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.scene import cartography
from gisapp.scene.layers import ClassArray
from gisapp.scene.style import Fill, PolygonStyle


@dataclass(frozen=True, slots=True)
class Theme:
    """One way to colour cells; ``title``, ``unit`` and ``words`` are Chinese source texts.

    ``limits`` are the lowest numbers of classes that do not follow the figures, each with its word in ``words``.
    ``of_run``: the figures are those of the roll call of one run.
    """

    name: str
    title: str
    unit: str
    ramp: str
    classes: int
    zero_apart: bool = False
    limits: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    of_run: bool = False

    def titled(self, run: int | None = None) -> str:
        """The title in the reader's language, with the run whose figures are shown; None = the latest."""
        title = tr(self.title)
        if not self.of_run:
            return title
        if run is None:
            return tr("{title}（最近一次研判）", title=title)
        return tr("{title}（研判第 {run} 号）", title=title, run=run)


@dataclass(frozen=True, slots=True, eq=False)
class Classification:
    """Class codes uint8 (n,) and the lowest number of each class, rising; the first is 0."""

    theme: Theme
    codes: ClassArray
    lowest: tuple[int, ...]

    def labels(self) -> tuple[str, ...]:
        """What the legend says of each class, in the reader's language."""
        return tuple(self._label(number) for number in range(len(self.lowest)))

    def _label(self, number: int) -> str:
        if self.theme.words:
            return tr(self.theme.words[number])
        low, unit = self.lowest[number], tr(self.theme.unit)
        if number + 1 == len(self.lowest):
            return tr("{low} {unit}及以上", low=f"{low:,}", unit=unit) if low else tr("0 {unit}", unit=unit)
        high = self.lowest[number + 1] - 1
        if high == low:
            return tr("{low} {unit}", low=f"{low:,}", unit=unit)
        return tr("{low}–{high} {unit}", low=f"{low:,}", high=f"{high:,}", unit=unit)

    def style(self) -> PolygonStyle:
        """Fills of the classes, with the borders of cells."""
        opacity = cartography.cell_opacity()
        count = len(self.lowest)
        if self.theme.zero_apart:
            # The palest tint is left out: it could be taken for none.
            tints = (*cartography.ramp("none", 1), *(cartography.ramp(self.theme.ramp, count)[1:] if count > 1 else ()))
        else:
            tints = cartography.ramp(self.theme.ramp, count)
        return PolygonStyle(tuple(Fill(tint, opacity=opacity) for tint in tints), cartography.cell_borders())


def theme_names() -> tuple[str, ...]:
    """Names of the themes in the order they are offered."""
    return tuple(cartography.shipped("themes"))


def theme(name: str) -> Theme:
    """The theme of that name; BadRequest when there is none."""
    known = cartography.shipped("themes")
    if name not in known:
        raise BadRequest(tr("没有名为“{name}”的专题。", name=name), tr("可用的专题：{names}。", names="、".join(theme_names())))
    looks = known[name]
    fixed = {key: tuple(looks[key]) for key in ("limits", "words") if key in looks}
    return Theme(name=name, **{**looks, **fixed})


def classify(chosen: Theme, values: Sequence[int] | NDArray[np.integer]) -> Classification:
    """Sort the cells' numbers (n,) into classes of about equal size with round limits, or into those the theme names."""
    numbers = np.maximum(np.asarray(values, dtype=np.int64), 0)
    if chosen.limits:
        return Classification(chosen, _codes(chosen.limits, numbers), chosen.limits)
    counted = numbers[numbers > 0] if chosen.zero_apart else numbers
    lowest = round_limits(counted, chosen.classes, first=1 if chosen.zero_apart else 0)
    if chosen.zero_apart:
        lowest = (0, *(lowest if len(counted) else ()))
    return Classification(chosen, _codes(lowest, numbers), lowest)


def _codes(lowest: Sequence[int], numbers: NDArray[np.int64]) -> ClassArray:
    return np.searchsorted(np.array(lowest[1:]), numbers, side="right").astype(np.uint8)


def round_limits(values: NDArray[np.integer], count: int, *, first: int = 0) -> tuple[int, ...]:
    """Lowest numbers of up to ``count`` classes of about equal size, rounded as people count; fewer if values repeat."""
    if not len(values):
        return (first,)
    quantiles = np.quantile(values, np.arange(1, count) / count)
    limits = [first]
    for quantile in quantiles:
        limit = _rounded(float(quantile))
        if limit > limits[-1]:
            limits.append(limit)
    return tuple(limits)


def _rounded(number: float) -> int:
    """To 1 below ten, to 2 below thirty, to 5 below a hundred, and so on to two figures."""
    for limit, step in ((10, 1), (30, 2), (100, 5), (300, 20), (1_000, 50)):
        if number < limit:
            return int(round(number / step)) * step
    step = 10 ** (len(str(int(number))) - 2) * 5
    return int(round(number / step)) * step
