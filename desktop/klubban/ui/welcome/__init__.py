"""What is seen before a file is open, and when one cannot be opened."""
