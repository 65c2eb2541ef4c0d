"""The file itself: made, opened, migrated, checked, searched, counted; its settings and the record of who did what."""
