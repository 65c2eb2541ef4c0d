"""Results on paper and as pictures: the same painters as the window, on sheets."""
