"""What comes after a meeting, step by step, from the draft to the archive."""
