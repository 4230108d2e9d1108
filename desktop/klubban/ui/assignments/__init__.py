"""Assignments and walks: what was undertaken, by whom, and how it stands."""
