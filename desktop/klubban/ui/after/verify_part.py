"""How one set of paragraphs is signed."""

from __future__ import annotations

from klubban.ui.after.part import Part


class VerifyPart(Part):
    """How one set of paragraphs is signed."""
