-- Flood runs that can be repeated and compared: the areas before any buffer, depths, and homes without a conclusion.

ALTER TABLE hazard_run_area ADD COLUMN plain_geom BLOB;                 -- before the buffer; NULL = as in geom
ALTER TABLE hazard_run_area ADD COLUMN is_depth INTEGER NOT NULL DEFAULT 0 CHECK (is_depth IN (0, 1)); -- a level of a depth raster, drawn coarsely
ALTER TABLE hazard_run_house ADD COLUMN depth_m REAL;                   -- water depth at the house, where a raster says one

CREATE TABLE hazard_run_unknown (           -- houses without a conclusion: neither safe nor in danger
  run_id INTEGER NOT NULL REFERENCES hazard_run(id) ON DELETE CASCADE,
  house_id INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('no_value', 'outside')),       -- no value in the raster's cell, or beyond its edge
  PRIMARY KEY (run_id, house_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hazard_run_raster (            -- the depths as they were when asked, around the county's houses
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES hazard_run(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  crs TEXT NOT NULL,                        -- WKT or EPSG code of the raster itself
  transform TEXT NOT NULL,                  -- JSON: six numbers, x = a*column + b*row + c, y = d*column + e*row + f
  row_count INTEGER NOT NULL,
  column_count INTEGER NOT NULL,
  depths BLOB NOT NULL                      -- zlib of float32 little-endian metres; NaN = no value
) STRICT;

CREATE TABLE house_footprint (              -- the outline of a house, where somebody has drawn one
  house_id INTEGER PRIMARY KEY REFERENCES house(id) ON DELETE CASCADE,
  geom BLOB NOT NULL                        -- GeoPackage geometry in the county's CRS
) STRICT;
