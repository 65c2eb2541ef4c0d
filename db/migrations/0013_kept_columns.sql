-- What other departments know of families and places beside our own facts: kept under its own name, never read as one of ours.

CREATE TABLE attribute (                    -- a column of somebody's ledger that is kept of households
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  content TEXT NOT NULL CHECK (content IN ('text', 'number', 'date', 'yes_no'))
) STRICT;

CREATE TABLE household_attribute (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  household_id INTEGER NOT NULL REFERENCES household(id),
  attribute_id INTEGER NOT NULL REFERENCES attribute(id),
  value TEXT NOT NULL CHECK (value <> ''),  -- a number in digits, a day as ISO text, yes and no as 1 and 0
  UNIQUE (household_id, attribute_id)
) STRICT;
CREATE INDEX household_attribute_of ON household_attribute(attribute_id);

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
CREATE UNIQUE INDEX indicator_value_division ON indicator_value(division_id, indicator_id, day) WHERE division_id IS NOT NULL;
CREATE UNIQUE INDEX indicator_value_grid ON indicator_value(grid_id, indicator_id, day) WHERE grid_id IS NOT NULL;
CREATE UNIQUE INDEX indicator_value_household ON indicator_value(household_id, indicator_id, day) WHERE household_id IS NOT NULL;
CREATE INDEX indicator_value_of ON indicator_value(indicator_id);
