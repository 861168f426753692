"""The turntable of an exercise: the end position seen from all round."""

VIEWS = 12
VIEW_DEG = 360 // VIEWS
TURN_SCENES = tuple(f"turn_{view:02d}" for view in range(VIEWS))
"""Its pictures; from each to the next the camera goes from beside the drawn side toward the figure's front."""
