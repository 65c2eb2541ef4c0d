"""Run by a system Python that has QGIS: times QGIS's own map canvas, renderer and geometry engine on a county file.

Prints one JSON object: figure name -> milliseconds. ``first_picture_at`` is a reading of the monotonic clock, from which the
caller subtracts its own at the start of this process: a bare window with QGIS's map canvas and three layers, without the panels,
menus and plugins of the QGIS program (qgis_program.py).
"""

import json
import statistics
import sys
import time

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEventLoop, QSize
from qgis.PyQt.QtWidgets import QMainWindow

COLOURS = ("#fdfde0", "#c7e9b4", "#7fcdbb", "#41a6c4", "#2b62a8")


def layer(county, table):
    return QgsVectorLayer(f"{county}|layername={table}", table, "ogr")


def coloured(source, expression, make_symbol, count):
    categories = [QgsRendererCategory(n, make_symbol(COLOURS[n]), str(n)) for n in range(count)]
    source.setRenderer(QgsCategorizedSymbolRenderer(expression, categories))
    return source


def layers(county):
    cells = coloured(layer(county, "grid"), '"id" % 5', lambda c: QgsFillSymbol.createSimple({"color": c, "outline_width": "0.1"}), 5)
    homes = coloured(
        layer(county, "house"), '"id" % 3', lambda c: QgsMarkerSymbol.createSimple({"color": c, "size": "0.6", "outline_style": "no"}), 3
    )
    flood = layer(county, "hazard_area")
    flood.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "215,25,28,90"})))
    return [flood, homes, cells]


def show_window(shown):
    """QGIS's map canvas in a window, until its first picture is complete; returns when that was."""
    window = QMainWindow()
    canvas = QgsMapCanvas(window)
    window.setCentralWidget(canvas)
    window.resize(1920, 1080)
    canvas.setDestinationCrs(shown[-1].crs())
    canvas.setLayers(shown)
    canvas.setExtent(shown[-1].extent())
    loop = QEventLoop()
    canvas.mapCanvasRefreshed.connect(loop.quit)
    window.show()
    loop.exec_()
    return time.perf_counter() * 1e3


def frame(shown, extent):
    settings = QgsMapSettings()
    settings.setLayers(shown)
    settings.setOutputSize(QSize(1920, 1080))
    settings.setDestinationCrs(shown[-1].crs())
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def median_ms(job, runs=5):
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        job()
        times.append((time.perf_counter() - began) * 1e3)
    return statistics.median(times)


def zoomed(extent, factor):
    nearer = QgsGeometry.fromRect(extent).boundingBox()
    nearer.scale(1.0 / factor)
    return nearer


def inside(homes, area):
    """Every home in one prepared area, read from the file through the spatial index: QGIS's way to select by location."""
    engine = QgsGeometry.createGeometryEngine(area.constGet())
    engine.prepareGeometry()
    request = QgsFeatureRequest().setFilterRect(area.boundingBox()).setNoAttributes()
    return sum(engine.intersects(feature.geometry().constGet()) for feature in homes.getFeatures(request))


def main():
    county = sys.argv[1]
    application = QgsApplication([], True)
    application.initQgis()
    shown = layers(county)
    extent = shown[-1].extent()
    figures = {"first_picture_at": show_window(shown)}
    frame(shown, extent)
    figures["frame: whole county"] = median_ms(lambda: frame(shown, extent))
    figures["frame: 16 x nearer"] = median_ms(lambda: frame(shown, zoomed(extent, 16)))
    areas = sorted((f.geometry() for f in shown[0].getFeatures()), key=lambda g: g.constGet().nCoordinates())
    figures["affected: one area"] = median_ms(lambda: inside(shown[1], areas[-1]))
    print(json.dumps(figures))


main()
