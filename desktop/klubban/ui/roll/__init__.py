"""The roll call at the table: everybody in one list, who serves, and what is asked about them."""
