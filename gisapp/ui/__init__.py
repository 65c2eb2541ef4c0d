"""The window: workspaces, panels, dialogs, actions and table models. Widgets show and ask; they do not decide."""
