"""Other people's files in: they yield plain rows and count everything; they decide nothing."""
