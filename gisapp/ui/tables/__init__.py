"""Models behind the table: frozen rows, columns that say how a row reads and sorts."""
