"""Measures Supple against a bare window in one run, so that the figures mean the same on every machine."""
