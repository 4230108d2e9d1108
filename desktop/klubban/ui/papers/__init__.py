"""The page of one paper of the file, to look at."""
