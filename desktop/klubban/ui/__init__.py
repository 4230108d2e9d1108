"""The window: the only room that knows Qt. Pages show snapshots and call operations."""
