"""The page of the agenda of one meeting, large and calm."""
