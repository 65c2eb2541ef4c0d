"""The county file as a whole: made, checked, copied, taken back a step."""
