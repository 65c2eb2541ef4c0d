-- Spatial index of each geometry table, word for word as GeoPackage 1.4 (annex F.3) asks.

CREATE VIRTUAL TABLE "rtree_division_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_division_geom_insert" AFTER INSERT ON "division"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
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
CREATE TRIGGER "rtree_division_geom_update2" AFTER UPDATE OF "geom" ON "division"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_division_geom" WHERE id = OLD."id";
END;
CREATE TRIGGER "rtree_division_geom_update5" AFTER UPDATE ON "division"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_division_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_division_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_division_geom_update4" AFTER UPDATE ON "division"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_division_geom" WHERE id IN (OLD."id", NEW."id");
END;
CREATE TRIGGER "rtree_division_geom_delete" AFTER DELETE ON "division"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_division_geom" WHERE id = OLD."id";
END;

CREATE VIRTUAL TABLE "rtree_settlement_site_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_settlement_site_geom_insert" AFTER INSERT ON "settlement_site"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
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
CREATE TRIGGER "rtree_settlement_site_geom_update2" AFTER UPDATE OF "geom" ON "settlement_site"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_settlement_site_geom" WHERE id = OLD."id";
END;
CREATE TRIGGER "rtree_settlement_site_geom_update5" AFTER UPDATE ON "settlement_site"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_settlement_site_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_settlement_site_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_settlement_site_geom_update4" AFTER UPDATE ON "settlement_site"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_settlement_site_geom" WHERE id IN (OLD."id", NEW."id");
END;
CREATE TRIGGER "rtree_settlement_site_geom_delete" AFTER DELETE ON "settlement_site"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_settlement_site_geom" WHERE id = OLD."id";
END;

CREATE VIRTUAL TABLE "rtree_grid_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_grid_geom_insert" AFTER INSERT ON "grid"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
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
CREATE TRIGGER "rtree_grid_geom_update2" AFTER UPDATE OF "geom" ON "grid"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_grid_geom" WHERE id = OLD."id";
END;
CREATE TRIGGER "rtree_grid_geom_update5" AFTER UPDATE ON "grid"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_grid_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_grid_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_grid_geom_update4" AFTER UPDATE ON "grid"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_grid_geom" WHERE id IN (OLD."id", NEW."id");
END;
CREATE TRIGGER "rtree_grid_geom_delete" AFTER DELETE ON "grid"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_grid_geom" WHERE id = OLD."id";
END;

CREATE VIRTUAL TABLE "rtree_house_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_house_geom_insert" AFTER INSERT ON "house"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
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
CREATE TRIGGER "rtree_house_geom_update2" AFTER UPDATE OF "geom" ON "house"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_house_geom" WHERE id = OLD."id";
END;
CREATE TRIGGER "rtree_house_geom_update5" AFTER UPDATE ON "house"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_house_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_house_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_house_geom_update4" AFTER UPDATE ON "house"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_house_geom" WHERE id IN (OLD."id", NEW."id");
END;
CREATE TRIGGER "rtree_house_geom_delete" AFTER DELETE ON "house"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_house_geom" WHERE id = OLD."id";
END;

CREATE VIRTUAL TABLE "rtree_former_house_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_former_house_geom_insert" AFTER INSERT ON "former_house"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
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
CREATE TRIGGER "rtree_former_house_geom_update2" AFTER UPDATE OF "geom" ON "former_house"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_former_house_geom" WHERE id = OLD."id";
END;
CREATE TRIGGER "rtree_former_house_geom_update5" AFTER UPDATE ON "former_house"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_former_house_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_former_house_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_former_house_geom_update4" AFTER UPDATE ON "former_house"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_former_house_geom" WHERE id IN (OLD."id", NEW."id");
END;
CREATE TRIGGER "rtree_former_house_geom_delete" AFTER DELETE ON "former_house"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_former_house_geom" WHERE id = OLD."id";
END;

CREATE VIRTUAL TABLE "rtree_hazard_area_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_hazard_area_geom_insert" AFTER INSERT ON "hazard_area"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
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
CREATE TRIGGER "rtree_hazard_area_geom_update2" AFTER UPDATE OF "geom" ON "hazard_area"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_hazard_area_geom" WHERE id = OLD."id";
END;
CREATE TRIGGER "rtree_hazard_area_geom_update5" AFTER UPDATE ON "hazard_area"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_hazard_area_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_hazard_area_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_hazard_area_geom_update4" AFTER UPDATE ON "hazard_area"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_hazard_area_geom" WHERE id IN (OLD."id", NEW."id");
END;
CREATE TRIGGER "rtree_hazard_area_geom_delete" AFTER DELETE ON "hazard_area"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_hazard_area_geom" WHERE id = OLD."id";
END;

CREATE VIRTUAL TABLE "rtree_safe_site_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_safe_site_geom_insert" AFTER INSERT ON "safe_site"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
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
CREATE TRIGGER "rtree_safe_site_geom_update2" AFTER UPDATE OF "geom" ON "safe_site"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_safe_site_geom" WHERE id = OLD."id";
END;
CREATE TRIGGER "rtree_safe_site_geom_update5" AFTER UPDATE ON "safe_site"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_safe_site_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_safe_site_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_safe_site_geom_update4" AFTER UPDATE ON "safe_site"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_safe_site_geom" WHERE id IN (OLD."id", NEW."id");
END;
CREATE TRIGGER "rtree_safe_site_geom_delete" AFTER DELETE ON "safe_site"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_safe_site_geom" WHERE id = OLD."id";
END;

CREATE VIRTUAL TABLE "rtree_waterway_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_waterway_geom_insert" AFTER INSERT ON "waterway"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
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
CREATE TRIGGER "rtree_waterway_geom_update2" AFTER UPDATE OF "geom" ON "waterway"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_waterway_geom" WHERE id = OLD."id";
END;
CREATE TRIGGER "rtree_waterway_geom_update5" AFTER UPDATE ON "waterway"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_waterway_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_waterway_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_waterway_geom_update4" AFTER UPDATE ON "waterway"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_waterway_geom" WHERE id IN (OLD."id", NEW."id");
END;
CREATE TRIGGER "rtree_waterway_geom_delete" AFTER DELETE ON "waterway"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_waterway_geom" WHERE id = OLD."id";
END;

CREATE VIRTUAL TABLE "rtree_road_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_road_geom_insert" AFTER INSERT ON "road"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
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
CREATE TRIGGER "rtree_road_geom_update2" AFTER UPDATE OF "geom" ON "road"
  WHEN OLD."id" = NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_road_geom" WHERE id = OLD."id";
END;
CREATE TRIGGER "rtree_road_geom_update5" AFTER UPDATE ON "road"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_road_geom" WHERE id = OLD."id";
  INSERT OR REPLACE INTO "rtree_road_geom" VALUES (NEW."id", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_road_geom_update4" AFTER UPDATE ON "road"
  WHEN OLD."id" != NEW."id" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_road_geom" WHERE id IN (OLD."id", NEW."id");
END;
CREATE TRIGGER "rtree_road_geom_delete" AFTER DELETE ON "road"
  WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_road_geom" WHERE id = OLD."id";
END;
