"""The page of the year of each body, from pattern to dates."""
