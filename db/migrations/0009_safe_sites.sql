-- Safe sites: whose they are, whether they are in use, who keeps them; and which families of a hazard run go where.

ALTER TABLE safe_site ADD COLUMN division_id INTEGER REFERENCES division(id);           -- the unit it belongs to; NULL = the one it lies in
ALTER TABLE safe_site ADD COLUMN is_in_use INTEGER NOT NULL DEFAULT 1 CHECK (is_in_use IN (0, 1));
ALTER TABLE safe_site ADD COLUMN note TEXT NOT NULL DEFAULT '';

CREATE TABLE safe_site_keeper (             -- whom to call for the key; apart from the layer that GIS programs show
  site_id INTEGER PRIMARY KEY REFERENCES safe_site(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  phone TEXT
) STRICT;

CREATE TABLE site_allocation (              -- which safe site the families of a run go to: dated, repeatable; the newest of a run is in force
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  run_id INTEGER NOT NULL REFERENCES hazard_run(id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  question TEXT NOT NULL,                   -- JSON: how it was allocated
  totals TEXT NOT NULL                      -- JSON: the figures as they were
) STRICT;
CREATE INDEX site_allocation_run ON site_allocation(run_id);

CREATE TABLE site_allocation_site (         -- every safe site as it was then
  allocation_id INTEGER NOT NULL REFERENCES site_allocation(id) ON DELETE CASCADE,
  site_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  capacity INTEGER NOT NULL CHECK (capacity >= 0),
  left_out TEXT CHECK (left_out IN ('in_hazard', 'not_in_use', 'no_place')),            -- why nobody is sent there; NULL = it was offered
  doubt TEXT CHECK (doubt IN ('other_hazard', 'no_depth')),                             -- offered, yet to be looked at
  PRIMARY KEY (allocation_id, site_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE site_allocation_household (    -- every family of the run once
  allocation_id INTEGER NOT NULL REFERENCES site_allocation(id) ON DELETE CASCADE,
  household_id INTEGER NOT NULL,
  site_id INTEGER,                          -- NULL = to none
  people INTEGER NOT NULL CHECK (people >= 0),
  distance_m REAL CHECK (distance_m >= 0),
  basis TEXT CHECK (basis IN ('road', 'near', 'no_roads', 'off_road', 'not_joined')),   -- along roads, or why the distance is straight
  no_site TEXT CHECK (no_site IN ('no_room', 'own_home', 'nobody', 'no_place')),                    -- why to none
  PRIMARY KEY (allocation_id, household_id),
  CHECK ((site_id IS NULL) = (no_site IS NOT NULL)),
  CHECK ((site_id IS NULL) = (distance_m IS NULL) AND (site_id IS NULL) = (basis IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX site_allocation_household_site ON site_allocation_household(allocation_id, site_id);
