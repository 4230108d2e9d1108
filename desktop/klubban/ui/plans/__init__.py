"""Plans and promises: what was agreed and promised, and how it is followed up."""
