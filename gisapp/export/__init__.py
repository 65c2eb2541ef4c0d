"""Results out, without Qt: workbooks, tables, geodata and the offline web map."""
