"""The page of the register of matters, what was raised, and delegated decisions."""
