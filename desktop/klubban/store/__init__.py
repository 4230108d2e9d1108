"""One SQLite file: the tables, the journal of every change, and what is read from them."""
