-- A level of a raised river says nothing of homes its terrain does not cover: in a run they are unknown, not safe.

CREATE TABLE hazard_area_ground (           -- of which ground an area says anything; without a row: of all of it
  hazard_area_id INTEGER PRIMARY KEY REFERENCES hazard_area(id) ON DELETE CASCADE,
  shape BLOB NOT NULL                       -- GeoPackage geometry in the county's CRS; its border belongs to it
) STRICT;

ALTER TABLE hazard_run_area ADD COLUMN ground BLOB;  -- the same, as it was when asked
