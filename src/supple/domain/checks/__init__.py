"""The checks of a self-test: which there are, in what order they come, and for whom each is closed."""
