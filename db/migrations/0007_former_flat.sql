-- A flat that was lost keeps where it lay in its building, so that it stands there again when it is rebuilt.

ALTER TABLE former_house ADD COLUMN building_id INTEGER REFERENCES building(id);
ALTER TABLE former_house ADD COLUMN unit INTEGER;
ALTER TABLE former_house ADD COLUMN floor INTEGER;
ALTER TABLE former_house ADD COLUMN room TEXT;
