"""The page of what is sent before one meeting."""
