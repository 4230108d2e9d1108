"""When each paragraph gains legal force."""

from __future__ import annotations

from klubban.ui.after.part import Part


class ForcePart(Part):
    """When each paragraph gains legal force."""
