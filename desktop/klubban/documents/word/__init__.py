"""A document as a Word file, with real headings, lists and tables."""
