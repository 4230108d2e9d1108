"""The parts of an item that are recorded at the table."""
