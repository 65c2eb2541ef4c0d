"""How a file would lie in coordinates that are tried, on the map beside the county, while the card asks for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from gisapp.scene import county_layers
from gisapp.scene.layers import PolygonLayer
from gisapp.scene.shapes import GeometryArray, around
from gisapp.scene.view import Bounds
from gisapp.services.places.ask_crs import Ground
from gisapp.ui.cards.file_crs import FileCrsCard
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.card import CardPanel


def show_trial(county: OpenCounty, card: CardPanel, content: MapContent, shapes_on: Callable[[Ground], GeometryArray]) -> None:
    """Show ``shapes_on`` the county's ground (n,), in its metres, as long as the question stands on the card."""

    def job(connection: sqlite3.Connection) -> tuple[PolygonLayer, Bounds | None]:
        ground = Ground(connection)
        shapes = shapes_on(ground)
        bounds = [shape.bounds for shape in shapes]
        outline = [] if ground.outline is None else [ground.outline.bounds]
        return county_layers.trial_layer(shapes), around([*bounds, *outline]) if bounds else None

    def show(found: tuple[PolygonLayer, Bounds | None]) -> None:
        if isinstance(card.card, FileCrsCard):
            content.show_draft(found[0])
            if found[1] is not None:
                content.fly_to(found[1])

    county.tasks.read(job, show, key="file crs")
