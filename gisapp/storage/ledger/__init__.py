"""What ledgers are held against, and the lists that go out."""
