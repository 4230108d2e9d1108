"""One function for each thing a person can do; the only callers of `database.change`.

An operation takes the database and plain values, and opens one change. What it does inside is done by plain
functions (`insert_…`), which take the change; an import uses the same ones. Operations never call operations.
"""
