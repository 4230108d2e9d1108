"""The last look before signing."""

from __future__ import annotations

from klubban.ui.after.part import Part


class LookPart(Part):
    """The last look before signing."""
