"""The plan: how it is proposed, and how it goes."""
