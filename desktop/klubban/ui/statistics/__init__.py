"""How often those with seats in a body attend: a page to read, with what is printed and sent from it."""
