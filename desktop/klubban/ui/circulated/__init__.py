"""Who was sent what around a meeting, and who has read it."""
