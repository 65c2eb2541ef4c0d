"""A damaged house: reported, judged, worked on, lived elsewhere."""
