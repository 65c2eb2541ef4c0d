-- The county: units, places, homes, families, people, contacts, hazards and what was done.
-- Geometry tables hold the place and what names it; facts that change daily sit in ordinary tables.
-- Dates are ISO 8601 text; a dated fact holds on from_date <= day < to_date (NULL = until further notice).

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL                       -- JSON
) STRICT;

CREATE TABLE division (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,                -- official code: 6, 9 or 12 digits
  name TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('county', 'town', 'village', 'community')),
  parent_id INTEGER REFERENCES division(id),
  successor_id INTEGER REFERENCES division(id) -- set when this unit was merged into another
);
CREATE INDEX division_parent ON division(parent_id);

CREATE TABLE division_name (                -- lineage: names a unit once had
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  division_id INTEGER NOT NULL REFERENCES division(id),
  name TEXT NOT NULL,
  to_date TEXT NOT NULL CHECK (to_date GLOB '????-??-??'),
  reason TEXT NOT NULL CHECK (reason IN ('rename', 'merge'))
) STRICT;

CREATE TABLE settlement_site (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division_id INTEGER NOT NULL REFERENCES division(id)  -- the residence community
);

CREATE TABLE building (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  site_id INTEGER NOT NULL REFERENCES settlement_site(id),
  name TEXT NOT NULL,                       -- 3号楼
  units INTEGER NOT NULL CHECK (units > 0),
  floors INTEGER NOT NULL CHECK (floors > 0),
  UNIQUE (site_id, name)
) STRICT;

CREATE TABLE grid (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division_id INTEGER NOT NULL REFERENCES division(id)
);
CREATE INDEX grid_division ON grid(division_id);

CREATE TABLE house (                        -- a building or a flat that stands; may be vacant, may hold several families
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  uid TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,                     -- 门牌: 中坝村3组12号, or 紫云南郡3号楼2单元501
  grid_id INTEGER REFERENCES grid(id),      -- NULL = outside any grid, reported by `check`
  building_id INTEGER REFERENCES building(id),
  unit INTEGER,
  floor INTEGER,
  room TEXT
);
CREATE INDEX house_grid ON house(grid_id);
CREATE UNIQUE INDEX house_room ON house(building_id, unit, room) WHERE building_id IS NOT NULL;

CREATE TABLE former_house (                 -- a house that stands no more: its place still decides the origin grid
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  uid TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  grid_id INTEGER REFERENCES grid(id),
  gone_on TEXT CHECK (gone_on GLOB '????-??-??')
);
CREATE INDEX former_house_grid ON former_house(grid_id);

CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,                -- 户编号
  origin_division_id INTEGER REFERENCES division(id),    -- origin village of a relocated household
  relocated_on TEXT CHECK (relocated_on GLOB '????-??-??'),
  CHECK ((relocated_on IS NULL) = (origin_division_id IS NULL))
) STRICT;
CREATE INDEX household_origin ON household(origin_division_id) WHERE origin_division_id IS NOT NULL;
CREATE INDEX household_relocated ON household(id) WHERE relocated_on IS NOT NULL;

CREATE TABLE home (                         -- a family's tie to a house, dated
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  household_id INTEGER NOT NULL REFERENCES household(id),
  house_id INTEGER REFERENCES house(id),
  former_house_id INTEGER REFERENCES former_house(id),
  role TEXT NOT NULL CHECK (role IN ('only', 'origin', 'residence')),
  state TEXT NOT NULL CHECK (state IN ('lived_in', 'vacant', 'lost', 'demolished')),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  to_date TEXT CHECK (to_date GLOB '????-??-??' AND to_date > from_date),
  CHECK ((house_id IS NULL) <> (former_house_id IS NULL)),
  CHECK ((former_house_id IS NOT NULL) = (state IN ('lost', 'demolished')))
) STRICT;
CREATE INDEX home_house ON home(house_id) WHERE to_date IS NULL;
CREATE INDEX home_former_house ON home(former_house_id) WHERE former_house_id IS NOT NULL;
CREATE UNIQUE INDEX home_current_role ON home(household_id, role) WHERE to_date IS NULL;

CREATE TABLE resident (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  household_id INTEGER NOT NULL REFERENCES household(id),
  relation TEXT NOT NULL CHECK (relation IN
    ('head', 'spouse', 'child', 'child_in_law', 'grandchild', 'parent', 'other')),
  name TEXT NOT NULL,
  initials TEXT NOT NULL,                   -- pinyin initials, lower case
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female')),
  birth_date TEXT NOT NULL CHECK (birth_date GLOB '????-??-??'),
  id_number TEXT,
  phone TEXT,
  is_disabled INTEGER NOT NULL DEFAULT 0 CHECK (is_disabled IN (0, 1)),
  is_ill INTEGER NOT NULL DEFAULT 0 CHECK (is_ill IN (0, 1)),
  is_pregnant INTEGER NOT NULL DEFAULT 0 CHECK (is_pregnant IN (0, 1)),
  sleeping_house_id INTEGER REFERENCES house(id),        -- where this person sleeps now; NULL = away or unknown
  sleeping_note TEXT,                       -- where, when not in a house of the county
  sleeping_since TEXT CHECK (sleeping_since GLOB '????-??-??'),
  left_on TEXT CHECK (left_on GLOB '????-??-??'),        -- moved out of the county or died
  left_reason TEXT
) STRICT;
CREATE INDEX resident_household ON resident(household_id);
CREATE INDEX resident_sleeping ON resident(sleeping_house_id) WHERE sleeping_house_id IS NOT NULL;
CREATE UNIQUE INDEX resident_id_number ON resident(id_number) WHERE id_number IS NOT NULL;
CREATE UNIQUE INDEX resident_head ON resident(household_id) WHERE relation = 'head' AND left_on IS NULL;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  phone TEXT,
  role TEXT NOT NULL CHECK (role IN ('sponsor_cadre', 'unit_cadre', 'grid_officer')),
  division_id INTEGER NOT NULL REFERENCES division(id),  -- the unit the person works for
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;
CREATE INDEX contact_division ON contact(division_id);

CREATE TABLE grid_post (                    -- who was grid officer of which grid, when
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  grid_id INTEGER NOT NULL REFERENCES grid(id),
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  to_date TEXT CHECK (to_date GLOB '????-??-??' AND to_date > from_date)
) STRICT;
CREATE UNIQUE INDEX grid_post_one_active ON grid_post(grid_id) WHERE to_date IS NULL;
CREATE INDEX grid_post_grid ON grid_post(grid_id, from_date);
CREATE INDEX grid_post_contact ON grid_post(contact_id);

CREATE TRIGGER grid_post_one_officer_a_day_insert BEFORE INSERT ON grid_post
WHEN EXISTS (SELECT 1 FROM grid_post p WHERE p.grid_id = NEW.grid_id
             AND p.from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(p.to_date, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'grid_post: one officer per grid and day'); END;

CREATE TRIGGER grid_post_one_officer_a_day_update BEFORE UPDATE OF grid_id, from_date, to_date ON grid_post
WHEN EXISTS (SELECT 1 FROM grid_post p WHERE p.id <> OLD.id AND p.grid_id = NEW.grid_id
             AND p.from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(p.to_date, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'grid_post: one officer per grid and day'); END;

CREATE TABLE slot (                         -- dated holders set by hand; grid-officer slots without a row follow the grid
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  household_id INTEGER NOT NULL REFERENCES household(id),
  line TEXT NOT NULL CHECK (line IN ('village', 'community')),
  role TEXT NOT NULL CHECK (role IN ('sponsor_cadre', 'unit_cadre', 'grid_officer')),
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  to_date TEXT CHECK (to_date GLOB '????-??-??' AND to_date > from_date)
) STRICT;
CREATE UNIQUE INDEX slot_one_open ON slot(household_id, line, role) WHERE to_date IS NULL;
CREATE INDEX slot_place ON slot(household_id, line, role, from_date);
CREATE INDEX slot_contact ON slot(contact_id);

CREATE TRIGGER slot_one_holder_a_day_insert BEFORE INSERT ON slot
WHEN EXISTS (SELECT 1 FROM slot s WHERE s.household_id = NEW.household_id AND s.line = NEW.line AND s.role = NEW.role
             AND s.from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(s.to_date, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'slot: one holder per slot and day'); END;

CREATE TRIGGER slot_one_holder_a_day_update BEFORE UPDATE OF household_id, line, role, from_date, to_date ON slot
WHEN EXISTS (SELECT 1 FROM slot s WHERE s.id <> OLD.id
             AND s.household_id = NEW.household_id AND s.line = NEW.line AND s.role = NEW.role
             AND s.from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(s.to_date, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'slot: one holder per slot and day'); END;

CREATE TABLE lead_rule (                    -- per duty, which slot leads and which assists; editable, preset as published
  duty TEXT PRIMARY KEY CHECK (duty IN ('screening', 'assistance')),
  lead_line TEXT NOT NULL CHECK (lead_line IN ('village', 'community')),
  lead_role TEXT NOT NULL CHECK (lead_role IN ('sponsor_cadre', 'unit_cadre', 'grid_officer')),
  assist_line TEXT NOT NULL CHECK (assist_line IN ('village', 'community')),
  assist_role TEXT NOT NULL CHECK (assist_role IN ('sponsor_cadre', 'unit_cadre', 'grid_officer'))
) STRICT;
INSERT INTO lead_rule VALUES
  ('screening', 'community', 'sponsor_cadre', 'village', 'sponsor_cadre'),
  ('assistance', 'village', 'sponsor_cadre', 'community', 'sponsor_cadre');

CREATE TABLE hazard_area (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('flood', 'flash_flood', 'landslide', 'debris_flow', 'collapse', 'subsidence')),
  level TEXT NOT NULL CHECK (level IN ('red', 'orange', 'yellow', 'blue')),
  source TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT
);
CREATE INDEX hazard_area_name ON hazard_area(name);

CREATE TABLE house_hazard (                 -- derived: houses whose point lies in a hazard area
  house_id INTEGER NOT NULL REFERENCES house(id) ON DELETE CASCADE,
  hazard_area_id INTEGER NOT NULL REFERENCES hazard_area(id) ON DELETE CASCADE,
  PRIMARY KEY (house_id, hazard_area_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX house_hazard_area ON house_hazard(hazard_area_id);

CREATE TABLE safe_site (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  capacity INTEGER NOT NULL CHECK (capacity >= 0)
);

CREATE TABLE waterway (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTILINESTRING,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank IN (1, 2, 3))        -- 1 river, 2 stream, 3 brook
);

CREATE TABLE road (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTILINESTRING,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank IN (1, 2, 3))        -- 1 main, 2 town, 3 village
);

CREATE TABLE terrain (                      -- heights on a square grid, row 0 in the north, in the county's CRS
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  west REAL NOT NULL,
  north REAL NOT NULL,
  cell_m REAL NOT NULL CHECK (cell_m > 0),
  row_count INTEGER NOT NULL,
  column_count INTEGER NOT NULL,
  heights BLOB NOT NULL                     -- zlib of int16 little-endian metres; -32768 = no value
) STRICT;

CREATE TABLE hazard_run (                   -- a dated, repeatable answer to "which homes are in danger"
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  question TEXT NOT NULL,                   -- JSON: rule, counted_at, buffer_m, levels, day
  totals TEXT NOT NULL                      -- JSON
) STRICT;

CREATE TABLE hazard_run_area (              -- the areas as they were when asked
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES hazard_run(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  source TEXT NOT NULL,
  geom BLOB NOT NULL                        -- GeoPackage geometry in the county's CRS
) STRICT;
CREATE INDEX hazard_run_area_run ON hazard_run_area(run_id);

CREATE TABLE hazard_run_house (
  run_id INTEGER NOT NULL REFERENCES hazard_run(id) ON DELETE CASCADE,
  house_id INTEGER NOT NULL,
  level TEXT NOT NULL,
  areas TEXT NOT NULL,                      -- JSON list of hazard_run_area ids
  PRIMARY KEY (run_id, house_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hazard_run_household (
  run_id INTEGER NOT NULL REFERENCES hazard_run(id) ON DELETE CASCADE,
  household_id INTEGER NOT NULL,
  house_id INTEGER NOT NULL,                -- the affected home (the most severe one) that lists the family once
  level TEXT NOT NULL,
  residents INTEGER NOT NULL,
  PRIMARY KEY (run_id, household_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE history (                      -- one row per change: who, when, why, what
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  why TEXT,
  kinds TEXT NOT NULL,                      -- JSON list of kinds
  undoes_id INTEGER REFERENCES history(id), -- this entry takes that one back
  undone_by_id INTEGER REFERENCES history(id)
) STRICT;

CREATE TABLE history_row (                  -- the touched rows before and after, in the order of touching
  history_id INTEGER NOT NULL REFERENCES history(id),
  seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,                    -- JSON object of the primary key
  before TEXT,                              -- JSON object, NULL = row was inserted; blobs as {"hex": "…"}
  after TEXT,                               -- JSON object, NULL = row was deleted
  PRIMARY KEY (history_id, seq)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_index USING fts5(words, tokenize = "unicode61 categories 'L* N* Co'");
-- rowid = id * 8 + kind number (gisapp/storage/search.py); words = characters apart, initials, ID tail, phone, number
