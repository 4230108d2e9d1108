"""Klubban: summonses, protocols, extracts and notices for people who run formal meetings."""

__version__ = "0.1.0"
