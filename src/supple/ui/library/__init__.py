"""The room Library: every exercise, its search and its page."""
