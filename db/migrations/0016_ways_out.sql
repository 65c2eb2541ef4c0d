-- A way to a safe site that leads through an area of the run is told; a family moved by hand stays where it was put.

CREATE TABLE site_allocation_household_new ( -- every family of the run once
  allocation_id INTEGER NOT NULL REFERENCES site_allocation(id) ON DELETE CASCADE,
  household_id INTEGER NOT NULL,
  site_id INTEGER,                          -- NULL = to none
  people INTEGER NOT NULL CHECK (people >= 0),
  distance_m REAL CHECK (distance_m >= 0),
  basis TEXT CHECK (basis IN ('road', 'near', 'no_roads', 'off_road', 'not_joined', 'through')),  -- along roads, why it is straight, or through danger
  no_site TEXT CHECK (no_site IN ('no_room', 'own_home', 'nobody', 'no_place')),                    -- why to none
  by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),                                    -- somebody put the family there
  PRIMARY KEY (allocation_id, household_id),
  CHECK ((site_id IS NULL) = (no_site IS NOT NULL)),
  CHECK ((site_id IS NULL) = (distance_m IS NULL) AND (site_id IS NULL) = (basis IS NULL)),
  CHECK (by_hand = 0 OR site_id IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO site_allocation_household_new (allocation_id, household_id, site_id, people, distance_m, basis, no_site)
  SELECT allocation_id, household_id, site_id, people, distance_m, basis, no_site FROM site_allocation_household;
DROP TABLE site_allocation_household;
ALTER TABLE site_allocation_household_new RENAME TO site_allocation_household;
CREATE INDEX site_allocation_household_site ON site_allocation_household(allocation_id, site_id);
