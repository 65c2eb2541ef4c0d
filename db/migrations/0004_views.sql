-- What other programs and our own lists read: who holds which slot today, and two cards for GIS users.

CREATE VIEW home_place AS                   -- every current home with its place, standing or not
SELECT m.id, m.household_id, m.role, m.state, m.house_id, m.former_house_id,
       coalesce(h.grid_id, f.grid_id) AS grid_id, coalesce(h.number, f.number) AS number
FROM home m LEFT JOIN house h ON h.id = m.house_id LEFT JOIN former_house f ON f.id = m.former_house_id
WHERE m.to_date IS NULL;

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

-- GeoPackage wants a declared type for every column of a registered view, and SQLite takes a view's types from the
-- leftmost SELECT of a compound: these two tables stay empty and only lend their columns' types.
-- GDAL from 3.8 looks at the value's own expression instead, so counts are CAST as well.
CREATE TABLE grid_card_columns (
  OGC_FID INTEGER, geom MULTIPOLYGON, code TEXT, name TEXT, village TEXT, town TEXT, officer TEXT, houses INTEGER,
  households INTEGER, residents INTEGER, relocated INTEGER, houses_in_hazard INTEGER
);

CREATE TABLE home_card_columns (
  OGC_FID INTEGER, geom POINT, number TEXT, grid TEXT, role TEXT, state TEXT, household TEXT, head TEXT, phone TEXT,
  id_number TEXT, residents INTEGER, village_lead TEXT, village_lead_phone TEXT, community_lead TEXT,
  community_lead_phone TEXT, hazard_level TEXT
);

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
LEFT JOIN slot vs ON vs.household_id = k.id AND vs.line = 'village' AND vs.role = 'sponsor_cadre'
 AND vs.from_date <= date('now', 'localtime') AND coalesce(vs.to_date, '9999-12-31') > date('now', 'localtime')
LEFT JOIN contact vc ON vc.id = vs.contact_id
LEFT JOIN slot cs ON cs.household_id = k.id AND cs.line = 'community' AND cs.role = 'sponsor_cadre'
 AND cs.from_date <= date('now', 'localtime') AND coalesce(cs.to_date, '9999-12-31') > date('now', 'localtime')
LEFT JOIN contact cc ON cc.id = cs.contact_id
WHERE m.to_date IS NULL;
