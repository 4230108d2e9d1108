"""Extracts and who gets them."""

from __future__ import annotations

from klubban.ui.after.part import Part


class DispatchPart(Part):
    """Extracts and who gets them."""
