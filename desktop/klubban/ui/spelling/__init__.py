"""Spelling in Swedish, checked in another process while the window goes on."""
