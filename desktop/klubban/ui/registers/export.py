"""A body's terms of reference as a file: set in the background, told of in the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.ui.clock import today
from klubban.ui.meeting.export import Exporter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class BodyExporter(Exporter):
    """Writes documents of a body the way a meeting's are written."""

    def export_terms(self, parent: QWidget, body_id: int) -> None:
        """Export the terms of reference; asks for a folder when none is known."""
        from klubban.operations.export_body import prepare_terms

        self.write(parent, lambda: [prepare_terms(self._database, body_id, today())])

    def export_hand_over(self, parent: QWidget, body_id: int) -> None:
        """Export what whoever takes the secretary's chair of a body needs."""
        from klubban.operations.hand_over import prepare_hand_over

        self.write(parent, lambda: [prepare_hand_over(self._database, today(), body_id)])
