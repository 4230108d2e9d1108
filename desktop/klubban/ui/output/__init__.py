"""What leaves the program: printed, saved in several forms, copied as text."""
