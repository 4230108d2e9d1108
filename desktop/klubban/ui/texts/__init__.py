"""Texts to and from Qt's documents."""
