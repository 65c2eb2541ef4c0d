"""Lists, web maps and cards that go out."""
