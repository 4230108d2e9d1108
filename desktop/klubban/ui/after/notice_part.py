"""The notice of a verification: posted, flawed, replaced, taken down."""

from __future__ import annotations

from klubban.ui.after.part import Part


class NoticePart(Part):
    """The notice of a verification: posted, flawed, replaced, taken down."""
