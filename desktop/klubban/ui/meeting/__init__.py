"""One meeting on the writing desk: agenda, texts, dates, and the page that will be printed."""
