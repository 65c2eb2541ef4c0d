"""How each kind of ledger is compared with the county and written into it."""
