"""The pieces of the sample county: landscape, divisions, cells, homes, families, contacts, hazards."""
