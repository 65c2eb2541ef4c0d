-- Roll call: what was found out about each family on a night, as a log to which entries are only added.

CREATE TABLE roll_call (                    -- one night's roll call: opened from a hazard run, carried on by later runs of that night
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,                 -- that of the run that opened it, so that two copies of a file mean the same one
  opened_at TEXT NOT NULL,                  -- UTC
  opened_by TEXT NOT NULL
) STRICT;

CREATE TABLE roll_call_run (                -- runs whose families were called in it; a run with entries cannot be removed under them
  run_id INTEGER PRIMARY KEY REFERENCES hazard_run(id),
  roll_call_id INTEGER NOT NULL REFERENCES roll_call(id)
) STRICT;
CREATE INDEX roll_call_run_roll_call ON roll_call_run(roll_call_id);

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
CREATE INDEX roll_call_entry_newest ON roll_call_entry(roll_call_id, household_id, at, uid);
CREATE INDEX roll_call_entry_household ON roll_call_entry(household_id);
CREATE INDEX roll_call_entry_safe_site ON roll_call_entry(safe_site_id);

CREATE TRIGGER roll_call_entry_stays        -- an entry is never overwritten; only a safe site that is gone may leave it
BEFORE UPDATE OF uid, roll_call_id, household_id, state, place_kind, place, at, who, note ON roll_call_entry
BEGIN SELECT RAISE(ABORT, 'an entry of a roll call is never overwritten'); END;

CREATE VIEW run_roll_call AS                -- the roll call of a run: the one it was called in, else the latest within a day of it
SELECT r.id AS run_id, coalesce(
  (SELECT l.roll_call_id FROM roll_call_run l WHERE l.run_id = r.id),
  (SELECT c.id FROM roll_call c
   WHERE julianday(r.at) >= julianday(c.opened_at) - 1.0 AND julianday(r.at) <= 1.0 + max(julianday(c.opened_at),
     coalesce((SELECT julianday(max(e.at)) FROM roll_call_entry e WHERE e.roll_call_id = c.id), 0.0))
   ORDER BY c.id DESC LIMIT 1)) AS roll_call_id
FROM hazard_run r;
