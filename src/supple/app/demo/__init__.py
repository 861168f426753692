"""The demonstration: the real program, driven by a hand of its own."""
