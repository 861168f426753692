"""The questions before a start, what closes Supple, and the way back."""
