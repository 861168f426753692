"""The room Progress: what was done and how it hurt."""
