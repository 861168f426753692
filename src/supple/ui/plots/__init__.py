"""Plots of pain, findings and days on their common ground."""
