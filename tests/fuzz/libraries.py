"""What the parsers need, loaded once in the process that they are copied from, with the drivers asleep as they sleep there."""

import os

import PIL.Image  # noqa: F401
import python_calamine  # noqa: F401

from gisapp.readers import gdal_layers, kml, ledger_text, ledger_workbook, raster_process, terrain_raster, xml_tree  # noqa: F401

os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # GDAL complains of drivers it does not have
gdal_layers.wake_drivers()

import pyogrio.raw  # noqa: E402

pyogrio.list_drivers()
raster_process.wake_drivers()

import rasterio.warp  # noqa: E402

with rasterio.Env():
    pass
del os.environ["GDAL_SKIP"]  # the layers' GDAL and the rasters' are two libraries in one process
