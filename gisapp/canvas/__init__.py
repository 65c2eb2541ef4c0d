"""Paint a scene with Qt and turn the mouse into intent."""
