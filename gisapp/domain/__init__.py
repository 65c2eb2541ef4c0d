"""What things are: frozen values, enumerations and rules. No input, no output."""
