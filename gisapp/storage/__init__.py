"""The one county file. All SQL of the program lives here and in db/."""
