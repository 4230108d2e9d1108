"""The board of deadlines: what is to be done by all bodies, by day."""
