"""The situation report as content: one module a part, what it says in blocks that printing draws."""
