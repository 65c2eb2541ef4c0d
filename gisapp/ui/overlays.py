"""What is laid over the county's own layers for a while: water, flows, who goes to which safe site, both homes of a family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from gisapp.domain.origins import Flow
from gisapp.domain.safe_site import SiteLoad
from gisapp.scene import cartography
from gisapp.scene.damage_layer import damage_entries, no_damages
from gisapp.scene.flow_layers import (
    FLOWS,
    HOME_ENDS,
    HOME_LINE,
    RESIDENCES,
    Places,
    curved,
    flow_entries,
    home_entries,
    town_title,
    with_flow_names,
)
from gisapp.scene.layers import FlowLayer, LabelLayer, Layer, LineLayer, PointLayer, WaterLayer
from gisapp.scene.legend import LegendEntry, symbol_entries
from gisapp.scene.site_lines import no_lines, site_line_entries, with_site_figures
from gisapp.scene.water import WATER, no_water

BELOW_SITES, LABELS, ABOVE_WATER = "safe_sites", "labels", "homes"
NO_IDS, NOWHERE, NO_CLASSES = np.empty(0, np.int64), np.empty((0, 2)), np.empty(0, np.uint8)
EMPTY = (
    FlowLayer(FLOWS, curved(NO_IDS, NOWHERE, NOWHERE), NO_CLASSES, cartography.line_style(FLOWS)),
    LineLayer(HOME_LINE, curved(NO_IDS, NOWHERE, NOWHERE), NO_CLASSES, cartography.line_style(HOME_LINE)),
    PointLayer(HOME_ENDS, NO_IDS, NOWHERE, NO_CLASSES, cartography.point_style(HOME_ENDS)),
)
NO_SITE_LINES = no_lines()
NO_WATER = no_water()
NO_DAMAGES = no_damages()
NO_RESIDENCES = PointLayer(RESIDENCES, NO_IDS, NOWHERE, NO_CLASSES, cartography.point_style(RESIDENCES))


@dataclass(frozen=True, slots=True)
class FlowNames:
    """What flows add to the names of the map."""

    flows: Sequence[Flow] = ()
    villages: Places = field(default_factory=dict)
    sites: Places = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SiteFigures:
    """The safe sites whose people and room stand beside their names, where they are; how many lines go to them in all."""

    loads: Sequence[SiteLoad] = ()
    places: Places = field(default_factory=dict)
    lines_in_all: int = 0


@dataclass(frozen=True, slots=True)
class Overlays:
    """The layers by name, empty while nothing is shown, so that each has its place in the stack."""

    flows: FlowLayer = EMPTY[0]
    site_lines: FlowLayer = NO_SITE_LINES
    residences: PointLayer = NO_RESIDENCES
    home_line: LineLayer = EMPTY[1]
    home_ends: PointLayer = EMPTY[2]
    water: WaterLayer = NO_WATER
    damages: PointLayer = NO_DAMAGES
    names: FlowNames = FlowNames()
    site_figures: SiteFigures = SiteFigures()

    def layers(self) -> tuple[Layer, ...]:
        return (self.flows, self.site_lines, self.residences, self.home_line, self.home_ends, self.water, self.damages)

    def stacked(self, found: Sequence[Layer]) -> list[Layer]:
        """The county's layers with these in their places: water below homes, flows below the sites, a family's homes below the names."""
        names = [layer.name for layer in found]
        at = next((names.index(name) for name in (BELOW_SITES, "settlement_sites", LABELS) if name in names), len(names))
        top = names.index(LABELS) if LABELS in names else len(names)
        names_of = [self.named(layer) for layer in found[top:]]
        wet = names.index(ABOVE_WATER) if ABOVE_WATER in names else at
        low = [*found[:wet], self.water, *found[wet:at], self.flows, self.site_lines, *found[at:top]]
        return [*low, self.damages, self.residences, self.home_line, self.home_ends, *names_of]

    @property
    def entries(self) -> tuple[LegendEntry, ...]:
        """The legend of all that is laid over."""
        where = symbol_entries(RESIDENCES) if len(self.residences.ids) else ()
        title = town_title() if any(flow.is_of_town for flow in self.names.flows) else ""
        return (
            *(symbol_entries(WATER) if self.water.level_cm else ()),
            *damage_entries(self.damages),
            *home_entries(self.home_line),
            *flow_entries(self.flows, title=title),
            *site_line_entries(self.site_lines, self.site_figures.lines_in_all),
            *where,
        )

    def named(self, layer: Layer) -> Layer:
        """The names of the map with those of the flows and the figures of safe sites."""
        if not isinstance(layer, LabelLayer):
            return layer
        if self.site_figures.loads:
            layer = with_site_figures(layer, self.site_figures.loads, self.site_figures.places)
        if not self.names.flows:
            return layer
        return with_flow_names(layer, self.names.flows, self.names.villages, self.names.sites)

    def without_flows(self) -> Overlays:
        return replace(self, flows=EMPTY[0], residences=NO_RESIDENCES, names=FlowNames())
