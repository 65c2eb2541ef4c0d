-- After the flood: what happened to each house, what is done about it, where its families live meanwhile.

CREATE TABLE damage_event (                 -- what damages belong to: a rain, a slide
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  to_date TEXT CHECK (to_date GLOB '????-??-??' AND to_date >= from_date), -- the last day; NULL = it goes on
  run_id INTEGER REFERENCES hazard_run(id) ON DELETE SET NULL              -- the hazard run of that night
) STRICT;

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
CREATE UNIQUE INDEX damage_one_open ON damage(house_uid, coalesce(event_id, 0)) WHERE finished_on IS NULL;
CREATE INDEX damage_house ON damage(house_uid);
CREATE INDEX damage_event_damages ON damage(event_id) WHERE event_id IS NOT NULL;
CREATE INDEX damage_contact ON damage(contact_id) WHERE contact_id IS NOT NULL;

CREATE TRIGGER damage_of_a_house_insert BEFORE INSERT ON damage
WHEN NOT EXISTS (SELECT 1 FROM house WHERE uid = NEW.house_uid) AND NOT EXISTS (SELECT 1 FROM former_house WHERE uid = NEW.house_uid)
BEGIN SELECT RAISE(ABORT, 'damage: of no house'); END;

CREATE TRIGGER damage_of_a_house_update BEFORE UPDATE OF house_uid ON damage
WHEN NOT EXISTS (SELECT 1 FROM house WHERE uid = NEW.house_uid) AND NOT EXISTS (SELECT 1 FROM former_house WHERE uid = NEW.house_uid)
BEGIN SELECT RAISE(ABORT, 'damage: of no house'); END;

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
CREATE INDEX damage_state_damage ON damage_state(damage_id);

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

CREATE TABLE damage_stay (                  -- where a family lives until the work is done
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  damage_id INTEGER NOT NULL REFERENCES damage(id),
  household_id INTEGER NOT NULL REFERENCES household(id),
  address TEXT NOT NULL CHECK (trim(address) <> ''),
  from_date TEXT NOT NULL CHECK (from_date GLOB '????-??-??'),
  to_date TEXT CHECK (to_date GLOB '????-??-??' AND to_date >= from_date)
) STRICT;
CREATE UNIQUE INDEX damage_stay_one_open ON damage_stay(household_id) WHERE to_date IS NULL;
CREATE INDEX damage_stay_damage ON damage_stay(damage_id);

CREATE TABLE photo (                        -- small copies of photos, each once; not noted in the history
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),                  -- of the original file
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  jpeg BLOB NOT NULL                        -- without any metadata
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
CREATE INDEX damage_photo_photo ON damage_photo(photo_sha256);

CREATE INDEX home_household ON home(household_id);                      -- a family's past homes too: what happened to them is on its card
