"""The check of the hips and what it found."""
