-- GENERATED from db/migrations by `python -m tests.unit.storage.fresh_schema`; do not edit.
-- What a new county file contains. README.md beside this file says what each table means.

CREATE TABLE attribute (                    -- a column of somebody's ledger that is kept of households
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  content TEXT NOT NULL CHECK (content IN ('text', 'number', 'date', 'yes_no'))
) STRICT;

CREATE TABLE building (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  site_id INTEGER NOT NULL REFERENCES settlement_site(id),
  name TEXT NOT NULL,                       -- 3号楼
  units INTEGER NOT NULL CHECK (units > 0),
  floors INTEGER NOT NULL CHECK (floors > 0),
  UNIQUE (site_id, name)
) STRICT;

CREATE TABLE care_entry (                   -- the timeline of a family, written by both lines
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  household_id INTEGER NOT NULL REFERENCES household(id),
  line TEXT NOT NULL CHECK (line IN ('village', 'community')),          -- who wrote it
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'call', 'need', 'alarm')),
  duty TEXT CHECK (duty IN ('screening', 'assistance')),                -- of an alarm: decides who leads
  on_date TEXT NOT NULL CHECK (on_date GLOB '????-??-??'),
  text TEXT NOT NULL,
  who TEXT NOT NULL,
  due_on TEXT CHECK (due_on GLOB '????-??-??'),                         -- of a need or an alarm
  closed_on TEXT CHECK (closed_on GLOB '????-??-??'),
  closed_by TEXT,
  outcome TEXT,
  CHECK (kind IN ('need', 'alarm') OR (due_on IS NULL AND closed_on IS NULL)),
  CHECK (kind <> 'alarm' OR (duty IS NOT NULL AND due_on IS NOT NULL))
) STRICT;

CREATE TABLE checklist_item (               -- what is to be done; empty = the example of the program holds
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  place INTEGER NOT NULL,
  code TEXT NOT NULL UNIQUE,
  kind TEXT CHECK (kind IN ('flood', 'flash_flood', 'landslide', 'debris_flow', 'collapse', 'subsidence')),  -- NULL = any
  level TEXT CHECK (level IN ('red', 'orange', 'yellow', 'blue')),  -- from this level on; NULL = any
  duty TEXT NOT NULL CHECK (duty IN ('screening', 'assistance')),
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  phone TEXT,
  role TEXT NOT NULL CHECK (role IN ('sponsor_cadre', 'unit_cadre', 'grid_officer')),
  division_id INTEGER NOT NULL REFERENCES division(id),  -- the unit the person works for
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
, left_on TEXT CHECK (left_on GLOB '????-??-??'), left_reason TEXT, most_families INTEGER CHECK (most_families >= 0)) STRICT;

CREATE TABLE damage (                       -- one house in one event
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  house_uid TEXT NOT NULL,                  -- of house or former_house: a house keeps its uid when it stands no more, or again
  event_id INTEGER REFERENCES damage_event(id),
  reported_on TEXT NOT NULL CHECK (reported_on GLOB '????-??-??'),
  state TEXT NOT NULL CHECK (state IN ('reported', 'verified', 'disputed')),
  grade TEXT NOT NULL CHECK (grade IN ('collapsed', 'serious', 'moderate', 'none')),
  note TEXT NOT NULL DEFAULT '',
  way TEXT CHECK (way IN ('repair', 'rebuild', 'resettle')),
  planned_on TEXT CHECK (planned_on GLOB '????-??-??' AND planned_on >= reported_on),
  begun_on TEXT CHECK (begun_on GLOB '????-??-??' AND begun_on >= reported_on),    -- the earliest day of any stage
  finished_on TEXT CHECK (finished_on GLOB '????-??-??' AND finished_on >= begun_on), -- when the last stage was finished
  contact_id INTEGER REFERENCES contact(id),                                       -- who is responsible
  CHECK (way IS NOT NULL OR (begun_on IS NULL AND finished_on IS NULL)),
  CHECK (finished_on IS NULL OR begun_on IS NOT NULL),
  CHECK (grade <> 'none' OR way IS NULL)
) STRICT;

CREATE TABLE damage_event (                 -- what damages belong to: a rain, a slide
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  to_date TEXT CHECK (to_date GLOB '????-??-??' AND to_date >= from_date), -- the last day; NULL = it goes on
  run_id INTEGER REFERENCES hazard_run(id) ON DELETE SET NULL              -- the hazard run of that night
) STRICT;

CREATE TABLE damage_photo (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  damage_id INTEGER NOT NULL REFERENCES damage(id),
  photo_sha256 TEXT NOT NULL REFERENCES photo(sha256),
  name TEXT NOT NULL,                       -- what the file was called, without its folder
  taken_at TEXT CHECK (taken_at GLOB '????-??-??T??:??:??'),            -- the camera's own time
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),                -- WGS 84, as the camera noted it
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  distance_m REAL CHECK (distance_m >= 0),  -- from the house when it was added; NULL = one of both places is unknown
  added_on TEXT NOT NULL CHECK (added_on GLOB '????-??-??'),
  added_by TEXT NOT NULL,
  UNIQUE (damage_id, photo_sha256),
  CHECK ((longitude IS NULL) = (latitude IS NULL))
) STRICT;

CREATE TABLE damage_stage (                 -- how far the work is; a stage without a row is to do
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  damage_id INTEGER NOT NULL REFERENCES damage(id),
  stage TEXT NOT NULL CHECK (trim(stage) <> ''),
  begun_on TEXT CHECK (begun_on GLOB '????-??-??'),
  finished_on TEXT CHECK (finished_on GLOB '????-??-??' AND (begun_on IS NULL OR finished_on >= begun_on)),
  UNIQUE (damage_id, stage),
  CHECK (begun_on IS NOT NULL OR finished_on IS NOT NULL)
) STRICT;

CREATE TABLE damage_state (                 -- every state a damage went through
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  damage_id INTEGER NOT NULL REFERENCES damage(id),
  state TEXT NOT NULL CHECK (state IN ('reported', 'verified', 'disputed')),
  grade TEXT NOT NULL CHECK (grade IN ('collapsed', 'serious', 'moderate', 'none')),
  on_date TEXT NOT NULL CHECK (on_date GLOB '????-??-??'),
  who TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE damage_stay (                  -- where a family lives until the work is done
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  damage_id INTEGER NOT NULL REFERENCES damage(id),
  household_id INTEGER NOT NULL REFERENCES household(id),
  address TEXT NOT NULL CHECK (trim(address) <> ''),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  to_date TEXT CHECK (to_date GLOB '????-??-??' AND to_date >= from_date)
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
, ended_on TEXT CHECK (ended_on GLOB '????-??-??'));

CREATE TABLE division_name (                -- lineage: names a unit once had
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  division_id INTEGER NOT NULL REFERENCES division(id),
  name TEXT NOT NULL,
  to_date TEXT NOT NULL CHECK (to_date GLOB '????-??-??'),
  reason TEXT NOT NULL CHECK (reason IN ('rename', 'merge'))
) STRICT;

CREATE TABLE family_event (                 -- what happened to a family: a line of its timeline
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  household_id INTEGER NOT NULL REFERENCES household(id),
  other_household_id INTEGER REFERENCES household(id),                  -- the family that it was split from, merged with, or that the person came from or went to
  kind TEXT NOT NULL CHECK (kind IN ('move', 'return', 'away', 'split', 'merge', 'head', 'birth', 'death', 'marriage_in', 'marriage_out', 'home')),
  on_date TEXT NOT NULL CHECK (on_date GLOB '????-??-??'),
  text TEXT NOT NULL,                       -- in the words of the screen when it was written
  who TEXT NOT NULL
) STRICT;

CREATE TABLE former_house (                 -- a house that stands no more: its place still decides the origin grid
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  uid TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  grid_id INTEGER REFERENCES grid(id),
  gone_on TEXT CHECK (gone_on GLOB '????-??-??')
, building_id INTEGER REFERENCES building(id), unit INTEGER, floor INTEGER, room TEXT, code TEXT);

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);

CREATE TABLE gpkg_ogr_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  feature_count INTEGER DEFAULT NULL
);

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);

CREATE TABLE grid (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division_id INTEGER NOT NULL REFERENCES division(id)
);

CREATE TABLE grid_card_columns (
  OGC_FID INTEGER, geom MULTIPOLYGON, code TEXT, name TEXT, village TEXT, town TEXT, officer TEXT, houses INTEGER,
  households INTEGER, residents INTEGER, relocated INTEGER, houses_in_hazard INTEGER
);

CREATE TABLE grid_post (                    -- who was grid officer of which grid, when
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  grid_id INTEGER NOT NULL REFERENCES grid(id),
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  to_date TEXT CHECK (to_date GLOB '????-??-??' AND to_date > from_date)
) STRICT;

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

CREATE TABLE hazard_area_ground (           -- of which ground an area says anything; without a row: of all of it
  hazard_area_id INTEGER PRIMARY KEY REFERENCES hazard_area(id) ON DELETE CASCADE,
  shape BLOB NOT NULL                       -- GeoPackage geometry in the county's CRS; its border belongs to it
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
, plain_geom BLOB, is_depth INTEGER NOT NULL DEFAULT 0 CHECK (is_depth IN (0, 1)), ground BLOB) STRICT;

CREATE TABLE hazard_run_check (             -- the list of one run as it was when somebody began to work through it
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  run_id INTEGER NOT NULL REFERENCES hazard_run(id) ON DELETE CASCADE,
  place INTEGER NOT NULL,                   -- its number in the list, from 1
  kind TEXT,
  level TEXT,
  duty TEXT NOT NULL CHECK (duty IN ('screening', 'assistance')),
  text TEXT NOT NULL CHECK (text <> ''),
  is_example INTEGER NOT NULL CHECK (is_example IN (0, 1)),  -- taken from the program's example, not from the county's own list
  done_at TEXT CHECK (done_at GLOB '????-??-??T*'),
  done_by TEXT CHECK (done_by <> ''),
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (run_id, place),
  CHECK ((done_at IS NULL) = (done_by IS NULL))
) STRICT;

CREATE TABLE hazard_run_house (
  run_id INTEGER NOT NULL REFERENCES hazard_run(id) ON DELETE CASCADE,
  house_id INTEGER NOT NULL,
  level TEXT NOT NULL,
  areas TEXT NOT NULL, depth_m REAL,                      -- JSON list of hazard_run_area ids
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

CREATE TABLE hazard_run_unknown (           -- houses without a conclusion: neither safe nor in danger
  run_id INTEGER NOT NULL REFERENCES hazard_run(id) ON DELETE CASCADE,
  house_id INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('no_value', 'outside')),       -- no value in the raster's cell, or beyond its edge
  PRIMARY KEY (run_id, house_id)
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
  CHECK (CASE WHEN to_date IS NULL OR house_id IS NOT NULL
              THEN (former_house_id IS NOT NULL) = (state IN ('lost', 'demolished')) ELSE 1 END)
) STRICT;

CREATE TABLE home_card_columns (
  OGC_FID INTEGER, geom POINT, number TEXT, grid TEXT, role TEXT, state TEXT, household TEXT, head TEXT, phone TEXT,
  id_number TEXT, residents INTEGER, village_lead TEXT, village_lead_phone TEXT, community_lead TEXT,
  community_lead_phone TEXT, hazard_level TEXT
);

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
, code TEXT);

CREATE TABLE house_footprint (              -- the outline of a house, where somebody has drawn one
  house_id INTEGER PRIMARY KEY REFERENCES house(id) ON DELETE CASCADE,
  geom BLOB NOT NULL                        -- GeoPackage geometry in the county's CRS
) STRICT;

CREATE TABLE house_hazard (                 -- derived: houses whose point lies in a hazard area
  house_id INTEGER NOT NULL REFERENCES house(id) ON DELETE CASCADE,
  hazard_area_id INTEGER NOT NULL REFERENCES hazard_area(id) ON DELETE CASCADE,
  PRIMARY KEY (house_id, hazard_area_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,                -- 户编号
  origin_division_id INTEGER REFERENCES division(id),    -- origin village of a relocated household
  relocated_on TEXT CHECK (relocated_on GLOB '????-??-??'), ended_on TEXT CHECK (ended_on GLOB '????-??-??'), successor_id INTEGER REFERENCES household(id),
  CHECK ((relocated_on IS NULL) = (origin_division_id IS NULL))
) STRICT;

CREATE TABLE household_attribute (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  household_id INTEGER NOT NULL REFERENCES household(id),
  attribute_id INTEGER NOT NULL REFERENCES attribute(id),
  value TEXT NOT NULL CHECK (value <> ''),  -- a number in digits, a day as ISO text, yes and no as 1 and 0
  UNIQUE (household_id, attribute_id)
) STRICT;

CREATE TABLE indicator (                    -- something counted or measured again and again
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE indicator_value (              -- one figure of one division, grid or household on one day
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  indicator_id INTEGER NOT NULL REFERENCES indicator(id),
  division_id INTEGER REFERENCES division(id),
  grid_id INTEGER REFERENCES grid(id),
  household_id INTEGER REFERENCES household(id),
  day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  value REAL NOT NULL,
  CHECK ((division_id IS NOT NULL) + (grid_id IS NOT NULL) + (household_id IS NOT NULL) = 1)
) STRICT;

CREATE TABLE lead_rule (                    -- per duty, which slot leads and which assists; editable, preset as published
  duty TEXT PRIMARY KEY CHECK (duty IN ('screening', 'assistance')),
  lead_line TEXT NOT NULL CHECK (lead_line IN ('village', 'community')),
  lead_role TEXT NOT NULL CHECK (lead_role IN ('sponsor_cadre', 'unit_cadre', 'grid_officer')),
  assist_line TEXT NOT NULL CHECK (assist_line IN ('village', 'community')),
  assist_role TEXT NOT NULL CHECK (assist_role IN ('sponsor_cadre', 'unit_cadre', 'grid_officer'))
) STRICT;

CREATE TABLE need_item (                    -- the county's own table; empty = the preset of the program holds
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  place INTEGER NOT NULL,                   -- order in the table
  code TEXT NOT NULL UNIQUE,                -- what commands call it
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  unit TEXT NOT NULL CHECK (unit <> ''),
  amount REAL CHECK (amount > 0),           -- NULL = not decided: never counted, never guessed
  per INTEGER NOT NULL CHECK (per > 0),     -- amount for so many of base
  base TEXT NOT NULL CHECK (base IN ('person', 'household', 'infant', 'child', 'elderly', 'ill', 'pregnant')),
  is_daily INTEGER NOT NULL CHECK (is_daily IN (0, 1)),
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),  -- counted in pieces: rounded up where it is delivered
  source TEXT NOT NULL CHECK (source <> '') -- where the figure comes from
) STRICT;

CREATE TABLE photo (                        -- small copies of photos, each once; not noted in the history
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),                  -- of the original file
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  jpeg BLOB NOT NULL                        -- without any metadata
) STRICT;

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
, joined_on TEXT CHECK (joined_on GLOB '????-??-??'), joined_reason TEXT CHECK (joined_reason IN ('birth', 'marriage', 'return', 'move')), sleeping_checked_on TEXT CHECK (sleeping_checked_on GLOB '????-??-??')) STRICT;

CREATE TABLE road (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTILINESTRING,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank IN (1, 2, 3))        -- 1 main, 2 town, 3 village
);

CREATE TABLE roll_call (                    -- one night's roll call: opened from a hazard run, carried on by later runs of that night
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,                 -- that of the run that opened it, so that two copies of a file mean the same one
  opened_at TEXT NOT NULL,                  -- UTC
  opened_by TEXT NOT NULL
) STRICT;

CREATE TABLE roll_call_entry (              -- the newest entry of a family counts: by time, then by uid
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  roll_call_id INTEGER NOT NULL REFERENCES roll_call(id),
  household_id INTEGER NOT NULL REFERENCES household(id),
  state TEXT NOT NULL CHECK (state IN ('not_reached', 'called', 'moved', 'refused', 'elsewhere')),
  place_kind TEXT CHECK (place_kind IN ('safe_site', 'own_home', 'other')),
  safe_site_id INTEGER REFERENCES safe_site(id) ON DELETE SET NULL,
  place TEXT NOT NULL DEFAULT '',           -- where to, in words; they stay when the safe site goes
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
  who TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  CHECK ((place_kind IS NULL) = (place = '')),
  CHECK (place_kind IS NULL OR state IN ('moved', 'elsewhere')),
  CHECK (safe_site_id IS NULL OR place_kind = 'safe_site')
) STRICT;

CREATE TABLE roll_call_run (                -- runs whose families were called in it; a run with entries cannot be removed under them
  run_id INTEGER PRIMARY KEY REFERENCES hazard_run(id),
  roll_call_id INTEGER NOT NULL REFERENCES roll_call(id)
) STRICT;

CREATE VIRTUAL TABLE "rtree_division_geom" USING rtree(id, minx, maxx, miny, maxy);

CREATE VIRTUAL TABLE "rtree_former_house_geom" USING rtree(id, minx, maxx, miny, maxy);

CREATE VIRTUAL TABLE "rtree_grid_geom" USING rtree(id, minx, maxx, miny, maxy);

CREATE VIRTUAL TABLE "rtree_hazard_area_geom" USING rtree(id, minx, maxx, miny, maxy);

CREATE VIRTUAL TABLE "rtree_house_geom" USING rtree(id, minx, maxx, miny, maxy);

CREATE VIRTUAL TABLE "rtree_road_geom" USING rtree(id, minx, maxx, miny, maxy);

CREATE VIRTUAL TABLE "rtree_safe_site_geom" USING rtree(id, minx, maxx, miny, maxy);

CREATE VIRTUAL TABLE "rtree_settlement_site_geom" USING rtree(id, minx, maxx, miny, maxy);

CREATE VIRTUAL TABLE "rtree_waterway_geom" USING rtree(id, minx, maxx, miny, maxy);

CREATE TABLE safe_site (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  capacity INTEGER NOT NULL CHECK (capacity >= 0)
, division_id INTEGER REFERENCES division(id), is_in_use INTEGER NOT NULL DEFAULT 1 CHECK (is_in_use IN (0, 1)), note TEXT NOT NULL DEFAULT '');

CREATE TABLE safe_site_keeper (             -- whom to call for the key; apart from the layer that GIS programs show
  site_id INTEGER PRIMARY KEY REFERENCES safe_site(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  phone TEXT
) STRICT;

CREATE TABLE schema_migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5(words, tokenize = "unicode61 categories 'L* N* Co'");

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL                       -- JSON
) STRICT;

CREATE TABLE settlement_site (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  division_id INTEGER NOT NULL REFERENCES division(id)  -- the residence community
);

CREATE TABLE site_allocation (              -- which safe site the families of a run go to: dated, repeatable; the newest of a run is in force
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  run_id INTEGER NOT NULL REFERENCES hazard_run(id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  question TEXT NOT NULL,                   -- JSON: how it was allocated
  totals TEXT NOT NULL                      -- JSON: the figures as they were
) STRICT;

CREATE TABLE "site_allocation_household" ( -- every family of the run once
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

CREATE TABLE site_allocation_site (         -- every safe site as it was then
  allocation_id INTEGER NOT NULL REFERENCES site_allocation(id) ON DELETE CASCADE,
  site_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  capacity INTEGER NOT NULL CHECK (capacity >= 0),
  left_out TEXT CHECK (left_out IN ('in_hazard', 'not_in_use', 'no_place')),            -- why nobody is sent there; NULL = it was offered
  doubt TEXT CHECK (doubt IN ('other_hazard', 'no_depth')),                             -- offered, yet to be looked at
  PRIMARY KEY (allocation_id, site_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE slot (                         -- dated holders set by hand; grid-officer slots without a row follow the grid
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  household_id INTEGER NOT NULL REFERENCES household(id),
  line TEXT NOT NULL CHECK (line IN ('village', 'community')),
  role TEXT NOT NULL CHECK (role IN ('sponsor_cadre', 'unit_cadre', 'grid_officer')),
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  to_date TEXT CHECK (to_date GLOB '????-??-??' AND to_date > from_date)
, end_reason TEXT                                             -- why the holder's days ended; NULL while they last
  CHECK (end_reason IN ('replaced', 'handed_over', 'left', 'moved', 'merged', 'family_ended', 'withdrawn'))) STRICT;

CREATE TABLE slot_proposal (                -- what one line proposes for a slot of the other, until that line decides
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  household_id INTEGER NOT NULL REFERENCES household(id),
  line TEXT NOT NULL CHECK (line IN ('village', 'community')),          -- of the slot: the line that decides
  role TEXT NOT NULL CHECK (role IN ('sponsor_cadre', 'unit_cadre', 'grid_officer')),
  contact_id INTEGER NOT NULL REFERENCES contact(id),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),          -- when the contact would begin
  proposed_on TEXT NOT NULL CHECK (proposed_on GLOB '????-??-??'),
  proposed_by TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'confirmed', 'refused', 'withdrawn')),
  decided_on TEXT CHECK (decided_on GLOB '????-??-??'),
  decided_by TEXT,
  answer TEXT,                              -- why it was refused
  CHECK ((state = 'waiting') = (decided_on IS NULL))
) STRICT;

CREATE TABLE terrain (                      -- heights on a square grid, row 0 in the north, in the county's CRS
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  west REAL NOT NULL,
  north REAL NOT NULL,
  cell_m REAL NOT NULL CHECK (cell_m > 0),
  row_count INTEGER NOT NULL,
  column_count INTEGER NOT NULL,
  heights BLOB NOT NULL                     -- zlib of int16 little-endian metres; -32768 = no value
, base_m INTEGER NOT NULL DEFAULT 0, unit_cm INTEGER NOT NULL DEFAULT 100 CHECK (unit_cm > 0), source TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE terrain_drainage (             -- derived from terrain and waterway: never noted in the history, made anew when it does not fit
  terrain_id INTEGER PRIMARY KEY REFERENCES terrain(id) ON DELETE CASCADE,
  made_from TEXT NOT NULL,                  -- sha256 over the heights, the waterways and the method
  ways BLOB NOT NULL,                       -- zlib of uint8 (rows, columns): where each cell's water runs
  raised BLOB NOT NULL,                     -- zlib of uint16 little-endian (rows, columns): by how many units each cell was filled
  drained BLOB NOT NULL                     -- zlib of int32 little-endian (rows, columns): cells whose water runs through each cell
) STRICT;

CREATE TABLE waterway (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTILINESTRING,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank IN (1, 2, 3))        -- 1 river, 2 stream, 3 brook
);

CREATE INDEX care_entry_day ON care_entry(on_date);

CREATE INDEX care_entry_household ON care_entry(household_id, on_date);

CREATE INDEX care_entry_open ON care_entry(household_id) WHERE kind IN ('need', 'alarm') AND closed_on IS NULL;

CREATE INDEX contact_division ON contact(division_id);

CREATE INDEX damage_contact ON damage(contact_id) WHERE contact_id IS NOT NULL;

CREATE INDEX damage_event_damages ON damage(event_id) WHERE event_id IS NOT NULL;

CREATE INDEX damage_house ON damage(house_uid);

CREATE UNIQUE INDEX damage_one_open ON damage(house_uid, coalesce(event_id, 0)) WHERE finished_on IS NULL;

CREATE INDEX damage_photo_photo ON damage_photo(photo_sha256);

CREATE INDEX damage_state_damage ON damage_state(damage_id);

CREATE INDEX damage_stay_damage ON damage_stay(damage_id);

CREATE UNIQUE INDEX damage_stay_one_open ON damage_stay(household_id) WHERE to_date IS NULL;

CREATE INDEX division_parent ON division(parent_id);

CREATE INDEX division_successor ON division(successor_id) WHERE successor_id IS NOT NULL;

CREATE INDEX family_event_household ON family_event(household_id, on_date);

CREATE INDEX former_house_grid ON former_house(grid_id);

CREATE INDEX grid_division ON grid(division_id);

CREATE INDEX grid_post_contact ON grid_post(contact_id);

CREATE INDEX grid_post_grid ON grid_post(grid_id, from_date);

CREATE UNIQUE INDEX grid_post_one_active ON grid_post(grid_id) WHERE to_date IS NULL;

CREATE INDEX hazard_area_name ON hazard_area(name);

CREATE INDEX hazard_run_area_run ON hazard_run_area(run_id);

CREATE UNIQUE INDEX home_current_role ON home(household_id, role) WHERE to_date IS NULL;

CREATE INDEX home_former_house ON home(former_house_id) WHERE former_house_id IS NOT NULL;

CREATE INDEX home_house ON home(house_id) WHERE to_date IS NULL;

CREATE INDEX home_household ON home(household_id);

CREATE INDEX home_past_house ON home(house_id) WHERE to_date IS NOT NULL;

CREATE UNIQUE INDEX house_code ON house(code) WHERE code IS NOT NULL;

CREATE INDEX house_grid ON house(grid_id);

CREATE INDEX house_hazard_area ON house_hazard(hazard_area_id);

CREATE UNIQUE INDEX house_room ON house(building_id, unit, room) WHERE building_id IS NOT NULL;

CREATE INDEX household_attribute_of ON household_attribute(attribute_id);

CREATE INDEX household_origin ON household(origin_division_id) WHERE origin_division_id IS NOT NULL;

CREATE INDEX household_relocated ON household(id) WHERE relocated_on IS NOT NULL AND ended_on IS NULL;

CREATE UNIQUE INDEX indicator_value_division ON indicator_value(division_id, indicator_id, day) WHERE division_id IS NOT NULL;

CREATE UNIQUE INDEX indicator_value_grid ON indicator_value(grid_id, indicator_id, day) WHERE grid_id IS NOT NULL;

CREATE UNIQUE INDEX indicator_value_household ON indicator_value(household_id, indicator_id, day) WHERE household_id IS NOT NULL;

CREATE INDEX indicator_value_of ON indicator_value(indicator_id);

CREATE UNIQUE INDEX resident_head ON resident(household_id) WHERE relation = 'head' AND left_on IS NULL;

CREATE INDEX resident_household ON resident(household_id);

CREATE UNIQUE INDEX resident_id_number ON resident(id_number) WHERE id_number IS NOT NULL;

CREATE INDEX resident_left ON resident(left_on) WHERE left_on IS NOT NULL;

CREATE INDEX resident_sleeping ON resident(sleeping_house_id) WHERE sleeping_house_id IS NOT NULL;

CREATE INDEX roll_call_entry_household ON roll_call_entry(household_id);

CREATE INDEX roll_call_entry_newest ON roll_call_entry(roll_call_id, household_id, at, uid);

CREATE INDEX roll_call_entry_safe_site ON roll_call_entry(safe_site_id);

CREATE INDEX roll_call_run_roll_call ON roll_call_run(roll_call_id);

CREATE INDEX site_allocation_household_site ON site_allocation_household(allocation_id, site_id);

CREATE INDEX site_allocation_run ON site_allocation(run_id);

CREATE INDEX slot_contact ON slot(contact_id);

CREATE UNIQUE INDEX slot_one_open ON slot(household_id, line, role) WHERE to_date IS NULL;

CREATE INDEX slot_place ON slot(household_id, line, role, from_date);

CREATE INDEX slot_proposal_household ON slot_proposal(household_id);

CREATE UNIQUE INDEX slot_proposal_one_waiting ON slot_proposal(household_id, line, role) WHERE state = 'waiting';

CREATE INDEX slot_proposal_waiting ON slot_proposal(state) WHERE state = 'waiting';

CREATE VIEW grid_card AS
SELECT * FROM grid_card_columns WHERE 0 UNION ALL
SELECT g.id AS OGC_FID, g.geom, g.code, g.name, d.name AS village, t.name AS town,
       (SELECT c.name FROM grid_post p JOIN contact c ON c.id = p.contact_id WHERE p.grid_id = g.id
        AND p.from_date <= date('now', 'localtime') AND coalesce(p.to_date, '9999-12-31') > date('now', 'localtime')) AS officer,
       CAST((SELECT count(*) FROM house h WHERE h.grid_id = g.id) AS INTEGER) AS houses,
       CAST((SELECT count(DISTINCT m.household_id) FROM house h JOIN home m ON m.house_id = h.id AND m.to_date IS NULL AND m.role <> 'origin'
        WHERE h.grid_id = g.id) AS INTEGER) AS households,
       CAST((SELECT count(*) FROM house h JOIN home m ON m.house_id = h.id AND m.to_date IS NULL AND m.role <> 'origin'
        JOIN resident r ON r.household_id = m.household_id AND r.left_on IS NULL WHERE h.grid_id = g.id) AS INTEGER) AS residents,
       CAST((SELECT count(DISTINCT m.household_id) FROM house h JOIN home m ON m.house_id = h.id AND m.to_date IS NULL AND m.role = 'residence'
        WHERE h.grid_id = g.id) AS INTEGER) AS relocated,
       CAST((SELECT count(DISTINCT x.house_id) FROM house h JOIN house_hazard x ON x.house_id = h.id WHERE h.grid_id = g.id) AS INTEGER) AS houses_in_hazard
FROM grid g JOIN division d ON d.id = g.division_id LEFT JOIN division t ON t.id = d.parent_id;

CREATE VIEW home_card AS
SELECT * FROM home_card_columns WHERE 0 UNION ALL
SELECT m.id AS OGC_FID, h.geom, h.number, g.name AS grid, m.role, m.state, k.code AS household,
       r.name AS head,
       CASE WHEN length(r.phone) >= 11 THEN substr(r.phone, 1, 3) || '****' || substr(r.phone, -4) WHEN r.phone IS NOT NULL THEN '****' END AS phone,
       CASE WHEN length(r.id_number) >= 15 THEN substr(r.id_number, 1, 6) || '**********' || substr(r.id_number, -2) WHEN r.id_number IS NOT NULL THEN '****' END AS id_number,
       CAST((SELECT count(*) FROM resident p WHERE p.household_id = k.id AND p.left_on IS NULL) AS INTEGER) AS residents,
       vc.name AS village_lead,
       CASE WHEN length(vc.phone) >= 11 THEN substr(vc.phone, 1, 3) || '****' || substr(vc.phone, -4) WHEN vc.phone IS NOT NULL THEN '****' END AS village_lead_phone,
       cc.name AS community_lead,
       CASE WHEN length(cc.phone) >= 11 THEN substr(cc.phone, 1, 3) || '****' || substr(cc.phone, -4) WHEN cc.phone IS NOT NULL THEN '****' END AS community_lead_phone,
       (SELECT a.level FROM house_hazard x JOIN hazard_area a ON a.id = x.hazard_area_id WHERE x.house_id = h.id
        ORDER BY CASE a.level WHEN 'red' THEN 0 WHEN 'orange' THEN 1 WHEN 'yellow' THEN 2 ELSE 3 END LIMIT 1) AS hazard_level
FROM home m
JOIN house h ON h.id = m.house_id
JOIN household k ON k.id = m.household_id
LEFT JOIN grid g ON g.id = h.grid_id
LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL
LEFT JOIN slot_holder vs ON vs.household_id = k.id AND vs.line = 'village' AND vs.role = (SELECT role FROM line_lead WHERE line = 'village')
LEFT JOIN contact vc ON vc.id = vs.contact_id
LEFT JOIN slot_holder cs ON cs.household_id = k.id AND cs.line = 'community' AND cs.role = (SELECT role FROM line_lead WHERE line = 'community')
LEFT JOIN contact cc ON cc.id = cs.contact_id
WHERE m.to_date IS NULL;

CREATE VIEW home_place AS                   -- every current home with its place, standing or not
SELECT m.id, m.household_id, m.role, m.state, m.house_id, m.former_house_id,
       coalesce(h.grid_id, f.grid_id) AS grid_id, coalesce(h.number, f.number) AS number
FROM home m LEFT JOIN house h ON h.id = m.house_id LEFT JOIN former_house f ON f.id = m.former_house_id
WHERE m.to_date IS NULL;

CREATE VIEW line_lead AS
SELECT 'village' AS line,
       coalesce((SELECT lead_role FROM lead_rule WHERE lead_line = 'village' ORDER BY duty DESC LIMIT 1),
                (SELECT assist_role FROM lead_rule WHERE assist_line = 'village' ORDER BY duty DESC LIMIT 1)) AS role
UNION ALL
SELECT 'community',
       coalesce((SELECT lead_role FROM lead_rule WHERE lead_line = 'community' ORDER BY duty DESC LIMIT 1),
                (SELECT assist_role FROM lead_rule WHERE assist_line = 'community' ORDER BY duty DESC LIMIT 1));

CREATE VIEW run_roll_call AS                -- the roll call of a run: the one it was called in, else the latest within a day of it
SELECT r.id AS run_id, coalesce(
  (SELECT l.roll_call_id FROM roll_call_run l WHERE l.run_id = r.id),
  (SELECT c.id FROM roll_call c
   WHERE julianday(r.at) >= julianday(c.opened_at) - 1.0 AND julianday(r.at) <= 1.0 + max(julianday(c.opened_at),
     coalesce((SELECT julianday(max(e.at)) FROM roll_call_entry e WHERE e.roll_call_id = c.id), 0.0))
   ORDER BY c.id DESC LIMIT 1)) AS roll_call_id
FROM hazard_run r;

CREATE VIEW slot_holder AS                  -- who holds each slot today; 'hand' = set by hand, 'grid' = follows the grid's officer
SELECT s.household_id, s.line, s.role, s.contact_id, s.from_date, 'hand' AS source
FROM slot s
WHERE s.from_date <= date('now', 'localtime') AND coalesce(s.to_date, '9999-12-31') > date('now', 'localtime')
UNION ALL
SELECT p.household_id, CASE p.role WHEN 'origin' THEN 'village' ELSE 'community' END, 'grid_officer', g.contact_id, g.from_date, 'grid'
FROM home_place p
JOIN grid_post g ON g.grid_id = p.grid_id
 AND g.from_date <= date('now', 'localtime') AND coalesce(g.to_date, '9999-12-31') > date('now', 'localtime')
WHERE p.role IN ('origin', 'residence')
  AND NOT EXISTS (SELECT 1 FROM slot s WHERE s.household_id = p.household_id AND s.role = 'grid_officer'
                  AND s.line = CASE p.role WHEN 'origin' THEN 'village' ELSE 'community' END
                  AND s.from_date <= date('now', 'localtime') AND coalesce(s.to_date, '9999-12-31') > date('now', 'localtime'));

CREATE TRIGGER damage_of_a_house_insert BEFORE INSERT ON damage
WHEN NOT EXISTS (SELECT 1 FROM house WHERE uid = NEW.house_uid) AND NOT EXISTS (SELECT 1 FROM former_house WHERE uid = NEW.house_uid)
BEGIN SELECT RAISE(ABORT, 'damage: of no house'); END;

CREATE TRIGGER damage_of_a_house_update BEFORE UPDATE OF house_uid ON damage
WHEN NOT EXISTS (SELECT 1 FROM house WHERE uid = NEW.house_uid) AND NOT EXISTS (SELECT 1 FROM former_house WHERE uid = NEW.house_uid)
BEGIN SELECT RAISE(ABORT, 'damage: of no house'); END;

CREATE TRIGGER grid_post_one_officer_a_day_insert BEFORE INSERT ON grid_post
WHEN EXISTS (SELECT 1 FROM grid_post p WHERE p.grid_id = NEW.grid_id
             AND p.from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(p.to_date, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'grid_post: one officer per grid and day'); END;

CREATE TRIGGER grid_post_one_officer_a_day_update BEFORE UPDATE OF grid_id, from_date, to_date ON grid_post
WHEN EXISTS (SELECT 1 FROM grid_post p WHERE p.id <> OLD.id AND p.grid_id = NEW.grid_id
             AND p.from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(p.to_date, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'grid_post: one officer per grid and day'); END;

CREATE TRIGGER roll_call_entry_stays        -- an entry is never overwritten; only a safe site that is gone may leave it
BEFORE UPDATE OF uid, roll_call_id, household_id, state, place_kind, place, at, who, note ON roll_call_entry
BEGIN SELECT RAISE(ABORT, 'an entry of a roll call is never overwritten'); END;

CREATE TRIGGER "rtree_division_geom_delete" AFTER DELETE ON "division"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_division_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_division_geom_insert" AFTER INSERT ON "division"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_division_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_division_geom_update2" AFTER UPDATE OF "geom" ON "division"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_division_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_division_geom_update4" AFTER UPDATE ON "division"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_division_geom" WHERE id IN (OLD."id", NEW."id");
END;

CREATE TRIGGER "rtree_division_geom_update5" AFTER UPDATE ON "division"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_division_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_division_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_division_geom_update6" AFTER UPDATE OF "geom" ON "division"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" NOTNULL AND NOT ST_IsEmpty(OLD."geom"))
BEGIN
  UPDATE "rtree_division_geom" SET minx = ST_MinX(NEW."geom"), maxx = ST_MaxX(NEW."geom"), miny = ST_MinY(NEW."geom"), maxy = ST_MaxY(NEW."geom") WHERE id = NEW."id";
END;

CREATE TRIGGER "rtree_division_geom_update7" AFTER UPDATE OF "geom" ON "division"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" ISNULL OR ST_IsEmpty(OLD."geom"))
BEGIN
  INSERT INTO "rtree_division_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_former_house_geom_delete" AFTER DELETE ON "former_house"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_former_house_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_former_house_geom_insert" AFTER INSERT ON "former_house"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_former_house_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_former_house_geom_update2" AFTER UPDATE OF "geom" ON "former_house"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_former_house_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_former_house_geom_update4" AFTER UPDATE ON "former_house"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_former_house_geom" WHERE id IN (OLD."id", NEW."id");
END;

CREATE TRIGGER "rtree_former_house_geom_update5" AFTER UPDATE ON "former_house"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_former_house_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_former_house_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_former_house_geom_update6" AFTER UPDATE OF "geom" ON "former_house"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" NOTNULL AND NOT ST_IsEmpty(OLD."geom"))
BEGIN
  UPDATE "rtree_former_house_geom" SET minx = ST_MinX(NEW."geom"), maxx = ST_MaxX(NEW."geom"), miny = ST_MinY(NEW."geom"), maxy = ST_MaxY(NEW."geom") WHERE id = NEW."id";
END;

CREATE TRIGGER "rtree_former_house_geom_update7" AFTER UPDATE OF "geom" ON "former_house"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" ISNULL OR ST_IsEmpty(OLD."geom"))
BEGIN
  INSERT INTO "rtree_former_house_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_grid_geom_delete" AFTER DELETE ON "grid"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_grid_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_grid_geom_insert" AFTER INSERT ON "grid"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_grid_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_grid_geom_update2" AFTER UPDATE OF "geom" ON "grid"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_grid_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_grid_geom_update4" AFTER UPDATE ON "grid"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_grid_geom" WHERE id IN (OLD."id", NEW."id");
END;

CREATE TRIGGER "rtree_grid_geom_update5" AFTER UPDATE ON "grid"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_grid_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_grid_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_grid_geom_update6" AFTER UPDATE OF "geom" ON "grid"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" NOTNULL AND NOT ST_IsEmpty(OLD."geom"))
BEGIN
  UPDATE "rtree_grid_geom" SET minx = ST_MinX(NEW."geom"), maxx = ST_MaxX(NEW."geom"), miny = ST_MinY(NEW."geom"), maxy = ST_MaxY(NEW."geom") WHERE id = NEW."id";
END;

CREATE TRIGGER "rtree_grid_geom_update7" AFTER UPDATE OF "geom" ON "grid"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" ISNULL OR ST_IsEmpty(OLD."geom"))
BEGIN
  INSERT INTO "rtree_grid_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_hazard_area_geom_delete" AFTER DELETE ON "hazard_area"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_hazard_area_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_hazard_area_geom_insert" AFTER INSERT ON "hazard_area"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_hazard_area_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_hazard_area_geom_update2" AFTER UPDATE OF "geom" ON "hazard_area"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_hazard_area_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_hazard_area_geom_update4" AFTER UPDATE ON "hazard_area"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_hazard_area_geom" WHERE id IN (OLD."id", NEW."id");
END;

CREATE TRIGGER "rtree_hazard_area_geom_update5" AFTER UPDATE ON "hazard_area"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_hazard_area_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_hazard_area_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_hazard_area_geom_update6" AFTER UPDATE OF "geom" ON "hazard_area"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" NOTNULL AND NOT ST_IsEmpty(OLD."geom"))
BEGIN
  UPDATE "rtree_hazard_area_geom" SET minx = ST_MinX(NEW."geom"), maxx = ST_MaxX(NEW."geom"), miny = ST_MinY(NEW."geom"), maxy = ST_MaxY(NEW."geom") WHERE id = NEW."id";
END;

CREATE TRIGGER "rtree_hazard_area_geom_update7" AFTER UPDATE OF "geom" ON "hazard_area"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" ISNULL OR ST_IsEmpty(OLD."geom"))
BEGIN
  INSERT INTO "rtree_hazard_area_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_house_geom_delete" AFTER DELETE ON "house"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_house_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_house_geom_insert" AFTER INSERT ON "house"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_house_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_house_geom_update2" AFTER UPDATE OF "geom" ON "house"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_house_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_house_geom_update4" AFTER UPDATE ON "house"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_house_geom" WHERE id IN (OLD."id", NEW."id");
END;

CREATE TRIGGER "rtree_house_geom_update5" AFTER UPDATE ON "house"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_house_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_house_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_house_geom_update6" AFTER UPDATE OF "geom" ON "house"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" NOTNULL AND NOT ST_IsEmpty(OLD."geom"))
BEGIN
  UPDATE "rtree_house_geom" SET minx = ST_MinX(NEW."geom"), maxx = ST_MaxX(NEW."geom"), miny = ST_MinY(NEW."geom"), maxy = ST_MaxY(NEW."geom") WHERE id = NEW."id";
END;

CREATE TRIGGER "rtree_house_geom_update7" AFTER UPDATE OF "geom" ON "house"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" ISNULL OR ST_IsEmpty(OLD."geom"))
BEGIN
  INSERT INTO "rtree_house_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_road_geom_delete" AFTER DELETE ON "road"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_road_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_road_geom_insert" AFTER INSERT ON "road"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_road_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_road_geom_update2" AFTER UPDATE OF "geom" ON "road"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_road_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_road_geom_update4" AFTER UPDATE ON "road"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_road_geom" WHERE id IN (OLD."id", NEW."id");
END;

CREATE TRIGGER "rtree_road_geom_update5" AFTER UPDATE ON "road"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_road_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_road_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_road_geom_update6" AFTER UPDATE OF "geom" ON "road"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" NOTNULL AND NOT ST_IsEmpty(OLD."geom"))
BEGIN
  UPDATE "rtree_road_geom" SET minx = ST_MinX(NEW."geom"), maxx = ST_MaxX(NEW."geom"), miny = ST_MinY(NEW."geom"), maxy = ST_MaxY(NEW."geom") WHERE id = NEW."id";
END;

CREATE TRIGGER "rtree_road_geom_update7" AFTER UPDATE OF "geom" ON "road"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" ISNULL OR ST_IsEmpty(OLD."geom"))
BEGIN
  INSERT INTO "rtree_road_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_safe_site_geom_delete" AFTER DELETE ON "safe_site"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_safe_site_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_safe_site_geom_insert" AFTER INSERT ON "safe_site"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_safe_site_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_safe_site_geom_update2" AFTER UPDATE OF "geom" ON "safe_site"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_safe_site_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_safe_site_geom_update4" AFTER UPDATE ON "safe_site"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_safe_site_geom" WHERE id IN (OLD."id", NEW."id");
END;

CREATE TRIGGER "rtree_safe_site_geom_update5" AFTER UPDATE ON "safe_site"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_safe_site_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_safe_site_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_safe_site_geom_update6" AFTER UPDATE OF "geom" ON "safe_site"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" NOTNULL AND NOT ST_IsEmpty(OLD."geom"))
BEGIN
  UPDATE "rtree_safe_site_geom" SET minx = ST_MinX(NEW."geom"), maxx = ST_MaxX(NEW."geom"), miny = ST_MinY(NEW."geom"), maxy = ST_MaxY(NEW."geom") WHERE id = NEW."id";
END;

CREATE TRIGGER "rtree_safe_site_geom_update7" AFTER UPDATE OF "geom" ON "safe_site"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" ISNULL OR ST_IsEmpty(OLD."geom"))
BEGIN
  INSERT INTO "rtree_safe_site_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_settlement_site_geom_delete" AFTER DELETE ON "settlement_site"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_settlement_site_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_settlement_site_geom_insert" AFTER INSERT ON "settlement_site"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_settlement_site_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_settlement_site_geom_update2" AFTER UPDATE OF "geom" ON "settlement_site"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_settlement_site_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_settlement_site_geom_update4" AFTER UPDATE ON "settlement_site"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_settlement_site_geom" WHERE id IN (OLD."id", NEW."id");
END;

CREATE TRIGGER "rtree_settlement_site_geom_update5" AFTER UPDATE ON "settlement_site"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_settlement_site_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_settlement_site_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_settlement_site_geom_update6" AFTER UPDATE OF "geom" ON "settlement_site"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" NOTNULL AND NOT ST_IsEmpty(OLD."geom"))
BEGIN
  UPDATE "rtree_settlement_site_geom" SET minx = ST_MinX(NEW."geom"), maxx = ST_MaxX(NEW."geom"), miny = ST_MinY(NEW."geom"), maxy = ST_MaxY(NEW."geom") WHERE id = NEW."id";
END;

CREATE TRIGGER "rtree_settlement_site_geom_update7" AFTER UPDATE OF "geom" ON "settlement_site"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" ISNULL OR ST_IsEmpty(OLD."geom"))
BEGIN
  INSERT INTO "rtree_settlement_site_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_waterway_geom_delete" AFTER DELETE ON "waterway"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_waterway_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_waterway_geom_insert" AFTER INSERT ON "waterway"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_waterway_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_waterway_geom_update2" AFTER UPDATE OF "geom" ON "waterway"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_waterway_geom" WHERE id = OLD."id";
END;

CREATE TRIGGER "rtree_waterway_geom_update4" AFTER UPDATE ON "waterway"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_waterway_geom" WHERE id IN (OLD."id", NEW."id");
END;

CREATE TRIGGER "rtree_waterway_geom_update5" AFTER UPDATE ON "waterway"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_waterway_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_waterway_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER "rtree_waterway_geom_update6" AFTER UPDATE OF "geom" ON "waterway"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" NOTNULL AND NOT ST_IsEmpty(OLD."geom"))
BEGIN
  UPDATE "rtree_waterway_geom" SET minx = ST_MinX(NEW."geom"), maxx = ST_MaxX(NEW."geom"), miny = ST_MinY(NEW."geom"), maxy = ST_MaxY(NEW."geom") WHERE id = NEW."id";
END;

CREATE TRIGGER "rtree_waterway_geom_update7" AFTER UPDATE OF "geom" ON "waterway"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom")) AND (OLD."geom" ISNULL OR ST_IsEmpty(OLD."geom"))
BEGIN
  INSERT INTO "rtree_waterway_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;

CREATE TRIGGER slot_one_holder_a_day_insert BEFORE INSERT ON slot
WHEN EXISTS (SELECT 1 FROM slot s WHERE s.household_id = NEW.household_id AND s.line = NEW.line AND s.role = NEW.role
             AND s.from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(s.to_date, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'slot: one holder per slot and day'); END;

CREATE TRIGGER slot_one_holder_a_day_update BEFORE UPDATE OF household_id, line, role, from_date, to_date ON slot
WHEN EXISTS (SELECT 1 FROM slot s WHERE s.id <> OLD.id
             AND s.household_id = NEW.household_id AND s.line = NEW.line AND s.role = NEW.role
             AND s.from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(s.to_date, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'slot: one holder per slot and day'); END;

CREATE TRIGGER slot_one_sponsor_on_both_lines_insert BEFORE INSERT ON slot
WHEN NEW.role = 'sponsor_cadre'
 AND EXISTS (SELECT 1 FROM slot s WHERE s.household_id = NEW.household_id AND s.role = 'sponsor_cadre' AND s.line <> NEW.line
             AND s.contact_id = NEW.contact_id
             AND s.from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(s.to_date, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'slot: one person as sponsor cadre on both lines'); END;

CREATE TRIGGER slot_one_sponsor_on_both_lines_update BEFORE UPDATE OF household_id, line, role, contact_id, from_date, to_date ON slot
WHEN NEW.role = 'sponsor_cadre'
 AND EXISTS (SELECT 1 FROM slot s WHERE s.id <> OLD.id AND s.household_id = NEW.household_id AND s.role = 'sponsor_cadre' AND s.line <> NEW.line
             AND s.contact_id = NEW.contact_id
             AND s.from_date < coalesce(NEW.to_date, '9999-12-31') AND NEW.from_date < coalesce(s.to_date, '9999-12-31'))
BEGIN SELECT RAISE(ABORT, 'slot: one person as sponsor cadre on both lines'); END;
