"""Situation reports: areas by their steps, and what is behind each."""
