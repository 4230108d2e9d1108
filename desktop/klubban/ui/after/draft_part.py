"""The draft that goes to chair and verifiers, and what they say of it."""

from __future__ import annotations

from klubban.ui.after.part import Part


class DraftPart(Part):
    """The draft that goes to chair and verifiers, and what they say of it."""
