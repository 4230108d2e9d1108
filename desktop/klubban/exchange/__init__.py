"""Files from and for others: the open format."""
