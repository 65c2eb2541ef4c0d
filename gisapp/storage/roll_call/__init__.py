"""Who was reached, and what desks tell each other of it."""
