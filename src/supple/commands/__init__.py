"""The commands that work without a window; each module is imported when its command is given."""
