"""The package that goes to the archive."""

from __future__ import annotations

from klubban.ui.after.part import Part


class ArchivePart(Part):
    """The package that goes to the archive."""
