-- What a flood night needs on paper: minimum needs per person and day, and the list of what is to be done.

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
