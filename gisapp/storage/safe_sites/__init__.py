"""Safe sites, and which family goes to which."""
