"""What the person can do: one record an action, built into menus and buttons in one place."""
