"""Asking in the page: a form above what is in hand, and the page above which it stands."""
