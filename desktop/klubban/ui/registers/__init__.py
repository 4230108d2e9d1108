"""Bodies and people: what a body is for, who sits in it, what applies to it; edited where it is read."""
