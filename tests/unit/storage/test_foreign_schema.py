"""What other programs keep in the county file is left alone; what would act on our tables is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas
import pytest
import shapely

from gisapp.errors import BadFile
from gisapp.services.county.undo import undo
from gisapp.storage.county import county_file, foreign_schema, history
from tests.builders import opened
from tests.stories.test_bad_files import with_a_changed_trigger, with_a_trigger, with_another_card

COUNTED = (
    'CREATE TRIGGER "trigger_insert_feature_count_grid" AFTER INSERT ON "grid" BEGIN UPDATE gpkg_ogr_contents'
    " SET feature_count = feature_count + 1 WHERE lower(table_name) = lower('grid'); END"
)


def run(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_county_as_it_is_made_has_nothing_foreign(county: Path) -> None:
    with county_file.reading(county) as connection:
        assert foreign_schema.foreign_parts(connection) == ()


def test_layers_and_views_of_other_programs_are_left_alone(county: Path) -> None:
    geopandas.GeoDataFrame({"a": [1]}, geometry=[shapely.Point(0, 0)], crs=4326).to_file(county, layer="我的图层", driver="GPKG")
    run(county, "CREATE VIEW my_view AS SELECT 1", COUNTED, "CREATE TRIGGER mine AFTER INSERT ON 我的图层 BEGIN SELECT 1; END")
    with county_file.reading(county) as connection:
        assert foreign_schema.foreign_parts(connection) == ()


@pytest.mark.parametrize(("change", "name"), [
    (with_a_trigger, "a"), (with_a_changed_trigger, "damage_of_a_house_insert"), (with_another_card, "home_card"),
])  # fmt: skip
def test_what_would_act_by_itself_is_named(county: Path, change, name: str) -> None:  # type: ignore[no-untyped-def]
    change(county)
    with pytest.raises(BadFile, match=name), county_file.reading(county):
        pass


def test_a_counting_trigger_that_does_more_is_found(county: Path) -> None:
    run(county, COUNTED.replace("; END", "; DELETE FROM resident; END"))
    with pytest.raises(BadFile, match="trigger_insert_feature_count_grid"), county_file.writing(county):
        pass


@pytest.mark.parametrize("column", ['a" = 1 OR "b', "id) --", ""])
def test_words_of_the_history_never_become_sql(county: Path, column: str) -> None:
    with opened(county) as db:
        with history.recorded(db, label="改", who="甲", kinds=()):
            db.conn.execute("UPDATE household SET code = 'X' WHERE id = 1")
        db.conn.execute("UPDATE history_row SET row_key = json_object(?, 1)", (column,))
        with pytest.raises(BadFile, match="历史记录已损坏"):
            undo(db, who="甲")
        db.conn.execute("""UPDATE history_row SET row_key = '{"id": 1}', table_name = 'sqlite_master'""")
        with pytest.raises(BadFile, match="历史记录已损坏"):
            undo(db, who="甲")
