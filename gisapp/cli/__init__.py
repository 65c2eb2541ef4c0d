"""One module a command; each calls the same services as the window."""
