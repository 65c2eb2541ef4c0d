"""The flood question, its answer, and what is worked through because of it."""
