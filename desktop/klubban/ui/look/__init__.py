"""The room in which the look of an organisation's papers is chosen."""
