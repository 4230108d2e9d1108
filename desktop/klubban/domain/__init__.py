"""The law and the meeting: frozen records and pure functions over the standard library alone."""
