"""The room Settings: one group a file."""
