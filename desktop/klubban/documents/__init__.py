"""A snapshot in, a document out: trees are built here, and set in `pdf`."""
