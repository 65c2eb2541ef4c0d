-- The relocation community: families that end, contacts that leave, proposals that wait, the timeline both lines write in.

ALTER TABLE division ADD COLUMN ended_on TEXT CHECK (ended_on GLOB '????-??-??');       -- merged into its successor on this day
CREATE INDEX division_successor ON division(successor_id) WHERE successor_id IS NOT NULL;

ALTER TABLE household ADD COLUMN ended_on TEXT CHECK (ended_on GLOB '????-??-??');      -- merged into another family, or nobody is left
ALTER TABLE household ADD COLUMN successor_id INTEGER REFERENCES household(id);         -- the family it was merged into
DROP INDEX household_relocated;
CREATE INDEX household_relocated ON household(id) WHERE relocated_on IS NOT NULL AND ended_on IS NULL;

ALTER TABLE resident ADD COLUMN joined_on TEXT CHECK (joined_on GLOB '????-??-??');     -- born into, married into or moved to this family; NULL = was always in it
ALTER TABLE resident ADD COLUMN joined_reason TEXT CHECK (joined_reason IN ('birth', 'marriage', 'return', 'move'));
ALTER TABLE resident ADD COLUMN sleeping_checked_on TEXT CHECK (sleeping_checked_on GLOB '????-??-??');  -- last day somebody looked; NULL = sleeping_since
CREATE INDEX resident_left ON resident(left_on) WHERE left_on IS NOT NULL;

ALTER TABLE contact ADD COLUMN left_on TEXT CHECK (left_on GLOB '????-??-??');          -- no longer looks after families from this day
ALTER TABLE contact ADD COLUMN left_reason TEXT;
ALTER TABLE contact ADD COLUMN most_families INTEGER CHECK (most_families >= 0);        -- own limit; NULL = the limit of the role

ALTER TABLE slot ADD COLUMN end_reason TEXT                                             -- why the holder's days ended; NULL while they last
  CHECK (end_reason IN ('replaced', 'handed_over', 'left', 'moved', 'merged', 'family_ended', 'withdrawn'));

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
CREATE UNIQUE INDEX slot_proposal_one_waiting ON slot_proposal(household_id, line, role) WHERE state = 'waiting';
CREATE INDEX slot_proposal_household ON slot_proposal(household_id);
CREATE INDEX slot_proposal_waiting ON slot_proposal(state) WHERE state = 'waiting';

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
CREATE INDEX care_entry_household ON care_entry(household_id, on_date);
CREATE INDEX care_entry_open ON care_entry(household_id) WHERE kind IN ('need', 'alarm') AND closed_on IS NULL;
CREATE INDEX care_entry_day ON care_entry(on_date);

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
CREATE INDEX family_event_household ON family_event(household_id, on_date);

-- A past home may have been lived in although the house has gone since: only a current home must agree with its house.
CREATE TABLE home_before AS SELECT * FROM home;
DROP TABLE home;
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
INSERT INTO home (id, uid, household_id, house_id, former_house_id, role, state, from_date, to_date)
SELECT id, uid, household_id, house_id, former_house_id, role, state, from_date, to_date FROM home_before;
DROP TABLE home_before;
CREATE INDEX home_house ON home(house_id) WHERE to_date IS NULL;
CREATE INDEX home_former_house ON home(former_house_id) WHERE former_house_id IS NOT NULL;
CREATE INDEX home_past_house ON home(house_id) WHERE to_date IS NOT NULL;
CREATE UNIQUE INDEX home_current_role ON home(household_id, role) WHERE to_date IS NULL;

-- Both leads of a home follow the rule table: on each line the slot that leads a duty, else the one that assists.
CREATE VIEW line_lead AS
SELECT 'village' AS line,
       coalesce((SELECT lead_role FROM lead_rule WHERE lead_line = 'village' ORDER BY duty DESC LIMIT 1),
                (SELECT assist_role FROM lead_rule WHERE assist_line = 'village' ORDER BY duty DESC LIMIT 1)) AS role
UNION ALL
SELECT 'community',
       coalesce((SELECT lead_role FROM lead_rule WHERE lead_line = 'community' ORDER BY duty DESC LIMIT 1),
                (SELECT assist_role FROM lead_rule WHERE assist_line = 'community' ORDER BY duty DESC LIMIT 1));

DROP VIEW home_card;
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
