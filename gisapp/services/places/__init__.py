"""Units, grids, houses and buildings: named, described, merged."""
