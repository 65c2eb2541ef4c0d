-- River-level scenario: finer heights than whole metres, where they come from, and the drainage worked out from them once.

ALTER TABLE terrain ADD COLUMN base_m INTEGER NOT NULL DEFAULT 0;       -- height in metres = base_m + heights * unit_cm / 100
ALTER TABLE terrain ADD COLUMN unit_cm INTEGER NOT NULL DEFAULT 100 CHECK (unit_cm > 0);
ALTER TABLE terrain ADD COLUMN source TEXT NOT NULL DEFAULT '';         -- which file, for a person

CREATE TABLE terrain_drainage (             -- derived from terrain and waterway: never noted in the history, made anew when it does not fit
  terrain_id INTEGER PRIMARY KEY REFERENCES terrain(id) ON DELETE CASCADE,
  made_from TEXT NOT NULL,                  -- sha256 over the heights, the waterways and the method
  ways BLOB NOT NULL,                       -- zlib of uint8 (rows, columns): where each cell's water runs
  raised BLOB NOT NULL,                     -- zlib of uint16 little-endian (rows, columns): by how many units each cell was filled
  drained BLOB NOT NULL                     -- zlib of int32 little-endian (rows, columns): cells whose water runs through each cell
) STRICT;
