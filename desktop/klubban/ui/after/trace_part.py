"""Who did what when."""

from __future__ import annotations

from klubban.ui.after.part import Part


class TracePart(Part):
    """Who did what when."""
