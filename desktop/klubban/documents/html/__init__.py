"""A document as one web page: no script, nothing from elsewhere, readable by everybody."""
