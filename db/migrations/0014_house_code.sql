-- The code another office gives a building: by it the same survey finds the same houses again.

ALTER TABLE house ADD COLUMN code TEXT;                                 -- NULL = nobody has given it one
CREATE UNIQUE INDEX house_code ON house(code) WHERE code IS NOT NULL;
ALTER TABLE former_house ADD COLUMN code TEXT;
