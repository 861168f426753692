"""The session: the start sheet, the mat with its clock, and the page after it."""
