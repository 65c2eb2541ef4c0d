"""What the map looks like, without Qt: layers as arrays, styles, view, hit test, legend, labels."""
